"""The printable pieces of a document: what every writer prints, in order, and nothing of how.

Lengths are millimetres, sizes and gaps points.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from tdkt_desktop.documents.document import DocumentKind
from tdkt_desktop.documents.drawing import Drawing
from tdkt_desktop.documents.layout_profile import Align
from tdkt_desktop.documents.page_settings import Layout, RoleStyle, Sheet
from tdkt_desktop.documents.richtext import Mark, MarkStyle, RichText
from tdkt_desktop.documents.roles import Role
from tdkt_desktop.exports.printable import capitals


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph; a `\\n` in its text is a line break.

    The label is printed before the text, after it a space, or a line break for `label_above`; it
    is in the style of the text unless it is bold by itself.
    `left` and `right` narrow the paragraph. The style is that of the role with what this
    paragraph needs of its own (a gap before it, kept with the next).
    """

    role: Role
    style: RoleStyle
    text: RichText
    label: str = ""
    label_above: bool = False
    label_bold: bool = False
    left: float = 0.0
    right: float = 0.0

    @property
    def separator(self) -> str:
        """What stands between label and text."""
        if not self.label or not self.text.plain:
            return ""
        return "\n" if self.label_above else " "

    @property
    def opening(self) -> RichText:
        """The label with what parts it from the text."""
        bold = (Mark(0, len(self.label), MarkStyle.BOLD),) if self.label_bold else ()
        return RichText(self.label + self.separator, bold)

    @property
    def printed(self) -> RichText:
        """Label and text as the reader sees them: capitals written out, marks of its own only."""
        return self.opening + (capitals(self.text) if self.style.caps else self.text)


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A drawn line, centred in `room`, under the paragraph before it."""

    length: float
    room: float
    keep_next: bool = False
    after: float = 0.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell over `columns` columns and `rows` rows; `covered` if one from above reaches here."""

    text: RichText
    role: Role
    align: Align = Align.LEFT
    columns: int = 1
    rows: int = 1
    covered: bool = False


class RowKind(StrEnum):
    """What a row of a table is."""

    HEAD = "head"
    GROUP = "group"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row: its cells from left to right fill all columns of the table.

    `may_split` tells of a row so tall that a page may not hold it; `height` is the least height
    that a cell from the row above asks of this one, in millimetres.
    """

    kind: RowKind
    cells: tuple[Cell, ...]
    may_split: bool = False
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class TableSheet:
    """A table: the first `head_rows` rows repeat on each page, no row is split.

    `keep_next` keeps the last row on the page of what follows.
    """

    widths: tuple[float, ...]
    size: float
    rows: tuple[TableRow, ...]
    head_rows: int
    keep_next: bool = False


@dataclass(frozen=True, slots=True)
class DrawingPiece:
    """A picture in the middle of the text area, `before` points below what stands above it."""

    drawing: Drawing
    before: float
    keep_next: bool = False


Piece: TypeAlias = Line | RuleLine | TableSheet | DrawingPiece


@dataclass(frozen=True, slots=True)
class HeaderFlow:
    """The block above the title: two columns without borders, two rows.

    It hangs `hang` into the left margin. The second row carries number and date and stands
    `row_gap` below the first. `low_below` and `low_above` tell of a low paragraph below and
    above it (`office_pages`).
    """

    left_width: float
    right_width: float
    hang: float
    row_gap: float
    left: tuple[Line | RuleLine, ...]
    right: tuple[Line | RuleLine, ...]
    number: Line | None
    place_date: Line | None
    low_below: bool = False
    low_above: bool = False


@dataclass(frozen=True, slots=True)
class SignatureFlow:
    """The block below the text: two columns without borders, one row that is never split."""

    left_width: float
    right_width: float
    left: tuple[Line, ...]
    right: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class AnnexFlow:
    """An annex: a new page, pages counted from 1, the first one without its number."""

    sheet: Sheet
    label: str
    title: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Flow:
    """A document ready to be printed: header, pieces from title to closing, signature, annexes.

    `name` and `author` are for the properties of a file.
    """

    kind: DocumentKind
    name: str
    author: str
    layout: Layout
    header: HeaderFlow
    pieces: tuple[Piece, ...]
    signature: SignatureFlow
    annexes: tuple[AnnexFlow, ...]
