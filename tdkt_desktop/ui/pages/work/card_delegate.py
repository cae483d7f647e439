"""Paints a task as a card: its words in two lines, who leads it, when it is due."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from tdkt_desktop.i18n import _
from tdkt_desktop.services.task_views import TaskRole
from tdkt_desktop.ui.pages.work.chips import NEAR_DAYS, chip_of
from tdkt_desktop.ui.pages.work.columns import parties_text
from tdkt_desktop.ui.widgets.chip import Chip, ChipPainter

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtCore import QObject, QPersistentModelIndex
    from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

    from tdkt_desktop.services.task_views import TaskView
    from tdkt_desktop.services.work_views import WorkRow
    from tdkt_desktop.ui.theme.theme import Theme

ROW_ROLE: Final = Qt.ItemDataRole.UserRole + 30
_GAP: Final = 4
_PAD: Final = 10
_ICON: Final = 16
_LINES: Final = 2
_TEXT_ROLES: Final = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)


class CardModel(QAbstractListModel):
    """Rows as cards."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[WorkRow] = []

    def show(self, rows: Sequence[WorkRow]) -> None:
        """Show other rows; the same ones leave everything as it is."""
        if list(rows) == self._rows:
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row(self, place: int) -> WorkRow:
        """Return the row of a card."""
        return self._rows[place]

    def place_of(self, task_id: int) -> int | None:
        """Return the place of a task's card."""
        return next((n for n, row in enumerate(self._rows) if row.task.id == task_id), None)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        flags = Qt.ItemFlag
        if not index.isValid():
            return flags.ItemIsDropEnabled
        return flags.ItemIsEnabled | flags.ItemIsSelectable | flags.ItemIsDragEnabled

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        return _spoken(row.task) if role in _TEXT_ROLES else None


