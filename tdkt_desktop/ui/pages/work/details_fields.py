"""The fields of a task's details; each stores itself when it is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tdkt_desktop.i18n import _
from tdkt_desktop.services.task_views import ROLE_NAMES, STATE_NAMES, TaskRole, TaskState
from tdkt_desktop.services.tasks import TaskReport
from tdkt_desktop.ui.pages.work.chips import state_chip
from tdkt_desktop.ui.pages.work.columns import parties_text
from tdkt_desktop.ui.pages.work.selection_bar import state_menu
from tdkt_desktop.ui.widgets.chip import ChipPainter
from tdkt_desktop.ui.widgets.date_edit import DateEdit
from tdkt_desktop.ui.widgets.form import Field, add_pair, guard_wheel, text_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent

    from tdkt_desktop.services.movements import MovementView
    from tdkt_desktop.services.task_views import TaskView
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.pages.work.acts import WorkActs

_STEP: Final = 5
_FULL: Final = 100


class Words(QPlainTextEdit):
    """Some lines that tell when they are left."""

    left = Signal()

    def __init__(self, lines: int) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().height() * lines + 12)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class StateFields(QWidget):
    """How far a task has come: state, progress, reason, result, note."""

    def __init__(self, desk: Desk, acts: WorkActs) -> None:
        super().__init__()
        self._desk, self._acts = desk, acts
        self._task: TaskView | None = None
        self.state = QToolButton()
        self.progress = QSpinBox()
        self.reason, self.note = QLineEdit(), QLineEdit()
        self.result = Words(3)
        self._arrange()
        self.progress.editingFinished.connect(self.store)
        self.reason.editingFinished.connect(self.store)
        self.note.editingFinished.connect(self.store)
        self.result.left.connect(self.store)

    def show_task(self, task: TaskView) -> None:
        """Show a task; a field that is being typed into keeps its words."""
        other = self._task is None or self._task.id != task.id
        self._task = task
        self.state.setText(_(STATE_NAMES[task.state]))
        look = ChipPainter(self._desk.theme).look(state_chip(task.state))
        self.state.setIcon(self._desk.theme.icon(look.icon, look.ink))
        needs_reason = task.state in (TaskState.WAITING, TaskState.DROPPED) or bool(task.reason)
        self._reason_field.setVisible(needs_reason)
        if other or not self.progress.hasFocus():
            self.progress.setValue(task.progress)
        for line, text in ((self.reason, task.reason), (self.note, task.note)):
            if (other or not line.hasFocus()) and line.text() != text:
                line.setText(text)
        if (other or not self.result.hasFocus()) and self.result.toPlainText() != task.result:
            self.result.setPlainText(task.result)

    def store(self) -> None:
        """Store what differs from the task."""
        task = self._task
        if task is None:
            return
        progress, reason = self.progress.value(), self.reason.text().strip()
        result, note = " ".join(self.result.toPlainText().split()), self.note.text().strip()
        if progress != task.progress:
            self._acts.set_progress([task], progress)
        report = TaskReport(
            result=result if result != task.result else None,
            reason=reason if reason != task.reason else None,
            note=note if note != task.note else None,
        )
        if report != TaskReport() and not self._acts.report([task], report):
            self._task = None
            self.show_task(task)

    def _arrange(self) -> None:
        self.state.setProperty("kind", "button")
        self.state.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.state.setAccessibleName(_("Trạng thái"))
        self.state.clicked.connect(self._offer_states)
        self.progress.setRange(0, _FULL)
        self.progress.setSingleStep(_STEP)
        self.progress.setSuffix(" %")
        self.progress.setProperty("bare", True)
        self._reason_field = Field(_("Lý do, vướng mắc"), self.reason)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        pair = ((Field(_("Trạng thái"), self.state), 3), (Field(_("Mức"), self.progress), 2))
        add_pair(layout, pair)
        layout.addWidget(self._reason_field)
        hint = _("Một câu; báo cáo lấy nguyên câu này.")
        layout.addWidget(Field(_("Kết quả"), self.result, hint))
        layout.addWidget(Field(_("Ghi chú"), self.note))

    def _offer_states(self) -> None:
        task = self._task
        if task is None:
            return
        menu = state_menu(self._desk.theme, self)
        menu.triggered.connect(
            lambda action: self._acts.set_state([task], TaskState(action.data()))
        )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.state.mapToGlobal(self.state.rect().bottomLeft()))


class DateFields(QWidget):
    """When a task is to be done by the plan, and when it really begins and ends."""

    def __init__(self, desk: Desk, acts: WorkActs) -> None:
        super().__init__()
        self._desk, self._acts = desk, acts
        self._task: TaskView | None = None
        today = desk.today()
        self.starts, self.ends = DateEdit(today), DateEdit(today)
        self.begun, self.done = DateEdit(today), DateEdit(today)
        self._plan = text_label("", "", wrap=True)
        self.follow = QPushButton(_("Lấy ngày theo kế hoạch"))
        self.follow.setProperty("kind", "link")
        self._fields = {
            "starts": Field(_("Từ ngày"), self.starts),
            "ends": Field(_("Hạn"), self.ends),
            "begun": Field(_("Bắt đầu làm"), self.begun),
            "done": Field(_("Ngày xong"), self.done),
        }
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._plan)
        fields = self._fields
        add_pair(layout, ((fields["starts"], 1), (fields["ends"], 1)))
        add_pair(layout, ((fields["begun"], 1), (fields["done"], 1)))
        layout.addWidget(self.follow, 0, Qt.AlignmentFlag.AlignLeft)
        for edit in (self.starts, self.ends, self.begun, self.done):
            edit.editingFinished.connect(self.store)
        self.follow.clicked.connect(self._follow)

    def show_task(self, task: TaskView) -> None:
        """Show a task; a field that is being typed into keeps its words."""
        other = self._task is None or self._task.id != task.id
        self._task = task
        words = (
            _("Thời gian ghi trong kế hoạch: {due}") if not task.added else _("Thời gian: {due}")
        )
        self._plan.setText(words.format(due=task.due or "–"))
        self.follow.setVisible(task.dated)
        self.done.setEnabled(task.state is TaskState.DONE)
        days = (
            (self.starts, task.starts_on),
            (self.ends, task.ends_on),
            (self.begun, task.begun_on),
            (self.done, task.done_on),
        )
        for edit, day in days:
            if other or not edit.hasFocus():
                edit.set_day(day)

    def store(self) -> None:
        """Store what differs from the task; a date that is none is told beside its field."""
        task = self._task
        if task is None or not self._all_right():
            return
        first, last = self.starts.day(), self.ends.day()
        if (first, last) != (task.starts_on, task.ends_on):
            self._kept(self._acts.set_dates(task, first, last))
        begun, done = self.begun.day(), self.done.day()
        report = TaskReport(
            begun_on=begun if begun != task.begun_on else None,
            done_on=done if task.state is TaskState.DONE and done != task.done_on else None,
        )
        if report != TaskReport():
            self._kept(self._acts.report([task], report))

    def _kept(self, kept: bool) -> None:
        """Show the task's own dates again where the new ones could not be kept."""
        task = self._task
        if not kept and task is not None:
            self._task = None
            self.show_task(task)

    def _all_right(self) -> bool:
        faults = {name: field.widget.fault() for name, field in self._fields.items()
                  if isinstance(field.widget, DateEdit)}  # fmt: skip
        for name, fault in faults.items():
            self._fields[name].set_error(fault)
        return not any(faults.values())

    def _follow(self) -> None:
        if self._task is not None:
            self._acts.follow_due([self._task])


