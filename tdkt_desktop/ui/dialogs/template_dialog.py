"""Edits a template in the same editor as plans, its placeholders visible, with a list of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSplitter, QVBoxLayout, QWidget

from tdkt_desktop.documents.placeholders import placeholder_dictionary, placeholders_of
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.documents.template import Template, as_template
from tdkt_desktop.i18n import _
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.editors.plan_editor import PlanEditor
from tdkt_desktop.ui.editors.text_conversion import paragraphs_of, with_paragraphs
from tdkt_desktop.ui.feedback import Question
from tdkt_desktop.ui.widgets.form import Field, add_pair, text_label
from tdkt_desktop.ui.widgets.placeholder_list import PlaceholderList
from tdkt_desktop.vietnamese.text import clean_line

if TYPE_CHECKING:
    from tdkt_desktop.ui.desk import Desk

_SHARES: Final = (700, 300)


def may_drop(desk: Desk, dialog: QWidget) -> bool:
    """Ask whether what was changed in a dialog may be lost."""
    question = Question(
        _("Bỏ các thay đổi vừa sửa?"),
        _("Lời văn vừa sửa trong cửa sổ này không lấy lại được."),
        _("Bỏ thay đổi"),
        _("Sửa tiếp"),
        dangerous=True,
    )
    return desk.feedback.ask(question, dialog)


def framed(editor: PlanEditor) -> QFrame:
    """Return the editor with a line around it: in a dialog it does not fill the window."""
    frame = QFrame()
    frame.setProperty("panel", True)
    inside = QVBoxLayout(frame)
    inside.setContentsMargins(2, 2, 2, 2)
    inside.addWidget(editor)
    return frame


class TemplateDialog(ActDialog):
    """Name, subject and text; grounds, recipients and annexes stay as they are.

    Until "Lưu mẫu" the template is what it was; changes are not thrown away by a mere Esc.
    """

    def __init__(self, desk: Desk, template: Template, parent: QWidget | None = None) -> None:
        super().__init__(_("Sửa mẫu kế hoạch"), _("Lưu mẫu"), parent)
        self._desk, self._template = desk, template
        self._paper = template.document.subject.to_markup()
        self.name = QLineEdit(template.meta.name)
        self.name.setCursorPosition(0)
        self.subject = QLineEdit(self._paper.replace("\n", " "))
        self.subject.setCursorPosition(0)
        self.editor = PlanEditor(desk.theme)
        self.editor.setAccessibleName(_("Nội dung mẫu"))
        self.editor.set_paragraphs(paragraphs_of(template.document))
        self.placeholders = PlaceholderList()
        self.placeholders.wanted.connect(self._insert)
        self._unknown = text_label("", "warning", wrap=True)
        self._lay_out()
        self.editor.textChanged.connect(self._check)
        self.subject.textChanged.connect(self._check)
        self.name.textChanged.connect(self._check)
        # Enter belongs to the text; Ctrl+Enter stores.
        self.act.setDefault(False)
        self.act.setShortcut("Ctrl+Return")
        self._check()
        self.editor.setFocus()

    def template(self) -> Template:
        """Return the template as it stands now."""
        document = with_paragraphs(self._template.document, self.editor.paragraphs())
        written = clean_line(self.subject.text())
        if written != self._paper.replace("\n", " "):
            document = replace(document, subject=RichText.from_markup(written))
        meta = replace(self._template.meta, name=clean_line(self.name.text()))
        return as_template(meta, document)

    def reject(self) -> None:
        if self.template() == self._template or may_drop(self._desk, self):
            super().reject()

    def _insert(self, placeholder: str) -> None:
        if self.subject.hasFocus():
            self.subject.insert(placeholder)
        else:
            self.editor.insert_words(placeholder, _("chèn chỗ điền"))
            self.editor.setFocus()

    def _check(self) -> None:
        """Point out placeholders that the dictionary does not know."""
        known = placeholder_dictionary()
        names = placeholders_of(self.template().document)
        unknown = [name for name in names if name.partition(":")[0] not in known]
        shown = ", ".join(f"{{{{{name}}}}}" for name in unknown)
        self._unknown.setText(_("Không có chỗ điền tên {names}.").format(names=shown))
        self._unknown.setVisible(bool(unknown))
        self.act.setEnabled(bool(self.name.text().strip()))

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        name = Field(_("Tên mẫu"), self.name)
        subject = Field(_("Trích yếu"), self.subject)
        add_pair(head, ((name, 2), (subject, 3)))
        left, right = QWidget(), QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 8, 0)
        column.addLayout(head)
        column.addWidget(framed(self.editor), 1)
        column.addWidget(self._unknown)
        side = QHBoxLayout(right)
        side.setContentsMargins(8, 0, 0, 0)
        side.addWidget(self.placeholders)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setSizes(list(_SHARES))
        self.body.addWidget(splitter, 1)
        unit = self.fontMetrics()
        self.resize(min(unit.averageCharWidth() * 150, 1240), min(unit.height() * 36, 680))
