"""A table of sentences: whole rows are chosen, texts wrap, rows are as high as their words need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QAbstractTableModel
    from PySide6.QtGui import QResizeEvent

_FIT_MS: Final = 30
_ROOM: Final = 10


class WrappedTable(QTableView):
    """`shares` says how the width is given out; 0 leaves a column as narrow as its words."""

    def __init__(self, model: QAbstractTableModel, name: str, shares: Sequence[int]) -> None:
        super().__init__()
        self._shares = tuple(shares)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self._fit_timer = QTimer(self)
        self._fit_timer.setSingleShot(True)
        self._fit_timer.setInterval(_FIT_MS)
        self._fit_timer.timeout.connect(self.fit)
        model.modelReset.connect(self._fit_timer.start)
        model.dataChanged.connect(lambda *_where: self._fit_timer.start())

    @property
    def row(self) -> int:
        """The chosen row, -1 for none."""
        return self.currentIndex().row()

    def go_to(self, row: int) -> None:
        """Choose a row and bring it into view."""
        if 0 <= row < self.model().rowCount():
            index = self.model().index(row, 0)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def fit(self) -> None:
        """Give the columns their shares and the rows their heights."""
        width = self.viewport().width()
        for column, share in enumerate(self._shares):
            if not share:
                self.resizeColumnToContents(column)
                width -= self.columnWidth(column)
        whole = max(sum(self._shares), 1)
        for column, share in enumerate(self._shares):
            if share:
                self.setColumnWidth(column, max(width * share // whole, 40))
        rows = self.verticalHeader()
        for row in range(self.model().rowCount()):
            rows.resizeSection(row, self.sizeHintForRow(row) + _ROOM)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_timer.start()
