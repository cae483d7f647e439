"""`signature`: authority, office or name that is missing or does not fit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tdkt_desktop.checks.finding import Finding, Severity
from tdkt_desktop.checks.sheet import Sheet, found, missing
from tdkt_desktop.documents.body_names import is_council
from tdkt_desktop.documents.places import Place
from tdkt_desktop.i18n import _
from tdkt_desktop.vietnamese.names import strip_titles
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.documents.document import Signature

_CODE: Final = "signature"
_POWER: Final = re.compile(r"(?:TM|KT|TL|TUQ|Q)\.\s[^\W\d_].*")
_POWER_START: Final = re.compile(r"(?P<power>TM|KT|TL|TUQ|Q)\s*[./:]?\s*(?P<who>.*)", re.IGNORECASE)
_DEPUTY: Final = re.compile(r"^pho\s")


def check(sheet: Sheet) -> Iterator[Finding]:
    """Yield what is wrong with the signatures."""
    document = sheet.document
    fields = {"signature": document.signature}
    if document.co_signature:
        fields["co_signature"] = document.co_signature
    for field, signature in fields.items():
        yield from _missing(field, signature)
        yield from _authority(sheet, field, signature)
        yield from _name(sheet, field, signature)
    yield from _council(sheet, document.signature)


def _missing(field: str, signature: Signature) -> Iterator[Finding]:
    place = Place(field, _("Chữ ký"))
    if not signature.title:
        yield missing(_CODE, Severity.WARNING, place, _("Chưa ghi chức vụ của người ký."))
    if not signature.name:
        yield missing(_CODE, Severity.WARNING, place, _("Chưa ghi họ tên người ký."))


def _authority(sheet: Sheet, field: str, signature: Signature) -> Iterator[Finding]:
    for index, line in enumerate(signature.authority):
        node = sheet.by_path.get(f"{field}/authority/{index}")
        match = _POWER_START.fullmatch(line)
        if node and match and match["who"] and not _POWER.fullmatch(line):
            message = _("Quyền hạn ký viết tắt có dấu chấm và cách một chữ: “TM. HỘI ĐỒNG”.")
            right = f"{match['power'].upper()}. {match['who']}"
            span = (0, len(line))
            yield found(_CODE, Severity.WARNING, node, span, message, right, certain=True)
    deputy = _DEPUTY.match(fold(signature.title)) is not None
    acting = any(line.upper().startswith(("KT.", "KT ")) for line in signature.authority)
    node = sheet.by_path.get(f"{field}/title")
    if node and deputy and not acting and not signature.office:
        chief = signature.title[4:].strip()
        message = _("Cấp phó ký thay thì ghi “KT.” và chức vụ của cấp trưởng ở trên.")
        yield found(
            _CODE, Severity.WARNING, node, (0, len(signature.title)), message, f"KT. {chief}"
        )


def _name(sheet: Sheet, field: str, signature: Signature) -> Iterator[Finding]:
    node = sheet.by_path.get(f"{field}/name")
    bare = strip_titles(signature.name)
    if node and bare != signature.name.strip():
        message = _("Họ tên người ký không ghi học hàm, học vị, danh hiệu.")
        yield found(
            _CODE, Severity.WARNING, node, (0, len(signature.name)), message, bare, certain=True
        )


def _council(sheet: Sheet, signature: Signature) -> Iterator[Finding]:
    """Look whether who signs goes with who issues."""
    issuer = sheet.document.letterhead.issuing_body
    node = sheet.by_path.get("signature/title")
    if not issuer or node is None:
        return
    for_body = any(fold(line).startswith("tm.") for line in signature.authority)
    span = (0, len(node.text.plain))
    if is_council(issuer) and not for_body and fold(" ".join(issuer)).startswith("hoi dong"):
        message = _("Văn bản của hội đồng do chủ tịch ký thay mặt: “TM. HỘI ĐỒNG”.")
        yield found(_CODE, Severity.WARNING, node, span, message)
    elif for_body and fold(" ".join(issuer)).startswith("truong "):
        message = _("Hiệu trưởng ký theo chế độ thủ trưởng, không ghi “TM.”.")
        yield found(_CODE, Severity.WARNING, node, span, message)
