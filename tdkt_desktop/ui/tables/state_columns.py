"""Lists of values some of whose columns show a state as a chip."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QModelIndex, Qt

from tdkt_desktop.ui.tables.columns_model import ColumnsModel, TextColumn
from tdkt_desktop.ui.tables.list_delegate import CHIP_ROLE, QUIET_ROLE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtCore import QPersistentModelIndex

    from tdkt_desktop.ui.widgets.chip import Chip

Item = TypeVar("Item")


class StateColumnsModel(ColumnsModel[Item]):
    """`chips` gives the chip of an item for some columns; what is `faded` is shown quietly."""

    def __init__(
        self,
        columns: Sequence[TextColumn[Item]],
        chips: Mapping[int, Callable[[Item], Chip | None]],
        faded: Callable[[Item], bool] = lambda _item: False,
    ) -> None:
        super().__init__(columns)
        self._chips, self._faded = dict(chips), faded

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role == CHIP_ROLE and index.column() in self._chips:
            return self._chips[index.column()](self.item(index.row()))
        if role == QUIET_ROLE and self._faded(self.item(index.row())):
            return True
        return super().data(index, role)
