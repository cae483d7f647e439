"""How each paragraph style looks in the editor, and how its style is kept in Qt's text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
)

from tdkt_desktop.ui.editors.paragraph_style import FACTS, ParagraphStyle

STYLE_PROPERTY: Final = QTextFormat.Property.UserProperty + 1
TABLE_PROPERTY: Final = QTextFormat.Property.UserProperty + 2
BOLD_PROPERTY: Final = QTextFormat.Property.UserProperty + 3
ITALIC_PROPERTY: Final = QTextFormat.Property.UserProperty + 4
_LINE_PERCENT: Final = 118.0

# Left edges of the number and of the text, in units of the text's indent width: so a change of
# the text's size moves them without touching the paragraphs, and undo knows nothing of it.
_INDENTS: Final = {
    ParagraphStyle.HEADING_PART: (0, 8),
    ParagraphStyle.HEADING_ROMAN: (0, 4),
    ParagraphStyle.HEADING_ARABIC: (0, 4),
    ParagraphStyle.CLAUSE_ARABIC: (0, 4),
    ParagraphStyle.HEADING_DECIMAL: (0, 5),
    ParagraphStyle.CLAUSE_DECIMAL: (0, 5),
    ParagraphStyle.HEADING_LETTER: (2, 5),
    ParagraphStyle.CLAUSE_LETTER: (2, 5),
    ParagraphStyle.CLAUSE_DASH: (2, 4),
    ParagraphStyle.CLAUSE_PLUS: (4, 6),
    ParagraphStyle.CLAUSE_ARTICLE: (0, 7),
}
_PLAIN: Final = (0, 0)
_TITLE_GAP: Final = 12.0
_GAP: Final = 6.0


@dataclass(frozen=True, slots=True)
class Look:
    """The formats of one style: of the paragraph, of its letters, and the indent of its number."""

    block: QTextBlockFormat
    letters: QTextCharFormat
    number_indent: int


def style_at(block: QTextBlock) -> ParagraphStyle:
    """Return the style kept in a paragraph of the editor."""
    return ParagraphStyle(block.blockFormat().intProperty(STYLE_PROPERTY))


def look_of(style: ParagraphStyle) -> Look:
    """Return how a style looks."""
    number, text = _INDENTS.get(style, _PLAIN)
    block = QTextBlockFormat()
    block.setProperty(STYLE_PROPERTY, int(style))
    block.setIndent(text)
    block.setTopMargin(_TITLE_GAP if FACTS[style].heading else _GAP)
    block.setLineHeight(_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return Look(block, letters_of(style), number)


def weight_of(style: ParagraphStyle) -> QFont.Weight:
    """Return the weight in which a style's number is painted."""
    return QFont.Weight.Bold if FACTS[style].heading else QFont.Weight.Normal


def indent_width(font: QFont) -> float:
    """Return the width of one unit of indent for a font."""
    return QFontMetricsF(font).horizontalAdvance("0")


def letters_of(
    style: ParagraphStyle, *, bold: bool = False, italic: bool = False
) -> QTextCharFormat:
    """Return the format of letters: titles are bold by themselves, marks are kept beside."""
    letters = QTextCharFormat()
    heavy = bold or FACTS[style].heading
    letters.setFontWeight(QFont.Weight.Bold if heavy else QFont.Weight.Normal)
    letters.setFontItalic(italic or style is ParagraphStyle.TABLE)
    letters.setProperty(BOLD_PROPERTY, bold)
    letters.setProperty(ITALIC_PROPERTY, italic)
    return letters
