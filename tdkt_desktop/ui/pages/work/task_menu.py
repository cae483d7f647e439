"""The context menu of tasks, the same in all views."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from tdkt_desktop.i18n import _
from tdkt_desktop.services.task_views import ROLE_NAMES, TaskRole, TaskState
from tdkt_desktop.ui.pages.work.selection_bar import state_menu

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.movements import MovementView
    from tdkt_desktop.services.task_views import TaskView
    from tdkt_desktop.ui.pages.work.acts import WorkActs
    from tdkt_desktop.ui.theme.theme import Theme


class TaskMenu(QMenu):
    """Offers what can be done to one task or several; it ends itself when it closes."""

    opened = Signal(int)

    def __init__(
        self,
        theme: Theme,
        acts: WorkActs,
        tasks: Sequence[TaskView],
        movements: Sequence[MovementView],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme, self._acts, self._tasks = theme, acts, list(tasks)
        if len(tasks) == 1:
            first = self.addAction(_("Mở"), lambda: self.opened.emit(tasks[0].id))
            self.setDefaultAction(first)
            self.addSeparator()
        self._add_states()
        self.addAction(theme.icon("calendar"), _("Dời hạn…"), lambda: acts.ask_due(self._tasks))
        if any(task.dated for task in tasks):
            self.addAction(_("Lấy ngày theo kế hoạch"), lambda: acts.follow_due(self._tasks))
        self._add_roles()
        self._add_movements(movements)
        self.addSeparator()
        self.addAction(theme.icon("trash-can-outline"), _("Xoá"), lambda: acts.remove(self._tasks))
        self.aboutToHide.connect(self.deleteLater)

    def _add_states(self) -> None:
        states = state_menu(self._theme, self)
        states.setTitle(_("Trạng thái"))
        states.setIcon(self._theme.icon("progress-check"))
        states.triggered.connect(
            lambda action: self._acts.set_state(self._tasks, TaskState(action.data()))
        )
        self.addMenu(states)

    def _add_roles(self) -> None:
        roles = self.addMenu(self._theme.icon("account-multiple-outline"), _("Giao cho"))
        for role in TaskRole:
            words = f"{_(ROLE_NAMES[role])}…"
            roles.addAction(words, partial(self._acts.pick_parties, self._tasks, role))

    def _add_movements(self, movements: Sequence[MovementView]) -> None:
        if not movements:
            return
        menu = self.addMenu(self._theme.icon("bullhorn-outline"), _("Phong trào"))
        for one in movements:
            menu.addAction(one.facts.name, partial(self._acts.join, self._tasks, one.id))
        menu.addSeparator()
        menu.addAction(_("Không thuộc phong trào"), lambda: self._acts.join(self._tasks, None))
