"""`can-chi`: a lunar year's name that is not the name of the year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tdkt_desktop.checks.finding import Severity
from tdkt_desktop.checks.sheet import Sheet, found
from tdkt_desktop.i18n import _
from tdkt_desktop.vietnamese.can_chi import FoundYearName, find_year_names, year_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.checks.finding import Finding
    from tdkt_desktop.documents.table_places import Node

_CODE: Final = "can-chi"
_SEASON: Final = re.compile(r"\b(?:tết|xuân|năm|nguyên đán|âm lịch)\b[\w\s]{0,14}$", re.IGNORECASE)
_STEM: Final = re.compile(
    r"\b(?:giáp|ất|bính|đinh|mậu|k[ỷỉ]|canh|tân|nhâm|qu[ýí]|giap|at|binh|dinh|mau|ky|nham|quy)\s",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"\W{1,3}(?:năm\s)?(?P<year>(?:19|20)\d\d)(?!\d)")


def check(sheet: Sheet) -> Iterator[Finding]:
    """Yield names of years that do not fit."""
    for node in sheet.worded:
        text = node.text.plain
        if not _STEM.search(text):
            continue
        for name in find_year_names(text):
            if _SEASON.search(text[: name.start]):
                yield from _wrong(sheet, node, name)


def _wrong(sheet: Sheet, node: Node, name: FoundYearName) -> Iterator[Finding]:
    written = _YEAR.match(node.text.plain, name.end)
    place = (name.start, name.end)
    if written is not None:
        year = int(written["year"])
        if not name.fits(year):
            yield found(_CODE, Severity.ERROR, node, place, _message(year), year_name(year))
        return
    years = sheet.years
    if years and not any(name.fits(year) for year in (*years, years[-1] + 1)):
        year = years[-1]
        yield found(_CODE, Severity.WARNING, node, place, _message(year), year_name(year))


def _message(year: int) -> str:
    return _("Năm {year} là năm {name}.").format(year=year, name=year_name(year))
