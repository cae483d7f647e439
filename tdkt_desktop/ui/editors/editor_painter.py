"""Paints what stands beside the words of the editor: numbers, the current bar, table cards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter

from tdkt_desktop.ui.editors.block_format import look_of, style_at, weight_of
from tdkt_desktop.ui.editors.paragraph_style import ParagraphStyle

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock
    from PySide6.QtWidgets import QTextEdit

    from tdkt_desktop.ui.editors.paragraph_mirror import ParagraphMirror
    from tdkt_desktop.ui.theme.theme import Theme

_INSET: Final = 12
_BAR: Final = 3
_RADIUS: Final = 4.0


class EditorPainter:
    """Knows where the paragraphs of one editor stand on the screen."""

    def __init__(self, editor: QTextEdit, mirror: ParagraphMirror, theme: Theme) -> None:
        self._editor, self._mirror, self._theme = editor, mirror, theme

    def under(self, area: QRectF) -> None:
        """Paint what lies under the words: the current paragraph's bar and the cards of tables."""
        painter = QPainter(self._editor.viewport())
        tokens = self._theme.tokens
        box = self.box_of(self._editor.textCursor().block())
        painter.fillRect(box, QColor(tokens.alt))
        painter.fillRect(QRectF(box.left(), box.top(), _BAR, box.height()), QColor(tokens.accent))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for block, place in self._visible(area):
            if style_at(block) is ParagraphStyle.TABLE:
                card = place.adjusted(_INSET, 1, -_INSET, -1)
                painter.setPen(QColor(tokens.edge))
                painter.setBrush(QColor(tokens.alt))
                painter.drawRoundedRect(card, _RADIUS, _RADIUS)
        painter.end()

    def numbers(self, area: QRectF) -> None:
        """Paint the number of every paragraph that can be seen."""
        painter = QPainter(self._editor.viewport())
        painter.setPen(QColor(self._theme.tokens.accent))
        for block, _place in self._visible(area):
            self._number(painter, block)
        painter.end()

    def box_of(self, block: QTextBlock) -> QRectF:
        """Return where a paragraph stands in the view, over its whole width."""
        box = self._editor.document().documentLayout().blockBoundingRect(block)
        top = box.top() - self._editor.verticalScrollBar().value()
        width = self._editor.viewport().width() - 2 * _INSET
        return QRectF(_INSET, top - 2, width, box.height() + 4)

    def _visible(self, area: QRectF) -> list[tuple[QTextBlock, QRectF]]:
        corner = self._editor.viewport().rect().topLeft()
        block = self._editor.cursorForPosition(corner).block()
        found = []
        while block.isValid():
            place = self.box_of(block)
            if place.top() > area.bottom():
                break
            found.append((block, place))
            block = block.next()
        return found

    def _number(self, painter: QPainter, block: QTextBlock) -> None:
        label = self._mirror.label(block.blockNumber())
        line = block.layout().lineAt(0)
        if not label or not line.isValid():
            return
        style = style_at(block)
        font = QFont(self._editor.font())
        font.setWeight(weight_of(style))
        painter.setFont(font)
        across = self._editor.horizontalScrollBar().value()
        down = self._editor.verticalScrollBar().value()
        document = self._editor.document()
        top = document.documentLayout().blockBoundingRect(block).top()
        indent = look_of(style).number_indent * document.indentWidth()
        left = document.documentMargin() + indent - across
        painter.drawText(QPointF(left, top - down + line.y() + line.ascent()), label)
