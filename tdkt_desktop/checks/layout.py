"""`layout`: what is wrong with the page of a .docx from outside, measured by its reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdkt_desktop.checks.finding import Finding, Severity
from tdkt_desktop.documents.places import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.checks.sheet import Sheet


def check(sheet: Sheet) -> Iterator[Finding]:
    """Yield what was measured."""
    for fault in sheet.facts.layout:
        place = Place("layout", fault.where)
        yield Finding(
            "layout", Severity.WARNING, place, 0, 0, fault.measured, fault.message, fault.wanted
        )
