"""Draws laid pages on a canvas of the PDF library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.layout_profile import Align
from tdkt_desktop.exports.pdf_boxes import DrawingBox, RuleBox, TableBox, TextBox, from_mm
from tdkt_desktop.exports.pdf_fonts import font_name
from tdkt_desktop.exports.pdf_picture import draw_picture

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.pdfgen.textobject import PDFTextObject

    from tdkt_desktop.documents.drawing import Drawing
    from tdkt_desktop.exports.pdf_boxes import Box, CellBox, RowBox
    from tdkt_desktop.exports.pdf_text import TextLine

POINTS_PER_TWIP: Final = 1 / 20
_CUT_THICKNESS: Final = 0.5
_CUT_DASH: Final = (4, 3)

_Ends = tuple[float, float, float, float]


class Pen:
    """Draws on one page; places are twips from its top left corner.

    A line that two cells share is drawn once.
    """

    def __init__(self, canvas: Canvas, page_height: float) -> None:
        self._canvas = canvas
        self._height = page_height
        self._text: PDFTextObject = canvas.beginText()
        self._pictures: list[tuple[Drawing, float, float]] = []
        self._rules: dict[float, dict[_Ends, None]] = {}

    def box(self, box: Box, left: float, top: float) -> None:
        """Draw a box of any kind."""
        if isinstance(box, TextBox):
            self._paragraph(box, left, top)
        elif isinstance(box, RuleBox):
            x = left + (box.width - box.length) / 2
            self._line(x, top, x + box.length, top, box.thickness)
        elif isinstance(box, DrawingBox):
            indent = (box.width - from_mm(box.drawing.width)) / 2
            self._pictures.append((box.drawing, left + indent, top))
        else:
            self._table(box, left, top)

    def finish(self) -> None:
        """Put what was drawn on the page."""
        for drawing, left, top in self._pictures:
            draw_picture(self._canvas, drawing, left * POINTS_PER_TWIP, self._y(top))
        self._canvas.drawText(self._text)
        for thickness, lines in self._rules.items():
            self._canvas.setLineWidth(thickness * POINTS_PER_TWIP)
            self._canvas.lines(lines)

    def cut(self, top: float, left: float, right: float) -> None:
        """Draw a dashed line across the page, to cut along."""
        y = self._y(top)
        self._canvas.saveState()
        self._canvas.setLineWidth(_CUT_THICKNESS)
        self._canvas.setDash(*_CUT_DASH)
        self._canvas.line(left * POINTS_PER_TWIP, y, right * POINTS_PER_TWIP, y)
        self._canvas.restoreState()

    def _paragraph(self, box: TextBox, left: float, top: float) -> None:
        base = top + box.ascent
        for number, line in enumerate(box.lines, box.from_line):
            first = 0.0 if number else box.first
            self._text_line(box, line, left + box.left + first, box.width - first, base)
            base += box.advance

    def _text_line(
        self, box: TextBox, line: TextLine, left: float, room: float, base: float
    ) -> None:
        spare = room - line.width
        stretch = 0.0
        if box.align is Align.CENTER:
            left += spare / 2
        elif box.align is Align.RIGHT:
            left += spare
        elif box.align is Align.JUSTIFY and not line.ends and line.blanks:
            stretch = spare / line.blanks
        text = self._text
        text.setTextOrigin(left * POINTS_PER_TWIP, self._y(base))
        text.setWordSpace(stretch * POINTS_PER_TWIP)
        for segment in line.segments:
            text.setFont(font_name(*segment.face), box.look.size)
            text.textOut(segment.text)

    def _table(self, table: TableBox, left: float, top: float) -> None:
        left += table.left
        for index, row in enumerate(table.rows):
            for cell in row.cells:
                if not cell.covered:
                    height = sum(r.height for r in table.rows[index : index + cell.rows])
                    self._cell(table, row, cell, left, top, height)
            top += row.height

    def _cell(
        self, table: TableBox, row: RowBox, cell: CellBox, left: float, top: float, height: float
    ) -> None:
        x = left + cell.left
        if table.border:
            self._frame(x, top, x + cell.width, top + height, table.border)
        y = top + table.border + row.gap
        if cell.middle:
            y += (height - table.border - cell.height) / 2
        for box in cell.content:
            y += box.before
            self.box(box, x + table.padding, y)
            y += box.height

    def _frame(self, x0: float, y0: float, x1: float, y1: float, thickness: float) -> None:
        self._line(x0, y0, x1, y0, thickness)
        self._line(x0, y0, x0, y1, thickness)
        self._line(x1, y0, x1, y1, thickness)
        self._line(x0, y1, x1, y1, thickness)

    def _line(self, x0: float, y0: float, x1: float, y1: float, thickness: float) -> None:
        ends = (x0 * POINTS_PER_TWIP, self._y(y0), x1 * POINTS_PER_TWIP, self._y(y1))
        self._rules.setdefault(thickness, {})[ends] = None

    def _y(self, top: float) -> float:
        return (self._height - top) * POINTS_PER_TWIP
