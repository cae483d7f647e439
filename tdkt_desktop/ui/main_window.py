"""The frame of the program: menus, year, search, rail, pages and status bar."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from tdkt_desktop.ui.commands import Commands
from tdkt_desktop.ui.feedback import Feedback
from tdkt_desktop.ui.rail import Rail, RailItem
from tdkt_desktop.ui.status_bar import StatusBar
from tdkt_desktop.ui.tasks import Tasks
from tdkt_desktop.ui.top_bar import TopBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QCloseEvent, QResizeEvent

    from tdkt_desktop.ui.page import Page
    from tdkt_desktop.ui.preferences import PreferencesFile
    from tdkt_desktop.ui.theme.theme import Theme

SMALLEST: Final = QSize(900, 470)
FOLD_BELOW: Final = 1180
FIRST_SIZE: Final = QSize(1280, 720)
ROOMY: Final = 1440


class MainWindow(QMainWindow):
    """One window: the rail chooses the page in front, the status bar says where things stand."""

    closing = Signal()
    page_shown = Signal(str)

    def __init__(self, theme: Theme, preferences: PreferencesFile) -> None:
        super().__init__()
        self.theme, self._preferences = theme, preferences
        self.commands = Commands(self, theme)
        self.feedback = Feedback(self)
        self.tasks = Tasks(self)
        self.top_bar = TopBar(theme)
        self.status = StatusBar(theme)
        self._pages: dict[str, Page] = {}
        self._stack = QStackedWidget()
        self._rails = QWidget()
        self._rail: Rail | None = None
        self._foot: Rail | None = None
        self.setMenuWidget(self.top_bar)
        self.setStatusBar(self.status)
        self.setMinimumSize(SMALLEST)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.commitDataRequest.connect(self._end_of_session)

    def set_pages(self, pages: Sequence[Page], at_foot: Sequence[Page]) -> None:
        """Put the pages into the rail: the year's work above, settings at the foot."""
        self._pages = {page.KEY: page for page in (*pages, *at_foot)}
        self._rail = self._make_rail(pages, 1)
        self._foot = self._make_rail(at_foot, len(pages) + 1)
        for page in self._pages.values():
            self._stack.addWidget(page)
        self._rails.setProperty("ground", "rail")
        column = QVBoxLayout(self._rails)
        column.setContentsMargins(0, 8, 0, 8)
        column.addWidget(self._rail, 1)
        column.addWidget(self._foot)
        self._foot.setMaximumHeight(self._foot.sizeHintForRow(0) * len(at_foot) + 4)
        centre = QWidget()
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rails)
        row.addWidget(self._stack, 1)
        self.setCentralWidget(centre)
        self.arrange_rail()

    def _make_rail(self, pages: Sequence[Page], first_number: int) -> Rail:
        items = [RailItem(page.KEY, page.title(), page.ICON) for page in pages]
        rail = Rail(items, self.theme, first_number, self._rails)
        rail.chosen.connect(self.show_page)
        return rail

    @property
    def current_page(self) -> Page:
        """The page in front."""
        return next(p for p in self._pages.values() if p is self._stack.currentWidget())

    def page(self, key: str) -> Page:
        """Return a page by its key."""
        return self._pages[key]

    def page_keys(self) -> list[str]:
        """Return the keys of the pages in the order of the rail."""
        return list(self._pages)

    def show_page(self, key: str) -> None:
        """Bring a page to the front; what was in a field of the one before is stored first."""
        page = self._pages[key]
        if self._stack.currentWidget() is not page:
            self.current_page.flush()
            self._stack.setCurrentWidget(page)
            page.entered()
        for rail in (self._rail, self._foot):
            if rail is not None:
                rail.select(key)
        self._preferences.change(page=key)
        self.page_shown.emit(key)

    def announce(self, touched: frozenset[str]) -> None:
        """Let every page that shows a changed table read it anew."""
        for page in self._pages.values():
            page.on_changed(touched)

    def toggle_rail(self) -> None:
        """Fold the rail to icons, or show its words again."""
        self._preferences.change(rail_folded=not self._preferences.current.rail_folded)
        self.arrange_rail()

    def arrange_rail(self) -> None:
        """Fold the rail where the person wants it so, or where the window is narrow."""
        folded = self._preferences.current.rail_folded or self.width() < FOLD_BELOW
        for rail in (self._rail, self._foot):
            if rail is not None:
                rail.fold(folded=folded)

    # --- place on the screen ---

    def restore_place(self) -> None:
        """Open where the window was last, never off the screens that are there now."""
        self.resize(FIRST_SIZE)
        state = QByteArray.fromBase64(self._preferences.current.geometry.encode())
        if not state.isEmpty():
            self.restoreGeometry(state)
        elif QGuiApplication.primaryScreen().availableGeometry().width() < ROOMY:
            self.setWindowState(Qt.WindowState.WindowMaximized)
        if not _on_a_screen(self):
            area = QGuiApplication.primaryScreen().availableGeometry()
            self.resize(self.size().boundedTo(area.size()))
            self.move(area.center() - self.rect().center())

    def _keep_place(self) -> None:
        state = base64.b64encode(self.saveGeometry().data()).decode()
        self._preferences.change(geometry=state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange_rail()
        self.top_bar.set_compact(compact=self.width() < FOLD_BELOW)

    def _end_of_session(self) -> None:
        """Store everything when the person leaves the machine; the window may never be closed."""
        for page in self._pages.values():
            page.flush()
        self._keep_place()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._end_of_session()
        self.closing.emit()
        super().closeEvent(event)


def _on_a_screen(window: QWidget) -> bool:
    """Tell whether enough of the window's head can be seen and reached."""
    frame = window.frameGeometry()
    head = frame.adjusted(40, 0, -40, 0)
    head.setHeight(40)
    visible = (screen.availableGeometry().intersected(head) for screen in QGuiApplication.screens())
    return any(part.width() >= 100 and part.height() >= 20 for part in visible)
