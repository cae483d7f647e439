"""Walks the blocks of a body or an annex and says where each stands, as a person would say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdkt_desktop.documents.blocks import Block, Clause, Heading, Level, Table
from tdkt_desktop.documents.numbering import block_labels, block_numbers
from tdkt_desktop.documents.places import Place, join
from tdkt_desktop.documents.roles import role_of
from tdkt_desktop.documents.table_places import Node, table_nodes
from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def block_places(blocks: Sequence[Block], base: Place, start: str = "") -> tuple[Place, ...]:
    """Return the place of each block; `base` is the path and the name of what holds them.

    `start` names the stretch before the first number, where nothing else does.
    """
    namer = _Namer(sum(isinstance(block, Table) for block in blocks), start)
    return tuple(
        Place(
            join(base.path, index), ", ".join(filter(None, (base.label, namer.name(block, number))))
        )
        for index, (block, number) in enumerate(zip(blocks, block_numbers(blocks), strict=True))
    )


def block_nodes(blocks: Sequence[Block], base: Place, start: str = "") -> Iterator[Node]:
    """Yield the texts of blocks in reading order."""
    places = block_places(blocks, base, start)
    for block, place, label in zip(blocks, places, block_labels(blocks), strict=True):
        if isinstance(block, Table):
            yield from table_nodes(block, place)
        elif isinstance(block, Heading):
            yield Node(
                Place(join(place.path, "title"), place.label), role_of(block), block.title, label
            )
        else:
            yield Node(
                Place(join(place.path, "text"), place.label), role_of(block), block.text, label
            )


class _Namer:
    """Says where a block stands: the numbers above it, then the count of what has no number."""

    def __init__(self, tables: int, start: str) -> None:
        self._tables = tables
        self._start = start
        self._numbers: dict[Level, str] = {}
        self._counts: dict[Level, int] = {}

    def name(self, block: Block, number: str) -> str:
        """Return the words for the next block."""
        if isinstance(block, Table):
            return self._table()
        level = block.level if isinstance(block, Heading | Clause) else Level.TEXT
        if level <= Level.LETTER or level is Level.ARTICLE:
            self._open(level, number)
            return self._address()
        self._counts[level] = self._counts.get(level, 0) + 1
        if level is Level.DASH:
            self._counts[Level.PLUS] = 0
        return self._joined(*self._unnumbered(level))

    def _open(self, level: Level, number: str) -> None:
        stays = Level.ARABIC if level is Level.ARTICLE else level
        self._numbers = {
            above: of
            for above, of in self._numbers.items()
            if above < stays or (above is Level.ARTICLE and level > Level.ROMAN)
        }
        self._numbers[level] = number
        self._counts = {Level.TABLE: self._counts.get(Level.TABLE, 0)}

    def _address(self) -> str:
        """Return the numbers above, as in "Phần I, II.3.2, điểm đ"."""
        part, letter = self._numbers.get(Level.PART), self._numbers.get(Level.LETTER)
        below = self._numbers.get(Level.DECIMAL) or self._numbers.get(Level.ARABIC)
        article = self._numbers.get(Level.ARTICLE)
        words = (
            _("Phần {number}").format(number=part) if part else "",
            _("Điều {number}").format(number=article) if article else "",
            ".".join(filter(None, (self._numbers.get(Level.ROMAN), below))),
            _("điểm {letter}").format(letter=letter) if letter else "",
        )
        return ", ".join(filter(None, words))

    def _unnumbered(self, level: Level) -> Iterator[str]:
        if level is Level.TEXT:
            yield _("đoạn thứ {count}").format(count=self._counts[level])
            return
        if self._counts.get(Level.DASH):
            yield _("gạch đầu dòng thứ {count}").format(count=self._counts[Level.DASH])
        if level is Level.PLUS:
            yield _("dấu cộng thứ {count}").format(count=self._counts[Level.PLUS])

    def _table(self) -> str:
        self._counts[Level.TABLE] = self._counts.get(Level.TABLE, 0) + 1
        if self._tables == 1:
            return self._joined(_("bảng")) if self._address() or self._start else ""
        return self._joined(_("bảng thứ {count}").format(count=self._counts[Level.TABLE]))

    def _joined(self, *words: str) -> str:
        return ", ".join(filter(None, (self._address() or self._start, *words)))
