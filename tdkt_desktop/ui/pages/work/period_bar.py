"""The row over the calendar and the timeline: today, back, on, and what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from tdkt_desktop.i18n import _
from tdkt_desktop.ui.widgets.form import text_label

if TYPE_CHECKING:
    from tdkt_desktop.ui.theme.theme import Theme

_ICON: Final = QSize(18, 18)


class PeriodBar(QWidget):
    """`stepped` carries -1 or 1; `extra` is a switch at the right with its own word."""

    today_wanted = Signal()
    stepped = Signal(int)

    def __init__(self, theme: Theme, back: str, on: str, extra: str) -> None:
        super().__init__()
        self._theme = theme
        self.today = QPushButton(_("Hôm nay"))
        self.today.clicked.connect(self.today_wanted)
        self.back = self._arrow(back, -1)
        self.on = self._arrow(on, 1)
        self._label = text_label("", "section")
        self.extra = QToolButton()
        self.extra.setProperty("kind", "button")
        self.extra.setCheckable(True)
        self.extra.setText(extra)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self.today, self.back, self.on, self._label):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.extra)
        theme.changed.connect(self._recolour)
        self._recolour()

    def show_label(self, text: str) -> None:
        """Say what is shown."""
        self._label.setText(text)

    def _arrow(self, name: str, step: int) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "tool")
        button.setIconSize(_ICON)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(lambda: self.stepped.emit(step))
        return button

    def _recolour(self) -> None:
        self.back.setIcon(self._theme.icon("chevron-left"))
        self.on.setIcon(self._theme.icon("chevron-right"))
