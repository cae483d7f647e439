"""The numbers that a table says in words: "1.234", "66,7%", "12 việc"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tdkt_desktop.documents.blocks import Table

_NUMBER: Final = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?|-?\d+(?:,\d+)?")


@dataclass(frozen=True, slots=True)
class Series:
    """One row of numbers, with its name; None where a cell says none."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """What is drawn: the names of the rows, and a series for each column."""

    names: tuple[str, ...]
    series: tuple[Series, ...]

    @property
    def largest(self) -> float:
        """The largest value; 0 where there is none."""
        found = (v for one in self.series for v in one.values if v is not None)
        return max(found, default=0.0)


def read_number(text: str) -> float | None:
    """Return the first number that a cell says, written the Vietnamese way; None for none."""
    match = _NUMBER.search(text)
    if match is None:
        return None
    return float(match[0].replace(".", "").replace(",", "."))


def figures_of(table: Table, columns: tuple[int, ...]) -> Figures:
    """Return the numbers in some cell columns of a table, the rows in order.

    Rows that say no number in any of them are left out; so are columns the table does not have.
    """
    heads = table.cell_columns
    wanted = [column for column in columns if 0 < column < len(heads)]
    rows = []
    for group in table.groups:
        for row in group.rows:
            numbers = tuple(read_number(row.cells[column].plain) for column in wanted)
            if any(number is not None for number in numbers):
                rows.append((row.cells[0].plain.replace("\n", " "), numbers))
    series = tuple(
        Series(heads[column].title, tuple(numbers[place] for _name, numbers in rows))
        for place, column in enumerate(wanted)
    )
    return Figures(tuple(name for name, _numbers in rows), series)
