"""Opening the next version of an issued plan: why it is revised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit

from tdkt_desktop.i18n import _
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.widgets.form import Field, text_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.plan_views import PlanSummary


class ReviseDialog(ActDialog):
    """Asks for the reason; it is kept in the plan's history."""

    def __init__(self, plan: PlanSummary, parent: QWidget | None = None) -> None:
        super().__init__(_("Lập bản sửa đổi"), _("Lập bản sửa đổi"), parent)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(self.fontMetrics().height() * 5)
        number = f"{plan.number}/{plan.symbol}"
        self.body.addWidget(
            text_label(
                _("Kế hoạch số {number} vẫn có hiệu lực đến khi bản sửa đổi được ban hành.").format(
                    number=number
                ),
                wrap=True,
            )
        )
        hint = _("Được lưu trong lịch sử, cùng danh sách chỗ đã sửa.")
        self.body.addWidget(Field(_("Lý do sửa đổi"), self.text, hint))
        self.text.textChanged.connect(self._check)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 70)
        self._check()
        self.text.setFocus()

    def reason(self) -> str:
        """What was written."""
        return self.text.toPlainText().strip()

    def _check(self) -> None:
        self.act.setEnabled(bool(self.reason()))
