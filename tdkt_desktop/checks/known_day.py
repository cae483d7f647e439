"""`known-day`: a holiday or a historic day with a date that is not its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tdkt_desktop.checks.day_names import known_day_before
from tdkt_desktop.checks.finding import Severity
from tdkt_desktop.checks.sheet import Sheet, found
from tdkt_desktop.i18n import _
from tdkt_desktop.vietnamese.dates import day_and_month

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.checks.finding import Finding

_CODE: Final = "known-day"
_CHECKED: Final = "SOURCE"
_DAY: Final = re.compile(
    r"(?<![\d/.])(?P<day>0?[1-9]|[12]\d|3[01])\s?[/-]\s?(?P<month>0?[1-9]|1[0-2])"
    r"(?P<year>\s?[/-]\s?\d{4})?(?![\d/])(?!\s?(?:[-–]|đến)\s?\d{1,2}/\d{1,2}(?!/))"
    r"(?!\s?\(?(?:âm lịch|ÂL|AL)\b)"
)


def check(sheet: Sheet) -> Iterator[Finding]:
    """Yield days by name whose date is another."""
    for node in sheet.worded:
        text = sheet.bare(node)
        for match in _DAY.finditer(text):
            known = known_day_before(text, match.start())
            if known is None or known.lunar:
                continue
            if (int(match["day"]), int(match["month"])) == (known.day, known.month):
                continue
            sure = known.verification == _CHECKED or known.founded is not None
            right = day_and_month(known.on(2025))
            message = _("{name} là ngày {day}.").format(name=known.name, day=right)
            yield found(
                _CODE,
                Severity.ERROR if sure else Severity.WARNING,
                node,
                (match.start(), match.end("month")),
                message,
                right,
                certain=True,
            )
