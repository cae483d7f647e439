"""A button with a word and an icon that follows the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton

if TYPE_CHECKING:
    from tdkt_desktop.ui.theme.theme import Theme

_ICON: Final = QSize(18, 18)


class IconButton(QPushButton):
    """The icon is painted anew when the theme changes; without one it is a plain button."""

    def __init__(self, theme: Theme, text: str, icon: str = "") -> None:
        super().__init__(text)
        self._theme, self._name = theme, icon
        self.setIconSize(_ICON)
        theme.changed.connect(self._recolour)
        self._recolour()

    def _recolour(self) -> None:
        if self._name:
            self.setIcon(self._theme.icon(self._name))
