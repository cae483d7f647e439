"""The drawn lines of a document: how long they are, and how far below their text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tdkt_desktop.exports.pieces import RuleLine

if TYPE_CHECKING:
    from tdkt_desktop.documents.page_settings import Layout
    from tdkt_desktop.exports.pieces import Line


def ruled(
    line: Line, layout: Layout, length: float, room: float, *, keep_next: bool = False
) -> tuple[Line, RuleLine]:
    """Return a paragraph and the line drawn under it, clear of the letters that hang low."""
    style = replace(line.style, after=layout.profile.lines.gap)
    return replace(line, style=style), RuleLine(length, room, keep_next=keep_next)


def part_length(layout: Layout, text: float, share: float) -> float:
    """Return the length of a line of `share` of the text above it, never above its half (L18)."""
    return min(max(text * share, layout.profile.lines.minimum), text / 2)
