"""The overview in words: what the lines of the first page say, and where they lead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.overview_views import StepState, YearStep, step_name, step_words
from tdkt_desktop.services.record_views import AwardKind
from tdkt_desktop.services.task_views import TaskState
from tdkt_desktop.ui.page import Place
from tdkt_desktop.ui.pages.overview.figures import FigureItem
from tdkt_desktop.ui.widgets.line_list import LineItem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from tdkt_desktop.services.overview_views import AwardLine, Overview
    from tdkt_desktop.services.task_views import TaskView

_NEAR_DAYS: Final = 7
_STATES: Final = {
    TaskState.NOT_STARTED: "not_started",
    TaskState.IN_PROGRESS: "in_progress",
    TaskState.WAITING: "waiting",
}
_STEP_PLACES: Final = {
    YearStep.PLAN: Place("plans"),
    YearStep.COUNCIL: Place("councils"),
    YearStep.DUTIES: Place("councils", "duties"),
    YearStep.REGISTRATION: Place("awards", "registration"),
    YearStep.REVIEW: Place("awards", "review"),
    YearStep.NOMINATION: Place("awards", "vote"),
    YearStep.DECISION: Place("awards", "dossier"),
}
_STEP_LOOKS: Final = {
    StepState.DONE: "done",
    StepState.UNDER_WAY: "in_progress",
    StepState.TO_DO: "not_started",
}
PART_NAMES: Final = (N_("xong"), N_("trễ"), N_("đang làm"), N_("chưa bắt đầu"))


def figures(view: Overview) -> tuple[FigureItem, ...]:
    """Return the figures of the strip."""
    late, soon = len(view.late), len(view.soon)
    total = f"/ {view.total}"
    return (
        FigureItem("alert-octagon", "late" if late else "text3", late, _("nhiệm vụ trễ hạn"), LATE),
        FigureItem("clock-outline", "soon", soon, _("đến hạn trong 14 ngày"), SOON),
        FigureItem("check-circle", "done", view.done, _("nhiệm vụ đã xong"), WORK, total),
        FigureItem("draw-pen", "accent", view.waiting_plans, _("kế hoạch chờ ký"), PLANS),
        FigureItem(
            "refresh",
            "soon" if view.out_of_date else "text3",
            view.out_of_date,
            _("văn bản cần soạn lại"),
            PAPERS,
        ),
    )


LATE: Final = Place("work", "late")
SOON: Final = Place("work", "soon")
WORK: Final = Place("work")
PLANS: Final = Place("plans")
PAPERS: Final = Place("papers", "out-of-date")


def to_do(view: Overview) -> tuple[LineItem, ...]:
    """Return what is late and what is due soon, under heads."""
    return (
        *_group(_("Trễ hạn · {n}"), view.late, view.day, "late"),
        *_group(_("14 ngày tới · {n}"), view.soon, view.day, "text"),
    )


def _group(head: str, tasks: Sequence[TaskView], day: date, tone: str) -> Iterator[LineItem]:
    if not tasks:
        return
    yield LineItem(
        head.format(n=len(tasks)), tone="late" if tone == "late" else "strong", is_head=True
    )
    for task in tasks:
        words, ink = time_left(task, day)
        yield LineItem(
            name=task.name,
            state="late" if tone == "late" else _STATES[task.state],
            about=task.lead or task.executor,
            when=f"{task.ends_on:%d/%m/%Y}" if task.ends_on else "",
            left=words,
            tone=ink,
            target=Place("work", "task", task.id),
        )


def time_left(task: TaskView, day: date) -> tuple[str, str]:
    """Say how much time a task has left, and in which ink."""
    left = task.days_left(day)
    if left is None:
        return "", "text2"
    if left < 0:
        return _("trễ {n} ngày").format(n=-left), "late"
    if left == 0:
        return _("hôm nay"), "soon"
    words = _("còn {n} ngày").format(n=left)
    return words, "soon" if left < _NEAR_DAYS else "text2"


def steps(view: Overview) -> tuple[LineItem, ...]:
    """Return the steps of the year, each with how far it is."""
    return tuple(
        LineItem(
            name=step_name(step),
            state=_STEP_LOOKS[step.state],
            left=step_words(step),
            tone="text2",
            target=_STEP_PLACES[step.step],
        )
        for step in view.steps
    )


def award_groups(view: Overview) -> tuple[tuple[str, tuple[AwardLine, ...]], ...]:
    """Return the awards of the year, titles apart from commendations."""
    heads = (
        (_("Danh hiệu thi đua"), AwardKind.TITLE),
        (_("Hình thức khen thưởng"), AwardKind.COMMENDATION),
    )
    groups = ((head, tuple(a for a in view.awards if a.kind is kind)) for head, kind in heads)
    return tuple((head, lines) for head, lines in groups if lines)


def subtitle(view: Overview) -> str:
    """Say which year this is, and which week of it."""
    period = view.period
    words = period.name[:1].upper() + period.name[1:]
    if not period.first_day <= view.day <= period.last_day:
        return words
    week = (view.day - period.first_day).days // 7 + 1
    return _("{period}, tuần {week}").format(period=words, week=week)
