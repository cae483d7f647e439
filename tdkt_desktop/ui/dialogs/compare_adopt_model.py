"""The tasks that the plan from above asks for, with what we make of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.adopting import Adopted, Asked, due_earlier
from tdkt_desktop.ui.tables.headed_model import HeadedModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.services.period import PlanPeriod
    from tdkt_desktop.ui.theme.theme import Theme

TICK, CONTENT, ABOVE_DUE, LEAD, EXECUTOR, DUE = range(6)
_HEADS: Final = (
    "",
    N_("Nhiệm vụ cấp trên giao"),
    N_("Hạn của cấp trên"),
    N_("Chủ trì"),
    N_("Thực hiện"),
    N_("Hạn của trường"),
)


class AdoptModel(HeadedModel):
    """Ticked tasks are taken; who does them and when can be written for each."""

    changed = Signal()

    def __init__(self, asked: Sequence[Asked], period: PlanPeriod, theme: Theme) -> None:
        super().__init__(_HEADS)
        self._asked, self._period, self._theme = tuple(asked), period, theme
        self._ticked: set[int] = set()
        self._written: dict[tuple[int, int], str] = {}
        self._earlier = 0

    def put_earlier(self, days: int) -> None:
        """Say how many days before the due above ours is; dues written by hand stay."""
        self._earlier = days
        self._tell()

    def tick(self, rows: Sequence[int], *, on: bool) -> None:
        """Take tasks, or leave them."""
        known = {row for row in rows if self._asked[row].known}
        self._ticked = self._ticked | (set(rows) - known) if on else self._ticked - set(rows)
        self._tell()

    def put(self, rows: Sequence[int], column: int, text: str) -> None:
        """Write the same words for several tasks."""
        self._written |= {(row, column): text for row in rows}
        self._tell()

    @property
    def ticked(self) -> tuple[int, ...]:
        """The rows that are taken."""
        return tuple(sorted(self._ticked))

    def adopted(self) -> tuple[Adopted, ...]:
        """Return the ticked tasks as they are to stand in our annex."""
        return tuple(
            Adopted(
                self._asked[row].task.title,
                lead=self._words(row, LEAD),
                executor=self._words(row, EXECUTOR),
                due=self._words(row, DUE),
            )
            for row in self.ticked
        )

    def _tell(self) -> None:
        if self._asked:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._asked) - 1, DUE))
        self.changed.emit()

    def _words(self, row: int, column: int) -> str:
        task = self._asked[row].task
        if (row, column) in self._written:
            return self._written[row, column]
        if column == DUE:
            return due_earlier(task, self._earlier, self._period)
        return {CONTENT: task.title, ABOVE_DUE: task.due}.get(column, "")

    # --- Qt's questions ---

    def length(self) -> int:
        """Return how many rows are shown."""
        return len(self._asked)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self._asked[index.row()].known:
            return plain
        if index.column() == TICK:
            return plain | Qt.ItemFlag.ItemIsUserCheckable
        return plain | Qt.ItemFlag.ItemIsEditable if index.column() >= LEAD else plain

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == TICK:
            return Qt.CheckState.Checked if row in self._ticked else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole) and column != TICK:
            return self._words(row, column)
        if role == Qt.ItemDataRole.ForegroundRole and self._asked[row].known:
            return QColor(self._theme.tokens.text3)
        if role == Qt.ItemDataRole.ToolTipRole and self._asked[row].known:
            return _("Phụ lục của trường đã có nhiệm vụ này")
        return None

    def setData(
        self,
        index: QModelIndex | QPersistentModelIndex,
        value: object,
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        if role == Qt.ItemDataRole.CheckStateRole:
            self.tick([index.row()], on=index.row() not in self._ticked)
        elif role == Qt.ItemDataRole.EditRole and index.column() >= LEAD:
            self.put([index.row()], index.column(), str(value).strip())
        else:
            return False
        return True
