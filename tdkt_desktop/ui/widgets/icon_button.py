"""A button with a word and an icon that follows the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QPushButton

if TYPE_CHECKING:
    from tdkt_desktop.ui.theme.theme import Theme

_ICON: Final = QSize(18, 18)


class IconButton(QPushButton):
    """The icon is painted anew when the theme changes; without one it is a plain button.

    A `primary` one is the page's main act, its icon in the colour of its words.
    """

    def __init__(self, theme: Theme, text: str, icon: str = "", *, primary: bool = False) -> None:
        super().__init__(text)
        self._theme, self._name, self._primary = theme, icon, primary
        if primary:
            self.setProperty("kind", "primary")
        self.setIconSize(_ICON)
        theme.changed.connect(self._recolour)
        self._recolour()

    def _recolour(self) -> None:
        if self._name:
            tokens = self._theme.tokens
            lit = self._primary and self.isEnabled()
            self.setIcon(self._theme.icon(self._name, tokens.on_accent if lit else tokens.text))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.EnabledChange and self._primary:
            self._recolour()
