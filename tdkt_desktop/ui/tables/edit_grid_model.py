"""A list of values edited in place, cell by cell; every edit is told as the whole new list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.vietnamese.text import clean, fold

if TYPE_CHECKING:
    from PySide6.QtCore import QObject, QPersistentModelIndex

Item = TypeVar("Item")
QUIET_CELL: Final = Qt.ItemDataRole.UserRole + 11
NEW_ROW: Final = Qt.ItemDataRole.UserRole + 13
COLUMN_ROLE: Final = Qt.ItemDataRole.UserRole + 14
ITEM_ROLE: Final = Qt.ItemDataRole.UserRole + 15


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something that a cell may be filled with: its words, what tells it apart, and its id."""

    text: str
    hint: str = ""
    key: int | None = None
    folded: str = field(default="", compare=False)

    def fits(self, words: Sequence[str]) -> bool:
        """Tell whether all folded words are in it."""
        searched = self.folded or fold(f"{self.text} {self.hint}")
        return all(word in searched for word in words)


# Without slots: in Python 3.11 a frozen, slotted generic cannot be made as EditColumn[X](...).
@dataclass(frozen=True)
class EditColumn(Generic[Item]):
    """A column of cells.

    `write` returns the item with another content of the cell, raising InputError for one that
    cannot be; without it the cells can only be read. `choices` are the only contents that there
    may be, `suggestions` those that are offered. `least` is a text that must find room; an
    `optional` column is left out where there is none for all of them.
    """

    head: str
    text: Callable[[Item], str]
    write: Callable[[Item, str | Suggestion], Item] | None = None
    choices: Callable[[], Sequence[str]] | None = None
    suggestions: Callable[[Item], Sequence[Suggestion]] | None = None
    is_date: bool = False
    is_number: bool = False
    share: int = 10
    least: str = "0" * 8
    quiet: bool = False
    optional: bool = False


class EditGridModel(QAbstractTableModel, Generic[Item]):
    """Column 0 carries the numbers of the rows; column n + 1 is column n of the grid.

    With `blank` there is one more row, in which typing begins a new item, usually in column
    `begin`, where `invitation` says so. `edited` carries the
    whole list as it shall be; whoever keeps it calls `show` with what was kept.
    """

    edited = Signal(object)
    refused = Signal(object)

    def __init__(
        self,
        columns: Sequence[EditColumn[Item]],
        blank: Callable[[], Item] | None = None,
        invitation: str = "",
        begin: int = 1,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns, self.begin = tuple(columns), begin
        self._blank, self._invitation = blank, invitation
        self._items: list[Item] = []
        self._locked = False

    @property
    def items(self) -> tuple[Item, ...]:
        """The items from the top."""
        return tuple(self._items)

    @property
    def has_new_row(self) -> bool:
        """Tell whether the last row is there for a new item."""
        return self._blank is not None and not self._locked

    @property
    def is_locked(self) -> bool:
        """Tell whether the cells can only be read."""
        return self._locked

    def set_locked(self, *, locked: bool) -> None:
        """Let the cells only be read."""
        self.beginResetModel()
        self._locked = locked
        self.endResetModel()

    def show(self, items: Sequence[Item]) -> None:
        """Show other items; rows that stay keep the selection and what is edited in them."""
        before, after = len(self._items), len(items)
        if after > before:
            # What was begun in the row of a new item becomes the item there; a new one comes below.
            below = int(self.has_new_row)
            self.beginInsertRows(QModelIndex(), before + below, after - 1 + below)
            self._items += items[before:]
            self.endInsertRows()
        elif after < before:
            self.beginRemoveRows(QModelIndex(), after, before - 1)
            del self._items[after:]
            self.endRemoveRows()
        if list(items) != self._items:
            self._items = list(items)
        if self.rowCount():
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def item(self, row: int) -> Item | None:
        """Return the item in a row, None for the row of a new one."""
        return self._items[row] if 0 <= row < len(self._items) else None

    # --- edits ---

    def write_block(self, row: int, column: int, block: Sequence[Sequence[str]]) -> None:
        """Write cells from a cell to the right and down; below the last row come new items."""
        items = list(self._items)
        for offset, values in enumerate(block):
            at = row + offset
            if at >= len(items) and self._blank is None:
                break
            item = items[at] if at < len(items) else self._new()
            for step, value in enumerate(values):
                written = self._written(item, column + step, value)
                if written is None:
                    return
                item = written
            items[at : at + 1] = [item]
        self._tell(items)

    def clear(self, cells: Sequence[tuple[int, int]]) -> None:
        """Empty cells."""
        items = list(self._items)
        for row, column in cells:
            if row < len(items):
                written = self._written(items[row], column, "")
                if written is None:
                    return
                items[row] = written
        self._tell(items)

    def remove(self, rows: Sequence[int]) -> None:
        """Remove rows."""
        gone = set(rows)
        self._tell([item for row, item in enumerate(self._items) if row not in gone])

    def move(self, rows: Sequence[int], before: int) -> int:
        """Move rows so that they stand before another row; return where the first now stands."""
        moving = [row for row in rows if row < len(self._items)]
        kept = [row for row in range(len(self._items)) if row not in set(moving)]
        at = sum(row < before for row in kept)
        order = [*kept[:at], *moving, *kept[at:]]
        self._tell([self._items[row] for row in order])
        return at

    def _tell(self, items: list[Item]) -> None:
        if items != self._items and not self._locked:
            self.edited.emit(tuple(items))

    def _new(self) -> Item:
        if self._blank is None:
            raise RuntimeError("this grid has no new rows")
        return self._blank()

    def _written(self, item: Item, column: int, value: str | Suggestion) -> Item | None:
        """Return an item with a cell written, None after a refusal."""
        if not 0 <= column < len(self.columns):
            return item
        write = self.columns[column].write
        if write is None:
            return item
        try:
            return write(item, clean(value).strip() if isinstance(value, str) else value)
        except InputError as error:
            self.refused.emit(error)
            return None

    # --- what Qt asks ---

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._items) + self.has_new_row

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns) + 1

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        item = self.item(index.row())
        if role == NEW_ROW:
            return item is None
        if role == COLUMN_ROLE:
            return self.columns[index.column() - 1] if index.column() else None
        if role == ITEM_ROLE:
            return self._new() if item is None and self._blank is not None else item
        if role == QUIET_CELL:
            return item is None or not index.column() or self.columns[index.column() - 1].quiet
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._shown(item, index)
        if role == Qt.ItemDataRole.EditRole:
            return self.columns[index.column() - 1].text(item) if item and index.column() else ""
        return None

    def _shown(self, item: Item | None, index: QModelIndex | QPersistentModelIndex) -> str:
        if item is None:
            return self._invitation if index.column() == self.begin else ""
        return (
            self.columns[index.column() - 1].text(item) if index.column() else self._number(index)
        )

    @staticmethod
    def _number(index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.row() + 1)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return _(self.columns[section - 1].head) if section else _("TT")

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self._locked:
            return flags
        if self.item(index.row()) is not None:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        if index.column() and self.columns[index.column() - 1].write is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def setData(
        self,
        index: QModelIndex | QPersistentModelIndex,
        value: Any,
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.column():
            return False
        item = self.item(index.row())
        if item is None and not (value.text if isinstance(value, Suggestion) else value).strip():
            return False
        old = self._new() if item is None else item
        written = self._written(old, index.column() - 1, value)
        if written is None:
            return False
        items = list(self._items)
        items[index.row() : index.row() + 1] = [written]
        self._tell(items)
        return True
