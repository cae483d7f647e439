"""Where lines break: the widths of printed lines, and titles broken into lines of like length."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tdkt_desktop.exports.metrics import MM_PER_POINT
from tdkt_desktop.exports.pdf_text import Look, break_lines
from tdkt_desktop.exports.printable import capitals
from tdkt_desktop.vietnamese.text import NBSP

if TYPE_CHECKING:
    from tdkt_desktop.documents.page_settings import RoleStyle
    from tdkt_desktop.documents.richtext import RichText

TWIPS_PER_MM: Final = 1440 / 25.4
_SLACK: Final = 0.8
"""What renderers may differ in the width of a line, in millimetres."""
_BLANK_SLACK: Final = 0.1
"""What LibreOffice adds to a no-break space, in units of the size."""
_STEP: Final = 1.0
_ENDLESS: Final = 10_000.0


def line_widths(text: RichText, style: RoleStyle, room: float, first: float = 0.0) -> list[float]:
    """Return the widths of the lines into which a paragraph falls; `first` is its indent."""
    shown = capitals(text) if style.caps else text
    look = Look(style.size, style.bold, style.italic)
    lines = break_lines(shown, look, (room - first) * TWIPS_PER_MM, room * TWIPS_PER_MM)
    return [line.width / TWIPS_PER_MM for line in lines]


def needed_width(text: RichText, style: RoleStyle) -> float:
    """Return the width in which every renderer leaves a text on its line."""
    return max(line_widths(text, style, _ENDLESS)) + _blank_slack(text, style)


def _blank_slack(text: RichText, style: RoleStyle) -> float:
    return text.plain.count(NBSP) * _BLANK_SLACK * style.size * MM_PER_POINT


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
    return min(room, high + _SLACK + _blank_slack(text, style))
