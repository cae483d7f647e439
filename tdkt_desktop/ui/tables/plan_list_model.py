"""The list of plans: what each column shows, how it is ordered, what the filter keeps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QModelIndex, Qt

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.plan_views import PlanStatus, PlanSummary
from tdkt_desktop.ui.tables.headed_model import HeadedModel
from tdkt_desktop.ui.tables.list_delegate import CHIP_ROLE, QUIET_ROLE, STRONG_ROLE
from tdkt_desktop.ui.widgets.chip import plan_chip
from tdkt_desktop.vietnamese.dates import short_date
from tdkt_desktop.vietnamese.text import fold, sort_key

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtCore import QObject, QPersistentModelIndex


_STATUS_ORDER: Final = tuple(PlanStatus)
_RIGHT: Final = Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class PlanColumn:
    """A column: its head, what it shows, and what it is ordered by."""

    head: str
    text: Callable[[PlanSummary], str]
    key: Callable[[PlanSummary], Any]
    right: bool = False
    quiet: bool = False


def _number(plan: PlanSummary) -> str:
    return f"{plan.number}/{plan.symbol}" if plan.number else ""


def _number_key(plan: PlanSummary) -> tuple[int, str, str]:
    day = plan.issued_on.isoformat() if plan.issued_on else ""
    return (not plan.number, sort_key(plan.number), day)


def _local(moment: datetime) -> str:
    return f"{moment.astimezone():%d/%m/%Y %H:%M}"


def subject_of(plan: PlanSummary) -> str:
    """Return how a plan is called in a list or a sentence."""
    return plan.subject or _("Kế hoạch chưa có trích yếu")


COLUMNS: Final = (
    PlanColumn(N_("Số, ký hiệu"), _number, _number_key),
    PlanColumn(N_("Trích yếu"), subject_of, lambda plan: sort_key(subject_of(plan))),
    PlanColumn(
        N_("Thời gian"),
        lambda plan: plan.period.name[:1].upper() + plan.period.name[1:],
        lambda plan: (plan.year, plan.school_year is None),
        quiet=True,
    ),
    PlanColumn(
        N_("Trạng thái"),
        lambda plan: plan_chip(plan).text,
        lambda plan: _STATUS_ORDER.index(plan.status),
    ),
    PlanColumn(
        N_("Ngày ban hành"),
        lambda plan: short_date(plan.issued_on, padded=True) if plan.issued_on else "",
        lambda plan: plan.issued_on.isoformat() if plan.issued_on else "",
        right=True,
        quiet=True,
    ),
    PlanColumn(
        N_("Sửa lần cuối"),
        lambda plan: _local(plan.updated_at),
        lambda plan: plan.updated_at.isoformat(),
        right=True,
        quiet=True,
    ),
)
SUBJECT_COLUMN: Final = 1
STATE_COLUMN: Final = 3
PERIOD_COLUMN: Final = 2
CHANGED_COLUMN: Final = 5


class PlanListModel(HeadedModel):
    """Plans in rows; sorting and filtering are done on the list itself."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((column.head for column in COLUMNS), parent)
        self._all: tuple[PlanSummary, ...] = ()
        self._shown: list[PlanSummary] = []
        self._words: tuple[str, ...] = ()
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None

    # --- what is shown ---

    def show(self, plans: Sequence[PlanSummary]) -> None:
        """Show other plans under the same filter and order."""
        self._all = tuple(plans)
        self._rebuild()

    def filter(self, words: str) -> None:
        """Keep the plans that have every word somewhere in their row."""
        self._words = tuple(fold(words).split())
        self._rebuild()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column; a column below 0 brings the order of the services back."""
        self._sorted_by = (column, order) if 0 <= column < len(COLUMNS) else None
        self._rebuild()

    @property
    def total(self) -> int:
        """How many plans there are, shown or not."""
        return len(self._all)

    def plan(self, row: int) -> PlanSummary:
        """Return the plan in a row."""
        return self._shown[row]

    def row_of(self, plan_id: int) -> int | None:
        """Return the row that a plan is in, None where it is not shown."""
        return next((n for n, plan in enumerate(self._shown) if plan.id == plan_id), None)

    def _rebuild(self) -> None:
        self.beginResetModel()
        self._shown = [plan for plan in self._all if self._keeps(plan)]
        if self._sorted_by is not None:
            column, order = self._sorted_by
            down = order == Qt.SortOrder.DescendingOrder
            self._shown.sort(key=COLUMNS[column].key, reverse=down)
        self.endResetModel()

    def _keeps(self, plan: PlanSummary) -> bool:
        row = (
            fold(" ".join(column.text(plan) for column in COLUMNS[:CHANGED_COLUMN]))
            if self._words
            else ""
        )
        return all(word in row for word in self._words)

    # --- Qt's questions ---

    def length(self) -> int:
        """Return how many rows are shown."""
        return len(self._shown)

    def side(self, column: int) -> Qt.AlignmentFlag:
        """Return the side of a column: figures stand on the right."""
        return _RIGHT if COLUMNS[column].right else Qt.AlignmentFlag.AlignLeft

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        plan, column = self._shown[index.row()], COLUMNS[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.text(plan)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.side(index.column())
        if role == CHIP_ROLE:
            return plan_chip(plan) if index.column() == STATE_COLUMN else None
        if role == QUIET_ROLE:
            return column.quiet
        return index.column() == SUBJECT_COLUMN if role == STRONG_ROLE else None
