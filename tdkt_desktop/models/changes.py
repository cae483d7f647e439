"""What an act changed: the rows' images while it runs, and the news that others hear after it."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from tdkt_desktop.models.images import Image
from tdkt_desktop.models.journal import RowAction

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


# The fastest level: a plan shrinks to a tenth by it, and autosave must not be felt.
_ZLIB_LEVEL = 1


@dataclass(frozen=True, slots=True)
class RowRef:
    """A row by its table and id."""

    table: str
    id: int


@dataclass(frozen=True, slots=True)
class Change:
    """What a finished act changed; pages that show one of the `touched` tables refresh.

    `act_id` is the act's row in the audit, None where nothing changed.
    """

    label: str
    touched: frozenset[str] = frozenset()
    rows: frozenset[RowRef] = frozenset()
    act_id: int | None = None

    def __bool__(self) -> bool:
        """Tell whether anything changed."""
        return bool(self.touched)


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after; of an update only the columns that differ."""

    row: RowRef
    action: RowAction
    before: Image | None
    after: Image | None

    def inverted(self) -> RowChange:
        """Return the change that takes this one back."""
        return RowChange(self.row, _OPPOSITE[self.action], self.after, self.before)

    def then(self, later: RowChange) -> RowChange | None:
        """Return this change and a later one of the same row as one; None if they cancel out."""
        if self.action is RowAction.INSERT:
            if later.action is RowAction.DELETE:
                return None
            return replace(self, after={**(self.after or {}), **(later.after or {})})
        if later.action is RowAction.DELETE:
            return replace(later, before={**(later.before or {}), **(self.before or {})})
        before = {**(later.before or {}), **(self.before or {})}
        after = {**(self.after or {}), **(later.after or {})}
        return RowChange(self.row, RowAction.UPDATE, before, after)


_OPPOSITE = {
    RowAction.INSERT: RowAction.DELETE,
    RowAction.UPDATE: RowAction.UPDATE,
    RowAction.DELETE: RowAction.INSERT,
}


def merged(changes: Iterable[RowChange]) -> list[RowChange]:
    """Return one change for each row, in the order in which the rows were first touched."""
    found: dict[RowRef, RowChange | None] = {}
    for change in changes:
        earlier = found.get(change.row)
        found[change.row] = change if earlier is None else earlier.then(change)
    return [change for change in found.values() if change is not None]


def news(label: str, changes: Iterable[RowChange], act_id: int | None) -> Change:
    """Return what listeners hear about `changes`."""
    rows = frozenset(change.row for change in changes)
    return Change(label, frozenset(row.table for row in rows), rows, act_id)


@dataclass(frozen=True, slots=True)
class Packed:
    """The two halves of a step as compressed JSON."""

    before: bytes
    after: bytes

    @classmethod
    def of(cls, changes: Sequence[RowChange], before: bytes | None = None) -> Packed:
        """Pack changes; `before` is the packed first half where that is known already."""
        rows = [[c.row.table, c.row.id, c.action.value, c.before] for c in changes]
        return cls(before or _packed(rows), _packed([change.after for change in changes]))

    def changes(self) -> list[RowChange]:
        """Return the changes that were packed."""
        halves = zip(_unpacked(self.before), _unpacked(self.after), strict=True)
        return [
            RowChange(RowRef(table, row_id), RowAction(action), before, after)
            for (table, row_id, action, before), after in halves
        ]


def same_before(first: Sequence[RowChange], second: Sequence[RowChange]) -> bool:
    """Tell whether two steps differ only in how they leave their rows."""
    return [(c.row, c.action, c.before) for c in first] == [
        (c.row, c.action, c.before) for c in second
    ]


def _packed(value: list[Any]) -> bytes:
    return zlib.compress(json.dumps(value, ensure_ascii=False).encode(), _ZLIB_LEVEL)


def _unpacked(packed: bytes) -> list[Any]:
    found: list[Any] = json.loads(zlib.decompress(packed))
    return found
