"""Stores what was typed, soon after each pause, beside the window; nobody is ever asked."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from tdkt_desktop.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tdkt_desktop.documents.document import OfficialDocument

PAUSE_MS: Final = 1200
LONGEST_MS: Final = 8000


def commit_ime() -> None:
    """Let an input method write the word under composition into its field."""
    QGuiApplication.inputMethod().commit()


class Autosave(QObject):
    """Stores a document after a pause, at the latest after some seconds, and when it is left.

    It reads the document and never writes into a field.
    """

    saved = Signal(object)
    failed = Signal(object)
    _ended = Signal(object)

    def __init__(
        self,
        read: Callable[[], OfficialDocument],
        save: Callable[[OfficialDocument], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._read, self._save = read, save
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="tdkt-save")
        self._job: Future[object] | None = None
        self._stored: OfficialDocument | None = None
        self._stopped = False
        self._pause = _timer(self, PAUSE_MS, self._save_beside)
        self._longest = _timer(self, LONGEST_MS, self._save_beside)
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def begin(self, document: OfficialDocument) -> None:
        """Say what is stored already."""
        self._stored = document
        self._pause.stop()
        self._longest.stop()

    def note(self) -> None:
        """Say that something may have changed."""
        if self._stopped:
            return
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    @property
    def is_waiting(self) -> bool:
        """Tell whether something has not been stored yet."""
        return self._pause.isActive() or self._longest.isActive()

    def flush(self) -> None:
        """Store at once, the word under composition included; called before leaving."""
        commit_ime()
        self._pause.stop()
        self._longest.stop()
        self._wait()
        document = self._read()
        if document != self._stored:
            self._stored = document
            self._end(_outcome(self._save, document))

    def hand_over(self) -> None:
        """Store beside the window, the word under composition included; `flush` waits for it."""
        commit_ime()
        self._save_beside()

    def stop(self) -> None:
        """End the thread; what comes later is stored no more."""
        self._pause.stop()
        self._longest.stop()
        self._stopped = True
        self._wait()
        self._pool.shutdown(wait=True)

    def _wait(self) -> None:
        """Wait for a save under way; one that failed has stored nothing."""
        if self._job is not None:
            if isinstance(self._job.result(), Exception):
                self._stored = None
            self._job = None

    def _save_beside(self) -> None:
        self._pause.stop()
        self._longest.stop()
        document = self._read()
        if document == self._stored:
            return
        self._stored = document
        self._job = self._pool.submit(self._work, document)

    def _work(self, document: OfficialDocument) -> object:
        outcome = _outcome(self._save, document)
        self._ended.emit(outcome)
        return outcome

    def _end(self, outcome: object) -> None:
        """Tell how a save ended; what could not be stored is tried again at the next change."""
        if isinstance(outcome, UserError):
            self._stored = None
            self.failed.emit(outcome)
            return
        if isinstance(outcome, Exception):
            self._stored = None
            raise outcome
        self.saved.emit(datetime.now().astimezone())


def _outcome(
    save: Callable[[OfficialDocument], object], document: OfficialDocument
) -> Exception | OfficialDocument:
    try:
        save(document)
    except Exception as error:  # noqa: BLE001 - told or raised again in the interface's thread
        return error
    return document


def _timer(parent: QObject, milliseconds: int, call: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(call)
    return timer
