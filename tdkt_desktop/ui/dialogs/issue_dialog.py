"""Issuing a plan: its number and day, what is doubtful, and what will happen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from tdkt_desktop.i18n import _
from tdkt_desktop.services.issue_checks import issue_checks
from tdkt_desktop.services.proofreading import Severity
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog, bullet_list
from tdkt_desktop.ui.widgets.date_edit import DateEdit
from tdkt_desktop.ui.widgets.form import Field, add_pair, text_label

if TYPE_CHECKING:
    from datetime import date

    from tdkt_desktop.services.plan_views import PlanView
    from tdkt_desktop.services.proofreading import Finding
    from tdkt_desktop.ui.desk import Desk

_MOST_CHECKS: Final = 7


class IssueDialog(ActDialog):
    """Asks for number and day; the way out has the focus, since issuing leaves the house."""

    def __init__(self, desk: Desk, plan: PlanView, parent: QWidget | None = None) -> None:
        super().__init__(_("Ban hành kế hoạch"), _("Ban hành"), parent, safe=True)
        self._desk, self._plan = desk, plan
        self._proposed = ""
        self._proofread: tuple[str, ...] = ()
        self._is_over = False
        self.number = QLineEdit()
        digits = QRegularExpression(r"\d{0,5}")
        self.number.setValidator(QRegularExpressionValidator(digits, self.number))
        self.date = DateEdit(desk.today(), desk.today())
        self._number_field = Field(_("Số"), self.number)
        self._date_field = Field(_("Ngày ban hành"), self.date)
        self._checks = bullet_list((), "warning")
        self._fill()
        self.date.date_changed.connect(lambda _day: self._day_changed())
        self.number.textChanged.connect(lambda _text: self._check())
        self._day_changed()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 78)
        check = partial(desk.context.proofreader.check_plan, plan.summary.id)
        desk.tasks.run(
            parent or self, lambda _progress: check(), self._tell_findings,
            lambda error: desk.feedback.error(error, self), _("Đang soát lỗi…"),
        )  # fmt: skip

    def day(self) -> date | None:
        """The day of issue, None while it is not a date."""
        return self.date.day()

    def chosen_number(self) -> int | None:
        """The number that was written, None for the one that the register gives."""
        text = self.number.text().strip()
        return int(text) if text and text != self._proposed else None

    def _fill(self) -> None:
        document = self._plan.document
        self.body.addWidget(text_label(document.subject.plain, "section", wrap=True))
        add_pair(self.body, ((self._number_field, 1), (self._date_field, 1)))
        symbol = text_label(
            _("Ký hiệu: {symbol}").format(symbol=document.number.symbol or "–"), "hint"
        )
        self.body.addWidget(symbol)
        self._check_head = text_label(_("Xin xem lại trước khi ban hành"), "strong")
        self.body.addWidget(self._check_head)
        self.body.addWidget(self._checks)
        self.body.addWidget(text_label(_("Khi ban hành"), "strong"))
        self.body.addWidget(bullet_list(self._consequences()))
        self.body.addStretch(1)

    def _consequences(self) -> tuple[str, ...]:
        told = (
            _("Kế hoạch được ghi số, ngày và vào Sổ văn bản đi."),
            _("Tệp Word của bản ban hành được lưu kèm dấu vân tay để đối chiếu sau này."),
            _("Kế hoạch bị khoá; muốn sửa phải lập bản sửa đổi."),
        )
        revised = self._plan.summary.version > 0
        replaced = (_("Bản đang có hiệu lực chuyển thành “Đã thay thế”."),) if revised else ()
        return (*told, *replaced)

    def _day_changed(self) -> None:
        day = self.day()
        self._date_field.set_error(self.date.fault())
        if day is not None:
            untouched = self.number.text() in ("", self._proposed)
            number = self._desk.context.issuing.next_number(self._plan.summary.id, day)
            self._proposed = number
            if untouched:
                self.number.setText(number)
        self._check()

    def _tell_findings(self, findings: tuple[Finding, ...]) -> None:
        """Say what the proof-reader has found, unless the dialog was left before it was done."""
        errors = sum(one.severity is Severity.ERROR for one in findings)
        if errors and not self._is_over:
            told = _("Soát lỗi thấy {n} lỗi; huỷ rồi nhấn F8 trong kế hoạch để xem từng chỗ.")
            self._proofread = (told.format(n=errors),)
            self._check()

    def done(self, result: int) -> None:
        self._is_over = True
        super().done(result)

    def _check(self) -> None:
        day = self.day()
        number = self.number.text().strip()
        self.act.setEnabled(day is not None and bool(number) and int(number) > 0)
        if day is None:
            return
        found = (
            *self._proofread,
            *issue_checks(self._desk.context, self._plan, day, int(number or 0)),
        )
        rest = len(found) - _MOST_CHECKS
        told = (*found[:_MOST_CHECKS], *((_("Còn {n} điều khác.").format(n=rest),) * (rest > 0)))
        self._checks.setText("\n".join(f"•  {text}" for text in told))
        self._checks.setToolTip("\n".join(found))
        for part in (self._checks, self._check_head):
            part.setVisible(bool(found))
        if self.isVisible():
            self.fit()
