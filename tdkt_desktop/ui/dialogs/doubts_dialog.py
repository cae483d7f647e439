"""The list of what a person still has to look at in a new plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QListWidget, QPushButton

from tdkt_desktop.i18n import _
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.widgets.form import text_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget


class DoubtsDialog(ActDialog):
    """Shows sentences; nothing is to be decided here."""

    def __init__(
        self, doubts: Sequence[str], parent: QWidget | None = None, *, title: str = ""
    ) -> None:
        super().__init__(title or _("Việc còn lại với kế hoạch"), _("Đóng"), parent)
        self.leave.hide()
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        self.list.setAccessibleName(_("Những chỗ cần xem"))
        self.list.addItems(list(doubts))
        self.body.addWidget(text_label(_("Những chỗ cần xem"), "section"))
        self.body.addWidget(self.list)
        self.copy = QPushButton(_("Chép danh sách"))
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self._copy)
        self.add_at_foot(self.copy)
        unit = self.fontMetrics()
        self.resize(unit.averageCharWidth() * 90, unit.height() * 24)

    def _copy(self) -> None:
        texts = [self.list.item(row).text() for row in range(self.list.count())]
        QGuiApplication.clipboard().setText("\n".join(texts))
