"""Finds the year or school year that a plan is for."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.roles import Role
from tdkt_desktop.vietnamese.school_year import SchoolYear

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.imports.reading import UnderstoodItem

_SCHOOL_YEAR: Final = re.compile(r"\b(20\d{2})\s*[-–—/]\s*(20\d{2})\b")
_YEAR: Final = re.compile(r"(?<![\d/.-])(20\d{2})(?!\d|\s*[-–—/]\s*\d)")
_NAMED: Final = re.compile(r"năm\s+(20\d{2})(?!\d|\s*[-–—/]\s*\d)", re.IGNORECASE)
_TELLING: Final = {Role.CLOSING, Role.PREAMBLE, Role.ANNEX_TITLE}


def find_years(items: Sequence[UnderstoodItem]) -> tuple[int | None, SchoolYear | None]:
    """Return the year and the school year: of the subject, else of the text, else of the date."""
    subject = " ".join(i.text.plain for i in items if i.role is Role.SUBJECT)
    year, school_year = _years_in(subject)
    if year is None and school_year is None:
        year, school_year = _of_content(items)
    if year is None and school_year is None:
        year = _of_date(items)
    return (school_year.start if year is None and school_year else year), school_year


def _years_in(text: str) -> tuple[int | None, SchoolYear | None]:
    years = [*_NAMED.findall(text), *_YEAR.findall(_SCHOOL_YEAR.sub("", text))]
    schools = [SchoolYear(int(a)) for a, b in _SCHOOL_YEAR.findall(text) if int(b) == int(a) + 1]
    return (int(years[0]) if years else None), (schools[0] if schools else None)


def _of_content(items: Sequence[UnderstoodItem]) -> tuple[int | None, SchoolYear | None]:
    """Return the year named most often as `năm …`; a school year only where no year is named."""
    telling = " ".join(i.text.plain for i in items if i.role in _TELLING)
    whole = " ".join(i.text.plain for i in items if i.level is not None)
    for text in (telling, whole):
        years = Counter(int(year) for year in _NAMED.findall(text))
        schools = Counter(int(a) for a, b in _SCHOOL_YEAR.findall(text) if int(b) == int(a) + 1)
        if years and years.most_common(1)[0][1] >= schools.total():
            return years.most_common(1)[0][0], None
        if schools:
            return None, SchoolYear(schools.most_common(1)[0][0])
    return None, None


def _of_date(items: Sequence[UnderstoodItem]) -> int | None:
    for item in items:
        found = _YEAR.search(item.text.plain) if item.role is Role.PLACE_DATE else None
        if found:
            return int(found[1])
    return None
