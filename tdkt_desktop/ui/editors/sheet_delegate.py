"""Paints and edits the cells of a sheet; shows quietly how a due is understood."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from tdkt_desktop.i18n import _
from tdkt_desktop.ui.tables.sheet_model import DUE_ROLE, TITLE_ROLE, SheetModel

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QPersistentModelIndex

    from tdkt_desktop.ui.theme.theme import Theme
    from tdkt_desktop.vietnamese.due import Due

_PAD: Final = 7
_SMALL: Final = 10.0
_ACROSS: Final = Qt.Orientation.Horizontal


def due_words(due: Due | None) -> str:
    """Return in a few words how a due is understood; empty where it has no date."""
    if due is None or not due.is_dated:
        return ""
    if due.start is None:
        return _("đến {day}").format(day=f"{due.end:%d/%m/%Y}")
    if due.end is None:
        return _("từ {day}").format(day=f"{due.start:%d/%m/%Y}")
    if due.start == due.end:
        return f"{due.start:%d/%m/%Y}"
    return f"{due.start:%d/%m} – {due.end:%d/%m/%Y}"


class _CellEditor(QPlainTextEdit):
    """Edits a cell of several lines: Enter ends, Alt+Enter breaks the line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hint: QFrame | None = None
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.insertPlainText("\n")
            return
        super().keyPressEvent(event)


class _DueHint(QFrame):
    """A small frame above the editor of a due that says how it is understood."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self.setProperty("toast", True)
        self._label = QLabel()
        self._label.setProperty("look", "label")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.addWidget(self._label)
        self.hide()

    def tell(self, due: Due, above: QRect) -> None:
        """Say how the typed text is understood, above the cell."""
        words = due_words(due)
        if not due.text.strip():
            self.hide()
            return
        self._label.setText(
            _("Hiểu là {when}").format(when=words)
            if words
            else _("Không có ngày cụ thể; giữ nguyên chữ")
        )
        self.adjustSize()
        top = above.top() - self.height() - 2
        left = min(above.left(), self._view.width() - self.width() - 2)
        self.move(max(left, 0), top if top > 0 else above.bottom() + 2)
        self.show()
        self.raise_()


class SheetDelegate(QStyledItemDelegate):
    """Paints wrapped text, group titles, and the understood date behind a due."""

    def __init__(self, theme: Theme, view: QWidget) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self._hint = _DueHint(view)

    # --- painting ---

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        metrics = QFontMetrics(option.font)
        if index.data(TITLE_ROLE):
            return QSize(40, metrics.height() + 14)
        width = max(option.rect.width() - 2 * _PAD, 30)
        box = metrics.boundingRect(0, 0, width, 10_000, self._flags(index), self._text(index))
        under = self._small(option.font)[1].height() if self._words(index) else 0
        return QSize(box.width() + 2 * _PAD, max(box.height() + under, metrics.height()) + 14)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        tokens = self._theme.tokens
        title = bool(index.data(TITLE_ROLE))
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = tokens.soft if selected else tokens.alt if title else tokens.surface
        painter.fillRect(option.rect, QColor(ground))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(tokens.accent))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
        self._paint_words(painter, option, index, title=title)
        painter.restore()

    def _paint_words(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        *,
        title: bool,
    ) -> None:
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if title else QFont.Weight.Normal)
        painter.setFont(font)
        number = index.column() == 0 and not title
        tokens = self._theme.tokens
        painter.setPen(QColor(tokens.text2 if number else tokens.text))
        box = option.rect.adjusted(_PAD, 7, -_PAD, -7)
        used = painter.drawText(box, self._flags(index), self._text(index))
        words = self._words(index)
        if words:
            small, metrics = self._small(option.font)
            painter.setFont(small)
            painter.setPen(QColor(tokens.text3))
            below = metrics.boundingRect(words).height()
            top = used.bottom() if used is not None else box.top() + option.fontMetrics.height()
            painter.drawText(box.left(), top + below, words)

    @staticmethod
    def _flags(index: QModelIndex | QPersistentModelIndex) -> int:
        number = index.column() == 0 and not index.data(TITLE_ROLE)
        across = Qt.AlignmentFlag.AlignHCenter if number else Qt.AlignmentFlag.AlignLeft
        return int(across | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)

    @staticmethod
    def _text(index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole) or "")

    @staticmethod
    def _words(index: QModelIndex | QPersistentModelIndex) -> str:
        """Return the understood date, where it says more than what was typed."""
        words = due_words(index.data(DUE_ROLE))
        return "" if words and words in str(index.data()) else words

    @staticmethod
    def _small(font: QFont) -> tuple[QFont, QFontMetrics]:
        small = QFont(font)
        small.setPointSizeF(max(_SMALL, font.pointSizeF() - 1))
        return small, QFontMetrics(small)

    # --- editing ---

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        editor = _CellEditor(parent)
        editor.setFont(option.font)
        editor.setAccessibleName(str(index.model().headerData(index.column(), _ACROSS) or ""))
        model = index.model()
        if isinstance(model, SheetModel) and index.column() - 1 == model.due_column:
            editor.textChanged.connect(lambda: self._tell_due(editor, model))
            editor.destroyed.connect(self._hint.hide)
        return editor

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        if isinstance(editor, QPlainTextEdit):
            editor.setPlainText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(
        self,
        editor: QWidget,
        model: QAbstractItemModel,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        if isinstance(editor, QPlainTextEdit):
            model.setData(index, editor.toPlainText())

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        least = option.fontMetrics.height() * 3
        editor.setGeometry(option.rect.adjusted(0, 0, 0, max(least - option.rect.height(), 0)))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Let Enter end the editing, so that it can go down as in a sheet."""
        if isinstance(editor, _CellEditor) and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            plain = not event.modifiers() & Qt.KeyboardModifier.AltModifier
            if event.type() is QEvent.Type.KeyPress and enter and plain:
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.SubmitModelCache)
                return True
        return super().eventFilter(editor, event)

    def _tell_due(self, editor: QPlainTextEdit, model: SheetModel) -> None:
        corner = editor.mapTo(self._view, editor.rect().topLeft())
        above = QRect(corner, editor.size())
        self._hint.tell(model.understood(editor.toPlainText()), above)
