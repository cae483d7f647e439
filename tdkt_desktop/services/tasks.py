"""Use cases about the year's work: tasks are listed, added, followed and finished."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from sqlalchemy import func, select

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.models.removal import remove_for_good
from tdkt_desktop.models.task import (
    Task,
    TaskEvent,
    TaskEvidence,
    TaskParty,
    TaskRole,
    TaskState,
)
from tdkt_desktop.services.task_keeping import (
    folded_words,
    remove_task,
    spread,
    understand_due,
)
from tdkt_desktop.services.task_reading import counted, of_extent, views, wanted
from tdkt_desktop.services.task_views import (
    TaskDetails,
    TaskQuery,
    TaskView,
    event_of,
    evidence_of,
)
from tdkt_desktop.vietnamese.dates import find_dates, short_date
from tdkt_desktop.vietnamese.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

    from tdkt_desktop.models.changes import Change
    from tdkt_desktop.models.store import Store
    from tdkt_desktop.services.period import PlanPeriod

_FULL: Final = 100
_TWO: Final = 2


@dataclass(frozen=True, slots=True)
class TaskWords:
    """What a task added during the year says; the due as typed, like a plan's."""

    title: str
    lead: str = ""
    executor: str = ""
    coordinator: str = ""
    due: str = ""
    section: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class TaskReport:
    """What somebody says about tasks; what is None stays as it is."""

    state: TaskState | None = None
    progress: int | None = None
    result: str | None = None
    reason: str | None = None
    begun_on: date | None = None
    done_on: date | None = None
    note: str | None = None


