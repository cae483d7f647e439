"""Dates as official documents write them and as people type them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tdkt_desktop.vietnamese.text import NBSP, clean, clean_line

_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_GAP = NBSP * 6
_NUMERIC = r"(?P<d>\d{1,2})\s?(?P<sep>[/.\-–])\s?(?P<m>\d{1,2})\s?(?P=sep)\s?(?P<y>\d{4})"
_WRITTEN = r"ngày\s*(?P<wd>\d{1,2})\s*,?\s*tháng\s*(?P<wm>\d{1,2})\s*,?\s*năm\s*(?P<wy>\d{4})"
_ISO = r"(?P<iy>\d{4})-(?P<im>\d{1,2})-(?P<id>\d{1,2})"
_ANYWHERE = re.compile(
    rf"(?<![\d/.\-–])(?:{_ISO}|{_NUMERIC}|{_WRITTEN})(?!\d|[/\-]\d)", re.IGNORECASE
)
_DAY_WORD = re.compile(r"^(?:ngày\s*)(?=\d+\s?[/.\-–])", re.IGNORECASE)
_SHORT_YEAR = re.compile(r"\d{1,2}\s?([/.\-–])\s?\d{1,2}\s?\1\s?\d{2}")


class DateFault(StrEnum):
    """Why a text gave no date."""

    NOT_A_DATE = "not-a-date"
    IMPOSSIBLE = "impossible"
    SHORT_YEAR = "short-year"


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date inside a text: where it stands, and its day, or None for one such as 31/4/2026."""

    start: int
    end: int
    quote: str
    day: date | None


def _day_number(number: int) -> str:
    return f"{number:02d}"


def _month_number(number: int) -> str:
    return f"{number:02d}" if number < 3 else str(number)


def long_date(day: date) -> str:
    """Return "ngày 05 tháng 01 năm 2026".

    Decree 30/2020 (annex I, II.4.b): days below 10 and the months 1 and 2 take a leading zero,
    the months 3 to 9 do not.
    """
    return f"ngày {_day_number(day.day)} tháng {_month_number(day.month)} năm {day.year:04d}"


def short_date(day: date, *, padded: bool = False) -> str:
    """Return "05/3/2026", zeros as in the long form; with `padded` "05/03/2026" for columns."""
    month = f"{day.month:02d}" if padded else _month_number(day.month)
    return f"{_day_number(day.day)}/{month}/{day.year:04d}"


def day_and_month(day: date) -> str:
    """Return "03/02" or "20/11", as plans write the days of the year."""
    return f"{_day_number(day.day)}/{_month_number(day.month)}"


def month_and_year(day: date) -> str:
    """Return "02/2026" or "5/2026", as plans write months."""
    return f"{_month_number(day.month)}/{day.year:04d}"


def blank_date(year: int | None = None) -> str:
    """Return a date to be filled in by hand; its gaps are NBSP, which no writer collapses."""
    written = f" {year:04d}" if year is not None else _GAP
    return f"ngày{_GAP}tháng{_GAP}năm{written}"


def weekday_name(day: date) -> str:
    """Return "Thứ Hai" … "Chủ nhật"."""
    return _WEEKDAYS[day.weekday()]


def find_dates(text: str) -> tuple[FoundDate, ...]:
    """Return every full date in `text`, possible or not, in order; positions are in clean text."""
    text = clean(text)
    return tuple(
        FoundDate(match.start(), match.end(), match[0], _day_of(match))
        for match in _ANYWHERE.finditer(text)
    )


def read_date(text: str) -> date | None:
    """Return the date that the whole of `text` writes; None otherwise (see `date_fault`)."""
    match = _whole(text)
    return _day_of(match) if match else None


def date_fault(text: str) -> DateFault | None:
    """Return why `read_date` gives None for `text`, or None where it gives a date."""
    match = _whole(text)
    if match is not None:
        return None if _day_of(match) else DateFault.IMPOSSIBLE
    short = _SHORT_YEAR.fullmatch(clean_line(text).replace(NBSP, " "))
    return DateFault.SHORT_YEAR if short else DateFault.NOT_A_DATE


def _whole(text: str) -> re.Match[str] | None:
    line = clean_line(text).replace(NBSP, " ").strip(" .,;")
    return _ANYWHERE.fullmatch(_DAY_WORD.sub("", line))


def _day_of(match: re.Match[str]) -> date | None:
    """Return the day of a match, None where no calendar has it."""
    parts = match.groupdict()
    year, month, day = (
        int(parts[f"w{part}"] or parts[part] or parts[f"i{part}"]) for part in "ymd"
    )
    try:
        return date(year, month, day)
    except ValueError:
        return None
