"""Whose work the program uses, and under which terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.about import ThirdParty, third_party
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.tables.columns_model import ColumnsModel, TextColumn
from tdkt_desktop.ui.tables.list_view import ListView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.ui.desk import Desk


class NoticesDialog(ActDialog):
    """A list that can be copied."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Phần mềm và phông chữ của bên thứ ba"), _("Đóng"), parent)
        self.leave.hide()
        self.model: ColumnsModel[ThirdParty] = ColumnsModel(
            (
                TextColumn(N_("Tên"), lambda one: one.name),
                TextColumn(N_("Phiên bản"), lambda one: one.version),
                TextColumn(N_("Giấy phép"), lambda one: one.licence),
            )
        )
        self.model.show(third_party())
        self.view = ListView(desk.theme, self.model, 0)
        self.view.setAccessibleName(self.windowTitle())
        self.view.fit_columns()
        self.body.addWidget(self.view)
        unit = self.fontMetrics()
        self.resize(unit.averageCharWidth() * 80, unit.height() * 24)
