"""Use cases about tasks that the plan from above asks for: taken into our annex, source kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.blocks import ColumnRole, Row, RowGroup, Table
from tdkt_desktop.documents.document import DocumentKind
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.documents.walk import number_text
from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.services.plan_tasks import PlannedTask, holds_tasks, planned_tasks
from tdkt_desktop.vietnamese.dates import short_date
from tdkt_desktop.vietnamese.due import read_due
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from tdkt_desktop.documents.document import Annex, OfficialDocument
    from tdkt_desktop.models.changes import Change
    from tdkt_desktop.services.period import PlanPeriod
    from tdkt_desktop.services.plans import PlanService

_ABBREVIATIONS: Final = {DocumentKind.PLAN: "KH", DocumentKind.DECISION: "QĐ"}
_LONGEST_DUE: Final = 60


@dataclass(frozen=True, slots=True)
class Asked:
    """A task that the plan from above asks for; `known` says that our annex holds it already."""

    index: int
    task: PlannedTask
    known: bool


@dataclass(frozen=True, slots=True)
class Adopted:
    """A task as it is to stand in our annex."""

    title: str
    lead: str = ""
    executor: str = ""
    coordinator: str = ""
    due: str = ""


class AdoptService:
    """Takes tasks of another plan into one of ours."""

    def __init__(self, plans: PlanService) -> None:
        self._plans = plans

    def asked(self, plan_id: int, above: OfficialDocument) -> tuple[Asked, ...]:
        """Return the tasks of the plan from above, those that ours holds already marked."""
        ours = {_key(task.title) for task in planned_tasks(self._plans.plan(plan_id).document)}
        return tuple(
            Asked(index, task, any(one.startswith(_key(task.title)) for one in ours))
            for index, task in enumerate(planned_tasks(above))
        )

    def adopt(self, plan_id: int, source: str, tasks: Sequence[Adopted]) -> Change:
        """Put tasks into our annex, each under the time it is due, and say where they come from.

        Raises InputError where the plan is issued already or has no annex with tasks.
        """
        view = self._plans.plan(plan_id)
        document = with_tasks(view.document, source, tasks, view.summary.period)
        return self._plans.save_document(plan_id, document)


def source_of(document: OfficialDocument, name: str) -> str:
    """Return how a plan is cited beside a task, "KH 02/KH-HĐTĐKT", else its name."""
    if not document.number.value:
        return name
    kind = _ABBREVIATIONS.get(document.kind, "")
    return f"{kind} {number_text(document)}".strip()


def due_earlier(task: PlannedTask, days: int, period: PlanPeriod) -> str:
    """Return a due some days before another; one without a day stays as it is.

    What is due above on a day must leave the school before it.
    """
    year = None if period.school_year else period.year
    due = read_due(task.due, year, period.school_year)
    if not days or due.end is None or due.recurring:
        return task.due
    return _("Trước ngày {day}").format(day=short_date(due.end - timedelta(days=days)))


def with_tasks(
    document: OfficialDocument, source: str, tasks: Iterable[Adopted], period: PlanPeriod
) -> OfficialDocument:
    """Return a document with tasks added to its first table of tasks."""
    for annex_place, annex in enumerate(document.annexes):
        for place, block in enumerate(annex.blocks):
            if isinstance(block, Table) and holds_tasks(block):
                table = _table_with(block, source, tasks, period)
                return _replaced(document, annex_place, annex, place, table)
    raise InputError(
        _("Kế hoạch này chưa có phụ lục tiến độ."),
        _("Thêm phụ lục có bảng tiến độ rồi lấy nhiệm vụ vào."),
    )


def _replaced(
    document: OfficialDocument, annex_place: int, annex: Annex, place: int, table: Table
) -> OfficialDocument:
    blocks = (*annex.blocks[:place], table, *annex.blocks[place + 1 :])
    annexes = list(document.annexes)
    annexes[annex_place] = replace(annex, blocks=blocks)
    return replace(document, annexes=tuple(annexes))


def _table_with(table: Table, source: str, tasks: Iterable[Adopted], period: PlanPeriod) -> Table:
    groups = list(table.groups) or [RowGroup(())]
    for task in tasks:
        at = _group_for(groups, task, period)
        row = Row(tuple(RichText(text) for text in _cells(table, task, source)))
        groups[at] = replace(groups[at], rows=(*groups[at].rows, row))
    return replace(table, groups=tuple(groups))


def _cells(table: Table, task: Adopted, source: str) -> list[str]:
    """Return the words of a row for the columns that the table has."""
    told = _("{task} (theo {source})").format(task=task.title.rstrip(" .;"), source=source)
    words = {
        ColumnRole.CONTENT: told,
        ColumnRole.LEAD: task.lead,
        ColumnRole.EXECUTOR: task.executor,
        ColumnRole.COORDINATOR: task.coordinator,
        ColumnRole.DUE: task.due,
    }
    return [words.pop(column.role, "") for column in table.cell_columns]


def _group_for(groups: Sequence[RowGroup], task: Adopted, period: PlanPeriod) -> int:
    """Return the group whose time the due falls into; the last one where none does."""
    due = _day(task.due, period)
    for place, group in enumerate(groups):
        year = None if period.school_year else period.year
        span = read_due(group.title.plain[:_LONGEST_DUE], year, period.school_year)
        if due and span.start and span.end and span.start <= due <= span.end:
            return place
    return len(groups) - 1


def _day(text: str, period: PlanPeriod) -> date | None:
    year = None if period.school_year else period.year
    due = read_due(text, year, period.school_year)
    return due.end or due.start


def _key(title: str) -> str:
    return " ".join(fold(title).split()).rstrip(" .;")
