"""Shows a drawing on the screen: the shapes that paper gets, in the colours of the theme."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from tdkt_desktop.documents.drawing import Bar, Drawing, Label, Stroke, Tone
from tdkt_desktop.documents.layout_profile import Align

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from tdkt_desktop.documents.chart_sheet import Measure
    from tdkt_desktop.ui.theme.theme import Theme

Maker = Callable[[float, "Measure"], Drawing | None]
"""Returns a drawing for a width in millimetres and a way to measure text; None for nothing."""

_PAPER_SIZE: Final = 10.0
"""The size of letters in drawings, in points: on the screen it is the size of small text."""
_MM_PER_INCH: Final = 25.4
_POINTS_PER_INCH: Final = 72


class DrawingView(QWidget):
    """As wide as its place, as high as the drawing; `show_drawing` says how it is made."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._maker: Maker = lambda _width, _measure: None
        self._drawing: Drawing | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._draw_anew)

    def show_drawing(self, maker: Maker) -> None:
        """Show what a maker draws, now and whenever the width changes."""
        self._maker = maker
        self._draw_anew()

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._draw_anew()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._drawing is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for shape in self._drawing.shapes:
            self._paint(painter, shape)

    def _draw_anew(self) -> None:
        self._drawing = self._maker(self.width() / self._scale, self._measure)
        height = self._drawing.height if self._drawing else 0.0
        self.setFixedHeight(round(height * self._scale))
        self.setAccessibleName(self._drawing.words if self._drawing else "")
        self.update()

    @property
    def _scale(self) -> float:
        """Pixels for a millimetre of the drawing, so that its letters are those of the window."""
        larger = self._theme.point_size / _PAPER_SIZE
        return self.logicalDpiX() / _MM_PER_INCH * larger

    def _font(self, size: float, bold: bool) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(round(size * self._scale * _MM_PER_INCH / _POINTS_PER_INCH))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def _measure(self, text: str, size: float, bold: bool) -> float:
        return QFontMetricsF(self._font(size, bold)).horizontalAdvance(text) / self._scale

    def _paint(self, painter: QPainter, shape: Bar | Stroke | Label) -> None:
        scale = self._scale
        colour = self._colour(shape.tone)
        if isinstance(shape, Bar):
            box = (shape.left, shape.top, shape.width, shape.height)
            painter.fillRect(QRectF(*(length * scale for length in box)), colour)
        elif isinstance(shape, Stroke):
            painter.setPen(QPen(colour, max(1.0, shape.thickness)))
            painter.drawPolyline(
                QPolygonF([QPointF(x * scale, y * scale) for x, y in shape.points])
            )
        else:
            self._paint_label(painter, shape, colour)

    def _paint_label(self, painter: QPainter, label: Label, colour: QColor) -> None:
        font = self._font(label.size, label.bold)
        painter.setFont(font)
        painter.setPen(colour)
        width = QFontMetricsF(font).horizontalAdvance(label.text)
        shares = {Align.CENTER: 0.5, Align.RIGHT: 1.0}
        left = label.left * self._scale - width * shares.get(label.align, 0.0)
        painter.drawText(QPointF(left, label.base * self._scale), label.text)

    def _colour(self, tone: Tone) -> QColor:
        tokens = self._theme.tokens
        if tone is Tone.SECOND:
            colour = QColor(tokens.accent)
            colour.setAlphaF(0.45)
            return colour
        return QColor(
            {
                Tone.INK: tokens.text,
                Tone.FAINT: tokens.line,
                Tone.FIRST: tokens.accent,
                Tone.THIRD: tokens.soon,
                Tone.FOURTH: tokens.edge,
                Tone.DONE: tokens.done,
                Tone.LATE: tokens.late,
                Tone.ACTIVE: tokens.accent,
                Tone.REST: tokens.line,
                Tone.ON: tokens.surface,
            }[tone]
        )
