"""Between the tree and the editor's text: preamble, body and closing as one run of paragraphs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.blocks import Heading, Table
from tdkt_desktop.documents.richtext import RichText, Run
from tdkt_desktop.i18n import ngettext
from tdkt_desktop.ui.editors.block_format import (
    BOLD_PROPERTY,
    ITALIC_PROPERTY,
    TABLE_PROPERTY,
    letters_of,
    look_of,
    style_at,
)
from tdkt_desktop.ui.editors.paragraph_style import ParagraphStyle, block_of, style_of
from tdkt_desktop.vietnamese.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from PySide6.QtGui import QTextBlock, QTextCursor

    from tdkt_desktop.documents.blocks import Block
    from tdkt_desktop.documents.document import OfficialDocument

LINE_BREAK: Final = "\u2028"
OBJECT: Final = "\ufffc"
BEFORE_BODY: Final = -1
"""The number in the place of a block's for what is printed above the body."""


@dataclass(frozen=True, slots=True)
class EditedParagraph:
    """A paragraph of the editor; `table` is what a table's paragraph stands for."""

    style: ParagraphStyle
    text: RichText
    table: Table | None = None


class TableShelf:
    """Keeps the tables that paragraphs of the text stand for, so that undo finds them again."""

    def __init__(self) -> None:
        self._tables: list[Table] = []

    def put(self, table: Table) -> int:
        """Keep a table and return its number."""
        self._tables.append(table)
        return len(self._tables) - 1

    def get(self, number: int) -> Table:
        """Return a table by its number."""
        return self._tables[number]


def paragraphs_of(document: OfficialDocument) -> tuple[EditedParagraph, ...]:
    """Return the paragraphs of a document that are edited as one text."""
    style = ParagraphStyle
    opening = (EditedParagraph(style.PREAMBLE, text) for text in document.preamble)
    closing = (EditedParagraph(style.CLOSING, text) for text in document.closing)
    return (*opening, *edited(document.body), *closing)


def edited(blocks: Iterable[Block]) -> Iterator[EditedParagraph]:
    """Yield blocks of the tree as paragraphs of the editor."""
    for block in blocks:
        if isinstance(block, Table):
            yield EditedParagraph(style_of(block), RichText(), block)
        else:
            text = block.title if isinstance(block, Heading) else block.text
            yield EditedParagraph(style_of(block), text)


def plain_paragraphs(text: str) -> tuple[EditedParagraph, ...]:
    """Return the lines of a text as paragraphs without numbers."""
    lines = (RichText(clean(line)).stripped() for line in text.splitlines())
    return tuple(EditedParagraph(ParagraphStyle.TEXT, line) for line in lines if line)


def body_range(paragraphs: Sequence[EditedParagraph]) -> range:
    """Return which of some filled paragraphs are the body: between opening and closing ones."""
    start, end = 0, len(paragraphs)
    while start < end and paragraphs[start].style is ParagraphStyle.PREAMBLE:
        start += 1
    while end > start and paragraphs[end - 1].style is ParagraphStyle.CLOSING:
        end -= 1
    return range(start, end)


def body_place(paragraphs: Sequence[EditedParagraph], number: int) -> int:
    """Return which block of the body paragraph `number` becomes, the nearest where it is none."""
    filled = [item for item in paragraphs if is_filled(item)]
    body = body_range(filled)
    place = sum(map(is_filled, paragraphs[:number])) - body.start
    return min(max(place, 0), max(len(body) - 1, 0))


def printed_place(paragraphs: Sequence[EditedParagraph], number: int) -> int:
    """Return at which block of the body a paragraph is printed, BEFORE_BODY for an opening one."""
    above = paragraphs[number].style is ParagraphStyle.PREAMBLE
    return BEFORE_BODY if above else body_place(paragraphs, number)


def is_filled(item: EditedParagraph) -> bool:
    """Tell whether a paragraph becomes part of the document."""
    return bool(item.text) or item.table is not None


def with_paragraphs(
    document: OfficialDocument, paragraphs: Iterable[EditedParagraph]
) -> OfficialDocument:
    """Return the document with the edited paragraphs in the place of its text.

    Opening paragraphs end where the body begins, closing ones begin where it ends; one with such
    a style in the middle is an ordinary paragraph. Empty paragraphs are not part of a document.
    """
    filled = [item for item in paragraphs if is_filled(item)]
    body = body_range(filled)
    return replace(
        document,
        preamble=tuple(item.text for item in filled[: body.start]),
        body=tuple(_block(item) for item in filled[body.start : body.stop]),
        closing=tuple(item.text for item in filled[body.stop :]),
    )


def blocks_of(paragraphs: Iterable[EditedParagraph]) -> tuple[Block, ...]:
    """Return the blocks of an annex's text; empty paragraphs are none."""
    return tuple(_block(item) for item in paragraphs if is_filled(item))


def _block(item: EditedParagraph) -> Block:
    return item.table if item.table is not None else block_of(item.style, item.text)


def read_paragraph(block: QTextBlock, shelf: TableShelf) -> EditedParagraph:
    """Return what stands in a paragraph of the editor."""
    style = style_at(block)
    if style is ParagraphStyle.TABLE:
        table = shelf.get(block.blockFormat().intProperty(TABLE_PROPERTY))
        return EditedParagraph(style, RichText(), table)
    return EditedParagraph(style, RichText.from_runs(_runs(block)).stripped())


def _runs(block: QTextBlock) -> Iterator[Run]:
    place = block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        letters = fragment.charFormat()
        text = clean(fragment.text().replace(LINE_BREAK, "\n").replace(OBJECT, ""))
        yield Run(text, letters.boolProperty(BOLD_PROPERTY), letters.boolProperty(ITALIC_PROPERTY))
        place += 1


def write_paragraphs(
    cursor: QTextCursor, paragraphs: Iterable[EditedParagraph], shelf: TableShelf
) -> None:
    """Insert paragraphs at the cursor: the first into its paragraph, the others below it."""
    for index, item in enumerate(paragraphs):
        if index:
            cursor.insertBlock()
        write_paragraph(cursor, item, shelf)


def write_paragraph(cursor: QTextCursor, item: EditedParagraph, shelf: TableShelf) -> None:
    """Give the cursor's paragraph a style and insert the text."""
    look = look_of(item.style)
    block_format = look.block
    if item.table is not None:
        block_format.setProperty(TABLE_PROPERTY, shelf.put(item.table))
    cursor.setBlockFormat(block_format)
    cursor.setBlockCharFormat(look.letters)
    if item.table is not None:
        cursor.insertText(table_card(item.table), look.letters)
        return
    for run in item.text.runs():
        letters = letters_of(item.style, bold=run.bold, italic=run.italic)
        cursor.insertText(run.text.replace("\n", LINE_BREAK), letters)


def table_card(table: Table) -> str:
    """Return the words that stand for a table in the text."""
    rows = sum(len(group.rows) for group in table.groups)
    return ngettext(
        "Bảng {columns} cột, {rows} dòng: {heads}", "Bảng {columns} cột, {rows} dòng: {heads}", rows
    ).format(
        columns=len(table.columns),
        rows=rows,
        heads=" · ".join(column.title for column in table.columns),
    )
