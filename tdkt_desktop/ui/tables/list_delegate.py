"""Paints the rows of the lists: text, quiet text, numbers at the right, chips."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from tdkt_desktop.ui.widgets.chip import Chip, ChipPainter

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
    from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

    from tdkt_desktop.ui.theme.theme import Theme

CHIP_ROLE: Final = Qt.ItemDataRole.UserRole + 10
QUIET_ROLE: Final = Qt.ItemDataRole.UserRole + 11
STRONG_ROLE: Final = Qt.ItemDataRole.UserRole + 12
_SIDE: Final = 9


class ListDelegate(QStyledItemDelegate):
    """One delegate for all lists: a line under each row, a bar at the current one."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self._chips = ChipPainter(theme)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        chip: Chip | None = index.data(CHIP_ROLE)
        if chip is not None:
            return self._chips.size(chip, self._view.font()) + QSize(2 * _SIDE, 6)
        font = self._font(index)
        width = QFontMetricsF(font).horizontalAdvance(str(index.data() or ""))
        return QSize(int(width) + 2 * _SIDE + 1, self._view.fontMetrics().height() + 14)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, option, index, selected=selected)
        inner = QRectF(option.rect).adjusted(_SIDE, 0, -_SIDE, 0)
        chip: Chip | None = index.data(CHIP_ROLE)
        if chip is not None:
            self._chips.paint(painter, inner, chip, self._view.font(), selected=selected)
            return
        self._paint_text(painter, inner, index, selected=selected)

    def _paint_ground(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        *,
        selected: bool,
    ) -> None:
        tokens, box = self._theme.tokens, option.rect
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground = tokens.soft if selected else tokens.hover if hovered else tokens.surface
        painter.fillRect(box, QColor(ground))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, QColor(tokens.line))
        current = index.row() == self._view.currentIndex().row()
        if index.column() == 0 and current and (selected or self._view.hasFocus()):
            painter.fillRect(_bar(box), QColor(tokens.accent))

    def _paint_text(
        self,
        painter: QPainter,
        inner: QRectF,
        index: QModelIndex | QPersistentModelIndex,
        *,
        selected: bool,
    ) -> None:
        text = str(index.data() or "")
        tokens = self._theme.tokens
        font = self._font(index) if selected else QFont(self._view.font())
        quiet = bool(index.data(QUIET_ROLE)) or not text
        align = index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignLeft
        painter.save()
        painter.setFont(font)
        painter.setPen(QColor(tokens.text2 if quiet else tokens.text))
        mode = self._view.textElideMode()
        shown = QFontMetricsF(font).elidedText(text or "–", mode, inner.width())
        painter.drawText(inner, int(align) | int(Qt.AlignmentFlag.AlignVCenter), shown)
        painter.restore()

    def _font(self, index: QModelIndex | QPersistentModelIndex) -> QFont:
        font = QFont(self._view.font())
        if index.data(STRONG_ROLE):
            font.setWeight(QFont.Weight.DemiBold)
        return font


def _bar(box: QRect) -> QRect:
    return box.adjusted(0, 0, 3 - box.width(), 0)
