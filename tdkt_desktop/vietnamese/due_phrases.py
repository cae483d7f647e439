"""Finds the phrases of time in a due: days, months, quarters, weeks and terms, year or no year.

The functions here work on folded text (lower case, no marks, single spaces, plain hyphens).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from tdkt_desktop.vietnamese import school_terms
from tdkt_desktop.vietnamese.lunar import LunarDate, solar_date, tet
from tdkt_desktop.vietnamese.school_terms import Part
from tdkt_desktop.vietnamese.spans import (
    Span,
    calendar_year,
    day_span,
    days_of_month,
    months_of_year,
)

Placing = Callable[[int], Span]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of time at a place in the text.

    `place` gives its days in a calendar year; `term` and `part` stand instead for a school's
    terms. `year` is the year as written. A `weak` phrase ("trong năm") only counts alone.
    """

    start: int
    end: int
    month: int = 1
    year: int | None = None
    place: Placing | None = None
    term: str = ""
    part: Part = Part.WHOLE
    weak: bool = False


_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_YEAR_AFTER = rf"(?:\s?(?:[/.,-]|,?\s?(?:cua\s)?nam)?\s?{_YEAR})?"
_MONTH = r"(?:1[0-2]|0?[1-9])(?!\d)"
_JOIN = r"\s?(?:,|;|-|\+|&|va|den het|den)\s?"
_QUARTER = r"(?:iv|i{1,3}|[1-4])(?![\da-z])"
_TERM = r"(?:ii?|[12])(?![\da-z])"
_WEEK = r"(?:iv|i{1,3}|[1-5]|dau tien|dau|nhat|cuoi cung|cuoi)(?![\da-z])"
_PART = r"(?:(?P<part>dau|giua|cuoi|ket thuc|so ket|tong ket)\s)?"
_FEW = "{0,11}"

_DATE = re.compile(
    r"(?<![\d/.])(?P<d>\d{1,2})\s?(?P<sep>[/.-])\s?(?P<m>\d{1,2})\s?(?P=sep)\s?"
    r"(?P<year>\d{4}|\d{2})(?![\d/])"
)
_DAYS = re.compile(
    rf"(?<![\d/.])(?P<list>\d{{1,2}}(?:{_JOIN}(?:ngay\s?)?\d{{1,2}}){_FEW})\s?,?\s?"
    rf"(?:/|thang)\s?(?P<m>\d{{1,2}})(?!\d){_YEAR_AFTER}(?P<lunar>\s?\(?\s?(?:am lich|al\b))?"
)
_WEEKS = re.compile(
    rf"\btuan\s?(?:thu\s)?(?P<list>{_WEEK}(?:{_JOIN}(?:tuan\s?)?{_WEEK}){_FEW})\s?,?\s?"
    rf"(?:cua\s|trong\s)?(?:thang|t\.?)\s?(?P<m>{_MONTH}){_YEAR_AFTER}"
)
_MONTHS = re.compile(
    rf"{_PART}(?:\bthang|\bt\.?)\s?(?P<list>{_MONTH}(?:{_JOIN}{_MONTH}(?!\s?/\s?\d{{1,2}}(?!\d)))"
    rf"{_FEW}){_YEAR_AFTER}"
)
_MONTH_YEAR = re.compile(rf"(?<![\d/.])(?P<list>{_MONTH})\s?/\s?{_YEAR}")
_QUARTERS = re.compile(
    rf"{_PART}\bquy\s?(?P<list>{_QUARTER}(?:{_JOIN}{_QUARTER}){_FEW}){_YEAR_AFTER}"
)
_HALF = re.compile(rf"\b(?:0?6|sau) thang (?P<half>dau|cuoi)(?: nam)?(?: {_YEAR})?")
_PART_OF_YEAR = re.compile(
    rf"\b(?P<part>dau|giua|cuoi) (?P<whole>nam)(?! hoc)(?:(?: duong lich)? {_YEAR})?"
)
_WHOLE_YEAR = re.compile(
    rf"\b(?:(?:trong|ca|suot|quanh) |(?=nam (?:19|20)\d\d))nam(?! hoc)(?: {_YEAR})?"
)
_TERMS = re.compile(
    rf"{_PART}(?:\bhoc k[iy]|\bhk|\bk[iy])\s?(?P<list>{_TERM}(?:{_JOIN}{_TERM}){_FEW})"
)
_SCHOOL_YEAR = re.compile(rf"{_PART}\bnam hoc\b")
_SUMMER = re.compile(
    rf"{_PART}(?:(?:\btrong|\bdip|\bnghi|\bky nghi)\she|^he)\b(?:\s?(?:nam)?\s?{_YEAR})?"
)
_TET = re.compile(
    rf"\btet\b(?! (?:trung|duong|thieu|trong|doc lap))(?: nguyen dan)?(?: (?:nam )?{_YEAR})?"
)

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_PARTS = {"dau": Part.EARLY, "giua": Part.MIDDLE}
_THIRDS = {Part.WHOLE: (1, 31), Part.EARLY: (1, 10), Part.MIDDLE: (11, 20), Part.LATE: (21, 31)}
_MONTHS_OF_YEAR = {Part.EARLY: 1, Part.MIDDLE: 6, Part.LATE: 12}
_FIRST_WEEK, _LAST_WEEK = {"dau", "dau tien", "nhat"}, {"cuoi", "cuoi cung"}


