"""The page of the year's work over a small school, on a day that stays the same."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from window_desk import ChosenFiles, OpenedThings, TasksAtOnce

from tdkt_desktop.services.demo import SAMPLE_SCHOOL
from tdkt_desktop.ui.desk import Desk
from tdkt_desktop.ui.pages.work.page import WorkPage
from tdkt_desktop.ui.preferences import PreferencesFile
from tests.support.year_of_work import DAY, add_people, add_plan

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.services.work_views import WorkRow
    from tdkt_desktop.ui.feedback import Feedback
    from tdkt_desktop.ui.tasks import Tasks
    from tdkt_desktop.ui.theme.theme import Theme


@dataclass(frozen=True, slots=True)
class DeskOnADay(Desk):
    """A desk whose calendar stands still."""

    def today(self) -> date:
        """Return the day of the tests."""
        return DAY


def work_desk(context: AppContext, theme: Theme, recorder: Any, folder: Path) -> DeskOnADay:
    """Return a desk that shows nothing, opens nothing, and does its jobs at once."""
    return DeskOnADay(
        context,
        theme,
        cast("Feedback", recorder),
        cast("Tasks", TasksAtOnce()),
        PreferencesFile(folder / "preferences.json"),
        ChosenFiles(),
        OpenedThings(),
    )


def fill_school(context: AppContext) -> dict[str, int]:
    """Store a small school with its people and a plan; return the ids of the people."""
    context.school.save(SAMPLE_SCHOOL)
    ids = add_people(context)
    add_plan(context)
    return ids


def shown_page(desk: Desk) -> WorkPage:
    """Return the page in front, at the size of a small laptop, following the store's changes."""
    page = WorkPage(desk)
    page.resize(1200, 700)
    page.show_year(None)
    page.show()
    page.entered()
    return page


def end_page(page: WorkPage) -> None:
    """Close a page and delete it now; outside an event loop nothing else would."""
    page.shut_down()
    page.close()
    page.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@contextmanager
def live_page(desk: Desk) -> Iterator[WorkPage]:
    """Show the page as the window does, which tells it of every change of the store."""
    page = shown_page(desk)
    unlisten = desk.context.store.on_change(lambda change: page.on_changed(change.touched))
    yield page
    unlisten()
    end_page(page)


def row_named(page: WorkPage, title: str) -> WorkRow:
    """Return the row of a title."""
    return next(row for row in page.rows if row.whole.title == title)
