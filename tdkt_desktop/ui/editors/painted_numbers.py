"""The numbers of the text's paragraphs: counted from their styles, painted beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdkt_desktop.documents.numbering import block_labels
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.ui.editors.block_format import style_at
from tdkt_desktop.ui.editors.paragraph_style import ParagraphStyle, block_of

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

_EMPTY = RichText()
_SAMPLES = {
    style: block_of(ParagraphStyle.TEXT if style is ParagraphStyle.TABLE else style, _EMPTY)
    for style in ParagraphStyle
}


class PaintedNumbers:
    """Knows the printed number of each paragraph; counts anew only when the styles changed."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._styles: list[ParagraphStyle] = []
        self._labels: tuple[str, ...] = ()
        self._stale = True
        document.contentsChanged.connect(self._forget)

    def label(self, number: int) -> str:
        """Return what is printed before paragraph `number`, empty for none."""
        self._count()
        return self._labels[number] if number < len(self._labels) else ""

    def styles(self) -> list[ParagraphStyle]:
        """Return the style of every paragraph."""
        self._count()
        return self._styles

    def _forget(self) -> None:
        self._stale = True

    def _count(self) -> None:
        if not self._stale:
            return
        self._stale = False
        styles = list(self._read_styles())
        if styles != self._styles:
            self._styles = styles
            self._labels = block_labels([_SAMPLES[style] for style in styles])

    def _read_styles(self) -> list[ParagraphStyle]:
        styles = []
        block = self._document.begin()
        while block.isValid():
            styles.append(style_at(block))
            block = block.next()
        return styles
