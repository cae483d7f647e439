"""The year at a glance: late and coming tasks, progress, and how far each step of the year is."""

from __future__ import annotations

from collections import Counter
from io import BytesIO
from typing import TYPE_CHECKING

from tdkt_desktop.exports.metrics import text_width
from tdkt_desktop.i18n import _
from tdkt_desktop.services.council_views import CouncilKind
from tdkt_desktop.services.files import PrintedPages
from tdkt_desktop.services.overview_sheet import MARGIN, SHEET, overview_sheet
from tdkt_desktop.services.overview_views import (
    AwardLine,
    Overview,
    ProgressLine,
    StepState,
    StepView,
    YearStep,
    step_name,
    step_words,
)
from tdkt_desktop.services.paper_views import PaperStatus
from tdkt_desktop.services.plan_views import PlanStatus
from tdkt_desktop.services.task_views import Standing, TaskState

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from pathlib import Path
    from typing import BinaryIO

    from tdkt_desktop.services.councils import CouncilService
    from tdkt_desktop.services.group_reviews import GroupReviewService
    from tdkt_desktop.services.papers import PaperService
    from tdkt_desktop.services.period import PlanPeriod
    from tdkt_desktop.services.plans import PlanService
    from tdkt_desktop.services.registration_views import YearRow
    from tdkt_desktop.services.registrations import RegistrationService
    from tdkt_desktop.services.school import SchoolService
    from tdkt_desktop.services.task_views import TaskView
    from tdkt_desktop.services.work import WorkService
    from tdkt_desktop.services.work_views import WorkRow

_ROMAN = ("", "I", "II", "III", "IV")
_MONTHS_OF_QUARTER = 3


class OverviewService:
    """Gathers what the other services know of a year; it writes nothing."""

    def __init__(
        self,
        plans: PlanService,
        work: WorkService,
        councils: CouncilService,
        papers: PaperService,
        registrations: RegistrationService,
        reviews: GroupReviewService,
        school: SchoolService,
    ) -> None:
        self._school = school
        self._plans, self._work, self._councils = plans, work, councils
        self._papers, self._registrations, self._reviews = papers, registrations, reviews

    def overview(self, period: PlanPeriod, day: date) -> Overview:
        """Return the year as things stand on a day."""
        work = [row for row in self._work.rows(period.year, day) if not row.task.withdrawn]
        rows = self._registrations.comparison(_stored(period))
        papers = self._papers.papers(period.year)
        plans = self._plans.plans(year=period.year)
        waiting = [plan for plan in plans if plan.status is PlanStatus.WAITING]
        return Overview(
            period=period,
            day=day,
            late=_by_due(row.task for row in work if row.standing(day) is Standing.LATE),
            soon=_by_due(row.task for row in work if row.standing(day) is Standing.SOON),
            done=sum(row.task.state is TaskState.DONE for row in work),
            total=sum(row.task.state is not TaskState.DROPPED for row in work),
            waiting_plans=len(waiting),
            drafts=sum(paper.status is PaperStatus.DRAFT for paper in papers),
            out_of_date=len(self._papers.out_of_date(period.year)),
            quarters=_quarters(work, day),
            steps=tuple(self._steps(period, rows)),
            awards=self._awards(rows, day),
            people=sum(row.candidate.is_person for row in rows),
        )

    def printed(self, view: Overview) -> PrintedPages:
        """Return the year at a glance as one sheet, ready to be printed."""
        from tdkt_desktop.exports.drawing_pdf import write_drawing_pdf

        steps = [(step_name(step), step_words(step)) for step in view.steps]
        school = self._school.profile().official_name
        drawing = overview_sheet(view, school, steps, _measured)
        stream = BytesIO()
        write_drawing_pdf(drawing, stream, SHEET, MARGIN, _("Tổng quan"))
        return PrintedPages(stream.getvalue(), 1)

    def export(self, view: Overview, target: Path, *, overwrite: bool = False) -> Path:
        """Write the sheet to a .pdf file and return its path.

        Raises InputError where the file cannot be written.
        """
        from tdkt_desktop.exports.gateway import write_file

        pdf = self.printed(view).pdf

        def fill(stream: BinaryIO) -> None:
            stream.write(pdf)

        return write_file(target, fill, overwrite=overwrite)

    def due_counts(self, year: int, day: date) -> tuple[int, int]:
        """Return how many tasks of a year are late on a day, and how many are due soon."""
        found = [row.standing(day) for row in self._work.rows(year, day)]
        return found.count(Standing.LATE), found.count(Standing.SOON)

    def _steps(self, period: PlanPeriod, rows: Sequence[YearRow]) -> Iterable[StepView]:
        yield self._plan_step(period)
        yield from self._council_steps(period)
        people = [row for row in rows if row.candidate.is_person]
        groups = [row for row in rows if not row.candidate.is_person]
        groups = [row for row in groups if not row.candidate.whole_school]
        reviewed = len(self._reviews.reviews(_stored(period)))
        proposed = [one for row in rows for one in row.proposed if not one.withdrawn]
        decided = [row for row in rows if row.decided and row.proposed]
        yield _counted(YearStep.REGISTRATION, sum(bool(r.registered) for r in people), len(people))
        yield _counted(YearStep.REVIEW, min(reviewed, len(groups)), len(groups))
        voted = sum(one.outcome is not None for one in proposed)
        yield _counted(YearStep.NOMINATION, voted, len(proposed))
        nominated = sum(bool(row.proposed) for row in rows)
        yield _counted(YearStep.DECISION, len(decided), nominated)

    def _plan_step(self, period: PlanPeriod) -> StepView:
        plans = self._plans.plans(year=period.year)
        issued = any(plan.is_locked for plan in plans)
        begun = StepState.UNDER_WAY if plans else StepState.TO_DO
        return StepView(YearStep.PLAN, StepState.DONE if issued else begun)

    def _council_steps(self, period: PlanPeriod) -> Iterable[StepView]:
        council = self._councils.of_year(period.year, CouncilKind.EMULATION)
        if council is None:
            yield StepView(YearStep.COUNCIL, StepState.TO_DO)
            yield StepView(YearStep.DUTIES, StepState.TO_DO)
            return
        decided = bool(council.facts.decision_number and council.facts.decided_on)
        yield StepView(YearStep.COUNCIL, StepState.DONE if decided else StepState.UNDER_WAY)
        charged = sum(bool(seat.duties) for seat in council.members)
        yield _counted(YearStep.DUTIES, charged, len(council.members))

    def _awards(self, rows: Sequence[YearRow], day: date) -> tuple[AwardLine, ...]:
        registered = Counter(one.award for row in rows for one in row.registered)
        proposed = Counter(one.award for row in rows for one in row.proposed if not one.withdrawn)
        decided = Counter(code for row in rows for code, _name in row.decided)
        return tuple(
            AwardLine(
                word.code,
                word.name,
                word.kind,
                registered[word.code],
                proposed[word.code],
                decided[word.code],
            )
            for word in self._registrations.awards.on(day)
            if registered[word.code] or proposed[word.code] or decided[word.code]
        )


