"""Collects Python's garbage in the interface's thread, where Qt's objects may end."""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

_EVERY_MS: Final = 2_000
_YOUNG: Final = 5_000
_OLD_ROUNDS: Final = 50


class GarbageTimer(QObject):
    """Takes the place of Python's own collector.

    That one runs in whatever thread happens to make objects. A dialog that is left in a cycle of
    references would then end in the thread of an export, and its timers with it, which ends the
    program. What was loaded before the window came is never looked at again.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rounds = 0
        gc.freeze()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_EVERY_MS)

    def look(self) -> None:
        """Collect if enough has been made since the last time; now and then, what is older too."""
        if gc.get_count()[0] < _YOUNG:
            return
        self._rounds += 1
        gc.collect(2 if self._rounds % _OLD_ROUNDS == 0 else 1)

    def stop(self) -> None:
        """Give the work back to Python."""
        self._timer.stop()
        gc.enable()
        gc.unfreeze()
