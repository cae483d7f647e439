"""The list of initiatives: its columns, what the filter keeps, and its order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from tdkt_desktop.i18n import N_
from tdkt_desktop.services.initiative_views import InitiativeRow
from tdkt_desktop.ui.pages.initiatives.words import (
    STATE_ORDER,
    number,
    state_chip,
    uses,
    uses_in_full,
)
from tdkt_desktop.ui.tables.columns_model import TextColumn
from tdkt_desktop.ui.tables.list_delegate import STRONG_ROLE
from tdkt_desktop.ui.tables.state_columns import StateColumnsModel
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from tdkt_desktop.rules.initiative_rules import InitiativeLaw

TITLE_COLUMN: Final = 0
AUTHORS_COLUMN: Final = 1
YEAR_COLUMN: Final = 2
FIELD_COLUMN: Final = 3
STATE_COLUMN: Final = 4
SCORE_COLUMN: Final = 5
REACH_COLUMN: Final = 6
USES_COLUMN: Final = 7


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the filters ask for; empty words ask for nothing."""

    words: str = ""
    state: str = ""
    field: str = ""
    reach: str = ""

    def keeps(self, row: InitiativeRow) -> bool:
        """Tell whether an initiative is asked for."""
        if self.state and row.state.value != self.state:
            return False
        if (self.field and row.field != self.field) or not self._reaches(row):
            return False
        searched = fold(f"{row.title} {row.author_names} {row.field} {row.year}")
        return all(word in searched for word in fold(self.words).split())

    def _reaches(self, row: InitiativeRow) -> bool:
        return not self.reach or row.recognition.reach == self.reach


class WorksModel(StateColumnsModel[InitiativeRow]):
    """Shows initiatives under the filter, in the order that a head was clicked for."""

    def __init__(self, law: InitiativeLaw) -> None:
        self._names: Callable[[], Mapping[str, str]] = dict
        self._ranks = {level.code: level.rank for level in law.levels}
        columns = (
            TextColumn[InitiativeRow](N_("Tên sáng kiến"), lambda row: row.title),
            TextColumn[InitiativeRow](N_("Tác giả"), lambda row: row.author_names),
            TextColumn[InitiativeRow](N_("Năm"), lambda row: row.year, quiet=True),
            TextColumn[InitiativeRow](N_("Lĩnh vực"), lambda row: row.field, quiet=True),
            TextColumn[InitiativeRow](
                N_("Trạng thái"),
                lambda row: state_chip(row).text,
                lambda row: STATE_ORDER.index(row.state),
            ),
            TextColumn[InitiativeRow](
                N_("Điểm"), lambda row: number(row.score), lambda row: row.score or -1.0, right=True
            ),
            TextColumn[InitiativeRow](
                N_("Phạm vi"),
                lambda row: law.reach_name(row.recognition.reach),
                lambda row: self._ranks.get(row.recognition.reach, 0),
            ),
            TextColumn[InitiativeRow](N_("Đã dùng cho"), uses, quiet=True),
        )
        super().__init__(columns, {STATE_COLUMN: state_chip})
        self._all: tuple[InitiativeRow, ...] = ()
        self._wanted = Wanted()
        self._order: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)

    @property
    def total(self) -> int:
        """How many initiatives there are, shown or not."""
        return len(self._all)

    def show_rows(
        self, rows: Sequence[InitiativeRow], names: Callable[[], Mapping[str, str]]
    ) -> None:
        """Show other initiatives; `names` gives those of the awards when they are asked for."""
        self._all, self._names = tuple(rows), names
        self._rebuild()

    def filter(self, wanted: Wanted) -> None:
        """Keep what is asked for."""
        self._wanted = wanted
        self._rebuild()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column; below 0 brings the newest first again."""
        self._order = (column, order)
        super().sort(column, order)

    def row_of(self, initiative_id: int) -> int | None:
        """Return the row that an initiative is in, None where it is not shown."""
        return next((n for n, row in enumerate(self._items) if row.id == initiative_id), None)

    def _rebuild(self) -> None:
        self.show([row for row in self._all if self._wanted.keeps(row)])
        if self._order[0] >= 0:
            super().sort(*self._order)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role == STRONG_ROLE:
            return index.column() == TITLE_COLUMN
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == USES_COLUMN:
            return uses_in_full(self.item(index.row()), self._names())
        return super().data(index, role)
