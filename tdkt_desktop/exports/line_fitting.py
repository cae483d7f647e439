"""Where lines break: the widths of printed lines, and titles broken into lines of like length."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tdkt_desktop.exports.metrics import text_width, word_widths, wrap_widths
from tdkt_desktop.exports.printable import capitals

if TYPE_CHECKING:
    from tdkt_desktop.documents.page_settings import RoleStyle
    from tdkt_desktop.documents.richtext import RichText

_SLACK: Final = 0.5
"""What renderers may differ in the width of a line, in millimetres."""
_STEP: Final = 1.0


def line_widths(text: RichText, style: RoleStyle, room: float, first: float = 0.0) -> list[float]:
    """Return the widths of the lines into which a paragraph falls; `first` is its indent."""
    shown = capitals(text) if style.caps else text
    space = text_width(" ", style.size, bold=style.bold, italic=style.italic)
    lines = word_widths(shown, style.size, bold=style.bold, italic=style.italic)
    if first:
        lines[0][0] += first
    return [width for words in lines for width in wrap_widths(words, space, room)]


def balanced_room(text: RichText, style: RoleStyle, room: float) -> float:
    """Return the narrowest width in which the text takes no more lines than in `room` (L36)."""
    most = len(line_widths(text, style, room))
    if most == 1:
        return room
    low, high = 0.0, room
    while high - low > _STEP:
        middle = (low + high) / 2
        widths = line_widths(text, style, middle)
        if len(widths) > most or max(widths) > middle:
            low = middle
        else:
            high = middle
    return min(room, high + _SLACK)
