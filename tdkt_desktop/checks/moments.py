"""Days, months and quarters written with their year in running text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tdkt_desktop.vietnamese.dates import find_dates
from tdkt_desktop.vietnamese.spans import Span, days_of_month, months_of_year

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUARTERS: Final = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_MONTH = re.compile(
    r"(?:\b[Tt]háng\s?)?(?<![\d/.\-–])(?P<month>0?[1-9]|1[0-2])\s?(?:/|-|năm\s|,\s?năm\s)\s?"
    r"(?P<year>(?:19|20)\d\d)(?![\d/])"
)
_QUARTER = re.compile(
    r"\b[Qq](?:uý|úy|UÝ|ÚY)\s?(?P<quarter>I{1,3}|IV|[1-4])\s?(?:[-–/,]|năm|NĂM)*\s?(?P<year>(?:19|20)\d\d)(?!\d)"
)
SCHOOL_YEARS: Final = re.compile(
    r"(?<![\d/])(?P<first>(?:19|20)\d\d)\s?[-–—/]\s?(?P<last>(?:19|20)\d\d)(?!\d)"
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, month or quarter in a text, and its days."""

    start: int
    end: int
    quote: str
    span: Span


def find_moments(text: str) -> tuple[Moment, ...]:
    """Return the moments of a text in order; positions are in the text as given."""
    dates = find_dates(text)
    taken = [(one.start, one.end) for one in dates]
    found = [
        Moment(one.start, one.end, one.quote, Span(one.day, one.day)) for one in dates if one.day
    ]
    for match, span in (*_months(text), *_quarters(text)):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            found.append(Moment(match.start(), match.end(), match[0], span))
    return tuple(sorted(found, key=lambda one: one.start))


def _months(text: str) -> Iterator[tuple[re.Match[str], Span]]:
    for match in _MONTH.finditer(text):
        yield match, days_of_month(int(match["year"]), int(match["month"]))


def _quarters(text: str) -> Iterator[tuple[re.Match[str], Span]]:
    for match in _QUARTER.finditer(text):
        last = 3 * _QUARTERS[match["quarter"]]
        yield match, months_of_year(int(match["year"]), last - 2, last)