class PartyFields(QWidget):
    """Who leads, does and helps, and which movement the task belongs to."""

    def __init__(self, acts: WorkActs) -> None:
        super().__init__()
        self._acts = acts
        self._task: TaskView | None = None
        self._names = {role: text_label("", "", wrap=True) for role in TaskRole}
        self.buttons = {role: QPushButton(_("Giao…")) for role in TaskRole}
        self.movement = QComboBox()
        guard_wheel(self.movement)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        for line, role in enumerate(TaskRole):
            name = _(ROLE_NAMES[role])
            grid.addWidget(text_label(name, "label"), line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._names[role], line, 1)
            button = self.buttons[role]
            button.setProperty("kind", "link")
            button.setAccessibleName(_("Giao: {role}").format(role=name))
            button.clicked.connect(lambda _on=False, which=role: self._pick(which))
            grid.addWidget(button, line, 2, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(grid)
        self._field = Field(_("Phong trào"), self.movement)
        layout.addWidget(self._field)
        self.movement.activated.connect(self._join)

    def show_task(self, task: TaskView, movements: Sequence[MovementView]) -> None:
        """Show a task."""
        self._task = task
        for role, label in self._names.items():
            gone = [one.name for one in task.parties if one.role is role and not one.present]
            words = parties_text(task, role) or "–"
            told = _("{names} đã nghỉ hoặc chuyển đi; xin giao lại.").format(names=", ".join(gone))
            label.setText(f"{words}\n{told}" if gone else words)
        self.movement.clear()
        self.movement.addItem(_("Không thuộc phong trào"), None)
        for one in movements:
            self.movement.addItem(one.facts.name, one.id)
        self.movement.setCurrentIndex(max(0, self.movement.findData(task.movement_id)))
        self._field.setVisible(bool(movements))

    def _pick(self, role: TaskRole) -> None:
        if self._task is not None:
            self._acts.pick_parties([self._task], role)

    def _join(self, place: int) -> None:
        chosen = self.movement.itemData(place)
        if self._task is not None and chosen != self._task.movement_id:
            self._acts.join([self._task], chosen)
