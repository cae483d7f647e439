"""Numbers typed before a paragraph, which the editor takes as its style, as Word does."""

from __future__ import annotations

import re
from typing import Final

from tdkt_desktop.ui.editors.paragraph_style import ParagraphStyle

_TYPED_MARKS: Final = {
    re.compile(r"[-–]"): ParagraphStyle.CLAUSE_DASH,
    re.compile(r"\+"): ParagraphStyle.CLAUSE_PLUS,
    re.compile(r"[IVX]+\."): ParagraphStyle.HEADING_ROMAN,
    re.compile(r"\d+\."): ParagraphStyle.CLAUSE_ARABIC,
    re.compile(r"\d+\.\d+\.?"): ParagraphStyle.CLAUSE_DECIMAL,
    re.compile(r"[a-zđ]\)"): ParagraphStyle.CLAUSE_LETTER,
    re.compile(r"Điều \d+\."): ParagraphStyle.CLAUSE_ARTICLE,
}


def style_of_mark(typed: str) -> ParagraphStyle | None:
    """Return the style that a typed number asks for, or None."""
    return next((style for mark, style in _TYPED_MARKS.items() if mark.fullmatch(typed)), None)
