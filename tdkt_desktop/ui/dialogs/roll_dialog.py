"""A new plan from one of an earlier year: which one, and for which year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox

from tdkt_desktop.i18n import _
from tdkt_desktop.services.period import PlanPeriod
from tdkt_desktop.services.school_profile import Planning
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.tables.plan_list_model import subject_of
from tdkt_desktop.ui.widgets.form import add_row, text_label
from tdkt_desktop.ui.widgets.period_combo import PeriodCombo, period_to_come
from tdkt_desktop.vietnamese.school_year import SchoolYear

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.plan_views import PlanSummary


class RollDialog(ActDialog):
    """Proposes the newest plan and the year after it."""

    def __init__(
        self, plans: Sequence[PlanSummary], today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Kế hoạch mới từ năm trước"), _("Tạo kế hoạch"), parent)
        self._plans, self._today = plans, today
        self.plan = QComboBox()
        for one in plans:
            self.plan.addItem(f"{subject_of(one)} ({one.period.name})", one.id)
        self.plan.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.plan.setMinimumContentsLength(50)
        self.period = PeriodCombo(today)
        add_row(self.body, _("Lấy nội dung của"), self.plan)
        add_row(self.body, _("Làm kế hoạch cho"), self.period)
        told = _("Bản mới không có số và ngày. Chỗ nào còn ghi năm cũ sẽ được liệt kê để xem lại.")
        self.body.addWidget(text_label(told, "hint", wrap=True))
        self.plan.currentIndexChanged.connect(lambda _index: self._propose())
        self._propose()

    def plan_id(self) -> int:
        """The plan that was chosen."""
        return int(self.plan.currentData())

    def propose(self, plan_id: int) -> None:
        """Choose a plan; one of an earlier year is for the year that is to be planned now."""
        self.plan.setCurrentIndex(max(self.plan.findData(plan_id), 0))

    def _propose(self) -> None:
        old = self._plans[self.plan.currentIndex()].period
        planning = Planning.SCHOOL_YEAR if old.school_year else Planning.WORKING_YEAR
        self.period.offer(planning, period_to_come(old, self._today) or following(old))


def following(period: PlanPeriod) -> PlanPeriod:
    """Return the period after one, of the same kind."""
    year = period.year + 1
    return PlanPeriod(year, SchoolYear(year) if period.school_year else None)
