"""A table as a value, before it is written as .xlsx or .csv."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

Value = str | int | float | bool | date | None


class Align(StrEnum):
    """How the cells of a column stand."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: its heading, its width in letters, and what may be chosen in it.

    `advice` is shown when one of its cells is entered.
    """

    title: str
    width: float = 14.0
    align: Align = Align.LEFT
    choices: tuple[str, ...] = ()
    advice: str = ""


@dataclass(frozen=True, slots=True)
class SheetTable:
    """A sheet: title lines, the head, the rows; `room` rows below take part in the choices."""

    name: str
    columns: tuple[SheetColumn, ...]
    rows: Sequence[Sequence[Value]]
    titles: tuple[str, ...] = ()
    filters: bool = True
    room: int = 0

    @property
    def head_row(self) -> int:
        """The number of the row with the headings."""
        return len(self.titles) + (2 if self.titles else 1)
