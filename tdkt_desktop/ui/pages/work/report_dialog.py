"""Asks which report over the work to draft: of a month, a term, half a year, or the year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QButtonGroup, QComboBox, QRadioButton, QWidget

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.pages.work.month_layout import next_month
from tdkt_desktop.ui.widgets.form import guard_wheel, text_label
from tdkt_desktop.vietnamese.dates import month_and_year

if TYPE_CHECKING:
    from datetime import date

    from tdkt_desktop.services.period import PlanPeriod

MONTHLY: Final = "bao-cao-thang"
_KINDS: Final = (
    (MONTHLY, N_("Báo cáo tiến độ tháng")),
    ("bao-cao-hoc-ky-1", N_("Báo cáo sơ kết học kỳ I")),
    ("bao-cao-6-thang", N_("Báo cáo sơ kết 6 tháng đầu năm")),
    ("bao-cao-nam", N_("Báo cáo tổng kết năm")),
)


class ReportDialog(ActDialog):
    """The report is a draft among the documents, made of the rows as they stand today."""

    def __init__(self, period: PlanPeriod, today: date, parent: QWidget | None = None) -> None:
        super().__init__(_("Soạn báo cáo từ tiến độ"), _("Soạn báo cáo"), parent)
        told = _("Số liệu lấy từ các nhiệm vụ của {period}; văn bản soạn ra còn sửa được.")
        self.body.addWidget(text_label(told.format(period=period.name), "hint", wrap=True))
        self._group = QButtonGroup(self)
        self.months = QComboBox()
        self.months.setAccessibleName(_("Tháng của báo cáo"))
        guard_wheel(self.months)
        self._fill_months(period, today)
        for number, (_key, name) in enumerate(_KINDS):
            button = QRadioButton(_(name))
            self._group.addButton(button, number)
            self.body.addWidget(button)
            if number == 0:
                button.setChecked(True)
                self.body.addWidget(self.months)
        self._group.idToggled.connect(lambda _id, _on: self._enable())
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 56)

    def kind(self) -> str:
        """Return the kind of report that is chosen."""
        return _KINDS[self._group.checkedId()][0]

    def choose(self, kind: str) -> None:
        """Choose a kind of report."""
        for number, (key, _name) in enumerate(_KINDS):
            if key == kind:
                self._group.button(number).setChecked(True)

    def month(self) -> str | None:
        """Return the month of a monthly report as the papers want it, None for other reports."""
        return self.months.currentData() if self.kind() == MONTHLY else None

    def _fill_months(self, period: PlanPeriod, today: date) -> None:
        month = period.first_day.replace(day=1)
        while month <= period.last_day:
            words = _("Tháng {month}").format(month=month_and_year(month))
            self.months.addItem(words, f"{month:%Y-%m}")
            month = next_month(month)
        now = self.months.findData(f"{min(max(today, period.first_day), period.last_day):%Y-%m}")
        self.months.setCurrentIndex(max(0, now))

    def _enable(self) -> None:
        self.months.setEnabled(self.kind() == MONTHLY)
