"""The tree of sections beside the text: a click goes there, a drag moves a section."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QDropEvent

    from tdkt_desktop.ui.editors.outline_entries import OutlineEntry

_MARK: Final = QSize(15, 15)
_ENTRY: Final = Qt.ItemDataRole.UserRole + 1


class _MarkAtTheEnd(QStyledItemDelegate):
    """Shows the icon of an entry behind its words."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.decorationPosition = QStyleOptionViewItem.Position.Right


class OutlineTree(QTreeView):
    """Shows the titles of the text; tells what is chosen and what is to be moved where.

    `move_asked` carries the first and last paragraph of a section and the paragraph before which
    it shall stand.
    """

    chosen = Signal(int)
    move_asked = Signal(int, int, int)

    def __init__(self) -> None:
        super().__init__()
        self._model = QStandardItemModel(self)
        self._items: list[QStandardItem] = []
        self._entries: tuple[OutlineEntry, ...] = ()
        self.setModel(self._model)
        self.setItemDelegate(_MarkAtTheEnd(self))
        self.setIconSize(_MARK)
        self.setProperty("frameless", True)
        self.setAccessibleName(_("Dàn ý các mục"))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(True)
        self.setIndentation(16)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragEnabled(True)
        self.setDropIndicatorShown(True)
        self.clicked.connect(self._tell)
        self.activated.connect(self._tell)

    def show_entries(self, entries: Sequence[OutlineEntry]) -> None:
        """Show other titles; where only words changed, nothing folds or jumps."""
        new = tuple(entries)
        if [entry.level for entry in new] == [entry.level for entry in self._entries]:
            for item, entry in zip(self._items, new, strict=True):
                _fill(item, entry)
        else:
            self._rebuild(new)
        self._entries = new

    def follow(self, number: int) -> None:
        """Mark the section in which a paragraph stands."""
        within = [i for i, entry in enumerate(self._entries) if entry.first <= number]
        if not within or self._entries[within[-1]].last < number:
            self.selectionModel().clear()
            return
        index = self._items[within[-1]].index()
        if index != self.currentIndex():
            self.setCurrentIndex(index)

    def show_marks(self, mark_of: Callable[[OutlineEntry], QIcon]) -> None:
        """Show a mark behind each title, none where the icon is empty."""
        for item, entry in zip(self._items, self._entries, strict=True):
            icon = mark_of(entry)
            if icon.isNull() != item.icon().isNull() or not icon.isNull():
                item.setIcon(icon)

    def entries(self) -> tuple[OutlineEntry, ...]:
        """Return the titles that are shown."""
        return self._entries

    def _rebuild(self, entries: tuple[OutlineEntry, ...]) -> None:
        self._model.clear()
        self._items = []
        above: list[tuple[int, QStandardItem]] = []
        for entry in entries:
            item = QStandardItem()
            item.setDropEnabled(False)
            item.setSizeHint(QSize(40, self.fontMetrics().height() + 10))
            _fill(item, entry)
            while above and above[-1][0] >= entry.level:
                above.pop()
            (above[-1][1] if above else self._model.invisibleRootItem()).appendRow(item)
            above.append((entry.level, item))
            self._items.append(item)
        self.expandAll()

    def _tell(self, index: QModelIndex) -> None:
        entry = index.data(_ENTRY)
        if entry is not None:
            self.chosen.emit(entry.first)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the move instead of moving rows: the text is what counts."""
        moved = self.currentIndex().data(_ENTRY)
        index = self.indexAt(event.position().toPoint())
        if moved is not None:
            self.move_asked.emit(moved.first, moved.last, self._target(index))
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()

    def _target(self, index: QModelIndex) -> int:
        """Return the paragraph before which what is dropped shall stand."""
        entry = index.data(_ENTRY) if index.isValid() else None
        if entry is None:
            return max((one.last + 1 for one in self._entries), default=0)
        below = self.dropIndicatorPosition() is self.DropIndicatorPosition.BelowItem
        return int(entry.last + 1 if below else entry.first)


def _fill(item: QStandardItem, entry: OutlineEntry) -> None:
    item.setText(entry.words)
    item.setToolTip(entry.words)
    item.setData(entry, _ENTRY)
