"""The look and the keys that all lists share."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from tdkt_desktop.ui.tables.list_delegate import ListDelegate

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractTableModel, QPoint
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QMenu

    from tdkt_desktop.ui.theme.theme import Theme


_ROWS_LOOKED_AT = 100


class ListView(QTableView):
    """A list of whole rows: Enter opens, Delete removes, a third click on a head unsorts.

    `widths_set` tells that a person has drawn a column to a width, now or earlier.
    """

    opened = Signal(int)
    removing = Signal(list)

    def __init__(self, theme: Theme, model: QAbstractTableModel, stretched: int) -> None:
        super().__init__()
        self._fitting = self.widths_set = False
        self._order: tuple[int, Qt.SortOrder] | None = None
        self.setModel(model)
        self.setItemDelegate(ListDelegate(theme, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self._dress_head(stretched)
        self._fit_rows()
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        theme.changed.connect(self._fit_rows)

    def rows(self) -> list[int]:
        """Return the selected rows in order."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def selectRow(self, row: int) -> None:
        """Choose a row alone, whatever key is held: with Ctrl (as in Ctrl+Z) Qt would toggle it.

        While several rows are being chosen anew, a row is added to the others.
        """
        if self.selectionMode() is QAbstractItemView.SelectionMode.MultiSelection:
            super().selectRow(row)
            return
        flags = QItemSelectionModel.SelectionFlag
        index = self.model().index(row, max(self.currentIndex().column(), 0))
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def fit_columns(self, most: int = 0) -> None:
        """Give every column but the stretched one the width that its content asks for.

        With `most`, none gets more than so many letters.
        """
        self._fitting = True
        self.resizeColumnsToContents()
        widest = self.fontMetrics().averageCharWidth() * most
        for column in range(self.model().columnCount() if most else 0):
            if self.columnWidth(column) > widest:
                self.setColumnWidth(column, widest)
        self._fitting = self.widths_set = False

    def layout_state(self) -> str:
        """Return the widths as text."""
        return base64.b64encode(self.horizontalHeader().saveState().data()).decode()

    def restore_layout(self, state: str) -> bool:
        """Take widths that were kept; False where they do not fit this list."""
        taken = self.horizontalHeader().restoreState(QByteArray.fromBase64(state.encode()))
        self.widths_set = taken
        return taken

    def pop_up(self, menu: QMenu, place: QPoint) -> None:
        """Show a menu where the pointer is, and be rid of it afterwards."""
        # The menu key gives a place that need not lie on the chosen row.
        if not self.indexAt(place).isValid():
            place = self.visualRect(self.currentIndex()).center()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.viewport().mapToGlobal(place))

    def _dress_head(self, stretched: int) -> None:
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(True)
        head.setMinimumSectionSize(60)
        head.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        head.setResizeContentsPrecision(_ROWS_LOOKED_AT)
        head.sectionClicked.connect(self._sort)
        head.sectionResized.connect(self._resized)

    def _resized(self, column: int, before: int, now: int) -> None:
        """Note that a person set a width; hiding, fitting and stretching are no such thing."""
        stretches = self.horizontalHeader().sectionResizeMode(column)
        drawn = stretches is QHeaderView.ResizeMode.Interactive and before and now
        self.widths_set = self.widths_set or bool(drawn and not self._fitting)

    def _sort(self, column: int) -> None:
        up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        following = {None: (column, up), (column, up): (column, down), (column, down): None}
        same = self._order if self._order is not None and self._order[0] == column else None
        self._order = following[same]
        head = self.horizontalHeader()
        head.setSortIndicatorShown(self._order is not None)
        if self._order is not None:
            head.setSortIndicator(*self._order)
        self.model().sort(*(self._order or (-1, up)))

    def _fit_rows(self) -> None:
        height = self.fontMetrics().height() + 14
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(height)
        self.horizontalHeader().setFixedHeight(height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in enter and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Delete and self.rows():
            self.removing.emit(self.rows())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Put the selected rows with their heads into the clipboard, for a sheet."""
        model, columns = self.model(), range(self.model().columnCount())
        head = [
            str(model.headerData(column, Qt.Orientation.Horizontal) or "") for column in columns
        ]
        lines = [
            [str(model.index(row, column).data() or "") for column in columns]
            for row in self.rows()
        ]
        text = "\n".join("\t".join(line) for line in (head, *lines))
        QGuiApplication.clipboard().setText(text)
