"""What can be done to tasks from any of the views; every act is one step that undo takes back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from tdkt_desktop.errors import InputError, UserError
from tdkt_desktop.i18n import _
from tdkt_desktop.services.task_views import ROLE_NAMES, STATE_NAMES, TaskRole, TaskState
from tdkt_desktop.services.tasks import TaskReport
from tdkt_desktop.ui.feedback import Question
from tdkt_desktop.ui.pages.work.columns import ROLE_CELLS, Cell

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.models.changes import Change
    from tdkt_desktop.services.task_views import TaskView
    from tdkt_desktop.ui.desk import Desk

_FULL: Final = 100


class WorkActs(QObject):
    """Does what was asked for, tells what hinders, and offers to take it back.

    `finished` carries the ids of tasks that have just been done, so that a result may be written.
    """

    finished = Signal(list)

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk, self._owner = desk, owner

    # --- how far tasks have come ---

    def set_state(self, tasks: Sequence[TaskView], state: TaskState) -> bool:
        """Move tasks into a state; for those that are dropped a reason is asked first."""
        moving = [task for task in tasks if task.state is not state]
        if not moving:
            return False
        report = TaskReport(state=state)
        if state is TaskState.DROPPED:
            reason = self.ask_reason(moving)
            if reason is None:
                return False
            report = TaskReport(state=state, reason=reason)
        told = _("“{title}”: {state}.") if len(moving) == 1 else _("Đã đổi {n} nhiệm vụ: {state}.")
        words = told.format(title=moving[0].title, n=len(moving), state=_(STATE_NAMES[state]))
        if not self.report(moving, report, words):
            return False
        if state is TaskState.DONE:
            self.finished.emit([task.id for task in moving])
        return True

    def report(self, tasks: Sequence[TaskView], report: TaskReport, told: str = "") -> bool:
        """Say the same about tasks; without words nothing is told when it is done."""
        ids = [task.id for task in tasks]
        service, today = self._desk.context.tasks, self._desk.today()
        return self._do(lambda: service.report(ids, report, today), told)

    def set_progress(self, tasks: Sequence[TaskView], progress: int) -> bool:
        """Say how much of tasks is done; a task that was not begun is under way from now on."""
        fresh = all(task.state is TaskState.NOT_STARTED for task in tasks)
        state = TaskState.IN_PROGRESS if fresh and 0 < progress < _FULL else None
        if progress == _FULL:
            return self.set_state(tasks, TaskState.DONE)
        return self.report(tasks, TaskReport(state=state, progress=progress))

    def typed_due(self, tasks: Sequence[TaskView], typed: object) -> bool:
        """Keep a last day that was typed: a date, None for none, or words why it is no date."""
        if isinstance(typed, str):
            self.tell(InputError(typed))
            return False
        if isinstance(typed, date):
            return self.set_due(tasks, typed, keep_length=False)
        return all(self.set_dates(task, None, None) for task in tasks)

    def fill(self, source: TaskView, tasks: Sequence[TaskView], cell: Cell) -> bool:
        """Give tasks what another one has in a column."""
        role = ROLE_CELLS.get(cell)
        if role is not None:
            return self._fill_parties(source, tasks, role)
        if cell is Cell.STATE:
            return self.set_state(tasks, source.state)
        if cell is Cell.PROGRESS:
            return self.set_progress(tasks, source.progress)
        if cell is Cell.RESULT:
            return self.report(tasks, TaskReport(result=source.result), _("Đã điền xuống."))
        if cell is Cell.MOVEMENT:
            return self.join(tasks, source.movement_id)
        if cell is Cell.ENDS_ON and source.ends_on is not None:
            return self.set_due(tasks, source.ends_on, keep_length=False)
        return False

    def _fill_parties(self, source: TaskView, tasks: Sequence[TaskView], role: TaskRole) -> bool:
        parties = [party for party in source.parties if party.role is role]
        persons = [one.person_id for one in parties if one.person_id is not None]
        groups = [one.group_id for one in parties if one.group_id is not None]
        bodies = [one.name for one in parties if one.person_id is None is one.group_id]
        service, ids = self._desk.context.tasks, [task.id for task in tasks]
        return self._do(
            lambda: service.assign(ids, role, persons, groups, bodies), _("Đã điền xuống.")
        )

    def set_due(self, tasks: Sequence[TaskView], day: date, *, keep_length: bool = True) -> bool:
        """Give tasks another last day; with `keep_length` the first day moves along."""
        service, ids = self._desk.context.work, [task.id for task in tasks]
        told = _("Đã dời hạn {n} nhiệm vụ đến {day}.").format(n=len(tasks), day=f"{day:%d/%m/%Y}")
        return self._do(lambda: service.move_due(ids, day, keep_length=keep_length), told)

    def set_dates(self, task: TaskView, first: date | None, last: date | None) -> bool:
        """Say the first and the last day of a task."""
        service = self._desk.context.tasks
        return self._do(lambda: service.set_dates([task.id], first, last))

    def follow_due(self, tasks: Sequence[TaskView]) -> bool:
        """Take the days of tasks from the words of the plan again."""
        service, ids = self._desk.context.tasks, [task.id for task in tasks]
        return self._do(lambda: service.follow_due(ids), _("Đã lấy ngày theo kế hoạch."))

    # --- who has a part ---

    def pick_parties(self, tasks: Sequence[TaskView], role: TaskRole) -> bool:
        """Ask who has a part in tasks, and keep it."""
        from tdkt_desktop.ui.pages.work.party_picker import PartyPicker

        dialog = PartyPicker(self._desk, tasks, role, self._owner)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        chosen = dialog.choice()
        dialog.deleteLater()
        if not accepted:
            return False
        service, ids = self._desk.context.tasks, [task.id for task in tasks]
        return self._do(
            lambda: service.assign(ids, role, chosen.persons, chosen.groups, chosen.bodies),
            _("Đã ghi {role} của {n} nhiệm vụ.").format(role=_(ROLE_NAMES[role]), n=len(ids)),
        )

    def join(self, tasks: Sequence[TaskView], movement_id: int | None) -> bool:
        """Count tasks to a movement, or to none."""
        service, ids = self._desk.context.tasks, [task.id for task in tasks]
        return self._do(lambda: service.join_movement(ids, movement_id))

    # --- coming and going ---

    def remove(self, tasks: Sequence[TaskView]) -> bool:
        """Put added tasks into the bin; one of the plan is dropped instead, if wanted."""
        planned = [task for task in tasks if not task.added and not task.withdrawn]
        if planned:
            return self._drop_instead(planned)
        ids = [task.parent_id or task.id for task in tasks]
        service = self._desk.context.tasks
        told = _("Đã xoá {n} nhiệm vụ.").format(n=len(ids))
        return self._do(lambda: service.throw_away(dict.fromkeys(ids)), told)

    def _drop_instead(self, planned: Sequence[TaskView]) -> bool:
        title = _("“{title}” là việc trong kế hoạch nên không xoá ở đây.")
        several = _("{n} việc đang chọn là việc trong kế hoạch nên không xoá ở đây.")
        text = (title if len(planned) == 1 else several).format(
            title=planned[0].title, n=len(planned)
        )
        detail = _("Việc không làm nữa thì ghi “Không làm” kèm lý do; lý do vào báo cáo.")
        if not self._desk.feedback.ask(Question(text, detail, _("Ghi “Không làm”…")), self._owner):
            return False
        return self.set_state(planned, TaskState.DROPPED)

    # --- asking ---

    def ask_reason(self, tasks: Sequence[TaskView]) -> str | None:
        """Ask why tasks are not done; None where the person left."""
        from tdkt_desktop.ui.pages.work.small_dialogs import ReasonDialog

        dialog = ReasonDialog(tasks, self._owner)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        reason = dialog.reason()
        dialog.deleteLater()
        return reason if accepted else None

    def ask_due(self, tasks: Sequence[TaskView]) -> bool:
        """Ask for another last day of tasks, and keep it."""
        from tdkt_desktop.ui.pages.work.small_dialogs import DueDialog

        dialog = DueDialog(tasks, self._desk.today(), self._owner)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        day, keep = dialog.day(), dialog.keeps_length()
        dialog.deleteLater()
        return accepted and day is not None and self.set_due(tasks, day, keep_length=keep)

    def tell(self, error: UserError) -> None:
        """Say what hinders."""
        self._desk.feedback.error(error, self._owner)

    def _do(self, act: Callable[[], Change | None], told: str = "") -> bool:
        """Do something, and say so with a way back."""
        try:
            change = act()
        except UserError as error:
            self.tell(error)
            return False
        if told and change:
            self._desk.feedback.note(told, _("Hoàn tác"), lambda: self._take_back(change))
        return True

    def _take_back(self, change: Change) -> None:
        try:
            self._desk.context.history.take_back(change)
        except UserError as error:
            self._desk.feedback.note(error.message)
