"""A template's document in the parts of the plan's editor: outline, text, forms, annexes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from tdkt_desktop.i18n import _
from tdkt_desktop.ui.editors.document_parts import DocumentParts
from tdkt_desktop.ui.editors.editor_actions import LEVELS
from tdkt_desktop.ui.editors.editor_toolbar import LevelSwitch
from tdkt_desktop.ui.editors.outline_entries import outline_entries
from tdkt_desktop.ui.editors.paragraph_style import FACTS
from tdkt_desktop.ui.editors.part_list import (
    ANNEX,
    GROUNDS,
    HEADER,
    RECIPIENTS,
    SIGNATURE,
    TEXT,
    PartList,
)
from tdkt_desktop.ui.editors.plan_editor import PlanEditor
from tdkt_desktop.ui.editors.table_dialog import TableDialog
from tdkt_desktop.ui.editors.text_conversion import edited
from tdkt_desktop.ui.editors.tool_button import tool_button, upright_line
from tdkt_desktop.ui.widgets.form import text_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from tdkt_desktop.documents.blocks import Level
    from tdkt_desktop.documents.document import OfficialDocument
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.editors.text_conversion import EditedParagraph

_PAUSE_MS: Final = 150
_SHARES: Final = (240, 620)


class TemplateParts(QSplitter):
    """Edits what a template says; what is the school's or the day's own is not asked.

    `changed` comes with every change; `annex_removal_asked` carries the number of an annex.
    """

    changed = Signal()
    annex_removal_asked = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._desk = desk
        self._field: QLineEdit | QPlainTextEdit | None = None
        self.outline = PartList(desk.theme, foldable=False)
        self.parts = DocumentParts(desk.theme, desk.context.legal, self._recognise)
        self.parts.header.leave_out_own()
        self.text = self.parts.text
        self._levels = LevelSwitch()
        self._told = text_label("", "hint", wrap=True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._refresh)
        self._lay_out()
        self._connect()

    def load(self, document: OfficialDocument) -> None:
        """Show a document from its beginning."""
        self.parts.load(document, locked=False)
        self._refresh()

    def document(self) -> OfficialDocument:
        """Return the document as it stands."""
        return self.parts.document()

    def insert(self, words: str) -> None:
        """Put words where the cursor is or last was: a field, a cell, or the text."""
        part, number = self.parts.part
        if self._field is not None and self._field.isVisible():
            _write(self._field, words)
        elif part == ANNEX and self.parts.annexes[number].has_table:
            self.parts.annexes[number].sheet.append_words(words)
        else:
            if part not in (TEXT, ANNEX):
                self.parts.show_part(TEXT)
            self.parts.active_text.insert_words(words, _("chèn chỗ điền"))
            self.parts.active_text.setFocus()

    # --- making ---

    def _lay_out(self) -> None:
        middle = QFrame()
        middle.setProperty("panel", True)
        column = QVBoxLayout(middle)
        column.setContentsMargins(2, 2, 2, 2)
        column.setSpacing(0)
        self._tools = QWidget()
        self._tools.setLayout(self._tool_row())
        column.addWidget(self._tools)
        told = QHBoxLayout()
        told.setContentsMargins(28, 8, 12, 0)
        told.addWidget(self._told)
        column.addLayout(told)
        column.addWidget(self.parts, 1)
        self.setChildrenCollapsible(False)
        self.addWidget(self.outline)
        self.addWidget(middle)
        self.setStretchFactor(1, 1)
        self.setSizes(list(_SHARES))

    def _tool_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(2)
        row.addWidget(self._levels)
        row.addWidget(upright_line())
        acts: tuple[tuple[str, str, Callable[[PlanEditor], object]], ...] = (
            ("format-indent-decrease", _("Nâng cấp đoạn (Shift+Tab)"), _shifted(-1)),
            ("format-indent-increase", _("Hạ cấp đoạn (Tab)"), _shifted(1)),
            ("arrow-up", _("Chuyển đoạn lên (Alt+↑)"), _moved(-1)),
            ("arrow-down", _("Chuyển đoạn xuống (Alt+↓)"), _moved(1)),
            ("format-bold", _("Đậm (Ctrl+B)"), PlanEditor.toggle_bold),
            ("format-italic", _("Nghiêng (Ctrl+I)"), PlanEditor.toggle_italic),
        )
        for icon, name, act in acts:
            button = tool_button(self._desk.theme, icon, name, partial(self._in_text, act))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _connect(self) -> None:
        self.parts.changed.connect(self.changed)
        self.parts.changed.connect(self._pause.start)
        self.parts.shown.connect(self._part_shown)
        self.parts.table_opened.connect(self._edit_table)
        self.parts.annex_removal_asked.connect(self.annex_removal_asked)
        self.outline.chosen.connect(self.parts.show_part)
        self.outline.annex_asked.connect(lambda: self.parts.add_annex(_("Phụ lục mới")))
        self.outline.tree.chosen.connect(self._go_to)
        self.outline.tree.move_asked.connect(self.text.move_range)
        self.text.style_changed.connect(lambda style: self._levels.show_level(FACTS[style].level))
        self._levels.chosen.connect(self._set_level)
        keys: dict[str, Callable[[PlanEditor], object]] = {
            "Ctrl+B": PlanEditor.toggle_bold,
            "Ctrl+I": PlanEditor.toggle_italic,
        }
        for name, act in keys.items():
            self._add_key(name, partial(self._in_text, act))
        for number, (level, _words, _name) in enumerate(LEVELS, start=1):
            self._add_key(f"Ctrl+{number}", partial(self._set_level, level))
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._remember)

    def _add_key(self, name: str, act: Callable[[], object]) -> None:
        key = QShortcut(QKeySequence(name), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(act)

    # --- what follows ---

    def _refresh(self) -> None:
        paragraphs, labels = self.text.paragraphs(), self.text.mirror.labels()
        self.outline.tree.show_entries(outline_entries(paragraphs, labels))
        self.outline.show_document(self.document())
        self.outline.mark(*self.parts.part)

    def _part_shown(self, key: str, number: int) -> None:
        self._field = None
        self.outline.mark(key, number)
        words = {
            HEADER: _("Tên cơ quan, số, địa danh và ngày lấy theo hồ sơ trường khi soạn."),
            GROUNDS: _("Căn cứ chọn từ danh mục luôn theo danh mục, kể cả khi danh mục đổi."),
            RECIPIENTS: _("Nơi nhận ghi trong Cài đặt, nếu có, được dùng thay cho phần này."),
            SIGNATURE: _("Để trống chức vụ thì lấy người ký theo Cài đặt."),
        }
        self._told.setText(words.get(key, ""))
        self._told.setVisible(key in words)
        self._tools.setVisible(key in (TEXT, ANNEX))

    def _remember(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Keep the field with the cursor; the list of placeholders takes the focus away."""
        of_cell = now is not None and any(one.sheet.isAncestorOf(now) for one in self.parts.annexes)
        if now is None or of_cell or not self.parts.isAncestorOf(now):
            return
        self._field = now if isinstance(now, QLineEdit | QPlainTextEdit) else None

    def _go_to(self, number: int) -> None:
        self.parts.show_part(TEXT)
        self.text.go_to(number)

    def _in_text(self, act: Callable[[PlanEditor], object]) -> None:
        text = self.parts.active_text
        if text.isVisible():
            act(text)
            text.setFocus()

    def _set_level(self, level: Level) -> None:
        self._in_text(lambda text: text.set_level(level))

    def _edit_table(self, text: PlanEditor, number: int) -> None:
        dialog = TableDialog(self._desk.theme, text.table_at(number), self)
        if dialog.exec():
            text.replace_table(number, dialog.sheet.table)
        dialog.deleteLater()

    def _recognise(self, text: str) -> tuple[EditedParagraph, ...]:
        return tuple(edited(self._desk.context.reading.recognise_text(text)))


def _write(field: QLineEdit | QPlainTextEdit, words: str) -> None:
    if isinstance(field, QLineEdit):
        field.insert(words)
    else:
        field.insertPlainText(words)
    field.setFocus()


def _shifted(steps: int) -> Callable[[PlanEditor], object]:
    return lambda text: text.change_level(steps)


def _moved(steps: int) -> Callable[[PlanEditor], object]:
    return lambda text: text.move_paragraphs(steps)
