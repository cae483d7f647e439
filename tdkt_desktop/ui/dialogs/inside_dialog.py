"""What a back-up holds: the school and its plans, to choose the right one to restore."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.plan_views import STATUS_NAMES, PlanStatus
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.tables.columns_model import ColumnsModel, TextColumn
from tdkt_desktop.ui.tables.list_view import ListView
from tdkt_desktop.ui.widgets.form import text_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.backups import Inside, PlanLine
    from tdkt_desktop.ui.desk import Desk

_SUBJECT: Final = 1


class InsideDialog(ActDialog):
    """Nothing is changed by looking inside."""

    def __init__(
        self, desk: Desk, when: str, inside: Inside, fault: str, parent: QWidget | None = None
    ) -> None:
        title = _("Bên trong bản sao lưu “{when}”").format(when=when)
        super().__init__(title, _("Đóng"), parent)
        self.leave.hide()
        school = inside.school or _("Chưa ghi tên trường")
        self.body.addWidget(text_label(school, "section", wrap=True))
        told = _("{plans} kế hoạch. Ghi lần cuối: {last}.")
        last = _local(inside.last_act) or _("chưa có gì")
        words = told.format(plans=len(inside.plans), last=last)
        self.body.addWidget(text_label(words, "hint", wrap=True))
        if fault:
            self.body.addWidget(text_label(fault, "error", wrap=True))
        self.model: ColumnsModel[PlanLine] = ColumnsModel(_columns())
        self.model.show(inside.plans)
        self.view = ListView(desk.theme, self.model, _SUBJECT)
        self.view.setAccessibleName(_("Kế hoạch trong bản sao lưu"))
        self.view.fit_columns()
        self.body.addWidget(self.view, 1)
        unit = self.fontMetrics()
        self.resize(unit.averageCharWidth() * 100, unit.height() * 22)


def _columns() -> tuple[TextColumn[PlanLine], ...]:
    return (
        TextColumn(N_("Năm"), lambda plan: str(plan.year)),
        TextColumn(N_("Trích yếu"), lambda plan: plan.subject or plan.title),
        TextColumn(N_("Trạng thái"), _status),
        TextColumn(N_("Sửa lần cuối"), lambda plan: _local(plan.updated)),
    )


def _local(written: str) -> str:
    """Return a stored moment, which is in UTC, as the clock on the wall says it."""
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return written
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return f"{moment.astimezone():%d/%m/%Y %H:%M}"


def _status(plan: PlanLine) -> str:
    known = {status.value: name for status, name in STATUS_NAMES.items()}
    known |= {status.name: name for status, name in STATUS_NAMES.items()}
    return _(known.get(plan.status, STATUS_NAMES[PlanStatus.DRAFT]))
