"""Makes the printed pages of what is being typed, beside the window; the newest wish wins."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from tdkt_desktop.documents.document import OfficialDocument
from tdkt_desktop.errors import UserError
from tdkt_desktop.services.files import PrintedPages

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Preview:
    """Pages and the document that they show."""

    document: OfficialDocument
    pages: PrintedPages


class PreviewMaker(QObject):
    """Prints documents one after the other; wishes that were overtaken are never begun."""

    made = Signal(object)
    failed = Signal(object)
    _ended = Signal(object)

    def __init__(
        self, print_: Callable[[OfficialDocument], PrintedPages], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._print = print_
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="tdkt-preview")
        self._busy = False
        self._next: OfficialDocument | None = None
        self._stopped = False
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def request(self, document: OfficialDocument) -> None:
        """Wish for the pages of a document."""
        if self._busy or self._stopped:
            self._next = document
            return
        self._busy = True
        self._pool.submit(self._work, document)

    def stop(self) -> None:
        """End the thread; nothing is told any more."""
        self._stopped = True
        self._next = None
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _work(self, document: OfficialDocument) -> None:
        try:
            outcome: object = Preview(document, self._print(document))
        except Exception as error:  # noqa: BLE001 - told or raised again in the interface's thread
            outcome = error
        self._ended.emit(outcome)

    def _end(self, outcome: object) -> None:
        self._busy = False
        waiting, self._next = self._next, None
        if waiting is not None:
            self.request(waiting)
        if self._stopped:
            return
        if isinstance(outcome, UserError):
            self.failed.emit(outcome)
        elif isinstance(outcome, Exception):
            raise outcome
        else:
            self.made.emit(outcome)
