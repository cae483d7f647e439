"""The menu that chooses which columns a list shows; also at the list's head by right click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.ui.tables.list_view import ListView


class ColumnsMenu(QMenu):
    """The first column stays; every other one can be hidden and shown."""

    def __init__(self, view: ListView, heads: Sequence[str]) -> None:
        super().__init__(view)
        self._view = view
        for place, head in enumerate(heads):
            if place:
                action = self.addAction(_(head))
                action.setCheckable(True)
                action.setData(place)
                action.toggled.connect(
                    lambda shown, column=place: self._show_column(column, shown=shown)
                )
        self.addSeparator()
        self.addAction(_("Vừa bề rộng nội dung")).triggered.connect(
            lambda _checked=False: view.fit_columns()
        )
        self.aboutToShow.connect(self._check)
        header = view.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._at_head)

    def _show_column(self, column: int, *, shown: bool) -> None:
        self._view.setColumnHidden(column, not shown)
        if shown and self._view.columnWidth(column) < self._view.sizeHintForColumn(column):
            self._view.resizeColumnToContents(column)

    def _check(self) -> None:
        """Show what is there now, which a kept layout may have changed."""
        for action in self.actions():
            if action.data() is not None:
                action.blockSignals(True)
                action.setChecked(not self._view.isColumnHidden(action.data()))
                action.blockSignals(False)

    def _at_head(self, place: QPoint) -> None:
        self.popup(self._view.horizontalHeader().mapToGlobal(place))
