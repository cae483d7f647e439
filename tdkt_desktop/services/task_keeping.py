"""Keeps the tasks in step with the rows of their plan, and tells what a revised plan changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from uuid import uuid4

from sqlalchemy import exists, select

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.models.task import Task, TaskEvent, TaskEventKind, TaskEvidence, TaskState
from tdkt_desktop.services.plan_tasks import planned_tasks
from tdkt_desktop.services.recurrence import occurrences
from tdkt_desktop.vietnamese.due import read_due
from tdkt_desktop.vietnamese.school_year import SchoolYear
from tdkt_desktop.vietnamese.spans import Span, calendar_year
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from tdkt_desktop.documents.document import OfficialDocument
    from tdkt_desktop.models.plan import Plan
    from tdkt_desktop.services.plan_tasks import PlannedTask

_WORDS: Final = ("section", "title", "lead", "executor", "coordinator", "due", "note")
_FOLLOWED: Final = (
    *("title", "lead", "executor", "coordinator", "folded"),
    *("plan_id", "movement_id", "withdrawn"),
)
_TOLD: Final = {
    "title": N_("nội dung"),
    "lead": N_("chủ trì"),
    "executor": N_("thực hiện"),
    "coordinator": N_("phối hợp"),
    "due": N_("thời hạn"),
}


def keep_in_step(session: Session, plan: Plan, document: OfficialDocument) -> None:
    """Make the tasks of a plan those of its rows; called whenever the plan is written.

    The draft of a revision waits for its issue: until then the tasks are those of the plan in
    force. A task whose row is gone goes too, unless somebody has begun it: then it stays, marked
    as withdrawn.
    """
    if plan.revises is None:
        _Keeper(session, plan).keep(planned_tasks(document))


def take_over(session: Session, plan: Plan, document: OfficialDocument) -> None:
    """Hand the tasks of the plan that a revision replaces to it, and note what it changed."""
    old = list(session.scalars(select(Task).where(Task.plan_id == plan.revises)))
    for task in old:
        task.plan_id = plan.id
    session.flush()
    _Keeper(session, plan, told=True).keep(planned_tasks(document))


def let_go(session: Session, plan: Plan) -> None:
    """Remove the tasks of a plan that leaves for good; those begun stay as the year's own."""
    rows = select(Task).where(Task.plan_id == plan.id, Task.parent_id.is_(None))
    for task in session.scalars(rows):
        parts = [task, *_children(session, task)]
        if not any(is_begun(session, one) for one in parts):
            remove_task(session, task)
            continue
        for one in parts:
            one.plan_id, one.withdrawn = None, False


def understand_due(task: Task) -> None:
    """Read the due of a task as dates, unless somebody has said the dates."""
    school_year = SchoolYear.parse(task.school_year) if task.school_year else None
    due = read_due(task.due, None if school_year else task.year, school_year)
    task.recurring = due.recurring
    if not task.dated:
        task.starts_on, task.ends_on = due.start, due.end


def working_year(task: Task) -> Span:
    """Return the days of the year that a task belongs to."""
    if task.school_year:
        year = SchoolYear.parse(task.school_year)
        return Span(year.first_day, year.last_day)
    return calendar_year(task.year)


def is_begun(session: Session, task: Task) -> bool:
    """Tell whether anything was done about a task that must not be lost."""
    if task.state is not TaskState.NOT_STARTED or task.progress or task.result or task.dated:
        return True
    files = exists().where(TaskEvidence.task_id == task.id)
    return bool(session.scalar(select(files)))


def remove_task(session: Session, task: Task) -> None:
    """Remove a task that nobody has begun, with its occurrences and what hangs on it."""
    from tdkt_desktop.models.removal import remove_for_good

    for child in _children(session, task):
        remove_for_good(session, child)
    remove_for_good(session, task)


def spread(session: Session, task: Task) -> None:
    """Give a recurring task its occurrences; what somebody has begun of former ones stays."""
    wanted = occurrences(task.due, _span_of(task)) if task.recurring else ()
    there = {child.section: child for child in _children(session, task)}
    for place, one in enumerate(wanted):
        child = there.pop(one.name, None)
        if child is None:
            child = Task(uid=uuid4().hex, year=task.year, parent_id=task.id)
            child.school_year = task.school_year
            child.section, child.due = one.name, one.name
            session.add(child)
        _set(child, "place", place)
        if not child.dated:
            _set(child, "starts_on", one.span.start)
            _set(child, "ends_on", one.span.end)
        _follow(child, task)
    for child in there.values():
        if is_begun(session, child):
            _set(child, "withdrawn", value=True)
        else:
            remove_task(session, child)


