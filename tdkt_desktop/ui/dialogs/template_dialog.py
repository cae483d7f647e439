"""Edits a template in the parts of the plan's editor, with a list of its placeholders."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSplitter, QVBoxLayout, QWidget

from tdkt_desktop.documents.placeholders import placeholder_dictionary, placeholders_of
from tdkt_desktop.documents.template import Template, as_template
from tdkt_desktop.i18n import _
from tdkt_desktop.services.drafting import with_grounds, with_references
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.editors.template_parts import TemplateParts
from tdkt_desktop.ui.feedback import Question
from tdkt_desktop.ui.widgets.form import add_row, text_label
from tdkt_desktop.ui.widgets.placeholder_list import PlaceholderList
from tdkt_desktop.vietnamese.text import clean_line

if TYPE_CHECKING:
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.editors.plan_editor import PlanEditor

_SHARES: Final = (900, 280)


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
    """All that a template says: name, text, grounds, recipients, signature, annexes.

    Until "Lưu mẫu" the template is what it was; changes are not thrown away by a mere Esc.
    """

    def __init__(self, desk: Desk, template: Template, parent: QWidget | None = None) -> None:
        super().__init__(_("Sửa mẫu kế hoạch"), _("Lưu mẫu"), parent)
        self._desk, self._template = desk, template
        self.name = QLineEdit(template.meta.name)
        self.name.setCursorPosition(0)
        self.parts = TemplateParts(desk)
        self.parts.text.setAccessibleName(_("Nội dung mẫu"))
        shown, _unknown = with_grounds(template.document, desk.context.legal)
        self.parts.load(shown)
        self._loaded = self.parts.document()
        self.placeholders = PlaceholderList()
        self.placeholders.wanted.connect(self.parts.insert)
        self._unknown = text_label("", "warning", wrap=True)
        self._lay_out()
        self.parts.changed.connect(self._check)
        self.parts.annex_removal_asked.connect(self._remove_annex)
        self.name.textChanged.connect(self._check)
        # Enter belongs to the text; Ctrl+Enter stores.
        self.act.setDefault(False)
        self.act.setShortcut("Ctrl+Return")
        self._check()
        self.parts.text.setFocus()

    def template(self) -> Template:
        """Return the template as it stands now; one that was not touched is as it was."""
        meta = replace(self._template.meta, name=clean_line(self.name.text()))
        document = self.parts.document()
        if document == self._loaded:
            return replace(self._template, meta=meta)
        return as_template(meta, with_references(document, self._desk.context.legal))

    def reject(self) -> None:
        if self.template() == self._template or may_drop(self._desk, self):
            super().reject()

    def _remove_annex(self, number: int) -> None:
        question = Question(
            _("Xoá phụ lục này khỏi mẫu?"),
            _("Bảng và lời văn của phụ lục bị bỏ khi lưu mẫu."),
            _("Xoá phụ lục"),
            _("Huỷ"),
            dangerous=True,
        )
        if self._desk.feedback.ask(question, self):
            self.parts.parts.remove_annex(number)

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
        add_row(self.body, _("Tên mẫu"), self.name)
        right = QWidget()
        side = QHBoxLayout(right)
        side.setContentsMargins(8, 0, 0, 0)
        side.addWidget(self.placeholders)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.parts)
        splitter.addWidget(right)
        splitter.setSizes(list(_SHARES))
        self.body.addWidget(splitter, 1)
        self.body.addWidget(self._unknown)
        unit = self.fontMetrics()
        self.resize(min(unit.averageCharWidth() * 170, 1320), min(unit.height() * 40, 720))
