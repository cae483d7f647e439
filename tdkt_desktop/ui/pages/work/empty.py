"""What the page says while there is nothing to show, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from tdkt_desktop.i18n import _
from tdkt_desktop.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from tdkt_desktop.ui.pages.work.reader import WorkNews


class WorkEmpty(QWidget):
    """Three reasons: no plan yet, a plan without rows, a filter that keeps nothing."""

    plans_wanted = Signal()
    add_wanted = Signal()
    clear_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.no_plan = EmptyState(
            _(
                "Năm này chưa có kế hoạch. "
                "Nhiệm vụ lấy từ phụ lục của kế hoạch, không phải ghi lại."
            ),
            _("Lập kế hoạch"),
            _("hoặc thêm nhiệm vụ ngoài kế hoạch"),
        )
        self.no_annex = EmptyState(
            _(
                "Kế hoạch của năm chưa có phụ lục tiến độ nào có dòng. "
                "Thêm phụ lục trong kế hoạch thì nhiệm vụ tự hiện ở đây."
            ),
            _("Mở kế hoạch"),
            _("hoặc thêm nhiệm vụ ngoài kế hoạch"),
        )
        self.nothing = EmptyState(_("Không có nhiệm vụ nào khớp với bộ lọc."), _("Bỏ lọc"))
        self._stack = QStackedWidget()
        for part in (self.no_plan, self.no_annex, self.nothing):
            self._stack.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        for part in (self.no_plan, self.no_annex):
            part.act.connect(self.plans_wanted)
            part.other.connect(self.add_wanted)
        self.nothing.act.connect(self.clear_wanted)

    def no_tasks(self, news: WorkNews) -> None:
        """Say that the year has no tasks, and why."""
        self._stack.setCurrentWidget(self.no_annex if news.plans else self.no_plan)

    def nothing_found(self) -> None:
        """Say that the filter keeps nothing."""
        self._stack.setCurrentWidget(self.nothing)
