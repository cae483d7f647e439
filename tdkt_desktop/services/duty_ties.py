"""What a duty can be tied to: a group to look after, a movement, a task of the year."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from tdkt_desktop.i18n import N_
from tdkt_desktop.services.council_views import DutyFacts, DutyKind
from tdkt_desktop.services.task_views import TaskQuery

if TYPE_CHECKING:
    from datetime import date

    from tdkt_desktop.services.context import AppContext

DUTY_NAMES: Final = {
    DutyKind.AREA: N_("Mảng việc"),
    DutyKind.GROUP: N_("Theo dõi tổ"),
    DutyKind.MOVEMENT: N_("Phong trào"),
    DutyKind.TASK: N_("Nhiệm vụ"),
}
_USUAL: Final = {
    DutyKind.GROUP: "Theo dõi, đôn đốc việc thi đua của {name}",
    DutyKind.MOVEMENT: "Theo dõi, tổng hợp kết quả phong trào “{name}”",
    DutyKind.TASK: "{name}",
}


@dataclass(frozen=True, slots=True)
class DutyTie:
    """A group, a movement or a task, by its kind of duty and its id."""

    kind: DutyKind
    id: int
    name: str

    def tied(self, duty: DutyFacts) -> DutyFacts:
        """Return a duty tied to this; one without words gets the usual ones."""
        return replace(
            duty,
            kind=self.kind,
            text=duty.text or _USUAL[self.kind].format(name=self.name),
            group_id=self.id if self.kind is DutyKind.GROUP else None,
            movement_id=self.id if self.kind is DutyKind.MOVEMENT else None,
            task_id=self.id if self.kind is DutyKind.TASK else None,
        )


def untied(duty: DutyFacts) -> DutyFacts:
    """Return a duty that is tied to nothing."""
    return replace(duty, group_id=None, movement_id=None, task_id=None)


def duty_ties(context: AppContext, year: int, day: date) -> tuple[DutyTie, ...]:
    """Return what the duties of a year can be tied to."""
    groups = (DutyTie(DutyKind.GROUP, one.id, one.name) for one in context.groups.groups())
    movements = (
        DutyTie(DutyKind.MOVEMENT, one.id, one.facts.name)
        for one in context.movements.movements(year)
    )
    tasks = (
        DutyTie(DutyKind.TASK, one.id, one.title)
        for one in context.tasks.tasks(TaskQuery(year=year), day)
        if one.parent_id is None
    )
    return (*groups, *movements, *tasks)


def tie_of(duty: DutyFacts, ties: tuple[DutyTie, ...]) -> DutyTie | None:
    """Return what a duty is tied to, None where that is nothing that is still there."""
    wanted = (
        (DutyKind.GROUP, duty.group_id),
        (DutyKind.MOVEMENT, duty.movement_id),
        (DutyKind.TASK, duty.task_id),
    )
    pairs = {pair for pair in wanted if pair[1] is not None}
    return next((tie for tie in ties if (tie.kind, tie.id) in pairs), None)
