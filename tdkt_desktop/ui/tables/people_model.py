"""The list of people: filtered and ordered in plain lists, so that thousands take a few ms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt

from tdkt_desktop.services.people_lists import PeopleFilter, filtered
from tdkt_desktop.services.people_views import PersonState
from tdkt_desktop.services.record_views import Subject
from tdkt_desktop.services.year_marks import NO_MARK, YearMark
from tdkt_desktop.ui.tables.headed_model import HeadedModel
from tdkt_desktop.ui.tables.list_delegate import QUIET_ROLE, STRONG_ROLE
from tdkt_desktop.ui.tables.people_columns import PEOPLE_COLUMNS, PeopleColumn

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from PySide6.QtCore import QObject, QPersistentModelIndex

    from tdkt_desktop.services.people_views import PersonRow

NAME_COLUMN, POSITION_COLUMN = 0, 3
NO_RATING: Final = "-"
"""What a filter asks for to find those of whom no rating is known."""


class PeopleModel(HeadedModel):
    """People in rows, in the order of their given names until a head is clicked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((column.head for column in PEOPLE_COLUMNS), parent)
        self._all: tuple[PersonRow, ...] = ()
        self._marks: Mapping[Subject, YearMark] = {}
        self._shown: list[PersonRow] = []
        self._rows: dict[int, int] = {}
        self._wanted = PeopleFilter()
        self._rating = ""
        self._sorted_by: tuple[int, bool] | None = None

    # --- what is shown ---

    def show(self, people: Sequence[PersonRow], marks: Mapping[Subject, YearMark]) -> None:
        """Show other people under the same filter and order."""
        self._all, self._marks = tuple(people), marks
        self._rebuild()

    def filter(self, wanted: PeopleFilter, rating: str = "") -> None:
        """Keep the people that a filter asks for, and of these one rating where one is asked."""
        self._wanted, self._rating = wanted, rating
        self._rebuild()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column; a column below 0 brings the order of names back."""
        down = order == Qt.SortOrder.DescendingOrder
        self._sorted_by = (column, down) if 0 <= column < len(PEOPLE_COLUMNS) else None
        self._rebuild()

    @property
    def total(self) -> int:
        """How many people there are, shown or not."""
        return len(self._all)

    @property
    def people(self) -> Sequence[PersonRow]:
        """Everybody, shown or not."""
        return self._all

    @property
    def shown(self) -> Sequence[PersonRow]:
        """The people in the rows, in their order."""
        return self._shown

    def person(self, row: int) -> PersonRow:
        """Return the person in a row."""
        return self._shown[row]

    def row_of(self, person_id: int) -> int | None:
        """Return the row that somebody is in, None where they are not shown."""
        return self._rows.get(person_id)

    def mark(self, row: PersonRow) -> YearMark:
        """Return what the year says of somebody."""
        return self._marks.get(Subject(row.id), NO_MARK)

    def _explained(self, row: PersonRow, column: PeopleColumn) -> str:
        """Return the whole text of a cell; a rating with its year."""
        mark, text = self.mark(row), column.text(row, self.mark(row))
        return f"{text} · {mark.rated_year}" if column.key == "rating" and text else text

    def _rebuild(self) -> None:
        self.beginResetModel()
        kept = filtered(self._all, self._wanted)
        if self._rating:
            asked = "" if self._rating == NO_RATING else self._rating
            kept = [row for row in kept if self.mark(row).rating == asked]
        self._shown = self._ordered(kept)
        self._rows = {row.id: place for place, row in enumerate(self._shown)}
        self.endResetModel()

    def _ordered(self, rows: Iterable[PersonRow]) -> list[PersonRow]:
        """Return the rows in order; those that have nothing in the column come last."""
        if self._sorted_by is None:
            return list(rows)
        column, down = self._sorted_by
        order = PEOPLE_COLUMNS[column].order
        weighed = [(order(row, self.mark(row)), row) for row in rows]
        said = [pair for pair in weighed if pair[0] is not None]
        said.sort(key=lambda pair: pair[0], reverse=down)
        return [row for _key, row in said] + [row for key, row in weighed if key is None]

    # --- Qt's questions ---

    def length(self) -> int:
        """Return how many rows are shown."""
        return len(self._shown)

    def side(self, column: int) -> Qt.AlignmentFlag:
        """Return the side of a column: figures stand on the right."""
        right = PEOPLE_COLUMNS[column].right
        return Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        row, column = self._shown[index.row()], PEOPLE_COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row, self.mark(row))
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._explained(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.side(index.column())
        if role == QUIET_ROLE:
            return column.quiet or row.state is PersonState.AWAY
        return index.column() == NAME_COLUMN if role == STRONG_ROLE else None
