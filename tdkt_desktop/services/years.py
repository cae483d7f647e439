"""The years that records are kept by: "2025-2026" for a school year, "2025" for one of work."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.vietnamese.school_year import SchoolYear
from tdkt_desktop.vietnamese.text import clean_line

_WORKING_YEAR: Final = re.compile(r"(?:19|20)\d\d")


def read_year(text: str) -> str:
    """Return a year as it is stored; raises InputError for what is no year."""
    line = clean_line(text)
    if _WORKING_YEAR.fullmatch(line):
        return line
    try:
        return str(SchoolYear.parse(line))
    except ValueError:
        raise InputError(
            _("Không hiểu năm “{text}”.").format(text=text),
            _("Xin ghi năm học dạng 2025-2026, hoặc năm công tác dạng 2025."),
        ) from None


def days_of(year: str) -> tuple[date, date]:
    """Return the first and the last day of a stored year."""
    if _WORKING_YEAR.fullmatch(year):
        return date(int(year), 1, 1), date(int(year), 12, 31)
    school_year = SchoolYear.parse(year)
    return school_year.first_day, school_year.last_day


def previous_year(year: str) -> str:
    """Return the stored year before one."""
    if _WORKING_YEAR.fullmatch(year):
        return str(int(year) - 1)
    return str(SchoolYear(SchoolYear.parse(year).start - 1))
