"""Choosing the year of a plan: school years or calendar years near today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox

from tdkt_desktop.i18n import _
from tdkt_desktop.services.period import PlanPeriod, period_for
from tdkt_desktop.services.school_profile import Planning
from tdkt_desktop.ui.widgets.form import guard_wheel
from tdkt_desktop.vietnamese.school_year import SchoolYear

if TYPE_CHECKING:
    from datetime import date

_BEFORE, _AFTER = 3, 3
_NEXT_YEAR_FROM = 6
"""From June on, a school writes the plan of the school year that is to come."""


class PeriodCombo(QComboBox):
    """Lists periods of one kind, the likely one chosen."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        guard_wheel(self)
        self.setAccessibleName(_("Thời gian của kế hoạch"))

    def offer(self, planning: Planning, chosen: PlanPeriod | None = None) -> None:
        """Offer the years around today; what was chosen stays in the list."""
        likely = chosen or likely_period(planning, self._today)
        years = {likely.year + step for step in range(-_BEFORE, _AFTER + 1)}
        self.clear()
        for year in sorted(years | {self._today.year}):
            period = period_for(planning, year)
            self.addItem(period.name[:1].upper() + period.name[1:], period)
        self.setCurrentIndex(self.findText(likely.name[:1].upper() + likely.name[1:]))

    def offer_both(self, chosen: PlanPeriod) -> None:
        """Offer school years and calendar years around the chosen one."""
        self.clear()
        for planning in Planning:
            for step in range(-_BEFORE, _AFTER + 1):
                period = period_for(planning, chosen.year + step)
                self.addItem(period.name[:1].upper() + period.name[1:], period)
        self.setCurrentIndex(self.findText(chosen.name[:1].upper() + chosen.name[1:]))

    def period(self) -> PlanPeriod:
        """The chosen period."""
        period = self.currentData()
        return period if isinstance(period, PlanPeriod) else PlanPeriod(self._today.year)


def period_to_come(old: PlanPeriod, today: date) -> PlanPeriod | None:
    """Return the period that a plan of an earlier one is rolled to, None where it is not earlier.

    The kind of year stays.
    """
    planning = Planning.SCHOOL_YEAR if old.school_year else Planning.WORKING_YEAR
    likely = likely_period(planning, today)
    return likely if old.year < likely.year else None


def likely_period(planning: Planning, today: date) -> PlanPeriod:
    """Return the period that a plan written today is most likely for."""
    if planning is Planning.WORKING_YEAR:
        return PlanPeriod(today.year)
    running = SchoolYear.containing(today)
    due = (
        running.shifted(1) if _NEXT_YEAR_FROM <= today.month <= running.last_day.month else running
    )
    return PlanPeriod(due.start, due)
