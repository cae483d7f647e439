"""Walks a whole document in reading order; every text comes with its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tdkt_desktop.documents.block_places import block_nodes
from tdkt_desktop.documents.numbering import annex_label
from tdkt_desktop.documents.places import Place, join
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.documents.roles import Role
from tdkt_desktop.documents.table_places import Node
from tdkt_desktop.i18n import N_, _
from tdkt_desktop.vietnamese.dates import blank_date, long_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tdkt_desktop.documents.document import OfficialDocument, Signature

_WORD = re.compile(r"\w+")
_SIGNATURE_PARTS = (
    ("title", Role.SIGNER_TITLE, N_("chức vụ người ký")),
    ("office", Role.SIGNER_OFFICE, N_("chức danh người ký")),
    ("name", Role.SIGNER_NAME, N_("họ tên người ký")),
)


def nodes(document: OfficialDocument) -> Iterator[Node]:
    """Yield every text of a document in reading order, empty ones left out.

    The paths lead to a string or a RichText, except "number" and "issued_on", whose texts are
    put together from several fields.
    """
    yield from (node for node in _all_nodes(document) if node.text)


def words(document: OfficialDocument) -> tuple[str, ...]:
    """Return the words and figures of all texts in reading order, without numbers of the tree."""
    return tuple(word for node in nodes(document) for word in _WORD.findall(node.text.plain))


def number_text(document: OfficialDocument) -> str:
    """Return "05/KH-THHP"; before issue the figure is left out."""
    number = document.number
    return f"{number.value}/{number.symbol}" if number.symbol else number.value


def place_and_date(document: OfficialDocument) -> str:
    """Return "Bến Hạc, ngày 05 tháng 9 năm 2026", with gaps where no date is set."""
    day = long_date(document.issued_on) if document.issued_on else blank_date(document.year)
    return f"{document.place}, {day}" if document.place else day


def annex_name(document: OfficialDocument, index: int) -> str:
    """Return "Phụ lục" or "Phụ lục II", as it is printed above the annex."""
    return annex_label(index, len(document.annexes))


def _all_nodes(document: OfficialDocument) -> Iterator[Node]:
    yield from _opening(document)
    yield from block_nodes(document.body, Place("body", ""), _("Nội dung"))
    yield from _several("closing", document.closing, Role.CLOSING, _("Đoạn kết thứ {count}"))
    yield from _several(
        "recipients", document.recipients, Role.RECIPIENT, _("Nơi nhận, dòng {count}")
    )
    if document.co_signature:
        yield from _signature("co_signature", document.co_signature, _("Người cùng ký"))
    yield from _signature("signature", document.signature, _("Chữ ký"))
    for index in range(len(document.annexes)):
        yield from _annex(document, index)


def _opening(document: OfficialDocument) -> Iterator[Node]:
    head = document.letterhead
    above, issuer = _("Cơ quan chủ quản, dòng {count}"), _("Cơ quan ban hành, dòng {count}")
    yield from _several("letterhead/parent_body", head.parent_body, Role.PARENT_BODY, above)
    yield from _several("letterhead/issuing_body", head.issuing_body, Role.ISSUING_BODY, issuer)
    yield _node("number", _("Số, ký hiệu"), Role.NUMBER, number_text(document))
    yield _node("issued_on", _("Địa danh, ngày"), Role.PLACE_DATE, place_and_date(document))
    yield _node("title", _("Tên văn bản"), Role.TITLE, document.title)
    yield _node("subject", _("Trích yếu"), Role.SUBJECT, document.subject)
    yield _node("authority", _("Thẩm quyền ban hành"), Role.AUTHORITY, document.authority)
    to = _("Kính gửi, dòng {count}")
    yield from _several("addressees", document.addressees, Role.ADDRESSEE, to)
    yield from _several("grounds", document.grounds, Role.GROUND, _("Căn cứ thứ {count}"))
    yield from _several("preamble", document.preamble, Role.PREAMBLE, _("Đoạn mở đầu thứ {count}"))


def _annex(document: OfficialDocument, index: int) -> Iterator[Node]:
    annex, label = document.annexes[index], annex_name(document, index)
    title = _("{annex}, tên phụ lục").format(annex=label)
    yield _node(join("annexes", index, "title"), title, Role.ANNEX_TITLE, annex.title)
    yield from block_nodes(annex.blocks, Place(join("annexes", index, "blocks"), label))


def _signature(field: str, signature: Signature, label: str) -> Iterator[Node]:
    power = f"{label}, " + _("quyền hạn, dòng {count}")
    path = join(field, "authority")
    yield from _several(path, signature.authority, Role.SIGNING_AUTHORITY, power)
    for part, role, words_of in _SIGNATURE_PARTS:
        value: str = getattr(signature, part)
        yield _node(join(field, part), f"{label}, {_(words_of)}", role, value)


def _several(path: str, texts: Iterable[Any], role: Role, label: str) -> Iterator[Node]:
    for index, text in enumerate(texts):
        yield _node(join(path, index), label.format(count=index + 1), role, text)


def _node(path: str, label: str, role: Role, text: RichText | str) -> Node:
    return Node(Place(path, label), role, RichText(text) if isinstance(text, str) else text)
