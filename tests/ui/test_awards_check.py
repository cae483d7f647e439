"""Conditions: answers are explained, and what a person decides is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.services.eligibility_views import Status
from tdkt_desktop.ui.pages.awards.check.acts import ReasonDialog
from tdkt_desktop.ui.pages.awards.check.near_dialog import NearDialog
from tdkt_desktop.ui.pages.awards.check.suppose_dialog import SupposeDialog
from tdkt_desktop.ui.pages.awards.page import AwardsPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.pages.awards.check.part import CheckPart
    from tdkt_desktop.ui.pages.awards.check.reader import CheckRow

YEAR = 2025


@pytest.fixture
def desk(sample_desk: Desk) -> Desk:
    return sample_desk


@pytest.fixture
def part(qtbot: QtBot, desk: Desk) -> CheckPart:
    page = AwardsPage(desk)
    qtbot.addWidget(page)
    page.resize(1180, 680)
    page.show_year(YEAR)
    page.show()
    page.entered()
    page.show_part("check")
    found = page.part
    assert found is not None
    desk.context.store.on_change(lambda change: page.on_changed(change.touched))
    return found  # type: ignore[return-value]  # the part of this key


def rows(part: CheckPart, status: Status) -> list[CheckRow]:
    assert part.news is not None
    found = part.news.rows(str(part.award.currentData()))
    return [one for one in found if one.result.status is status and one.nomination is None]


def choose(part: CheckPart, row: CheckRow) -> CheckRow:
    part.people.select(row.candidate.subject)
    shown = part.row
    assert shown is not None
    assert shown.candidate == row.candidate
    return shown


def award_with(part: CheckPart, status: Status) -> CheckRow:
    for place in range(part.award.count()):
        part.award.setCurrentIndex(place)
        part.award.activated.emit(place)
        found = [one for one in rows(part, status) if one.candidate.is_person]
        if found:
            return choose(part, found[0])
    raise AssertionError(f"nobody of the sample is {status}")


def test_every_condition_is_shown_with_its_source(part: CheckPart) -> None:
    row = award_with(part, Status.NOT_YET)
    spoken = part.details.conditions.spoken()
    assert len(spoken) == len(row.result.conditions)
    for condition in row.result.conditions:
        assert any(condition.text in one and condition.source in one for one in spoken)


def test_who_meets_all_is_put_forward_and_undo_takes_it_back(part: CheckPart, desk: Desk) -> None:
    row = award_with(part, Status.ELIGIBLE)
    assert part.details.nominate.isEnabled()
    part.details.nominate.click()
    assert part.row is not None
    assert part.row.nomination is not None
    assert part.details.withdraw.isVisible()
    desk.context.history.undo()
    part.people.select(row.candidate.subject)
    assert part.row.nomination is None


def test_against_the_comparison_a_reason_is_needed(
    part: CheckPart, monkeypatch: pytest.MonkeyPatch
) -> None:
    award_with(part, Status.NOT_YET)
    assert not part.details.nominate.isEnabled()

    def answer(dialog: ReasonDialog) -> int:
        assert not dialog.act.isEnabled()
        dialog.text.setPlainText("Thành tích đột xuất có xác nhận")
        assert dialog.act.isEnabled()
        return ReasonDialog.DialogCode.Accepted

    monkeypatch.setattr(ReasonDialog, "exec", answer)
    part.details.override.click()
    assert part.row is not None
    assert part.row.nomination is not None
    assert part.row.nomination.override_reason == "Thành tích đột xuất có xác nhận"
    assert "Thành tích đột xuất" in part.details.said.text()


def test_trying_out_changes_nothing_stored(part: CheckPart, qtbot: QtBot, desk: Desk) -> None:
    row = award_with(part, Status.NOT_YET)
    dialog = SupposeDialog(desk, row)
    qtbot.addWidget(dialog)
    before = desk.context.eligibility.check(row.checked.year, row.candidate.subject)
    shown = dialog.conditions.spoken()
    dialog.rating.setCurrentIndex(1)
    dialog.work.setCurrentIndex(1)
    dialog.clear.setChecked(True)
    assert dialog.conditions.spoken() != shown
    assert desk.context.eligibility.check(row.checked.year, row.candidate.subject) == before


def test_who_is_near_leads_to_the_conditions(part: CheckPart, qtbot: QtBot, desk: Desk) -> None:
    assert part.news is not None
    dialog = NearDialog(desk.theme, tuple(part.news.near.values()))
    qtbot.addWidget(dialog)
    near = dialog.chosen()
    assert near is not None
    assert near.step
    dialog.words.setText("khong co ai nhu vay")
    assert dialog.chosen() is None
    assert not dialog.act.isEnabled()


def test_the_list_is_narrowed_by_answer_and_words(part: CheckPart) -> None:
    row = award_with(part, Status.NOT_YET)
    part.people.filter.setCurrentIndex(part.people.filter.findData(Status.NOT_YET.value))
    part.people.filter.activated.emit(0)
    model = part.people.model
    shown = [model.item(number) for number in range(model.rowCount())]
    assert {one.result.status for one in shown} == {Status.NOT_YET}
    part.people.words.setText(row.candidate.name.lower())
    names = [model.item(number).candidate.name for number in range(model.rowCount())]
    assert row.candidate.name in names
