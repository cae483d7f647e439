"""Finds, beside the window, the documents that the data has left behind."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from tdkt_desktop.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

_PAUSE_MS: Final = 500


class StaleWatch(QObject):
    """Asks some time after the last wish; `found` carries what the question gave."""

    found = Signal(object)
    _ended = Signal(object)

    def __init__(self, ask: Callable[[int], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._pool: ThreadPoolExecutor | None = None
        self._year: int | None = None
        self._busy = self._again = self._stopped = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._begin)
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def look(self, year: int) -> None:
        """Wish to know about the documents of a year."""
        self._year = year
        if not self._stopped:
            self._pause.start()

    def stop(self) -> None:
        """End the thread; nothing is told any more."""
        self._stopped = True
        self._pause.stop()
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def _begin(self) -> None:
        if self._busy:
            self._again = True
            return
        if self._year is None:
            return
        if self._pool is None:
            self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="tdkt-stale")
        self._busy = True
        self._pool.submit(self._work, self._year)

    def _work(self, year: int) -> None:
        try:
            outcome: object = (year, self._ask(year))
        except Exception as error:  # noqa: BLE001 - raised again in the interface's thread
            outcome = error
        self._ended.emit(outcome)

    def _end(self, outcome: object) -> None:
        self._busy = False
        if self._stopped:
            return
        if self._again:
            self._again = False
            self._begin()
        if isinstance(outcome, tuple):
            year, found = outcome
            if year == self._year:
                self.found.emit(found)
        elif isinstance(outcome, Exception) and not isinstance(outcome, UserError):
            raise outcome
