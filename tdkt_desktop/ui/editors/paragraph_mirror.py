"""What stands in each paragraph of Qt's text, read anew only where the text has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdkt_desktop.documents.numbering import block_labels
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.ui.editors.block_format import style_at
from tdkt_desktop.ui.editors.paragraph_style import ParagraphStyle, block_of
from tdkt_desktop.ui.editors.text_conversion import read_paragraph

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

    from tdkt_desktop.ui.editors.text_conversion import EditedParagraph, TableShelf

_EMPTY = RichText()
_SAMPLES = {
    style: block_of(ParagraphStyle.TEXT if style is ParagraphStyle.TABLE else style, _EMPTY)
    for style in ParagraphStyle
}


class ParagraphMirror:
    """Knows the style, the printed number and the words of every paragraph of a long text.

    A key touches one paragraph, so only that one is read again; numbers are counted anew only
    when the row of styles has changed.
    """

    def __init__(self, document: QTextDocument, shelf: TableShelf) -> None:
        self._document, self._shelf = document, shelf
        self._styles: list[ParagraphStyle] = []
        self._paragraphs: list[EditedParagraph | None] = []
        self._labels: tuple[str, ...] | None = None
        self.refresh()
        document.contentsChange.connect(self._note)

    def label(self, number: int) -> str:
        """Return what is printed before paragraph `number`, empty for none."""
        labels = self.labels()
        return labels[number] if number < len(labels) else ""

    def labels(self) -> tuple[str, ...]:
        """Return what is printed before each paragraph."""
        if self._labels is None:
            self._labels = block_labels([_SAMPLES[style] for style in self._styles])
        return self._labels

    def styles(self) -> list[ParagraphStyle]:
        """Return the style of every paragraph."""
        return self._styles

    def paragraphs(self) -> tuple[EditedParagraph, ...]:
        """Return every paragraph, reading only those that changed since the last time."""
        read: list[EditedParagraph] = []
        for number, known in enumerate(self._paragraphs):
            if known is None:
                known = read_paragraph(self._document.findBlockByNumber(number), self._shelf)
                self._paragraphs[number] = known
            read.append(known)
        return tuple(read)

    def refresh(self) -> None:
        """Forget everything and read all styles."""
        self._paragraphs = [None] * self._document.blockCount()
        self._styles = self._read_styles(0, self._document.blockCount() - 1)
        self._labels = None

    def _note(self, position: int, _removed: int, added: int) -> None:
        """Forget the paragraphs that a change touched, and make room for new ones."""
        count = self._document.blockCount()
        grown = count - len(self._styles)
        end = min(position + added, self._document.characterCount() - 1)
        first = self._document.findBlock(position).blockNumber()
        last = self._document.findBlock(end).blockNumber()
        if first < 0 or last < first or last - grown < first - 1:
            self.refresh()
            return
        old = slice(first, last - grown + 1)
        styles = self._read_styles(first, last)
        if self._styles[old] != styles:
            self._labels = None
        self._styles[old] = styles
        self._paragraphs[old] = [None] * len(styles)
        if len(self._styles) != count:
            self.refresh()

    def _read_styles(self, first: int, last: int) -> list[ParagraphStyle]:
        styles = []
        block = self._document.findBlockByNumber(first)
        for _number in range(first, last + 1):
            styles.append(style_at(block))
            block = block.next()
        return styles
