"""Months and quarters with their year, moved by the years between two plans."""

from __future__ import annotations

import re
from typing import Final

from tdkt_desktop.i18n import _
from tdkt_desktop.services.rolling_changes import ChangeKind
from tdkt_desktop.services.rolling_frame import Found, Scan

_Y: Final = r"(?:19|20)\d\d(?![\d/])"
_MONTH: Final = re.compile(
    rf"(?:\btháng\s?)?(?<![\d/.\-–])(?:0?[1-9]|1[0-2])\s?/\s?{_Y}"
    rf"|\btháng\s?(?:0?[1-9]|1[0-2])(?:\s?[-–]|,?\s?năm)\s?{_Y}",
    re.IGNORECASE,
)
_QUARTER: Final = re.compile(
    rf"\b(?:quý|qúy)\s?(?:I{{1,3}}|IV|[1-4])\s?(?:[-–/,(]|năm)*\s?{_Y}", re.IGNORECASE
)
# The end of "15/10-20/11/2026", and a date with only its year filled in: "…/…/2026".
_LOOSE: Final = re.compile(
    r"(?:(?<=[-–])\d{1,2}/\d{1,2}/|(?<=[\s./…])/\s*|…/)(?P<year>(?:19|20)\d\d)(?![\d/])"
)
_LATE: Final = re.compile(r"\b1[0-2]\D|IV")
_YEAR_AT_END: Final = re.compile(r"(?:19|20)\d\d$")


def months_and_quarters(scan: Scan) -> None:
    """Move the year of each month and quarter near the plan."""
    for pattern, kind in ((_QUARTER, ChangeKind.YEAR), (_MONTH, ChangeKind.DUE)):
        for match in pattern.finditer(scan.text):
            year = _YEAR_AT_END.search(match[0])
            if year and scan.free(*match.span()) and scan.frame.near(int(year[0])):
                moved = int(year[0]) + scan.frame.shift
                after = f"{match[0][: year.start()]}{moved}"
                reason = _misplaced(scan, after, int(year[0])) if scan.is_due else ""
                scan.put(Found(match.start(), match.end(), after, kind, reason))


def _misplaced(scan: Scan, after: str, year: int) -> str:
    """Return the doubt about a due of a year that is not the plan's; a year-end before it is."""
    if year in scan.frame.years or (year < scan.frame.years[0] and _LATE.search(after)):
        return ""
    return _("“{quote}” không thuộc {period}; xin xem lại.").format(
        quote=after, period=scan.frame.new.name
    )


def loose_ends(scan: Scan) -> None:
    """Move the year of what is no full date by itself."""
    for match in _LOOSE.finditer(scan.text):
        year = int(match["year"])
        if scan.free(*match.span("year")) and scan.frame.near(year):
            moved = str(year + scan.frame.shift)
            scan.put(Found(*match.span("year"), moved, ChangeKind.DUE))