def find_phrases(text: str) -> list[Phrase]:
    """Return the phrases of time in folded `text`, in order; where two overlap, the earlier."""
    matches = [
        (match.start(), rank, match, read)
        for rank, (pattern, read) in enumerate(_READERS)
        for match in pattern.finditer(text)
    ]
    phrases: list[Phrase] = []
    reached = 0
    for start, _, match, read in sorted(matches, key=lambda found: found[:2]):
        if start >= reached:
            phrases.extend(read(match))
            reached = match.end()
    return phrases


def _base(match: re.Match[str]) -> Phrase:
    """Return a phrase with the place and the year of a match; "/26" means 2026."""
    written = match.groupdict().get("year")
    year = int(written) if written else None
    if year is not None and year < 100:
        year += 2000
    return Phrase(match.start(), match.end(), year=year)


def _part(match: re.Match[str]) -> Part:
    written = match["part"]
    return _PARTS.get(written, Part.LATE) if written else Part.WHOLE


def _items(match: re.Match[str]) -> list[str]:
    """Return the members of a list such as "4, 5" or "i va ii"."""
    return [item for item in re.findall(rf"{_WEEK}|\d+", match["list"]) if item]


def _numbers(match: re.Match[str]) -> list[int]:
    return [_ROMAN.get(item) or int(item) for item in _items(match)]


def _each(match: re.Match[str], placings: list[tuple[int, Placing]]) -> Iterator[Phrase]:
    """Yield one phrase per month and placing; a year stands only with the last of a list."""
    base = _base(match)
    for index, (month, place) in enumerate(placings):
        last = index == len(placings) - 1
        yield replace(base, month=month, place=place, year=base.year if last else None)


def _read_date(match: re.Match[str]) -> Iterator[Phrase]:
    day, month = int(match["d"]), int(match["m"])
    return _each(match, [(month, lambda year: day_span(year, month, day))])


def _read_days(match: re.Match[str]) -> Iterator[Phrase]:
    """Read "20/11", "05 den 10 thang 6" and "28 den 05/6", where 28 is of the month before."""
    month, later = int(match["m"]), 0
    lunar = match["lunar"] is not None
    placings: list[tuple[int, Placing]] = []
    for day in reversed([int(number) for number in re.findall(r"\d+", match["list"])]):
        if later and day > later:
            month = (month - 2) % 12 + 1
        later = day
        placings.insert(0, (month, _day_placing(month, day, lunar=lunar)))
    return _each(match, placings)


def _day_placing(month: int, day: int, *, lunar: bool) -> Placing:
    def solar(year: int) -> Span:
        return day_span(year, month, day)

    def by_moon(year: int) -> Span:
        day_found = solar_date(LunarDate(year, month, day))
        return Span(day_found, day_found)

    return by_moon if lunar else solar


