"""A printed page that follows what is typed beside it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tdkt_desktop.errors import UserError
from tdkt_desktop.ui.widgets.page_view import PageView

if TYPE_CHECKING:
    from collections.abc import Callable

    from tdkt_desktop.services.files import PrintedPages
    from tdkt_desktop.ui.theme.theme import Theme

    Printing = Callable[[], PrintedPages]

PAUSE_MS: Final = 180


class LivePrinter(QObject):
    """Prints on a thread after a pause; of several requests only the last one is done.

    A UserError leaves the page as it was: the field that caused it says so itself.
    """

    printed = Signal(object)
    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="tdkt-page")
        self._wanted: Printing | None = None
        self._running = self._stopped = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._start)
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def request(self, printing: Printing) -> None:
        """Ask for a page; an earlier request that has not begun is forgotten."""
        self._wanted = printing
        self._timer.start()

    @property
    def is_idle(self) -> bool:
        """Tell whether nothing is asked for and nothing under way."""
        return self._wanted is None and not self._running

    def stop(self) -> None:
        """End the thread; nothing is printed any more."""
        self._stopped = True
        self._timer.stop()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _start(self) -> None:
        if self._running or self._stopped or self._wanted is None:
            return
        printing, self._wanted = self._wanted, None
        self._running = True
        self._pool.submit(self._work, printing)

    def _work(self, printing: Printing) -> None:
        """Print in the working thread and send the end over."""
        try:
            self._ended.emit(printing())
        except Exception as error:  # noqa: BLE001 - raised again in the interface's thread
            self._ended.emit(error)

    def _end(self, outcome: PrintedPages | Exception) -> None:
        self._running = False
        if self._stopped:
            return
        if not isinstance(outcome, Exception):
            self.printed.emit(outcome)
        elif not isinstance(outcome, UserError):
            raise outcome
        self._start()


class LivePage(QWidget):
    """The first page of what is being set up, printed anew after each change."""

    printed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("ground", "desk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.view = PageView(theme, self)
        self._printer = LivePrinter(self)
        self._printer.printed.connect(self._show)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)

    def show_print(self, printing: Printing) -> None:
        """Print something after a pause and show it."""
        self._printer.request(printing)

    def _show(self, pages: PrintedPages) -> None:
        self.view.show_pdf(pages.pdf)
        self.printed.emit(pages)

    @property
    def is_idle(self) -> bool:
        """Tell whether what was asked for last has been printed."""
        return self._printer.is_idle

    def stop(self) -> None:
        """End the threads, before the window goes."""
        self._printer.stop()
        self.view.stop()
