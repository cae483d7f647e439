"""Use cases about the duties of the council inside plans: filled in, and found out of date."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tdkt_desktop.compose.duty_table import duty_table
from tdkt_desktop.compose.plan_duties import (
    disagrees,
    duty_annex,
    duty_blocks,
    duty_range,
    new_duty_annex,
    with_duty_annex,
)
from tdkt_desktop.documents.blocks import Block, Table
from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.services.plan_views import PlanStatus

if TYPE_CHECKING:
    from tdkt_desktop.documents.document import Annex, OfficialDocument
    from tdkt_desktop.services.paper_data import PaperData
    from tdkt_desktop.services.plan_views import PlanSummary
    from tdkt_desktop.services.plans import PlanService


@dataclass(frozen=True, slots=True)
class DutyFilling:
    """What is to be written into a plan: blocks over a range of its body, and a table of duties.

    `annex` is the number of the annex that shows such a table already.
    """

    place: range
    blocks: tuple[Block, ...]
    table: Table
    annex: int | None

    def filled(self, document: OfficialDocument, *, with_annex: bool) -> OfficialDocument:
        """Return a plan with the duties in its text, and with the table if that is wanted."""
        before, after = document.body[: self.place.start], document.body[self.place.stop :]
        filled = replace(document, body=(*before, *self.blocks, *after))
        return with_duty_annex(filled, self.table) if with_annex else filled

    def new_annex(self) -> Annex:
        """Return the annex with the table, for a plan that has none yet."""
        return new_duty_annex(self.table)


class PlanDuties:
    """Knows what a plan should say of who does what, from the one source of the duties."""

    def __init__(self, plans: PlanService, data: PaperData) -> None:
        self._plans, self._data = plans, data

    def filling(self, document: OfficialDocument, year: int) -> DutyFilling:
        """Return what a plan has to say of the duties, and where.

        Raises InputError where the year has no council, or its members have no duties yet.
        """
        council = self._data.council(self._data.council_of_year(year))
        if not any(member.duties for member in council.members):
            raise InputError(
                _("Hội đồng năm {year} chưa phân công nhiệm vụ cho ai.").format(year=year),
                _("Xin giao nhiệm vụ ở trang Hội đồng rồi làm lại."),
            )
        return DutyFilling(
            duty_range(document.body),
            duty_blocks(document.body, council),
            duty_table(council),
            duty_annex(document),
        )

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
