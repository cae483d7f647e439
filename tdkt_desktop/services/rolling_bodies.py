"""Bodies in a text that are no more in the new period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdkt_desktop.i18n import _
from tdkt_desktop.services.rolling_changes import ChangeKind
from tdkt_desktop.services.rolling_frame import Found, Scan

if TYPE_CHECKING:
    import re

    from tdkt_desktop.services.rolling_body_rules import BodyRule


def bodies(scan: Scan) -> None:
    """Propose what took the place of each body that is no more in the new period."""
    for rule in scan.frame.bodies:
        if scan.frame.new.first_day < rule.since:
            continue
        for match in rule.pattern().finditer(scan.text):
            if scan.free(*match.span()):
                _put(scan, match, rule)


def _put(scan: Scan, match: re.Match[str], rule: BodyRule) -> None:
    after = rule.becomes.upper() if match[0].isupper() else rule.becomes
    reason = _("“{old}” không còn từ {day}; xin ghi cơ quan thay thế.").format(
        old=match[0], day=f"{rule.since:%d/%m/%Y}"
    )
    scan.put(Found(*match.span(), after, ChangeKind.BODY, reason))
