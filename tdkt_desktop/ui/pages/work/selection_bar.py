"""The bar under the table while several tasks are chosen: one act for all of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from tdkt_desktop.i18n import _
from tdkt_desktop.services.task_views import ROLE_NAMES, STATE_NAMES, TaskRole, TaskState
from tdkt_desktop.ui.pages.work.chips import state_chip
from tdkt_desktop.ui.widgets.chip import ChipPainter
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.ui.widgets.icon_button import put_beside

if TYPE_CHECKING:
    from tdkt_desktop.ui.theme.theme import Theme


class SelectionBar(QFrame):
    """Tells by `wanted` the act and what it is about, for instance "state" and "done"."""

    wanted = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("bar", "selection")
        self._count = text_label("", "strong")
        self._buttons: list[tuple[QToolButton, str]] = []
        self.state = self._button(_("Đổi trạng thái"), "progress-check")
        self.state.setMenu(self._menu("state", state_choices()))
        self.due = self._button(_("Dời hạn…"), "calendar")
        self.due.clicked.connect(lambda: self.wanted.emit("due", ""))
        self.assign = self._button(_("Giao cho"), "account-multiple-outline")
        roles = [(f"{_(ROLE_NAMES[role])}…", role.value) for role in TaskRole]
        self.assign.setMenu(self._menu("role", roles))
        self.join = self._button(_("Phong trào"), "bullhorn-outline")
        self.copy = self._button(_("Chép"), "content-copy")
        self.copy.clicked.connect(lambda: self.wanted.emit("copy", ""))
        self.remove = self._button(_("Xoá"), "trash-can-outline")
        self.remove.clicked.connect(lambda: self.wanted.emit("remove", ""))
        self.leave = QPushButton(_("Bỏ chọn (Esc)"))
        self.leave.setProperty("kind", "quiet")
        self.leave.clicked.connect(lambda: self.wanted.emit("leave", ""))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 6, 5)
        row.setSpacing(4)
        row.addWidget(self._count)
        row.addSpacing(8)
        for button, _icon in self._buttons:
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.leave)
        theme.changed.connect(self._recolour)
        self._recolour()
        self.hide()

    def show_count(self, count: int) -> None:
        """Show the bar while more than one task is chosen."""
        self._count.setText(_("Đã chọn {n} nhiệm vụ").format(n=count))
        self.setVisible(count > 1)

    def set_movements(self, movements: list[tuple[str, int]]) -> None:
        """Offer the movements that tasks may be counted to."""
        choices = [(name, str(number)) for name, number in movements]
        self.join.setMenu(self._menu("movement", [*choices, (_("Không thuộc phong trào"), "")]))
        self.join.setVisible(bool(movements))

    def set_compact(self, *, compact: bool) -> None:
        """Show the acts by their icons alone where there is little room."""
        for button, _icon in self._buttons:
            put_beside(button, words=not compact)

    def minimumSizeHint(self) -> QSize:
        # What gives way must not keep the window from getting narrower while it has not yet.
        return QSize(0, super().minimumSizeHint().height())

    def _menu(self, act: str, choices: list[tuple[str, str]]) -> QMenu:
        menu = QMenu(self)
        for text, value in choices:
            menu.addAction(text, partial(self.wanted.emit, act, value))
        return menu

    def _button(self, text: str, icon: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "quiet")
        button.setText(text)
        button.setToolTip(text)
        button.setAccessibleName(text)
        put_beside(button)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._buttons.append((button, icon))
        return button

    def _recolour(self) -> None:
        for button, icon in self._buttons:
            button.setIcon(self._theme.icon(icon))


def state_choices() -> list[tuple[str, str]]:
    """Return the states as choices; the one that asks for a reason says so."""
    names = {state: _(name) for state, name in STATE_NAMES.items()}
    names[TaskState.DROPPED] += "…"
    return [(names[state], state.value) for state in TaskState]


def state_menu(theme: Theme, parent: QWidget) -> QMenu:
    """Return a menu of the states with their icons; the data of each is its value."""
    menu, painter = QMenu(parent), ChipPainter(theme)
    for text, value in state_choices():
        look = painter.look(state_chip(TaskState(value)))
        action = menu.addAction(theme.icon(look.icon, look.ink), text)
        action.setData(value)
    return menu
