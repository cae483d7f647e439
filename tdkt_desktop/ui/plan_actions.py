"""The actions on the chosen plans: shown as buttons, in the context menu, as a state allows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tdkt_desktop.i18n import N_
from tdkt_desktop.services.plan_views import PlanStatus
from tdkt_desktop.ui.action_set import ActionSet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.plan_views import PlanSummary
    from tdkt_desktop.ui.theme.theme import Theme

_OPEN: Final = frozenset({PlanStatus.DRAFT, PlanStatus.WAITING})
_KEPT: Final = frozenset({PlanStatus.ISSUED, PlanStatus.REVISED})
_EVERY: Final = _OPEN | _KEPT


@dataclass(frozen=True, slots=True)
class PlanAction:
    """An act by its name: its words, its icon, the states it is for, and how many plans."""

    key: str
    text: str
    icon: str
    states: frozenset[PlanStatus] = _EVERY
    several: bool = False


ACTIONS: Final = (
    PlanAction("open", N_("Mở"), "pencil-outline"),
    PlanAction("word", N_("Word"), "file-word-outline"),
    PlanAction("pdf", N_("PDF"), "file-pdf-box"),
    PlanAction("print", N_("In…"), "printer-outline"),
    PlanAction("submit", N_("Trình ký"), "draw-pen", frozenset({PlanStatus.DRAFT})),
    PlanAction("take_back", N_("Rút về"), "undo-variant", frozenset({PlanStatus.WAITING})),
    PlanAction("issue", N_("Ban hành…"), "file-sign", _OPEN),
    PlanAction(
        "revise", N_("Lập bản sửa đổi…"), "content-duplicate", frozenset({PlanStatus.ISSUED})
    ),
    PlanAction("versions", N_("Các bản đã ban hành…"), "history", _KEPT),
    PlanAction("compare", N_("Đối chiếu…"), "file-compare"),
    PlanAction("duplicate", N_("Nhân bản"), "content-copy"),
    PlanAction("remove", N_("Xoá"), "trash-can-outline", _OPEN, several=True),
)
_GROUPS: Final = (
    ("open",),
    ("word", "pdf", "print"),
    ("submit", "take_back", "issue", "revise", "versions"),
    ("compare", "duplicate", "remove"),
)


class PlanActions(ActionSet):
    """The actions of one widget; `act` hears the key of the one that was chosen."""

    def __init__(self, theme: Theme, owner: QWidget, act: Callable[[str], object]) -> None:
        super().__init__(theme, owner, ACTIONS, _GROUPS, act)

    def choose(self, plans: Sequence[PlanSummary]) -> None:
        """Enable what can be done with the chosen plans."""
        for one in ACTIONS:
            fits = bool(plans) and all(plan.status in one.states for plan in plans)
            self._actions[one.key].setEnabled(fits and (one.several or len(plans) == 1))