class TaskService:
    """Follows the year's work. The words of a plan's task are the plan's; all else is here."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # --- asking ---

    def tasks(self, query: TaskQuery, day: date) -> tuple[TaskView, ...]:
        """Return the tasks that are asked for, as things stand on a day.

        They come in the order of the plans, those added during the year behind. While no plan of a
        year is in force, the tasks of its drafts are shown.
        """
        with self._store.read() as session:
            found = views(session, wanted(session, query))
        return tuple(one for one in of_extent(found, query.extent) if query.takes(one, day))

    def task(self, task_id: int) -> TaskDetails:
        """Return a task with its files, history and occurrences; raises InputError for none."""
        with self._store.read() as session:
            row = find(session, task_id)
            children = _all(session, Task.parent_id == task_id)
            view, *parts = views(session, [row, *children])
            of_task = TaskEvidence.task_id == task_id
            files = session.scalars(select(TaskEvidence).where(of_task).order_by(TaskEvidence.id))
            past = select(TaskEvent).where(TaskEvent.task_id == task_id)
            events = session.scalars(past.order_by(TaskEvent.id))
            kept = self._store.attachments
            return TaskDetails(
                task=counted(view, parts),
                evidence=tuple(evidence_of(one, there=kept.has(one.file_sha256)) for one in files),
                events=tuple(map(event_of, events)),
                occurrences=tuple(parts),
            )

    def years(self) -> tuple[int, ...]:
        """Return the years that have tasks, the newest first."""
        with self._store.read() as session:
            years = select(Task.year).where(Task.deleted_at.is_(None)).distinct()
            return tuple(sorted(session.scalars(years), reverse=True))

    def changed_by(self, plan_id: int) -> dict[int, tuple[str, ...]]:
        """Return by task what a revised plan changed, one sentence each."""
        found: dict[int, list[str]] = {}
        query = select(TaskEvent).where(TaskEvent.plan_id == plan_id).order_by(TaskEvent.id)
        with self._store.read() as session:
            for event in session.scalars(query):
                found.setdefault(event.task_id, []).append(event.sentence)
        return {task_id: tuple(sentences) for task_id, sentences in found.items()}

    # --- adding and wording ---

    def add(self, words: TaskWords, period: PlanPeriod, movement_id: int | None = None) -> int:
        """Add a task that stands in no plan, to a movement if one is named; return its id."""
        with self._store.transaction(_("Thêm công việc")) as act:
            task = Task(uid=uuid4().hex, year=period.year, movement_id=movement_id)
            task.school_year = str(period.school_year) if period.school_year else None
            task.place = _next_place(act.session, period.year)
            _write_words(task, words)
            act.session.add(task)
            act.session.flush()
            spread(act.session, task)
            return task.id

    def reword(self, task_id: int, words: TaskWords) -> Change:
        """Change what an added task says; the words of a plan's task are changed in the plan."""
        with self._store.transaction(_("Sửa công việc")) as act:
            task = find(act.session, task_id)
            if task.plan_id is not None or task.parent_id is not None:
                raise InputError(
                    _("“{title}” là việc trong kế hoạch nên không sửa nội dung ở đây.").format(
                        title=task.title
                    ),
                    _("Xin sửa phụ lục của kế hoạch; kế hoạch đã ban hành thì lập bản sửa đổi."),
                )
            _write_words(task, words)
            spread(act.session, task)
        return act.change

    # --- following ---

    def report(self, task_ids: Collection[int], report: TaskReport, day: date) -> Change:
        """Say the same about one task or several, as one step.

        A task that is done gets its day, `day` where the report names none. Raises InputError for
        a task that is dropped without a reason and for impossible figures; then none is changed.
        """
        with self._store.transaction(_label(len(task_ids))) as act:
            for task_id in task_ids:
                _apply(find(act.session, task_id), report, day)
        return act.change

    def set_dates(
        self, task_ids: Collection[int], starts_on: date | None, ends_on: date | None
    ) -> Change:
        """Say the real first and last day of tasks; the due keeps its words."""
        if starts_on and ends_on and ends_on < starts_on:
            raise InputError(
                _("Ngày kết thúc {end} trước ngày bắt đầu {start}.").format(
                    end=short_date(ends_on), start=short_date(starts_on)
                ),
                _("Xin xem lại hai ngày."),
            )
        with self._store.transaction(_("Đổi ngày của công việc")) as act:
            for task_id in task_ids:
                task = find(act.session, task_id)
                task.starts_on, task.ends_on, task.dated = starts_on, ends_on, True
        return act.change

    def follow_due(self, task_ids: Collection[int]) -> Change:
        """Take the days of tasks from the words of their due again."""
        with self._store.transaction(_("Lấy ngày theo thời hạn")) as act:
            for task_id in task_ids:
                task = find(act.session, task_id)
                task.dated = False
                parent = act.session.get(Task, task.parent_id) if task.parent_id else None
                if parent is None:
                    understand_due(task)
                else:
                    spread(act.session, parent)
        return act.change

    def assign(
        self,
        task_ids: Collection[int],
        role: TaskRole,
        persons: Iterable[int] = (),
        groups: Iterable[int] = (),
        bodies: Iterable[str] = (),
    ) -> Change:
        """Name the people, groups and bodies outside that have a part, whatever the words say.

        Without any the words count again.
        """
        named: list[tuple[str, int | str]] = [("person_id", one) for one in persons]
        named += [("group_id", one) for one in groups]
        named += [("name", body) for one in bodies if (body := clean_line(one))]
        with self._store.transaction(_("Giao việc")) as act:
            for task_id in task_ids:
                find(act.session, task_id)
                for row in _parties_of(act.session, task_id, role):
                    act.session.delete(row)
                for column, one in named:
                    act.session.add(TaskParty(task_id=task_id, role=role, **{column: one}))
        return act.change

    def join_movement(self, task_ids: Collection[int], movement_id: int | None) -> Change:
        """Count tasks with all their occurrences to a movement, or to none."""
        with self._store.transaction(_("Gắn việc với phong trào")) as act:
            for task_id in task_ids:
                task = find(act.session, task_id)
                whole = act.session.get(Task, task.parent_id) if task.parent_id else task
                for one in (
                    whole or task,
                    *_all(act.session, Task.parent_id == (whole or task).id),
                ):
                    one.movement_id = movement_id
        return act.change

    # --- the bin ---

    def throw_away(self, task_ids: Collection[int]) -> Change:
        """Put added tasks into the bin; a plan's task leaves with its row and raises InputError."""
        with self._store.transaction(_("Xoá công việc")) as act:
            for task_id in task_ids:
                task = find(act.session, task_id)
                if task.plan_id is not None and not task.withdrawn:
                    raise InputError(
                        _("“{title}” là việc trong kế hoạch.").format(title=task.title),
                        _("Có thể ghi trạng thái “Không làm” kèm lý do, hoặc sửa kế hoạch."),
                    )
                for one in (task, *_all(act.session, Task.parent_id == task_id)):
                    one.deleted_at = self._store.clock()
        return act.change

    def in_bin(self) -> tuple[TaskView, ...]:
        """Return the tasks that lie in the bin."""
        with self._store.read() as session:
            query = select(Task).where(Task.deleted_at.is_not(None), Task.parent_id.is_(None))
            return views(session, list(session.scalars(query)))

    def bring_back(self, task_ids: Collection[int]) -> Change:
        """Take tasks out of the bin."""
        with self._store.transaction(_("Lấy lại công việc")) as act:
            for task_id in task_ids:
                for one in (
                    find(act.session, task_id, in_bin=True),
                    *_all(act.session, Task.parent_id == task_id, in_bin=True),
                ):
                    one.deleted_at = None
        return act.change

    def remove_for_good(self, task_id: int) -> Change:
        """Remove a task that lies in the bin; only a back-up can bring it back."""
        with self._store.transaction(_("Xoá hẳn công việc"), undoable=False) as act:
            task = find(act.session, task_id, in_bin=True)
            for child in _all(act.session, Task.parent_id == task_id, in_bin=True):
                remove_for_good(act.session, child)
            remove_task(act.session, task)
        return act.change


