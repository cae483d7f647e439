"""The block above the title: whose document it is, its number, where and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdkt_desktop.documents.body_names import break_name
from tdkt_desktop.documents.document import Orientation
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.documents.roles import Role
from tdkt_desktop.exports.line_fitting import line_widths, needed_width
from tdkt_desktop.exports.metrics import text_width
from tdkt_desktop.exports.pieces import HeaderFlow, Line, RuleLine
from tdkt_desktop.exports.printable import printable
from tdkt_desktop.exports.rule_lines import part_length, ruled
from tdkt_desktop.vietnamese.dates import blank_date, long_date
from tdkt_desktop.vietnamese.text import NBSP

if TYPE_CHECKING:
    from tdkt_desktop.documents.document import DocumentNumber, OfficialDocument
    from tdkt_desktop.documents.layout_profile import HeaderRules
    from tdkt_desktop.documents.page_settings import Layout

_SMALLEST_TWO_DIGITS = 10


def header_flow(document: OfficialDocument, layout: Layout) -> HeaderFlow:
    """Return the printed header of a document."""
    rules = layout.profile.header
    kind = layout.profile.kind(document.kind)
    numbered = _line(layout, Role.NUMBER, number_text(document.number, rules))
    dated = _dated(document, layout)
    number = numbered if kind.number else None
    place_date = dated if kind.place_date else None
    left, right, hang = _columns(layout, number, place_date)
    names = _left(document, layout, left)
    if _height(names) > rules.lines_max:
        left, right, hang = _columns(layout, number, place_date, wanted=layout.portrait.text_width)
        names = _left(document, layout, left)
    return HeaderFlow(
        left_width=left,
        right_width=right,
        hang=hang,
        row_gap=rules.row_gap,
        left=tuple(names),
        right=tuple(_right(layout, right)),
        number=number,
        place_date=place_date,
    )


def number_phrase(number: DocumentNumber, rules: HeaderRules) -> str:
    """Return a number and symbol, `05/KH-THHP`, with a blank for a number to come (L20, L21)."""
    value = printable(number.value).strip()
    if value.isdecimal() and int(value) < _SMALLEST_TWO_DIGITS:
        value = f"{int(value):02d}"
    symbol = printable(number.symbol).strip()
    return (value or NBSP * rules.number_blank) + (f"/{symbol}" if symbol else "")


def number_text(number: DocumentNumber, rules: HeaderRules) -> str:
    """Return the line `Số: 05/KH-THHP`."""
    phrase = number_phrase(number, rules)
    return f"Số:{phrase}" if phrase.startswith(NBSP) else f"Số: {phrase}"


def date_phrase(document: OfficialDocument) -> str:
    """Return `ngày 05 tháng 9 năm 2026`, with blanks for a day to come (L25)."""
    day = document.issued_on
    return long_date(day) if day else blank_date(document.year)


def place_date_text(document: OfficialDocument) -> str:
    """Return the line `Hoà Phú, ngày 05 tháng 9 năm 2026`."""
    place = printable(document.place).strip()
    phrase = date_phrase(document)
    return f"{place}, {phrase}" if place else phrase


def _dated(document: OfficialDocument, layout: Layout) -> Line:
    """Return the line of place and date; it breaks behind a place too long to leave room."""
    line = _line(layout, Role.PLACE_DATE, place_date_text(document))
    room = layout.portrait.text_width - layout.profile.header.left_least
    if needed_width(line.text, line.style) + layout.profile.header.slack <= room:
        return line
    place = printable(document.place).strip()
    return _line(layout, Role.PLACE_DATE, f"{place},\n{date_phrase(document)}")


def _height(lines: list[Line | RuleLine]) -> int:
    """Return how many lines of words there are."""
    return sum(line.text.plain.count("\n") + 1 for line in lines if isinstance(line, Line))


def _columns(
    layout: Layout, number: Line | None, place_date: Line | None, wanted: float = 0.0
) -> tuple[float, float, float]:
    """Return both widths and how far the block hangs into the left margin (L27).

    The national name and the date must stay on one line, and the issuer must not be squeezed. A
    long number, or a left side that wants more, takes room from the right, then from what the
    margin has above the least of the law.
    """
    rules = layout.profile.header
    total = layout.portrait.text_width
    name = _line(layout, Role.NATIONAL_NAME, layout.profile.words.national_name)
    above = [line for line in (name, place_date) if line]
    least = max(needed_width(line.text, line.style) for line in above) + rules.slack
    wanted = max(wanted, rules.left_min)
    if number:
        wanted = max(wanted, needed_width(number.text, number.style) + rules.slack)
    usual = total * rules.right / (rules.left + rules.right)
    right = max(least, min(usual, total - wanted))
    spare = layout.portrait.margins.left - layout.profile.margins[Orientation.PORTRAIT]["left"].low
    hang = min(max(wanted - (total - right), 0.0), rules.hang_max, spare)
    return total - right + hang, right, hang


def _line(layout: Layout, role: Role, text: str) -> Line:
    return Line(role, layout.style(role), RichText(text))


def _right(layout: Layout, width: float) -> list[Line | RuleLine]:
    words = layout.profile.words
    motto = _line(layout, Role.MOTTO, words.motto)
    (length,) = line_widths(motto.text, motto.style, width)
    length *= layout.profile.lines.motto
    name = _line(layout, Role.NATIONAL_NAME, words.national_name)
    return [name, *ruled(motto, layout, length, width)]


def _left(document: OfficialDocument, layout: Layout, width: float) -> list[Line | RuleLine]:
    head = document.letterhead
    parents = _names(layout, Role.PARENT_BODY, head.parent_body, width)
    issuers = _names(layout, Role.ISSUING_BODY, head.issuing_body, width)
    if not issuers:
        return [*parents]
    widest = max(max(line_widths(line.text, line.style, width)) for line in issuers)
    length = part_length(layout, widest, layout.profile.lines.issuing_body)
    return [*parents, *issuers[:-1], *ruled(issuers[-1], layout, length, width)]


def _names(layout: Layout, role: Role, entries: tuple[str, ...], width: float) -> list[Line]:
    style = layout.style(role)

    def fits(text: str) -> bool:
        return text_width(text.upper(), style.size, bold=style.bold) <= width

    names = (printable(entry).strip() for entry in entries)
    return [_line(layout, role, "\n".join(break_name(name, fits))) for name in names if name]
