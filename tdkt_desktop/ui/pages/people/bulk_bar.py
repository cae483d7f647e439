"""The bar under the list while several people are chosen: what can be done with all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.ui.widgets.icon_button import put_beside

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from tdkt_desktop.ui.pages.people.row_acts import RowActs
    from tdkt_desktop.ui.theme.theme import Theme

_ICON: Final = QSize(18, 18)
_ACTS: Final = (
    ("rate", N_("Xếp loại…")),
    ("leave", N_("Ghi nghỉ…")),
    ("export", N_("Xuất…")),
    ("remove", N_("Xoá")),
)
_WORDS_FROM: Final = 41
"""From this many text heights on, the buttons have words."""


class BulkBar(QFrame):
    """Not there while fewer than two are chosen; the list shrinks for it, nothing is covered."""

    def __init__(self, theme: Theme, acts: RowActs) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("bar", "selection")
        self._count = QLabel()
        self._count.setProperty("look", "strong")
        self.regroup = QToolButton()
        self.regroup.setText(_("Chuyển tổ"))
        self.regroup.setMenu(acts.move)
        self.regroup.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._buttons = [self.regroup]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 8, 4)
        layout.setSpacing(4)
        layout.addWidget(self._count)
        layout.addStretch(1)
        layout.addWidget(self.regroup)
        for key, text in _ACTS:
            button = QToolButton()
            action = acts[key]
            button.setText(_(text))
            button.setIcon(action.icon())
            button.clicked.connect(action.trigger)
            action.changed.connect(
                lambda one=button, act=action: (
                    one.setEnabled(act.isEnabled()),
                    one.setIcon(act.icon()),
                )
            )
            self._buttons.append(button)
            layout.addWidget(button)
        for button in self._buttons:
            button.setProperty("kind", "tool")
            button.setIconSize(_ICON)
            button.setToolTip(button.text())
            button.setAccessibleName(button.text())
        theme.changed.connect(self._recolour)
        self._recolour()
        self.hide()

    def show_count(self, count: int) -> None:
        """Show the bar for so many people, or hide it."""
        self._count.setText(_("Đã chọn {n} người").format(n=count))
        self.setVisible(count > 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() > self.fontMetrics().height() * _WORDS_FROM
        for button in self._buttons:
            put_beside(button, words=wide)

    def _recolour(self) -> None:
        self.regroup.setIcon(self._theme.icon("call-split"))
