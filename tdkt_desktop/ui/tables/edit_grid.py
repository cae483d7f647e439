"""A grid typed into, pasted into and put in order as people do in Excel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QMenu, QTableView, QWidget

from tdkt_desktop.i18n import _
from tdkt_desktop.ui.tables.clipboard_text import read_block, write_block
from tdkt_desktop.ui.tables.edit_grid_delegate import EditGridDelegate

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QContextMenuEvent, QDropEvent, QResizeEvent

    from tdkt_desktop.ui.tables.edit_grid_model import EditGridModel
    from tdkt_desktop.ui.theme.theme import Theme

_FIT_PAUSE_MS: Final = 40
_TRIGGERS: Final = (
    QAbstractItemView.EditTrigger.EditKeyPressed
    | QAbstractItemView.EditTrigger.AnyKeyPressed
    | QAbstractItemView.EditTrigger.DoubleClicked
)


class EditGrid(QTableView):
    """Enter ends a cell and goes down, F2 edits, Delete empties cells or removes whole rows.

    Ctrl+D fills down, Ctrl+C and Ctrl+V exchange blocks with Excel, Alt+Up and Alt+Down or the
    mouse move rows. A grid whose cells can only be read tells of Enter by `opened`.
    """

    row_changed = Signal(int)
    opened = Signal(int)

    def __init__(
        self, theme: Theme, model: EditGridModel[Any], today: Callable[[], date], name: str
    ) -> None:
        super().__init__()
        self.grid = model
        self.extra_actions: Callable[[], list[QAction]] = list
        self.setModel(model)
        self.setItemDelegate(EditGridDelegate(theme, today, self))
        self.setAccessibleName(name)
        self.setProperty("frameless", True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        if self._is_editable:
            self.setEditTriggers(_TRIGGERS)
            self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        else:
            self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
            self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropOverwriteMode(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._fit_timer = QTimer(self)
        self._fit_timer.setSingleShot(True)
        self._fit_timer.setInterval(_FIT_PAUSE_MS)
        self._fit_timer.timeout.connect(self.resizeRowsToContents)
        for told in (model.dataChanged, model.rowsInserted, model.rowsRemoved, model.modelReset):
            told.connect(self._fit_timer.start)
        head.sectionResized.connect(self._fit_timer.start)
        self.selectionModel().currentRowChanged.connect(
            lambda now, _before: self.row_changed.emit(now.row())
        )
        self.clicked.connect(lambda index: self._select_whole(index.row(), index.column()))
        self.doubleClicked.connect(self._double_clicked)
        theme.changed.connect(self._fit_head)
        self._fit_head()

    # --- where one is ---

    @property
    def row(self) -> int:
        """The current row, -1 where there is none."""
        return self.currentIndex().row()

    def selected_rows(self) -> list[int]:
        """Return the rows with something selected in them, in order."""
        rows = {index.row() for index in self.selectedIndexes()}
        return sorted(row for row in rows if self.grid.item(row) is not None)

    def go(self, row: int, column: int = 1) -> None:
        """Make a cell the current one."""
        index = self.grid.index(row, column)
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, flags)
            self.scrollTo(index)

    def begin_new(self) -> None:
        """Go to the row of a new item and edit it."""
        if self.grid.has_new_row:
            row, column = self.grid.rowCount() - 1, self.grid.begin
            self.setFocus()
            self.go(row, column)
            self.edit(self.grid.index(row, column))

    # --- acts ---

    def remove_rows(self) -> None:
        """Remove the selected rows."""
        rows = self.selected_rows()
        if rows:
            self.grid.remove(rows)

    def move_rows(self, steps: int) -> None:
        """Move the selected rows one line up (-1) or down (1)."""
        rows = self.selected_rows()
        if not rows or (steps < 0 and rows[0] == 0):
            return
        if steps > 0 and rows[-1] >= len(self.grid.items) - 1:
            return
        self._move(rows, rows[0] - 1 if steps < 0 else rows[-1] + 2)

    def _move(self, rows: list[int], before: int) -> None:
        column = self.currentIndex().column()
        self.go(self.grid.move(rows, before), column)

    def fill_down(self) -> None:
        """Copy the first selected row's cells to the rows below it."""
        rows, columns = self.selected_rows(), self._columns()
        first = self.grid.item(rows[0]) if rows else None
        if first is None or len(rows) < 2:
            return
        texts = [self.grid.columns[column].text(first) for column in columns]
        self.grid.write_block(rows[1], columns[0], [texts] * (len(rows) - 1))

    def copy(self) -> None:
        """Put the selected cells on the clipboard."""
        columns = sorted({index.column() for index in self.selectedIndexes()})
        rows = [
            [str(self.grid.index(row, column).data() or "") for column in columns]
            for row in self.selected_rows()
        ]
        QGuiApplication.clipboard().setText(write_block(rows))

    def paste(self) -> None:
        """Write the clipboard's block from the current cell on."""
        block = read_block(QGuiApplication.clipboard().text())
        index = self.currentIndex()
        if not block or not index.isValid():
            return
        if index.column() == 0:
            block = [row[1:] if row[0].strip(" .").isdigit() else row for row in block]
        self.grid.write_block(index.row(), max(index.column() - 1, 0), block)

    def _delete(self) -> None:
        columns = {index.column() for index in self.selectedIndexes()}
        if 0 in columns:
            self.remove_rows()
            return
        cells = [(row, column) for row in self.selected_rows() for column in self._columns()]
        self.grid.clear(cells)

    # --- keys and mouse ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._handled(event):
            super().keyPressEvent(event)

    def _handled(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return True
        editable = self._is_editable
        if editable and event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
            return True
        act = self._act_of(Qt.Key(event.key()), event.modifiers(), editable=editable)
        if act is not None:
            act()
        return act is not None

    def _act_of(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier, *, editable: bool
    ) -> Callable[[], object] | None:
        keys, held = Qt.Key, Qt.KeyboardModifier
        enter = key in (keys.Key_Return, keys.Key_Enter)
        if not editable:
            return (lambda: self.opened.emit(self.row)) if enter and self.row >= 0 else None
        if modifiers == held.ControlModifier:
            return {keys.Key_D: self.fill_down, keys.Key_Minus: self.remove_rows}.get(key)
        if modifiers & held.AltModifier:
            return {
                keys.Key_Up: lambda: self.move_rows(-1),
                keys.Key_Down: lambda: self.move_rows(1),
            }.get(key)
        if modifiers & ~held.KeypadModifier:
            return None
        if enter:
            return lambda: self.go(self.row + 1, self.currentIndex().column())
        return self._delete if key in (keys.Key_Delete, keys.Key_Backspace) else None

    @property
    def _is_editable(self) -> bool:
        return any(column.write is not None for column in self.grid.columns)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        self._fit_timer.start()
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self.go(self.row + 1, self.currentIndex().column())

    def dropEvent(self, event: QDropEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        rows = self.selected_rows()
        if rows and event.source() is self:
            below = self.dropIndicatorPosition() is self.DropIndicatorPosition.BelowItem
            before = index.row() + below if index.isValid() else len(self.grid.items)
            self._move(rows, before)
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self.currentIndex().isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        extra = self.extra_actions()
        menu.addActions(extra)
        if extra:
            menu.addSeparator()
        if self._is_editable:
            self._add_edits(menu)
        menu.addAction(_("Chép"), self.copy)
        menu.popup(event.globalPos())

    def _add_edits(self, menu: QMenu) -> None:
        there = bool(self.selected_rows())
        for words, act, wanted in (
            (_("Sửa ô (F2)"), lambda: self.edit(self.currentIndex()), True),
            (_("Chuyển lên (Alt+↑)"), lambda: self.move_rows(-1), there),
            (_("Chuyển xuống (Alt+↓)"), lambda: self.move_rows(1), there),
            (_("Xoá dòng (Ctrl+-)"), self.remove_rows, there),
            (_("Dán"), self.paste, True),
        ):
            menu.addAction(words, act).setEnabled(wanted)

    def _double_clicked(self) -> None:
        if not self._is_editable:
            self.opened.emit(self.row)

    def _select_whole(self, row: int, column: int) -> None:
        """Let a click on the number choose the whole row."""
        if column == 0 and len(self.selectedIndexes()) == 1:
            self.selectRow(row)

    def _columns(self) -> list[int]:
        columns = sorted({index.column() - 1 for index in self.selectedIndexes()} - {-1})
        return columns or [max(self.currentIndex().column() - 1, 0)]

    # --- look ---

    def _fit_head(self) -> None:
        self.horizontalHeader().setFixedHeight(self.fontMetrics().height() + 14)
        self._share_width()

    def _share_width(self) -> None:
        """Give each column that is shown its share of the width."""
        metrics = self.fontMetrics()
        number = metrics.horizontalAdvance("00") + 24
        self.setColumnWidth(0, number)
        columns = list(enumerate(self.grid.columns, start=1))
        least = {at: metrics.horizontalAdvance(column.least) + 20 for at, column in columns}
        room = self.viewport().width() - number
        roomy = sum(least.values()) <= room
        shown = [(at, column) for at, column in columns if roomy or not column.optional]
        for at, _column in columns:
            self.setColumnHidden(at, at not in dict(shown))
        spare = room - sum(least[at] for at, _column in shown)
        shares = sum(column.share for _at, column in shown) or 1
        for at, column in shown:
            self.setColumnWidth(at, least[at] + max(spare, 0) * column.share // shares)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._share_width()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
