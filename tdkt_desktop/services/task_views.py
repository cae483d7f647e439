"""What the pages and the commands are shown of the year's work: values, never rows of the store."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from tdkt_desktop.i18n import N_
from tdkt_desktop.models.task import TaskEventKind as TaskEventKind
from tdkt_desktop.models.task import TaskRole as TaskRole
from tdkt_desktop.models.task import TaskState as TaskState
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from tdkt_desktop.models.task import Task, TaskEvent, TaskEvidence

SOON_DAYS: Final = 14
"""How many days before its due a task counts as coming."""

STATE_NAMES: Final = {
    TaskState.NOT_STARTED: N_("Chưa làm"),
    TaskState.IN_PROGRESS: N_("Đang làm"),
    TaskState.WAITING: N_("Chờ nơi khác"),
    TaskState.DONE: N_("Đã xong"),
    TaskState.DROPPED: N_("Không làm"),
}
ROLE_NAMES: Final = {
    TaskRole.LEAD: N_("Chủ trì"),
    TaskRole.EXECUTOR: N_("Thực hiện"),
    TaskRole.COORDINATOR: N_("Phối hợp"),
}


class Standing(StrEnum):
    """How a task stands on a day; the values are stable."""

    DONE = "done"
    DONE_LATE = "done-late"
    DROPPED = "dropped"
    LATE = "late"
    SOON = "soon"
    OPEN = "open"
    UNDATED = "undated"


STANDING_NAMES: Final = {
    Standing.DONE: N_("Xong đúng hạn"),
    Standing.DONE_LATE: N_("Xong muộn"),
    Standing.DROPPED: N_("Không làm"),
    Standing.LATE: N_("Quá hạn"),
    Standing.SOON: N_("Sắp đến hạn"),
    Standing.OPEN: N_("Còn thời gian"),
    Standing.UNDATED: N_("Không có hạn"),
}
FINISHED: Final = frozenset({TaskState.DONE, TaskState.DROPPED})


@dataclass(frozen=True, slots=True)
class Party:
    """Who has a part in a task, as far as the words or somebody's choice name one.

    Who is neither a person nor a group of the school is a body outside, which can only be chosen.
    `present` is False for somebody who left the school or lies in the bin.
    """

    role: TaskRole
    name: str
    person_id: int | None = None
    group_id: int | None = None
    chosen: bool = False
    present: bool = True


@dataclass(frozen=True, slots=True)
class TaskView:
    """A task as lists show it.

    `uid` follows the task through plans and calendars. `occurrences` says how many times a
    recurring task was done, and of how many.
    """

    id: int
    uid: str
    year: int
    school_year: str | None
    plan_id: int | None
    parent_id: int | None
    movement_id: int | None
    withdrawn: bool
    place: int
    section: str
    title: str
    lead: str
    executor: str
    coordinator: str
    due: str
    starts_on: date | None
    ends_on: date | None
    dated: bool
    recurring: bool
    state: TaskState
    progress: int
    begun_on: date | None
    done_on: date | None
    reason: str
    result: str
    note: str
    updated_at: datetime
    parties: tuple[Party, ...] = ()
    evidence: int = 0
    occurrences: tuple[int, int] = (0, 0)

    @property
    def added(self) -> bool:
        """Tell whether the task came during the year and stands in no plan."""
        return self.plan_id is None

    @property
    def name(self) -> str:
        """The title, of an occurrence with the time that it is for."""
        return self.title if self.parent_id is None else f"{self.title} ({self.section})"

    @property
    def finished(self) -> bool:
        """Tell whether nothing is left to do."""
        return self.state in FINISHED

    def days_left(self, day: date) -> int | None:
        """Return the days from `day` to the due, below zero when it has passed; None without."""
        return None if self.ends_on is None else (self.ends_on - day).days

    def standing(self, day: date) -> Standing:
        """Return how the task stands on a day; what is due that day is not late yet."""
        if self.state is TaskState.DROPPED:
            return Standing.DROPPED
        if self.state is TaskState.DONE:
            late = self.ends_on and self.done_on and self.done_on > self.ends_on
            return Standing.DONE_LATE if late else Standing.DONE
        left = self.days_left(day)
        if left is None:
            return Standing.UNDATED
        if left < 0:
            return Standing.LATE
        return Standing.SOON if left <= SOON_DAYS else Standing.OPEN

    def of(self, role: TaskRole) -> str:
        """Return the words that say who has a part in the task."""
        return {
            TaskRole.LEAD: self.lead,
            TaskRole.EXECUTOR: self.executor,
            TaskRole.COORDINATOR: self.coordinator,
        }[role]


class Extent(StrEnum):
    """Which of the rows a list shows.

    `ROWS` are those of the plan and the added ones; `WORK` has the occurrences in the place of the
    recurring task that they belong to, so that each row is one thing to do.
    """

    ROWS = "rows"
    WORK = "work"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class TaskQuery:
    """What a list of tasks is asked for; what is left out does not narrow it."""

    year: int | None = None
    plan_id: int | None = None
    person_id: int | None = None
    group_id: int | None = None
    movement_id: int | None = None
    roles: frozenset[TaskRole] = frozenset(TaskRole)
    states: frozenset[TaskState] = frozenset()
    standings: frozenset[Standing] = frozenset()
    due_before: date | None = None
    due_from: date | None = None
    words: str = ""
    extent: Extent = Extent.ROWS
    with_withdrawn: bool = False

    def takes(self, task: TaskView, day: date) -> bool:
        """Tell whether a task is asked for, as things stand on a day."""
        return (
            (not self.states or task.state in self.states)
            and (not self.standings or task.standing(day) in self.standings)
            and self.movement_id in (None, task.movement_id)
            and self._takes_due(task)
            and self._takes_party(task)
            and (not self.words.strip() or fold(self.words.strip()) in _searchable(task))
        )

    def _takes_due(self, task: TaskView) -> bool:
        last = task.ends_on
        if self.due_before is not None and (last is None or last >= self.due_before):
            return False
        return self.due_from is None or (last is not None and last >= self.due_from)

    def _takes_party(self, task: TaskView) -> bool:
        if self.person_id is None and self.group_id is None:
            return True
        return any(
            party.role in self.roles
            and (self.person_id is None or party.person_id == self.person_id)
            and (self.group_id is None or party.group_id == self.group_id)
            for party in task.parties
        )


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """A kept file that proves a task."""

    id: int
    task_id: int
    file_name: str
    size: int
    note: str
    added_at: datetime
    sha256: str
    there: bool = True


@dataclass(frozen=True, slots=True)
class EventView:
    """What a revised plan did to a task, and when."""

    at: datetime
    kind: TaskEventKind
    sentence: str


@dataclass(frozen=True, slots=True)
class TaskDetails:
    """A task with its files, its history and its occurrences."""

    task: TaskView
    evidence: tuple[EvidenceView, ...] = ()
    events: tuple[EventView, ...] = ()
    occurrences: tuple[TaskView, ...] = field(default_factory=tuple)


def view_of(row: Task, parties: tuple[Party, ...], evidence: int = 0) -> TaskView:
    """Return what lists show of a row."""
    return TaskView(
        id=row.id,
        uid=row.uid,
        year=row.year,
        school_year=row.school_year,
        plan_id=row.plan_id,
        parent_id=row.parent_id,
        movement_id=row.movement_id,
        withdrawn=row.withdrawn,
        place=row.place,
        section=row.section,
        title=row.title,
        lead=row.lead,
        executor=row.executor,
        coordinator=row.coordinator,
        due=row.due,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        dated=row.dated,
        recurring=row.recurring,
        state=row.state,
        progress=row.progress,
        begun_on=row.begun_on,
        done_on=row.done_on,
        reason=row.reason,
        result=row.result,
        note=row.note,
        updated_at=row.updated_at,
        parties=parties,
        evidence=evidence,
    )


def evidence_of(row: TaskEvidence, *, there: bool) -> EvidenceView:
    """Return what is shown of a kept file."""
    return EvidenceView(
        id=row.id,
        task_id=row.task_id,
        file_name=row.file_name,
        size=row.size,
        note=row.note,
        added_at=row.created_at,
        sha256=row.file_sha256,
        there=there,
    )


def event_of(row: TaskEvent) -> EventView:
    """Return what the history shows."""
    return EventView(row.created_at, row.kind, row.sentence)


def _searchable(task: TaskView) -> str:
    return fold(f"{task.title} {task.lead} {task.executor} {task.coordinator} {task.result}")
