"""The dialog for a task that comes during the year, and for the words of one that came so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit

from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import _
from tdkt_desktop.services.people_views import PersonState
from tdkt_desktop.services.task_views import ROLE_NAMES, TaskRole
from tdkt_desktop.services.tasks import TaskWords
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.editors.sheet_delegate import due_words
from tdkt_desktop.ui.widgets.form import Field, add_pair, text_label
from tdkt_desktop.vietnamese.due import read_due

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.movements import MovementView
    from tdkt_desktop.services.period import PlanPeriod
    from tdkt_desktop.services.task_views import TaskView
    from tdkt_desktop.ui.desk import Desk

_WIDTH: Final = 78


class AddTaskDialog(ActDialog):
    """Says what is to be done, by whom and when; the due is typed as in a plan and shown as read.

    With a task its words are changed. What cannot be kept is told beside the field, and the dialog
    stays open.
    """

    def __init__(
        self,
        desk: Desk,
        period: PlanPeriod,
        movements: Sequence[MovementView],
        parent: QWidget | None = None,
        task: TaskView | None = None,
    ) -> None:
        title = _("Sửa nhiệm vụ thêm trong năm") if task else _("Thêm nhiệm vụ trong năm")
        super().__init__(title, _("Lưu") if task else _("Thêm"), parent)
        self._desk, self._period, self._task = desk, period, task
        self.task_id: int | None = task.id if task else None
        self.titled, self.due = QLineEdit(), QLineEdit()
        self.roles = {role: QLineEdit() for role in TaskRole}
        self.movement = QComboBox()
        self._arrange(movements)
        self._fill()
        self.act.clicked.disconnect()
        self.act.clicked.connect(self._keep)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDTH)
        self.titled.setFocus()
        self._enable()

    def words(self) -> TaskWords:
        """Return the words as typed."""
        return TaskWords(
            self.titled.text(),
            **{role.value: line.text() for role, line in self.roles.items()},
            due=self.due.text(),
            section=self._task.section if self._task else "",
            note=self._task.note if self._task else "",
        )

    def _arrange(self, movements: Sequence[MovementView]) -> None:
        told = _("Nhiệm vụ này không có trong kế hoạch; báo cáo ghi là việc phát sinh.")
        self.body.addWidget(text_label(told, "hint", wrap=True))
        self._title_field = Field(_("Nội dung công việc"), self.titled)
        self._due_field = Field(
            _("Thời gian"), self.due, _("Như trong kế hoạch: “Trước ngày 20/12”, “Hằng tuần”…")
        )
        self.body.addWidget(self._title_field)
        self.body.addWidget(self._due_field)
        names = self._names()
        for line in self.roles.values():
            completer = QCompleter(names, line)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            line.setCompleter(completer)
        lead, executor, coordinator = (
            Field(_(ROLE_NAMES[role]), line) for role, line in self.roles.items()
        )
        add_pair(self.body, ((lead, 1), (executor, 1)))
        self.movement.addItem(_("Không thuộc phong trào"), None)
        for one in movements:
            self.movement.addItem(one.facts.name, one.id)
        add_pair(self.body, ((coordinator, 1), (Field(_("Phong trào"), self.movement), 1)))
        self.titled.textChanged.connect(self._enable)
        self.due.textChanged.connect(self._read_due)

    def _names(self) -> list[str]:
        context = self._desk.context
        people = sorted(context.people.rows(), key=lambda row: row.name_key)
        working = [row.full_name for row in people if row.state is PersonState.WORKING]
        return [*(group.name for group in context.groups.groups()), *working]

    def _fill(self) -> None:
        if self._task is None:
            return
        self.titled.setText(self._task.title)
        self.due.setText(self._task.due)
        for role, line in self.roles.items():
            line.setText(self._task.of(role))
        self.movement.setCurrentIndex(max(0, self.movement.findData(self._task.movement_id)))

    def _enable(self) -> None:
        self.act.setEnabled(bool(self.titled.text().strip()))

    def _read_due(self, text: str) -> None:
        """Show how the due is understood."""
        school_year = self._period.school_year
        due = read_due(text, None if school_year else self._period.year, school_year)
        understood = due_words(due)
        if due.recurring:
            hint = _("Việc lặp lại: mỗi kỳ là một lần làm, đánh dấu riêng.")
        elif understood:
            hint = _("Hiểu là {days}").format(days=understood)
        else:
            hint = _("Chưa thấy ngày nào: nhiệm vụ không có hạn.") if text.strip() else ""
        self._due_field.set_error("")
        self._due_field.set_hint(hint or _("Như trong kế hoạch: “Trước ngày 20/12”, “Hằng tuần”…"))

    def _keep(self) -> None:
        """Keep what is typed, and say what hinders."""
        tasks, movement = self._desk.context.tasks, self.movement.currentData()
        try:
            if self._task is None:
                self.task_id = tasks.add(self.words(), self._period, movement)
            else:
                tasks.reword(self._task.id, self.words())
                if movement != self._task.movement_id:
                    tasks.join_movement([self._task.id], movement)
        except UserError as error:
            self._due_field.set_error(f"{error.message} {error.hint}".strip())
            self.due.setFocus()
            return
        self.accept()
