"""What changed between two versions of a document, as a person would list it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.places import Place, at
from tdkt_desktop.documents.roles import HEADING_ROLES, Role
from tdkt_desktop.documents.table_places import Node
from tdkt_desktop.documents.walk import nodes

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator

    from tdkt_desktop.documents.document import OfficialDocument

ALIKE: Final = 0.5
"""The share of words that two texts must have in common for one to be a form of the other."""

_WORD = re.compile(r"\w+")
_TITLES: Final = frozenset(
    {*HEADING_ROLES.values(), Role.TITLE, Role.ANNEX_TITLE, Role.TABLE_GROUP, Role.TABLE_HEAD}
)


class ChangeKind(StrEnum):
    """What happened to a text."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"
    MOVED = "moved"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Change:
    """A change, with place and text before and after; None and empty where there is none.

    Of a paragraph that only took another level, both texts are the same.
    """

    kind: ChangeKind
    before: Place | None
    after: Place | None
    old: str = ""
    new: str = ""


def compare(old: OfficialDocument, new: OfficialDocument) -> tuple[Change, ...]:
    """Return the changes from `old` to `new` in reading order, what is gone at its old place.

    A number that shifts because something came or went before it is no change. Rows of tables are
    found again by their uid, else by their words, and what changed in one is told cell by cell.
    """
    pairs = _Pairing(list(_units(old)), list(_units(new))).pairs()
    return tuple(change for pair in pairs for change in pair.changes())


@dataclass(frozen=True, slots=True)
class AlignedRow:
    """A paragraph or a table's row in both versions, with the numbers printed before it.

    `is_title` says that it is a title or stands alone as one.
    """

    kind: ChangeKind
    before: Place | None
    after: Place | None
    old: str = ""
    new: str = ""
    is_title: bool = False


def aligned(old: OfficialDocument, new: OfficialDocument) -> tuple[AlignedRow, ...]:
    """Return both versions side by side, whole: what stayed, changed, moved, came and went."""
    pairs = _Pairing(list(_units(old)), list(_units(new))).pairs()
    return tuple(pair.aligned() for pair in pairs)


@dataclass(frozen=True, slots=True)
class _Unit:
    """What is compared as one: a paragraph, or the filled cells of a row."""

    nodes: tuple[Node, ...]
    uid: str = ""

    @property
    def key(self) -> Hashable:
        """What must be the same for nothing to have changed."""
        columns = tuple(node.place.path.rpartition("/")[2] for node in self.nodes if self.is_row)
        return self.nodes[0].role, columns, tuple(node.text for node in self.nodes)

    @property
    def is_row(self) -> bool:
        return self.nodes[0].role is Role.TABLE_CELL

    @property
    def place(self) -> Place:
        return self.nodes[0].place

    @property
    def text(self) -> str:
        return " | ".join(node.text.plain for node in self.nodes)

    @property
    def shown(self) -> str:
        """The text with the number printed before it."""
        return f"{self.nodes[0].number} {self.text}".strip()

    @property
    def field(self) -> str:
        """The path of a text that a document has only one of; empty for all others."""
        path = self.place.path
        return "" if any(part.isdigit() for part in path.split("/")) else path


def _units(document: OfficialDocument) -> Iterator[_Unit]:
    def row_of(node: Node) -> str:
        path, cells, _column = node.place.path.rpartition("/cells/")
        return path if cells else node.place.path

    for path, parts in groupby(nodes(document), row_of):
        found = tuple(parts)
        uid = at(document, path).uid if found[0].role is Role.TABLE_CELL else ""
        yield _Unit(found, uid)


@dataclass(frozen=True, slots=True)
class _Pair:
    """A unit of the old version and what became of it in the new one."""

    old: _Unit | None
    new: _Unit | None
    moved: bool = False

    def aligned(self) -> AlignedRow:
        """Return the pair for showing it side by side."""
        old, new = self.old, self.new
        some = new or old
        return AlignedRow(
            self._kind(),
            old.place if old else None,
            new.place if new else None,
            old.shown if old else "",
            new.shown if new else "",
            some is not None and some.nodes[0].role in _TITLES,
        )

    def _kind(self) -> ChangeKind:
        if self.old is None or self.new is None:
            return ChangeKind.NEW if self.old is None else ChangeKind.GONE
        if self.old.key != self.new.key:
            return ChangeKind.CHANGED
        return ChangeKind.MOVED if self.moved else ChangeKind.SAME

    def changes(self) -> Iterator[Change]:
        """Yield the changes that a reader is told."""
        old, new = self.old, self.new
        if old is None or new is None:
            kind = ChangeKind.NEW if old is None else ChangeKind.GONE
            yield _change(kind, old, new)
            return
        if self.moved:
            yield _change(ChangeKind.MOVED, old, new)
        if old.key == new.key:
            return
        if old.is_row and new.is_row:
            yield from _cell_changes(old, new)
        else:
            yield _change(ChangeKind.CHANGED, old, new)


