"""Reads the rows of a year: at once where there are few, beside the window where there are many."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from tdkt_desktop.i18n import _
from tdkt_desktop.services.movements import MovementView
from tdkt_desktop.services.people_views import PersonState
from tdkt_desktop.services.plan_views import PlanStatus, PlanSummary
from tdkt_desktop.services.work_views import WorkRow

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.ui.desk import Desk

_AT_ONCE: Final = 400
"""Up to so many rows and occurrences are read without the window being felt to wait."""


@dataclass(frozen=True, slots=True)
class WorkNews:
    """What the page shows of a year: its rows, their plans, the movements, people and groups."""

    year: int
    rows: tuple[WorkRow, ...]
    movements: tuple[MovementView, ...]
    plans: tuple[PlanSummary, ...]
    people: tuple[tuple[str, int], ...]
    groups: tuple[tuple[str, int], ...]

    @property
    def source(self) -> str:
        """The plan that the rows come from, in words."""
        ids = {row.whole.plan_id for row in self.rows}
        plans = [plan for plan in self.plans if plan.id in ids]
        if not plans:
            return ""
        if len(plans) > 1:
            return _("từ {n} kế hoạch").format(n=len(plans))
        plan = plans[0]
        if plan.status is PlanStatus.ISSUED and plan.number:
            return _("Phụ lục kèm Kế hoạch số {number}/{symbol}").format(
                number=plan.number, symbol=plan.symbol
            )
        return _("Phụ lục của kế hoạch còn là bản nháp")


def read_year(context: AppContext, year: int, today: date) -> WorkNews:
    """Read what the page shows of a year, and whom it may be narrowed to."""
    rows = sorted(context.people.rows(), key=lambda row: row.name_key)
    return WorkNews(
        year,
        context.work.rows(year, today),
        context.movements.movements(year),
        context.plans.plans(year=year),
        tuple((row.full_name, row.id) for row in rows if row.state is PersonState.WORKING),
        tuple((group.name, group.id) for group in context.groups.groups()),
    )


class WorkReader(QObject):
    """`read_done` carries what was read; of two readings under way only the later one counts."""

    read_done = Signal(object)

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk, self._owner = desk, owner
        self._turn, self._size = 0, 0

    def read(self, year: int) -> None:
        """Read a year."""
        self._turn += 1
        context, today, turn = self._desk.context, self._desk.today(), self._turn
        if self._size <= _AT_ONCE:
            self._arrived(read_year(context, year, today), turn)
            return
        self._desk.tasks.run(
            self._owner,
            lambda _progress: read_year(context, year, today),
            lambda news: self._arrived(news, turn),
            lambda error: self._desk.feedback.error(error, self._owner),
            _("Đang đọc nhiệm vụ…"),
        )

    def _arrived(self, news: WorkNews, turn: int) -> None:
        self._size = sum(1 + len(row.parts) for row in news.rows)
        if turn == self._turn:
            self.read_done.emit(news)
