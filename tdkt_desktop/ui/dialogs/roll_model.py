"""The rows of a roll's changes: a tick, the place, the kind, the words before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.rolling_review import CHANGE_NAMES
from tdkt_desktop.ui.tables.headed_model import HeadedModel

if TYPE_CHECKING:
    from tdkt_desktop.services.rolling_review import RollReview, RollRow
    from tdkt_desktop.ui.theme.theme import Theme

TICK, PLACE, KIND, BEFORE, AFTER = range(5)
_HEADS: Final = ("", N_("Nơi"), N_("Loại"), N_("Trước"), N_("Sau"))


class RollModel(HeadedModel):
    """Shows all changes or some of them; every choice tells `changed`."""

    changed = Signal()

    def __init__(self, review: RollReview, theme: Theme) -> None:
        super().__init__(_HEADS)
        self._review, self._theme = review, theme
        self._shown = [row.index for row in review.rows]

    def change(self, row: int) -> RollRow:
        """Return what is shown in a row."""
        return self._review.rows[self._shown[row]]

    def show(self, kind: str, *, only_asked: bool) -> None:
        """Show the changes of a kind (empty for all), or only those to decide on."""
        self.beginResetModel()
        self._shown = [
            row.index
            for row in self._review.rows
            if kind in ("", row.change.kind.value) and (row.change.asked or not only_asked)
        ]
        self.endResetModel()
        self.changed.emit()

    def choose_shown(self, *, accepted: bool) -> None:
        """Accept or refuse all changes that are shown."""
        self._review.choose(self._shown, accepted=accepted)
        self._tell()

    def toggle(self, row: int) -> None:
        """Accept or refuse a change."""
        if 0 <= row < len(self._shown):
            one = self.change(row)
            self._review.choose([one.index], accepted=not one.accepted)
            self._tell()

    def turn(self, row: int) -> None:
        """Take the other way of a change that has two."""
        if 0 <= row < len(self._shown):
            self._review.turn(self._shown[row])
            self._tell()

    def next_asked(self, row: int, step: int) -> int | None:
        """Return the next change to decide on, around the end."""
        rows = [n for n in range(len(self._shown)) if self.change(n).change.asked]
        if step > 0:
            return next((n for n in rows if n > row), rows[0] if rows else None)
        return next((n for n in reversed(rows) if n < row), rows[-1] if rows else None)

    def _tell(self) -> None:
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, AFTER))
        self.changed.emit()

    # --- Qt's questions ---

    def length(self) -> int:
        """Return how many rows are shown."""
        return len(self._shown)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return plain | Qt.ItemFlag.ItemIsUserCheckable if index.column() == TICK else plain

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        row, column = self.change(index.row()), index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == TICK:
            return Qt.CheckState.Checked if row.accepted else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return _words(row)[column]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return accessible_words(row) if column == TICK else _words(row)[column]
        return self._look(row, column, role)

    def _look(self, row: RollRow, column: int, role: int) -> object:
        tokens = self._theme.tokens
        if role == Qt.ItemDataRole.ForegroundRole:
            quiet = tokens.text2 if column in (PLACE, KIND, BEFORE) else tokens.text
            return QColor(quiet if row.accepted else tokens.text3)
        if role == Qt.ItemDataRole.FontRole and not row.accepted and column == AFTER:
            font = QFont()
            font.setStrikeOut(True)
            return font
        if role == Qt.ItemDataRole.DecorationRole and column == KIND and row.change.asked:
            return self._theme.icon("account-question-outline")
        return row.change.reason or None if role == Qt.ItemDataRole.ToolTipRole else None

    def setData(
        self,
        index: QModelIndex | QPersistentModelIndex,
        value: object,
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.toggle(index.row())
        return True


def _words(row: RollRow) -> tuple[str, str, str, str, str]:
    change = row.chosen
    after = change.after or _("(bỏ câu này)")
    if row.change.reason:
        after = f"{after}\n{row.change.reason}"
    return "", str(change.place), _(CHANGE_NAMES[change.kind]), change.before, after


def accessible_words(row: RollRow) -> str:
    """Return what a screen reader says of a change's tick."""
    return _("Nhận thay đổi") if row.accepted else _("Bỏ qua thay đổi")
