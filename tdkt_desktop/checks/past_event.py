"""`past-event`: something announced for a day before the document's own date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tdkt_desktop.checks.due_cells import due_nodes
from tdkt_desktop.checks.finding import Severity
from tdkt_desktop.checks.sheet import Sheet, found
from tdkt_desktop.i18n import _
from tdkt_desktop.vietnamese.dates import short_date
from tdkt_desktop.vietnamese.due import read_due

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.checks.finding import Finding

_CODE: Final = "past-event"
_COMING: Final = re.compile(r"\b(?:sẽ|dự kiến|chuẩn bị|sắp)\b[^.;]{0,80}$", re.IGNORECASE)
_DONE: Final = re.compile(r"đã hoàn thành|đã thực hiện|đã xong", re.IGNORECASE)


def check(sheet: Sheet) -> Iterator[Finding]:
    """Yield what is announced too late; a document without a date announces in time."""
    day = sheet.document.issued_on
    span = sheet.span
    if day is None or span is None:
        return
    message = _("Thời điểm này trước ngày ban hành ({day}).").format(day=short_date(day))
    for node in due_nodes(sheet):
        text = sheet.bare(node)
        due = read_due(text, sheet.year, sheet.school_year)
        if due.end and not due.recurring and span.start <= due.end < day and not _DONE.search(text):
            yield found(_CODE, Severity.NOTE, node, (0, len(text)), message)
    for node in sheet.prose:
        text = sheet.bare(node)
        for moment in sheet.moments(node):
            if moment.span.end < day and _COMING.search(text[: moment.start]):
                place = (moment.start, moment.end)
                yield found(_CODE, Severity.WARNING, node, place, message)
