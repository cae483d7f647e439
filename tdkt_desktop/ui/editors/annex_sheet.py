"""The annex as a sheet: typed into, pasted into and moved about as people do in Excel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QTableView, QWidget

from tdkt_desktop.documents.blocks import ColumnRole, RowGroup, Table
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.i18n import _
from tdkt_desktop.ui.editors.sheet_delegate import SheetDelegate
from tdkt_desktop.ui.tables.clipboard_text import read_block, write_block
from tdkt_desktop.ui.tables.sheet import (
    LinePlace,
    new_row,
    sorted_by,
    with_block,
    with_cell,
    with_group_inserted,
    with_rows_inserted,
    with_rows_moved,
    without_lines,
)
from tdkt_desktop.ui.tables.sheet_model import TITLE_ROLE, SheetModel

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QDropEvent, QResizeEvent

    from tdkt_desktop.documents.blocks import Row
    from tdkt_desktop.ui.theme.theme import Theme

_SHARES: Final = {
    ColumnRole.CONTENT: 34,
    ColumnRole.LEAD: 15,
    ColumnRole.EXECUTOR: 17,
    ColumnRole.COORDINATOR: 17,
    ColumnRole.DUE: 17,
    ColumnRole.NOTE: 12,
    ColumnRole.COUNT: 8,
    ColumnRole.OTHER: 15,
}
_NUMBER_WIDTH: Final = 48
_LEAST: Final = {ColumnRole.CONTENT: "0" * 18, ColumnRole.DUE: "00/00 – 00/00/0000"}
_LEAST_OTHER: Final = "0" * 9
_HEAD_ALIGNMENT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_TRIGGERS: Final = (
    QAbstractItemView.EditTrigger.EditKeyPressed
    | QAbstractItemView.EditTrigger.AnyKeyPressed
    | QAbstractItemView.EditTrigger.DoubleClicked
)
_FIT_PAUSE_MS: Final = 60


class AnnexSheet(QTableView):
    """Edits one table of the tree.

    Enter ends a cell and goes down, F2 edits, Ctrl+D fills down, Ctrl+C and Ctrl+V exchange
    blocks with Excel, Alt+Up and Alt+Down or the mouse move rows, Ctrl+Enter adds a row.
    """

    table_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = SheetModel(Table((), (RowGroup(()),)), self)
        self.setModel(self.sheet)
        self.setItemDelegate(SheetDelegate(theme, self))
        self.setAccessibleName(_("Bảng nhiệm vụ của phụ lục"))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(_TRIGGERS)
        self._locked = False
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        wrapped = int(_HEAD_ALIGNMENT) | int(Qt.TextFlag.TextWordWrap)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag(wrapped))
        self.horizontalHeader().setFixedHeight(2 * self.fontMetrics().lineSpacing() + 14)
        self._fit_timer = QTimer(self)
        self._fit_timer.setSingleShot(True)
        self._fit_timer.setInterval(_FIT_PAUSE_MS)
        self._fit_timer.timeout.connect(self._fit_heights)
        self.sheet.table_changed.connect(self._changed)
        self.sheet.modelReset.connect(self._span_titles)
        self.horizontalHeader().sectionResized.connect(self._fit_timer.start)

    @property
    def table(self) -> Table:
        """The table as it stands."""
        return self.sheet.table

    def set_table(self, table: Table) -> None:
        """Show a table from its beginning."""
        columns_change = table.columns != self.table.columns
        self.sheet.set_table(table)
        self._span_titles()
        if columns_change:
            self._share_width()
        self._fit_heights()

    def set_locked(self, *, locked: bool) -> None:
        """Let the table only be read and copied."""
        self._locked = locked
        none = QAbstractItemView.EditTrigger.NoEditTriggers
        self.setEditTriggers(none if locked else _TRIGGERS)
        drag = QAbstractItemView.DragDropMode
        self.setDragDropMode(drag.NoDragDrop if locked else drag.InternalMove)

    def go_to(self, place: LinePlace, column: int) -> None:
        """Bring a cell of a line to sight and make it the current one."""
        self._go(self._row_of(place), column + 1 if place.row is not None else 0)

    # --- acts ---

    def insert_rows(self, count: int = 1) -> None:
        """Add empty rows below the current line and go to the first of them."""
        place = self._current_place()
        rows = [new_row(self.table) for _number in range(count)]
        at = self.currentIndex().row()
        self.sheet.change(with_rows_inserted(self.table, place, rows), _("thêm dòng"))
        self._go(at + 1, 1)

    def insert_group(self) -> None:
        """Add a group below the current one and edit its title."""
        place = self._current_place()
        self.sheet.change(
            with_group_inserted(self.table, place.group, _("Nhóm mới")), _("thêm nhóm")
        )
        row = self._row_of(LinePlace(place.group + 1, None))
        self._go(row, 0)
        self.edit(self.sheet.index(row, 0))

    def remove_lines(self) -> None:
        """Remove the selected rows; the rows of a removed title join the group above."""
        at = self.currentIndex().row()
        self.sheet.change(without_lines(self.table, self._selected_places()), _("xoá dòng"))
        self._go(min(at, self.sheet.rowCount() - 1), 1)

    def move_rows(self, steps: int) -> None:
        """Move the selected rows one line up (-1) or down (1)."""
        rows = self._selected_rows()
        target = rows[0] - 2 if steps < 0 else rows[-1] + 1
        if not (0 <= target < self.sheet.rowCount()) and not (steps < 0 and rows[0] > 0):
            return
        places = [self.sheet.place(row) for row in rows]
        anchor = self.sheet.place(target) if target >= 0 else LinePlace(0, None)
        self._move(places, anchor, rows[0] + steps)

    def _move(self, places: list[LinePlace], target: LinePlace, row: int) -> None:
        self.sheet.change(with_rows_moved(self.table, places, target), _("chuyển dòng"))
        self._go(max(row, 0), self.currentIndex().column())

    def sort_by_due(self) -> None:
        """Put the rows of each group in order of their understood dues."""
        column = self.sheet.due_column
        if column is None:
            return

        def when(row: Row) -> date | None:
            due = self.sheet.understood(row.cells[column].plain)
            return due.end or due.start

        self.sheet.change(sorted_by(self.table, when), _("sắp theo thời gian"))

    def fill_down(self) -> None:
        """Copy the first selected line's cells to the lines below it."""
        rows = [row for row in self._selected_rows() if not self._is_title(row)]
        table, columns = self.table, self._selected_columns()
        if not rows:
            return
        first = self.sheet.place(rows[0])
        source = table.groups[first.group].rows[first.row or 0]
        for row in rows[1:]:
            for column in columns:
                table = with_cell(table, self.sheet.place(row), column, source.cells[column])
        self.sheet.change(table, _("điền xuống"))

    def append_words(self, words: str) -> None:
        """Write words after those of the current cell."""
        index = self.currentIndex()
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            before = str(index.data(Qt.ItemDataRole.EditRole) or "")
            self.sheet.setData(index, f"{before} {words}".strip())

    def clear_cells(self) -> None:
        """Empty the selected cells."""
        table = self.table
        for row in self._selected_rows():
            if not self._is_title(row):
                for column in self._selected_columns():
                    table = with_cell(table, self.sheet.place(row), column, RichText())
        self.sheet.change(table, _("xoá nội dung ô"))

    def copy(self) -> None:
        """Put the selected cells on the clipboard, with their heads if whole rows are chosen."""
        columns = sorted({index.column() for index in self.selectedIndexes()})
        rows = [
            [str(self.sheet.index(row, column).data() or "") for column in columns]
            for row in self._selected_rows()
        ]
        QGuiApplication.clipboard().setText(write_block(rows))

    def paste(self) -> None:
        """Write the clipboard's block from the current cell on."""
        block = read_block(QGuiApplication.clipboard().text())
        if not block:
            return
        column = self.currentIndex().column()
        if column <= 0:
            block = [row[1:] if _is_number(row[0]) else row for row in block]
        place = self._current_place()
        table = with_block(self.table, place, max(column - 1, 0), block)
        self.sheet.change(table, _("dán"))

    # --- keys and mouse ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._locked:
            if event.matches(QKeySequence.StandardKey.Copy):
                self.copy()
            elif event.key() not in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
                super().keyPressEvent(event)
            return
        if not self._handled(event):
            super().keyPressEvent(event)

    def _handled(self, event: QKeyEvent) -> bool:
        for sequence, act in (
            (QKeySequence.StandardKey.Copy, self.copy),
            (QKeySequence.StandardKey.Paste, self.paste),
        ):
            if event.matches(sequence):
                act()
                return True
        return self._key_with_modifier(event) or self._plain_key(event)

    def _key_with_modifier(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers()
        if modifiers == Qt.KeyboardModifier.ControlModifier:
            acts = {
                Qt.Key.Key_D: self.fill_down,
                Qt.Key.Key_Return: self.insert_rows,
                Qt.Key.Key_Minus: self.remove_lines,
            }
        elif modifiers & Qt.KeyboardModifier.AltModifier:
            acts = {
                Qt.Key.Key_Up: lambda: self.move_rows(-1),
                Qt.Key.Key_Down: lambda: self.move_rows(1),
            }
        else:
            return False
        act = acts.get(Qt.Key(key))
        if act is not None:
            act()
        return act is not None

    def _plain_key(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear_cells()
        else:
            return False
        return True

    def _enter(self) -> None:
        """Go down; below the last row there is always one more."""
        row, column = self.currentIndex().row(), self.currentIndex().column()
        if row + 1 >= self.sheet.rowCount():
            self.insert_rows()
            column = 1
        self._go(row + 1, column)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        self._fit_timer.start()
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._enter()

    def dropEvent(self, event: QDropEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            above = self.dropIndicatorPosition() is self.DropIndicatorPosition.AboveItem
            row = max(index.row() - above, 0)
            places = [self.sheet.place(r) for r in self._selected_rows()]
            self._move(places, self.sheet.place(row), row)
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()

    # --- selection ---

    def _selected_rows(self) -> list[int]:
        rows = sorted({index.row() for index in self.selectedIndexes()})
        return rows or [max(self.currentIndex().row(), 0)]

    def _selected_columns(self) -> list[int]:
        columns = sorted({index.column() - 1 for index in self.selectedIndexes()} - {-1})
        return columns or [max(self.currentIndex().column() - 1, 0)]

    def _selected_places(self) -> list[LinePlace]:
        return [self.sheet.place(row) for row in self._selected_rows()]

    def _current_place(self) -> LinePlace:
        row = self.currentIndex().row()
        if 0 <= row < self.sheet.rowCount():
            return self.sheet.place(row)
        last = len(self.table.groups) - 1
        return LinePlace(last, len(self.table.groups[last].rows) - 1)

    def _row_of(self, place: LinePlace) -> int:
        rows = range(self.sheet.rowCount())
        return next((row for row in rows if self.sheet.place(row) == place), 0)

    def _is_title(self, row: int) -> bool:
        return bool(self.sheet.index(row, 0).data(TITLE_ROLE))

    def _go(self, row: int, column: int) -> None:
        index: QModelIndex = self.sheet.index(row, column)
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, flags)
            self.scrollTo(index)

    # --- look ---

    def _changed(self) -> None:
        self._fit_timer.start()
        self.table_changed.emit()

    def _span_titles(self) -> None:
        self.clearSpans()
        for row in range(self.sheet.rowCount()):
            if self._is_title(row):
                self.setSpan(row, 0, 1, self.sheet.columnCount())
        self._fit_timer.start()

    def _fit_heights(self) -> None:
        self.resizeRowsToContents()

    def _share_width(self) -> None:
        """Give each column its usual share of the width."""
        columns = self.table.cell_columns
        if not columns:
            return
        self.setColumnWidth(0, _NUMBER_WIDTH)
        room = max(self.viewport().width() - _NUMBER_WIDTH, 400)
        shares = [_SHARES.get(column.role, _SHARES[ColumnRole.OTHER]) for column in columns]
        metrics = self.fontMetrics()
        for number, (column, share) in enumerate(zip(columns, shares, strict=True)):
            least = metrics.horizontalAdvance(_LEAST.get(column.role, _LEAST_OTHER)) + 20
            self.setColumnWidth(number + 1, max(room * share // sum(shares), least))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._share_width()


def _is_number(cell: str) -> bool:
    return cell.strip(" .-").isdigit() or not cell.strip()
