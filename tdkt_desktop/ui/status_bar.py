"""The status bar: what was saved when, the last back-up, the place in a document, today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QStatusBar, QWidget

from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from datetime import datetime

    from tdkt_desktop.ui.theme.theme import Theme


class StatusBar(QStatusBar):
    """Says quietly where things stand; each part keeps its own place."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizeGripEnabled(False)
        self._saved = _Part(theme, "content-save-outline")
        self._backup = _Part(theme, "backup-restore")
        self._place = _Part(theme)
        self._hint = _Part(theme)
        self._today = _Part(theme)
        left, right = QWidget(), QWidget()
        _row(left, (self._saved, self._backup, self._place))
        _row(right, (self._hint, self._today))
        self.addWidget(left)
        self.addPermanentWidget(right)

    def saved(self, at: datetime) -> None:
        """Say when the program last stored something by itself."""
        self._saved.say(_("Đã tự lưu lúc {time}").format(time=f"{at:%H:%M:%S}"))

    def backed_up(self, text: str) -> None:
        """Say when the last back-up was made."""
        self._backup.say(_("Sao lưu: {when}").format(when=text) if text else "")

    def place(self, text: str) -> None:
        """Say where in a document the cursor is."""
        self._place.say(text)

    def hint(self, text: str) -> None:
        """Say which keys are useful here."""
        self._hint.say(text)

    def today(self, text: str) -> None:
        """Say what day it is."""
        self._today.say(text)


class _Part(QWidget):
    """An icon and a few words; not there while it has nothing to say."""

    def __init__(self, theme: Theme, icon: str = "") -> None:
        super().__init__()
        self._theme, self._icon_name = theme, icon
        self._icon, self._text = QLabel(), QLabel()
        self._text.setProperty("look", "label")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 0, 6, 0)
        layout.setSpacing(5)
        layout.addWidget(self._icon)
        layout.addWidget(self._text)
        theme.changed.connect(self._paint_icon)
        self._paint_icon()
        self.hide()

    def say(self, text: str) -> None:
        self._text.setText(text)
        self.setVisible(bool(text))

    def _paint_icon(self) -> None:
        self._icon.setVisible(bool(self._icon_name))
        if self._icon_name:
            colour = self._theme.tokens.text2
            scale = self.devicePixelRatioF()
            self._icon.setPixmap(self._theme.icons.picture(self._icon_name, colour, 15, scale))


def _row(widget: QWidget, parts: tuple[_Part, ...]) -> None:
    layout = QHBoxLayout(widget)
    layout.setContentsMargins(8, 0, 8, 0)
    layout.setSpacing(8)
    for part in parts:
        layout.addWidget(part)
