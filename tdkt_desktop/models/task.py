"""The year's work: tasks of the plans and others, who does them, proofs, and movements."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from tdkt_desktop.models.base import Binned, LongText, Record, choice_of


class TaskState(StrEnum):
    """How far a task has come; the stored values are stable."""

    NOT_STARTED = "not-started"
    IN_PROGRESS = "in-progress"
    WAITING = "waiting"
    DONE = "done"
    DROPPED = "dropped"


class TaskRole(StrEnum):
    """What somebody does in a task; the stored values are stable."""

    LEAD = "lead"
    EXECUTOR = "executor"
    COORDINATOR = "coordinator"


class TaskEventKind(StrEnum):
    """What happened to a task that its history tells; the stored values are stable."""

    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    RETURNED = "returned"


class Task(Binned, Record):
    """A task of a year's work.

    One that stands in a plan's annex carries the `plan_id` and the `uid` of its row, and its words
    are those of the row; one added during the year has a `uid` only. `withdrawn` marks one whose
    row left the plan after work on it had begun or the plan had been issued. `parent_id` is the
    recurring task that an occurrence belongs to. `lead`, `executor`, `coordinator` and `due` are
    kept as typed; `starts_on` and `ends_on` are what the due was understood as, or, if `dated`,
    what somebody said. `progress` is a percentage, `reason` says why a task was dropped or what it
    waits for.
    """

    __tablename__ = "task"

    year: Mapped[int] = mapped_column(index=True)
    school_year: Mapped[str | None]
    plan_id: Mapped[int | None] = mapped_column(ForeignKey("plan.id"), index=True)
    uid: Mapped[str] = mapped_column(default="", index=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("task.id"), index=True)
    movement_id: Mapped[int | None] = mapped_column(ForeignKey("movement.id"), index=True)
    withdrawn: Mapped[bool] = mapped_column(default=False)
    place: Mapped[int] = mapped_column(default=0)
    section: Mapped[str] = mapped_column(default="")
    title: Mapped[str] = mapped_column(default="")
    lead: Mapped[str] = mapped_column(default="")
    executor: Mapped[str] = mapped_column(default="")
    coordinator: Mapped[str] = mapped_column(default="")
    due: Mapped[str] = mapped_column(default="")
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None] = mapped_column(index=True)
    dated: Mapped[bool] = mapped_column(default=False)
    recurring: Mapped[bool] = mapped_column(default=False)
    state: Mapped[TaskState] = mapped_column(choice_of(TaskState), default=TaskState.NOT_STARTED)
    progress: Mapped[int] = mapped_column(default=0)
    begun_on: Mapped[date | None]
    done_on: Mapped[date | None]
    reason: Mapped[str] = mapped_column(default="")
    result: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    folded: Mapped[str] = mapped_column(default="")


class TaskParty(Record):
    """A person, a group or a body outside that somebody gave a part in a task.

    Whatever the words of the task say. Only a body outside the school has a `name`.
    """

    __tablename__ = "task_party"

    task_id: Mapped[int] = mapped_column(ForeignKey("task.id"), index=True)
    role: Mapped[TaskRole] = mapped_column(choice_of(TaskRole))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    group_id: Mapped[int | None] = mapped_column(ForeignKey("staff_group.id"), index=True)
    name: Mapped[str] = mapped_column(default="")


class TaskEvidence(Record):
    """A file that proves a task, kept among the attachments."""

    __tablename__ = "task_evidence"

    task_id: Mapped[int] = mapped_column(ForeignKey("task.id"), index=True)
    file_name: Mapped[str]
    file_sha256: Mapped[str]
    size: Mapped[int]
    note: Mapped[str] = mapped_column(default="")


class TaskEvent(Record):
    """What a revised plan did to a task, in a sentence."""

    __tablename__ = "task_event"

    task_id: Mapped[int] = mapped_column(ForeignKey("task.id"), index=True)
    kind: Mapped[TaskEventKind] = mapped_column(choice_of(TaskEventKind))
    plan_id: Mapped[int | None] = mapped_column(ForeignKey("plan.id"), index=True)
    sentence: Mapped[str] = mapped_column(default="")


class Movement(Binned, Record):
    """An emulation movement (phong trào thi đua) of a year, with what came of it."""

    __tablename__ = "movement"

    year: Mapped[int] = mapped_column(index=True)
    school_year: Mapped[str | None]
    name: Mapped[str]
    folded: Mapped[str] = mapped_column(default="")
    launched_by: Mapped[str] = mapped_column(default="")
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    responsible: Mapped[str] = mapped_column(default="")
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    group_id: Mapped[int | None] = mapped_column(ForeignKey("staff_group.id"), index=True)
    place: Mapped[int] = mapped_column(default=0)
    targets: Mapped[LongText]
    half_year_result: Mapped[LongText]
    final_result: Mapped[LongText]
