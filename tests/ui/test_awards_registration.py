"""Registration is typed and pasted like a sheet, and its results stand beside it."""

from __future__ import annotations

import itertools
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication

from tdkt_desktop.ui.pages.awards.page import AwardsPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.pages.awards.registration.part import RegistrationPart
    from tests.ui.conftest import Recorder

TITLES, COMMENDATIONS = 3, 4


@pytest.fixture
def desk(october_desk: Desk) -> Desk:
    return october_desk


@pytest.fixture
def part(qtbot: QtBot, desk: Desk) -> RegistrationPart:
    page = AwardsPage(desk)
    qtbot.addWidget(page)
    page.resize(1180, 680)
    page.show()
    page.entered()
    page.show_part("registration")
    desk.context.store.on_change(lambda change: page.on_changed(change.touched))
    return page.part  # type: ignore[return-value]  # the part of this key


def people_rows(part: RegistrationPart) -> list[int]:
    assert part.model is not None
    rows = range(len(part.model.items))
    return [row for row in rows if part.model.items[row].source.candidate.is_person]


def test_a_cell_takes_names_and_undo_takes_them_back(part: RegistrationPart, desk: Desk) -> None:
    assert part.model is not None
    row = people_rows(part)[0]
    name = next(w.name for w in desk.context.registrations.awards.on(desk.today()) if w.individual)
    assert part.model.setData(part.model.index(row, TITLES), name.lower())
    assert name in str(part.model.index(row, TITLES).data())
    assert part.told.text().startswith("1 / ")
    desk.context.history.undo()
    assert not part.model.index(row, TITLES).data()


def test_a_block_from_a_sheet_is_pasted_over_many(part: RegistrationPart, desk: Desk) -> None:
    assert part.model is not None
    assert part.grid is not None
    words = [w for w in desk.context.registrations.awards.on(desk.today()) if w.individual]
    rows = people_rows(part)
    first = next(a for a, b in itertools.pairwise(rows) if b == a + 1)
    QGuiApplication.clipboard().setText(f"{words[0].name}\n{words[0].name}, {words[1].name}")
    part.grid.go(first, TITLES)
    part.grid.paste()
    registered = [part.model.items[row].titles for row in (first, first + 1)]
    assert [len(one) for one in registered] >= [1, 1]
    assert part.told.text().startswith("2 / ")


def test_words_nobody_understands_are_refused_with_what_to_do(
    part: RegistrationPart, recorder: Recorder
) -> None:
    assert part.model is not None
    row = people_rows(part)[0]
    assert not part.model.setData(part.model.index(row, TITLES), "danh hiệu tự nghĩ ra")
    assert "tự nghĩ ra" in recorder.errors[0].message
    assert recorder.errors[0].hint
    assert not part.model.index(row, TITLES).data()


def test_what_comes_after_the_closing_day_is_marked(part: RegistrationPart, desk: Desk) -> None:
    assert part.model is not None
    desk.context.registrations.set_closing_day(part.year, date(2026, 9, 15))
    row = people_rows(part)[0]
    name = next(w.name for w in desk.context.registrations.awards.on(desk.today()) if w.individual)
    part.model.setData(part.model.index(row, TITLES), name)
    assert "bổ sung" in str(part.model.index(row, TITLES + 2).data())
    assert "1 đăng ký bổ sung" in part.told.text()


def test_one_group_can_be_shown_alone(part: RegistrationPart, desk: Desk) -> None:
    assert part.model is not None
    group = next(g for g in desk.context.groups.groups() if part.group.findData(g.id) > 0)
    part.group.setCurrentIndex(part.group.findData(group.id))
    part.group.activated.emit(0)
    groups = {row.source.candidate.group_id for row in part.model.items}
    assert groups <= {group.id}


def test_results_stand_beside_what_was_registered(part: RegistrationPart) -> None:
    part.views.chosen.emit("results")
    assert part.results.isVisible()
    assert part.results_model.rowCount() == len(people_rows(part)) + sum(
        not one.source.candidate.is_person for one in (part.model.items if part.model else ())
    )
