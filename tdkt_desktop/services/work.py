"""Use cases about the year's work as a whole: its rows, how many are late, what was done when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import and_, or_, select

from tdkt_desktop.i18n import _
from tdkt_desktop.models.plan import Plan, PlanStatus
from tdkt_desktop.models.task import Task, TaskEvent
from tdkt_desktop.services.task_history import HistoryLine, history_of
from tdkt_desktop.services.task_reading import (
    drafts_beside_plans_in_force,
    in_lists,
    of_extent,
    views,
    wanted,
)
from tdkt_desktop.services.task_views import FINISHED, Extent, TaskQuery
from tdkt_desktop.services.tasks import find
from tdkt_desktop.services.work_views import WorkRow, at_hand, work_rows

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sqlalchemy import Row
    from sqlalchemy.orm import Session

    from tdkt_desktop.models.changes import Change
    from tdkt_desktop.models.store import Store

_TIMES: Final = select(
    *(Task.id, Task.plan_id, Task.parent_id, Task.withdrawn),
    *(Task.starts_on, Task.ends_on, Task.state),
)
"""What tells how late a task is, without the rest of its row: the count is asked often."""


class WorkService:
    """Shows the work of a year in rows, each of which is one thing to do."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def rows(self, year: int, day: date) -> tuple[WorkRow, ...]:
        """Return the rows of a year as they stand on a day, those that left the plan too."""
        query = TaskQuery(year=year, extent=Extent.ALL, with_withdrawn=True)
        with self._store.read() as session:
            found = of_extent(views(session, wanted(session, query)), query.extent)
            plans = {task.plan_id for task in found if task.plan_id is not None}
            return work_rows(found, day, _changes(session, plans))

    def late_count(self, year: int, day: date) -> int:
        """Return how many rows of a year are over their due: those that `rows` shows as late."""
        is_late = and_(Task.ends_on < day, Task.state.not_in(FINISHED))
        candidates = _TIMES.where(or_(Task.parent_id.is_not(None), is_late))
        with self._store.read() as session:
            found = session.execute(in_lists(candidates, TaskQuery(year=year)))
            drafts = drafts_beside_plans_in_force(session)
            tasks = [one for one in found if one.plan_id not in drafts]
        parts: dict[int, list[Row[Any]]] = {}
        for task in tasks:
            if task.parent_id is not None:
                parts.setdefault(task.parent_id, []).append(task)
        single = sum(task.parent_id is None and task.id not in parts for task in tasks)
        hand = (at_hand(times, day) for times in parts.values())
        return single + sum(one is not None and _is_late(one, day) for one in hand)

    def move_due(self, task_ids: Iterable[int], day: date, *, keep_length: bool = True) -> Change:
        """Give tasks another last day, as one step; the words of their due stay as they are.

        With `keep_length` the first day moves along; without, it stays unless it would come later.
        """
        with self._store.transaction(_("Dời hạn")) as act:
            for task_id in task_ids:
                task = find(act.session, task_id)
                task.starts_on = _first_day(task, day, keep_length=keep_length)
                task.ends_on, task.dated = day, True
        return act.change

    def history(self, task_id: int) -> tuple[HistoryLine, ...]:
        """Return what was done to a task and when, the newest first."""
        with self._store.read() as session:
            return history_of(session, task_id)


def _is_late(task: Row[Any], day: date) -> bool:
    return task.state not in FINISHED and task.ends_on is not None and task.ends_on < day


def _first_day(task: Task, day: date, *, keep_length: bool) -> date | None:
    """Return the first day of a task that goes with another last day."""
    if task.starts_on is None:
        return None
    if keep_length and task.ends_on is not None:
        return task.starts_on + (day - task.ends_on)
    return min(task.starts_on, day)


def _changes(session: Session, plans: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """Return by task what the newest revisions of plans changed."""
    revised = select(Plan.id).where(Plan.id.in_(plans), Plan.revises.is_not(None))
    in_force = revised.where(Plan.status == PlanStatus.ISSUED)
    events = select(TaskEvent).where(TaskEvent.plan_id.in_(in_force)).order_by(TaskEvent.id)
    found: dict[int, list[str]] = {}
    for event in session.scalars(events):
        found.setdefault(event.task_id, []).append(event.sentence)
    return {task_id: tuple(sentences) for task_id, sentences in found.items()}
