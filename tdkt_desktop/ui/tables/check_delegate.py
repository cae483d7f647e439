"""A list whose first column is a box to tick; a click or Space turns it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle

from tdkt_desktop.ui.tables.list_delegate import ListDelegate

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

    from tdkt_desktop.ui.theme.theme import Theme

_BOX: Final = 16


class CheckDelegate(ListDelegate):
    """Paints the box of a row in the theme's colours; a row without a state has none."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        super().__init__(theme, view)
        self._colours = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(2 * _BOX, hint.height()) if index.column() == 0 else hint

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        if index.column():
            super().paint(painter, option, index)
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, option, index, selected=selected)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is not None:
            checked = Qt.CheckState(state) is Qt.CheckState.Checked
            self._paint_box(painter, QRectF(option.rect), checked=checked)

    def _paint_box(self, painter: QPainter, place: QRectF, *, checked: bool) -> None:
        tokens = self._colours.tokens
        box = QRectF(0, 0, _BOX, _BOX)
        box.moveCenter(place.center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.accent if checked else tokens.edge)))
        painter.setBrush(QColor(tokens.accent if checked else tokens.surface))
        painter.drawRoundedRect(box, 3, 3)
        if checked:
            self._colours.icons.draw(painter, "check", tokens.on_accent, box.adjusted(1, 1, -1, -1))
        painter.restore()
