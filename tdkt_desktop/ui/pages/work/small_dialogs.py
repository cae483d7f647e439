"""The small questions about tasks: why they are not done, and when they are due now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QCheckBox, QPlainTextEdit

from tdkt_desktop.i18n import _
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.widgets.date_edit import DateEdit
from tdkt_desktop.ui.widgets.form import Field, text_label
from tdkt_desktop.vietnamese.dates import weekday_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.task_views import TaskView

_NAMED: Final = 4


def names_of(tasks: Sequence[TaskView]) -> str:
    """Return the names of tasks, the first few of many."""
    lines = [f"•  {task.name}" for task in tasks[:_NAMED]]
    if len(tasks) > _NAMED:
        lines.append(_("… và {n} nhiệm vụ nữa").format(n=len(tasks) - _NAMED))
    return "\n".join(lines)


class ReasonDialog(ActDialog):
    """Asks why tasks are not done; the reason goes into the reports."""

    def __init__(self, tasks: Sequence[TaskView], parent: QWidget | None = None) -> None:
        super().__init__(_("Không làm nữa"), _("Ghi “Không làm”"), parent)
        self.body.addWidget(text_label(names_of(tasks), wrap=True))
        self.edit = QPlainTextEdit()
        self.edit.setTabChangesFocus(True)
        self.edit.setFixedHeight(self.fontMetrics().height() * 4)
        self.edit.setPlainText(tasks[0].reason if len(tasks) == 1 else "")
        self.edit.textChanged.connect(self._enable)
        hint = _("Một câu, ví dụ: “Phường hoãn hội thi sang năm sau.” Lý do sẽ vào báo cáo.")
        self.body.addWidget(Field(_("Lý do không làm"), self.edit, hint))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)
        self.edit.setFocus()
        self._enable()

    def reason(self) -> str:
        """Return the reason as typed."""
        return self.edit.toPlainText().strip()

    def _enable(self) -> None:
        self.act.setEnabled(bool(self.reason()))


class DueDialog(ActDialog):
    """Asks for another last day of tasks."""

    def __init__(
        self, tasks: Sequence[TaskView], today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Dời hạn"), _("Dời hạn"), parent)
        self.body.addWidget(text_label(names_of(tasks), wrap=True))
        ends = {task.ends_on for task in tasks}
        self.edit = DateEdit(today, next(iter(ends)) if len(ends) == 1 else None)
        self._field = Field(_("Hạn mới"), self.edit, _("Chữ trong kế hoạch vẫn giữ nguyên."))
        self.body.addWidget(self._field)
        self._keep = QCheckBox(_("Dời cả ngày bắt đầu, giữ nguyên số ngày làm"))
        self._keep.setChecked(True)
        self._keep.setVisible(any(task.starts_on for task in tasks))
        self.body.addWidget(self._keep)
        self.edit.textChanged.connect(self._enable)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 56)
        self.edit.selectAll()
        self.edit.setFocus()
        self._enable()

    def day(self) -> date | None:
        """Return the day that is written."""
        return self.edit.day()

    def keeps_length(self) -> bool:
        """Tell whether the first days move along."""
        return self._keep.isChecked()

    def _enable(self) -> None:
        day = self.edit.day()
        self.act.setEnabled(day is not None)
        self._field.set_error(self.edit.fault())
        if day is not None:
            words = _("{weekday}. Chữ trong kế hoạch vẫn giữ nguyên.")
            self._field.set_hint(words.format(weekday=weekday_name(day)))
