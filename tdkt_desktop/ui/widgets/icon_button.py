"""A button with a word and an icon that follows the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from tdkt_desktop.ui.theme.icons import BESIDE_WORDS, ICON

if TYPE_CHECKING:
    from tdkt_desktop.ui.theme.theme import Theme


class IconButton(QPushButton):
    """The icon is painted anew when the theme changes; without one it is a plain button.

    A `primary` one is the page's main act, its icon in the colour of its words.
    """

    def __init__(self, theme: Theme, text: str, icon: str = "", *, primary: bool = False) -> None:
        super().__init__(text)
        self._theme, self._name, self._primary = theme, icon, primary
        if primary:
            self.setProperty("kind", "primary")
        self.setIconSize(BESIDE_WORDS if text else ICON)
        theme.changed.connect(self._recolour)
        self._recolour()

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setIconSize(BESIDE_WORDS if text else ICON)

    def _recolour(self) -> None:
        if self._name:
            tokens = self._theme.tokens
            lit = self._primary and self.isEnabled()
            self.setIcon(self._theme.icon(self._name, tokens.on_accent if lit else tokens.text))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.EnabledChange and self._primary:
            self._recolour()


def put_beside(button: QToolButton, *, words: bool = True) -> None:
    """Let a button have its words beside the icon, or the icon alone where there is no room."""
    style = Qt.ToolButtonStyle
    beside, alone = style.ToolButtonTextBesideIcon, style.ToolButtonIconOnly
    button.setToolButtonStyle(beside if words else alone)
    button.setIconSize(BESIDE_WORDS if words else ICON)
