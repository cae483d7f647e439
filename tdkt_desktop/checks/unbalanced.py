"""`unbalanced`: brackets and quotation marks without their other half."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tdkt_desktop.checks.finding import Severity
from tdkt_desktop.checks.sheet import Sheet, found
from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.checks.finding import Finding

_CODE: Final = "unbalanced"
_PAIRS: Final = {")": "(", "]": "[", "”": "“", "»": "«"}
_OPENERS: Final = frozenset(_PAIRS.values())
_MARKS: Final = re.compile(r"[()\[\]“”«»]")
_ITEM: Final = re.compile(r"(?:^|[\s;:,(])(?:[a-zđ]|\d{1,2}|[ivx]{1,4})$")
_CONTEXT: Final = 24


def check(sheet: Sheet) -> Iterator[Finding]:
    """Yield the marks that stand alone."""
    for node in sheet.nodes:
        text = node.text.plain
        for position in _alone(text):
            mark = text[position]
            opening = mark in _OPENERS
            start, end = _around(text, position, opening=opening)
            message = (
                _("Dấu {mark} mở mà không đóng.") if opening else _("Dấu {mark} đóng mà không mở.")
            )
            yield found(_CODE, Severity.ERROR, node, (start, end), message.format(mark=mark))
        straight = [n for n, letter in enumerate(text) if letter == '"']
        if len(straight) % 2:
            span = (straight[-1], straight[-1] + 1)
            message = _("Dấu ngoặc kép không đủ cặp.")
            yield found(_CODE, Severity.WARNING, node, span, message)


def _around(text: str, position: int, *, opening: bool) -> tuple[int, int]:
    """Return the range of a mark with some whole words on the side that it should enclose."""
    if opening:
        end = text.find(" ", position + _CONTEXT)
        return position, len(text) if end < 0 else end
    return text.rfind(" ", 0, max(0, position - _CONTEXT)) + 1, position + 1


def _alone(text: str) -> list[int]:
    """Return the places of marks without a partner; the ")" of an item "a)" needs none."""
    opened: list[int] = []
    alone: list[int] = []
    for match in _MARKS.finditer(text):
        mark = match[0]
        if mark in _OPENERS:
            opened.append(match.start())
        elif opened and text[opened[-1]] == _PAIRS[mark]:
            opened.pop()
        elif mark != ")" or not _ITEM.search(text[: match.start()]):
            alone.append(match.start())
    return sorted(alone + opened)
