"""Years that awards are for: a school year "2025-2026", or a year of work "2025"."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from tdkt_desktop.i18n import _
from tdkt_desktop.vietnamese.school_year import SchoolYear

_WORKING_YEAR: Final = re.compile(r"\s*((?:19|20)\d\d)\s*")


class AwardYear(NamedTuple):
    """A year known by the calendar year in which it starts; the two kinds never follow each other.

    "2024-2025" is followed by "2025-2026", the year of work "2024" by "2025".
    """

    start: int
    is_school_year: bool

    @staticmethod
    def parse(text: str) -> AwardYear:
        """Read a year of either kind; raises ValueError for anything else."""
        return _parsed(text)

    @property
    def first_day(self) -> date:
        """The first day of the year."""
        return SchoolYear(self.start).first_day if self.is_school_year else date(self.start, 1, 1)

    @property
    def last_day(self) -> date:
        """The last day of the year."""
        return SchoolYear(self.start).last_day if self.is_school_year else date(self.start, 12, 31)

    def shifted(self, years: int) -> AwardYear:
        """Return the year of the same kind `years` later."""
        return AwardYear(self.start + years, self.is_school_year)

    def ends_by(self, other: AwardYear) -> bool:
        """Tell whether this year is over when the other one is."""
        if self.is_school_year == other.is_school_year:
            return self.start <= other.start
        return self.last_day <= other.last_day

    def overlaps(self, other: AwardYear) -> bool:
        """Tell whether the two have days in common."""
        return self.first_day <= other.last_day and other.first_day <= self.last_day

    def __str__(self) -> str:
        """Return the stored form."""
        return f"{self.start}-{self.start + 1}" if self.is_school_year else str(self.start)

    @property
    def spoken(self) -> str:
        """The year as a sentence names it."""
        words = _("năm học {year}") if self.is_school_year else _("năm {year}")
        return words.format(year=self)


@lru_cache(maxsize=256)
def _parsed(text: str) -> AwardYear:
    working = _WORKING_YEAR.fullmatch(text)
    if working is not None:
        return AwardYear(int(working[1]), is_school_year=False)
    return AwardYear(SchoolYear.parse(text).start, is_school_year=True)
