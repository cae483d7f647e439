"""The times at which a recurring task is to be done, from words such as "Hằng tháng"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from tdkt_desktop.i18n import _
from tdkt_desktop.vietnamese.dates import day_and_month, month_and_year
from tdkt_desktop.vietnamese.school_terms import FIRST_TERM, SECOND_TERM, school_terms
from tdkt_desktop.vietnamese.school_year import SchoolYear
from tdkt_desktop.vietnamese.spans import Span, days_of_month
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_ONE_DAY: Final = timedelta(days=1)
_MONTHS_OF_QUARTER: Final = 3


class Rhythm(StrEnum):
    """How often a task recurs."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    TERMLY = "termly"


_WORDS: Final = (
    (Rhythm.WEEKLY, re.compile(r"\b(?:hang|moi|tung) tuan\b")),
    (Rhythm.MONTHLY, re.compile(r"\b(?:hang|moi|tung) thang\b")),
    (Rhythm.QUARTERLY, re.compile(r"\b(?:hang|moi|tung) quy\b")),
    (Rhythm.TERMLY, re.compile(r"\b(?:(?:hang|moi|tung) (?:hoc )?|cac hoc )k[iy]\b")),
)
_WEEK: Final = timedelta(days=7)
_SUNDAY: Final = 6
_WEEKDAYS: Final = ("hai|2", "ba|3", "tu|4", "nam|5", "sau|6", "bay|7")
_WEEKDAY: Final = re.compile(
    "|".join(rf"(\b(?:thu (?:{names})|t\.?{names[-1]})\b)" for names in _WEEKDAYS)
    + r"|(\bchu nhat\b)"
)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time at which a recurring task is to be done."""

    name: str
    span: Span


def rhythm_of(due: str) -> Rhythm | None:
    """Return how often a due recurs; None for one that goes on all the time, or comes once."""
    folded = fold(due)
    return next((rhythm for rhythm, words in _WORDS if words.search(folded)), None)


def occurrences(due: str, year: Span) -> tuple[Occurrence, ...]:
    """Return the times within the span that a due recurs over, cut at its ends.

    What comes every week comes in the weeks of school; a due that lies in the summer alone has the
    weeks of the summer.
    """
    rhythm = rhythm_of(due)
    if rhythm is None:
        return ()
    if rhythm is Rhythm.WEEKLY:
        return _weeks(due, year)
    found = _terms(year) if rhythm is Rhythm.TERMLY else _months(year, rhythm)
    return tuple(
        Occurrence(one.name, Span(max(one.span.start, year.start), min(one.span.end, year.end)))
        for one in found
        if one.span.overlap(year)
    )


def _weeks(due: str, year: Span) -> tuple[Occurrence, ...]:
    last = _last_weekday(due)
    weeks = [
        Occurrence(_week_name(monday), Span(max(monday, year.start), end))
        for monday in _mondays(year)
        if max(monday, year.start) <= (end := min(monday + last * _ONE_DAY, year.end))
    ]
    terms = [one.span for one in _terms(year)]
    in_school = [week for week in weeks if any(map(week.span.overlap, terms))]
    return tuple(in_school or weeks)


def _mondays(year: Span) -> Iterator[date]:
    monday = year.start - year.start.weekday() * _ONE_DAY
    while monday <= year.end:
        yield monday
        monday += _WEEK


def _last_weekday(due: str) -> int:
    """Return the day of the week that a due names, counted from Monday; else Sunday."""
    match = _WEEKDAY.search(fold(due))
    return _SUNDAY if match is None else (match.lastindex or 1) - 1


def _week_name(monday: date) -> str:
    sunday = monday + _SUNDAY * _ONE_DAY
    return _("Tuần {first} - {last}/{year}").format(
        first=day_and_month(monday), last=day_and_month(sunday), year=sunday.year
    )


def _months(year: Span, rhythm: Rhythm) -> Iterator[Occurrence]:
    step = _MONTHS_OF_QUARTER if rhythm is Rhythm.QUARTERLY else 1
    first = date(year.start.year, year.start.month - (year.start.month - 1) % step, 1)
    while first <= year.end:
        last = days_of_month(*_later(first, step - 1)).end
        yield Occurrence(_month_name(first, rhythm), Span(first, last))
        first = last + _ONE_DAY


def _month_name(first: date, rhythm: Rhythm) -> str:
    if rhythm is Rhythm.MONTHLY:
        return _("Tháng {month}").format(month=month_and_year(first))
    number = ("I", "II", "III", "IV")[(first.month - 1) // _MONTHS_OF_QUARTER]
    return _("Quý {number}/{year}").format(number=number, year=first.year)


def _later(first: date, months: int) -> tuple[int, int]:
    index = first.month - 1 + months
    return first.year + index // 12, index % 12 + 1


def _terms(year: Span) -> Iterator[Occurrence]:
    terms = school_terms()
    start = SchoolYear.containing(year.start)
    while start.first_day <= year.end:
        for key in (FIRST_TERM, SECOND_TERM):
            name = f"{terms.terms[key].name} ({start})"
            yield Occurrence(name, terms.span(key, start))
        start = start.shifted(1)
