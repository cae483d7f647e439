"""Runs the checks over a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tdkt_desktop.checks.registry import CODES, check_for
from tdkt_desktop.checks.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tdkt_desktop.checks.facts import Facts
    from tdkt_desktop.checks.finding import Finding
    from tdkt_desktop.documents.document import OfficialDocument

_HEAD: Final = ("number", "issued_on")


def proofread(
    document: OfficialDocument, facts: Facts, codes: Iterable[str] = CODES
) -> tuple[Finding, ...]:
    """Return what the checks of `codes` find, in reading order."""
    sheet = Sheet(document, facts)
    findings = [finding for code in codes for finding in check_for(code)(sheet)]
    ranks = {node.place.path: rank for rank, node in enumerate(sheet.nodes)}
    return tuple(sorted(findings, key=lambda one: (_rank(one.place.path, ranks), one.start)))


def _rank(path: str, ranks: dict[str, int]) -> int:
    """Return where a place stands: of what holds no text, where its first neighbour does."""
    if path in ranks:
        return ranks[path]
    if path in _HEAD:
        return -1
    holder = path.rpartition("/")[0]
    within = (rank for other, rank in ranks.items() if holder and other.startswith(f"{holder}/"))
    return min(within, default=len(ranks))
