"""Reads tasks for lists: which rows are meant, who has a part in them, how often they recur."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from tdkt_desktop.models.plan import Plan, PlanStatus
from tdkt_desktop.models.task import Task, TaskEvidence, TaskParty, TaskRole, TaskState
from tdkt_desktop.services.parties import Directory
from tdkt_desktop.services.task_views import Extent, Party, TaskQuery, TaskView, view_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Select
    from sqlalchemy.orm import Session


def wanted(session: Session, query: TaskQuery) -> list[Task]:
    """Return the rows of a query's year and plan in the order of the lists."""
    rows = session.scalars(in_lists(select(Task), query))
    if query.plan_id is not None:
        return list(rows)
    drafts = drafts_beside_plans_in_force(session)
    return [task for task in rows if task.plan_id not in drafts]


def in_lists(chosen: Select[*tuple[Any, ...]], query: TaskQuery) -> Select[*tuple[Any, ...]]:
    """Narrow what is chosen of tasks to those of a query's year and plan, in the lists' order."""
    rows = (
        chosen.outerjoin(Plan, Plan.id == Task.plan_id)
        .where(Task.deleted_at.is_(None), Plan.deleted_at.is_(None))
        .order_by(Task.plan_id.is_(None), Task.plan_id, Task.place, Task.id)
    )
    if query.year is not None:
        rows = rows.where(Task.year == query.year)
    if not query.with_withdrawn:
        rows = rows.where(Task.withdrawn.is_(False))
    return rows if query.plan_id is None else rows.where(Task.plan_id == query.plan_id)


def drafts_beside_plans_in_force(session: Session) -> set[int]:
    """Return the plans that are drafts while another one of their year is in force."""
    query = select(Plan.id, Plan.year, Plan.status).where(Plan.deleted_at.is_(None))
    plans = list(session.execute(query))
    in_force = {year for _id, year, status in plans if status is PlanStatus.ISSUED}
    return {
        plan_id
        for plan_id, year, status in plans
        if status in (PlanStatus.DRAFT, PlanStatus.WAITING) and year in in_force
    }


def views(session: Session, rows: Sequence[Task]) -> tuple[TaskView, ...]:
    """Return rows with those who have a part in them and how many files prove them."""
    directories: dict[int, Directory] = {}
    chosen: dict[int, list[TaskParty]] = {}
    ids = {row.id for row in rows}
    for party in session.scalars(select(TaskParty)):
        if party.task_id in ids:
            chosen.setdefault(party.task_id, []).append(party)
    counts = Counter(session.scalars(select(TaskEvidence.task_id)))
    found = []
    for row in rows:
        if row.year not in directories:
            directories[row.year] = Directory(session, row.year)
        named = chosen.get(row.id) or chosen.get(row.parent_id or 0, [])
        parties = _parties(row, directories[row.year], named)
        found.append(view_of(row, parties, counts[row.id]))
    return tuple(found)


def _parties(row: Task, directory: Directory, chosen: list[TaskParty]) -> tuple[Party, ...]:
    """Return who has a part: those chosen for a role, else those that its words name."""
    found: list[Party] = []
    for role in TaskRole:
        named = [party for party in chosen if party.role is role]
        if named:
            found += [one for party in named if (one := _chosen(party, directory))]
            continue
        found += [
            Party(role, one.name, one.person_id, one.group_id, present=one.present)
            for one in directory.named(getattr(row, role.value))
        ]
    return tuple(found)


def _chosen(party: TaskParty, directory: Directory) -> Party | None:
    if party.name:
        return Party(party.role, party.name, chosen=True)
    person = directory.person(party.person_id) if party.person_id else None
    one = person or (directory.group(party.group_id) if party.group_id else None)
    if one is None:
        return None
    return Party(party.role, one.name, one.person_id, one.group_id, True, one.present)


def of_extent(tasks: Sequence[TaskView], extent: Extent) -> list[TaskView]:
    """Return the rows, the work, or both; recurring tasks know how often they were done."""
    parts: dict[int, list[TaskView]] = {}
    for view in tasks:
        if view.parent_id is not None:
            parts.setdefault(view.parent_id, []).append(view)
    found: list[TaskView] = []
    for view in tasks:
        if view.parent_id is not None:
            continue
        children = parts.get(view.id, [])
        if extent is not Extent.WORK or not children:
            found.append(counted(view, children))
        if extent is not Extent.ROWS:
            found += children
    return found


def counted(view: TaskView, parts: Sequence[TaskView]) -> TaskView:
    """Return a recurring task that knows how many of its occurrences are done."""
    if not parts:
        return view
    done = sum(part.state is TaskState.DONE for part in parts)
    return replace(view, occurrences=(done, len(parts)))
