"""The caps of an award: how many may be chosen, and how many are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from tdkt_desktop.i18n import _
from tdkt_desktop.ui.widgets.chip import Chip, ChipLabel, ChipState
from tdkt_desktop.ui.widgets.form import text_label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from tdkt_desktop.services.eligibility_views import CapUse
    from tdkt_desktop.ui.theme.theme import Theme

_MOST_BOXES: Final = 20
_HEIGHT: Final = 16
_GAP: Final = 3


class _Boxes(QWidget):
    """A box for each place: filled, still free, or too much."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._chosen = self._allowed = 0
        self.setMinimumWidth(120)
        self.setFixedHeight(_HEIGHT)
        theme.changed.connect(self.update)

    def show_counts(self, chosen: int, allowed: int) -> None:
        self._chosen, self._allowed = chosen, allowed
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(360, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        total = max(self._chosen, self._allowed)
        if not total:
            return
        painter = QPainter(self)
        tokens = self._theme.tokens
        boxes = min(total, _MOST_BOXES)
        width = (self.width() - (boxes - 1) * _GAP) / boxes
        for place in range(boxes):
            box = QRectF(place * (width + _GAP), 0.5, width, _HEIGHT - 1)
            number = (place + 0.5) * total / boxes
            if number < min(self._chosen, self._allowed):
                painter.fillRect(box, QColor(tokens.accent))
            elif number < self._chosen:
                painter.fillRect(box, QColor(tokens.late))
            else:
                painter.setPen(QPen(QColor(tokens.edge), 1, Qt.PenStyle.DashLine))
                painter.drawRect(box.adjusted(0.5, 0, -0.5, 0))


class CapBar(QFrame):
    """One cap: its sentence, the boxes, the count; hidden where the award has none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("panel", True)
        self._name = text_label("", "strong")
        self._sentence = text_label("", "hint")
        self._sentence.setWordWrap(True)
        self._boxes = _Boxes(theme)
        self._count = text_label("", "strong")
        self._rest = text_label("", "hint")
        self._chip = ChipLabel(theme)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(12)
        row.addLayout(words, 3)
        row.addWidget(self._boxes, 4)
        row.addWidget(self._count)
        row.addWidget(self._rest)
        row.addWidget(self._chip)
        self.hide()

    def show_cap(self, cap: CapUse | None) -> None:
        """Show how much of a cap is used."""
        self.setVisible(cap is not None)
        if cap is None:
            return
        self._name.setText(cap.text)
        self._sentence.setText(cap.sentence)
        self._sentence.setToolTip(cap.source)
        self._boxes.setVisible(cap.allowed is not None)
        self._boxes.show_counts(cap.chosen, cap.allowed or 0)
        self._count.setText(_count(cap))
        self._rest.setText(_rest(cap))
        self._chip.setVisible(not cap.verified)
        self._chip.show_chip(Chip(ChipState.UNVERIFIED, _("Chưa kiểm chứng")))
        self.setAccessibleName(f"{cap.text}: {_count(cap)}, {_rest(cap)}")


def _count(cap: CapUse) -> str:
    return str(cap.chosen) if cap.allowed is None else f"{cap.chosen} / {cap.allowed}"


def _rest(cap: CapUse) -> str:
    if cap.left is None:
        return _("đã đề nghị; chưa tính được hạn mức")
    if cap.left < 0:
        return _("vượt {n}").format(n=-cap.left)
    return _("đã đề nghị · còn {n}").format(n=cap.left)
