"""What the first page shows of a year: what to do today, and where the year stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from tdkt_desktop.documents.progress import ProgressLine as ProgressLine
from tdkt_desktop.i18n import N_, _
from tdkt_desktop.models.merit import AwardKind
from tdkt_desktop.services.period import PlanPeriod
from tdkt_desktop.services.task_views import TaskView


class StepState(StrEnum):
    """How far a step of the year is."""

    DONE = "done"
    UNDER_WAY = "under-way"
    TO_DO = "to-do"


class YearStep(StrEnum):
    """The steps of a council's year, in their order."""

    PLAN = "plan"
    COUNCIL = "council"
    DUTIES = "duties"
    REGISTRATION = "registration"
    REVIEW = "review"
    NOMINATION = "nomination"
    DECISION = "decision"


_STEP_NAMES: Final = {
    YearStep.PLAN: N_("Kế hoạch của năm"),
    YearStep.COUNCIL: N_("Quyết định thành lập Hội đồng"),
    YearStep.DUTIES: N_("Phân công thành viên Hội đồng"),
    YearStep.REGISTRATION: N_("Đăng ký thi đua"),
    YearStep.REVIEW: N_("Bình xét tại các tổ"),
    YearStep.NOMINATION: N_("Họp xét, bỏ phiếu"),
    YearStep.DECISION: N_("Quyết định khen thưởng"),
}
_STATE_WORDS: Final = {
    StepState.DONE: N_("đã xong"),
    StepState.UNDER_WAY: N_("đang làm"),
    StepState.TO_DO: N_("chưa làm"),
}


@dataclass(frozen=True, slots=True)
class StepView:
    """A step of the year and how much of it is done; `total` is 0 where nothing is to count."""

    step: YearStep
    state: StepState
    done: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class AwardLine:
    """How many registered for an award, were nominated and have been granted it."""

    code: str
    name: str
    kind: AwardKind
    registered: int
    proposed: int
    decided: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The year at a glance, as things stand on a day."""

    period: PlanPeriod
    day: date
    late: tuple[TaskView, ...]
    soon: tuple[TaskView, ...]
    done: int
    total: int
    waiting_plans: int
    drafts: int
    out_of_date: int
    quarters: tuple[ProgressLine, ...]
    steps: tuple[StepView, ...]
    awards: tuple[AwardLine, ...]
    people: int

    @property
    def is_empty(self) -> bool:
        """Tell whether the year has neither plan nor work nor people."""
        plan = self.steps[0].state is StepState.TO_DO
        return plan and not self.total and not self.people


def step_name(step: StepView) -> str:
    """Return what a step is called."""
    return _(_STEP_NAMES[step.step])


def step_words(step: StepView) -> str:
    """Say how far a step is: "12 / 45", or in words where nothing is counted."""
    if step.total:
        return f"{step.done} / {step.total}"
    return _(_STATE_WORDS[step.state])
