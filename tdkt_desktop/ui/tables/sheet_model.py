"""Shows a table of the tree to Qt and takes edits as undoable steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from tdkt_desktop.documents.blocks import ColumnRole, Table
from tdkt_desktop.documents.numbering import group_numbers, row_numbers
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.i18n import _
from tdkt_desktop.ui.tables.sheet import LinePlace, lines, with_cell
from tdkt_desktop.vietnamese.due import Due, read_due
from tdkt_desktop.vietnamese.text import clean

if TYPE_CHECKING:
    from PySide6.QtCore import QObject, QPersistentModelIndex

    from tdkt_desktop.vietnamese.school_year import SchoolYear

TITLE_ROLE: Final = Qt.ItemDataRole.UserRole + 1
DUE_ROLE: Final = Qt.ItemDataRole.UserRole + 2


class _Step(QUndoCommand):
    """A step from one table to another."""

    def __init__(self, model: SheetModel, after: Table, name: str) -> None:
        super().__init__(name)
        self._model, self._before, self._after = model, model.table, after

    def redo(self) -> None:
        self._model.show_table(self._after)

    def undo(self) -> None:
        self._model.show_table(self._before)


class SheetModel(QAbstractTableModel):
    """The lines of a table: group titles and rows; the first column carries their numbers.

    Column 0 is the number column, whether the table prints one or not; column n + 1 is cell n.
    """

    table_changed = Signal()

    def __init__(self, table: Table, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self._table = table
        self._year: int | None = None
        self._school_year: SchoolYear | None = None
        self._read_lines()

    @property
    def table(self) -> Table:
        """The table as it stands."""
        return self._table

    def set_table(self, table: Table) -> None:
        """Show another table; what was done before cannot be taken back."""
        self.undo_stack.clear()
        self.show_table(table)

    def set_period(self, year: int | None, school_year: SchoolYear | None) -> None:
        """Say in which year dues without a year are meant."""
        self._year, self._school_year = year, school_year

    def show_table(self, table: Table) -> None:
        """Show a table without remembering a step."""
        same_shape = self._shape(table) == self._shape(self._table)
        if not same_shape:
            self.beginResetModel()
        self._table = table
        self._read_lines()
        if same_shape:
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        else:
            self.endResetModel()
        self.table_changed.emit()

    def change(self, after: Table, name: str) -> None:
        """Make a step to another table, with a name for the menu."""
        if after != self._table:
            self.undo_stack.push(_Step(self, after, name))

    def place(self, row: int) -> LinePlace:
        """Return which line of the table a row of the view shows."""
        return self._lines[row]

    def due(self, place: LinePlace) -> Due | None:
        """Return how the due of a row is understood, if the table has such a column."""
        column = self.due_column
        if column is None or place.row is None:
            return None
        text = self._table.groups[place.group].rows[place.row].cells[column].plain
        return self.understood(text)

    def understood(self, text: str) -> Due:
        """Return how a due is understood in the plan's year."""
        return read_due(text, self._year, self._school_year)

    @property
    def due_column(self) -> int | None:
        """Which cell holds the due."""
        roles = [column.role for column in self._table.cell_columns]
        return roles.index(ColumnRole.DUE) if ColumnRole.DUE in roles else None

    # --- what Qt asks ---

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._table.cell_columns) + 1

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        place = self._lines[index.row()]
        if role == TITLE_ROLE:
            return place.row is None
        if role == DUE_ROLE and index.column() - 1 == self.due_column:
            return self.due(place)
        if role == Qt.ItemDataRole.EditRole:
            return self._text(place, index.column()).to_markup()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._shown(place, index.column())
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._heads[section]

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        title = self._lines[index.row()].row is None
        editable = index.column() > 0 or title
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def setData(
        self,
        index: QModelIndex | QPersistentModelIndex,
        value: object,
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        if role != Qt.ItemDataRole.EditRole or not isinstance(value, str):
            return False
        text = RichText.from_markup(clean(value)).stripped()
        place = self._lines[index.row()]
        self.change(with_cell(self._table, place, index.column() - 1, text), _("sửa ô"))
        return True

    # --- lines ---

    def _read_lines(self) -> None:
        self._lines = lines(self._table)
        self._numbers = row_numbers(self._table)
        self._group_numbers = group_numbers(self._table)
        number = self._table.number_column
        first = _("TT") if number is None else self._table.columns[number].title
        self._heads = [first, *(column.title for column in self._table.cell_columns)]

    @staticmethod
    def _shape(table: Table) -> tuple[object, ...]:
        return (len(table.columns), lines(table))

    def _text(self, place: LinePlace, column: int) -> RichText:
        group = self._table.groups[place.group]
        if place.row is None:
            return group.title
        return group.rows[place.row].cells[column - 1] if column else RichText()

    def _shown(self, place: LinePlace, column: int) -> str:
        if place.row is None:
            number = self._group_numbers[place.group]
            title = self._table.groups[place.group].title.plain
            return f"{number}. {title}" if number else title
        if column == 0:
            return self._numbers[place.group][place.row]
        return self._text(place, column).plain
