"""Use cases about the duties of the council inside plans: filled in, and found out of date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdkt_desktop.compose.plan_duties import disagrees, duty_blocks, duty_range
from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.services.plan_views import PlanStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.documents.blocks import Block
    from tdkt_desktop.services.paper_data import PaperData
    from tdkt_desktop.services.plan_views import PlanSummary
    from tdkt_desktop.services.plans import PlanService


class PlanDuties:
    """Knows what a plan should say of who does what, from the one source of the duties."""

    def __init__(self, plans: PlanService, data: PaperData) -> None:
        self._plans, self._data = plans, data

    def filling(self, body: Sequence[Block], year: int) -> tuple[range, tuple[Block, ...]]:
        """Return which blocks of a plan's text are to be replaced, and by which.

        Raises InputError where the year has no council, or its members have no duties yet.
        """
        council = self._data.council(self._data.council_of_year(year))
        if not any(member.duties for member in council.members):
            raise InputError(
                _("Hội đồng năm {year} chưa phân công nhiệm vụ cho ai.").format(year=year),
                _("Xin giao nhiệm vụ ở trang Hội đồng rồi làm lại."),
            )
        return duty_range(body), duty_blocks(body, council)

    def left_behind(self, year: int) -> tuple[PlanSummary, ...]:
        """Return the plans of a year that say other duties than the council's members have now."""
        try:
            council = self._data.council(self._data.council_of_year(year))
        except InputError:
            return ()
        return tuple(
            plan
            for plan in self._plans.plans(year=year)
            if plan.status is not PlanStatus.REVISED
            and disagrees(self._plans.plan(plan.id).document, council)
        )
