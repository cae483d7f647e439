"""Dues as people type them, kept as typed and understood as dates where they have any."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tdkt_desktop.vietnamese.due_phrases import Phrase, find_phrases
from tdkt_desktop.vietnamese.school_terms import SchoolTerms, school_terms
from tdkt_desktop.vietnamese.school_year import SchoolYear
from tdkt_desktop.vietnamese.spans import Span, calendar_year
from tdkt_desktop.vietnamese.text import clean_line, fold

_DASHES = re.compile("[‐‑‒–—−]")
_RECURRING = re.compile(
    r"\b(?:thuong xuyen|dinh ky|lien tuc|(?:ca|quanh|suot) nam(?: hoc)?|"
    r"(?:hang|moi) (?:ngay|tuan|thang|quy|hoc k[iy]|k[iy]|nam))\b"
)
_WEEKLY = re.compile(r"\b(?:hang|moi) tuan\b")
_SHORT_WEEKDAY = re.compile(r"\bt\.?[2-7]\b")
_NEW_SCHOOL_YEAR = re.compile(r"\bnam hoc moi\b")
_WRITTEN_SCHOOL_YEAR = re.compile(
    r"(?:\bnam hoc\s?)?\(?(?<![\d/])((?:19|20)\d\d)\s?[-/]\s?((?:19|20)\d\d)(?!\d)\)?"
)
_TIME = r"(?:\d{1,2}\s?(?:h|gio|g)\s?(?:\d{1,2}\s?(?:phut)?)?,?\s)?"
_OF_DAY = r"(?:thu \w+,?\s|chu nhat,?\s)?(?:ngay\s|thang\s)?"
_LATEST = re.compile(
    rf"\b(?:truoc|cham nhat|muon nhat|tre nhat|khong qua|khong muon hon|han(?: cuoi| nop| chot)?|"
    rf"het|den|toi|xong)(?:\s(?:la|vao|het|ngay|truoc))*:?\s{_TIME}{_OF_DAY}$"
)
_BEFORE = re.compile(r"\btruoc(?:\s(?:ngay|thang|khi))?\s$")
_AFTER = re.compile(rf"\b(?:sau|qua)\s{_TIME}{_OF_DAY}$")
_FROM = re.compile(rf"\b(?:tu|ke tu|bat dau tu|bat dau)(?:\s(?:sau|cuoi|dau))?\s{_TIME}{_OF_DAY}$")
_UNTIL = re.compile(r"(?:^|\s)(?:den|toi|-)(?:\s|$)|-")
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Due:
    """A due: the text as typed, its first and last day where known, and whether it recurs.

    `start` is None for a deadline ("Trước ngày 28/02/2026"), whose `end` is the day written; `end`
    is None for an open beginning ("Từ tháng 9"). Both are None where the text has no date.
    """

    text: str
    start: date | None = None
    end: date | None = None
    recurring: bool = False

    @property
    def is_dated(self) -> bool:
        """Tell whether any day is known."""
        return self.start is not None or self.end is not None


@dataclass(frozen=True, slots=True)
class _Frame:
    """The year of the plan, in which phrases without a year are placed."""

    year: int | None
    school_year: SchoolYear | None
    terms: SchoolTerms

    def whole(self) -> Span | None:
        """Return the year of the plan: the calendar year where there is one."""
        if self.year is not None:
            return calendar_year(self.year)
        if self.school_year is not None:
            return Span(self.school_year.first_day, self.school_year.last_day)
        return None

    def year_of(self, month: int) -> int | None:
        """Return the calendar year of a month named without a year."""
        if self.year is None and self.school_year is not None:
            return self.terms.year_of_month(month, self.school_year)
        return self.year


@dataclass(frozen=True, slots=True)
class _Range:
    """Days from `start` to `end`; a missing end is open."""

    start: date | None
    end: date | None


def read_due(text: str, year: int | None, school_year: SchoolYear | None) -> Due:
    """Understand a due of a plan for the calendar year `year`, or for `school_year`.

    Months without a year lie in `year` where it is given, else in their half of the school year.
    Terms ("Cuối học kỳ I") lie in the school year where it is given, else in `year`. A deadline
    counts the day written; "trước tháng 5" ends on 30 April. Thirds of a month are the days 1-10,
    11-20 and the rest; week n of a month starts on day 7n-6. Several phrases make one range.
    """
    folded = _DASHES.sub("-", clean_line(fold(text)))
    if _WEEKLY.search(folded):
        folded = _SHORT_WEEKDAY.sub("thu", folded)
    folded, frame = _with_written_school_year(folded, _Frame(year, school_year, school_terms()))
    recurring = _RECURRING.search(folded) is not None
    whole = frame.whole() if recurring else None
    found = _united(_ranges(folded, frame))
    if found is None:
        found = _Range(whole.start, whole.end) if whole else _Range(None, None)
    return Due(text, found.start, found.end, recurring)


def _with_written_school_year(text: str, frame: _Frame) -> tuple[str, _Frame]:
    """Take a school year such as "nam hoc 2025-2026" out of the text into the frame."""
    for match in _WRITTEN_SCHOOL_YEAR.finditer(text):
        if int(match[2]) == int(match[1]) + 1:
            text = f"{text[: match.start()]}nam hoc {text[match.end() :]}"
            return text, replace(frame, year=None, school_year=SchoolYear(int(match[1])))
    if _NEW_SCHOOL_YEAR.search(text) and frame.school_year and frame.year is None:
        return text, replace(frame, school_year=frame.school_year.shifted(1))
    return text, frame


def _ranges(text: str, frame: _Frame) -> list[_Range]:
    """Return the ranges of all phrases, each bounded by the words before it."""
    phrases = find_phrases(text)
    phrases = [phrase for phrase in phrases if not phrase.weak] or phrases
    ranges: list[_Range] = []
    reached = 0
    for phrase, span in zip(phrases, _placed(phrases, frame), strict=True):
        gap = text[reached : phrase.start]
        reached = max(reached, phrase.end)
        if span is not None:
            ranges.append(_bounded(span, gap, first=not ranges))
    return _closed(ranges)


def _bounded(span: Span, gap: str, *, first: bool) -> _Range:
    """Return a span as the words before it mean it: a deadline, an open beginning, or itself."""
    if not first and _UNTIL.search(gap):
        return _Range(span.start, span.end)
    if _AFTER.search(gap):
        return _Range(span.end + _ONE_DAY, None)
    if _FROM.search(gap):
        return _Range(span.start, None)
    if _BEFORE.search(gap) and span.start != span.end:
        return _Range(None, span.start - _ONE_DAY)
    return _Range(None if _LATEST.search(gap) else span.start, span.end)


def _closed(ranges: list[_Range]) -> list[_Range]:
    """Close every open end that a later range follows."""
    return [
        replace(part, end=part.start) if part.end is None and index < len(ranges) - 1 else part
        for index, part in enumerate(ranges)
    ]


def _united(ranges: list[_Range]) -> _Range | None:
    """Return the one range from the first to the last day; a deadline inside a span ends it."""
    if not ranges:
        return None
    spans = [Span(part.start, part.end) for part in ranges if part.start and part.end]
    limits = [part.end for part in ranges if part.start is None and part.end]
    if len(spans) == 1 and len(limits) == 1 and spans[0].holds(limits[0]):
        return _Range(spans[0].start, limits[0])
    starts = [part.start for part in ranges if part.start]
    ends = [part.end for part in ranges if part.end]
    open_start, open_end = bool(limits), len(ends) < len(ranges)
    return _Range(
        None if open_start else min(starts),
        None if open_end else max(ends),
    )


def _placed(phrases: list[Phrase], frame: _Frame) -> list[Span | None]:
    """Return the days of each phrase, None for impossible days and for want of a year."""
    return [
        _term_span(phrase, frame) if _is_term(phrase, frame) else _span(phrase, year)
        for phrase, year in zip(phrases, _years(phrases, frame), strict=True)
    ]


def _is_term(phrase: Phrase, frame: _Frame) -> bool:
    """Tell whether a phrase counts by terms; "cuối năm" does so in a plan for a school year."""
    if phrase.place is None:
        return True
    return bool(phrase.term) and phrase.year is None and frame.year is None


def _span(phrase: Phrase, year: int | None) -> Span | None:
    if year is None or phrase.place is None:
        return None
    try:
        return phrase.place(year)
    except (ValueError, OverflowError):
        return None


def _term_span(phrase: Phrase, frame: _Frame) -> Span | None:
    if phrase.year is not None:
        return frame.terms.span_in_year(phrase.term, phrase.year, phrase.part)
    if frame.school_year is not None:
        return frame.terms.span(phrase.term, frame.school_year, phrase.part)
    if frame.year is not None:
        return frame.terms.span_in_year(phrase.term, frame.year, phrase.part)
    return None


def _years(phrases: list[Phrase], frame: _Frame) -> list[int | None]:
    """Return each phrase's year: written, else after the neighbour's year, else the plan's.

    In "tháng 12, 01/2026" the first month has no year and cannot follow the second, so that it
    is of 2025; in "tháng 12/2025 - 01" the second is of 2026.
    """
    years: list[int | None] = [phrase.year for phrase in phrases]
    for index in range(len(phrases) - 2, -1, -1):
        following = years[index + 1]
        if years[index] is None and following is not None:
            years[index] = following - (phrases[index].month > phrases[index + 1].month)
    for index in range(1, len(phrases)):
        before = years[index - 1]
        if years[index] is None and before is not None:
            years[index] = before + (phrases[index].month < phrases[index - 1].month)
    return [
        frame.year_of(phrase.month) if year is None else year
        for phrase, year in zip(phrases, years, strict=True)
    ]
