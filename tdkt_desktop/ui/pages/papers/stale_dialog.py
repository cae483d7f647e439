"""The documents that no longer agree with the data: drafted anew, or looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import N_, _
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.pages.papers.paper_words import (
    kind_names,
    paper_chip,
    paper_name,
    written_number,
)
from tdkt_desktop.ui.tables.columns_model import TextColumn
from tdkt_desktop.ui.tables.list_view import ListView
from tdkt_desktop.ui.tables.state_columns import StateColumnsModel
from tdkt_desktop.ui.widgets.form import text_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.paper_views import PaperSummary
    from tdkt_desktop.ui.desk import Desk


class StaleDialog(ActDialog):
    """A draft is drafted anew in its place; for an issued one a new draft is made.

    `opened` is the document that the person wants to see after this.
    """

    def __init__(
        self, desk: Desk, papers: Sequence[PaperSummary], parent: QWidget | None = None
    ) -> None:
        title = _("Văn bản không còn khớp dữ liệu")
        super().__init__(title, _("Soạn lại"), parent, leave=_("Đóng"))
        self._desk = desk
        self.opened: int | None = None
        self.renewed: list[int] = []
        names = kind_names(desk.context.papers.kinds())
        self.model: StateColumnsModel[PaperSummary] = StateColumnsModel(
            (
                TextColumn(N_("Văn bản"), lambda one: paper_name(one, names)),
                TextColumn(N_("Số, ký hiệu"), written_number, quiet=True),
                TextColumn(N_("Trạng thái"), lambda one: paper_chip(one).text),
            ),
            {2: paper_chip},
        )
        self.model.show(papers)
        self.view = ListView(desk.theme, self.model, 0)
        self.view.setAccessibleName(title)
        told = _(
            "Bản nháp được lập lại tại chỗ; chữ đã sửa tay trong đó sẽ mất (hoàn tác được). "
            "Bản đã ban hành giữ nguyên, chương trình soạn bản nháp mới."
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

    def _chosen(self) -> list[PaperSummary]:
        return [self.model.item(row) for row in self.view.rows()]

    def _enable(self) -> None:
        count = len(self.view.rows())
        self.act.setEnabled(count > 0)
        self.act.setText(_("Soạn lại {n} văn bản").format(n=count) if count > 1 else _("Soạn lại"))
        self.look.setEnabled(count == 1)

    def _open(self) -> None:
        chosen = self._chosen()
        if len(chosen) == 1:
            self.opened = chosen[0].id
            self.reject()

    def _renew(self) -> None:
        papers, today = self._desk.context.papers, self._desk.today()
        try:
            with self._desk.context.store.transaction(_("Soạn lại văn bản")):
                self.renewed = [papers.renew(one.id, today)[0] for one in self._chosen()]
        except UserError as error:
            self._desk.feedback.error(error, self)
            return
        self.accept()
