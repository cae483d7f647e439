"""The styles that a paragraph of the plan's text can have, as people know them from Word."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.blocks import Block, Clause, Heading, Level, Paragraph, Table
from tdkt_desktop.i18n import N_

if TYPE_CHECKING:
    from tdkt_desktop.documents.richtext import RichText


class ParagraphStyle(IntEnum):
    """A style; the values are kept inside the editor's text and in the clipboard."""

    TEXT = 0
    PREAMBLE = 1
    CLOSING = 2
    TABLE = 3
    HEADING_PART = 10
    HEADING_ROMAN = 11
    HEADING_ARABIC = 12
    HEADING_DECIMAL = 13
    HEADING_LETTER = 14
    CLAUSE_ARABIC = 22
    CLAUSE_DECIMAL = 23
    CLAUSE_LETTER = 24
    CLAUSE_DASH = 25
    CLAUSE_PLUS = 26
    CLAUSE_ARTICLE = 28


@dataclass(frozen=True, slots=True)
class StyleFacts:
    """What a style means: its level, whether it is a title, and its name on screen."""

    level: Level
    heading: bool
    name: str


_S = ParagraphStyle
FACTS: Final = {
    _S.TEXT: StyleFacts(Level.TEXT, heading=False, name=N_("Đoạn văn")),
    _S.PREAMBLE: StyleFacts(Level.TEXT, heading=False, name=N_("Mở đầu")),
    _S.CLOSING: StyleFacts(Level.TEXT, heading=False, name=N_("Kết")),
    _S.TABLE: StyleFacts(Level.TABLE, heading=False, name=N_("Bảng")),
    _S.HEADING_PART: StyleFacts(Level.PART, heading=True, name=N_("Phần I. Tên phần")),
    _S.HEADING_ROMAN: StyleFacts(Level.ROMAN, heading=True, name=N_("I. Tên mục")),
    _S.HEADING_ARABIC: StyleFacts(Level.ARABIC, heading=True, name=N_("1. Tiêu đề")),
    _S.CLAUSE_ARABIC: StyleFacts(Level.ARABIC, heading=False, name=N_("1. Khoản")),
    _S.HEADING_DECIMAL: StyleFacts(Level.DECIMAL, heading=True, name=N_("1.1. Tiêu đề")),
    _S.CLAUSE_DECIMAL: StyleFacts(Level.DECIMAL, heading=False, name=N_("1.1. Khoản")),
    _S.HEADING_LETTER: StyleFacts(Level.LETTER, heading=True, name=N_("a) Tiêu đề")),
    _S.CLAUSE_LETTER: StyleFacts(Level.LETTER, heading=False, name=N_("a) Điểm")),
    _S.CLAUSE_DASH: StyleFacts(Level.DASH, heading=False, name=N_("– Gạch đầu dòng")),
    _S.CLAUSE_PLUS: StyleFacts(Level.PLUS, heading=False, name=N_("+ Dấu cộng")),
    _S.CLAUSE_ARTICLE: StyleFacts(Level.ARTICLE, heading=False, name=N_("Điều 1.")),
}
CHOICES: Final = tuple(style for style in FACTS if style is not _S.TABLE)
"""The styles a person can choose, in the order of the list."""

_BY_LEVEL: Final[dict[tuple[Level, bool], ParagraphStyle]] = {
    (facts.level, facts.heading): style
    for style, facts in FACTS.items()
    if facts.level not in (Level.TEXT, Level.TABLE)
}
_DEEPER: Final = (Level.ROMAN, Level.ARABIC, Level.DECIMAL, Level.LETTER, Level.DASH, Level.PLUS)
_AFTER_HEADING: Final = {
    _S.HEADING_PART: _S.HEADING_ROMAN,
    _S.HEADING_ROMAN: _S.HEADING_ARABIC,
    _S.HEADING_ARABIC: _S.CLAUSE_DASH,
    _S.HEADING_DECIMAL: _S.CLAUSE_DASH,
    _S.HEADING_LETTER: _S.CLAUSE_DASH,
    _S.TABLE: _S.TEXT,
}


def style_of(block: Block) -> ParagraphStyle:
    """Return the style in which a block of the tree is edited."""
    if isinstance(block, Table):
        return _S.TABLE
    if isinstance(block, Paragraph):
        return _S.TEXT
    return _BY_LEVEL[block.level, isinstance(block, Heading)]


def block_of(style: ParagraphStyle, text: RichText) -> Block:
    """Return the block of the tree for an edited paragraph; a table is not made from text."""
    facts = FACTS[style]
    if facts.level is Level.TEXT:
        return Paragraph(text)
    return Heading(facts.level, text) if facts.heading else Clause(facts.level, text)


def style_for(level: Level, *, heading: bool) -> ParagraphStyle:
    """Return the style of a level, as a title where that level has titles."""
    return _BY_LEVEL.get((level, heading)) or _BY_LEVEL[level, not heading]


def moved(style: ParagraphStyle, steps: int) -> ParagraphStyle:
    """Return the style `steps` levels deeper (negative: higher); text becomes a dash first."""
    facts = FACTS[style]
    if style is _S.TABLE:
        return style
    if facts.level not in _DEEPER:
        return _S.CLAUSE_DASH if steps > 0 else style
    place = _DEEPER.index(facts.level) + steps
    if place < 0:
        return style
    return style_for(_DEEPER[min(place, len(_DEEPER) - 1)], heading=facts.heading)


def following(style: ParagraphStyle) -> ParagraphStyle:
    """Return the style of the paragraph that Enter opens at the end of one."""
    return _AFTER_HEADING.get(style, style)


def other_form(style: ParagraphStyle) -> ParagraphStyle:
    """Return the title for a clause of the same level, and the clause for a title."""
    facts = FACTS[style]
    return _BY_LEVEL.get((facts.level, not facts.heading), style)
