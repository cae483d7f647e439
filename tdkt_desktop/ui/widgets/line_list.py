"""A list of one-line things to go to: a state's icon, a name, a few words, a place behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QToolTip,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from tdkt_desktop.ui.theme.theme import Theme

_LINE_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_ICON: Final = 18
_SIDE: Final = 14
_GAP: Final = 12
_NAME_SHARE: Final = 0.66
_RIGHT_CHARACTERS: Final = 12


@dataclass(frozen=True, slots=True)
class LineItem:
    """A line: `state` names a look of the theme, `tone` one of its inks for the last words.

    A head has no target; it parts the lines below it from those above.
    """

    name: str
    state: str = ""
    about: str = ""
    when: str = ""
    left: str = ""
    tone: str = ""
    target: object = None
    is_head: bool = False

    @property
    def spoken(self) -> str:
        """The line as it is read aloud."""
        return ", ".join(filter(None, (self.name, self.about, self.when, self.left)))


class _Lines(QAbstractListModel):
    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self.items: list[LineItem] = []

    def show(self, items: Sequence[LineItem]) -> None:
        self.beginResetModel()
        self.items = list(items)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.items)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        item = self.items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return item.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return item.spoken
        return item if role == _LINE_ROLE else None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        item = self.items[index.row()]
        return Qt.ItemFlag.NoItemFlags if item.is_head else super().flags(index)


class _LineDelegate(QStyledItemDelegate):
    """Paints the icon, the name, who it is about, when, and how much time is left."""

    def __init__(self, theme: Theme, view: LineList) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, self._view.fontMetrics().height() + 14)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        item: LineItem = index.data(_LINE_ROLE)
        tokens = self._theme.tokens
        painter.save()
        if item.is_head:
            painter.fillRect(option.rect, QColor(tokens.alt))
            self._words(painter, option.rect.adjusted(_SIDE, 0, -_SIDE, 0), item.name, item.tone)
        else:
            self._ground(painter, option)
            self._line(painter, option.rect, item)
        painter.setPen(QColor(tokens.line))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        tokens = self._theme.tokens
        seen = self._view.hasFocus() or self._view.keeps_choice
        selected = option.state & QStyle.StateFlag.State_Selected and seen
        if selected:
            painter.fillRect(option.rect, QColor(tokens.soft))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(tokens.hover))

    def _line(self, painter: QPainter, rect: QRect, item: LineItem) -> None:
        tokens = self._theme.tokens
        box = rect.adjusted(_SIDE, 0, -_SIDE, 0)
        if item.state:
            look = getattr(tokens.states, item.state)
            ink = look.ground if item.state == "late" else look.ink
            place = QRectF(box.left(), box.center().y() - _ICON / 2 + 1, _ICON, _ICON)
            self._theme.icons.draw(painter, look.icon, ink, place)
            box.setLeft(box.left() + _ICON + _GAP)
        letters = self._view.fontMetrics().horizontalAdvance("0")
        if item.left:
            width = min(letters * _RIGHT_CHARACTERS, box.width() // 3)
            self._words(painter, _cut(box, width), item.left, item.tone, right=True)
        if item.when:
            self._words(painter, _cut(box, letters * 10), item.when, right=True)
        if item.about:
            width = round(box.width() * (1 - _NAME_SHARE))
            self._words(painter, _cut(box, width), item.about, "text2")
        self._words(painter, box, item.name)

    def _words(
        self, painter: QPainter, box: QRect, text: str, tone: str = "", *, right: bool = False
    ) -> None:
        font = QFont(self._view.font())
        strong = tone in ("late", "soon", "strong")
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        painter.setFont(font)
        inks = {"": "text", "strong": "text"}
        painter.setPen(QColor(getattr(self._theme.tokens, inks.get(tone, tone))))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | side), shown)


def _cut(box: QRect, width: int) -> QRect:
    """Take a part off the right end of a box, with a gap, and return it."""
    part = QRect(box.right() - width + 1, box.top(), width, box.height())
    box.setRight(box.right() - width - _GAP)
    return part


class LineList(QListView):
    """Shows lines; a click or Enter goes to where a line leads.

    With `keeps_choice` the line that was chosen stays marked, for a list that leads beside itself.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, name: str, *, keeps_choice: bool = False) -> None:
        super().__init__()
        self.keeps_choice = keeps_choice
        self._lines = _Lines(self)
        self.setModel(self._lines)
        self.setItemDelegate(_LineDelegate(theme, self))
        self.setAccessibleName(name)
        self.setProperty("frameless", True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.clicked.connect(self._choose)
        theme.changed.connect(self.viewport().update)

    def show_lines(self, items: Sequence[LineItem]) -> None:
        """Show other lines."""
        self._lines.show(items)

    def lines(self) -> list[LineItem]:
        """Return what is shown."""
        return list(self._lines.items)

    def mark(self, target: object) -> None:
        """Choose the line that leads somewhere."""
        for row, item in enumerate(self._lines.items):
            if item.target == target and not item.is_head:
                self.setCurrentIndex(self._lines.index(row))

    def fit_height(self) -> None:
        """Be as high as the lines are, for a short list that is not scrolled."""
        self.setFixedHeight(self.sizeHintForRow(0) * len(self._lines.items) if self.lines() else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            return self._show_tip(event)
        return super().viewportEvent(event)

    def _show_tip(self, event: QHelpEvent) -> bool:
        index = self.indexAt(event.pos())
        if index.isValid():
            item = self._lines.items[index.row()]
            QToolTip.showText(event.globalPos(), item.spoken, self)
        return True

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            item = self._lines.items[index.row()]
            if item.target is not None:
                self.chosen.emit(item.target)
