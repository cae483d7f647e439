"""The commands of the window: each has a name, an icon, at most one shortcut, and one handler."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.ui.theme.theme import Theme


@dataclass(frozen=True, slots=True)
class Command:
    """What a command is called and how it is reached; `text` may carry a mnemonic."""

    key: str
    text: str
    icon: str = ""
    shortcut: str = ""
    hint: str = ""


class Commands(QObject):
    """All commands of one window; refuses a shortcut that another command has."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme
        self._actions: dict[str, QAction] = {}
        self._icons: dict[str, str] = {}
        theme.changed.connect(self._recolour)

    def add(self, command: Command, act: Callable[[], object]) -> QAction:
        """Make the action of a command and connect it."""
        taken = {key.toString() for a in self._actions.values() for key in a.shortcuts()}
        if command.shortcut and QKeySequence(command.shortcut).toString() in taken:
            raise ValueError(f"{command.shortcut} is taken")
        action = QAction(command.text, self._window)
        action.setToolTip(_tip(command))
        action.setStatusTip(command.hint)
        if command.shortcut:
            action.setShortcut(QKeySequence(command.shortcut))
        if command.icon:
            self._icons[command.key] = command.icon
            action.setIcon(self._theme.icon(command.icon))
        action.triggered.connect(lambda _checked=False: act())
        self._actions[command.key] = action
        self._window.addAction(action)
        return action

    def __getitem__(self, key: str) -> QAction:
        """Return the action of a command."""
        return self._actions[key]

    def __contains__(self, key: str) -> bool:
        """Tell whether there is a command of this key."""
        return key in self._actions

    def matching(self, words: str) -> Iterator[QAction]:
        """Yield the enabled commands whose names hold the words, diacritics aside."""
        wanted = fold(words)
        for action in self._actions.values():
            if action.isEnabled() and wanted in fold(plain(action.text())):
                yield action

    def _recolour(self) -> None:
        for key, icon in self._icons.items():
            self._actions[key].setIcon(self._theme.icon(icon))


def plain(text: str) -> str:
    """Return a command's name without its mnemonic mark and dots."""
    return text.replace("&", "").removesuffix("…")


def _tip(command: Command) -> str:
    shown = QKeySequence(command.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
    name = plain(command.text)
    return f"{name} ({shown})" if shown else name
