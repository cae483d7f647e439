"""The row of buttons over a sheet: rows, groups, order, columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton

from tdkt_desktop.i18n import _
from tdkt_desktop.ui.editors.columns_dialog import ColumnsDialog
from tdkt_desktop.ui.editors.tool_button import tool_button

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from tdkt_desktop.ui.editors.annex_sheet import AnnexSheet
    from tdkt_desktop.ui.theme.theme import Theme


class SheetTools(QFrame):
    """Does to a sheet what its keys do, for the mouse."""

    def __init__(self, theme: Theme, sheet: AnnexSheet) -> None:
        super().__init__()
        self._sheet = sheet
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._worded: list[QToolButton] = []
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(2)
        for icon, words, tip, act in (
            ("table-row-plus-after", _("Dòng"), _("Thêm dòng (Ctrl+Enter)"), sheet.insert_rows),
            ("plus-box-outline", _("Nhóm"), _("Thêm nhóm có tên"), sheet.insert_group),
            ("table-row-remove", "", _("Xoá dòng đang chọn (Ctrl+-)"), sheet.remove_lines),
            ("arrow-up", "", _("Chuyển dòng lên (Alt+↑)"), lambda: sheet.move_rows(-1)),
            ("arrow-down", "", _("Chuyển dòng xuống (Alt+↓)"), lambda: sheet.move_rows(1)),
            ("sort-calendar-ascending", "", _("Sắp theo thời gian"), sheet.sort_by_due),
            ("table-large", _("Cột"), _("Thêm, đổi tên, xếp các cột"), self.edit_columns),
        ):
            button = tool_button(theme, icon, tip, act, words=words)
            row.addWidget(button)
            if words:
                self._worded.append(button)
        row.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        styles = Qt.ToolButtonStyle
        for style in (styles.ToolButtonTextBesideIcon, styles.ToolButtonIconOnly):
            for button in self._worded:
                button.setToolButtonStyle(style)
            self._row.invalidate()
            if self._row.sizeHint().width() <= self.width():
                return

    def edit_columns(self) -> None:
        """Open the dialog of columns."""
        dialog = ColumnsDialog(self._sheet.table, self)
        if dialog.exec():
            self._sheet.sheet.change(dialog.edited_table(), _("sửa cột"))
        dialog.deleteLater()
