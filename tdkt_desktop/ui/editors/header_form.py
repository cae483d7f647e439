"""The form of a document's head: letterhead, number, place and date, title, subject."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from tdkt_desktop.documents.document import DocumentNumber, Letterhead
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.i18n import _
from tdkt_desktop.ui.editors.line_fields import DateField, LinesField
from tdkt_desktop.ui.editors.part_form import PartForm
from tdkt_desktop.ui.widgets.form import Field, add_pair, add_row
from tdkt_desktop.vietnamese.dates import DateFault
from tdkt_desktop.vietnamese.text import clean_line

if TYPE_CHECKING:
    from tdkt_desktop.documents.document import OfficialDocument


class HeaderForm(PartForm):
    """Edits what stands above the text."""

    def __init__(self) -> None:
        super().__init__(_("Phần đầu"))
        self._parent, self._issuer = LinesField(2), LinesField(2)
        self._value, self._symbol = QLineEdit(), QLineEdit()
        self._place, self._day = QLineEdit(), DateField()
        self._title, self._subject, self._to = QLineEdit(), LinesField(3), LinesField(2)
        each = _("Mỗi dòng là một dòng in.")
        self._own = QWidget()
        own = QVBoxLayout(self._own)
        own.setContentsMargins(0, 0, 0, 0)
        own.setSpacing(self.fields.spacing())
        self.fields.addWidget(self._own)
        add_row(own, _("Cơ quan chủ quản"), self._parent, each)
        add_row(own, _("Cơ quan ban hành"), self._issuer, each)
        self._value.setPlaceholderText(_("khi ban hành"))
        value = Field(_("Số"), self._value)
        add_pair(own, ((value, 1), (Field(_("Ký hiệu"), self._symbol), 2)))
        self._day_field = Field(_("Ngày ký (nếu đã có)"), self._day)
        add_pair(own, ((Field(_("Địa danh"), self._place), 1), (self._day_field, 1)))
        add_row(self.fields, _("Tên loại văn bản"), self._title)
        add_row(self.fields, _("Trích yếu"), self._subject)
        add_row(self.fields, _("Kính gửi (nếu cần)"), self._to, _("Mỗi dòng là một nơi."))
        self.fields.addStretch(1)
        for field in (self._value, self._symbol, self._place, self._title):
            field.textEdited.connect(self.changed)
        for lines in (self._parent, self._issuer, self._subject, self._to):
            lines.textChanged.connect(self.changed)
        self._day.date_changed.connect(self._check_day)

    def leave_out_own(self) -> None:
        """Ask only what a template says: not what is the school's or the day's own."""
        self._own.hide()

    def show_document(self, document: OfficialDocument) -> None:
        self.blockSignals(True)
        self._parent.set_lines(document.letterhead.parent_body)
        self._issuer.set_lines(document.letterhead.issuing_body)
        self._value.setText(document.number.value)
        self._symbol.setText(document.number.symbol)
        self._place.setText(document.place)
        self._day.set_date(document.issued_on)
        self._title.setText(document.title)
        self._subject.setPlainText(document.subject.plain)
        self._to.set_lines(document.addressees)
        self._check_day()
        self.blockSignals(False)

    def apply(self, document: OfficialDocument) -> OfficialDocument:
        subject = clean_line(self._subject.toPlainText())
        kept = document.subject if document.subject.plain == subject else RichText(subject)
        day = self._day.date()
        return replace(
            document,
            letterhead=Letterhead(self._parent.lines(), self._issuer.lines()),
            number=DocumentNumber(clean_line(self._value.text()), clean_line(self._symbol.text())),
            place=clean_line(self._place.text()),
            issued_on=document.issued_on if self._day.fault() else day,
            title=clean_line(self._title.text()),
            subject=kept,
            addressees=self._to.lines(),
        )

    def field_of(self, path: tuple[str, ...]) -> QWidget | None:
        fields: dict[str, QWidget] = {
            "parent_body": self._parent,
            "issuing_body": self._issuer,
            "number": self._value if path[-1] == "value" else self._symbol,
            "place": self._place,
            "issued_on": self._day,
            "title": self._title,
            "subject": self._subject,
            "addressees": self._to,
        }
        named = (fields[step] for step in path if step in fields)
        return next(named, self._parent if path[0] == "letterhead" else None)

    def _check_day(self) -> None:
        fault = self._day.fault()
        words = {
            DateFault.IMPOSSIBLE: _("Lịch không có ngày này."),
            DateFault.SHORT_YEAR: _("Xin ghi năm đủ bốn chữ số."),
        }
        wrong = words.get(fault, _("Xin ghi ngày dạng 05/09/2026.")) if fault else ""
        self._day_field.set_error(wrong)
        self.changed.emit()
