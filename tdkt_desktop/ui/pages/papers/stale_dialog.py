"""The documents that no longer agree with the data: drafted anew, or looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import N_, _
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.page import Place
from tdkt_desktop.ui.pages.papers.paper_lines import PaperLine, lines_of
from tdkt_desktop.ui.tables.columns_model import TextColumn
from tdkt_desktop.ui.tables.list_view import ListView
from tdkt_desktop.ui.tables.state_columns import StateColumnsModel
from tdkt_desktop.ui.widgets.chip import Chip, ChipState
from tdkt_desktop.ui.widgets.form import text_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.left_behind import LeftBehind
    from tdkt_desktop.ui.desk import Desk


class StaleDialog(ActDialog):
    """A draft is drafted anew in its place; for an issued one a new draft is made.

    `opened` is the place that the person wants to see after this. A plan is only opened: its
    duties are filled in there, by its own editor.
    """

    def __init__(self, desk: Desk, stale: LeftBehind, parent: QWidget | None = None) -> None:
        title = _("Văn bản không còn khớp dữ liệu")
        super().__init__(title, _("Soạn lại"), parent, leave=_("Đóng"))
        self._desk = desk
        self.opened: Place | None = None
        self.renewed: list[int] = []
        self.model: StateColumnsModel[PaperLine] = StateColumnsModel(
            (
                TextColumn(N_("Văn bản"), lambda line: line.name),
                TextColumn(N_("Số, ký hiệu"), _number, quiet=True),
                TextColumn(N_("Trạng thái"), lambda line: _chip(line).text),
            ),
            {2: _chip},
        )
        years = {one.year for one in stale.papers} | {one.year for one in stale.plans}
        lines = (line for year in years for line in lines_of(desk.context, year, stale))
        self.model.show([line for line in lines if line.stale])
        self.view = ListView(desk.theme, self.model, 0)
        self.view.setAccessibleName(title)
        told = _(
            "Bản nháp được lập lại tại chỗ; chữ đã sửa tay trong đó sẽ mất (hoàn tác được). "
            "Bản đã ban hành giữ nguyên, chương trình soạn bản nháp mới. "
            "Kế hoạch thì mở ra và bấm Phân công."
        )
        self.body.addWidget(text_label(told, "hint", wrap=True))
        self.body.addWidget(self.view, 1)
        self.look = QPushButton(_("Mở văn bản"))
        self.look.setAutoDefault(False)
        self.look.clicked.connect(self._open)
        self.add_at_foot(self.look)
        self.act.clicked.disconnect(self.accept)
        self.act.clicked.connect(self._renew)
        self.view.opened.connect(lambda _row: self._open())
        self.view.selectionModel().selectionChanged.connect(lambda *_a: self._enable())
        self.view.fit_columns()
        self.view.selectAll()
        self._enable()
        unit = self.fontMetrics()
        self.resize(unit.averageCharWidth() * 110, unit.height() * 22)

    def _chosen(self) -> list[PaperLine]:
        return [self.model.item(row) for row in self.view.rows()]

    def _papers(self) -> list[PaperLine]:
        return [line for line in self._chosen() if not line.is_plan]

    def _enable(self) -> None:
        count = len(self._papers())
        self.act.setEnabled(count > 0)
        self.act.setText(_("Soạn lại {n} văn bản").format(n=count) if count > 1 else _("Soạn lại"))
        self.look.setEnabled(len(self._chosen()) == 1)

    def _open(self) -> None:
        chosen = self._chosen()
        if len(chosen) == 1:
            line = chosen[0]
            paper = Place("papers", "paper", line.id)
            self.opened = Place("plans", record=line.id) if line.is_plan else paper
            self.reject()

    def _renew(self) -> None:
        papers, today = self._desk.context.papers, self._desk.today()
        try:
            with self._desk.context.store.transaction(_("Soạn lại văn bản")):
                self.renewed = [papers.renew(line.id, today)[0] for line in self._papers()]
        except UserError as error:
            self._desk.feedback.error(error, self)
            return
        self.accept()


def _number(line: PaperLine) -> str:
    return f"{line.number}/{line.symbol}" if line.number else ""


def _chip(line: PaperLine) -> Chip:
    if line.issued:
        return Chip(ChipState.DONE, _("Đã ban hành"), "lock-outline")
    return Chip(ChipState.DRAFT, _("Nháp"))
