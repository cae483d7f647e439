"""The bin: plans that were thrown away, to be taken back or removed for good."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QPushButton

from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import N_, _
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.feedback import Question
from tdkt_desktop.ui.tables.columns_model import ColumnsModel, TextColumn
from tdkt_desktop.ui.tables.list_view import ListView
from tdkt_desktop.ui.tables.plan_list_model import subject_of
from tdkt_desktop.ui.widgets.form import text_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.plan_views import PlanSummary
    from tdkt_desktop.ui.desk import Desk


def _thrown(plan: PlanSummary) -> str:
    return f"{plan.deleted_at.astimezone():%d/%m/%Y %H:%M}" if plan.deleted_at else ""


_COLUMNS: Final[tuple[TextColumn[PlanSummary], ...]] = (
    TextColumn(N_("Trích yếu"), subject_of),
    TextColumn(N_("Thời gian"), lambda plan: plan.period.name, quiet=True),
    TextColumn(N_("Xoá lúc"), _thrown, lambda plan: plan.deleted_at, right=True, quiet=True),
)


class BinDialog(ActDialog):
    """Lists the bin; what is taken back goes to its old place."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Thùng rác"), _("Lấy lại"), parent, leave=_("Đóng"))
        self._desk = desk
        self.model = ColumnsModel(_COLUMNS)
        self.view = ListView(desk.theme, self.model, 0)
        self.view.setAccessibleName(_("Kế hoạch đã xoá"))
        self._empty = text_label(_("Thùng rác không có kế hoạch nào."), "hint")
        self.remove = QPushButton(_("Xoá hẳn…"))
        self.remove.setProperty("kind", "danger")
        self.remove.setAutoDefault(False)
        self.remove.clicked.connect(self._remove)
        self.body.addWidget(self._empty)
        self.body.addWidget(self.view, 1)
        self.add_at_foot(self.remove)
        self.act.clicked.disconnect(self.accept)
        self.act.clicked.connect(self._bring_back)
        self.view.selectionModel().selectionChanged.connect(lambda *_a: self._enable())
        unit = self.fontMetrics()
        self.resize(unit.averageCharWidth() * 110, unit.height() * 24)
        self._fill()

    def _fill(self) -> None:
        plans = self._desk.context.plans.plans(in_bin=True)
        self.model.show(plans)
        self.view.setVisible(bool(plans))
        self._empty.setVisible(not plans)
        if plans:
            self.view.fit_columns()
            self.view.selectRow(0)
        self._enable()

    def _enable(self) -> None:
        chosen = bool(self.view.rows())
        self.act.setEnabled(chosen)
        self.remove.setEnabled(chosen)

    def _chosen(self) -> list[PlanSummary]:
        return [self.model.item(row) for row in self.view.rows()]

    def _bring_back(self) -> None:
        self._each(self._desk.context.plans.bring_back)

    def _remove(self) -> None:
        chosen = self._chosen()
        question = Question(
            _("Xoá hẳn {n} kế hoạch?").format(n=len(chosen)),
            _("Không hoàn tác được; chỉ còn trong các bản sao lưu."),
            _("Xoá hẳn"),
            dangerous=True,
        )
        if self._desk.feedback.ask(question, self):
            self._each(self._desk.context.plans.remove_for_good)

    def _each(self, act: Callable[[int], object]) -> None:
        try:
            for plan in self._chosen():
                act(plan.id)
        except UserError as error:
            self._desk.feedback.error(error, self)
        self._fill()