def find(session: Session, task_id: int, *, in_bin: bool = False) -> Task:
    """Return the row of a task; raises InputError where there is none."""
    task = session.get(Task, task_id)
    if task is None or task.in_bin != in_bin:
        raise InputError(
            _("Không có công việc số {id}.").format(id=task_id),
            _("Xin xem danh sách công việc để chọn số đúng."),
        )
    return task


def _all(session: Session, condition: ColumnElement[bool], *, in_bin: bool = False) -> list[Task]:
    there = Task.deleted_at.is_not(None) if in_bin else Task.deleted_at.is_(None)
    return list(session.scalars(select(Task).where(condition, there).order_by(Task.place)))


def _parties_of(session: Session, task_id: int, role: TaskRole) -> list[TaskParty]:
    query = select(TaskParty).where(TaskParty.task_id == task_id, TaskParty.role == role)
    return list(session.scalars(query))


def _next_place(session: Session, year: int) -> int:
    query = select(func.max(Task.place)).where(Task.year == year, Task.plan_id.is_(None))
    highest = session.scalar(query)
    return 0 if highest is None else highest + 1


def _write_words(task: Task, words: TaskWords) -> None:
    title = clean_line(words.title)
    if not title:
        raise InputError(
            _("Chưa ghi nội dung công việc."), _("Xin ghi ít nhất một câu nói phải làm gì.")
        )
    task.title = title
    for name in ("lead", "executor", "coordinator", "due", "section", "note"):
        setattr(task, name, clean_line(getattr(words, name)))
    task.folded = folded_words(task)
    _check_days(task.due)
    understand_due(task)


def _check_days(due: str) -> None:
    """Raise InputError for days that no calendar has, and for an end before its beginning."""
    found = find_dates(due)
    for one in found:
        if one.day is None:
            raise InputError(
                _("Không có ngày {day} trong lịch.").format(day=one.quote),
                _("Xin sửa lại thời hạn của công việc."),
            )
    days = [one.day for one in found if one.day]
    if len(days) == _TWO and days[1] < days[0]:
        raise InputError(
            _("Thời hạn “{due}” kết thúc trước khi bắt đầu.").format(due=due),
            _("Xin xem lại ngày trong thời hạn."),
        )


def _apply(task: Task, report: TaskReport, day: date) -> None:
    if report.progress is not None:
        _check_progress(report.progress)
        task.progress = report.progress
    for name in ("result", "reason", "note"):
        words = getattr(report, name)
        if words is not None:
            setattr(task, name, clean_line(words))
    if report.begun_on is not None:
        task.begun_on = report.begun_on
    if report.state is not None:
        _enter(task, report.state, day)
    if report.done_on is not None and task.state is TaskState.DONE:
        task.done_on = report.done_on
    if task.begun_on and task.done_on and task.done_on < task.begun_on:
        raise InputError(
            _("“{title}”: ngày xong {done} trước ngày bắt đầu làm {begun}.").format(
                title=task.title, done=short_date(task.done_on), begun=short_date(task.begun_on)
            ),
            _("Xin xem lại hai ngày."),
        )


def _check_progress(progress: int) -> None:
    if not 0 <= progress <= _FULL:
        raise InputError(
            _("Mức hoàn thành {n}% không dùng được.").format(n=progress),
            _("Xin ghi từ 0 đến 100."),
        )


def _enter(task: Task, state: TaskState, day: date) -> None:
    """Move a task into a state, with what goes with it."""
    if state is TaskState.DROPPED and not task.reason:
        raise InputError(
            _("Chưa ghi lý do không làm “{title}”.").format(title=task.title),
            _("Lý do sẽ được ghi vào báo cáo; xin viết một câu."),
        )
    if state is TaskState.DONE and task.state is not TaskState.DONE:
        task.progress, task.done_on = _FULL, day
    elif state is not TaskState.DONE:
        if task.state is TaskState.DONE and task.progress == _FULL:
            task.progress = 0
        task.done_on = None
    if state in (TaskState.IN_PROGRESS, TaskState.WAITING) and task.begun_on is None:
        task.begun_on = day
    task.state = state


def _label(count: int) -> str:
    if count == 1:
        return _("Cập nhật công việc")
    return _("Cập nhật {n} công việc").format(n=count)
