"""Paints the review of an import, and holds its two editors: the part, and the cursor to split."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QTextCursor
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QStyle, QStyledItemDelegate, QWidget

from tdkt_desktop.documents.roles import Role
from tdkt_desktop.i18n import _
from tdkt_desktop.services.review_rows import ReviewMark
from tdkt_desktop.ui.tables.review_model import (
    CONTENT,
    MARK,
    ROLE,
    ROW_ROLE,
    SOURCE,
    ReviewModel,
    role_choices,
    role_word,
)
from tdkt_desktop.ui.theme.theme import paper_font

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

    from tdkt_desktop.services.review_rows import ReviewRow
    from tdkt_desktop.ui.theme.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

_SIDE, _TOP, _ICON, _STEP = 12, 7, 18, 16
_WRAP: Final = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)
_MIDDLE: Final = _WRAP | int(Qt.AlignmentFlag.AlignVCenter)
_ICONS: Final = {
    ReviewMark.DOUBT: "account-question-outline",
    ReviewMark.WARNING: "alert-outline",
    ReviewMark.REPAIRED: "auto-fix",
    ReviewMark.LEFT_OUT: "eye-off-outline",
}
_LARGEST: Final = 100_000


class _Face(Enum):
    """The faces that a row is written in."""

    PAPER = auto()
    PLAIN = auto()
    STRONG = auto()


def _face(row: ReviewRow) -> _Face:
    return _Face.STRONG if row.is_heading or row.is_table else _Face.PLAIN


class ReviewDelegate(QStyledItemDelegate):
    """Source on the left in the paper's face, what becomes of it on the right."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self._heights: dict[tuple[str, int, _Face], int] = {}
        self._labels: dict[str, int] = {}
        theme.changed.connect(self._forget)

    def _forget(self) -> None:
        self._heights.clear()
        self._labels.clear()

    def row_height(self, row: ReviewRow, widths: tuple[int, int]) -> int:
        """Return how high a row must be for source and content of these widths."""
        source = self._text_height(row.source, widths[0] - 2 * _SIDE, _Face.PAPER)
        width = self._content_width(row, widths[1])
        content = self._text_height(row.text, width, _face(row))
        if row.note:
            content += self._text_height(row.note, width, _Face.PLAIN)
        least = self._view.fontMetrics().height() + 18
        return max(source + 2 * _TOP, content + 2 * _TOP, least)

    def _text_height(self, text: str, width: int, face: _Face) -> int:
        key = (text, width, face)
        if key not in self._heights:
            metrics = QFontMetrics(self._font(face))
            box = metrics.boundingRect(QRect(0, 0, max(width, 40), _LARGEST), _WRAP, text or "X")
            self._heights[key] = box.height()
        return self._heights[key]

    def _content_width(self, row: ReviewRow, width: int) -> int:
        return width - 2 * _SIDE - row.depth * _STEP - self._label_width(row)

    def _label_width(self, row: ReviewRow) -> int:
        if not row.label:
            return 0
        if row.label not in self._labels:
            metrics = QFontMetrics(self._font(_Face.STRONG))
            self._labels[row.label] = metrics.horizontalAdvance(f"{row.label}  ")
        return self._labels[row.label]

    def _font(self, face: _Face) -> QFont:
        font = QFont(self._view.font())
        if face is _Face.PAPER:
            return paper_font(font.pointSizeF() * 12 / 10.5)
        font.setWeight(QFont.Weight.DemiBold if face is _Face.STRONG else QFont.Weight.Normal)
        return font

    # --- painting ---

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ReviewRow = index.data(ROW_ROLE)
        painter.save()
        self._paint_ground(painter, option, index)
        paint = {
            SOURCE: self._paint_source,
            MARK: self._paint_mark,
            ROLE: self._paint_role,
            CONTENT: self._paint_content,
        }
        paint[index.column()](painter, option.rect, row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, box = self._theme.tokens, option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        plain = tokens.alt if index.column() == SOURCE else tokens.surface
        painter.fillRect(box, QColor(tokens.soft if selected else plain))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, QColor(tokens.line))
        if index.column() == SOURCE:
            painter.fillRect(box.right(), box.top(), 1, box.height(), QColor(tokens.line))
            if selected:
                painter.fillRect(box.left(), box.top(), 3, box.height(), QColor(tokens.accent))

    def _paint_source(self, painter: QPainter, box: QRect, row: ReviewRow) -> None:
        tokens = self._theme.tokens
        painter.setFont(self._font(_Face.PAPER))
        painter.setPen(QColor(tokens.text3 if row.left_out else tokens.text))
        painter.drawText(box.adjusted(_SIDE, _TOP, -_SIDE, -_TOP), _MIDDLE, row.source)

    def _paint_mark(self, painter: QPainter, box: QRect, row: ReviewRow) -> None:
        icon = _ICONS.get(row.mark)
        if icon is None:
            return
        tokens = self._theme.tokens
        inks = {
            ReviewMark.DOUBT: tokens.states.needs_person.ink,
            ReviewMark.WARNING: tokens.soon,
            ReviewMark.REPAIRED: tokens.accent,
        }
        where = QRectF(0, 0, _ICON, _ICON)
        where.moveCenter(QRectF(box).center())
        self._theme.icons.draw(painter, icon, inks.get(row.mark, tokens.text3), where)

    def _paint_role(self, painter: QPainter, box: QRect, row: ReviewRow) -> None:
        tokens = self._theme.tokens
        field = self._field(box)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(tokens.edge))
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(QRectF(field).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(QColor(tokens.text))
        painter.setFont(self._view.font())
        words = field.adjusted(9, 0, -24, 0)
        metrics = QFontMetrics(self._view.font())
        text = metrics.elidedText(role_word(row), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), text)
        arrow = QRectF(field.right() - 22, field.center().y() - 8, 16, 16)
        self._theme.icons.draw(painter, "chevron-down", tokens.text2, arrow)

    def _field(self, box: QRect) -> QRect:
        height = self._view.fontMetrics().height() + 10
        field = QRect(0, 0, box.width() - 8, min(height, box.height() - 4))
        field.moveCenter(box.center())
        return field

    def _paint_content(self, painter: QPainter, box: QRect, row: ReviewRow) -> None:
        tokens = self._theme.tokens
        inner = box.adjusted(_SIDE + row.depth * _STEP, _TOP, -_SIDE, -_TOP)
        width = self._content_width(row, box.width())
        notes = self._text_height(row.note, width, _Face.PLAIN) if row.note else 0
        text_height = self._text_height(row.text, width, _face(row))
        inner.setTop(inner.top() + max((inner.height() - text_height - notes) // 2, 0))
        painter.setFont(self._font(_face(row)))
        if row.label:
            painter.setPen(QColor(tokens.accent))
            painter.drawText(inner, _WRAP, row.label)
            inner.setLeft(inner.left() + self._label_width(row))
        painter.setPen(QColor(tokens.text3 if row.left_out else tokens.text))
        painter.drawText(inner, _WRAP, row.text)
        if row.note:
            painter.setFont(self._view.font())
            painter.setPen(QColor(tokens.soon))
            painter.drawText(inner.adjusted(0, text_height, 0, 0), _WRAP, row.note)

    # --- editors ---

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        row: ReviewRow = index.data(ROW_ROLE)
        return self._role_combo(parent, row) if index.column() == ROLE else _splitter(parent, row)

    def _role_combo(self, parent: QWidget, row: ReviewRow) -> QComboBox:
        combo = QComboBox(parent)
        combo.setAccessibleName(_("Hiểu là"))
        for words, role in role_choices(row):
            combo.addItem(words, role)
        combo.addItem(_("Bỏ qua"), None)
        at = combo.findText(role_word(row))
        combo.setCurrentIndex(max(at, 0))
        combo.setMaxVisibleItems(30)
        combo.activated.connect(lambda _index: self._commit(combo))
        QTimer.singleShot(0, combo, combo.showPopup)
        return combo

    def _commit(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Leave an editor as it was made."""

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if not isinstance(model, ReviewModel):
            return
        row: ReviewRow = index.data(ROW_ROLE)
        if isinstance(editor, QComboBox):
            text = editor.currentText()
            role = editor.currentData()
            taken = Role(role) if role is not None else None
            if row.is_table and text != _("Bỏ qua"):
                taken = Role.PARAGRAPH
            if text != role_word(row):
                model.set_role(index.row(), taken)
        elif isinstance(editor, QPlainTextEdit) and editor.property("split"):
            model.split(index.row(), editor.textCursor().position())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        box = option.rect
        editor.setGeometry(self._field(box) if index.column() == ROLE else box)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, self._view.fontMetrics().height() + 18)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if (
            isinstance(editor, QPlainTextEdit)
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in enter
        ):
            editor.setProperty("split", True)
            self._commit(editor)
            return True
        return super().eventFilter(editor, event)


def _splitter(parent: QWidget, row: ReviewRow) -> QPlainTextEdit:
    """Return a text that only takes a cursor: Enter splits there."""
    editor = QPlainTextEdit(parent)
    editor.setPlainText(row.text)
    editor.setReadOnly(True)
    editor.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByKeyboard
        | Qt.TextInteractionFlag.TextSelectableByMouse
    )
    editor.setAccessibleName(_("Đặt con trỏ rồi nhấn Enter để tách"))
    editor.setToolTip(_("Đặt con trỏ rồi nhấn Enter để tách đoạn; Esc để thôi"))
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    return editor
