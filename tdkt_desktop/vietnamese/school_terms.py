"""The terms of a school year, read from `resources/calendar/school_year.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from tdkt_desktop.resources import resource
from tdkt_desktop.vietnamese.calendar_file import read_calendar_file
from tdkt_desktop.vietnamese.school_year import SchoolYear
from tdkt_desktop.vietnamese.spans import Span, calendar_year, days_of_month

if TYPE_CHECKING:
    from pathlib import Path

FIRST_TERM, SECOND_TERM, SCHOOL_YEAR, SUMMER = "hoc-ky-1", "hoc-ky-2", "nam-hoc", "he"
_LEAP_YEAR = 2000


class Part(StrEnum):
    """The whole of a term, or its beginning, middle or end."""

    WHOLE = "whole"
    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of any year."""

    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Term:
    """A term by name, with the days of its parts."""

    key: str
    name: str
    parts: dict[Part, tuple[MonthDay, MonthDay]]
    after_school_year: bool = False


@dataclass(frozen=True, slots=True)
class SchoolTerms:
    """All terms, and the month from which a school year's plan counts."""

    first_month: int
    terms: dict[str, Term]

    def span(self, key: str, school_year: SchoolYear, part: Part = Part.WHOLE) -> Span:
        """Return the days of a term, or of a part of it, in a school year."""
        term = self.terms[key]
        first, last = (
            self._day(ends, school_year, term.after_school_year) for ends in term.parts[part]
        )
        return Span(first, last)

    def year_of_month(self, month: int, school_year: SchoolYear) -> int:
        """Return the calendar year in which a month of a school year's plan lies."""
        return school_year.start + (month < self.first_month)

    def span_in_year(self, key: str, year: int, part: Part = Part.WHOLE) -> Span:
        """Return the term that a plan for a calendar year means.

        Of the terms of both school years that touch the year: the end of a term is the one that
        ends in the year, its beginning the one that begins in it, else the one that covers more
        of the year.
        """
        spans = [self.span(key, SchoolYear(start), part) for start in (year - 1, year)]
        if part is Part.LATE:
            return next((span for span in spans if span.end.year == year), spans[0])
        if part is Part.EARLY:
            return next((span for span in spans if span.start.year == year), spans[1])
        return max(spans, key=calendar_year(year).overlap)

    def _day(self, ends: MonthDay, school_year: SchoolYear, after: bool) -> date:
        year = school_year.start + 1 if after else self.year_of_month(ends.month, school_year)
        return days_of_month(year, ends.month, ends.day, ends.day).start


def read_terms(path: Path) -> SchoolTerms:
    """Read the terms from a file laid out as the shipped one."""
    return read_calendar_file(path, _terms)


def _terms(data: dict[str, Any]) -> SchoolTerms:
    terms = {key: _term(key, entry) for key, entry in data["terms"].items()}
    wanted = (FIRST_TERM, SECOND_TERM, SCHOOL_YEAR, SUMMER)
    return SchoolTerms(int(data["first_month"]), terms | {key: terms[key] for key in wanted})


def _term(key: str, entry: dict[str, Any]) -> Term:
    parts = {part: (_month_day(entry[part][0]), _month_day(entry[part][1])) for part in Part}
    return Term(key, entry["name"], parts, entry.get("after_school_year", False))


def _month_day(written: str) -> MonthDay:
    """Read "15/01"; ValueError for a day that no year has."""
    day, _, month = written.partition("/")
    found = date(_LEAP_YEAR, int(month), int(day))
    return MonthDay(found.month, found.day)


@cache
def school_terms() -> SchoolTerms:
    """Return the shipped terms."""
    return read_terms(resource("calendar", "school_year.toml"))