def _measured(text: str, size: float, bold: bool) -> float:
    return text_width(text, size, bold=bold)


def _stored(period: PlanPeriod) -> str:
    return str(period.school_year or period.year)


def _by_due(tasks: Iterable[TaskView]) -> tuple[TaskView, ...]:
    return tuple(sorted(tasks, key=lambda task: (task.ends_on is None, task.ends_on, task.place)))


def _counted(step: YearStep, done: int, total: int) -> StepView:
    """Return a step that is done when all of something are."""
    if total and done >= total:
        return StepView(step, StepState.DONE, done, total)
    return StepView(step, StepState.UNDER_WAY if done else StepState.TO_DO, done, total)


def _quarters(work: Sequence[WorkRow], day: date) -> tuple[ProgressLine, ...]:
    """Return a line for each quarter that has work, in order, and one for what has no due."""
    found: dict[tuple[int, int] | None, list[WorkRow]] = {}
    for row in work:
        if row.task.state is not TaskState.DROPPED:
            found.setdefault(_quarter(row.task.ends_on), []).append(row)
    keys = sorted(key for key in found if key is not None)
    several = len({year for year, _quarter_of in keys}) > 1
    lines = [_line(_quarter_name(*key, several=several), found[key], day) for key in keys]
    if None in found:
        lines.append(_line(_("Không có hạn"), found[None], day))
    return tuple(lines)


def _quarter(due: date | None) -> tuple[int, int] | None:
    return None if due is None else (due.year, (due.month - 1) // _MONTHS_OF_QUARTER + 1)


def _quarter_name(year: int, quarter: int, *, several: bool) -> str:
    name = _("Quý {number}").format(number=_ROMAN[quarter])
    return f"{name}/{year}" if several else name


def _line(name: str, work: Sequence[WorkRow], day: date) -> ProgressLine:
    done = sum(row.task.state is TaskState.DONE for row in work)
    late = sum(row.standing(day) is Standing.LATE for row in work)
    under_way = (TaskState.IN_PROGRESS, TaskState.WAITING)
    active = sum(
        row.task.state in under_way and row.standing(day) is not Standing.LATE for row in work
    )
    return ProgressLine(name, done, late, active, len(work) - done - late - active)
