"""`truncated-date`: a day whose month, or a date whose year, was left off."""

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

_CODE: Final = "truncated-date"
_OPEN: Final = re.compile(
    r"(?<![\d/.\w])(?P<day>0?[1-9]|[12]\d|3[01])/(?:(?:0?[1-9]|1[0-2])/)?(?=\s*(?:[,;.)…]|$))"
)
_SHORT: Final = re.compile(
    r"(?<![\d/.\w])(?:(?:0?[1-9]|[12]\d|3[01])/)?(?:0?[1-9]|1[0-2])/(?:20\d|2\d{4,})(?![\d/])"
)


def check(sheet: Sheet) -> Iterator[Finding]:
    """Yield dates that break off."""
    for node in sheet.worded:
        text = sheet.bare(node)
        for match in _OPEN.finditer(text):
            known = known_day_before(text, match.start())
            written = day_and_month(known.on(2025)) if known and not known.lunar else ""
            fits = written.startswith(f"{int(match['day']):02d}/")
            message = _("Ngày viết dở: sau dấu “/” còn thiếu tháng hoặc năm.")
            yield found(
                _CODE, Severity.ERROR, node, match.span(), message, written if fits else "",
                certain=fits,
            )  # fmt: skip
        for match in _SHORT.finditer(text):
            message = _("Năm viết thiếu hoặc thừa chữ số.")
            yield found(_CODE, Severity.ERROR, node, match.span(), message)