class CardDelegate(QStyledItemDelegate):
    """All cards are of one height, so that a column of hundreds opens at once."""

    def __init__(self, theme: Theme, view: QAbstractItemView, today: date) -> None:
        super().__init__(view)
        self._theme, self._view, self.today = theme, view, today
        self._chips = ChipPainter(theme)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(120, card_height(self._view))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: WorkRow = index.data(ROW_ROLE)
        card = QRectF(option.rect).adjusted(
            _GAP + 0.5, _GAP / 2 + 0.5, -_GAP - 0.5, -_GAP / 2 - 0.5
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, card, option)
        inner = card.adjusted(_PAD, _PAD - 2, -_PAD, -_PAD + 2)
        line = QFontMetricsF(self._view.font()).height()
        words = QRectF(inner.left(), inner.top(), inner.width(), line * _LINES)
        words.setRight(words.right() - self._paint_clip(painter, inner, row.task))
        self._paint_words(painter, words, row.whole.title)
        foot = QRectF(inner.left(), inner.bottom() - line - 4, inner.width(), line + 4)
        self._paint_foot(painter, foot, row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, card: QRectF, option: QStyleOptionViewItem) -> None:
        tokens = self._theme.tokens
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus) and self._view.hasFocus()
        ground = tokens.soft if selected else tokens.hover if hovered else tokens.surface
        painter.setBrush(QColor(ground))
        edge = tokens.accent if selected or focused else tokens.line
        painter.setPen(QPen(QColor(edge), 2 if focused else 1))
        painter.drawRoundedRect(card, 4, 4)

    def _paint_words(self, painter: QPainter, box: QRectF, text: str) -> None:
        painter.setPen(QColor(self._theme.tokens.text))
        draw_lines(painter, box, text, self._view.font(), _LINES)

    def _paint_clip(self, painter: QPainter, inner: QRectF, task: TaskView) -> float:
        """Paint how many files prove the task, and return the room that this takes."""
        if not task.evidence:
            return 0.0
        tokens, text = self._theme.tokens, str(task.evidence)
        measure = QFontMetricsF(self._view.font())
        width = measure.horizontalAdvance(text) + _ICON + 2
        left = inner.right() - width
        self._icon(painter, "paperclip", tokens.text2, QPointF(left, inner.top() + 1))
        painter.setPen(QColor(tokens.text2))
        painter.setFont(self._view.font())
        painter.drawText(QPointF(left + _ICON + 2, inner.top() + measure.ascent()), text)
        return width + 4

    def _paint_foot(self, painter: QPainter, foot: QRectF, row: WorkRow) -> None:
        tokens, task = self._theme.tokens, row.task
        right = foot.right() - self._paint_due(painter, foot, row)
        left = foot.left()
        if row.changes:
            self._icon(
                painter, "history", tokens.soon, QPointF(left, foot.center().y() - _ICON / 2)
            )
            left += _ICON + 4
        painter.setPen(QColor(tokens.text2))
        painter.setFont(self._view.font())
        who = QRectF(left, foot.top(), max(0.0, right - left - 6), foot.height())
        lead = parties_text(task, TaskRole.LEAD) or parties_text(task, TaskRole.EXECUTOR)
        shown = QFontMetricsF(self._view.font()).elidedText(
            lead, Qt.TextElideMode.ElideRight, who.width()
        )
        painter.drawText(who, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_due(self, painter: QPainter, foot: QRectF, row: WorkRow) -> float:
        """Paint when the task is due, as a chip where that is near, and return the room taken."""
        task, font = row.task, self._view.font()
        chip = due_chip(task, self.today)
        if chip is not None:
            size = self._chips.size(chip, font)
            box = QRectF(foot.right() - size.width(), foot.top(), size.width(), foot.height())
            self._chips.paint(painter, box, chip, font)
            return float(size.width())
        text = task.section if row.parts else short_day(task.ends_on)
        width = min(QFontMetricsF(font).horizontalAdvance(text) + 1, foot.width() * 0.62)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.tokens.text2))
        box = QRectF(foot.right() - width, foot.top(), width, foot.height())
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown)
        return float(width)

    def _icon(self, painter: QPainter, name: str, colour: str, at: QPointF) -> None:
        scale = self._view.devicePixelRatioF()
        painter.drawPixmap(at, self._theme.icons.picture(name, colour, _ICON, scale))


def card_height(view: QAbstractItemView) -> int:
    """Return the height of every card in a view."""
    line = QFontMetricsF(view.font()).height()
    return int(line * (_LINES + 1) + 2 * _PAD + _GAP + 8)


def due_chip(task: TaskView, today: date) -> Chip | None:
    """Return the chip with the day of a task that is late or due soon."""
    left = task.days_left(today)
    if task.finished or task.withdrawn or left is None or left > NEAR_DAYS:
        return None
    chip = chip_of(task, today)
    return Chip(chip.state, short_day(task.ends_on), chip.icon)


def short_day(day: date | None) -> str:
    """Return a day without its year, which the page's head tells; empty for none."""
    return f"{day:%d/%m}" if day else ""


def draw_lines(painter: QPainter, box: QRectF, text: str, font: QFont, lines: int) -> float:
    """Write a text in so many lines at most, and return the height that it takes."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    measure = QFontMetricsF(font)
    painter.setFont(font)
    layout.beginLayout()
    top, number = box.top(), 0
    while number < lines and (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, box.width()))
        number += 1
        start = line.textStart()
        shown = text[start : start + line.textLength()]
        if number == lines:
            shown = measure.elidedText(text[start:], Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(QPointF(box.left(), top + measure.ascent()), shown.rstrip())
        top += measure.height()
    layout.endLayout()
    return top - box.top()


def _spoken(task: TaskView) -> str:
    """Return what a screen reader says of a card, and its tooltip shows."""
    lead = parties_text(task, TaskRole.LEAD)
    parts = [task.name]
    if lead:
        parts.append(_("Chủ trì: {lead}").format(lead=lead))
    if task.due:
        parts.append(_("Thời gian: {due}").format(due=task.due))
    return "\n".join(parts)
