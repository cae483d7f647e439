"""A list of places to go to, with icons: the steps of a wizard, the sections of the settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem

    from tdkt_desktop.ui.theme.theme import Theme

_ICON: Final = 18
_ROLE: Final = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place: its key, its word, its icon; `ink` and `ground` name colours of the theme.

    One without an icon is a part of the place above it.
    """

    key: str
    word: str
    icon: str = ""
    ink: str = "text2"
    ground: str = "soft"


class AnchorList(QListWidget):
    """Lists places; the selected one is in front."""

    chosen = Signal(str)

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("frameless", True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setItemDelegate(_AnchorDelegate(theme, self))
        self.currentItemChanged.connect(self._changed)
        theme.changed.connect(self.viewport().update)

    def show_anchors(self, anchors: Sequence[Anchor], current: str = "") -> None:
        """Show other places without going to one; `current` stays marked."""
        self.blockSignals(True)
        self.clear()
        for anchor in anchors:
            item = QListWidgetItem(anchor.word)
            item.setData(_ROLE, anchor)
            item.setToolTip(anchor.word)
            self.addItem(item)
            if anchor.key == current:
                self.setCurrentItem(item)
        self.blockSignals(False)

    def listed(self) -> list[str]:
        """Return the keys of what is listed, in order."""
        return [_anchor(self.item(row)).key for row in range(self.count())]

    def select(self, key: str) -> None:
        """Go to a place, if it is listed."""
        if key in self.listed():
            self.setCurrentRow(self.listed().index(key))

    def _changed(self, current: QListWidgetItem | None) -> None:
        if current is not None:
            self.chosen.emit(_anchor(current).key)


def _anchor(item: QListWidgetItem) -> Anchor:
    found: Anchor = item.data(_ROLE)
    return found


class _AnchorDelegate(QStyledItemDelegate):
    """Paints a place: ground, icon, word."""

    def __init__(self, theme: Theme, parent: AnchorList) -> None:
        super().__init__(parent)
        self._theme, self._list = theme, parent

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, option.fontMetrics.height() + 18)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        anchor: Anchor = index.data(_ROLE)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, anchor, selected=selected)
        box = option.rect.adjusted(12, 0, -8, 0)
        ink = self._colour("accent" if selected and anchor.ink == "text2" else anchor.ink)
        if anchor.icon:
            icon = QRectF(box.left(), box.center().y() - _ICON / 2 + 1, _ICON, _ICON)
            self._theme.icons.draw(painter, anchor.icon, ink, icon)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if selected else QFont.Weight.Normal)
        painter.setFont(font)
        quiet = "text2" if not anchor.icon else "text"
        painter.setPen(QColor(self._colour("accent" if selected else quiet)))
        words = box.adjusted(_ICON + 10, 0, 0, 0)
        text = painter.fontMetrics().elidedText(
            anchor.word, Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, anchor: Anchor, *, selected: bool
    ) -> None:
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus) and self._list.hasFocus()
        box = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5)
        if selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._colour(anchor.ground if selected else "hover")))
            painter.drawRoundedRect(box, 4, 4)
        if focused and selected:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(self._colour("accent")))
            painter.drawRoundedRect(box, 4, 4)

    def _colour(self, name: str) -> str:
        return str(getattr(self._theme.tokens, name))
