"""`impossible-date`: a day that no calendar has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tdkt_desktop.checks.due_cells import due_nodes
from tdkt_desktop.checks.finding import Severity
from tdkt_desktop.checks.sheet import Sheet, found
from tdkt_desktop.i18n import _
from tdkt_desktop.vietnamese.dates import find_dates
from tdkt_desktop.vietnamese.spans import days_of_month

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.checks.finding import Finding
    from tdkt_desktop.documents.table_places import Node

_CODE: Final = "impossible-date"
_LEAP_YEAR: Final = 2024
_SHORT: Final = re.compile(
    r"(?<![\d/.\-–])(?P<day>\d{1,2})\s?/\s?(?P<month>\d{1,2})(?!\s?[\d/])(?![\w%])"
)
_FIGURE: Final = re.compile(r"\d")
_LEAD: Final = re.compile(r"\b(?:ngày|trước|đến|hết|từ|hạn)\s(?:ngày\s)?$", re.IGNORECASE)
_MONTH: Final = re.compile(r"\btháng\s?(?P<month>1[3-9]|[2-9]\d|0{1,2})(?!\d)(?!\s?(?:ngày|tuổi))")
_MONTHS: Final = 12


def check(sheet: Sheet) -> Iterator[Finding]:
    """Yield dates that do not exist."""
    dues = {node.place for node in due_nodes(sheet)}
    for node in sheet.worded:
        text = node.text.plain
        if not _FIGURE.search(text):
            continue
        for one in find_dates(text):
            if one.day is None:
                yield _finding(node, one.start, one.end)
        for match in _SHORT.finditer(sheet.bare(node)):
            dated = node.place in dues or _LEAD.search(text[: match.start()])
            if dated and not _exists(int(match["day"]), int(match["month"])):
                yield _finding(node, *match.span())
        for match in _MONTH.finditer(text):
            yield _finding(node, *match.span())


def _exists(day: int, month: int) -> bool:
    if not 1 <= month <= _MONTHS:
        return False
    return 1 <= day <= days_of_month(_LEAP_YEAR, month).end.day


def _finding(node: Node, start: int, end: int) -> Finding:
    return found(_CODE, Severity.ERROR, node, (start, end), _("Lịch không có ngày hoặc tháng này."))
