"""The table of tasks: folding, choosing by boxes, and changing a cell where it stands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu

from tdkt_desktop.i18n import _
from tdkt_desktop.ui.pages.work.columns import CHANGEABLE, COLUMNS, PLACES, TYPED, Cell
from tdkt_desktop.ui.pages.work.table_delegate import WorkDelegate
from tdkt_desktop.ui.pages.work.table_model import TITLE_PLACE, WorkModel
from tdkt_desktop.ui.tables.list_view import ListView

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent

    from tdkt_desktop.services.task_views import TaskView
    from tdkt_desktop.ui.pages.work.table_model import Entry
    from tdkt_desktop.ui.theme.theme import Theme

_SELECT: Final = QItemSelectionModel.SelectionFlag
_ROWS: Final = _SELECT.Rows
_HEAD_BOX: Final = 0
_LEAST_WORDS: Final = 34
_GIVE_WAY: Final = (Cell.EXECUTOR, Cell.DUE, Cell.PROGRESS, Cell.LEAD)
"""The columns that are hidden, the first one first, where the words have too little room."""


class WorkTable(ListView):
    """`wanted` asks to change a cell that is not typed into; `filled` to fill down."""

    task_opened = Signal(int)
    wanted = Signal(str, QPoint)
    filled = Signal(str)
    chosen_changed = Signal()

    def __init__(self, theme: Theme, model: WorkModel) -> None:
        self._hidden: set[int] = set()
        self._arranging = True
        super().__init__(theme, model, TITLE_PLACE)
        self._work = model
        self.setItemDelegate(WorkDelegate(theme, self, model))
        self.setAccessibleName(_("Bảng nhiệm vụ"))
        self.setProperty("frameless", True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head = self.horizontalHeader()
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(
            lambda place: self.column_menu().popup(head.mapToGlobal(place))
        )
        head.setMinimumSectionSize(34)
        head.sectionResized.connect(self._on_width)
        self.doubleClicked.connect(self._double)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._after_reset)
        self.selectionModel().selectionChanged.connect(lambda *_a: self.chosen_changed.emit())
        self._kept: list[str] = []
        self._kept_current: tuple[str, int] = ("", TITLE_PLACE)
        self._kept_scroll = 0
        self.reset_columns()

    # --- which columns ---

    def reset_columns(self) -> None:
        """Give every column its usual width, and show the usual ones."""
        unit = self.fontMetrics().averageCharWidth()
        self._hidden = {place for place, column in enumerate(COLUMNS) if not column.shown}
        self._arranging = True
        for place, column in enumerate(COLUMNS):
            self.setColumnHidden(place, False)
            if place != TITLE_PLACE:
                self.horizontalHeader().resizeSection(place, column.width * unit + 18)
        self._arrange()

    def layout_state(self) -> str:
        """Return the widths and what is hidden as text, without what only gives way for now."""
        self._show_wanted()
        state = super().layout_state()
        self._arrange()
        return state

    def restore_layout(self, state: str) -> bool:
        """Take widths that were kept; False where they do not fit this table."""
        taken = super().restore_layout(state)
        self._hidden = {place for place in range(len(COLUMNS)) if self.isColumnHidden(place)}
        self._arrange()
        return taken

    def hidden_count(self) -> int:
        """Return how many columns the person does not want to see."""
        return len(self._hidden)

    def column_menu(self) -> QMenu:
        """Return a menu of the columns, each to be shown or hidden."""
        menu = QMenu(self)
        for place, column in enumerate(COLUMNS):
            if column.cell in (Cell.CHECK, Cell.TITLE):
                continue
            action = menu.addAction(_(column.head))
            action.setCheckable(True)
            action.setChecked(place not in self._hidden)
            action.toggled.connect(partial(self._show_column, place))
        menu.addSeparator()
        menu.addAction(_("Cột như ban đầu"), self.reset_columns)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _show_column(self, place: int, shown: bool) -> None:
        if shown:
            self._hidden.discard(place)
        else:
            self._hidden.add(place)
        self._arrange()

    def _show_wanted(self) -> None:
        self._arranging = True
        for place in range(len(COLUMNS)):
            self.setColumnHidden(place, place in self._hidden)
        self._arranging = False

    def _arrange(self) -> None:
        """Give what is left to the words; where that is too little, some columns give way."""
        self._show_wanted()
        self._arranging = True
        head = self.horizontalHeader()
        for place in (_HEAD_BOX, TITLE_PLACE):
            head.setSectionResizeMode(place, QHeaderView.ResizeMode.Fixed)
        least = self.fontMetrics().averageCharWidth() * _LEAST_WORDS
        giving = [PLACES[cell] for cell in _GIVE_WAY if PLACES[cell] not in self._hidden]
        while giving and self._room() < least:
            self.setColumnHidden(giving.pop(0), True)
        head.resizeSection(TITLE_PLACE, max(least, self._room()))
        self._arranging = False

    def _room(self) -> int:
        """Return the width that the other columns leave to the words."""
        head = self.horizontalHeader()
        others = sum(
            head.sectionSize(place) for place in range(len(COLUMNS)) if place != TITLE_PLACE
        )
        return self.viewport().width() - others

    def _on_width(self, place: int, _before: int, _now: int) -> None:
        if place != TITLE_PLACE and not self._arranging:
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # --- which rows ---

    def entries(self) -> list[Entry]:
        """Return the chosen lines that are tasks."""
        return [self._work.entry(row) for row in self.rows() if self._work.entry(row).task]

    def tasks(self) -> list[TaskView]:
        """Return the chosen tasks."""
        return [entry.task for entry in self.entries() if entry.task is not None]

    def current_entry(self) -> Entry | None:
        """Return the line in turn."""
        index = self.currentIndex()
        return self._work.entry(index.row()) if index.isValid() else None

    def choose(self, task_id: int) -> bool:
        """Choose one task, if it is shown."""
        place = self._work.place_of(task_id)
        if place is None:
            return False
        self._go(place)
        return True

    def clear_choice(self) -> None:
        """Leave only the line in turn chosen."""
        self.clearSelection()
        index = self.currentIndex()
        if index.isValid():
            self.selectionModel().select(index, _SELECT.Select | _ROWS)

    def _go(self, place: int) -> None:
        column = max(self.currentIndex().column(), 0) or TITLE_PLACE
        index = self._work.index(place, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def _remember(self) -> None:
        self._kept = [self._work.entry(row).key for row in self.rows()]
        index = self.currentIndex()
        if index.isValid():
            self._kept_current = (self._work.entry(index.row()).key, index.column())
        self._kept_scroll = self.verticalScrollBar().value()

    def _after_reset(self) -> None:
        """Span the heads of groups, and choose again what was chosen."""
        self.clearSpans()
        for place in self._work.groups():
            self.setSpan(place, 0, 1, len(COLUMNS))
        selection = self.selectionModel()
        key, column = self._kept_current
        current = self._work.place_of_key(key)
        if current is not None:
            index = self._work.index(current, column)
            selection.setCurrentIndex(index, _SELECT.NoUpdate)
        for kept in self._kept:
            row = self._work.place_of_key(kept)
            if row is not None and self._work.entry(row).task is not None:
                selection.select(self._work.index(row, 0), _SELECT.Select | _ROWS)
        self.verticalScrollBar().setValue(self._kept_scroll)
        self.chosen_changed.emit()

    # --- acts of hand and keys ---

    def change_cell(self, index: QModelIndex) -> bool:
        """Begin to change a cell; False for one that is only read."""
        cell = COLUMNS[index.column()].cell
        if not index.isValid() or self._work.entry(index.row()).task is None:
            return False
        if cell in TYPED:
            self.edit(index)
        elif cell in CHANGEABLE:
            box = self.visualRect(index)
            self.wanted.emit(cell.value, self.viewport().mapToGlobal(box.bottomLeft()))
        return cell in CHANGEABLE

    def _double(self, index: QModelIndex) -> None:
        entry = self._work.entry(index.row())
        if entry.task is None or COLUMNS[index.column()].cell is Cell.CHECK:
            return
        if not self.change_cell(index):
            self.task_opened.emit(entry.task.id)

    def _fold(self, place: int, *, folded: bool) -> bool:
        key = self._work.entry(place).key
        changed = self._work.fold(place, folded=folded)
        if changed:
            found = self._work.place_of_key(key)
            if found is not None:
                self._go(found)
        return changed

    def _sort(self, column: int) -> None:
        """Order by a column; the head of the boxes chooses all rows, or none."""
        if column != _HEAD_BOX:
            super()._sort(column)
        elif len(self.rows()) > 1:
            self.clear_choice()
        else:
            self.selectAll()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton
        if left and index.isValid():
            entry = self._work.entry(index.row())
            if entry.task is None:
                self._toggle_fold(index.row())
                return
            if COLUMNS[index.column()].cell is Cell.CHECK and not event.modifiers():
                flags = _SELECT.Toggle | _ROWS
                self.selectionModel().setCurrentIndex(index, flags)
                return
            if self._on_chevron(index, event.position().toPoint()):
                self._toggle_fold(index.row())
                return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # A quick second click on a box is another click, not the wish to open the task.
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and COLUMNS[index.column()].cell is Cell.CHECK:
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def _on_chevron(self, index: QModelIndex, place: QPoint) -> bool:
        if index.column() != TITLE_PLACE or self._work.is_folded(index.row()) is None:
            return False
        return place.x() < self.visualRect(index).left() + 30

    def _toggle_fold(self, place: int) -> None:
        folded = self._work.is_folded(place)
        if folded is not None:
            self.setFocus()
            self._fold(place, folded=not folded)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState or not self._by_key(event):
            super().keyPressEvent(event)

    def _by_key(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; False leaves it to the list."""
        index, key = self.currentIndex(), event.key()
        if event.matches(QKeySequence.StandardKey.Cancel) and len(self.rows()) > 1:
            self.clear_choice()
            return True
        if not index.isValid():
            return False
        entry = self._work.entry(index.row())
        if key == Qt.Key.Key_F2:
            return self.change_cell(index)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(index.row(), entry)
            return True
        if key == Qt.Key.Key_Space:
            self._space(index, entry)
            return True
        if key == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.filled.emit(COLUMNS[index.column()].cell.value)
            return True
        return self._sideways(key, index, entry)

    def _enter(self, place: int, entry: Entry) -> None:
        if entry.task is None:
            self._toggle_fold(place)
        else:
            self.task_opened.emit(entry.task.id)

    def _space(self, index: QModelIndex, entry: Entry) -> None:
        if entry.task is None:
            self._toggle_fold(index.row())
        else:
            self.selectionModel().select(index, _SELECT.Toggle | _ROWS)

    def _sideways(self, key: int, index: QModelIndex, entry: Entry) -> bool:
        """Fold and open with Left and Right where the line in turn can be folded."""
        if key not in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return False
        if entry.task is not None and index.column() != TITLE_PLACE:
            return False
        return self._fold(index.row(), folded=key == Qt.Key.Key_Left)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._work.rowCount():
            first = next((n for n in range(self._work.rowCount()) if self._work.entry(n).task), 0)
            self._go(first)
