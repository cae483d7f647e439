"""The forms of what stands under the text: recipients and signatures."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from tdkt_desktop.documents.document import Signature
from tdkt_desktop.documents.end_marks import without_end_mark
from tdkt_desktop.i18n import _
from tdkt_desktop.ui.editors.line_fields import LinesField
from tdkt_desktop.ui.editors.part_form import PartForm
from tdkt_desktop.ui.widgets.form import add_row
from tdkt_desktop.vietnamese.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from tdkt_desktop.documents.document import OfficialDocument


class RecipientsForm(PartForm):
    """Edits where copies go, one a line."""

    def __init__(self) -> None:
        hint = _("Mỗi dòng là một nơi nhận; dấu gạch, dấu chấm phẩy do chương trình điền khi in.")
        super().__init__(_("Nơi nhận"), hint)
        self._lines = LinesField(10)
        add_row(self.fields, _("Nơi nhận"), self._lines)
        self.fields.addStretch(1)
        self._lines.textChanged.connect(self.changed)

    def show_document(self, document: OfficialDocument) -> None:
        self.blockSignals(True)
        self._lines.set_lines(document.recipients)
        self.blockSignals(False)

    def field_of(self, path: tuple[str, ...]) -> QWidget | None:
        """Return the lines, with the cursor in the one that is meant."""
        if len(path) > 1:
            block = self._lines.document().findBlockByNumber(int(path[1]))
            self._lines.setTextCursor(QTextCursor(block))
        return self._lines

    def apply(self, document: OfficialDocument) -> OfficialDocument:
        bare = (without_end_mark(line.lstrip("-– ")) for line in self._lines.lines())
        return replace(document, recipients=tuple(line for line in bare if line))


class SignatureFields(QWidget):
    """The lines of one signature."""

    def __init__(self, tell: Callable[[], object]) -> None:
        super().__init__()
        self._authority = LinesField(2)
        self._title, self._office, self._name = QLineEdit(), QLineEdit(), QLineEdit()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(13)
        power = _("Ví dụ: TM. HỘI ĐỒNG, KT. HIỆU TRƯỞNG. Để trống khi người đứng đầu tự ký.")
        add_row(layout, _("Quyền hạn ký (nếu có)"), self._authority, power)
        add_row(layout, _("Chức vụ người ký"), self._title)
        seal = _("Ghi khi Hội đồng dùng con dấu của nhà trường.")
        add_row(layout, _("Chức danh trong trường (nếu cần)"), self._office, seal)
        add_row(layout, _("Họ và tên"), self._name)
        self._authority.textChanged.connect(tell)
        for field in (self._title, self._office, self._name):
            field.textEdited.connect(tell)

    def show_signature(self, signature: Signature) -> None:
        """Show a signature."""
        self._authority.set_lines(signature.authority)
        self._title.setText(signature.title)
        self._office.setText(signature.office)
        self._name.setText(signature.name)

    def field_of(self, name: str) -> QWidget:
        """Return the field of a part of the signature, that of the name for the whole."""
        fields: dict[str, QWidget] = {
            "authority": self._authority,
            "title": self._title,
            "office": self._office,
        }
        return fields.get(name, self._name)

    def signature(self) -> Signature:
        """Return the signature as it stands."""
        texts = (clean_line(f.text()) for f in (self._title, self._office, self._name))
        return Signature(self._authority.lines(), *texts)


class SignatureForm(PartForm):
    """Edits who signs, and who signs beside."""

    def __init__(self) -> None:
        super().__init__(_("Ký tên"))
        self._main = SignatureFields(self.changed.emit)
        self._beside = SignatureFields(self.changed.emit)
        self._two = QCheckBox(_("Có người cùng ký, in bên trái"))
        self.fields.addWidget(self._main)
        self.fields.addWidget(self._two)
        self.fields.addWidget(self._beside)
        self.fields.addStretch(1)
        self._two.toggled.connect(self._beside.setVisible)
        self._two.toggled.connect(self.changed)

    def show_document(self, document: OfficialDocument) -> None:
        self.blockSignals(True)
        self._main.show_signature(document.signature)
        self._beside.show_signature(document.co_signature or Signature())
        self._two.setChecked(document.co_signature is not None)
        self._beside.setVisible(document.co_signature is not None)
        self.blockSignals(False)

    def apply(self, document: OfficialDocument) -> OfficialDocument:
        beside = self._beside.signature() if self._two.isChecked() else None
        return replace(document, signature=self._main.signature(), co_signature=beside)

    def field_of(self, path: tuple[str, ...]) -> QWidget | None:
        fields = self._beside if path[0] == "co_signature" else self._main
        return fields.field_of(path[1] if len(path) > 1 else "")
