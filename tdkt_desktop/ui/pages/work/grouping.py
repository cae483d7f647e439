"""How the rows of the table are put into groups."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.task_views import STATE_NAMES, Standing, TaskRole, TaskState
from tdkt_desktop.services.work_views import WorkRow, quarter_of
from tdkt_desktop.ui.pages.work.columns import parties_text
from tdkt_desktop.vietnamese.text import sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from typing import Any


class Grouping(StrEnum):
    """What rows are grouped by; the values are stable."""

    QUARTER = "quarter"
    SECTION = "section"
    LEAD = "lead"
    STATE = "state"
    NONE = "none"


GROUPING_NAMES: Final = {
    Grouping.QUARTER: N_("Nhóm: theo quý"),
    Grouping.SECTION: N_("Nhóm: theo phụ lục"),
    Grouping.LEAD: N_("Nhóm: theo chủ trì"),
    Grouping.STATE: N_("Nhóm: theo trạng thái"),
    Grouping.NONE: N_("Không nhóm"),
}
_ROMAN: Final = ("", "I", "II", "III", "IV")
_STATES: Final = tuple(TaskState)


@dataclass(frozen=True, slots=True)
class WorkGroup:
    """Rows under one head, with how many of them are done and late."""

    title: str
    rows: tuple[WorkRow, ...]
    done: int
    late: int


def groups_of(rows: Sequence[WorkRow], by: Grouping, day: date) -> tuple[WorkGroup, ...]:
    """Return the rows in groups; within each they keep their order."""
    found: dict[tuple[Any, str], list[WorkRow]] = {}
    for row in rows:
        found.setdefault(_place(row, by), []).append(row)
    order = list(found) if by is Grouping.SECTION else sorted(found)
    return tuple(_group(title, found[place, title], day) for place, title in order)


def _group(title: str, rows: Iterable[WorkRow], day: date) -> WorkGroup:
    kept = tuple(rows)
    done = sum(row.task.state is TaskState.DONE for row in kept)
    late = sum(row.standing(day) is Standing.LATE for row in kept)
    return WorkGroup(title, kept, done, late)


def _place(row: WorkRow, by: Grouping) -> tuple[Any, str]:
    """Return where the group of a row comes, and its title."""
    task = row.task
    if by is Grouping.QUARTER:
        return _quarter(row)
    if by is Grouping.STATE:
        return _STATES.index(task.state), _(STATE_NAMES[task.state])
    if by is Grouping.LEAD:
        lead = parties_text(task, TaskRole.LEAD)
        return (not lead, sort_key(lead)), lead or _("Chưa ghi chủ trì")
    if by is Grouping.SECTION:
        section = row.whole.section or (_("Thêm trong năm") if row.whole.added else "")
        return "", section or _("Phụ lục")
    return 0, ""


def _quarter(row: WorkRow) -> tuple[tuple[int, int, int], str]:
    if row.parts:
        return (1, 0, 0), _("Việc lặp lại")
    day = row.task.ends_on or row.task.starts_on
    if day is None:
        return (2, 0, 0), _("Không có ngày cụ thể")
    year, number = quarter_of(day)
    return (0, year, number), _("Quý {number}/{year}").format(number=_ROMAN[number], year=year)
