"""How a task stands, as a chip: late before soon before its state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tdkt_desktop.i18n import _
from tdkt_desktop.services.task_views import STATE_NAMES, Standing, TaskState
from tdkt_desktop.ui.widgets.chip import Chip, ChipState

if TYPE_CHECKING:
    from datetime import date

    from tdkt_desktop.services.task_views import TaskView

NEAR_DAYS: Final = 7
"""Up to so many days before its due a task is shown as due soon."""
STATE_CHIPS: Final = {
    TaskState.NOT_STARTED: ChipState.NOT_STARTED,
    TaskState.IN_PROGRESS: ChipState.IN_PROGRESS,
    TaskState.WAITING: ChipState.WAITING,
    TaskState.DONE: ChipState.DONE,
    TaskState.DROPPED: ChipState.NOT_YET,
}


def chip_of(task: TaskView, day: date) -> Chip:
    """Return how a task stands on a day."""
    if task.withdrawn:
        return Chip(ChipState.NOT_YET, _("Đã rút khỏi kế hoạch"))
    if not task.finished:
        left = task.days_left(day)
        if left is not None and left <= NEAR_DAYS:
            return _near(left)
    if task.standing(day) is Standing.DONE_LATE:
        return Chip(ChipState.DONE, _("Xong muộn"))
    return state_chip(task.state)


def state_chip(state: TaskState) -> Chip:
    """Return the chip of a state alone."""
    return Chip(STATE_CHIPS[state], _(STATE_NAMES[state]))


def _near(left: int) -> Chip:
    if left < 0:
        return Chip(ChipState.LATE, _("Trễ {n} ngày").format(n=-left))
    if left == 0:
        return Chip(ChipState.SOON, _("Hạn hôm nay"))
    return Chip(ChipState.SOON, _("Còn {n} ngày").format(n=left))
