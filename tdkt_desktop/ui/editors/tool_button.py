"""Small buttons with an icon, a tip and a name for screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFrame, QToolButton

from tdkt_desktop.ui.theme.icons import BESIDE_WORDS, ICON

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from tdkt_desktop.ui.theme.theme import Theme


class _IconKeeper(QObject):
    """Paints a button's icon in the colours of the theme; goes with the button."""

    def __init__(self, theme: Theme, button: QToolButton, icon: str) -> None:
        super().__init__(button)
        self._theme, self._button, self._icon = theme, button, icon
        theme.changed.connect(self._paint)
        self._paint()

    def _paint(self) -> None:
        self._button.setIcon(self._theme.icon(self._icon))


def tool_button(
    theme: Theme, icon: str, name: str, act: Callable[[], object], *, words: str = ""
) -> QToolButton:
    """Return a button that does something; with `words` they stand beside the icon."""
    button = _bare(words)
    button.setText(words)
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.clicked.connect(lambda _checked=False: act())
    _IconKeeper(theme, button, icon)
    return button


def action_button(action: QAction, *, words: str = "") -> QToolButton:
    """Return a button of an action; the action brings icon, tip and state."""
    button = _bare(words)
    button.setDefaultAction(action)
    button.setText(words or action.text())
    button.setAccessibleName(action.toolTip())
    return button


def upright_line() -> QFrame:
    """Return a thin line between groups of buttons."""
    line = QFrame()
    line.setProperty("line", "v")
    return line


def _bare(words: str) -> QToolButton:
    button = QToolButton()
    button.setProperty("kind", "tool")
    button.setIconSize(BESIDE_WORDS if words else ICON)
    beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    button.setToolButtonStyle(beside if words else Qt.ToolButtonStyle.ToolButtonIconOnly)
    return button
