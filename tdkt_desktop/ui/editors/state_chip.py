"""A word with its icon and shape that says in which state something is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tdkt_desktop.ui.theme.tokens import ChipShape

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from tdkt_desktop.ui.theme.theme import Theme

_ICON = 15
_PAD = 8
_LOOKS = {"draft": "draft", "waiting": "waiting", "issued": "done", "revised": "not_yet"}


class StateChip(QWidget):
    """Paints the state of a plan by the look that the theme has for it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._state, self._words = theme, "draft", ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def say(self, state: str, words: str) -> None:
        """Show a state: its stored value and its word."""
        self._state, self._words = state, words
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self._words)
        return QSize(words + _ICON + 2 * _PAD + 6, self.fontMetrics().height() + 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = getattr(self._theme.tokens.states, _LOOKS.get(self._state, "draft"))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        outlined = look.shape in (ChipShape.OUTLINE, ChipShape.PILL)
        painter.setPen(QPen(QColor(look.ink)) if outlined else QPen(Qt.PenStyle.NoPen))
        painter.setBrush(QColor(look.ground) if look.ground else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 4, 4)
        icon = QRectF(_PAD, (self.height() - _ICON) / 2, _ICON, _ICON)
        self._theme.icons.draw(painter, look.icon, look.ink, icon)
        painter.setPen(QColor(look.ink))
        words = self.rect().adjusted(_PAD + _ICON + 6, 0, 0, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self._words)
        painter.end()
