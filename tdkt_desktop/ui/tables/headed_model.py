"""What all tables under fixed heads answer alike: how many rows and columns, and the heads."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QObject, QPersistentModelIndex


class HeadedModel(QAbstractTableModel):
    """A table whose heads stay; they are given as source text, empty where a column has none."""

    def __init__(self, heads: Iterable[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads = tuple(heads)

    @abstractmethod
    def length(self) -> int:
        """Return how many rows are shown."""

    def side(self, _column: int) -> Qt.AlignmentFlag:
        """Return the side that a column keeps to."""
        return Qt.AlignmentFlag.AlignLeft

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else self.length()

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _(self._heads[section]) if self._heads[section] else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.side(section) | Qt.AlignmentFlag.AlignVCenter
        return None