def _read_weeks(match: re.Match[str]) -> Iterator[Phrase]:
    month = int(match["m"])
    return _each(match, [(month, _week_placing(month, item)) for item in _items(match)])


def _week_placing(month: int, week: str) -> Placing:
    """Return the days of a week of a month: the first is the days 1 to 7, the fifth the rest."""
    if week in _LAST_WEEK:
        return lambda year: Span(
            days_of_month(year, month, days_of_month(year, month).end.day - 6).start,
            days_of_month(year, month).end,
        )
    number = 1 if week in _FIRST_WEEK else _ROMAN.get(week) or int(week)
    return lambda year: days_of_month(year, month, 7 * number - 6, 7 * number)


def _read_months(match: re.Match[str]) -> Iterator[Phrase]:
    first, last = _THIRDS[_part(match)] if "part" in match.groupdict() else (1, 31)
    return _each(match, [(month, _month_placing(month, first, last)) for month in _numbers(match)])


def _month_placing(month: int, first: int, last: int) -> Placing:
    return lambda year: days_of_month(year, month, first, last)


def _read_quarters(match: re.Match[str]) -> Iterator[Phrase]:
    part = _part(match)
    return _each(match, [_quarter_placing(number, part) for number in _numbers(match)])


def _quarter_placing(number: int, part: Part) -> tuple[int, Placing]:
    """Return a quarter, or the first, second or third month of it."""
    first, last = 3 * number - 2, 3 * number
    months = {Part.EARLY: first, Part.MIDDLE: first + 1, Part.LATE: last}
    start, end = months.get(part, first), months.get(part, last)
    return start, lambda year: months_of_year(year, start, end)


def _read_half(match: re.Match[str]) -> Iterator[Phrase]:
    first = 1 if match["half"] == "dau" else 7
    return _each(match, [(first, lambda year: months_of_year(year, first, first + 5))])


def _read_part_of_year(match: re.Match[str]) -> Iterator[Phrase]:
    """Read "cuoi nam": the last month of a calendar year; its term serves school years."""
    part = _part(match)
    month = _MONTHS_OF_YEAR[part]
    for phrase in _each(match, [(month, lambda year: days_of_month(year, month))]):
        yield replace(phrase, term=school_terms.SCHOOL_YEAR, part=part)


def _read_whole_year(match: re.Match[str]) -> Iterator[Phrase]:
    yield replace(_base(match), place=calendar_year, weak=True)


def _read_terms(match: re.Match[str]) -> Iterator[Phrase]:
    keys = {1: school_terms.FIRST_TERM, 2: school_terms.SECOND_TERM}
    for number in _numbers(match):
        yield replace(_base(match), term=keys[number], part=_part(match))


def _read_school_year(match: re.Match[str]) -> Iterator[Phrase]:
    part = _part(match)
    weak = part is Part.WHOLE
    yield replace(_base(match), term=school_terms.SCHOOL_YEAR, part=part, weak=weak)


def _read_summer(match: re.Match[str]) -> Iterator[Phrase]:
    yield replace(_base(match), term=school_terms.SUMMER, part=_part(match))


def _read_tet(match: re.Match[str]) -> Iterator[Phrase]:
    """Read Tết as its first three days, so that "trước Tết" ends on the old year's last day."""
    return _each(match, [(1, lambda year: Span(tet(year), tet(year) + timedelta(days=2)))])


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Iterator[Phrase]]], ...] = (
    (_DATE, _read_date),
    (_DAYS, _read_days),
    (_WEEKS, _read_weeks),
    (_HALF, _read_half),
    (_MONTHS, _read_months),
    (_MONTH_YEAR, _read_months),
    (_QUARTERS, _read_quarters),
    (_TERMS, _read_terms),
    (_PART_OF_YEAR, _read_part_of_year),
    (_SCHOOL_YEAR, _read_school_year),
    (_SUMMER, _read_summer),
    (_WHOLE_YEAR, _read_whole_year),
    (_TET, _read_tet),
)
