"""One legal document: what it is, since and until when, and what the school notes about it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import _
from tdkt_desktop.services.legal import LegalEntry, citation
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.widgets.date_edit import DateEdit
from tdkt_desktop.ui.widgets.form import Field, add_pair, add_row, text_label
from tdkt_desktop.vietnamese.text import clean_line

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.history import Change
    from tdkt_desktop.services.legal import LegalDocument
    from tdkt_desktop.ui.desk import Desk

# Kinds of document as they are cited, in Vietnamese whatever the language of the interface.
_KINDS: Final = (
    "Luật",
    "Nghị định",
    "Thông tư",
    "Quyết định",
    "Chỉ thị",
    "Nghị quyết",
    "Kế hoạch",
    "Công văn",
    "Hướng dẫn",
)


class LegalDialog(ActDialog):
    """`change` is what was stored, None while nothing is; the citation is shown as it will read."""

    def __init__(
        self, desk: Desk, entry: LegalEntry, title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, _("Lưu"), parent)
        self._desk, self._entry = desk, entry
        self.change: Change | None = None
        document, today = entry.document, desk.today()
        self.kind = QComboBox()
        self.kind.setEditable(True)
        self.kind.addItems(_KINDS)
        self.kind.setCurrentText(document.kind)
        self.number = QLineEdit(document.number)
        self.issuer = QLineEdit(document.issuer)
        self.subject = QLineEdit(document.subject)
        self.issued = DateEdit(today, document.issued)
        self.since = DateEdit(today, document.effective_from)
        self.until = DateEdit(today, document.effective_to)
        self.verified = QCheckBox(_("Đã đối chiếu với văn bản gốc"))
        self.verified.setChecked(document.verified)
        self.note = QLineEdit(entry.school_note)
        self._lay_out()
        self._show_citation()
        self.act.clicked.disconnect(self.accept)
        self.act.clicked.connect(self._save)

    def entry(self) -> LegalEntry:
        """Return the document as the fields say."""
        return replace(
            self._entry, document=self._document(), school_note=clean_line(self.note.text())
        )

    def _document(self) -> LegalDocument:
        return replace(
            self._entry.document,
            kind=clean_line(self.kind.currentText()),
            number=clean_line(self.number.text()),
            issuer=clean_line(self.issuer.text()),
            subject=clean_line(self.subject.text()),
            issued=self.issued.day(),
            effective_from=self.since.day(),
            effective_to=self.until.day(),
            verified=self.verified.isChecked(),
        )

    def _lay_out(self) -> None:
        kind = Field(_("Loại"), self.kind)
        number = Field(_("Số, ký hiệu"), self.number)
        add_pair(self.body, ((kind, 1), (number, 1)))
        issuer = _("viết như khi trích dẫn: Bộ trưởng Bộ Giáo dục và Đào tạo")
        add_row(self.body, _("Cơ quan hoặc người ban hành"), self.issuer, issuer)
        subject = _("viết tiếp sau tên cơ quan: quy định…, về…; với luật chỉ ghi tên luật")
        add_row(self.body, _("Trích yếu"), self.subject, subject)
        self._dates = (
            Field(_("Ngày ban hành"), self.issued),
            Field(_("Có hiệu lực từ"), self.since),
            Field(_("Đến hết ngày (nếu có)"), self.until),
        )
        add_pair(self.body, tuple((field, 1) for field in self._dates))
        self.body.addWidget(self.verified)
        add_row(self.body, _("Ghi chú của trường (nếu cần)"), self.note)
        self._citation = text_label("", "hint", wrap=True)
        self._error = text_label("", "error", wrap=True)
        self._error.hide()
        self.body.addWidget(self._citation)
        self.body.addWidget(self._error)
        for line in (self.number, self.issuer, self.subject, self.issued, self.since, self.until):
            line.textChanged.connect(self._show_citation)
        self.kind.currentTextChanged.connect(self._show_citation)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 84)

    def _show_citation(self) -> None:
        shown = _("Căn cứ sẽ ghi: Căn cứ {citation}")
        self._citation.setText(shown.format(citation=citation(self._document())))

    def _save(self) -> None:
        """Store what the fields say; what is wrong is told and the dialog stays."""
        faults = [
            field.widget.fault() for field in self._dates if isinstance(field.widget, DateEdit)
        ]
        for field, fault in zip(self._dates, faults, strict=True):
            field.set_error(fault)
        if any(faults):
            return
        entry = self.entry()
        try:
            self.change = self._desk.context.legal.save(entry.document, entry.school_note)
        except UserError as error:
            self._error.setText(str(error))
            self._error.show()
            return
        self.accept()
