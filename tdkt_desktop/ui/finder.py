"""The search field at the top: plans and commands under what is typed, diacritics aside."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from tdkt_desktop.ui.theme.theme import Theme

_HIT_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_PAUSE_MS: Final = 120
_MOST: Final = 12
_WIDEST: Final = 640
_ICON: Final = 18


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: what it is called, where it is, and what going there does."""

    icon: str
    name: str
    where: str
    go: Callable[[], object]


Source = Callable[[str], Iterable[Hit]]


class _HitDelegate(QStyledItemDelegate):
    """Paints a hit in one line: icon, name, and where it is at the right."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, option.fontMetrics.height() + 14)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        hit: Hit = index.data(_HIT_ROLE)
        tokens = self._theme.tokens
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(tokens.soft))
        box = option.rect.adjusted(10, 0, -10, 0)
        icon = QRectF(box.left(), box.center().y() - _ICON / 2, _ICON, _ICON)
        self._theme.icons.draw(painter, hit.icon, tokens.text2, icon)
        words = box.adjusted(_ICON + 10, 0, 0, 0)
        where = option.fontMetrics.horizontalAdvance(hit.where)
        painter.setPen(QColor(tokens.text3))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, int(middle | Qt.AlignmentFlag.AlignRight), hit.where)
        room = words.adjusted(0, 0, -where - 12, 0)
        name = option.fontMetrics.elidedText(hit.name, Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(QColor(tokens.text))
        painter.drawText(room, int(middle), name)
        painter.restore()


class Finder(QObject):
    """Shows what was found under the search field; Enter goes there, Escape leaves.

    The field keeps the focus, so that typing in Vietnamese is never interrupted.
    """

    def __init__(self, field: QLineEdit, theme: Theme, sources: Iterable[Source]) -> None:
        super().__init__(field)
        self._field, self._sources = field, tuple(sources)
        self._popup = QFrame(field.window(), Qt.WindowType.ToolTip)
        self._popup.setProperty("toast", True)
        self._list = QListWidget()
        self._list.setProperty("frameless", True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setItemDelegate(_HitDelegate(theme, self._list))
        self._list.setAccessibleName(_("Kết quả tìm"))
        self._list.itemClicked.connect(self._go)
        layout = QVBoxLayout(self._popup)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self._list)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.search)
        field.textEdited.connect(lambda _text: self._timer.start())
        field.installEventFilter(self)

    def focus(self) -> None:
        """Put the cursor into the search field."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def search(self) -> None:
        """Look for what is in the field and show what was found."""
        words = self._field.text().strip()
        hits = [hit for source in self._sources for hit in source(words)] if words else []
        self._list.clear()
        for hit in hits[:_MOST]:
            item = QListWidgetItem(hit.name)
            item.setData(_HIT_ROLE, hit)
            self._list.addItem(item)
        if not words:
            self._popup.hide()
            return
        if not hits:
            self._list.addItem(self._nothing(words))
        self._list.setCurrentRow(0)
        self._show()

    def hits(self) -> list[str]:
        """Return the names of what is shown."""
        return [self._list.item(row).text() for row in range(self._list.count())]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self._popup.hide()
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _key(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._popup.isVisible():
            step = 1 if key is Qt.Key.Key_Down else -1
            self._list.setCurrentRow((self._list.currentRow() + step) % self._list.count())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.search()
            self._go(self._list.currentItem())
        elif key is Qt.Key.Key_Escape:
            self._popup.hide()
            self._field.clear()
        else:
            return False
        return True

    def _go(self, item: QListWidgetItem | None) -> None:
        hit: Hit | None = item.data(_HIT_ROLE) if item is not None else None
        if hit is not None:
            self._popup.hide()
            self._field.clear()
            hit.go()

    @staticmethod
    def _nothing(words: str) -> QListWidgetItem:
        text = _("Không thấy “{words}”").format(words=words)
        item = QListWidgetItem(text)
        item.setData(_HIT_ROLE, Hit("magnify", text, "", lambda: None))
        return item

    def _show(self) -> None:
        rows = self._list.count()
        height = rows * self._list.sizeHintForRow(0) + 14
        window = self._field.window()
        width = min(max(self._field.width(), _WIDEST), window.width())
        corner: QPoint = self._field.mapToGlobal(QPoint(0, self._field.height() + 2))
        right = window.mapToGlobal(QPoint(window.width() - width, 0)).x()
        corner.setX(max(min(corner.x(), right), window.mapToGlobal(QPoint(0, 0)).x()))
        self._popup.setGeometry(corner.x(), corner.y(), width, height)
        self._popup.show()

    def close(self) -> None:
        """Take the list away with the window."""
        self._popup.close()
