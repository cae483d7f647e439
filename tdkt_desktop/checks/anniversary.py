"""`anniversary`: "kỷ niệm N năm" that does not agree with its dates or with the plan's year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tdkt_desktop.checks.day_names import named_days
from tdkt_desktop.checks.finding import Severity
from tdkt_desktop.checks.sheet import Sheet, found
from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.checks.finding import Finding
    from tdkt_desktop.documents.table_places import Node

_CODE: Final = "anniversary"
_COUNT: Final = re.compile(
    r"(?:\bkỷ\sniệm\s(?:lần\sthứ\s)?(?P<a>\d{1,3})(?:\s?năm)?|(?<!\d)(?P<b>\d{2,3})\snăm)"
    r"\s(?=(?:ngày|chiến thắng|cách mạng|quốc khánh|thành lập|khởi nghĩa|truyền thống)\b)"
    r"|\blần\sthứ\s(?P<c>\d{1,3})\s(?=ngày\b)",
    re.IGNORECASE,
)
_SPAN: Final = re.compile(
    r"(?:\d{1,2}\s?/\s?\d{1,2}\s?/\s?)?(?P<first>\d{4})\s?[-–—]\s?(?:\d{1,2}\s?/\s?\d{1,2}\s?/\s?)?(?P<last>\d{4})"
)
_REACH: Final = 150
_NEAR: Final = 10
_END: Final = re.compile(r"[;]|,\s(?:kỷ niệm|chào mừng)|\.\s", re.IGNORECASE)


def check(sheet: Sheet) -> Iterator[Finding]:
    """Yield anniversaries whose count is wrong."""
    for node in sheet.worded:
        text = sheet.bare(node)
        for match in _COUNT.finditer(text):
            finding = _wrong_by_span(node, match, text) or _wrong_by_year(sheet, node, match, text)
            if finding:
                yield finding


def _count(match: re.Match[str]) -> tuple[int, tuple[int, int]]:
    name = next(name for name in "abc" if match[name])
    return int(match[name]), match.span(name)


def _clause_after(match: re.Match[str], text: str) -> str:
    rest = text[match.end() : match.end() + _REACH]
    end = _END.search(rest)
    return rest[: end.start()] if end else rest


def _wrong_by_span(node: Node, match: re.Match[str], text: str) -> Finding | None:
    """Compare the count with the years in the brackets that follow."""
    count, place = _count(match)
    span = _SPAN.search(_clause_after(match, text))
    if span is None:
        return None
    years = int(span["last"]) - int(span["first"])
    if years == count or years <= 0:
        return None
    message = _("Từ {first} đến {last} là {years} năm, không phải {count} năm.").format(
        first=span["first"], last=span["last"], years=years, count=count
    )
    return found(_CODE, Severity.ERROR, node, place, message, str(years))


def _wrong_by_year(sheet: Sheet, node: Node, match: re.Match[str], text: str) -> Finding | None:
    """Compare the count with the founding year of the day and the year of the plan."""
    clause = _clause_after(match, text)
    named = [one for start, _end, one in named_days(clause) if start <= _NEAR]
    if not named or _SPAN.search(clause) or not sheet.years or named[0].founded_year is None:
        return None
    count, place = _count(match)
    founded = named[0].founded_year
    span = sheet.span
    years = [
        year
        for year in sheet.years
        if span and (len(sheet.years) == 1 or span.holds(named[0].on(year)))
    ]
    # A day of the next year is prepared for in this one.
    if count in {year - founded + ahead for year in years for ahead in (0, 1)}:
        return None
    right = (years or list(sheet.years))[0] - founded
    message = _("{name} tính từ năm {founded}, tới năm {year} là {count} năm.").format(
        name=named[0].name, founded=founded, year=founded + right, count=right
    )
    return found(_CODE, Severity.WARNING, node, place, message, str(right))
