"""`legal-basis`: grounds that are not in force, wrongly dated, or cited in two ways."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tdkt_desktop.checks.finding import Severity
from tdkt_desktop.checks.sheet import Sheet, found
from tdkt_desktop.documents.roles import Role
from tdkt_desktop.i18n import _
from tdkt_desktop.vietnamese.dates import short_date
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.checks.facts import KnownLaw
    from tdkt_desktop.checks.finding import Finding
    from tdkt_desktop.documents.legal_reference import LegalReference
    from tdkt_desktop.documents.table_places import Node

_CODE: Final = "legal-basis"
_BASES: Final = {Role.GROUND, Role.PREAMBLE}


def check(sheet: Sheet) -> Iterator[Finding]:
    """Yield what is wrong with the documents that this one rests on or names."""
    first: dict[tuple[str, str], tuple[str, LegalReference]] = {}
    for node in sheet.worded:
        outer = _outer(sheet, node)
        for reference in sheet.references(node):
            if reference in outer:
                yield from _against_catalogue(sheet, node, reference)
            yield from _against_first(node, reference, first)


def _outer(sheet: Sheet, node: Node) -> list[LegalReference]:
    """Return the references that are no part of the subject of the one before.

    In a ground what follows without a semicolon still belongs to the subject: "hướng dẫn thi hành
    Luật … và Nghị định …".
    """
    text = node.text.plain
    outer: list[LegalReference] = []
    reached = 0
    for reference in sheet.references(node):
        parted = node.role is not Role.GROUND or ";" in text[reached : reference.start]
        if not outer or (reference.start >= reached and parted):
            outer.append(reference)
        reached = max(reached, reference.end)
    return outer


def _against_catalogue(sheet: Sheet, node: Node, reference: LegalReference) -> Iterator[Finding]:
    law = sheet.facts.law
    if law is None:
        return
    head = node.text.plain[reference.start : reference.end]
    known = law.cited(head)
    if len(known) != 1:
        return
    one = known[0]
    span = (reference.start, reference.end)
    if reference.issued_on and one.issued and reference.issued_on != one.issued:
        message = _("{number} ban hành ngày {day}.").format(
            number=one.number or one.name, day=short_date(one.issued)
        )
        yield found(_CODE, Severity.ERROR, node, span, message, one.name)
        return
    if node.role in _BASES:
        yield from _validity(sheet, node, span, one)


def _validity(sheet: Sheet, node: Node, span: tuple[int, int], law: KnownLaw) -> Iterator[Finding]:
    if sheet.span is None:
        return
    # A draft without a date may still be issued on any day of its year.
    first = sheet.document.issued_on or sheet.span.start
    last = sheet.document.issued_on or sheet.span.end
    if law.effective_to is not None and first > law.effective_to:
        message = _("Văn bản này hết hiệu lực từ sau ngày {day}.").format(
            day=short_date(law.effective_to)
        )
        yield found(_CODE, Severity.ERROR, node, span, message, law.successor)
    elif law.effective_from is not None and last < law.effective_from:
        message = _("Văn bản này có hiệu lực từ ngày {day}, sau ngày của văn bản.").format(
            day=short_date(law.effective_from)
        )
        yield found(_CODE, Severity.WARNING, node, span, message)


def _against_first(
    node: Node, reference: LegalReference, first: dict[tuple[str, str], tuple[str, LegalReference]]
) -> Iterator[Finding]:
    """Compare with the first citation of what must be the same document."""
    key = _key(reference)
    if key is None:
        return
    _path, before = first.setdefault(key, (node.place.path, reference))
    if before is reference:
        return
    span = (reference.start, reference.end)
    if before.number != reference.number:
        message = _("Cùng một văn bản nhưng chỗ khác ghi “{other}”.").format(other=before.number)
        yield found(_CODE, Severity.WARNING, node, span, message, before.number)
    elif None not in (before.issued_on, reference.issued_on) and (
        before.issued_on != reference.issued_on
    ):
        message = _("Cùng số {number} nhưng chỗ khác ghi ngày khác ({day}).").format(
            number=reference.number, day=short_date(before.issued_on) if before.issued_on else ""
        )
        yield found(_CODE, Severity.WARNING, node, span, message)


def _key(reference: LegalReference) -> tuple[str, str] | None:
    """Return what two spellings of one number have in common: with its day or its year."""
    if not reference.number:
        return None
    letters = re.sub(r"[^a-z0-9/]", "", fold(reference.number))
    day = reference.issued_on.isoformat() if reference.issued_on else ""
    has_year = re.search(r"/(?:19|20)\d\d/", reference.number)
    return (letters, "" if has_year else day)
