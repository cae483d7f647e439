"""A field that offers what fits the words typed so far, in any order and without diacritics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.ui.tables.edit_grid_model import Suggestion

_MOST: Final = 40
_SUGGESTION: Final = Qt.ItemDataRole.UserRole + 1


class SuggestEdit(QLineEdit):
    """What is typed may be something of its own, too; `value` tells which it is."""

    taken = Signal()

    def __init__(self, suggestions: Sequence[Suggestion], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all = tuple(suggestions)
        self._chosen: Suggestion | None = None
        self._offered = QStandardItemModel(self)
        self._completer = QCompleter(self._offered, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self)
        self._completer.setMaxVisibleItems(10)
        self._popup = QListView()
        self._popup.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._completer.setPopup(self._popup)
        self._completer.activated.connect(self._take)
        self.textEdited.connect(self._offer)

    def value(self) -> str | Suggestion:
        """Return what was chosen, or the words where nothing was."""
        if self._chosen is not None and self._chosen.text == self.text():
            return self._chosen
        return self.text()

    def offer_all(self) -> None:
        """Show everything that may be chosen."""
        self._offer("")

    def _offer(self, typed: str) -> None:
        words = fold(typed).split()
        found = [one for one in self._all if one.fits(words)][:_MOST]
        self._offered.clear()
        for one in found:
            item = QStandardItem(f"{one.text} – {one.hint}" if one.hint else one.text)
            item.setData(one, _SUGGESTION)
            self._offered.appendRow(item)
        if found:
            self._popup.setMinimumWidth(self.fontMetrics().averageCharWidth() * 48)
            self._completer.complete()
        else:
            self._popup.hide()

    def _take(self, words: str) -> None:
        """Take what stands in the chosen line; of two that read the same it is the current one."""
        index = self._popup.currentIndex()
        rows = range(self._offered.rowCount())
        same = [row for row in rows if self._offered.item(row).text() == words]
        row = index.row() if index.row() in same else same[0]
        chosen: Suggestion = self._offered.item(row).data(_SUGGESTION)
        self._chosen = chosen
        self.setText(chosen.text)
        self.taken.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not self._popup.isVisible():
            self.offer_all()
            return
        super().keyPressEvent(event)
