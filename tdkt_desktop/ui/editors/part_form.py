"""What every form of a part of the document has: a title, fields, and a way in and out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from tdkt_desktop.ui.widgets.form import text_label

if TYPE_CHECKING:
    from tdkt_desktop.documents.document import OfficialDocument

_WIDEST = 720


class PartForm(QScrollArea):
    """A form beside the outline; `changed` tells that a person changed a field.

    Fields are written only when a document is shown, never while somebody types.
    """

    changed = Signal()

    def __init__(self, title: str, hint: str = "") -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("ground", "surface")
        self._body = body = QWidget()
        body.setProperty("ground", "surface")
        body.setMaximumWidth(_WIDEST)
        self.fields = QVBoxLayout(body)
        self.fields.setContentsMargins(28, 20, 28, 20)
        self.fields.setSpacing(13)
        self.fields.addWidget(text_label(title, "section"))
        if hint:
            self.fields.addWidget(text_label(hint, "hint", wrap=True))
        self.setWidget(body)

    def show_document(self, document: OfficialDocument) -> None:
        """Show what a document says."""
        raise NotImplementedError

    def apply(self, document: OfficialDocument) -> OfficialDocument:
        """Return the document with what stands in the fields."""
        raise NotImplementedError

    def go_to(self, path: tuple[str, ...]) -> None:
        """Put the cursor into the field that holds a place of the document."""
        field = self.field_of(path)
        if field is not None:
            self.ensureWidgetVisible(field)
            field.setFocus()

    def field_of(self, path: tuple[str, ...]) -> QWidget | None:
        """Return the field that holds a place, None where the form has none for it."""
        raise NotImplementedError

    def set_locked(self, *, locked: bool) -> None:
        """Let the fields only be read."""
        self._body.setEnabled(not locked)
