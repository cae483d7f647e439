"""Issuing a document: its number and day, and what will happen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from tdkt_desktop.documents.document import FORMS
from tdkt_desktop.i18n import _
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog, bullet_list
from tdkt_desktop.ui.pages.papers.paper_words import in_sentence
from tdkt_desktop.ui.widgets.date_edit import DateEdit
from tdkt_desktop.ui.widgets.form import Field, add_pair, text_label

if TYPE_CHECKING:
    from datetime import date

    from tdkt_desktop.services.paper_views import PaperView
    from tdkt_desktop.ui.desk import Desk


class IssuePaperDialog(ActDialog):
    """The way out has the focus, since issuing leaves the house; a form asks for no number."""

    def __init__(self, desk: Desk, paper: PaperView, parent: QWidget | None = None) -> None:
        super().__init__(_("Ban hành văn bản"), _("Ban hành"), parent, safe=True)
        self._desk, self._paper = desk, paper
        self._numbered = paper.document.kind not in FORMS
        self._proposed = ""
        self.number = QLineEdit()
        digits = QRegularExpression(r"\d{0,5}")
        self.number.setValidator(QRegularExpressionValidator(digits, self.number))
        self.date = DateEdit(desk.today(), desk.today())
        self._number_field = Field(_("Số"), self.number)
        self._date_field = Field(_("Ngày ban hành"), self.date)
        self._fill()
        self.date.date_changed.connect(lambda _day: self._day_changed())
        self.number.textChanged.connect(lambda _text: self._check())
        self._day_changed()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 74)

    def day(self) -> date | None:
        """The day of issue, None while it is not a date."""
        return self.date.day()

    def chosen_number(self) -> int | None:
        """The number that was written, None for the one that the register gives."""
        text = self.number.text().strip()
        return int(text) if self._numbered and text and text != self._proposed else None

    def _fill(self) -> None:
        document = self._paper.document
        name = in_sentence(document.title, document.subject.plain)
        self.body.addWidget(text_label(name, "section", wrap=True))
        add_pair(self.body, ((self._number_field, 1), (self._date_field, 1)))
        self._number_field.setVisible(self._numbered)
        symbol = _("Ký hiệu: {symbol}").format(symbol=document.number.symbol or "–")
        label = text_label(symbol, "hint")
        self.body.addWidget(label)
        label.setVisible(self._numbered)
        self.body.addWidget(text_label(_("Khi ban hành"), "strong"))
        self.body.addWidget(bullet_list(self._consequences()))
        self.body.addStretch(1)

    def _consequences(self) -> tuple[str, ...]:
        locked = _("Văn bản bị khoá; muốn sửa phải soạn bản mới để thay thế.")
        if not self._numbered:
            return (_("Mẫu dùng trong trường không lấy số, không vào Sổ văn bản đi."), locked)
        return (
            _("Văn bản được ghi số, ngày và vào Sổ văn bản đi."),
            _("Tệp Word của bản ban hành được lưu kèm dấu vân tay để đối chiếu sau này."),
            locked,
        )

    def _day_changed(self) -> None:
        day = self.day()
        self._date_field.set_error(self.date.fault())
        if day is not None and self._numbered:
            untouched = self.number.text() in ("", self._proposed)
            number = self._desk.context.papers.next_number(self._paper.summary.id, day)
            self._proposed = number
            if untouched:
                self.number.setText(number)
        self._check()

    def _check(self) -> None:
        number = self.number.text().strip()
        numbered = not self._numbered or (bool(number) and int(number) > 0)
        self.act.setEnabled(self.day() is not None and numbered)
