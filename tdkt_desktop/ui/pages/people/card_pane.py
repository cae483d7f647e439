"""The list with a card beside it; where there is little room, the card takes the list's place."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from tdkt_desktop.ui.preferences import PreferencesFile

_LAYOUT: Final = "people-card"
_CLOSED: Final = "closed"
_BESIDE_FROM: Final = 62
"""From this many text heights on, list and card stand side by side."""
_CARD: Final = 29
_CARD_LEAST: Final = 22
_LIST_LEAST: Final = 30


class CardPane(QSplitter):
    """The card is open until somebody closes it, and that is remembered.

    `card_wanted` asks for the card at once; `room_made` says that there is room for one now, which
    may wait until the page is on the screen.
    """

    card_wanted = Signal()
    room_made = Signal()

    def __init__(self, preferences: PreferencesFile, lists: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._preferences = preferences
        self._lists = lists
        self.cards = QStackedWidget()
        self._open = preferences.current.layouts.get(_LAYOUT, "") != _CLOSED
        self._over = False
        self._followed = False
        self._has_card = True
        self._placed = False
        self.setChildrenCollapsible(False)
        self.addWidget(lists)
        self.addWidget(self.cards)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.cards.hide()

    @property
    def beside(self) -> bool:
        """Whether there is room for both."""
        return self.width() >= self.fontMetrics().height() * _BESIDE_FROM

    @property
    def follows(self) -> bool:
        """Whether the card has to show whatever row the list is at."""
        return self._over or (self._open and self.beside)

    def show_card(self, card: QWidget) -> None:
        """Let a card be the one that is seen, where one is wanted."""
        if self.cards.indexOf(card) < 0:
            self.cards.addWidget(card)
        self.cards.setCurrentWidget(card)
        self._has_card = True
        self._arrange()

    def drop_card(self) -> None:
        """Show none, since there is nothing to show."""
        self._has_card = False
        self._over = False
        self._arrange()

    def open_card(self) -> None:
        """Open the card, over the list where there is little room."""
        self._open, self._over = True, not self.beside
        self.card_wanted.emit()
        self._arrange()

    def close_card(self) -> None:
        """Close the card; beside the list it stays closed until it is opened again."""
        if not self._over:
            self._open = False
        self._over = False
        self._arrange()

    def keep_layout(self) -> None:
        """Remember whether the card is open, and how wide."""
        if not self._open:
            self._preferences.keep_layout(_LAYOUT, _CLOSED)
        elif self._placed:
            state = base64.b64encode(self.saveState().data()).decode()
            self._preferences.keep_layout(_LAYOUT, state)

    def _arrange(self) -> None:
        beside = self.beside
        height = self.fontMetrics().height()
        shown = self._has_card and (self._over or (self._open and beside))
        self.cards.setMinimumWidth(height * _CARD_LEAST)
        self._lists.setMinimumWidth(height * _LIST_LEAST if beside else 0)
        self._lists.setHidden(shown and not beside)
        self.cards.setVisible(shown)
        if shown and beside and not self._placed:
            self._place()

    def _place(self) -> None:
        """Give the card the width it had last, or its usual one."""
        self._placed = True
        state = self._preferences.current.layouts.get(_LAYOUT, "")
        kept = QByteArray.fromBase64(state.encode()) if state != _CLOSED else QByteArray()
        if kept.isEmpty() or not self.restoreState(kept):
            wide = self.fontMetrics().height() * _CARD
            self.setSizes([self.width() - wide, wide])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        followed = self._followed
        if self.beside and self._over:
            self._over = False
        self._arrange()
        self._followed = self.follows
        if self.follows and not followed:
            self.room_made.emit()
