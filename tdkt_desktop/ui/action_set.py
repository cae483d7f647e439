"""Actions on the chosen rows of a list: shown as buttons and in the context menu."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.ui.theme.theme import Theme


class NamedAct(Protocol):
    """An act by its name, with its words as source text and its icon."""

    @property
    def key(self) -> str:
        """Its name."""

    @property
    def text(self) -> str:
        """Its words."""

    @property
    def icon(self) -> str:
        """Its icon."""


class ActionSet(QObject):
    """The actions of one widget; `act` hears the key of the one that was chosen."""

    def __init__(
        self,
        theme: Theme,
        owner: QWidget,
        acts: Sequence[NamedAct],
        groups: Sequence[Sequence[str]],
        act: Callable[[str], object],
    ) -> None:
        super().__init__(owner)
        self._theme, self._owner = theme, owner
        self._acts, self._groups = tuple(acts), groups
        self._actions: dict[str, QAction] = {}
        for one in self._acts:
            action = QAction(_(one.text), owner)
            action.triggered.connect(lambda _checked=False, key=one.key: act(key))
            self._actions[one.key] = action
        theme.changed.connect(self._recolour)
        self._recolour()

    def __getitem__(self, key: str) -> QAction:
        """Return an action by its name."""
        return self._actions[key]

    def menu(self) -> QMenu:
        """Return the context menu in groups; what cannot be done now is left out."""
        menu = QMenu(self._owner)
        for group in self._groups:
            shown = [self._actions[key] for key in group if self._actions[key].isEnabled()]
            menu.addActions(shown)
            if shown:
                menu.addSeparator()
        return menu

    def _recolour(self) -> None:
        for one in self._acts:
            self._actions[one.key].setIcon(self._theme.icon(one.icon))
