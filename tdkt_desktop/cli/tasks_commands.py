"""`tdkt tasks …`: the year's work, listed and exported."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from tdkt_desktop.cli.opening import opened
from tdkt_desktop.cli.output import table
from tdkt_desktop.errors import UsageError
from tdkt_desktop.i18n import _
from tdkt_desktop.services.period import read_period
from tdkt_desktop.services.task_views import (
    STANDING_NAMES,
    STATE_NAMES,
    Extent,
    TaskQuery,
)
from tdkt_desktop.vietnamese.dates import read_date, short_date

if TYPE_CHECKING:
    import argparse

    from tdkt_desktop.cli.output import Output
    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.services.task_views import Party, TaskView


def run_list(options: argparse.Namespace, output: Output) -> int:
    """Print the tasks, each occurrence of a recurring one by itself."""
    day = _today()
    with opened(options, read_only=True) as context:
        tasks = context.tasks.tasks(_query(options, context), day)
    rows = [
        (
            task.id,
            short_date(task.ends_on, padded=True) if task.ends_on else "",
            _(STANDING_NAMES[task.standing(day)]),
            task.lead,
            task.name,
        )
        for task in tasks
    ]
    heads = (_("Mã"), _("Đến ngày"), _("Tình hình"), _("Chủ trì"), _("Công việc"))
    output.value([_value(task, day) for task in tasks], table(rows, heads))
    return 0


def run_export(options: argparse.Namespace, output: Output) -> int:
    """Write the tasks to an .ics or .xlsx file."""
    day = _today()
    with opened(options, read_only=True) as context:
        tasks = context.tasks.tasks(_query(options, context), day)
        path = context.task_files.export(tasks, options.to, day, overwrite=options.force)
    output.value({"tasks": len(tasks), "file": str(path)}, str(path))
    return 0


def _today() -> date:
    return date.today()  # noqa: DTZ011 - a day of the office's calendar


def _query(options: argparse.Namespace, context: AppContext) -> TaskQuery:
    if options.member is not None:
        context.people.person(options.member)
    year = None
    if options.year:
        year = read_period(options.year, context.school.profile().planning).year
    return TaskQuery(
        year=year,
        person_id=options.member,
        due_before=_day(options.due_before) if options.due_before else None,
        extent=Extent.WORK,
    )


def _day(text: str) -> date:
    day = read_date(text)
    if day is None:
        raise UsageError(
            _("Không hiểu ngày “{text}”.").format(text=text),
            _("Xin ghi ngày dạng 2026-12-31 hoặc 31/12/2026."),
        )
    return day


def _value(task: TaskView, day: date) -> dict[str, Any]:
    return {
        "id": task.id,
        "year": task.year,
        "school_year": task.school_year,
        "plan": task.plan_id,
        "recurring_task": task.parent_id,
        "added": task.added,
        "section": task.section or None,
        "title": task.title,
        "lead": task.lead or None,
        "executor": task.executor or None,
        "coordinator": task.coordinator or None,
        "due": {
            "text": task.due or None,
            "from": task.starts_on.isoformat() if task.starts_on else None,
            "to": task.ends_on.isoformat() if task.ends_on else None,
        },
        "state": task.state.value,
        "state_name": _(STATE_NAMES[task.state]),
        "standing": task.standing(day).value,
        "days_left": task.days_left(day),
        "progress": task.progress,
        "done_on": task.done_on.isoformat() if task.done_on else None,
        "result": task.result or None,
        "reason": task.reason or None,
        "evidence": task.evidence,
        "members": [_party_value(party) for party in task.parties],
    }


def _party_value(party: Party) -> dict[str, Any]:
    return {
        "role": party.role.value,
        "name": party.name,
        "person": party.person_id,
        "group": party.group_id,
        "present": party.present,
    }
