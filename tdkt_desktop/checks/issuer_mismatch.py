"""`issuer-mismatch`: an annex or a heading of another body: the mark of a copied file."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from tdkt_desktop.checks.appendix_mentions import mentions
from tdkt_desktop.checks.due_cells import columns_of, tables
from tdkt_desktop.checks.finding import Finding, Severity
from tdkt_desktop.checks.sheet import Sheet, found, missing
from tdkt_desktop.documents.blocks import ColumnRole
from tdkt_desktop.documents.places import Place, join
from tdkt_desktop.documents.roles import Role
from tdkt_desktop.documents.walk import annex_name
from tdkt_desktop.i18n import _
from tdkt_desktop.vietnamese.dates import find_dates, short_date
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.documents.blocks import Table

_CODE: Final = "issuer-mismatch"
_UPPER: Final = "A-ZĐĂÂÊÔƠƯÁÀẢÃẠẮẰẲẴẶẤẦẨẪẬÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ"
_SCHOOL: Final = re.compile(
    r"\b[Tt]rường\s(?:MN|MG|TH|THCS|THPT|TH&THCS|Mầm non|Mẫu giáo|Tiểu học|Trung học cơ sở"
    rf"|Trung học phổ thông)\s(?P<name>[{_UPPER}]\w*(?:\s[{_UPPER}]\w*){{0,4}})"
)
_ABOVE: Final = re.compile(
    r"\b(?:hội đồng|ubnd|ủy ban nhân dân|uỷ ban nhân dân|sở|phòng|hđtđkt)\b[^,;.()]*?"
    r"\b(?P<rank>quận|huyện|tỉnh|thị xã|thành phố|phường|xã|sở)\b",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"số\s*:?\s*(?P<value>\d+)?\s*/\s*(?P<symbol>[\w&–-]+)")
_OF: Final = re.compile(r"\bcủa\s+(?P<body>[^()]+?)\s*[).]*$", re.IGNORECASE)
_WHOSE: Final = {Role.CLOSING, Role.PREAMBLE, Role.ANNEX_TITLE, Role.SUBJECT}
_TELLING: Final = {Role.CLOSING, Role.PREAMBLE, Role.SUBJECT}
_MANY: Final = 5


def check(sheet: Sheet) -> Iterator[Finding]:
    """Yield what belongs to another body than the one that issues the document."""
    yield from _references(sheet)
    yield from _schools(sheet)
    if _is_school(sheet):
        yield from _annexes_of_others(sheet)
        for path, table in tables(sheet):
            yield from _leads(sheet, path, table)


def _own_names(sheet: Sheet) -> tuple[str, ...]:
    """Return the names of the issuer; of the bodies above it only the school of a council."""
    head = sheet.document.letterhead
    above = " ".join(head.parent_body)
    school = above if "truong" in fold(above).split() else ""
    names = (*sheet.facts.own_names, school, " ".join(head.issuing_body))
    return tuple(name for name in names if name)


def _is_school(sheet: Sheet) -> bool:
    """Tell whether the issuer is a school or a council in one."""
    if any("truong" in fold(name).split() for name in _own_names(sheet)):
        return True
    return any(_SCHOOL.search(node.text.plain) for node in sheet.nodes if node.role in _TELLING)


# The line "(Kèm theo Kế hoạch số … của …)" -----------------------------------------------------


def _references(sheet: Sheet) -> Iterator[Finding]:
    for index, annex in enumerate(sheet.document.annexes):
        if annex.reference:
            label = _("{annex}, dòng kèm theo").format(annex=annex_name(sheet.document, index))
            place = Place(join("annexes", index, "reference"), label)
            yield from _reference(sheet, place, annex.reference)


def _reference(sheet: Sheet, place: Place, text: str) -> Iterator[Finding]:
    number = _NUMBER.search(text)
    own = sheet.document.number
    if number and own.symbol:
        symbol = number["symbol"].replace("–", "-")
        other_value = number["value"] and own.value and int(number["value"]) != int(own.value)
        if symbol != own.symbol or other_value:
            message = _("Phụ lục ghi kèm theo văn bản số khác; văn bản này số {number}.").format(
                number=f"{own.value}/{own.symbol}"
            )
            yield _at(place, text, number.span(), message)
    for day in find_dates(re.sub(r"(?<=\d)\s*/\s*(?=\d)", "/", text)):
        issued = sheet.document.issued_on
        if issued and day.day and day.day != issued:
            message = _("Phụ lục ghi ngày khác; văn bản này ngày {day}.").format(
                day=short_date(issued)
            )
            yield _at(place, text, (0, len(text)), message)
    body = _OF.search(text)
    if body and _is_school(sheet) and _is_above(sheet, body["body"]):
        message = _("Phụ lục ghi ban hành kèm theo văn bản của cơ quan khác.")
        yield _at(place, text, body.span("body"), message)


def _at(place: Place, text: str, span: tuple[int, int], message: str) -> Finding:
    start, end = span
    return Finding(_CODE, Severity.ERROR, place, start, end, text[start:end], message)


def _is_above(sheet: Sheet, body: str) -> bool:
    """Tell whether a body is one above the school, and not the school or its council."""
    folded = fold(body)
    if not _ABOVE.search(body) or "truong" in folded.split():
        return False
    return not any(fold(name) in folded for name in _own_names(sheet))


# Names of schools ----------------------------------------------------------------------------


def _schools(sheet: Sheet) -> Iterator[Finding]:
    """Compare the schools named where only the own one can be meant."""
    named = [
        (node, match)
        for node in sheet.nodes
        if node.role in _WHOSE
        for match in _SCHOOL.finditer(sheet.bare(node))
    ]
    own = fold(" ".join(_own_names(sheet)))
    if not own and len({fold(match["name"]) for _node, match in named}) > 1:
        own = Counter(fold(match["name"]) for _node, match in named).most_common(1)[0][0]
    for node, match in named:
        if own and "truong" in own and not _same(fold(match["name"]), own):
            message = _("Tên trường ở đây khác với tên cơ quan ban hành.")
            yield found(_CODE, Severity.WARNING, node, match.span(), message)


def _same(name: str, own: str) -> bool:
    return " ".join(name.split()[:2]) in own


# Annexes and tables of a body above ----------------------------------------------------------


def _annexes_of_others(sheet: Sheet) -> Iterator[Finding]:
    for mention in mentions(sheet):
        text = mention.node.text.plain
        if mention.number is None or text[:40].find("lục") < 0:
            continue
        rest = text[mention.end : mention.end + 120]
        other = re.search(r"\bcủa\s+", rest)
        if other and (body := _ABOVE.match(rest, other.end())) and _is_above(sheet, body[0]):
            span = (mention.end + body.start(), mention.end + body.end())
            message = _("Phụ lục được gọi là của cơ quan khác, không phải của nhà trường.")
            yield found(_CODE, Severity.WARNING, mention.node, span, message)


def _leads(sheet: Sheet, path: str, table: Table) -> Iterator[Finding]:
    """Report a table whose tasks are mostly led by a body above the school."""
    columns = columns_of(table, ColumnRole.LEAD) or columns_of(table, ColumnRole.EXECUTOR)
    for column in columns[:1]:
        cells = [row.cells[column].plain for group in table.groups for row in group.rows]
        filled = [cell for cell in cells if cell.strip()]
        above = [cell for cell in filled if _is_above(sheet, cell)]
        if len(filled) >= _MANY and 2 * len(above) > len(filled):
            message = _("Phần lớn dòng của bảng do cơ quan cấp trên chủ trì: bảng có vẻ chép lại.")
            yield missing(_CODE, Severity.WARNING, Place(path, _table_label(path)), message)


def _table_label(path: str) -> str:
    return _("Bảng trong phụ lục") if path.startswith("annexes") else _("Bảng trong nội dung")
