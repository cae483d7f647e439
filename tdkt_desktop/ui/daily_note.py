"""Once a day, if wanted: what is late and what is due, in a note at the corner of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSystemTrayIcon

from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QIcon

    from tdkt_desktop.ui.desk import Desk


class Tray:
    """The corner of the screen; tests put another in its place."""

    def __init__(self, icon: QIcon, owner: QObject, pressed: Callable[[], object]) -> None:
        self._tray = QSystemTrayIcon(icon, owner)
        self._tray.messageClicked.connect(pressed)

    @staticmethod
    def is_there() -> bool:
        """Tell whether the system has such a corner and shows notes in it."""
        return QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()

    def tell(self, title: str, text: str) -> None:
        """Show a note."""
        self._tray.show()
        self._tray.showMessage(title, text)

    def hide(self) -> None:
        """Take the icon away."""
        self._tray.hide()


class DailyNote(QObject):
    """Tells once a day, and only where there is something to tell; `pressed` when it is clicked."""

    pressed = Signal()

    def __init__(self, desk: Desk, icon: QIcon, parent: QObject, tray: Tray | None = None) -> None:
        super().__init__(parent)
        self._desk, self._icon, self._given = desk, icon, tray
        self._tray: Tray | None = None

    def tell_if_due(self) -> None:
        """Show the note if it is wanted, was not shown today, and something is late or due."""
        preferences, today = self._desk.preferences, self._desk.today()
        current = preferences.current
        if not current.daily_note or current.daily_note_shown == today.isoformat():
            return
        tray = self._corner()
        if tray is None:
            return
        preferences.change(daily_note_shown=today.isoformat())
        words = self._words(today)
        if words:
            tray.tell(_("Việc thi đua, khen thưởng hôm nay"), words)

    def close(self) -> None:
        """Take the icon away with the window."""
        if self._tray is not None:
            self._tray.hide()

    def _corner(self) -> Tray | None:
        if self._tray is None:
            if self._given is not None:
                self._tray = self._given
            elif Tray.is_there():
                self._tray = Tray(self._icon, self, self.pressed.emit)
        return self._tray

    def _words(self, today: date) -> str:
        context = self._desk.context
        late, soon = context.overview.due_counts(context.years.current(today).year, today)
        parts = []
        if late:
            parts.append(_("{n} nhiệm vụ trễ hạn").format(n=late))
        if soon:
            parts.append(_("{n} nhiệm vụ đến hạn trong 14 ngày").format(n=soon))
        return "; ".join(parts)
