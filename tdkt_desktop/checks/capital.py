"""`capital`: a heading or a sentence that begins in lower case, a name without its capitals."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from tdkt_desktop.checks.finding import Severity
from tdkt_desktop.checks.sheet import HEADINGS, PROSE, Sheet, found, matches
from tdkt_desktop.checks.tables import table
from tdkt_desktop.documents.roles import Role
from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.checks.finding import Finding
    from tdkt_desktop.documents.table_places import Node

_CODE: Final = "capital"
_AFTER_STOP: Final = re.compile(r"(?P<before>[^\W\d_]+)(?<!\.)\.\s+(?P<letter>[^\W\d_A-ZĐ])")
_SHORT: Final = frozenset(
    {"tp", "tx", "tt", "q", "p", "h", "x", "ths", "ts", "gs", "pgs", "cn", "ks", "bs", "vv", "v"}
)
_OPENED: Final = HEADINGS | {Role.SUBJECT, Role.ANNEX_TITLE, Role.TABLE_GROUP}


def check(sheet: Sheet) -> Iterator[Finding]:
    """Yield lower case where a capital belongs."""
    for node in sheet.worded:
        if node.role in _OPENED:
            yield from _title(node)
        if node.role in PROSE:
            yield from _sentences(node)
    yield from _names(sheet)


def _title(node: Node) -> Iterator[Finding]:
    text = node.text.plain
    if text[:1].islower():
        message = _("Tên đề mục bắt đầu bằng chữ hoa.")
        yield found(_CODE, Severity.WARNING, node, (0, 1), message, text[0].upper(), certain=True)


def _sentences(node: Node) -> Iterator[Finding]:
    for match in _AFTER_STOP.finditer(node.text.plain):
        letter = match["letter"]
        if not letter.islower() or match["before"].lower() in _SHORT:
            continue
        message = _("Sau dấu chấm là chữ hoa.")
        span = match.span("letter")
        yield found(_CODE, Severity.WARNING, node, span, message, letter.upper())


@cache
def _right_names() -> tuple[tuple[str, re.Pattern[str]], ...]:
    names: list[str] = table("capitals")["names"]
    return tuple((name, re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)) for name in names)


def _names(sheet: Sheet) -> Iterator[Finding]:
    whole = "\n".join(node.text.plain for node in sheet.worded).lower()
    for name, pattern in _right_names():
        if name.lower() not in whole:
            continue
        for node, match in matches(pattern, sheet.worded):
            if match[0] != name and not match[0].isupper():
                message = _("Viết hoa theo NĐ 30: “{name}”.").format(name=name)
                yield found(_CODE, Severity.NOTE, node, match.span(), message, name, certain=True)
