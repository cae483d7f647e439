"""A plain list of values under heads, for the small lists in dialogs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QModelIndex, Qt

from tdkt_desktop.ui.tables.headed_model import HeadedModel
from tdkt_desktop.ui.tables.list_delegate import QUIET_ROLE
from tdkt_desktop.vietnamese.text import sort_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPersistentModelIndex

Item = TypeVar("Item")


# Without slots: in Python 3.11 a frozen, slotted generic cannot be made as TextColumn[X](...).
@dataclass(frozen=True)
class TextColumn(Generic[Item]):
    """A column: its head, its text, and what it is ordered by where that is not the text."""

    head: str
    text: Callable[[Item], str]
    key: Callable[[Item], Any] | None = None
    right: bool = False
    quiet: bool = False


class ColumnsModel(HeadedModel, Generic[Item]):
    """Shows items; sorting is done on the list itself."""

    def __init__(self, columns: Sequence[TextColumn[Item]]) -> None:
        super().__init__(column.head for column in columns)
        self._columns = tuple(columns)
        self._given: tuple[Item, ...] = ()
        self._items: list[Item] = []

    def show(self, items: Sequence[Item]) -> None:
        """Show other items in the order that they come in."""
        self.beginResetModel()
        self._given, self._items = tuple(items), list(items)
        self.endResetModel()

    def item(self, row: int) -> Item:
        """Return the item in a row."""
        return self._items[row]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column; below 0 brings the given order back."""
        self.beginResetModel()
        self._items = list(self._given)
        if 0 <= column < len(self._columns):
            chosen = self._columns[column]
            key = chosen.key or (lambda item: sort_key(chosen.text(item)))
            self._items.sort(key=key, reverse=order == Qt.SortOrder.DescendingOrder)
        self.endResetModel()

    def length(self) -> int:
        """Return how many rows are shown."""
        return len(self._items)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        column = self._columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.text(self._items[index.row()])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.side(index.column())
        return column.quiet if role == QUIET_ROLE else None

    def side(self, column: int) -> Qt.AlignmentFlag:
        """Return the side of a column: figures stand on the right."""
        right = self._columns[column].right
        return Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
