"""What years left behind, a line for each year: titles on one side, commendations on the other."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.record_views import AwardKind, AwardView
from tdkt_desktop.ui.tables.headed_model import HeadedModel
from tdkt_desktop.vietnamese.dates import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QPersistentModelIndex

    from tdkt_desktop.services.record_views import History

AWARD_ROLE: Final = Qt.ItemDataRole.UserRole + 20
DETAIL_ROLE: Final = Qt.ItemDataRole.UserRole + 21
YEAR_COLUMN, TITLE_COLUMN, COMMENDATION_COLUMN = range(3)
_HEADS: Final = (N_("Năm"), N_("Danh hiệu thi đua"), N_("Hình thức khen thưởng"))


@dataclass(frozen=True, slots=True)
class YearLine:
    """A line: its year, the year's rating where the line is the year's first, and two awards."""

    year: str
    rating: str
    first: bool
    title: AwardView | None
    commendation: AwardView | None

    def award(self, column: int) -> AwardView | None:
        """Return the award of a column."""
        return {TITLE_COLUMN: self.title, COMMENDATION_COLUMN: self.commendation}.get(column)


def lines_of(history: History) -> Iterator[YearLine]:
    """Yield the lines, the newest year first; a year with several awards takes several lines."""
    ratings = {rating.year: rating.code for rating in history.ratings}
    years = {award.data.year for award in history.awards} | set(ratings)
    for year in sorted(years, reverse=True):
        of_year = [award for award in history.awards if award.data.year == year]
        titles = [one for one in of_year if one.data.kind is AwardKind.TITLE]
        others = [one for one in of_year if one.data.kind is AwardKind.COMMENDATION]
        pairs = list(zip_longest(titles, others)) or [(None, None)]
        for place, (title, commendation) in enumerate(pairs):
            yield YearLine(year, ratings.get(year, ""), place == 0, title, commendation)


def detail_of(award: AwardView) -> str:
    """Return number and day of the decision, or say that they are missing."""
    data = award.data
    if data.revoked:
        return _("Đã huỷ bỏ, thu hồi")
    day = short_date(data.decided_on, padded=True) if data.decided_on else ""
    number = _("QĐ {number}").format(number=data.number) if data.number else ""
    return " · ".join(part for part in (number, day) if part) or _("Chưa có số quyết định")


class AwardYearsModel(HeadedModel):
    """A cell is an award, or the empty place where one of that year can be added."""

    def __init__(self) -> None:
        super().__init__(_HEADS)
        self._lines: list[YearLine] = []

    def show(self, history: History) -> None:
        """Show the records of somebody else, or what has become of these."""
        self.beginResetModel()
        self._lines = list(lines_of(history))
        self.endResetModel()

    def line(self, row: int) -> YearLine:
        """Return the line of a row."""
        return self._lines[row]

    def place_of(self, award_id: int) -> tuple[int, int] | None:
        """Return the row and the column of an award."""
        for row, line in enumerate(self._lines):
            for column in (TITLE_COLUMN, COMMENDATION_COLUMN):
                award = line.award(column)
                if award is not None and award.id == award_id:
                    return row, column
        return None

    def length(self) -> int:
        """Return how many rows are shown."""
        return len(self._lines)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        line = self._lines[index.row()]
        award = line.award(index.column())
        if role == AWARD_ROLE:
            return award
        if index.column() == YEAR_COLUMN:
            shown = {Qt.ItemDataRole.DisplayRole: line.year, DETAIL_ROLE: line.rating}
            return shown.get(role) if line.first else None
        if award is None:
            return _("Chưa có") if role == Qt.ItemDataRole.AccessibleTextRole else None
        texts = {
            Qt.ItemDataRole.DisplayRole: award.data.name,
            Qt.ItemDataRole.ToolTipRole: _whole(award),
            Qt.ItemDataRole.AccessibleTextRole: _whole(award),
            DETAIL_ROLE: detail_of(award),
        }
        return texts.get(role)


def _whole(award: AwardView) -> str:
    """Return everything that a record says, for a tooltip and for screen readers."""
    data = award.data
    thematic = _("Theo chuyên đề, đột xuất") if data.thematic else ""
    reason = data.revoked_reason if data.revoked else ""
    parts = (data.name, data.year, detail_of(award), data.body, thematic, reason, data.note)
    return "\n".join(part for part in parts if part)
