"""School years: from 1 September to 31 August, written "2025-2026"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_WRITTEN = re.compile(r"^\s*(\d{4})\s*[-–—/]\s*(\d{4})\s*$")
FIRST_MONTH = 9


@dataclass(frozen=True, slots=True, order=True)
class SchoolYear:
    """A school year, known by the calendar year in which it starts."""

    start: int

    @property
    def first_day(self) -> date:
        """The first of September."""
        return date(self.start, FIRST_MONTH, 1)

    @property
    def last_day(self) -> date:
        """The thirty-first of August of the year after."""
        return date(self.start + 1, FIRST_MONTH - 1, 31)

    @classmethod
    def containing(cls, day: date) -> SchoolYear:
        """Return the school year in which `day` lies."""
        return cls(day.year if day.month >= FIRST_MONTH else day.year - 1)

    @classmethod
    def parse(cls, text: str) -> SchoolYear:
        """Read "2025-2026" or "2025 - 2026"; raises ValueError for anything else."""
        match = _WRITTEN.match(text)
        if match is None or int(match[2]) != int(match[1]) + 1:
            raise ValueError(text)
        return cls(int(match[1]))

    def shifted(self, years: int) -> SchoolYear:
        """Return the school year `years` later."""
        return SchoolYear(self.start + years)

    def __str__(self) -> str:
        """Return the stored form, "2025-2026"."""
        return f"{self.start}-{self.start + 1}"
