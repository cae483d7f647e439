"""One person before one award: the answer, every condition, and what may be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from tdkt_desktop.i18n import _
from tdkt_desktop.services.eligibility_views import Status
from tdkt_desktop.ui.pages.awards.check.condition_list import ConditionList
from tdkt_desktop.ui.pages.awards.check.words import chip_of, counts_of
from tdkt_desktop.ui.widgets.chip import ChipLabel
from tdkt_desktop.ui.widgets.flow_layout import FlowLayout
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.ui.widgets.icon_button import IconButton
from tdkt_desktop.ui.widgets.panel import across_line

if TYPE_CHECKING:
    from tdkt_desktop.services.record_views import Subject
    from tdkt_desktop.ui.pages.awards.check.reader import CheckRow
    from tdkt_desktop.ui.theme.theme import Theme


class CheckDetails(QFrame):
    """Tells by signals what is wanted; the program compares, the council decides."""

    record_wanted = Signal(object)
    trying = Signal()
    confirming = Signal()
    nominating = Signal()
    overriding = Signal()
    withdrawing = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._subject: Subject | None = None
        self.setProperty("panel", True)
        self.name = text_label("", "section")
        self.chip = ChipLabel(theme)
        self.counts = text_label("", "hint")
        self.counts.setWordWrap(True)
        self.warnings = text_label("", "warning")
        self.warnings.setWordWrap(True)
        self.record = IconButton(theme, _("Mở hồ sơ"), "account-multiple-outline")
        self.try_out = IconButton(theme, _("Thử: nếu…"), "help-circle-outline")
        self.confirm = IconButton(theme, _("Không có việc đang xem xét"), "check")
        self.conditions = ConditionList(theme)
        self.said = text_label("", "hint")
        self.said.setWordWrap(True)
        self.override = QPushButton(_("Vẫn đề nghị, ghi lý do…"))
        self.nominate = IconButton(theme, _("Đề nghị"), "check", primary=True)
        self.withdraw = QPushButton(_("Rút đề nghị…"))
        self._lay_out()
        self._connect()
        self.hide()

    def show_row(self, row: CheckRow | None) -> None:
        """Show one answer; None where nobody is chosen."""
        self.setVisible(row is not None)
        if row is None:
            return
        self._subject = row.candidate.subject
        self.name.setText(row.candidate.name)
        self.chip.show_chip(chip_of(row))
        self.counts.setText(counts_of(row))
        self.warnings.setText("\n".join(row.result.warnings))
        self.warnings.setVisible(bool(row.result.warnings))
        self.confirm.setVisible(_asks_for_proceedings(row))
        self.conditions.show_result(row.result)
        self._show_acts(row)

    def _show_acts(self, row: CheckRow) -> None:
        nominated = row.nomination is not None
        eligible = row.result.status is Status.ELIGIBLE
        self.nominate.setVisible(not nominated)
        self.nominate.setEnabled(eligible)
        self.override.setVisible(not nominated and not eligible)
        self.withdraw.setVisible(nominated)
        self.said.setText(_said(row))

    def _lay_out(self) -> None:
        head = FlowLayout()
        head.addWidget(self.name)
        head.addWidget(self.chip)
        head.add_at_right(self.record)
        head.add_at_right(self.try_out)
        above = QVBoxLayout()
        above.setContentsMargins(14, 10, 14, 8)
        above.setSpacing(4)
        above.addLayout(head)
        above.addWidget(self.counts)
        above.addWidget(self.warnings)
        acts = FlowLayout()
        for button in (self.confirm, self.override, self.withdraw, self.nominate):
            acts.add_at_right(button)
        foot = QVBoxLayout()
        foot.setContentsMargins(14, 6, 14, 8)
        foot.setSpacing(4)
        foot.addWidget(self.said)
        foot.addLayout(acts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(above)
        layout.addWidget(across_line())
        layout.addWidget(self.conditions, 1)
        layout.addWidget(across_line())
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.record.clicked.connect(lambda: self.record_wanted.emit(self._subject))
        self.try_out.clicked.connect(self.trying)
        self.confirm.clicked.connect(self.confirming)
        self.nominate.clicked.connect(self.nominating)
        self.override.clicked.connect(self.overriding)
        self.withdraw.clicked.connect(self.withdrawing)


def _asks_for_proceedings(row: CheckRow) -> bool:
    """Tell whether nobody has said yet that nothing is being looked into."""
    return row.candidate.is_person and row.checked.facts.open_proceedings is None


def _said(row: CheckRow) -> str:
    if row.nomination is None:
        return _("Chương trình chỉ đối chiếu; Hội đồng quyết định.")
    if row.nomination.override_reason:
        reason = row.nomination.override_reason
        return _("Đã đề nghị, lý do: {reason}").format(reason=reason)
    return _("Đã đề nghị Hội đồng xét.")
