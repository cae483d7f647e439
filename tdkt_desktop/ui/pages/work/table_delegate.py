"""Paints the table of tasks: heads of groups, boxes to choose by, marks, and the cell in turn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QSpinBox, QStyle, QWidget

from tdkt_desktop.i18n import _
from tdkt_desktop.services.task_views import TaskView
from tdkt_desktop.ui.pages.work.columns import COLUMNS, Cell
from tdkt_desktop.ui.pages.work.table_model import ENTRY_ROLE, Entry, group_words
from tdkt_desktop.ui.tables.list_delegate import ListDelegate
from tdkt_desktop.ui.widgets.date_edit import DateEdit

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

    from tdkt_desktop.ui.pages.work.table_model import WorkModel
    from tdkt_desktop.ui.theme.theme import Theme

_SIDE: Final = 9
_ICON: Final = 16
_BOX: Final = 15
_STEP: Final = 5
_FULL: Final = 100
_Index = QModelIndex | QPersistentModelIndex


class WorkDelegate(ListDelegate):
    """Lists' own painting, with what tasks need besides."""

    def __init__(self, theme: Theme, view: QTableView, model: WorkModel) -> None:
        super().__init__(theme, view)
        self._model = model

    # --- painting ---

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        entry: Entry = index.data(ENTRY_ROLE)
        if entry.task is None:
            self._paint_group(painter, option, index.row(), entry)
            return
        cell = COLUMNS[index.column()].cell
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        special = {Cell.CHECK: self._paint_box, Cell.TITLE: self._paint_title}
        if cell in special:
            self._paint_ground(painter, option, index, selected=selected)
            special[cell](painter, option.rect, index, entry, selected=selected)
        elif cell is Cell.EVIDENCE:
            self._paint_ground(painter, option, index, selected=selected)
            self._paint_clip(painter, option.rect, entry)
        else:
            super().paint(painter, option, index)
        self._paint_turn(painter, option.rect, index)

    def _paint_turn(self, painter: QPainter, box: QRect, index: _Index) -> None:
        """Frame the cell that F2 would change."""
        if index == self._view.currentIndex() and self._view.hasFocus():
            painter.save()
            painter.setPen(QPen(QColor(self._theme.tokens.accent), 1))
            painter.drawRect(box.adjusted(1, 1, -2, -3))
            painter.restore()

    def _paint_group(
        self, painter: QPainter, option: QStyleOptionViewItem, place: int, entry: Entry
    ) -> None:
        tokens, box, group = self._theme.tokens, option.rect, entry.group
        if group is None:
            return
        painter.save()
        painter.fillRect(box, QColor(tokens.alt))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, QColor(tokens.line))
        current = place == self._view.currentIndex().row() and self._view.hasFocus()
        if current:
            painter.fillRect(box.left(), box.top(), 3, box.height(), QColor(tokens.accent))
        self._icon(painter, "chevron-right" if self._model.is_folded(place) else "chevron-down",
                   tokens.text2, QPointF(box.left() + 10, box.center().y()))  # fmt: skip
        left = float(box.left() + 10 + _ICON + 6)
        left = self._words(painter, box, left, group.title, tokens.text, strong=True)
        left = self._words(painter, box, left, f" · {group_words(group)}", tokens.text2)
        painter.restore()

    def _words(
        self,
        painter: QPainter,
        box: QRect,
        left: float,
        text: str,
        colour: str,
        *,
        strong: bool = False,
    ) -> float:
        """Write words from a place on and return where they end."""
        font = QFont(self._view.font())
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        width = QFontMetricsF(font).horizontalAdvance(text)
        place = QRectF(left, box.top(), width + 2, box.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
        return left + width

    def _paint_box(
        self, painter: QPainter, box: QRect, index: _Index, entry: Entry, *, selected: bool
    ) -> None:
        tokens = self._theme.tokens
        square = QRectF(0, 0, _BOX, _BOX)
        square.moveCenter(QRectF(box).center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(tokens.accent if selected else tokens.edge))
        painter.setBrush(QColor(tokens.accent if selected else tokens.surface))
        painter.drawRoundedRect(square, 3, 3)
        if selected:
            self._icon(
                painter, "check", tokens.on_accent, QPointF(square.left(), square.center().y())
            )
        painter.restore()

    def _paint_title(
        self, painter: QPainter, box: QRect, index: _Index, entry: Entry, *, selected: bool
    ) -> None:
        tokens, left = self._theme.tokens, box.left() + _SIDE
        right = box.right() - _SIDE
        painter.save()
        if entry.part:
            left += 2 * _ICON
        elif entry.row is not None and entry.row.parts:
            name = "chevron-right" if self._model.is_folded(index.row()) else "chevron-down"
            self._icon(painter, name, tokens.text2, QPointF(left, box.center().y()))
            left += _ICON + 4
        right -= self._paint_marks(painter, box, entry, right)
        task = entry.task
        quiet = entry.part or (task is not None and task.withdrawn)
        painter.setPen(QColor(tokens.text2 if quiet else tokens.text))
        font = QFont(self._view.font())
        font.setStrikeOut(task is not None and task.withdrawn)
        painter.setFont(font)
        text = str(index.data() or "")
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, right - left)
        words = QRectF(left, box.top(), right - left, box.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()

    def _paint_marks(self, painter: QPainter, box: QRect, entry: Entry, right: int) -> int:
        """Paint at the right what sets a row apart, and return the room that it takes."""
        tokens, row, taken = self._theme.tokens, entry.row, 0
        if row is None or entry.part:
            return 0
        if row.changes or row.task.withdrawn:
            taken += _ICON + 4
            spot = QPointF(right - taken + 4, box.center().y())
            self._icon(painter, "history", tokens.soon, spot)
        if row.parts:
            done, total = row.whole.occurrences
            text = f"{done}/{total}"
            font = QFont(self._view.font())
            width = int(QFontMetricsF(font).horizontalAdvance(text)) + _ICON + 8
            taken += width
            left = right - taken + 4
            self._icon(painter, "refresh", tokens.text2, QPointF(left, box.center().y()))
            self._words(painter, box, left + _ICON + 2, text, tokens.text2)
        elif row.whole.added:
            taken += _ICON + 4
            spot = QPointF(right - taken + 4, box.center().y())
            self._icon(painter, "plus-box-outline", tokens.text2, spot)
        return taken

    def _paint_clip(self, painter: QPainter, box: QRect, entry: Entry) -> None:
        if entry.task is None or not entry.task.evidence:
            return
        tokens = self._theme.tokens
        painter.save()
        self._icon(painter, "paperclip", tokens.text2, QPointF(box.left() + 8, box.center().y()))
        self._words(painter, box, box.left() + 10 + _ICON, str(entry.task.evidence), tokens.text2)
        painter.restore()

    def _icon(self, painter: QPainter, name: str, colour: str, left_middle: QPointF) -> None:
        scale = self._view.devicePixelRatioF()
        picture = self._theme.icons.picture(name, colour, _ICON, scale)
        painter.drawPixmap(QPointF(left_middle.x(), left_middle.y() - _ICON / 2 + 0.5), picture)

    # --- typing into a cell ---

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        cell, task = COLUMNS[index.column()].cell, index.data(Qt.ItemDataRole.EditRole)
        editor: QWidget
        if cell is Cell.ENDS_ON:
            editor = DateEdit(self._model.today, task.ends_on, parent)
        elif cell is Cell.PROGRESS:
            editor = _percent(parent)
        else:
            editor = QLineEdit(parent)
        editor.setAccessibleName(_(COLUMNS[index.column()].head))
        return editor

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        task = index.data(Qt.ItemDataRole.EditRole)
        if not isinstance(task, TaskView):
            return
        if isinstance(editor, QSpinBox):
            editor.setValue(task.progress)
        elif isinstance(editor, DateEdit):
            editor.set_day(task.ends_on)
        elif isinstance(editor, QLineEdit):
            editor.setText(task.result)

    def setModelData(
        self,
        editor: QWidget,
        model: QAbstractItemModel,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        task = index.data(Qt.ItemDataRole.EditRole)
        was, now = _values(editor, task)
        if now != was:
            model.setData(index, now)

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        width = max(option.rect.width(), editor.sizeHint().width())
        editor.setGeometry(option.rect.x(), option.rect.y(), width, option.rect.height() - 1)


def _values(editor: QWidget, task: TaskView) -> tuple[date | int | str | None, ...]:
    """Return what a cell held and what is typed; a date that is none counts as words."""
    if isinstance(editor, QSpinBox):
        return task.progress, editor.value()
    if isinstance(editor, DateEdit):
        return task.ends_on, editor.fault() or editor.day()
    if isinstance(editor, QLineEdit):
        return task.result, editor.text()
    return None, None


def _percent(parent: QWidget) -> QSpinBox:
    editor = QSpinBox(parent)
    editor.setRange(0, _FULL)
    editor.setSingleStep(_STEP)
    editor.setSuffix(" %")
    return editor
