"""Lays widgets side by side and goes on in the next line where the width ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_GAP: Final = 8


class FlowLayout(QLayout):
    """For rows of buttons that must not be cut in a narrow window.

    What is added with `add_at_right` stands at the right end of its line.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._at_right: set[QWidget] = set()
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def add_at_right(self, widget: QWidget) -> None:
        """Add a widget that stands at the right; what is added after it follows it there."""
        self._at_right.add(widget)
        self.addWidget(widget)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() + _GAP for size in sizes)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Return the height that the lines take in a width, moving the widgets if asked to."""
        top = rect.top()
        for line in self._lines(rect.width()):
            height = max(item.sizeHint().height() for item in line)
            if move:
                self._place(line, QRect(rect.left(), top, rect.width(), height))
            top += height + _GAP
        return max(top - _GAP - rect.top(), 0)

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """Return what stands in each line."""
        lines: list[list[QLayoutItem]] = []
        left = 0
        for item in self._items:
            if item.isEmpty():
                continue
            wanted = item.sizeHint().width()
            if not lines or left + wanted > width:
                lines.append([])
                left = 0
            lines[-1].append(item)
            left += wanted + _GAP
        return lines

    def _place(self, line: list[QLayoutItem], room: QRect) -> None:
        """Put a line into its room; what does not fit even alone is as wide as the room."""
        left, free = room.left(), room.width() - _width(line)
        for item in line:
            if free > 0 and item.widget() in self._at_right:
                left, free = left + free, 0
            size = item.sizeHint()
            size.setWidth(min(size.width(), room.width()))
            above = (room.height() - size.height()) // 2
            item.setGeometry(QRect(QPoint(left, room.top() + above), size))
            left += size.width() + _GAP


def _width(line: list[QLayoutItem]) -> int:
    return sum(item.sizeHint().width() + _GAP for item in line) - _GAP
