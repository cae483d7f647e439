"""The year's work as the page shows it: one row for each thing to do, and what filters keep."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from tdkt_desktop.i18n import N_
from tdkt_desktop.services.task_views import FINISHED, Standing, TaskRole, TaskState, TaskView
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date


_QUARTER_MONTHS: Final = 3


class Lateness(StrEnum):
    """Which dues a filter keeps; the values are stable."""

    LATE = "late"
    SOON = "soon"


LATENESS_NAMES: Final = {Lateness.LATE: N_("Quá hạn"), Lateness.SOON: N_("14 ngày tới")}
_STANDINGS: Final = {Lateness.LATE: Standing.LATE, Lateness.SOON: Standing.SOON}


@dataclass(frozen=True, slots=True)
class WorkRow:
    """One thing to do.

    Of a recurring task that is the time at hand: the first begun one that is still open, else the
    last begun. `whole` is the row of the plan, the same as `task` unless that recurs; `parts` are
    all its times. `changes` say what the newest revision of the plan did to the row.
    """

    task: TaskView
    whole: TaskView
    parts: tuple[TaskView, ...] = ()
    changes: tuple[str, ...] = ()
    folded: str = field(default="", compare=False)

    def left(self, day: date) -> int:
        """Return how many times of a recurring task were due before a day and are open."""
        return sum(
            1
            for one in self.parts
            if not one.finished and not one.withdrawn and one.ends_on and one.ends_on < day
        )

    def standing(self, day: date) -> Standing:
        """Return how the row stands on a day; what has left the plan is no longer late."""
        if self.task.withdrawn:
            return Standing.UNDATED
        return self.task.standing(day)


@dataclass(frozen=True, slots=True)
class WorkFilter:
    """What the page shows; what is left out does not narrow it."""

    person_id: int | None = None
    role: TaskRole | None = None
    group_id: int | None = None
    state: TaskState | None = None
    lateness: Lateness | None = None
    movement_id: int | None = None
    words: str = ""
    changed: bool = False
    added: bool = False

    def takes(self, row: WorkRow, day: date) -> bool:
        """Tell whether a row is shown."""
        task = row.task
        return (
            (self.changed or not task.withdrawn)
            and (not self.changed or bool(row.changes) or task.withdrawn)
            and (not self.added or task.added)
            and self.state in (None, task.state)
            and self.movement_id in (None, task.movement_id)
            and (self.lateness is None or row.standing(day) is _STANDINGS[self.lateness])
            and self._takes_party(task)
            and all(word in row.folded for word in fold(self.words).split())
        )

    def _takes_party(self, task: TaskView) -> bool:
        if self.person_id is None and self.group_id is None:
            return True
        return any(
            self.role in (None, party.role)
            and (self.person_id is None or party.person_id == self.person_id)
            and (self.group_id is None or party.group_id == self.group_id)
            for party in task.parties
        )

    @property
    def narrows(self) -> bool:
        """Tell whether anything is asked for."""
        return self != WorkFilter()


def work_rows(
    tasks: Sequence[TaskView], day: date, changes: Mapping[int, tuple[str, ...]]
) -> tuple[WorkRow, ...]:
    """Return the rows of tasks that come with all their occurrences, in the order of the tasks."""
    parts: dict[int, list[TaskView]] = {}
    for task in tasks:
        if task.parent_id is not None:
            parts.setdefault(task.parent_id, []).append(task)
    return tuple(
        _row(task, tuple(parts.get(task.id, ())), day, changes.get(task.id, ()))
        for task in tasks
        if task.parent_id is None
    )


def _row(
    whole: TaskView, parts: tuple[TaskView, ...], day: date, changes: tuple[str, ...]
) -> WorkRow:
    task = at_hand(parts, day) or whole
    words = (whole.title, whole.lead, whole.executor, whole.coordinator, task.result, whole.note)
    names = (party.name for party in task.parties if party.chosen)
    return WorkRow(task, whole, parts, changes, fold(" ".join((*words, *names))))


class _Timed(Protocol):
    """What is known of a time of a recurring task, as a value or as a row of the store."""

    @property
    def state(self) -> TaskState: ...
    @property
    def starts_on(self) -> date | None: ...
    @property
    def ends_on(self) -> date | None: ...
    @property
    def withdrawn(self) -> bool: ...


_One = TypeVar("_One", bound=_Timed)


def at_hand(parts: Sequence[_One], day: date) -> _One | None:
    """Return the time of a recurring task that is to be done now, None for one without times."""
    live = [one for one in parts if not one.withdrawn]
    begun = [one for one in live if (one.starts_on or one.ends_on or day) <= day]
    is_open = next((one for one in begun if one.state not in FINISHED), None)
    return is_open or (begun[-1] if begun else next(iter(live), None))


def counts(rows: Iterable[WorkRow], day: date) -> dict[Lateness, int]:
    """Return how many rows are late, and how many are due soon."""
    standings = [row.standing(day) for row in rows]
    return {one: standings.count(standing) for one, standing in _STANDINGS.items()}


def quarter_of(day: date) -> tuple[int, int]:
    """Return the year and the number of the quarter that a day lies in."""
    return day.year, (day.month - 1) // _QUARTER_MONTHS + 1
