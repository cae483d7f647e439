"""Draws a drawing on a canvas of the PDF library, as vectors and real text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.drawing import Bar, Label, Stroke
from tdkt_desktop.documents.layout_profile import Align
from tdkt_desktop.exports.inks import INKS
from tdkt_desktop.exports.pdf_fonts import font_name

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from tdkt_desktop.documents.drawing import Drawing, Tone

_POINTS_PER_MM: Final = 72 / 25.4
_FULL: Final = 255


def draw_picture(canvas: Canvas, drawing: Drawing, left: float, top: float) -> None:
    """Draw with the top left corner at a place given in points from the foot of the page."""
    canvas.saveState()
    canvas.translate(left, top)
    for shape in drawing.shapes:
        if isinstance(shape, Bar):
            _bar(canvas, shape)
        elif isinstance(shape, Stroke):
            _stroke(canvas, shape)
        else:
            _label(canvas, shape)
    canvas.restoreState()


def _bar(canvas: Canvas, bar: Bar) -> None:
    canvas.setFillColorRGB(*_ink(bar.tone))
    left, foot = _place(bar.left, bar.top + bar.height)
    width, height = bar.width * _POINTS_PER_MM, bar.height * _POINTS_PER_MM
    canvas.rect(left, foot, width, height, stroke=0, fill=1)


def _stroke(canvas: Canvas, stroke: Stroke) -> None:
    canvas.setStrokeColorRGB(*_ink(stroke.tone))
    canvas.setLineWidth(stroke.thickness)
    path = canvas.beginPath()
    path.moveTo(*_place(*stroke.points[0]))
    for point in stroke.points[1:]:
        path.lineTo(*_place(*point))
    canvas.drawPath(path)


def _label(canvas: Canvas, label: Label) -> None:
    canvas.setFillColorRGB(*_ink(label.tone))
    canvas.setFont(font_name(label.bold, italic=False), label.size)
    ways = {
        Align.CENTER: canvas.drawCentredString,
        Align.RIGHT: canvas.drawRightString,
    }
    ways.get(label.align, canvas.drawString)(*_place(label.left, label.base), label.text)


def _place(x: float, y: float) -> tuple[float, float]:
    return x * _POINTS_PER_MM, -y * _POINTS_PER_MM


def _ink(tone: Tone) -> tuple[float, ...]:
    return tuple(part / _FULL for part in INKS[tone])
