"""An annex: its title, how it lies, text above and below, and its table as a sheet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from tdkt_desktop.documents.blocks import Column, ColumnRole, RowGroup, Table
from tdkt_desktop.documents.document import Orientation
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.i18n import _
from tdkt_desktop.ui.editors.annex_sheet import AnnexSheet
from tdkt_desktop.ui.editors.plan_editor import PlanEditor
from tdkt_desktop.ui.editors.search_targets import SheetTarget
from tdkt_desktop.ui.editors.sheet_tools import SheetTools
from tdkt_desktop.ui.editors.text_conversion import blocks_of, edited
from tdkt_desktop.ui.editors.tool_button import tool_button
from tdkt_desktop.ui.tables.sheet import new_row
from tdkt_desktop.ui.widgets.form import guard_wheel
from tdkt_desktop.vietnamese.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from tdkt_desktop.documents.document import Annex, OfficialDocument
    from tdkt_desktop.ui.editors.search_targets import SearchTarget
    from tdkt_desktop.ui.theme.theme import Theme

_TEXT_HEIGHT: Final = 90
_WORDS_FROM: Final = 62


class AnnexForm(QWidget):
    """Edits one annex; its first table is the sheet, what stands around it is text."""

    changed = Signal()
    remove_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._annex: Annex | None = None
        self._target: SheetTarget | None = None
        self._title, self._lie = QLineEdit(), QComboBox()
        self.above, self.below = PlanEditor(theme), PlanEditor(theme)
        self.sheet = AnnexSheet(theme)
        self._tools = SheetTools(theme, self.sheet)
        self._add_table = QPushButton(_("Thêm bảng nhiệm vụ"))
        self._texts = QPushButton(_("Lời văn trên, dưới bảng"))
        self._lay_out(theme)
        self._connect()

    def _lay_out(self, theme: Theme) -> None:
        self.above.setAccessibleName(_("Lời văn trên bảng"))
        self.below.setAccessibleName(_("Lời văn dưới bảng"))
        self._texts.setCheckable(True)
        self._texts.setToolTip(_("Lời văn trên, dưới bảng"))
        self._texts.setProperty("kind", "quiet")
        split = QSplitter(Qt.Orientation.Vertical)
        for part, share in ((self.above, 1), (self.sheet, 4), (self.below, 1)):
            split.addWidget(part)
            part.setMinimumHeight(_TEXT_HEIGHT)
            split.setStretchFactor(split.indexOf(part), share)
        split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head(theme))
        tools = QHBoxLayout()
        tools.addWidget(self._tools, 1)
        tools.addWidget(self._texts)
        tools.addWidget(self._add_table)
        tools.setContentsMargins(0, 0, 8, 0)
        layout.addLayout(tools)
        layout.addWidget(split, 1)

    def _head(self, theme: Theme) -> QFrame:
        head = QFrame()
        head.setProperty("bar", "head")
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(8)
        self._title.setPlaceholderText(_("Tên phụ lục"))
        self._title.setAccessibleName(_("Tên phụ lục"))
        self._lie.setAccessibleName(_("Hướng trang của phụ lục"))
        self._lie.addItem(_("Trang đứng"), Orientation.PORTRAIT.value)
        self._lie.addItem(_("Trang ngang"), Orientation.LANDSCAPE.value)
        guard_wheel(self._lie)
        row.addWidget(self._title, 1)
        row.addWidget(self._lie)
        remove = _("Xoá phụ lục này")
        row.addWidget(tool_button(theme, "trash-can-outline", remove, self.remove_asked.emit))
        return head

    def _connect(self) -> None:
        self._title.textEdited.connect(self.changed)
        self._lie.activated.connect(self.changed)
        self.sheet.table_changed.connect(self.changed)
        for text in (self.above, self.below):
            text.textChanged.connect(self.changed)
        self._add_table.clicked.connect(self.add_table)
        self._texts.toggled.connect(self._show_texts)

    # --- in and out ---

    def show_annex(self, annex: Annex, document: OfficialDocument) -> None:
        """Show an annex from its beginning; dues without a year are of the document's."""
        self.blockSignals(True)
        self._annex = annex
        self._title.setText(annex.title.plain)
        self._title.setCursorPosition(0)
        self._lie.setCurrentIndex(list(Orientation).index(annex.orientation))
        tables = [place for place, one in enumerate(annex.blocks) if isinstance(one, Table)]
        at = tables[0] if tables else len(annex.blocks)
        self.above.set_paragraphs(edited(annex.blocks[:at]))
        self.below.set_paragraphs(edited(annex.blocks[at + 1 :]))
        self.sheet.sheet.set_period(document.year, document.school_year)
        table = annex.blocks[at] if tables else None
        if isinstance(table, Table):
            self.sheet.set_table(table)
        self._show_parts(table=bool(tables), texts=not tables or len(annex.blocks) > 1)
        self.blockSignals(False)

    def annex(self) -> Annex:
        """Return the annex as it stands."""
        if self._annex is None:
            raise RuntimeError("no annex is shown")
        title = clean_line(self._title.text())
        kept = self._annex.title if self._annex.title.plain == title else RichText(title)
        return replace(
            self._annex,
            title=kept,
            orientation=Orientation(self._lie.currentData()),
            blocks=(
                *blocks_of(self.above.paragraphs()),
                *((self.sheet.table,) if self.has_table else ()),
                *blocks_of(self.below.paragraphs()),
            ),
        )

    @property
    def has_table(self) -> bool:
        """Tell whether the annex has its sheet."""
        return not self.sheet.isHidden()

    @property
    def focus_target(self) -> QWidget:
        """Where typing begins: the sheet, or the text of an annex without one."""
        return self.sheet if self.has_table else self.above

    def search_target(self, bring: Callable[[], object]) -> SearchTarget:
        """Return what the find bar searches of the sheet; the same while the form lives."""
        if self._target is None:
            self._target = SheetTarget(self.sheet, bring)
        return self._target

    @property
    def title(self) -> QLineEdit:
        """The field of the title."""
        return self._title

    def write_title(self, words: str) -> None:
        """Put other words into the title as a step that its field can take back."""
        self._title.selectAll()
        self._title.insert(words)
        self.changed.emit()

    def take_title_back(self) -> None:
        """Take the last step in the title back."""
        self._title.undo()
        self.changed.emit()

    def show_texts(self) -> None:
        """Show the text around the table."""
        self._texts.setChecked(True)
        self._show_texts(on=True)

    def add_table(self) -> None:
        """Give the annex a table of tasks."""
        self.sheet.set_table(task_table())
        self._show_parts(table=True, texts=self._texts.isChecked())
        self.sheet.setFocus()
        self.changed.emit()

    def set_locked(self, *, locked: bool) -> None:
        """Let the annex only be read."""
        for part in (self._title, self._lie, self._tools, self._add_table):
            part.setEnabled(not locked)
        self.above.setReadOnly(locked)
        self.below.setReadOnly(locked)
        self.sheet.set_locked(locked=locked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() > self.fontMetrics().averageCharWidth() * _WORDS_FROM
        self._texts.setText(_("Lời văn trên, dưới bảng") if wide else _("Lời văn"))

    def _show_parts(self, *, table: bool, texts: bool) -> None:
        self.sheet.setVisible(table)
        self._tools.setVisible(table)
        self._add_table.setVisible(not table)
        self._texts.setVisible(table)
        self._texts.setChecked(texts)
        self._show_texts(texts)

    def _show_texts(self, on: bool) -> None:
        self.above.setVisible(on)
        self.below.setVisible(on and self.has_table)


def task_table() -> Table:
    """Return an empty table of tasks as the annex of a plan has it."""
    columns = (
        Column(_("TT"), ColumnRole.NUMBER),
        Column(_("Nội dung công việc"), ColumnRole.CONTENT),
        Column(_("Chủ trì, chỉ đạo"), ColumnRole.LEAD),
        Column(_("Thực hiện"), ColumnRole.EXECUTOR),
        Column(_("Phối hợp"), ColumnRole.COORDINATOR),
        Column(_("Thời gian"), ColumnRole.DUE),
    )
    empty = Table(columns, (RowGroup(()),))
    return replace(empty, groups=(RowGroup((new_row(empty),)),))
