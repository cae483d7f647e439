"""Where the days of a month lie, and which tasks fall on which of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from tdkt_desktop.services.task_views import TaskView

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tdkt_desktop.services.work_views import WorkRow

ONE_DAY: Final = timedelta(days=1)
WEEK: Final = 7


@dataclass(frozen=True, slots=True)
class DueItem:
    """A task on the day it is due, with the words that stand for it."""

    task: TaskView
    title: str


def weeks_of(month: date) -> list[list[date]]:
    """Return the weeks, from Monday on, that have a day of a month."""
    first = month.replace(day=1)
    day = first - first.weekday() * ONE_DAY
    weeks = []
    while day < next_month(first):
        weeks.append([day + number * ONE_DAY for number in range(WEEK)])
        day += WEEK * ONE_DAY
    return weeks


def next_month(day: date, step: int = 1) -> date:
    """Return the first day of a month that is some months later."""
    index = day.year * 12 + day.month - 1 + step
    return date(index // 12, index % 12 + 1, 1)


def items_of(row: WorkRow) -> Iterator[DueItem]:
    """Return all times of a row that have a due."""
    for task in row.parts or (row.task,):
        if task.ends_on is not None and (row.task.withdrawn or not task.withdrawn):
            yield DueItem(task, row.whole.title)


def by_day(rows: Iterable[WorkRow]) -> dict[date, list[DueItem]]:
    """Return what is due on each day: what is still open first."""
    found: dict[date, list[DueItem]] = {}
    for row in rows:
        for item in items_of(row):
            if item.task.ends_on is not None:
                found.setdefault(item.task.ends_on, []).append(item)
    for items in found.values():
        items.sort(key=lambda item: (item.task.finished, item.task.place))
    return found


def on_day(rows: Iterable[WorkRow], day: date) -> list[WorkRow]:
    """Return the rows that are under way on a day, what is due then first."""
    found = [row for row in rows if _covers(row, day)]
    found.sort(key=lambda row: (row.task.ends_on != day, row.task.ends_on or day))
    return found


def _covers(row: WorkRow, day: date) -> bool:
    if row.parts:
        return any(part.ends_on == day for part in row.parts)
    first, last = row.task.starts_on, row.task.ends_on
    if last is None:
        return False
    return (first or last) <= day <= last