def _change(kind: ChangeKind, old: _Unit | None, new: _Unit | None) -> Change:
    return Change(
        kind,
        old.place if old else None,
        new.place if new else None,
        old.text if old else "",
        new.text if new else "",
    )


def _cell_changes(old: _Unit, new: _Unit) -> Iterator[Change]:
    before, after = _cells(old), _cells(new)
    for column in sorted({*before, *after}):
        was, now = before.get(column), after.get(column)
        if (was and was.text) == (now and now.text):
            continue
        yield Change(
            ChangeKind.CHANGED,
            was.place if was else None,
            now.place if now else None,
            was.text.plain if was else "",
            now.text.plain if now else "",
        )


def _cells(row: _Unit) -> dict[int, Node]:
    return {int(node.place.path.rpartition("/")[2]): node for node in row.nodes}


@dataclass
class _Pairing:
    """Finds for each unit of the old version what became of it."""

    before: list[_Unit]
    after: list[_Unit]
    _source: dict[int, int] = field(default_factory=dict)
    """The place in `before` of each place in `after` that comes from there."""
    _moved: set[int] = field(default_factory=set)

    def pairs(self) -> list[_Pair]:
        """Return all units, paired where one became the other, in reading order."""
        gaps = self._match_in_order()
        for gap in gaps:
            self._match(*gap, lambda unit: unit.field or unit.uid)
        everywhere = range(len(self.before)), range(len(self.after))
        self._moved |= self._match(*everywhere, lambda unit: unit.uid)
        self._moved |= self._match(*everywhere, lambda unit: unit.key)
        for gap in gaps:
            self._match_alike(*gap)
        return [pair for _place, pair in sorted(self._placed(), key=lambda item: item[0])]

    def _match_in_order(self) -> list[tuple[range, range]]:
        """Match what stayed as it was, and return the gaps between."""
        keys = [unit.key for unit in self.before], [unit.key for unit in self.after]
        gaps = []
        for tag, i1, i2, j1, j2 in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
            if tag == "equal":
                self._source.update(zip(range(j1, j2), range(i1, i2), strict=True))
            else:
                gaps.append((range(i1, i2), range(j1, j2)))
        return gaps

    def _match(
        self, old: Iterable[int], new: Iterable[int], name: Callable[[_Unit], Hashable]
    ) -> set[int]:
        """Match units of the same name; return those of the new version."""
        named: dict[Hashable, list[int]] = {}
        for index in self._open(old):
            named.setdefault(name(self.before[index]), []).append(index)
        matched = set()
        for index in [index for index in new if index not in self._source]:
            same = named.get(name(self.after[index])) if name(self.after[index]) else None
            if same:
                self._source[index] = same.pop(0)
                matched.add(index)
        return matched

    def _match_alike(self, old: range, new: range) -> None:
        """Match what shares most of its words, the most alike first."""
        words = {index: _words(self.before[index]) for index in self._open(old)}
        scores = []
        for target in [index for index in new if index not in self._source]:
            wanted = _words(self.after[target])
            for source, found in words.items():
                if self.before[source].is_row is self.after[target].is_row:
                    scores.append((-_likeness(found, wanted), target, source))
        for score, target, source in sorted(scores):
            if -score >= ALIKE and target not in self._source and source in words:
                self._source[target] = source
                del words[source]

    def _open(self, places: Iterable[int]) -> list[int]:
        taken = set(self._source.values())
        return [index for index in places if index not in taken]

    def _placed(self) -> Iterator[tuple[tuple[int, int, int], _Pair]]:
        """Yield each pair with its place: what is gone stands after what was kept before it."""
        for index, unit in enumerate(self.after):
            source = self._source.get(index)
            old = None if source is None else self.before[source]
            yield (index, 1, 0), _Pair(old, unit, index in self._moved)
        targets = {source: target for target, source in self._source.items()}
        last = -1
        for index, unit in enumerate(self.before):
            if index not in targets:
                yield (last, 2, index), _Pair(unit, None)
            elif targets[index] not in self._moved:
                last = max(last, targets[index])


def _words(unit: _Unit) -> Counter[str]:
    return Counter(_WORD.findall(unit.text))


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    return 2 * (one & other).total() / max(one.total() + other.total(), 1)
