"""A table of numbers as it stands in the document tree, to be read and copied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QFont, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from tdkt_desktop.i18n import _
from tdkt_desktop.ui.tables.clipboard_text import write_block

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPersistentModelIndex

    from tdkt_desktop.documents.blocks import Table

_HEAD_ROOM: Final = 14


class NumbersModel(QAbstractTableModel):
    """The rows of a table; the title of a group is a row of its own."""

    def __init__(self) -> None:
        super().__init__()
        self._heads: tuple[str, ...] = ()
        self._rows: list[tuple[tuple[str, ...], bool]] = []

    def show(self, table: Table) -> None:
        """Show another table."""
        self.beginResetModel()
        self._heads = tuple(column.title for column in table.cell_columns)
        self._rows = []
        for group in table.groups:
            if group.title:
                blank = ("",) * (len(self._heads) - 1)
                self._rows.append(((group.title.plain, *blank), True))
            cells = (tuple(cell.plain for cell in row.cells) for row in group.rows)
            self._rows += [(texts, False) for texts in cells]
        self.endResetModel()

    def is_group(self, row: int) -> bool:
        """Tell whether a row is the title of a group."""
        return self._rows[row][1]

    def block(self, rows: Sequence[int]) -> list[list[str]]:
        """Return rows with the heads above them."""
        return [list(self._heads), *(list(self._rows[row][0]) for row in rows)]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        texts, is_group = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return texts[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole and is_group:
            font = QFont(QGuiApplication.font())
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return self._heads[section] if role == Qt.ItemDataRole.DisplayRole else None


class NumbersView(QTableView):
    """As high as its rows; Ctrl+C copies the selected ones with their heads."""

    def __init__(self) -> None:
        super().__init__()
        self.numbers = NumbersModel()
        self.setModel(self.numbers)
        self.setAccessibleName(_("Bảng số liệu"))
        self.setProperty("frameless", True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)

    def show_table(self, table: Table) -> None:
        """Show another table."""
        self.clearSpans()
        self.numbers.show(table)
        head = self.horizontalHeader()
        self.resizeColumnsToContents()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for row in range(self.numbers.rowCount()):
            if self.numbers.is_group(row):
                self.setSpan(row, 0, 1, self.numbers.columnCount())
        height = self.fontMetrics().height() + _HEAD_ROOM
        self.verticalHeader().setDefaultSectionSize(height)
        head.setFixedHeight(height)
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(height * (self.numbers.rowCount() + 1) + bar)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            rows = sorted(index.row() for index in self.selectionModel().selectedRows())
            QGuiApplication.clipboard().setText(write_block(self.numbers.block(rows)))
        else:
            super().keyPressEvent(event)
