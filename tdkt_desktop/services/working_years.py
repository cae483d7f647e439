"""The years that the school's work is kept by, as the window's year switch offers them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from tdkt_desktop.models.council import Council
from tdkt_desktop.models.paper import Paper
from tdkt_desktop.models.plan import Plan
from tdkt_desktop.models.task import Task
from tdkt_desktop.services.period import PlanPeriod, period_for
from tdkt_desktop.services.school_profile import Planning
from tdkt_desktop.vietnamese.school_year import SchoolYear

if TYPE_CHECKING:
    from datetime import date

    from tdkt_desktop.models.store import Store
    from tdkt_desktop.services.school import SchoolService


class WorkingYears:
    """Knows which years have something in the store, and which one runs today.

    A year is the calendar year in which the working year, or the school year, begins.
    """

    def __init__(self, store: Store, school: SchoolService) -> None:
        self._store, self._school = store, school

    def known(self, today: date) -> tuple[int, ...]:
        """Return the years that hold something, and today's, the newest first."""
        found = {self.current(today).year}
        with self._store.read() as session:
            for kept in (Plan, Council, Task, Paper):
                found.update(
                    session.scalars(select(kept.year).where(kept.deleted_at.is_(None)).distinct())
                )
        return tuple(sorted(found, reverse=True))

    def current(self, today: date) -> PlanPeriod:
        """Return the period that a day falls into."""
        if self._school.profile().planning is Planning.SCHOOL_YEAR:
            school_year = SchoolYear.containing(today)
            return PlanPeriod(school_year.start, school_year)
        return PlanPeriod(today.year)

    def period(self, year: int) -> PlanPeriod:
        """Return the period of a year in the school's way of counting.

        Raises UsageError for a year that cannot be meant.
        """
        return period_for(self._school.profile().planning, year)
