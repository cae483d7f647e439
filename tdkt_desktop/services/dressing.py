"""Gives a document read from a file what the file did not say and the school's profile does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tdkt_desktop.documents.document import DocumentKind, Letterhead, Signature
from tdkt_desktop.i18n import _
from tdkt_desktop.services.school_profile import letterhead_of, signature_of, symbol_of

if TYPE_CHECKING:
    from tdkt_desktop.documents.document import OfficialDocument
    from tdkt_desktop.services.school_profile import SchoolProfile

_ABBREVIATIONS = {DocumentKind.PLAN: "KH"}


def with_school(
    document: OfficialDocument, profile: SchoolProfile
) -> tuple[OfficialDocument, tuple[str, ...]]:
    """Fill what is missing at the head and the foot of a document from the school's profile.

    Returns the document and a sentence for each part that was filled. Whatever the file says
    stays; while nobody has named the school, nothing is filled.
    """
    if not profile.is_named:
        return document, ()
    changes: dict[str, object] = {}
    filled: list[str] = []
    if document.letterhead == Letterhead():
        changes["letterhead"] = letterhead_of(profile)
        filled.append(_("tên cơ quan"))
    if not document.number.symbol:
        number = symbol_of(profile, _ABBREVIATIONS.get(document.kind, ""))
        changes["number"] = replace(number, value=document.number.value)
        filled.append(_("ký hiệu"))
    if not document.place:
        changes["place"] = profile.place
        filled.append(_("địa danh"))
    if document.signature == Signature():
        changes["signature"] = signature_of(profile)
        filled.append(_("người ký"))
    if not document.recipients and profile.recipients:
        changes["recipients"] = profile.recipients
        filled.append(_("nơi nhận"))
    sentence = _("Tệp không có {part}; đã lấy theo hồ sơ nhà trường.")
    return replace(document, **changes), tuple(sentence.format(part=part) for part in filled)  # type: ignore[arg-type] # fields by name
