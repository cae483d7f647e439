"""A printed page that follows what is typed beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tdkt_desktop.ui.live_work import LiveWork
from tdkt_desktop.ui.widgets.page_view import PageView

if TYPE_CHECKING:
    from collections.abc import Callable

    from tdkt_desktop.services.files import PrintedPages
    from tdkt_desktop.ui.theme.theme import Theme


class LivePage(QWidget):
    """The first page of what is being set up, printed anew after each change."""

    printed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("ground", "desk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.view = PageView(theme, self)
        self._printer = LiveWork(self)
        self._printer.done.connect(self._show)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)

    def show_print(self, printing: Callable[[], PrintedPages]) -> None:
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
