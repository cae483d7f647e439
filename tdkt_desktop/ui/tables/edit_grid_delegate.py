"""Paints the cells of a grid and gives each kind of cell its editor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from tdkt_desktop.ui.tables.edit_grid_model import (
    COLUMN_ROLE,
    ITEM_ROLE,
    QUIET_CELL,
    EditColumn,
    Suggestion,
)
from tdkt_desktop.ui.widgets.date_edit import DateEdit
from tdkt_desktop.ui.widgets.suggest_edit import SuggestEdit
from tdkt_desktop.vietnamese.dates import read_date

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtCore import QAbstractItemModel, QPersistentModelIndex

    from tdkt_desktop.ui.theme.theme import Theme

_PAD: Final = 7
_ACROSS: Final = Qt.Orientation.Horizontal


class EditGridDelegate(QStyledItemDelegate):
    """Long texts wrap; dates stand at the right; the current cell has a frame."""

    def __init__(self, theme: Theme, today: Callable[[], date], view: QWidget) -> None:
        super().__init__(view)
        self._theme, self._today = theme, today

    # --- painting ---

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        metrics = QFontMetrics(option.font)
        width = max(option.rect.width() - 2 * _PAD, 30)
        box = metrics.boundingRect(0, 0, width, 10_000, _flags(index), _text(index))
        return QSize(box.width() + 2 * _PAD, max(box.height(), metrics.height()) + 14)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        tokens, box = self._theme.tokens, option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(box, QColor(tokens.soft if selected else tokens.surface))
        framed = bool(index.flags() & Qt.ItemFlag.ItemIsEditable) or not index.column()
        if option.state & QStyle.StateFlag.State_HasFocus and framed:
            painter.setPen(QColor(tokens.accent))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        painter.setFont(QFont(option.font))
        quiet = bool(index.data(QUIET_CELL))
        painter.setPen(QColor(tokens.text2 if quiet else tokens.text))
        painter.drawText(box.adjusted(_PAD, 7, -_PAD, -7), _flags(index), _text(index))
        painter.restore()

    # --- editing ---

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        column = index.data(COLUMN_ROLE)
        editor = self._editor(column, parent, index)
        editor.setFont(option.font)
        editor.setAccessibleName(str(index.model().headerData(index.column(), _ACROSS) or ""))
        return editor

    def _editor(
        self,
        column: EditColumn[object],
        parent: QWidget,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        if column.choices is not None:
            return self._combo(column, parent)
        if column.is_date:
            return DateEdit(self._today(), None, parent)
        if column.is_number:
            return QLineEdit(parent)
        if column.suggestions is not None:
            field = SuggestEdit(column.suggestions(index.data(ITEM_ROLE)), parent)
            field.taken.connect(lambda: self._finish(field))
            return field
        text = QPlainTextEdit(parent)
        text.setTabChangesFocus(True)
        text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return text

    def _combo(self, column: EditColumn[object], parent: QWidget) -> QComboBox:
        combo = QComboBox(parent)
        combo.addItems(list(column.choices() if column.choices else ()))
        combo.activated.connect(lambda _row: self._finish(combo))
        QTimer.singleShot(0, combo, combo.showPopup)
        return combo

    def _finish(self, editor: QWidget) -> None:
        """Take what was chosen and close the editor, without going to another cell."""
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentText(text)
        elif isinstance(editor, DateEdit):
            editor.set_day(read_date(text))
            editor.selectAll()
        elif isinstance(editor, QPlainTextEdit):
            editor.setPlainText(text)
            editor.selectAll()
        elif isinstance(editor, QLineEdit):
            editor.setText(text)
            editor.selectAll()

    def setModelData(
        self,
        editor: QWidget,
        model: QAbstractItemModel,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        value = _value(editor)
        if value != index.data(Qt.ItemDataRole.EditRole):
            model.setData(index, value)

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        least = option.fontMetrics.height() * (4 if isinstance(editor, QPlainTextEdit) else 1)
        editor.setGeometry(option.rect.adjusted(0, 0, 0, max(least - option.rect.height(), 0)))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Let Enter end the editing and go down once, as in a sheet.

        A long text would take it as a new line, a field would hand it on to the grid.
        """
        if isinstance(editor, QPlainTextEdit | QLineEdit) and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if event.type() is QEvent.Type.KeyPress and enter:
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.SubmitModelCache)
                return True
        return super().eventFilter(editor, event)


def _value(editor: QWidget) -> str | Suggestion:
    if isinstance(editor, QComboBox):
        return editor.currentText()
    if isinstance(editor, SuggestEdit):
        return editor.value()
    if isinstance(editor, DateEdit):
        day = editor.day()
        return f"{day:%d/%m/%Y}" if day else editor.text()
    if isinstance(editor, QLineEdit):
        return editor.text()
    return editor.toPlainText() if isinstance(editor, QPlainTextEdit) else ""


def _flags(index: QModelIndex | QPersistentModelIndex) -> int:
    column = index.data(COLUMN_ROLE)
    sides = Qt.AlignmentFlag
    across = sides.AlignHCenter if column is None else sides.AlignLeft
    if column is not None and (column.is_date or column.is_number):
        across = sides.AlignRight
    return int(across | sides.AlignTop) | int(Qt.TextFlag.TextWordWrap)


def _text(index: QModelIndex | QPersistentModelIndex) -> str:
    return str(index.data(Qt.ItemDataRole.DisplayRole) or "")
