"""A table as a spreadsheet holds it: rows of typed cells, what was merged spread over its area."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ERRORS: Final = frozenset(
    {"#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"}
)


@dataclass(frozen=True, slots=True)
class CellError:
    """What a formula shows that could not be worked out, such as "#REF!"."""

    code: str


CellValue = str | int | float | bool | date | CellError | None


@dataclass(frozen=True, slots=True)
class Area:
    """A merged area; rows count from 1, columns from 0, both ends belong to it."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row with something in it; `number` is the one that the program shows beside it.

    `alone` tells that only one cell had been filled in, as in a title over the whole width.
    """

    number: int
    cells: tuple[CellValue, ...]
    alone: bool = False

    def cell(self, column: int) -> CellValue:
        """Return a cell, None beyond the row's end."""
        return self.cells[column] if column < len(self.cells) else None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, its filled rows, and whether its file hides it."""

    name: str
    rows: tuple[SheetRow, ...]
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Spreadsheet:
    """All sheets of a file, and sentences about what had to be guessed."""

    source: str
    sheets: tuple[Sheet, ...]
    notes: tuple[str, ...] = ()


def make_row(number: int, cells: Sequence[CellValue]) -> SheetRow | None:
    """Return a row without the empty cells at its end; None where all are empty."""
    end = len(cells)
    while end and cells[end - 1] is None:
        end -= 1
    if not end:
        return None
    filled = sum(cell is not None for cell in cells[:end])
    return SheetRow(number, tuple(cells[:end]), alone=filled == 1)


def spread(rows: Sequence[SheetRow], areas: Iterable[Area]) -> tuple[SheetRow, ...]:
    """Return the rows with the value of each merged area in all of its cells."""
    numbers = [row.number for row in rows]
    cells: dict[int, list[CellValue]] = {}
    for area in areas:
        first = bisect_left(numbers, area.top)
        if first == len(rows) or numbers[first] != area.top:
            continue
        value = rows[first].cell(area.left)
        if value is None:
            continue
        for place in range(first, bisect_right(numbers, area.bottom)):
            own = cells.setdefault(place, list(rows[place].cells))
            own.extend([None] * (area.right + 1 - len(own)))
            own[area.left : area.right + 1] = [value] * (area.right + 1 - area.left)
    return tuple(
        replace(row, cells=tuple(cells[place])) if place in cells else row
        for place, row in enumerate(rows)
    )


def shown(value: CellValue) -> str:
    """Return a cell as a person reads it."""
    if value is None:
        return ""
    if isinstance(value, CellError):
        return value.code
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return str(value)
