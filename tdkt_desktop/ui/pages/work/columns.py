"""The columns of the table of tasks: what each shows and what it is ordered by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.task_views import STATE_NAMES, TaskRole, TaskState, TaskView
from tdkt_desktop.vietnamese.dates import short_date
from tdkt_desktop.vietnamese.text import sort_key


class Cell(StrEnum):
    """The columns by name; the values are stable, since choices of columns are kept."""

    CHECK = "check"
    NUMBER = "number"
    TITLE = "title"
    LEAD = "lead"
    EXECUTOR = "executor"
    COORDINATOR = "coordinator"
    DUE = "due"
    ENDS_ON = "ends-on"
    STATE = "state"
    PROGRESS = "progress"
    RESULT = "result"
    MOVEMENT = "movement"
    EVIDENCE = "evidence"


ROLE_CELLS: Final = {
    Cell.LEAD: TaskRole.LEAD,
    Cell.EXECUTOR: TaskRole.EXECUTOR,
    Cell.COORDINATOR: TaskRole.COORDINATOR,
}
TYPED: Final = frozenset({Cell.ENDS_ON, Cell.PROGRESS, Cell.RESULT})
"""The cells that are typed into; the others open a list or a dialog."""
CHANGEABLE: Final = TYPED | {Cell.STATE, Cell.MOVEMENT, *ROLE_CELLS}
_STATES: Final = tuple(TaskState)


@dataclass(frozen=True, slots=True)
class WorkColumn:
    """A column: its head, its text, its order, and its width in digits."""

    cell: Cell
    head: str
    text: Callable[[TaskView], str]
    key: Callable[[TaskView], Any]
    width: int
    right: bool = False
    quiet: bool = False
    shown: bool = True


def parties_text(task: TaskView, role: TaskRole) -> str:
    """Return who has a part: those that were chosen, else the words of the plan."""
    chosen = [party.name for party in task.parties if party.role is role and party.chosen]
    return ", ".join(chosen) or task.of(role)


def day_text(day: date | None) -> str:
    """Return a day for a column, empty for none."""
    return short_date(day, padded=True) if day else ""


def _of_role(cell: Cell, head: str, *, shown: bool = True) -> WorkColumn:
    role = ROLE_CELLS[cell]
    return WorkColumn(
        cell,
        head,
        lambda task: parties_text(task, role),
        lambda task: sort_key(parties_text(task, role)),
        17,
        shown=shown,
    )


COLUMNS: Final = (
    WorkColumn(Cell.CHECK, "", lambda _task: "", lambda task: task.place, 3),
    WorkColumn(Cell.NUMBER, N_("STT"), lambda _task: "", lambda task: task.place, 4, right=True),
    WorkColumn(
        Cell.TITLE,
        N_("Nội dung công việc"),
        lambda task: task.name,
        lambda task: sort_key(task.title),
        44,
    ),
    _of_role(Cell.LEAD, N_("Chủ trì")),
    _of_role(Cell.EXECUTOR, N_("Thực hiện")),
    _of_role(Cell.COORDINATOR, N_("Phối hợp"), shown=False),
    WorkColumn(
        Cell.DUE,
        N_("Thời gian"),
        lambda task: task.due,
        lambda task: (task.ends_on or task.starts_on or date.max, sort_key(task.due)),
        18,
    ),
    WorkColumn(
        Cell.ENDS_ON,
        N_("Hạn"),
        lambda task: day_text(task.ends_on),
        lambda task: task.ends_on or date.max,
        12,
        right=True,
        quiet=True,
    ),
    WorkColumn(
        Cell.STATE,
        N_("Trạng thái"),
        lambda task: _(STATE_NAMES[task.state]),
        lambda task: (_STATES.index(task.state), task.ends_on or date.max),
        19,
    ),
    WorkColumn(
        Cell.PROGRESS,
        N_("Mức"),
        lambda task: f"{task.progress} %" if task.progress else "",
        lambda task: task.progress,
        8,
        right=True,
    ),
    WorkColumn(
        Cell.RESULT,
        N_("Kết quả"),
        lambda task: task.result or task.reason,
        lambda task: sort_key(task.result),
        26,
        shown=False,
    ),
    WorkColumn(
        Cell.MOVEMENT,
        N_("Phong trào"),
        lambda _task: "",
        lambda task: task.movement_id or 0,
        22,
        shown=False,
    ),
    WorkColumn(
        Cell.EVIDENCE,
        N_("Minh chứng"),
        lambda task: str(task.evidence) if task.evidence else "",
        lambda task: task.evidence,
        4,
    ),
)
PLACES: Final = {column.cell: place for place, column in enumerate(COLUMNS)}
