"""The quiet bar after a task was done: its real day and its result, if somebody wants to say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton

from tdkt_desktop.i18n import _
from tdkt_desktop.services.tasks import TaskReport
from tdkt_desktop.ui.widgets.date_edit import DateEdit
from tdkt_desktop.ui.widgets.elided_label import ElidedLabel
from tdkt_desktop.ui.widgets.form import text_label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QKeyEvent


class DoneBar(QFrame):
    """`said` carries the ids of the tasks and what was said of them."""

    said = Signal(list, object)

    def __init__(self, today: date) -> None:
        super().__init__()
        self.setProperty("bar", "selection")
        self._today = today
        self._ids: list[int] = []
        self._name = ElidedLabel("", "strong")
        self.result = QLineEdit()
        self.result.setPlaceholderText(_("Kết quả trong một câu, ví dụ: 24/24 giáo viên tham gia"))
        self.result.setAccessibleName(_("Kết quả"))
        self.day = DateEdit(today)
        self.day.setAccessibleName(_("Ngày xong"))
        self.day.setFixedWidth(self.fontMetrics().averageCharWidth() * 16)
        self.keep = QPushButton(_("Ghi"))
        self.keep.setProperty("kind", "primary")
        self.leave = QPushButton(_("Để sau"))
        self.leave.setProperty("kind", "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 6, 5)
        row.addWidget(self._name, 2)
        row.addWidget(self.result, 3)
        row.addWidget(text_label(_("Ngày xong"), "label"))
        row.addWidget(self.day)
        row.addWidget(self.keep)
        row.addWidget(self.leave)
        self.keep.clicked.connect(self._say)
        self.result.returnPressed.connect(self._say)
        self.day.returnPressed.connect(self._say)
        self.leave.clicked.connect(self.hide)
        self.hide()

    def ask(self, ids: Sequence[int], name: str, result: str, day: date | None) -> None:
        """Offer to say what came of tasks."""
        self._ids = list(ids)
        several = _("Đã xong {n} nhiệm vụ").format(n=len(ids))
        self._name.setText(_("Đã xong: {title}").format(title=name) if len(ids) == 1 else several)
        self._name.setToolTip(name)
        self.result.setText(result)
        self.day.set_day(day or self._today)
        self.show()

    def _say(self) -> None:
        day = self.day.day()
        if day is None:
            self.day.setFocus()
            return
        result = self.result.text() if self.result.text().strip() else None
        self.said.emit(self._ids, TaskReport(result=result, done_on=day))
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
