"""The first page shows what is to be done and leads there, also by keyboard."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from tdkt_desktop.ui.desk import Desk
from tdkt_desktop.ui.page import Place
from tdkt_desktop.ui.pages.overview.page import OverviewPage
from tests.support.window_desk import make_desk
from tests.support.year_of_work import add_people, add_plan

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.ui.theme.theme import Theme
    from tests.ui.conftest import Recorder


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Desk, "today", lambda _self: date(2026, 11, 21))


@pytest.fixture
def desk(context: AppContext, theme: Theme, recorder: Recorder, tmp_path: Path) -> Desk:
    """A desk whose jobs are done at once."""
    return make_desk(context, theme, recorder, tmp_path)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, today: None) -> OverviewPage:
    made = OverviewPage(desk)
    qtbot.addWidget(made)
    made.resize(1180, 680)
    return made


def shown(page: OverviewPage) -> OverviewPage:
    page.show()
    page.entered()
    return page


def test_an_empty_year_offers_the_first_steps(qtbot: QtBot, page: OverviewPage) -> None:
    shown(page)
    assert page.empty.isVisible()
    with qtbot.waitSignal(page.place_wanted) as wanted:
        page.empty.button.click()
    assert wanted.args == [Place("plans", "new")]


def test_late_work_stands_first_and_enter_goes_there(
    qtbot: QtBot, page: OverviewPage, context: AppContext
) -> None:
    add_people(context)
    add_plan(context)
    shown(page)
    assert page.view is not None
    lines = page.to_do.lines()
    assert lines[0].is_head
    assert len([one for one in lines if not one.is_head]) == len(page.view.late + page.view.soon)
    page.to_do.setCurrentIndex(page.to_do.model().index(1, 0))
    with qtbot.waitSignal(page.place_wanted) as wanted:
        qtbot.keyClick(page.to_do, Qt.Key.Key_Return)
    assert wanted.args == [Place("work", "task", lines[1].target.record)]


def test_each_figure_leads_to_its_list(
    qtbot: QtBot, page: OverviewPage, context: AppContext
) -> None:
    add_plan(context)
    shown(page)
    assert page.view is not None
    figures = page.strip.figures()
    assert figures[0] == f"{len(page.view.late)} nhiệm vụ trễ hạn"
    frames = page.strip.findChildren(QFrame)
    first = next(frame for frame in frames if frame.accessibleName() == figures[0])
    with qtbot.waitSignal(page.place_wanted) as wanted:
        qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert wanted.args == [Place("work", "late")]


def test_a_change_is_read_only_when_the_page_is_seen(
    page: OverviewPage, context: AppContext
) -> None:
    shown(page)
    before = page.view
    page.hide()
    add_plan(context)
    page.on_changed(frozenset({"task"}))
    assert page.view is before
    shown(page)
    assert page.view is not before


def test_the_bars_say_their_numbers_to_who_cannot_see_them(
    page: OverviewPage, context: AppContext
) -> None:
    add_plan(context)
    shown(page)
    assert page.view is not None
    first = page.view.quarters[0]
    assert f"xong {first.done} / {first.total}" in page.quarters.accessibleName()


def test_without_a_printer_the_sheet_is_offered_as_a_file(
    qtbot: QtBot, page: OverviewPage, context: AppContext, desk: Desk, tmp_path: object
) -> None:
    from pathlib import Path

    add_plan(context)
    shown(page)
    target = Path(str(tmp_path)) / "tong-quan.pdf"
    desk.chooser.answer = target  # type: ignore[attr-defined]  # the test's own chooser
    page.print_button.click()
    qtbot.waitUntil(target.exists)
    assert target.read_bytes().startswith(b"%PDF")
