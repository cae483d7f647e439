"""Spans of days, and the usual ways to cut a year into them."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `start` to `end`, both included."""

    start: date
    end: date

    def overlap(self, other: Span) -> int:
        """Return how many days both have."""
        return max(0, (min(self.end, other.end) - max(self.start, other.start)).days + 1)

    def holds(self, day: date) -> bool:
        """Tell whether `day` is one of the days."""
        return self.start <= day <= self.end


def day_span(year: int, month: int, day: int) -> Span:
    """Return a single day; ValueError where no calendar has it."""
    return Span(date(year, month, day), date(year, month, day))


def days_of_month(year: int, month: int, first: int = 1, last: int = 31) -> Span:
    """Return the days `first` to `last` of a month, cut at its real end."""
    length = monthrange(year, month)[1]
    return Span(date(year, month, min(first, length)), date(year, month, min(last, length)))


def months_of_year(year: int, first: int, last: int) -> Span:
    """Return the months `first` to `last` of a year."""
    return Span(date(year, first, 1), days_of_month(year, last).end)


def calendar_year(year: int) -> Span:
    """Return 1 January to 31 December."""
    return months_of_year(year, 1, 12)
