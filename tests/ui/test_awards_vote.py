"""The council's vote: nominees in order, a count that must agree, and a lock that stays."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QMenu

from tdkt_desktop.services.context import AppContext
from tdkt_desktop.services.vote_views import (
    Conflict,
    Handling,
    Part,
    VoteMethod,
    VoteOutcome,
)
from tdkt_desktop.ui.page import Place
from tdkt_desktop.ui.pages.awards.check.acts import ReasonDialog
from tdkt_desktop.ui.pages.awards.page import AwardsPage
from tdkt_desktop.ui.pages.awards.vote.count_rows import OUTCOME, SHARE, YES
from tdkt_desktop.ui.pages.awards.vote.endings_dialog import EndingsDialog
from tdkt_desktop.ui.pages.awards.vote.nominee_list import moved_order
from tdkt_desktop.ui.pages.awards.vote.part import VotePart
from tests.support.vote_year import NAMES, YEAR, add_vote_year, counted
from tests.support.window_desk import make_desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tdkt_desktop.services.history import Change
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.theme.theme import Theme
    from tests.support.vote_year import VoteYear
    from tests.ui.conftest import Recorder


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, VoteYear]:
    folder = tmp_path_factory.mktemp("stored")
    with AppContext.open(folder) as context:
        return folder, add_vote_year(context)


@pytest.fixture
def year(stored: tuple[Path, VoteYear]) -> VoteYear:
    return stored[1]


@pytest.fixture
def context(stored: tuple[Path, VoteYear], tmp_path: Path) -> Iterator[AppContext]:
    shutil.copytree(stored[0], tmp_path / "store")
    with AppContext.open(tmp_path / "store") as opened:
        yield opened


@pytest.fixture
def desk(context: AppContext, theme: Theme, recorder: Recorder, tmp_path: Path) -> Desk:
    return make_desk(context, theme, recorder, tmp_path)


@pytest.fixture
def part(qtbot: QtBot, desk: Desk) -> Iterator[VotePart]:
    shown = VotePart(desk)
    shown.resize(1174, 600)
    shown.show_period(desk.context.years.period(2025))
    shown.show()

    def tell(change: Change) -> None:
        if change.touched & VotePart.SHOWS:
            shown.refresh()

    desk.context.store.on_change(tell)
    yield shown
    # Its widgets must not wait for the collector: the next test dresses all that are left.
    for widget in (*shown.head_widgets(), shown):
        widget.close()
        widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def opened(part: VotePart) -> int:
    """Open a round by the button, on everybody who still stands."""
    part.rounds.begin.click()
    assert part.round_id is not None
    return part.round_id


def enter(part: VotePart, row: int, yes: int, no: int, blank: int = 0) -> None:
    part.round.count.model.write_block(row, YES - 1, [[str(yes), str(no), str(blank)]])


def enter_ballots(part: VotePart, issued: int, returned: int, valid: int, invalid: int) -> None:
    figures = {"issued": issued, "returned": returned, "valid": valid, "invalid": invalid}
    for name, figure in figures.items():
        part.round.count.fields[name].setText(str(figure))
    part.round.count.flush()


def agree(part: VotePart) -> None:
    """Enter a count whose sums agree: eight ballots, none of them invalid."""
    enter_ballots(part, 8, 8, 8, 0)
    block = [["8", "0", "0"], ["6", "2", "0"], ["7", "0", "1"], ["5", "3", "0"]]
    part.round.count.model.write_block(0, YES - 1, block)


# --- the list at the left ---


def test_a_round_is_opened_on_those_the_list_shows(part: VotePart, year: VoteYear) -> None:
    place = part.nominees.award.findData("CSTDCS")
    part.nominees.award.setCurrentIndex(place)
    part.nominees.award.activated.emit(place)
    assert "2" in part.rounds.begin.text()
    round_id = opened(part)
    view = part.desk.context.votes.round(round_id)
    assert [one.nomination_id for one in view.nominees] == list(year.nominations[1:3])
    assert part.round.isVisible()


def test_alt_with_an_arrow_puts_nominees_in_another_order(
    qtbot: QtBot, part: VotePart, year: VoteYear
) -> None:
    part.nominees.list.choose([0])
    qtbot.keyClick(part.nominees.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    first, second, third, group = year.nominations
    ids = [one.id for one in part.desk.context.nominations.nominations(YEAR)]
    assert ids == [second, first, third, group]
    assert [one.id for one in part.nominees.chosen()] == [first]
    part.desk.context.history.undo()
    assert [one.id for one in part.nominees.shown()] == list(year.nominations)


def test_what_a_filter_hides_keeps_its_place_when_rows_are_moved() -> None:
    assert moved_order([1, 2, 3, 4, 5], [1, 3, 5], [0], 2) == [2, 3, 4, 1, 5]
    assert moved_order([1, 2, 3, 4, 5], [1, 3, 5], [2], 0) == [5, 1, 2, 3, 4]
    assert moved_order([1, 2, 3, 4, 5], [1, 3], [0], 2) == [2, 3, 1, 4, 5]
    assert moved_order([1, 2], [1, 2], [0, 1], 2) == [1, 2]


def test_a_withdrawn_nomination_is_marked_and_not_voted_on(
    part: VotePart, year: VoteYear, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(dialog: ReasonDialog) -> int:
        dialog.text.setPlainText("Chuyển công tác")
        return ReasonDialog.DialogCode.Accepted

    monkeypatch.setattr(ReasonDialog, "exec", answer)
    part.nominees.list.choose([2])
    menu = QMenu(part)
    part.nominees.fill_menu(menu, part.nominees.chosen())
    next(one for one in menu.actions() if one.text() == "Rút đề nghị…").trigger()
    assert part.nominees.model.index(2, 2).data() == "Đã rút"
    assert year.nominations[2] not in part.nominees.for_round()
    menu.clear()
    part.nominees.fill_menu(menu, part.nominees.chosen())
    next(one for one in menu.actions() if one.text() == "Đề nghị lại").trigger()
    assert year.nominations[2] in part.nominees.for_round()


def test_delete_removes_a_nomination_and_the_note_brings_it_back(
    qtbot: QtBot, part: VotePart, recorder: Recorder
) -> None:
    part.nominees.list.choose([3])
    qtbot.keyClick(part.nominees.list, Qt.Key.Key_Delete)
    assert len(part.nominees.shown()) == 3
    assert recorder.last_act is not None
    recorder.last_act()
    assert len(part.nominees.shown()) == 4


def test_a_person_opens_by_enter(qtbot: QtBot, part: VotePart, year: VoteYear) -> None:
    places: list[Place] = []
    part.place_wanted.connect(places.append)
    part.nominees.list.choose([0])
    qtbot.keyClick(part.nominees.list, Qt.Key.Key_Return)
    assert (places[0].page, places[0].record) == ("people", year.people["Lý Thu An"])


def test_without_a_meeting_the_way_to_the_councils_is_shown(
    qtbot: QtBot, desk: Desk, year: VoteYear
) -> None:
    part = VotePart(desk)
    qtbot.addWidget(part)
    part.show_period(desk.context.years.period(2030))
    part.show()
    places: list[Place] = []
    part.place_wanted.connect(places.append)
    assert not part.rounds.begin.isEnabled()
    assert not part.paper.isEnabled()
    part.rounds.council.click()
    assert places[0].page == "councils"


# --- the count ---


def test_the_lock_waits_until_every_sum_agrees(part: VotePart) -> None:
    opened(part)
    pane = part.round
    assert not pane.close_round.isEnabled()
    agree(part)
    assert pane.close_round.isEnabled()
    assert not pane.count.problems.isVisible()
    enter(part, 1, 6, 1)
    assert not pane.close_round.isEnabled()
    assert "thiếu 1" in pane.count.problems.text()
    assert "1 điều" in pane.told.text()
    enter_ballots(part, 9, 8, 8, 0)
    assert "Phát ra 9 phiếu" in pane.told.toolTip()


def test_each_line_says_what_it_comes_to_while_votes_are_entered(part: VotePart) -> None:
    opened(part)
    agree(part)
    model = part.round.count.model
    assert model.index(0, OUTCOME).data() == "Đạt"
    assert model.index(1, OUTCOME).data() == "Không đạt"
    assert model.index(1, SHARE).data() == "66,67 % (7/9)"
    enter(part, 1, 7, 1)
    assert model.index(1, OUTCOME).data() == "Đạt"
    assert model.index(2, SHARE).data() == "87,50 % (6/8)"
    enter(part, 2, 7, 0, 0)
    assert model.index(2, OUTCOME).data() == "–"


def test_only_digits_are_taken_and_enter_goes_down(qtbot: QtBot, part: VotePart) -> None:
    opened(part)
    grid = part.round.count.grid
    grid.setFocus()
    grid.go(0, YES)
    qtbot.keyClick(grid, Qt.Key.Key_8)
    editor = grid.viewport().focusWidget() or grid.focusWidget()
    assert editor is not None
    qtbot.keyClicks(editor, "x")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert part.round.count.model.index(0, YES).data() == "8"
    assert (grid.row, grid.currentIndex().column()) == (1, YES)


def test_an_open_vote_needs_no_ballots(part: VotePart) -> None:
    round_id = opened(part)
    count = part.round.count
    count.method.setCurrentIndex(count.method.findData(VoteMethod.OPEN))
    count.method.activated.emit(0)
    assert not count.ballots.isVisible()
    block = [["8", "0", "0"], ["8", "0", "0"], ["7", "0", "1"], ["8", "0", "0"]]
    count.model.write_block(0, YES - 1, block)
    assert part.round.close_round.isEnabled()
    assert part.desk.context.votes.round(round_id).method is VoteMethod.OPEN


def test_a_line_removed_from_the_count_leaves_the_round(part: VotePart, year: VoteYear) -> None:
    round_id = opened(part)
    grid = part.round.count.grid
    grid.selectRow(0)
    grid.remove_rows()
    kept = [one.nomination_id for one in part.desk.context.votes.round(round_id).nominees]
    assert kept == list(year.nominations[1:])


def test_too_few_votes_may_still_give_a_lower_award(
    part: VotePart, monkeypatch: pytest.MonkeyPatch
) -> None:
    round_id = opened(part)
    part.round.count.grid.go(1, YES)

    def answer(dialog: EndingsDialog) -> int:
        dialog.lower_award.setCurrentIndex(dialog.lower_award.findData("LDTT"))
        return EndingsDialog.DialogCode.Accepted

    monkeypatch.setattr(EndingsDialog, "exec", answer)
    part.round.endings.click()
    assert part.desk.context.votes.round(round_id).nominees[1].lower == "LDTT"
    agree(part)
    assert part.round.count.model.index(1, OUTCOME).data() == "Mức thấp hơn"


# --- who takes part ---


def test_a_member_who_writes_gets_a_ballot_and_nobody_can_be_left_out(
    part: VotePart, recorder: Recorder
) -> None:
    round_id = opened(part)
    part.round.show_view("people")
    pane = part.round.people
    last = len(NAMES) - 1
    assert pane.voter_model.index(last, 4).data() == "Đi công tác"
    assert pane.voter_model.setData(pane.voter_model.index(last, 3), "Vắng, gửi phiếu bằng văn bản")
    assert part.desk.context.votes.round(round_id).voters[-1].part is Part.WRITTEN
    pane.voters.selectRow(0)
    pane.voters.remove_rows()
    assert len(part.desk.context.votes.round(round_id).voters) == len(NAMES)
    assert "ghi vắng" in recorder.notes[-1]


def test_a_quorum_that_is_missed_keeps_the_round_open(part: VotePart) -> None:
    opened(part)
    agree(part)
    part.round.show_view("people")
    pane = part.round.people
    for row in range(3):
        pane.voter_model.setData(pane.voter_model.index(row, 3), "Vắng, không bỏ phiếu")
    assert pane.quorum_chip.accessibleName() == "Chưa đủ số (cần 6)"
    assert "chưa đủ số" in part.round.told.toolTip()
    assert not part.round.close_round.isEnabled()


def test_tellers_are_typed_with_their_positions(part: VotePart) -> None:
    round_id = opened(part)
    part.round.show_view("people")
    model = part.round.people.teller_model
    assert model.setData(model.index(0, 1), "Bùi Thanh Tâm")
    (teller,) = part.desk.context.votes.round(round_id).tellers
    assert (teller.name, teller.position) == ("Bùi Thanh Tâm", "Giáo viên")


def test_a_conflict_that_was_found_can_be_handled_otherwise_or_removed(part: VotePart) -> None:
    round_id = opened(part)
    part.round.show_view("conflicts")
    votes, pane = part.desk.context.votes, part.round.conflicts
    assert pane.held_model.index(0, 3).data() == "chính người được xét"
    handling = "không bỏ phiếu, vẫn tính trong tổng số"
    assert pane.held_model.setData(pane.held_model.index(0, 4), handling)
    assert votes.round(round_id).held_back[0].handling is Handling.ABSTAINS
    pane.held.selectRow(0)
    pane.held.remove_rows()
    assert votes.round(round_id).held_back == ()


def test_a_conflict_told_by_hand_waits_until_it_names_both(part: VotePart) -> None:
    round_id = opened(part)
    part.round.show_view("conflicts")
    votes, model = part.desk.context.votes, part.round.conflicts.held_model
    row = len(model.items)
    assert model.setData(model.index(row, 1), "Ngô Thị Mai")
    assert len(votes.round(round_id).held_back) == row
    assert model.setData(model.index(row, 2), "Lý Thu An (Chiến sĩ thi đua cơ sở)")
    held = votes.round(round_id).held_back[-1]
    assert held.conflict is Conflict.OTHER
    assert len(model.items) == row + 1


def test_relatives_are_entered_and_found_again(part: VotePart) -> None:
    round_id = opened(part)
    part.round.show_view("conflicts")
    context, model = part.desk.context, part.round.conflicts.relative_model
    assert model.setData(model.index(0, 1), "Trần Quốc Bảo")
    assert model.setData(model.index(0, 2), "Lý Thu An")
    assert model.setData(model.index(0, 3), "vợ chồng")
    (pair,) = context.relatives.relatives()
    assert (pair.person, pair.other, pair.kind) == ("Trần Quốc Bảo", "Lý Thu An", "vợ chồng")
    part.round.conflicts.again.click()
    kinds = [one.conflict for one in context.votes.round(round_id).held_back]
    assert kinds.count(Conflict.RELATIVE) == 2
    part.round.conflicts.relatives.selectRow(0)
    part.round.conflicts.relatives.remove_rows()
    assert context.relatives.relatives() == ()


def test_every_rule_is_shown_with_its_source(part: VotePart) -> None:
    opened(part)
    part.round.show_view("rules")
    said = part.round.rules.said
    assert len(said) == 4
    assert all("Quy chế" in one for one in said)
    assert any("cần 7 / 9 phiếu đồng ý" in one for one in said)


# --- locking ---


def test_a_locked_round_is_a_snapshot_and_is_asked_for_once(
    part: VotePart, recorder: Recorder, year: VoteYear
) -> None:
    round_id = opened(part)
    agree(part)
    recorder.answer = False
    part.round.close_round.click()
    assert not part.desk.context.votes.round(round_id).is_closed
    recorder.answer = True
    part.round.close_round.click()
    assert recorder.questions[0].dangerous
    assert part.desk.context.votes.round(round_id).is_closed
    assert not part.round.close_round.isVisible()
    model = part.round.count.model
    assert not model.index(0, YES).flags() & Qt.ItemFlag.ItemIsEditable
    assert all(field.isReadOnly() for field in part.round.count.fields.values())
    outcomes = [one.outcome for one in part.desk.context.nominations.nominations(YEAR)]
    assert outcomes == [
        VoteOutcome.PASSED,
        VoteOutcome.NOT_PASSED,
        VoteOutcome.PASSED,
        VoteOutcome.PASSED,
    ]
    assert part.nominees.model.index(1, 2).data() == "Không đạt"


def test_a_correction_is_a_new_round_with_a_reason(
    part: VotePart, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = opened(part)
    agree(part)
    part.round.close_round.click()

    def answer(dialog: ReasonDialog) -> int:
        dialog.text.setPlainText("Đếm sót một phiếu")
        return ReasonDialog.DialogCode.Accepted

    monkeypatch.setattr(ReasonDialog, "exec", answer)
    part.round.correct.click()
    assert part.round_id != first
    assert "Đếm sót một phiếu" in part.round.reason.text()
    assert part.round.count.model.index(0, YES).data() == "8"
    assert part.round.close_round.isEnabled()
    part._choose_round(first)
    assert not part.round.correct.isVisible()
    assert part.round.chip.accessibleName() == "Đã có vòng sửa"


def test_an_open_round_is_removed_and_brought_back(part: VotePart, recorder: Recorder) -> None:
    round_id = opened(part)
    part.round.remove.click()
    assert part.round_id is None
    assert part.empty.isVisible()
    assert recorder.last_act is not None
    recorder.last_act()
    assert part.round_id == round_id


# --- documents ---


def test_documents_are_drafted_for_the_round_and_the_meeting(
    part: VotePart, context: AppContext, recorder: Recorder
) -> None:
    places: list[Place] = []
    part.place_wanted.connect(places.append)
    opened(part)
    actions = {one.text(): one for one in part.paper.menu().actions()}
    actions["Phiếu bầu"].trigger()
    assert places[-1].page == "papers"
    actions["Biên bản kiểm phiếu"].trigger()
    assert "chưa chốt" in recorder.errors[-1].message
    agree(part)
    part.round.close_round.click()
    for words in ("Biên bản kiểm phiếu", "Biên bản họp xét", "Thông báo công khai kết quả"):
        before = len(places)
        next(one for one in part.paper.menu().actions() if one.text() == words).trigger()
        assert len(places) == before + 1, recorder.errors
    kinds = {one.kind for one in context.papers.papers()}
    assert {"phieu-bau", "bien-ban-kiem-phieu", "bien-ban-hop-xet"} <= kinds


# --- little room ---


def test_in_a_narrow_window_one_side_is_shown_at_a_time(
    qtbot: QtBot, desk: Desk, year: VoteYear
) -> None:
    round_id = counted(desk.context, year)
    part = VotePart(desk)
    qtbot.addWidget(part)
    part.resize(700, 480)
    part.show_period(desk.context.years.period(2025))
    part.show()
    assert part.nominees.isVisible()
    part.rounds.rounds.chosen.emit(round_id)
    assert part.round.isVisible()
    assert not part.nominees.isVisible()
    part.round.to_list.click()
    assert part.nominees.isVisible()
    assert not part.round.isVisible()


def test_the_page_of_awards_leads_here(qtbot: QtBot, desk: Desk, year: VoteYear) -> None:
    page = AwardsPage(desk)
    qtbot.addWidget(page)
    page.show_year(2025)
    page.show_place(Place("awards", "vote", year.nominations[1]))
    assert isinstance(page.part, VotePart)
    assert [one.id for one in page.part.nominees.chosen()] == [year.nominations[1]]
