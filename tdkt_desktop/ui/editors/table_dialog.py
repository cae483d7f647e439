"""The dialog in which a table of the running text is edited as a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from tdkt_desktop.i18n import _
from tdkt_desktop.ui.editors.annex_sheet import AnnexSheet
from tdkt_desktop.ui.editors.sheet_tools import SheetTools

if TYPE_CHECKING:
    from tdkt_desktop.documents.blocks import Table
    from tdkt_desktop.ui.theme.theme import Theme


class TableDialog(QDialog):
    """Edits a copy of a table; what was done is one step of the text."""

    def __init__(self, theme: Theme, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Bảng trong nội dung"))
        self.resize(860, 520)
        self.sheet = AnnexSheet(theme)
        layout = QVBoxLayout(self)
        layout.addWidget(SheetTools(theme, self.sheet))
        layout.addWidget(self.sheet, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        leave, done = QPushButton(_("Huỷ")), QPushButton(_("Xong"))
        for button in (leave, done):
            button.setAutoDefault(False)
            row.addWidget(button)
        done.setProperty("kind", "primary")
        leave.clicked.connect(self.reject)
        done.clicked.connect(self.accept)
        layout.addLayout(row)
        stack = self.sheet.sheet.undo_stack
        QShortcut(QKeySequence.StandardKey.Undo, self, stack.undo)
        QShortcut(QKeySequence.StandardKey.Redo, self, stack.redo)
        self.sheet.set_table(table)
        self.sheet.setFocus()
