"""The rows of two plans side by side: what happened, the old text, the new text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.comparing import KIND_NAMES, AlignedRow, ChangeKind
from tdkt_desktop.ui.tables.headed_model import HeadedModel

if TYPE_CHECKING:
    from collections.abc import Sequence

STATE, OLD, NEW = range(3)
ROW_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_HEADS: Final = ("", N_("Bản gốc"), N_("Bản mới"))
ALL: Final = ""
CHANGED_ONLY: Final = "*"


class CompareModel(HeadedModel):
    """Shows all rows, only what changed, or one kind of change."""

    def __init__(self) -> None:
        super().__init__(_HEADS)
        self._rows: tuple[AlignedRow, ...] = ()
        self._shown: list[AlignedRow] = []
        self._filter = ALL

    def put(self, rows: Sequence[AlignedRow]) -> None:
        """Show another comparison."""
        self._rows = tuple(rows)
        self.show(self._filter)

    def show(self, wanted: str) -> None:
        """Show all rows, what changed, or the rows of a kind (its stored value)."""
        self._filter = wanted
        self.beginResetModel()
        self._shown = [row for row in self._rows if _fits(row, wanted)]
        self.endResetModel()

    def at(self, row: int) -> AlignedRow:
        """Return what is shown in a row."""
        return self._shown[row]

    def next_changed(self, row: int, step: int) -> int | None:
        """Return the next changed row, around the end."""
        rows = [n for n, one in enumerate(self._shown) if one.kind is not ChangeKind.SAME]
        if step > 0:
            return next((n for n in rows if n > row), rows[0] if rows else None)
        return next((n for n in reversed(rows) if n < row), rows[-1] if rows else None)

    # --- Qt's questions ---

    def length(self) -> int:
        """Return how many rows are shown."""
        return len(self._shown)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        row = self._shown[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return (state_word(row), row.old, row.new)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(row.after or row.before or "")
        return None


def state_word(row: AlignedRow) -> str:
    """Return what happened to a row in words; nothing for one that stayed."""
    return "" if row.kind is ChangeKind.SAME else _(KIND_NAMES[row.kind])


def _fits(row: AlignedRow, wanted: str) -> bool:
    if wanted == CHANGED_ONLY:
        return row.kind is not ChangeKind.SAME
    return wanted in (ALL, row.kind.value)
