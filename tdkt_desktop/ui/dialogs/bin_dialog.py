"""The bin: plans that were thrown away, to be taken back or removed for good."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.plan_views import PlanSummary
from tdkt_desktop.ui.dialogs.record_bin import BinAccess, BinWords, RecordBin, one_by_one
from tdkt_desktop.ui.tables.columns_model import TextColumn
from tdkt_desktop.ui.tables.plan_list_model import subject_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.ui.desk import Desk


def _thrown(plan: PlanSummary) -> str:
    return f"{plan.deleted_at.astimezone():%d/%m/%Y %H:%M}" if plan.deleted_at else ""


_COLUMNS: Final[tuple[TextColumn[PlanSummary], ...]] = (
    TextColumn(N_("Trích yếu"), subject_of),
    TextColumn(N_("Thời gian"), lambda plan: plan.period.name, quiet=True),
    TextColumn(N_("Xoá lúc"), _thrown, lambda plan: plan.deleted_at, right=True, quiet=True),
)


class BinDialog(RecordBin[PlanSummary]):
    """Lists the bin; what is taken back goes to its old place."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        plans = desk.context.plans
        access = BinAccess(
            lambda: plans.plans(in_bin=True),
            one_by_one(plans.bring_back),
            one_by_one(plans.remove_for_good),
            _("Thùng rác không có kế hoạch nào."),
        )
        words = BinWords(name=_("Kế hoạch đã xoá"), sure=_("Xoá hẳn {n} kế hoạch?"))
        super().__init__(desk, access, _COLUMNS, parent, words)
