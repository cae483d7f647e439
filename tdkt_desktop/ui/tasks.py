"""Long work beside the window: one thread for the store's jobs, progress, and a way to stop."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QProgressDialog, QWidget

from tdkt_desktop.errors import Cancelled, UserError
from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")
BUSY_CURSOR_MS: Final = 300
DIALOG_MS: Final = 600


class Progress:
    """What a job tells about its way; every step is also where it can be stopped."""

    def __init__(self, report: Callable[[int, int, str], None]) -> None:
        self._report = report
        self._stopped = threading.Event()

    def step(self, done: int, total: int, text: str = "") -> None:
        """Report that `done` of `total` is done; raises Cancelled when the person stopped it."""
        if self._stopped.is_set():
            raise Cancelled
        self._report(done, total, text)

    def stop(self) -> None:
        """Ask the job to end at its next step."""
        self._stopped.set()


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Result]):
    """What a job ended with."""

    value: Result | None = None
    error: UserError | None = None
    cancelled: bool = False


class Tasks(QObject):
    """Runs jobs that may take long; a job knows neither Qt nor the window.

    A UserError of a job reaches `on_error`; any other exception is a bug and is raised again in
    the interface's thread, where the crash report catches it. The working thread knows a job by
    its number only: what shows the job has timers, which must never end in another thread.
    """

    _progressed = Signal(int, int, int, str)
    _ended = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="tdkt-job")
        self._numbers = count()
        self._watchers: dict[int, _Watcher] = {}
        self._progressed.connect(self._show_progress, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        owner: QWidget,
        job: Callable[[Progress], Result],
        on_done: Callable[[Result], None],
        on_error: Callable[[UserError], None],
        label: str,
    ) -> None:
        """Start a job; its end is told in the interface's thread."""
        number = next(self._numbers)
        progress = Progress(partial(self._progressed.emit, number))
        self._watchers[number] = _Watcher(owner, label, progress, on_done, on_error)
        self._pool.submit(_work, job, progress, partial(self._ended.emit, number))

    def shut_down(self) -> None:
        """Stop all jobs and wait for them, when the program ends."""
        for watcher in self._watchers.values():
            watcher.progress.stop()
        self._pool.shutdown(wait=True, cancel_futures=True)
        while self._watchers:
            self._watchers.popitem()[1].clear()

    def _show_progress(self, number: int, done: int, total: int, text: str) -> None:
        if number in self._watchers:
            self._watchers[number].show_progress(done, total, text)

    def _end(self, number: int, outcome: object) -> None:
        watcher = self._watchers.pop(number, None)
        if watcher is not None:
            watcher.end(outcome)


def _work(
    job: Callable[[Progress], object], progress: Progress, end: Callable[[object], object]
) -> None:
    """Do a job in the working thread and send its end over."""
    try:
        end(Outcome(value=job(progress)))
    except Cancelled:
        end(Outcome(cancelled=True))
    except UserError as error:
        end(Outcome(error=error))
    except Exception as error:  # noqa: BLE001 - raised again in the interface's thread
        end(error)


class _Watcher:
    """Shows one job: a busy cursor soon, a dialog with a bar later."""

    def __init__(
        self,
        owner: QWidget,
        label: str,
        progress: Progress,
        on_done: Callable[[Any], None],
        on_error: Callable[[UserError], None],
    ) -> None:
        self._owner, self._label, self.progress = owner, label, progress
        self._on_done, self._on_error = on_done, on_error
        self._dialog: QProgressDialog | None = None
        self._busy = False
        self._cursor_timer = _single_shot(BUSY_CURSOR_MS, self._show_busy)
        self._dialog_timer = _single_shot(DIALOG_MS, self._show_dialog)

    def _show_busy(self) -> None:
        QApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)
        self._busy = True

    def _show_dialog(self) -> None:
        dialog = QProgressDialog(self._label, _("Dừng"), 0, 0, self._owner)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.setMinimumDuration(0)
        dialog.setAutoClose(False)
        dialog.setAutoReset(False)
        dialog.canceled.connect(self.progress.stop)
        dialog.show()
        self._dialog = dialog

    def show_progress(self, done: int, total: int, text: str) -> None:
        """Say how far the job has come."""
        if self._dialog is None:
            return
        self._dialog.setMaximum(total)
        self._dialog.setValue(done)
        self._dialog.setLabelText(text or self._label)

    def end(self, outcome: object) -> None:
        """Take every sign of the job away and hand on what it ended with."""
        self.clear()
        if isinstance(outcome, Exception):
            raise outcome
        if not isinstance(outcome, Outcome) or outcome.cancelled:
            return
        if outcome.error is not None:
            self._on_error(outcome.error)
        else:
            self._on_done(outcome.value)

    def clear(self) -> None:
        """Take every sign of the job off the screen."""
        self._cursor_timer.stop()
        self._dialog_timer.stop()
        if self._busy:
            QApplication.restoreOverrideCursor()
        if self._dialog is not None:
            self._dialog.close()
            self._dialog.deleteLater()


def _single_shot(milliseconds: int, call: Callable[[], None]) -> QTimer:
    timer = QTimer()
    timer.setSingleShot(True)
    timer.timeout.connect(call)
    timer.start(milliseconds)
    return timer
