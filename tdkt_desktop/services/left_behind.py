"""The documents of a year that the data has left behind: papers, and plans that name duties."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tdkt_desktop.services.paper_views import PaperSummary
from tdkt_desktop.services.plan_views import PlanSummary

if TYPE_CHECKING:
    from tdkt_desktop.services.context import AppContext


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """What does not agree with the data any more."""

    papers: tuple[PaperSummary, ...] = ()
    plans: tuple[PlanSummary, ...] = ()

    def __len__(self) -> int:
        """Return how many documents that are."""
        return len(self.papers) + len(self.plans)


def left_behind(context: AppContext, year: int) -> LeftBehind:
    """Look at all documents of a year; to be asked beside the window, since each is made anew."""
    return LeftBehind(context.papers.out_of_date(year), context.plan_duties.left_behind(year))
