"""`spacing`: a blank before a mark, none after it, blanks inside brackets or doubled."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tdkt_desktop.checks.finding import Severity
from tdkt_desktop.checks.sheet import Sheet, found, matches
from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.checks.finding import Finding

_CODE: Final = "spacing"
_FAULTS: Final = re.compile(
    r"(?P<before>(?<=\w)[ \u00a0]+(?P<mark>[,;:](?!\w)|\.(?=\s|$)|[!?]))"
    r"|(?P<opened>(?P<bracket>[(“\[«])[ \u00a0]+(?=\S))"
    r"|(?P<closed>(?<=\S)[ \u00a0]+(?P<end>[)”\]»]))"
    r"|(?P<after>(?<=[^\W\d_])(?P<sign>[,;])(?=[^\W\d_]))"
    r"|(?P<stop>(?<=[^\W\d_A-ZĐ])\.(?=[A-ZĐ][^\W\d_A-ZĐ]))"
    r"|(?P<colon>(?<=[^\W\d_]):(?=[“\w]))"
    r"|(?P<dash>(?<=\w)(?:[-–] | [-–])(?=\w))"
    r"|(?P<many>(?<=\S) {2,}(?=\S))"
)

_SUSPECT: Final = re.compile(
    r"[ \u00a0](?:[,;:.!?)”\]»]|[-–]\S| )|[(“\[«][ \u00a0]|[,;:.][^\W\d_]|:“|[-–] (?<=\S[-–] )"
)
"""What every fault has in it: quick to look for."""


def check(sheet: Sheet) -> Iterator[Finding]:
    """Yield blanks that are too many or missing."""
    suspects = tuple(node for node in sheet.worded if _SUSPECT.search(node.text.plain))
    for node, match in matches(_FAULTS, suspects):
        message, right = _fault(match)
        yield found(_CODE, Severity.NOTE, node, match.span(), message, right, certain=True)


def _fault(match: re.Match[str]) -> tuple[str, str]:
    if match["before"]:
        return _("Trước dấu câu không có khoảng trắng."), match["mark"]
    if match["opened"]:
        return _("Sau dấu mở ngoặc không có khoảng trắng."), match["bracket"]
    if match["closed"]:
        return _("Trước dấu đóng ngoặc không có khoảng trắng."), match["end"]
    if match["dash"]:
        return _("Gạch nối giữa các ý có khoảng trắng ở cả hai bên."), f" {match['dash'].strip()} "
    if match["many"]:
        return _("Thừa khoảng trắng."), " "
    return _("Sau dấu câu có một khoảng trắng."), f"{match[0]} "
