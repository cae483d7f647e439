"""Quiet work beside the window, of which only the last wish counts."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from tdkt_desktop.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    Work = Callable[[], object]

PAUSE_MS: Final = 180


class LiveWork(QObject):
    """Does work on a thread after a pause; of several wishes only the last one is done.

    Nothing is shown of it while it runs. A UserError ends it without a result: whoever caused it
    says so itself. Any other exception is raised again in the interface's thread.
    """

    done = Signal(object)
    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None, *, pause: int = PAUSE_MS) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="tdkt-live")
        self._wanted: Work | None = None
        self._running = self._stopped = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(pause)
        self._timer.timeout.connect(self._start)
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def request(self, work: Work) -> None:
        """Ask for work; an earlier wish that has not begun is forgotten."""
        if not self._stopped:
            self._wanted = work
            self._timer.start()

    @property
    def is_idle(self) -> bool:
        """Tell whether nothing is asked for and nothing under way."""
        return self._wanted is None and not self._running

    def stop(self) -> None:
        """End the thread; nothing is done any more."""
        self._stopped = True
        self._timer.stop()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _start(self) -> None:
        if self._running or self._stopped or self._wanted is None:
            return
        work, self._wanted = self._wanted, None
        self._running = True
        self._pool.submit(self._work, work)

    def _work(self, work: Work) -> None:
        try:
            self._ended.emit(work())
        except Exception as error:  # noqa: BLE001 - raised again in the interface's thread
            self._ended.emit(error)

    def _end(self, outcome: object) -> None:
        self._running = False
        if self._stopped:
            return
        if not isinstance(outcome, Exception):
            self.done.emit(outcome)
        elif not isinstance(outcome, UserError):
            raise outcome
        self._start()
