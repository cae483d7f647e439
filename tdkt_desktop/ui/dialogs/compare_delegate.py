"""Paints two texts side by side with the words marked that came and went."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QTextDocument
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QTableView

from tdkt_desktop.services.comparing import ChangeKind, WordChange, word_changes
from tdkt_desktop.ui.dialogs.compare_model import NEW, OLD, ROW_ROLE, STATE, state_word

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem

    from tdkt_desktop.services.comparing import AlignedRow
    from tdkt_desktop.ui.theme.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

_SIDE: Final = 8
_LARGEST_CACHE: Final = 400
_SHOWN_IN: Final = {
    OLD: (WordChange.SAME, WordChange.DELETED),
    NEW: (WordChange.SAME, WordChange.INSERTED),
}


class CompareDelegate(QStyledItemDelegate):
    """What went is struck through, what came is underlined; both also have a colour."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self._documents: dict[tuple[int, str], QTextDocument] = {}
        theme.changed.connect(self._documents.clear)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: AlignedRow = index.data(ROW_ROLE)
        tokens, box = self._theme.tokens, option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        ground = tokens.soft if selected else tokens.surface
        if row.kind is not ChangeKind.SAME and not selected and index.column() == STATE:
            ground = tokens.alt
        painter.fillRect(box, QColor(ground))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, QColor(tokens.line))
        painter.fillRect(box.right(), box.top(), 1, box.height(), QColor(tokens.line))
        if selected and index.column() == STATE:
            painter.fillRect(box.left(), box.top(), 3, box.height(), QColor(tokens.accent))
        document = self._document(row, index.column(), box.width() - 2 * _SIDE)
        painter.translate(box.left() + _SIDE, box.top() + 5)
        document.drawContents(painter, QRectF(0, 0, box.width() - 2 * _SIDE, box.height()))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: AlignedRow = index.data(ROW_ROLE)
        if index.column() == STATE:
            metrics = self._view.fontMetrics()
            words = metrics.horizontalAdvance(state_word(row)) if state_word(row) else 0
            return QSize(max(words, metrics.averageCharWidth() * 10) + 24, metrics.height() + 6)
        width = self._view.columnWidth(index.column()) - 2 * _SIDE
        document = self._document(row, index.column(), width)
        return QSize(width, int(document.size().height()))

    def _document(self, row: AlignedRow, column: int, width: int) -> QTextDocument:
        html = self._html(row, column)
        key = (width, html)
        if key not in self._documents:
            if len(self._documents) > _LARGEST_CACHE:
                self._documents.clear()
            document = QTextDocument()
            document.setDocumentMargin(0)
            document.setDefaultFont(self._view.font())
            document.setHtml(html)
            document.setTextWidth(max(width, 40))
            self._documents[key] = document
        return self._documents[key]

    def _html(self, row: AlignedRow, column: int) -> str:
        tokens = self._theme.tokens
        if column == STATE:
            return _span(state_word(row), tokens.text2)
        body = self._marked(row, column)
        return f"<b>{body}</b>" if row.is_title else body

    def _marked(self, row: AlignedRow, column: int) -> str:
        tokens = self._theme.tokens
        gone, come = tokens.late, tokens.accent
        if row.kind is ChangeKind.GONE:
            return _span(row.old, gone, "line-through") if column == OLD else ""
        if row.kind is ChangeKind.NEW:
            return _span(row.new, come, "underline") if column == NEW else ""
        if row.kind is not ChangeKind.CHANGED:
            quiet = tokens.text if row.kind is ChangeKind.MOVED else tokens.text2
            return _span(row.old if column == OLD else row.new, quiet)
        looks = {
            WordChange.SAME: (tokens.text, "none"),
            WordChange.DELETED: (gone, "line-through"),
            WordChange.INSERTED: (come, "underline"),
        }
        return "".join(
            _span(one.text, *looks[one.change])
            for one in word_changes(row.old, row.new)
            if one.change in _SHOWN_IN[column]
        )


def _span(text: str, colour: str, line: str = "none") -> str:
    words = escape(text).replace("\n", "<br>")
    return f'<span style="color:{colour};text-decoration:{line}">{words}</span>'
