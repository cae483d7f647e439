"""The time that a plan runs over: a school year, or a calendar year of work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tdkt_desktop.errors import UsageError
from tdkt_desktop.i18n import _
from tdkt_desktop.services.school_profile import Planning
from tdkt_desktop.vietnamese.school_year import SchoolYear

FIRST_YEAR, LAST_YEAR = 1990, 2100


@dataclass(frozen=True, slots=True)
class PlanPeriod:
    """A plan's period; `year` is the calendar year, of a school year the one it starts in."""

    year: int
    school_year: SchoolYear | None = None

    @property
    def first_day(self) -> date:
        """The day on which the period begins."""
        return self.school_year.first_day if self.school_year else date(self.year, 1, 1)

    @property
    def last_day(self) -> date:
        """The day on which the period ends."""
        return self.school_year.last_day if self.school_year else date(self.year, 12, 31)

    @property
    def name(self) -> str:
        """The period as it is written in a heading."""
        if self.school_year is None:
            return _("năm {year}").format(year=self.year)
        return _("năm học {first} - {last}").format(first=self.year, last=self.year + 1)


def period_for(planning: Planning, year: int) -> PlanPeriod:
    """Return the period of a year; raises UsageError for a year that cannot be meant."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise UsageError(
            _("Không nhận năm {year}.").format(year=year),
            _("Xin ghi năm từ {first} đến {last}.").format(first=FIRST_YEAR, last=LAST_YEAR),
        )
    return PlanPeriod(year, SchoolYear(year) if planning is Planning.SCHOOL_YEAR else None)


def read_period(text: str, planning: Planning) -> PlanPeriod:
    """Read "2026", or "2026-2027" for a school year; raises UsageError for anything else."""
    written = text.strip()
    if written.isdecimal():
        return period_for(planning, int(written))
    try:
        return period_for(Planning.SCHOOL_YEAR, SchoolYear.parse(written).start)
    except ValueError:
        raise UsageError(
            _("Không hiểu năm “{text}”.").format(text=text),
            _("Xin ghi năm dạng 2026, hoặc năm học dạng 2026-2027."),
        ) from None
