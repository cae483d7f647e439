"""A strip in the page for a fact that lasts, with one thing to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton

from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from tdkt_desktop.ui.theme.theme import Theme


class Banner(QFrame):
    """Not there while there is nothing to say; the cross puts it away."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("banner", True)
        self._act: Callable[[], object] | None = None
        self._text = QLabel()
        self._text.setWordWrap(True)
        self.button = QPushButton()
        self.button.setProperty("kind", "link")
        self.button.clicked.connect(self._do)
        self._close = QToolButton()
        self._close.setProperty("kind", "tool")
        self._close.setIconSize(QSize(16, 16))
        self._close.setAccessibleName(_("Ẩn thông báo này"))
        self._close.setToolTip(_("Ẩn thông báo này"))
        self._close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 4, 4)
        layout.addWidget(self._text, 1)
        layout.addWidget(self.button)
        layout.addWidget(self._close)
        theme.changed.connect(self._recolour)
        self._recolour()
        self.hide()

    def tell(self, text: str, action: str, act: Callable[[], object]) -> None:
        """Say something that lasts."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self.button.setText(action)
        self._act = act
        self.show()

    def _do(self) -> None:
        if self._act is not None:
            self._act()

    def _recolour(self) -> None:
        self._close.setIcon(self._theme.icon("close"))
