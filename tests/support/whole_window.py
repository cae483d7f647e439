"""The whole window over a store, for tests that look at everything at once."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from tdkt_desktop.services.context import AppContext
from tdkt_desktop.ui.assembly import Assembly
from tdkt_desktop.ui.pages.awards.page import AwardsPage
from tdkt_desktop.ui.pages.councils.page import CouncilsPage
from tdkt_desktop.ui.pages.initiatives.head import LEDGER, SCORING, WORKS
from tdkt_desktop.ui.pages.initiatives.page import InitiativesPage
from tdkt_desktop.ui.pages.settings.page import SECTIONS
from tdkt_desktop.ui.pages.work.head import WorkView
from tdkt_desktop.ui.pages.work.page import WorkPage
from tdkt_desktop.ui.places import MachinePlaces
from tdkt_desktop.ui.preferences import PreferencesFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tdkt_desktop.ui.theme.theme import Theme


@contextmanager
def whole_window(store: Path, machine: Path, theme: Theme) -> Iterator[Assembly]:
    """Show the window over a store; the machine's preferences lie in a folder of their own."""
    preferences = PreferencesFile(machine / "preferences.json")
    places = MachinePlaces(machine, machine)
    assembly = Assembly(AppContext.open(store), theme, preferences, places)
    assembly.show()
    assembly.window.resize(1366, 740)
    QApplication.processEvents()
    try:
        yield assembly
    finally:
        assembly.close()
        assembly.window.deleteLater()
        assembly.deleteLater()
        # Outside an event loop nothing else ends what is to be deleted later.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


def show_everything(assembly: Assembly, plan_id: int) -> None:
    """Bring every page, part and section to the front once, so that all widgets are made."""
    assembly.settings.entered()
    for section in SECTIONS:
        assembly.settings.show_section(section.KEY)
    assembly.window.show_page(assembly.plans.KEY)
    assembly.plans.open_plan(plan_id)
    editor = assembly.plans.editor
    editor.open_clauses()
    editor.open_anniversaries()
    editor.commands["replace"].trigger()
    for part in ("header", "grounds", "recipients", "sign", "annex"):
        editor.show_part(part, 0)
    editor.show_part("text")
    editor.find_bar.hide()
    editor.clauses.closed.emit()
    QApplication.processEvents()
    for key in assembly.window.page_keys():
        for _view in views_of(assembly, key):
            QApplication.processEvents()


def views_of(assembly: Assembly, key: str) -> Iterator[str]:
    """Bring a page to the front, and one after the other all parts that it can show."""
    assembly.window.show_page(key)
    page = assembly.window.current_page
    if isinstance(page, AwardsPage):
        for part in page.part_keys():
            page.show_part(part)
            yield f"{key}/{part}"
    elif isinstance(page, WorkPage):
        for view in WorkView:
            page.head.view_chosen.emit(view.value)
            yield f"{key}/{view.value}"
    elif isinstance(page, CouncilsPage):
        for name in ("members", "board", "meetings"):
            page.show_view(name)
            yield f"{key}/{name}"
    elif isinstance(page, InitiativesPage):
        for name in (WORKS, SCORING, LEDGER):
            page.show_view(name)
            yield f"{key}/{name}"
    else:
        yield key
