"""Changes of whole paragraphs in Qt's text: their styles, their order, their coming and going."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from tdkt_desktop.ui.editors.block_format import (
    BOLD_PROPERTY,
    ITALIC_PROPERTY,
    letters_of,
    look_of,
    style_at,
)
from tdkt_desktop.ui.editors.paragraph_style import ParagraphStyle
from tdkt_desktop.ui.editors.text_conversion import read_paragraph, write_paragraphs

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock, QTextDocument

    from tdkt_desktop.ui.editors.text_conversion import TableShelf

_KEEP = QTextCursor.MoveMode.KeepAnchor


def restyle(block: QTextBlock, style: ParagraphStyle) -> None:
    """Give a paragraph a style; its words, their marks and every cursor in it stay."""
    if style_at(block) in (style, ParagraphStyle.TABLE):
        return
    look = look_of(style)
    cursor = QTextCursor(block)
    cursor.setBlockFormat(look.block)
    cursor.setBlockCharFormat(look.letters)
    for start, end, bold, italic in _stretches(block):
        cursor.setPosition(start)
        cursor.setPosition(end, _KEEP)
        cursor.setCharFormat(letters_of(style, bold=bold, italic=italic))


def _stretches(block: QTextBlock) -> list[tuple[int, int, bool, bool]]:
    stretches = []
    place = block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        letters = fragment.charFormat()
        marks = (letters.boolProperty(BOLD_PROPERTY), letters.boolProperty(ITALIC_PROPERTY))
        start = fragment.position()
        stretches.append((start, start + fragment.length(), *marks))
        place += 1
    return stretches


def rewrite(document: QTextDocument, first: int, order: list[int], shelf: TableShelf) -> None:
    """Write paragraphs from `first` on in a new order of their numbers."""
    items = [read_paragraph(document.findBlockByNumber(number), shelf) for number in order]
    cursor = QTextCursor(document.findBlockByNumber(first))
    last = document.findBlockByNumber(first + len(order) - 1)
    cursor.setPosition(last.position() + last.length() - 1, _KEEP)
    cursor.removeSelectedText()
    write_paragraphs(cursor, items, shelf)


def order_for_move(first: int, last: int, before: int) -> tuple[int, list[int], int]:
    """Return where to begin writing, in which order, and where the moved paragraphs then stand."""
    moved_ones = list(range(first, last + 1))
    if before < first:
        return before, [*moved_ones, *range(before, first)], before
    return first, [*range(last + 1, before), *moved_ones], before - len(moved_ones)


def mark_range(block: QTextBlock, chosen: QTextCursor, mark: int, *, on: bool) -> None:
    """Switch a mark on the part of a paragraph that is chosen."""
    style = style_at(block)
    if style is ParagraphStyle.TABLE:
        return
    cursor = QTextCursor(block)
    for start, end, bold, italic in _stretches(block):
        begin, stop = max(start, chosen.selectionStart()), min(end, chosen.selectionEnd())
        if begin < stop:
            marks = {BOLD_PROPERTY: bold, ITALIC_PROPERTY: italic} | {mark: on}
            cursor.setPosition(begin)
            cursor.setPosition(stop, _KEEP)
            bold_now, italic_now = marks[BOLD_PROPERTY], marks[ITALIC_PROPERTY]
            cursor.setCharFormat(letters_of(style, bold=bold_now, italic=italic_now))


def select_whole(cursor: QTextCursor) -> None:
    """Select the whole paragraph of a cursor."""
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, _KEEP)
