"""One entry of the law's data: what it says, its source, and a note of the school's own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import _
from tdkt_desktop.services.law_field_names import ADDED, KIND_NAMES, SECTION_NAMES
from tdkt_desktop.services.law_fields import FieldShape, LawField, LawFields
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.widgets.form import add_row, guard_wheel, text_label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tdkt_desktop.services.history import Change
    from tdkt_desktop.services.law_book import LawEntry
    from tdkt_desktop.ui.desk import Desk

_YES, _NO = "có", "không"
_LONG: Final = (FieldShape.PARAGRAPH, FieldShape.CODES, FieldShape.SOURCES, FieldShape.TABLE)
_LINES: Final = 3
_LETTERS: Final = 104
_HEIGHT_LINES: Final = 36


class FieldsForm(QScrollArea):
    """Fields below one another, each in the way that it is written."""

    def __init__(self, offered: Callable[[str], Sequence[str]]) -> None:
        super().__init__()
        self._offered = offered
        self.setWidgetResizable(True)
        self.setProperty("frameless", True)
        self.fields: tuple[LawField, ...] = ()
        self.widgets: dict[str, QLineEdit | QPlainTextEdit | QCheckBox] = {}

    def show_fields(self, fields: Sequence[LawField]) -> None:
        """Show other fields."""
        self.fields, self.widgets = tuple(fields), {}
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(12)
        for field in fields:
            self._add(column, field)
        column.addStretch(1)
        self.setWidget(content)

    def texts(self) -> dict[str, str]:
        """Return what the fields say."""
        return {name: _text(widget) for name, widget in self.widgets.items()}

    def _add(self, column: QVBoxLayout, field: LawField) -> None:
        widget: QLineEdit | QPlainTextEdit | QCheckBox
        if field.shape is FieldShape.FLAG:
            widget = QCheckBox(field.label)
            widget.setChecked(field.text == _YES)
            column.addWidget(widget)
        elif field.shape in _LONG:
            widget = QPlainTextEdit(field.text)
            widget.setTabChangesFocus(True)
            widget.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 14)
            add_row(column, field.label, widget, field.hint)
        else:
            widget = QLineEdit(field.text)
            self._complete(widget, field.name)
            add_row(column, field.label, widget, field.hint)
        self.widgets[field.name] = widget

    def _complete(self, widget: QLineEdit, name: str) -> None:
        words = self._offered(name)
        if words:
            completer = QCompleter(list(words), widget)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            widget.setCompleter(completer)


class LawDialog(ActDialog):
    """Edits an entry; only what is written otherwise is kept, the shipped entry stays."""

    def __init__(self, desk: Desk, entry: LawEntry, parent: QWidget | None = None) -> None:
        super().__init__(_("Sửa quy định"), _("Lưu"), parent)
        self._desk, self._entry = desk, entry
        self._fields = LawFields(desk.context.law_book)
        self.change: Change | None = None
        self.form = FieldsForm(self._fields.offered)
        self.form.show_fields(self._fields.of(entry))
        self.note = QLineEdit(entry.note)
        self.error = text_label("", "error", wrap=True)
        self.error.hide()
        head = " · ".join(filter(None, (entry.award_name, _(SECTION_NAMES[entry.section]))))
        self.body.addWidget(text_label(head, "strong", wrap=True))
        self.body.addWidget(self.form, 1)
        add_row(self.body, _("Ghi chú của trường (nếu cần)"), self.note)
        self.body.addWidget(self.error)
        _fit(self)
        self.act.clicked.disconnect(self.accept)
        self.act.clicked.connect(self._save)

    def _save(self) -> None:
        """Store what is written otherwise; what is wrong is told and the dialog stays."""
        book, entry = self._desk.context.law_book, self._entry
        try:
            values = self._fields.changes(entry.values, self.form.fields, self.form.texts())
            self.change = book.edit(entry.key, values, self.note.text())
        except UserError as error:
            self.error.setText(f"{error.message} {error.hint}".strip())
            self.error.show()
            return
        self.accept()


class LawAddDialog(ActDialog):
    """Adds an entry of the school's own; a condition belongs to a version, that to an award."""

    def __init__(self, desk: Desk, award: str = "", parent: QWidget | None = None) -> None:
        super().__init__(_("Thêm quy định"), _("Thêm"), parent)
        self._desk, self._award = desk, award
        self._book = desk.context.law_book
        self._fields = LawFields(self._book)
        self.key = ""
        self.section, self.parent_entry, self.kind = QComboBox(), QComboBox(), QComboBox()
        self.form = FieldsForm(self._fields.offered)
        self.note = QLineEdit()
        self.error = text_label("", "error", wrap=True)
        self.error.hide()
        for section in ADDED:
            self.section.addItem(_(SECTION_NAMES[section]), section)
        for kind, words in KIND_NAMES.items():
            self.kind.addItem(_(words), kind)
        add_row(self.body, _("Loại quy định"), self.section)
        self._parent_row = add_row(self.body, _("Thuộc về"), self.parent_entry)
        self._kind_row = add_row(self.body, _("Chương trình đối chiếu điều gì"), self.kind)
        self.body.addWidget(self.form, 1)
        add_row(self.body, _("Ghi chú của trường (nếu cần)"), self.note)
        self.body.addWidget(self.error)
        _fit(self)
        for combo in (self.section, self.parent_entry, self.kind):
            guard_wheel(combo)
        self.section.activated.connect(lambda _row: self.show_section())
        self.kind.activated.connect(lambda _row: self._show_fields())
        self.act.clicked.disconnect(self.accept)
        self.act.clicked.connect(self._save)
        self.show_section()

    def show_section(self) -> None:
        """Offer what an entry of the chosen section belongs to, and its fields."""
        section = str(self.section.currentData())
        above = {"condition": "version", "version": "award"}.get(section, "")
        self.parent_entry.clear()
        for entry in self._book.entries(above) if above else ():
            name = entry.key.partition(":")[2]
            self.parent_entry.addItem(entry.text, name)
            if self._award and name.partition("/")[0] == self._award:
                self.parent_entry.setCurrentIndex(self.parent_entry.count() - 1)
        self._parent_row.setVisible(bool(above))
        self._kind_row.setVisible(section == "condition")
        self._show_fields()

    def _show_fields(self) -> None:
        section = str(self.section.currentData())
        kind = str(self.kind.currentData()) if section == "condition" else ""
        fields = self._fields.blank(section, kind)
        # A rule of the school's own has the school itself for its source.
        self.form.show_fields(
            [replace(one, required=one.required and one.name != "sources") for one in fields]
        )

    def _save(self) -> None:
        section = str(self.section.currentData())
        try:
            values = self._fields.changes({}, self.form.fields, self.form.texts())
            if section == "condition":
                values["kind"] = str(self.kind.currentData())
            parent = str(self.parent_entry.currentData() or "")
            self.key = self._book.add(section, values, parent=parent, note=self.note.text())
        except UserError as error:
            self.error.setText(f"{error.message} {error.hint}".strip())
            self.error.show()
            return
        self.accept()


def _text(widget: QLineEdit | QPlainTextEdit | QCheckBox) -> str:
    if isinstance(widget, QCheckBox):
        return _YES if widget.isChecked() else _NO
    return widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText()


def _fit(dialog: ActDialog) -> None:
    unit = dialog.fontMetrics()
    dialog.resize(unit.averageCharWidth() * _LETTERS, unit.height() * _HEIGHT_LINES)
