"""`punctuation`: doubled marks, marks that do not go together, missing end marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tdkt_desktop.checks.finding import Severity
from tdkt_desktop.checks.sheet import Sheet, found, matches
from tdkt_desktop.documents.roles import Role
from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.checks.finding import Finding
    from tdkt_desktop.documents.table_places import Node

_CODE: Final = "punctuation"
_DOUBLED: Final = re.compile(
    r"(?P<comma>,\s?,)|(?P<semi>;\s?;)|(?P<colon>:\s?:)|(?P<stops>(?<!\.)\.\.(?!\.))"
    r"|(?P<odd>(?<!\.)[.;,]\s?:|(?<!\.)\.[;,]|[,;:]\.(?!\.))"
)
_RIGHT: Final = {"comma": ",", "semi": ";", "colon": ":", "stops": "."}
_BEFORE_STOP: Final = re.compile(r"(?:TP|TX|TT|Q|P|v\.v|Tr|Th|ThS|TS|GS|PGS)$")
_CLOSED: Final = re.compile(r"[.;:,!?…][”\")\]»]*$|[”\")\]»]$")
_LISTED: Final = {
    Role.CLAUSE_ARABIC,
    Role.CLAUSE_DECIMAL,
    Role.CLAUSE_LETTER,
    Role.CLAUSE_DASH,
    Role.CLAUSE_PLUS,
}
_ENOUGH: Final = 4


def check(sheet: Sheet) -> Iterator[Finding]:
    """Yield marks that are doubled, and items that end without one."""
    for node, match in matches(_DOUBLED, sheet.worded):
        if _BEFORE_STOP.search(node.text.plain[: match.start()]):
            continue
        right = next((mark for name, mark in _RIGHT.items() if match[name]), "")
        message = _("Hai dấu câu liền nhau.")
        yield found(
            _CODE, Severity.WARNING, node, match.span(), message, right, certain=bool(right)
        )
    yield from _open_items(sheet)


def _open_items(sheet: Sheet) -> Iterator[Finding]:
    """Report items without an end mark where the others have one."""
    items = [node for node in sheet.prose if node.role in _LISTED]
    opened = [node for node in items if not _CLOSED.search(node.text.plain.rstrip())]
    if len(items) < _ENOUGH or 2 * len(opened) > len(items):
        return
    for node in opened:
        yield _open_item(node)


def _open_item(node: Node) -> Finding:
    text = node.text.plain.rstrip()
    start = text.rfind(" ") + 1
    message = _("Cuối ý này thiếu dấu câu, còn các ý khác đều có.")
    last = text[start:]
    return found(_CODE, Severity.NOTE, node, (start, len(text)), message, f"{last}.", certain=True)
