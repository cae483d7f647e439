"""The page of statistics shows a table with its picture, and hands both on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tdkt_desktop.ui.page import Place
from tdkt_desktop.ui.pages.statistics.page import StatisticsPage

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tdkt_desktop.ui.desk import Desk


@pytest.fixture
def desk(sample_desk: Desk) -> Desk:
    return sample_desk


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> StatisticsPage:
    made = StatisticsPage(desk)
    qtbot.addWidget(made)
    made.resize(1180, 680)
    made.show_year(2025)
    made.show()
    made.entered()
    return made


def test_each_line_brings_its_table_with_its_picture(page: StatisticsPage) -> None:
    for line in page.list.lines():
        page.list.chosen.emit(line.target)
        table = page.table
        assert table is not None
        assert page.name.text() == table.title == line.name
        assert page.numbers.numbers.rowCount() > 0
        assert bool(page.picture.accessibleName()) == (table.table.picture is not None)


def test_rows_are_copied_with_their_heads(page: StatisticsPage, qtbot: QtBot) -> None:
    page.numbers.selectRow(1)
    qtbot.keyClick(page.numbers, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    head, row = QGuiApplication.clipboard().text().splitlines()[:2]
    assert head.startswith("Danh hiệu, hình thức")
    assert row.split("\t")[1].isdecimal()


def test_the_report_is_drafted_and_opened_among_the_documents(
    page: StatisticsPage, qtbot: QtBot, desk: Desk
) -> None:
    with qtbot.waitSignal(page.place_wanted) as wanted:
        page.report.click()
    place = wanted.args[0]
    assert (place.page, place.part) == ("papers", "paper")
    assert desk.context.papers.paper(place.record).summary.kind == "bao-cao-thong-ke"


def test_the_workbook_is_written_where_it_was_asked_for(
    page: StatisticsPage, desk: Desk, tmp_path: Path
) -> None:
    desk.chooser.answer = tmp_path / "so-lieu.xlsx"  # type: ignore[attr-defined]  # a test's chooser
    page.excel.click()
    assert (tmp_path / "so-lieu.xlsx").stat().st_size > 0


def test_a_year_with_nothing_leads_to_where_it_begins(
    page: StatisticsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, desk: Desk
) -> None:
    monkeypatch.setattr(type(desk.context.statistic_reports), "tables", lambda *_args: ())
    page.show_year(2030)
    assert page.empty.isVisible()
    assert not page.excel.isEnabled()
    with qtbot.waitSignal(page.place_wanted) as wanted:
        page.empty.button.click()
    assert wanted.args == [Place("awards")]