def _span_of(task: Task) -> Span:
    year = working_year(task)
    return Span(task.starts_on or year.start, task.ends_on or year.end)


def _follow(child: Task, task: Task) -> None:
    for name in _FOLLOWED:
        _set(child, name, getattr(task, name))


def _children(session: Session, task: Task) -> list[Task]:
    return list(session.scalars(select(Task).where(Task.parent_id == task.id)))


def _set(task: Task, name: str, value: object) -> bool:
    """Set a value where it differs, so that a save writes only what changed."""
    if getattr(task, name) == value:
        return False
    setattr(task, name, value)
    return True


class _Keeper:
    """Brings the tasks of one plan in step with its rows."""

    def __init__(self, session: Session, plan: Plan, *, told: bool = False) -> None:
        self._session, self._plan, self._told = session, plan, told
        rows = select(Task).where(Task.plan_id == plan.id, Task.parent_id.is_(None))
        self._tasks = {task.uid: task for task in session.scalars(rows)}

    def keep(self, planned: Iterable[PlannedTask]) -> None:
        left = dict(self._tasks)
        for place, row in enumerate(planned):
            task = left.pop(row.uid, None)
            if task is None:
                self._add(row, place)
            else:
                self._update(task, row, place)
        for task in left.values():
            self._withdraw(task)

    def _add(self, row: PlannedTask, place: int) -> None:
        task = Task(plan_id=self._plan.id, uid=row.uid, place=place)
        task.year, task.school_year = self._plan.year, self._plan.school_year
        task.dated, task.progress, task.withdrawn = False, 0, False
        task.state = TaskState.NOT_STARTED
        for name in _WORDS:
            setattr(task, name, getattr(row, name))
        self._settle(task)
        self._session.add(task)
        if self._told:
            self._session.flush()
            self._tell(task, TaskEventKind.CHANGED, _("Bổ sung vào kế hoạch."))
        if task.recurring:
            self._session.flush()
            spread(self._session, task)

    def _update(self, task: Task, row: PlannedTask, place: int) -> None:
        was = {name: getattr(task, name) for name in _TOLD}
        years = (
            _set(task, "year", self._plan.year),
            _set(task, "school_year", self._plan.school_year),
        )
        _set(task, "place", place)
        changed = [name for name in _WORDS if _set(task, name, getattr(row, name))]
        if "due" in changed:
            _set(task, "dated", value=False)
        returned = _set(task, "withdrawn", value=False)
        if changed or any(years) or returned:
            self._settle(task)
            spread(self._session, task)
        if self._told and returned:
            self._tell(task, TaskEventKind.RETURNED, _("Có lại trong kế hoạch."))
        if self._told:
            for name in changed:
                if name in _TOLD:
                    self._tell(task, TaskEventKind.CHANGED, _sentence(name, was[name], task))

    def _withdraw(self, task: Task) -> None:
        if task.withdrawn:
            return
        if not self._told and not self._is_begun(task):
            remove_task(self._session, task)
            return
        task.withdrawn = True
        spread(self._session, task)
        if self._told:
            self._tell(task, TaskEventKind.WITHDRAWN, _("Không còn trong kế hoạch sửa đổi."))

    def _is_begun(self, task: Task) -> bool:
        tasks = [task, *(_children(self._session, task) if task.recurring else ())]
        return any(is_begun(self._session, one) for one in tasks)

    def _settle(self, task: Task) -> None:
        """Set what follows from the words of a task."""
        understand_due(task)
        _set(task, "folded", folded_words(task))

    def _tell(self, task: Task, kind: TaskEventKind, sentence: str) -> None:
        self._session.add(
            TaskEvent(task_id=task.id, kind=kind, plan_id=self._plan.id, sentence=sentence)
        )


def folded_words(task: Task) -> str:
    """Return what the search finds a task by."""
    return fold(f"{task.title} {task.lead} {task.executor} {task.coordinator}")


def _sentence(name: str, was: str, task: Task) -> str:
    label, now = _(_TOLD[name]), getattr(task, name)
    if not was:
        return _("Thêm {what}: “{now}”.").format(what=label, now=now)
    if not now:
        return _("Bỏ {what} “{was}”.").format(what=label, was=was)
    return _("Đổi {what} từ “{was}” thành “{now}”.").format(what=label, was=was, now=now)
