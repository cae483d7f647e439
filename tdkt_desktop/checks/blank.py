"""`blank`: a number, a date, a name or dots that nobody has filled in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tdkt_desktop.checks.finding import Finding, Severity
from tdkt_desktop.checks.sheet import Sheet, found, missing
from tdkt_desktop.documents.places import Place, join
from tdkt_desktop.documents.walk import annex_name
from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator

_CODE: Final = "blank"
_OPEN: Final = re.compile(
    r"\{\{[^{}]*\}\}|«[^»]*»|_{3,}|\[\s*\]"
    # Three dots after a comma go on with a list; after these words they wait for a figure or name.
    r"|(?<![\w”.])(?:\.{5,}|…{2,})|(?:\b(?:số|ngày|tháng|năm|ông|bà|đ/c)|:)\s?(?:\.{3,}|…+)"
    r"(?=[\s,;/)]|$)",
    re.IGNORECASE,
)
_UNDATED: Final = re.compile(
    r"\bngày(?:\s|\.|…)*(?:tháng|/)(?:\s|\.|…|\d)*?(?:năm|/)\s*(?:\d{0,4})(?!\d)", re.IGNORECASE
)
_STARTED: Final = re.compile(r"ngày\s*\d", re.IGNORECASE)
_UNNUMBERED: Final = re.compile(r"\bsố\s*:?[\s.…]*/(?=[A-ZĐ])")


def check(sheet: Sheet) -> Iterator[Finding]:
    """Yield what is left open: an error in a document that is to be signed."""
    severity = Severity.ERROR if sheet.facts.signed else Severity.WARNING
    for node in sheet.worded:
        text = node.text.plain
        dates = [match.span() for match in _UNDATED.finditer(text) if not _STARTED.match(match[0])]
        others = [match.span() for p in (_OPEN, _UNNUMBERED) for match in p.finditer(text)]
        for start, end in (*dates, *(one for one in others if not _within(one, dates))):
            message = _("Chỗ này còn để trống.")
            yield found(_CODE, severity, node, (start, end), message)
    yield from _annex_references(sheet)
    yield from _own(sheet)


def _within(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)


def _annex_references(sheet: Sheet) -> Iterator[Finding]:
    for index, annex in enumerate(sheet.document.annexes):
        text = annex.reference
        opened = [match for p in (_UNNUMBERED, _UNDATED) for match in p.finditer(text)]
        if not opened or _STARTED.match(opened[0][0]):
            continue
        start, end = opened[0].start(), opened[-1].end()
        label = _("{annex}, dòng kèm theo").format(annex=annex_name(sheet.document, index))
        place = Place(join("annexes", index, "reference"), label)
        message = _("Số, ngày của văn bản kèm theo còn để trống.")
        yield Finding(_CODE, Severity.WARNING, place, start, end, text[start:end], message)


def _own(sheet: Sheet) -> Iterator[Finding]:
    """Look at the number and date of a file; the program gives them itself as a plan is issued."""
    if not sheet.facts.from_file:
        return
    document = sheet.document
    if not document.number.value:
        place = Place("number", _("Số, ký hiệu"))
        yield missing(_CODE, Severity.NOTE, place, _("Chưa có số văn bản."))
    if document.issued_on is None:
        place = Place("issued_on", _("Địa danh, ngày"))
        yield missing(_CODE, Severity.NOTE, place, _("Chưa có ngày ban hành."))
