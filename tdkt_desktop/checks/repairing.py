"""Puts a certain suggestion into the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdkt_desktop.documents.places import at, replaced
from tdkt_desktop.documents.richtext import Mark, RichText

if TYPE_CHECKING:
    from tdkt_desktop.checks.finding import Finding
    from tdkt_desktop.documents.document import OfficialDocument


def repair(document: OfficialDocument, finding: Finding) -> OfficialDocument:
    """Return the document repaired; unchanged where the quoted text no longer stands there."""
    if finding.repair is None:
        return document
    try:
        old = at(document, finding.place.path)
    except LookupError:
        return document
    if str(old)[finding.start : finding.end] != finding.quote:
        return document
    return replaced(document, finding.place.path, _with(old, finding, finding.repair))


def _with(old: RichText | str, finding: Finding, words: str) -> RichText | str:
    if isinstance(old, str):
        return old[: finding.start] + words + old[finding.end :]
    marks = tuple(
        Mark(0, len(words), mark.style)
        for mark in old.marks
        if mark.start <= finding.start and finding.end <= mark.end
    )
    return old[: finding.start] + RichText(words, marks) + old[finding.end :]
