"""The rows of a staff list before it is taken in: what would come of each, and what was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt, Signal

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.people_preview import (
    NEW_PERSON,
    OUTCOME_NAMES,
    SKIP,
    Choice,
    RowOutcome,
)
from tdkt_desktop.ui.tables.headed_model import HeadedModel
from tdkt_desktop.ui.tables.list_delegate import CHIP_ROLE, QUIET_ROLE
from tdkt_desktop.ui.widgets.chip import Chip, ChipState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from PySide6.QtCore import QPersistentModelIndex

    from tdkt_desktop.services.people_preview import PeoplePreview, PreviewRow

TAKE_COLUMN, NUMBER_COLUMN, NAME_COLUMN, OUTCOME_COLUMN, DETAIL_COLUMN = range(5)
_HEADS: Final = ("", N_("Dòng"), N_("Họ và tên"), N_("Kết quả"), N_("Nội dung"))
_CHIPS: Final = {
    RowOutcome.NEW: (ChipState.DONE, "plus"),
    RowOutcome.UPDATE: (ChipState.IN_PROGRESS, "pencil-outline"),
    RowOutcome.UNCHANGED: (ChipState.NOT_STARTED, "check"),
    RowOutcome.DOUBTFUL: (ChipState.NEEDS_PERSON, ""),
    RowOutcome.FAILED: (ChipState.LATE, ""),
}


class PreviewModel(HeadedModel):
    """Rows with a box to take each in or leave it out; `decided` tells that a choice changed."""

    decided = Signal()

    def __init__(self, preview: PeoplePreview) -> None:
        super().__init__(_HEADS)
        self._all = preview.rows
        self._shown: list[PreviewRow] = list(preview.rows)
        self._choices: dict[int, Choice] = {}

    @property
    def choices(self) -> Mapping[int, Choice]:
        """What somebody decided, by the numbers of the rows."""
        return self._choices

    def row(self, place: int) -> PreviewRow:
        """Return the row at a place of the table."""
        return self._shown[place]

    def show_only(self, outcome: RowOutcome | None) -> None:
        """Show the rows of one outcome, or all."""
        self.beginResetModel()
        self._shown = [row for row in self._all if outcome in (None, row.outcome)]
        self.endResetModel()

    def outcome(self, row: PreviewRow) -> RowOutcome | None:
        """Return what comes of a row as things were decided; None where it is left out."""
        choice = self._choices.get(row.number)
        if choice is None:
            return row.outcome
        if choice.skip:
            return None
        if row.outcome is not RowOutcome.DOUBTFUL:
            return row.outcome
        return RowOutcome.NEW if choice == NEW_PERSON else RowOutcome.UPDATE

    def taken(self) -> Iterator[PreviewRow]:
        """Yield the rows that would be taken in."""
        wanted = (RowOutcome.NEW, RowOutcome.UPDATE)
        return (row for row in self._all if self.outcome(row) in wanted)

    def choose(self, row: PreviewRow, choice: Choice | None) -> None:
        """Decide about a row; None is the program's own way."""
        if choice is None:
            self._choices.pop(row.number, None)
        else:
            self._choices[row.number] = choice
        self._tell()

    def take(self, rows: Iterable[PreviewRow], *, taken: bool) -> None:
        """Take rows in, or leave them out; doubtful ones need an answer first."""
        for row in rows:
            if row.outcome in (RowOutcome.NEW, RowOutcome.UPDATE, RowOutcome.DOUBTFUL):
                if taken and self._choices.get(row.number) == SKIP:
                    del self._choices[row.number]
                elif not taken:
                    self._choices[row.number] = SKIP
        self._tell()

    def _tell(self) -> None:
        if self._shown:
            last = self.index(len(self._shown) - 1, len(_HEADS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.decided.emit()

    # --- Qt's questions ---

    def length(self) -> int:
        """Return how many rows are shown."""
        return len(self._shown)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        row, column = self._shown[index.row()], index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == TAKE_COLUMN:
            return self._check(row)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(row, column)
        if role == CHIP_ROLE and column == OUTCOME_COLUMN:
            return self._chip(row)
        if role == QUIET_ROLE:
            return self.outcome(row) in (None, RowOutcome.UNCHANGED)
        return None

    def _check(self, row: PreviewRow) -> Qt.CheckState | None:
        """Return the state of a row's box, None where there is nothing to take in."""
        if row.outcome in (RowOutcome.FAILED, RowOutcome.UNCHANGED):
            return None
        wanted = (RowOutcome.NEW, RowOutcome.UPDATE)
        taken = self.outcome(row) in wanted
        return Qt.CheckState.Checked if taken else Qt.CheckState.Unchecked

    def _text(self, row: PreviewRow, column: int) -> str:
        texts = {
            NUMBER_COLUMN: str(row.number),
            NAME_COLUMN: row.name,
            OUTCOME_COLUMN: self._chip(row).text,
            DETAIL_COLUMN: detail(row),
        }
        return texts.get(column, "")

    def _chip(self, row: PreviewRow) -> Chip:
        outcome = self.outcome(row)
        if outcome is None:
            return Chip(ChipState.NOT_YET, _("Bỏ qua"))
        state, icon = _CHIPS[outcome]
        return Chip(state, _(OUTCOME_NAMES[outcome]), icon)


def detail(row: PreviewRow) -> str:
    """Say in a line what a row brings, or why it cannot be taken in."""
    if row.reason:
        return "; ".join((_sentence(row.reason), *row.remarks))
    if row.outcome is RowOutcome.UNCHANGED:
        return "; ".join(row.remarks)
    changes = [f"{one.title}: {one.before} → {one.after}" for one in row.changes]
    ratings = [
        _("Xếp loại {year}: {code}").format(year=year, code=code) for year, code in row.ratings
    ]
    values = row.entry.values
    new = (
        [text for text in (values.position, values.group_name) if text]
        if row.outcome is RowOutcome.NEW
        else []
    )
    return "; ".join((*new, *changes, *ratings, *row.remarks))


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
