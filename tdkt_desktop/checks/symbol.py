"""`symbol`: a document number that is not formed as Decree 30/2020 says."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tdkt_desktop.checks.finding import Severity
from tdkt_desktop.checks.sheet import Sheet, found
from tdkt_desktop.documents.document import DocumentKind
from tdkt_desktop.documents.legal_reference_words import kind_of_number
from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.checks.finding import Finding
    from tdkt_desktop.documents.legal_reference import LegalReference
    from tdkt_desktop.documents.table_places import Node

_CODE: Final = "symbol"
_OWN: Final = {
    DocumentKind.PLAN: "KH", DocumentKind.DECISION: "QĐ", DocumentKind.SUBMISSION: "TTr",
    DocumentKind.MINUTES: "BB", DocumentKind.REPORT: "BC", DocumentKind.NOTICE: "TB",
    DocumentKind.INVITATION: "GM",
}  # fmt: skip
_WELL_FORMED: Final = re.compile(r"[A-ZĐa-z]{1,4}(?:-[A-ZĐÂĂÊÔƠƯ0-9&.]+)+")
_YEARLESS: Final = re.compile(r"\d+[a-z]?/(?:NĐ|ND|TT|TTLT)-", re.IGNORECASE)
_BODIES: Final = {
    "-SGDĐT": ("sở", "giám đốc"),
    "-UBND": ("ubnd", "ủy ban", "uỷ ban"),
    "-BGDĐT": ("bộ",),
    "-BNV": ("bộ",),
    "NĐ-CP": ("chính phủ",),
    "-HĐTĐKT": ("hội đồng", "hđ"),
}
_PLAIN_D: Final = {
    "ND-CP": "NĐ-CP", "QD-": "QĐ-", "UBNĐ": "UBND", "GDDT": "GDĐT", "TDKT": "TĐKT",
}  # fmt: skip


def check(sheet: Sheet) -> Iterator[Finding]:
    """Yield the document's own symbol and the cited numbers that are not well formed."""
    yield from _own(sheet)
    for node in sheet.worded:
        for reference in sheet.references(node):
            yield from _cited(node, reference)


def _own(sheet: Sheet) -> Iterator[Finding]:
    symbol = sheet.document.number.symbol
    if not symbol:
        return
    node = sheet.by_path.get("number")
    wanted = _OWN[sheet.document.kind]
    start, _dash, _rest = symbol.partition("-")
    if node is None:
        return
    span = (len(node.text.plain) - len(symbol), len(node.text.plain))
    if not _WELL_FORMED.fullmatch(symbol):
        message = _("Ký hiệu gồm chữ viết tắt tên loại và cơ quan, nối bằng dấu “-”, không cách.")
        yield found(_CODE, Severity.ERROR, node, span, message, symbol.replace("_", "-"))
    elif start != wanted:
        message = _("Ký hiệu của loại văn bản này bắt đầu bằng “{wanted}-”.").format(wanted=wanted)
        yield found(_CODE, Severity.WARNING, node, span, message)


def _cited(node: Node, reference: LegalReference) -> Iterator[Finding]:
    if not reference.number:
        return
    span = _place(node, reference)
    if span is None:
        return
    right = _tidy(reference.number)
    if right != reference.number:
        message = _("Số, ký hiệu viết theo NĐ 30 là “{right}”.").format(right=right)
        yield found(_CODE, Severity.WARNING, node, span, message, right)
    if _YEARLESS.match(reference.number):
        message = _("Số của {kind} có năm ban hành, dạng 30/2020/NĐ-CP.").format(
            kind=reference.kind.lower()
        )
        yield found(_CODE, Severity.WARNING, node, span, message)
    elif _other_body(replace(reference, number=right)):
        message = _("Ký hiệu là của cơ quan khác với “{issuer}”.").format(issuer=reference.issuer)
        yield found(_CODE, Severity.WARNING, node, span, message)
    elif _other_kind(reference):
        message = _("Ký hiệu là của {kind}, trong câu lại gọi là {named}.").format(
            kind=kind_of_number(reference.number, "").lower(), named=reference.kind.lower()
        )
        yield found(_CODE, Severity.WARNING, node, span, message)


def _other_body(reference: LegalReference) -> bool:
    """Tell whether the symbol names another kind of body than the sentence does."""
    issuer = reference.issuer.lower()
    return bool(issuer) and any(
        mark in reference.number and not any(word in issuer for word in words)
        for mark, words in _BODIES.items()
    )


def _tidy(number: str) -> str:
    right = number.replace("_", "-")
    for wrong, written in _PLAIN_D.items():
        right = right.replace(wrong, written)
    return right


def _other_kind(reference: LegalReference) -> bool:
    told = kind_of_number(reference.number, "")
    named = reference.kind
    if "Công văn" in (told, named) or told == named:
        return False
    # One symbol serves several kinds of like name ("Kế hoạch liên tịch", "Hướng dẫn liên ngành").
    return not (told.startswith(named) or named.startswith(told) or named in ("Văn bản", "Luật"))


def _place(node: Node, reference: LegalReference) -> tuple[int, int] | None:
    """Return where the number stands in the text, blanks or not."""
    spaced = r"\s*".join(re.escape(letter) for letter in reference.number)
    spaced = spaced.replace(r"\-", "[-–]")
    match = re.compile(spaced).search(node.text.plain, reference.start, reference.end)
    return match.span() if match else None
