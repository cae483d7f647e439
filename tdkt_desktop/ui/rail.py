"""The rail of pages at the left of the window."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate

from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from tdkt_desktop.ui.theme.theme import Theme

WIDE: Final = 152
FOLDED: Final = 48
_ICON: Final = 20
_AROUND_WORD: Final = 72
_ITEM_ROLE: Final = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class RailItem:
    """A page in the rail; `badge` counts what is late there."""

    key: str
    word: str
    icon: str
    badge: int = 0


class _RailModel(QAbstractListModel):
    """The pages, in order."""

    def __init__(self, items: Sequence[RailItem], first_number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.items = list(items)
        self._first_number = first_number

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.items)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        item = self.items[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return item.word
        if role == Qt.ItemDataRole.ToolTipRole:
            return _("{page} (Alt+{number})").format(
                page=item.word, number=self._first_number + index.row()
            )
        return item if role == _ITEM_ROLE else None


class _RailDelegate(QStyledItemDelegate):
    """Paints an item: bar, icon, word, badge."""

    def __init__(self, theme: Theme, rail: Rail) -> None:
        super().__init__(rail)
        self._theme, self._rail = theme, rail

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, option.fontMetrics.height() + 20)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        item: RailItem = index.data(_ITEM_ROLE)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        box = option.rect.adjusted(8, 1, -8, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, box, option, selected=selected)
        colour = self._theme.tokens.accent if selected else self._theme.tokens.text2
        icon = QRectF(box.left() + 10, box.center().y() - _ICON / 2 + 1, _ICON, _ICON)
        self._theme.icons.draw(painter, item.icon, colour, icon)
        if not self._rail.folded:
            self._paint_word(painter, box, item, selected=selected)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, box: QRect, option: QStyleOptionViewItem, *, selected: bool
    ) -> None:
        tokens = self._theme.tokens
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus) and self._rail.hasFocus()
        if selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.surface if selected else tokens.hover))
            painter.drawRoundedRect(box, 4, 4)
        if selected:
            bar = QRectF(box.left(), box.top() + 7, 3, box.height() - 14)
            painter.fillRect(bar, QColor(tokens.accent))
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(tokens.accent))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)

    def _paint_word(self, painter: QPainter, box: QRect, item: RailItem, *, selected: bool) -> None:
        font = QFont(self._rail.font())
        font.setWeight(QFont.Weight.DemiBold if selected else QFont.Weight.Normal)
        painter.setFont(font)
        tokens = self._theme.tokens
        painter.setPen(QColor(tokens.accent if selected else tokens.text))
        words = box.adjusted(40, 0, -8, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, item.word)
        if item.badge:
            painter.setPen(QColor(tokens.late))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(words, flags, str(item.badge))


class Rail(QListView):
    """Lists pages; the selected one is in front. Tooltips tell the key, counted from a number."""

    chosen = Signal(str)

    def __init__(
        self, items: Sequence[RailItem], theme: Theme, first_number: int, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._items = _RailModel(items, first_number, self)
        self.folded = False
        self.setModel(self._items)
        self.setItemDelegate(_RailDelegate(theme, self))
        self.setProperty("frameless", True)
        self.setAccessibleName(_("Các trang"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self._set_width()
        self.selectionModel().currentChanged.connect(self._changed)

    def select(self, key: str) -> None:
        """Mark the page that is in front, if it is one of these."""
        rows = [row for row, item in enumerate(self._items.items) if item.key == key]
        if rows:
            self.setCurrentIndex(self._items.index(rows[0]))
        else:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())

    def keys(self) -> list[str]:
        """Return the pages in order."""
        return [item.key for item in self._items.items]

    def set_badge(self, key: str, count: int) -> None:
        """Show how many things are late on a page."""
        self._items.items = [
            replace(item, badge=count) if item.key == key else item for item in self._items.items
        ]
        self.viewport().update()

    def fold(self, *, folded: bool) -> None:
        """Show icons only, or icons and words."""
        self.folded = folded
        self._set_width()
        self.viewport().update()

    def _set_width(self) -> None:
        self.setFixedWidth(FOLDED if self.folded else max(WIDE, self._widest_item()))

    def _widest_item(self) -> int:
        """Return the width that shows every word whole, also with the largest letters."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        measure = QFontMetrics(font).horizontalAdvance
        return max((measure(item.word) for item in self._items.items), default=0) + _AROUND_WORD

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._set_width()

    def _changed(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self._items.items[current.row()].key)
