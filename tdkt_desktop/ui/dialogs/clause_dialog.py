"""One clause of the library: its heading, the levels it suits, and its text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from tdkt_desktop.documents.clause_library import EVERY_LEVEL, LibraryClause
from tdkt_desktop.documents.markup import dump_blocks
from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import _
from tdkt_desktop.services.school_profile import LEVEL_NAMES, SchoolLevel
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.dialogs.template_dialog import framed, may_drop
from tdkt_desktop.ui.editors.paragraph_style import block_of
from tdkt_desktop.ui.editors.plan_editor import PlanEditor
from tdkt_desktop.ui.editors.text_conversion import edited
from tdkt_desktop.ui.widgets.flow_layout import FlowLayout
from tdkt_desktop.ui.widgets.form import add_row, text_label
from tdkt_desktop.ui.widgets.placeholder_list import PlaceholderList
from tdkt_desktop.vietnamese.text import clean_line

if TYPE_CHECKING:
    from tdkt_desktop.services.history import Change
    from tdkt_desktop.ui.desk import Desk


class ClauseDialog(ActDialog):
    """`change` is what was stored, None while nothing is."""

    def __init__(
        self, desk: Desk, clause: LibraryClause, title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, _("Lưu điều khoản"), parent)
        self._desk, self._clause = desk, clause
        self.change: Change | None = None
        self.heading = QComboBox()
        self.heading.setEditable(True)
        self.heading.addItems(desk.context.clauses.headings())
        self.heading.setCurrentText(clause.heading)
        self.levels = {level: QCheckBox(_(name)) for level, name in LEVEL_NAMES.items()}
        self.editor = PlanEditor(desk.theme)
        self.editor.setAccessibleName(_("Lời văn của điều khoản"))
        self.editor.set_paragraphs(edited(clause.blocks) if clause.text.strip() else ())
        self.placeholders = PlaceholderList()
        self.placeholders.wanted.connect(self._insert)
        self._error = text_label("", "error", wrap=True)
        self._error.hide()
        self._tick()
        self._lay_out()
        self.act.setDefault(False)
        self.act.setShortcut("Ctrl+Return")
        self.editor.setFocus()
        self.act.clicked.disconnect(self.accept)
        self.act.clicked.connect(self._save)

    def clause(self) -> LibraryClause:
        """Return the clause as the fields say."""
        blocks = tuple(
            block_of(item.style, item.text)
            for item in self.editor.paragraphs()
            if item.text and item.table is None
        )
        return replace(
            self._clause,
            heading=clean_line(self.heading.currentText()),
            levels=self._chosen_levels(),
            text=dump_blocks(blocks),
        )

    def _chosen_levels(self) -> tuple[str, ...]:
        """Return the levels that are ticked; all or none of them means every level."""
        ticked = tuple(level.value for level, box in self.levels.items() if box.isChecked())
        return ticked if 0 < len(ticked) < len(SchoolLevel) else (EVERY_LEVEL,)

    def _tick(self) -> None:
        named = set(self._clause.levels)
        for level, box in self.levels.items():
            box.setChecked(level.value in named or EVERY_LEVEL in named)

    def reject(self) -> None:
        if self._is_unchanged() or may_drop(self._desk, self):
            super().reject()

    def _is_unchanged(self) -> bool:
        """Tell whether the fields say what they said at first, however it is written."""
        now, before = self.clause(), self._clause
        blocks = before.blocks if before.text.strip() else ()
        return now.heading == before.heading and (now.blocks if now.text else ()) == blocks

    def _insert(self, placeholder: str) -> None:
        self.editor.insert_words(placeholder, _("chèn chỗ điền"))
        self.editor.setFocus()

    def _save(self) -> None:
        """Store the clause; what is wrong is told and the dialog stays."""
        try:
            self.change = self._desk.context.clauses.save(self.clause())
        except UserError as error:
            self._error.setText(str(error))
            self._error.show()
            return
        self.accept()

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 8, 0)
        add_row(column, _("Đề mục"), self.heading, _("Chọn đề mục đã có hoặc ghi đề mục mới."))
        ticks = FlowLayout()
        for box in self.levels.values():
            ticks.addWidget(box)
        column.addWidget(text_label(_("Dùng cho"), "label"))
        column.addLayout(ticks)
        column.addWidget(framed(self.editor), 1)
        column.addWidget(self._error)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(self.placeholders)
        splitter.setStretchFactor(0, 1)
        self.body.addWidget(splitter, 1)
        unit = self.fontMetrics()
        self.resize(min(unit.averageCharWidth() * 140, 1180), min(unit.height() * 32, 620))
