"""Writes a drawing as a sheet of its own: one page of PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tdkt_desktop.exports.pdf_fonts import REGULAR, register_fonts
from tdkt_desktop.exports.pdf_picture import draw_picture

if TYPE_CHECKING:
    from typing import BinaryIO

    from tdkt_desktop.documents.drawing import Drawing

_POINTS_PER_MM: Final = 72 / 25.4


def write_drawing_pdf(
    drawing: Drawing, stream: BinaryIO, sheet: tuple[float, float], margin: float, title: str
) -> None:
    """Write a drawing onto a sheet of a width and height, `margin` from its left and upper edge.

    All lengths are millimetres.
    """
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    width, height = (side * _POINTS_PER_MM for side in sheet)
    canvas = Canvas(stream, (width, height), invariant=1, lang="vi-VN", initialFontName=REGULAR)
    canvas.setTitle(title)
    edge = margin * _POINTS_PER_MM
    draw_picture(canvas, drawing, edge, height - edge)
    canvas.showPage()
    canvas.save()
