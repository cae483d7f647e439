"""Labels with room around them that the style sheet cannot take away."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel

_SIDE: Final = 14


class InsetLabel(QLabel):
    """Stands in from the sides of its panel; a change of the theme takes margins of labels back."""

    def __init__(self, look: str, above: int = 6, below: int = 6) -> None:
        super().__init__()
        self._above, self._below = above, below
        self.setProperty("look", look)
        self.setWordWrap(True)
        self._keep_off()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._keep_off()

    def _keep_off(self) -> None:
        self.setContentsMargins(_SIDE, self._above, _SIDE, self._below)
