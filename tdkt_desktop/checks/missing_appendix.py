"""`missing-appendix`: an annex that is named and not there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tdkt_desktop.checks.appendix_mentions import mentions
from tdkt_desktop.checks.finding import Severity
from tdkt_desktop.checks.sheet import Sheet, found
from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.checks.finding import Finding

_CODE: Final = "missing-appendix"


def check(sheet: Sheet) -> Iterator[Finding]:
    """Yield the first mention of each annex that the document does not have."""
    there = len(sheet.document.annexes)
    told: set[int] = set()
    for mention in mentions(sheet):
        number = mention.number or 1
        if number <= there or number in told:
            continue
        told.add(number)
        message = (
            _("Văn bản chỉ có {count} phụ lục.").format(count=there)
            if there
            else _("Văn bản không có phụ lục nào.")
        )
        span = (mention.start, mention.end)
        yield found(_CODE, Severity.ERROR, mention.node, span, message)
