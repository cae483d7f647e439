"""The page that says why the proof-reader looks for something and what the rules say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout

from tdkt_desktop.i18n import _
from tdkt_desktop.services.proofreading import NAMES, help_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class FindingHelp(QDialog):
    """Shows the page of one code."""

    def __init__(self, code: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Soát lỗi: {name}").format(name=_(NAMES[code])))
        self.page = QTextBrowser()
        self.page.setAccessibleName(_("Vì sao và quy định nào"))
        self.page.setMarkdown(help_text(code))
        buttons = QDialogButtonBox()
        buttons.addButton(_("Đóng"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.page, 1)
        column.addWidget(buttons)
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * 78, metrics.height() * 24)
