"""`weekday`: a day of the week that the date does not fall on."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from tdkt_desktop.checks.finding import Severity
from tdkt_desktop.checks.sheet import Sheet, found, matches
from tdkt_desktop.i18n import _
from tdkt_desktop.vietnamese.dates import short_date, weekday_name
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.checks.finding import Finding

_CODE: Final = "weekday"
_WEEKDAYS: Final = {
    "hai": 0, "2": 0, "ba": 1, "3": 1, "tu": 2, "4": 2, "nam": 3, "5": 3, "sau": 4, "6": 4,
    "bay": 5, "7": 5,
}  # fmt: skip
_NAMED: Final = re.compile(
    r"\b(?P<name>[Tt]hứ\s(?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy|[2-7])|[Cc]hủ\s[Nn]hật)"
    r"[\s,(–-]{1,3}(?:ngày\s)?(?P<day>\d{1,2})\s?(?:[/.-]|tháng)\s?(?P<month>\d{1,2})"
    r"(?:\s?(?:[/.-]|năm)\s?(?P<year>\d{4}))?(?!\d)"
)


def check(sheet: Sheet) -> Iterator[Finding]:
    """Yield weekdays that are not those of their dates."""
    for node, match in matches(_NAMED, sheet.worded):
        day = _day(match, sheet)
        if day is None or day.weekday() == _weekday(match["name"]):
            continue
        right = weekday_name(day)
        written = right if match["name"][0].isupper() else right[0].lower() + right[1:]
        severity = Severity.ERROR if match["year"] else Severity.WARNING
        message = _("Ngày {day} là {weekday}.").format(day=short_date(day), weekday=right)
        yield found(_CODE, severity, node, match.span("name"), message, written)


def _weekday(name: str) -> int:
    return _WEEKDAYS.get(fold(name).split()[-1], 6)


def _day(match: re.Match[str], sheet: Sheet) -> date | None:
    """Return the day; without a year, that of the only year that the plan reaches."""
    month = int(match["month"])
    if match["year"]:
        year = int(match["year"])
    elif sheet.school_year is not None:
        year = sheet.school_year.start + (month < sheet.school_year.first_day.month)
    elif sheet.year is not None:
        year = sheet.year
    else:
        return None
    try:
        return date(year, month, int(match["day"]))
    except ValueError:
        return None
