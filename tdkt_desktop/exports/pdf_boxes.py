"""Boxes: measured paragraphs, drawn lines and table rows, ready to be laid on pages.

Lengths are twips (1/1440 inch). Heights are rounded as word processors round them, so that the
pages of the PDF and of the Word file break at the same places.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, TypeAlias

from tdkt_desktop.documents.drawing import Drawing
from tdkt_desktop.documents.layout_profile import Align
from tdkt_desktop.exports.metrics import SINGLE_LINE
from tdkt_desktop.exports.pdf_text import Look, TextLine

if TYPE_CHECKING:
    from collections.abc import Sequence


TWIPS_PER_MM: Final = 1440 / 25.4
TWIPS_PER_POINT: Final = 20
ASCENT: Final = 0.9336
"""From the top of a single line of Times to its base line, in units of the size."""
_KEPT_LINES: Final = 2
"""How many lines of a paragraph stay together at the foot and at the head of a page (L56)."""


def from_mm(length: float) -> int:
    """Return millimetres as twips."""
    return round(length * TWIPS_PER_MM)


def from_points(length: float) -> int:
    """Return points as twips."""
    return round(length * TWIPS_PER_POINT)


@dataclass(frozen=True, slots=True)
class TextBox:
    """A paragraph in lines; `spacing` is the multiple of the single line.

    `first` is the indent of the first line, `from_line` the first line that this box shows of
    its paragraph.
    """

    lines: tuple[TextLine, ...]
    look: Look
    width: float
    align: Align = Align.LEFT
    left: float = 0.0
    first: float = 0.0
    before: float = 0.0
    after: float = 0.0
    spacing: float = 1.0
    keep_next: bool = False
    from_line: int = 0

    @property
    def single(self) -> int:
        """Height of a line by itself."""
        return round(SINGLE_LINE * self.look.size * TWIPS_PER_POINT)

    @property
    def advance(self) -> int:
        """From one base line to the next."""
        return int(self.single * round(self.spacing * 100) / 100 + 1e-6)

    @property
    def ascent(self) -> float:
        """From the top of a line to its base line."""
        return ASCENT * self.look.size * TWIPS_PER_POINT

    @property
    def height(self) -> float:
        """Height of all lines, the gap after the last included."""
        return len(self.lines) * self.advance + self.after

    @property
    def start_height(self) -> float:
        """Height of the fewest lines that may stand at the foot of a page."""
        splits = len(self.lines) >= 2 * _KEPT_LINES
        return self._fit_height(_KEPT_LINES if splits else len(self.lines))

    def _fit_height(self, lines: int) -> float:
        """Height that lines need at the foot of a page, where the last one may stand close."""
        return (lines - 1) * self.advance + self.single

    def lines_for(self, room: float) -> int:
        """Return how many lines go into the room at the foot of a page: none, some or all."""
        total = len(self.lines)
        if self._fit_height(total) <= room:
            return total
        fit = int((room - self.single) // self.advance) + 1 if room >= self.single else 0
        fit = min(fit, total - _KEPT_LINES)
        return fit if fit >= _KEPT_LINES and not self.keep_next else 0

    def cut(self, count: int) -> tuple[TextBox, TextBox]:
        """Divide the paragraph after so many lines."""
        head = replace(self, lines=self.lines[:count], after=0.0, keep_next=False)
        tail = replace(self, lines=self.lines[count:], before=0.0, from_line=self.from_line + count)
        return head, tail


@dataclass(frozen=True, slots=True)
class RuleBox:
    """A drawn line, centred in `width`."""

    length: float
    width: float
    thickness: float
    height: float
    keep_next: bool = False
    before: float = 0.0

    @property
    def start_height(self) -> float:
        """Height of the whole: it is never divided."""
        return self.height


@dataclass(frozen=True, slots=True)
class DrawingBox:
    """A picture, never divided."""

    drawing: Drawing
    width: float
    height: float
    before: float = 0.0
    keep_next: bool = False

    @property
    def start_height(self) -> float:
        """Height of the whole."""
        return self.height


@dataclass(frozen=True, slots=True)
class CellBox:
    """What stands in a cell: boxes below one another.

    `left` and `width` are the edges of the cell within its table, `rows` how many rows it
    reaches over; `covered` if one from above reaches here.
    """

    left: float
    width: float
    content: tuple[TextBox | RuleBox, ...]
    rows: int = 1
    covered: bool = False
    middle: bool = False

    @property
    def height(self) -> float:
        """Height of the content."""
        return sum(box.before + box.height for box in self.content)


@dataclass(frozen=True, slots=True)
class RowBox:
    """A row of a table, its border above and a `gap` below that included in the height."""

    cells: tuple[CellBox, ...]
    height: float
    gap: float = 0.0
    keep_next: bool = False


def kept_height(rows: Sequence[RowBox]) -> float:
    """Return the height of the first row and of those it must not be parted from."""
    height = 0.0
    for row in rows:
        height += row.height
        if not row.keep_next:
            break
    return height


@dataclass(frozen=True, slots=True)
class TableBox:
    """A table: the first `head_rows` rows repeat on each page, `border` is the stroke's width."""

    rows: tuple[RowBox, ...]
    head_rows: int = 0
    border: float = 0.0
    left: float = 0.0
    padding: float = 0.0
    before: float = 0.0
    keep_next: bool = False

    @property
    def height(self) -> float:
        """Height of all rows and the border below."""
        return sum(row.height for row in self.rows) + self.border

    @property
    def head_height(self) -> float:
        """Height of the rows that repeat."""
        return sum(row.height for row in self.rows[: self.head_rows])

    @property
    def start_height(self) -> float:
        """Height of the head with the first row below it and the rows that one is kept with."""
        return self.head_height + self.border + kept_height(self.rows[self.head_rows :])


Box: TypeAlias = TextBox | RuleBox | TableBox | DrawingBox
