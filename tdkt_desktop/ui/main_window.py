"""The frame of the program: menus, year, search, rail, pages and status bar."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QHBoxLayout,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from tdkt_desktop.ui.commands import Commands
from tdkt_desktop.ui.feedback import Feedback
from tdkt_desktop.ui.page_book import PageBook
from tdkt_desktop.ui.rail import Rail, RailItem
from tdkt_desktop.ui.status_bar import StatusBar
from tdkt_desktop.ui.tasks import Tasks
from tdkt_desktop.ui.top_bar import TopBar
from tdkt_desktop.ui.widgets.front_stack import FrontStack

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QCloseEvent, QResizeEvent

    from tdkt_desktop.ui.page import Page, Place
    from tdkt_desktop.ui.page_book import PageEntry
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
        self._pages = PageBook((), self._place_page)
        self._arrived: Callable[[Page], None] = lambda _page: None
        self._stack = FrontStack()
        self._rails = QWidget()
        self._rail: Rail | None = None
        self._foot: Rail | None = None
        self.setMenuWidget(self.top_bar)
        self.setStatusBar(self.status)
        self.setMinimumSize(SMALLEST)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.commitDataRequest.connect(self._end_of_session)

    def set_pages(self, entries: Sequence[PageEntry], arrived: Callable[[Page], None]) -> None:
        """Put the pages into the rail; `arrived` is told of each page when it is made."""
        self._arrived = arrived
        self._pages = PageBook(entries, self._place_page)
        above = [entry for entry in entries if not entry.at_foot]
        below = [entry for entry in entries if entry.at_foot]
        self._rail = self._make_rail(above, 1)
        self._foot = self._make_rail(below, len(above) + 1)
        self._rails.setProperty("ground", "rail")
        column = QVBoxLayout(self._rails)
        column.setContentsMargins(0, 8, 0, 8)
        column.addWidget(self._rail, 1)
        column.addWidget(self._foot)
        self._foot.setMaximumHeight(self._foot.sizeHintForRow(0) * len(below) + 4)
        centre = QWidget()
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rails)
        row.addWidget(self._stack, 1)
        self.setCentralWidget(centre)
        self.arrange_rail()

    def _make_rail(self, entries: Sequence[PageEntry], first_number: int) -> Rail:
        items = [RailItem(entry.key, entry.word, entry.icon) for entry in entries]
        rail = Rail(items, self.theme, first_number, self._rails)
        rail.chosen.connect(self.show_page)
        return rail

    def _place_page(self, page: Page) -> None:
        self._stack.addWidget(page)
        page.place_wanted.connect(self.go_to)
        self._arrived(page)

    @property
    def current_page(self) -> Page:
        """The page in front."""
        return next(page for page in self._pages if page is self._stack.currentWidget())

    def made_pages(self) -> list[Page]:
        """Return the pages that were shown so far."""
        return list(self._pages)

    def page(self, key: str) -> Page:
        """Return a page by its key; it is made now if it was not."""
        return self._pages[key]

    def page_keys(self) -> list[str]:
        """Return the keys of the pages in the order of the rail."""
        return self._pages.keys()

    def show_page(self, key: str) -> None:
        """Bring a page to the front; what was in a field of the one before is stored first."""
        before = self._stack.currentWidget()
        page = self._pages[key]
        if before is not page:
            for made in self._pages:
                if made is before:
                    made.flush()
            is_new = page.focusWidget() is None
            self._stack.setCurrentWidget(page)
            self.status.place("")
            page.entered()
            if is_new:
                _focus_content(page)
        for rail in (self._rail, self._foot):
            if rail is not None:
                rail.select(key)
        self._preferences.change(page=key)
        self.page_shown.emit(key)

    def go_to(self, place: Place) -> None:
        """Show a place of the program; a page that this program does not have is left out."""
        if place.page not in self._pages:
            return
        self.show_page(place.page)
        self._pages[place.page].show_place(place)

    def announce(self, touched: frozenset[str]) -> None:
        """Let every page that shows a changed table read it anew."""
        for page in self._pages:
            page.on_changed(touched)

    def show_badge(self, key: str, count: int) -> None:
        """Show beside a page's word how many things there are late."""
        for rail in (self._rail, self._foot):
            if rail is not None:
                rail.set_badge(key, count)

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
        for page in self._pages:
            page.flush()
        self._keep_place()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._end_of_session()
        self.closing.emit()
        super().closeEvent(event)


def _focus_content(page: Page) -> None:
    """Give the keys to the first list of a page, where Qt has chosen the first button above it."""
    focused = page.focusWidget()
    if focused is not None and not isinstance(focused, QAbstractButton):
        return
    lists = (view for view in page.findChildren(QAbstractItemView) if view.isVisibleTo(page))
    first = next((view for view in lists if view.focusPolicy() & Qt.FocusPolicy.TabFocus), None)
    if first is not None:
        first.setFocus()


def _on_a_screen(window: QWidget) -> bool:
    """Tell whether enough of the window's head can be seen and reached."""
    frame = window.frameGeometry()
    head = frame.adjusted(40, 0, -40, 0)
    head.setHeight(40)
    visible = (screen.availableGeometry().intersected(head) for screen in QGuiApplication.screens())
    return any(part.width() >= 100 and part.height() >= 20 for part in visible)
