"""The page of initiatives: written, scored like a sheet, compared, recognised, used, exported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog

from tdkt_desktop.services.demo import SAMPLE_SCHOOL
from tdkt_desktop.services.initiative_views import InitiativeState, Recognition
from tdkt_desktop.services.record_views import AwardUse
from tdkt_desktop.services.scoring_views import ScoreOutcome
from tdkt_desktop.ui.page import Place
from tdkt_desktop.ui.pages.initiatives import criteria_dialog, dialogs, round_dialog
from tdkt_desktop.ui.pages.initiatives.head import LEDGER, SCORING, WORKS
from tdkt_desktop.ui.pages.initiatives.page import InitiativesPage
from tdkt_desktop.ui.pages.initiatives.works_model import REACH_COLUMN, SCORE_COLUMN
from tests.support.initiative_year import (
    READING,
    YEAR,
    add_initiative_year,
    score,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tdkt_desktop.ui.desk import Desk
    from tests.ui.conftest import Chosen, Opened, Recorder

TOTALS = {"Rèn ": (80.0, 84.0, 88.0), "Vườn": (60.0, 62.0, 64.0)}


@pytest.fixture
def ids(desk: Desk) -> dict[str, int]:
    desk.context.school.save(SAMPLE_SCHOOL)
    return add_initiative_year(desk.context)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, ids: dict[str, int]) -> Iterator[InitiativesPage]:
    made = InitiativesPage(desk)
    unlisten = desk.context.store.on_change(lambda change: made.on_changed(change.touched))
    made.resize(1214, 660)
    made.show_year(2026)
    made.show()
    qtbot.addWidget(made)
    qtbot.waitExposed(made)
    yield made
    unlisten()
    made.shut_down()
    made.hide()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def answer(
    monkeypatch: pytest.MonkeyPatch, kind: type[QDialog], fill: Callable[[Any], object]
) -> None:
    """Let a dialog of a kind be filled in and accepted as soon as it is shown."""

    def run(dialog: Any) -> int:
        fill(dialog)
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(kind, "exec", run)


def titles(page: InitiativesPage) -> list[str]:
    model = page.list.model
    return [model.item(row).title[:4] for row in range(model.rowCount())]


def choose(page: InitiativesPage, *ids: int) -> None:
    page.list._select(list(ids))


# --- the list ---


def test_the_list_shows_score_and_reach_and_is_filtered_without_diacritics(
    page: InitiativesPage, desk: Desk, ids: dict[str, int]
) -> None:
    assert titles(page) == ["Vườn", "Rèn "]
    score(desk.context, ids["round"], TOTALS)
    desk.context.scoring.close(ids["round"])
    given = Recognition("CO_SO", "TINH", "57/QĐ", desk.today(), "Trường")
    desk.context.initiatives.recognise([ids["reading"]], given)
    row = page.list.model.row_of(ids["reading"])
    assert row is not None
    assert page.list.model.index(row, SCORE_COLUMN).data() == "84"
    assert page.list.model.index(row, REACH_COLUMN).data() == "Tỉnh, thành phố"
    page.list.filters.words.setText("pham thu ha doc")
    assert titles(page) == ["Rèn "]
    page.list.filters.words.setText("khong co")
    assert titles(page) == []
    page.list.filters.clear.click()
    state = page.list.filters.state
    state.setCurrentIndex(state.findData(InitiativeState.RECOGNISED.value))
    assert titles(page) == ["Rèn "]


def test_an_empty_year_offers_the_first_step(
    page: InitiativesPage, monkeypatch: pytest.MonkeyPatch, desk: Desk
) -> None:
    page.show_year(2030)
    assert page.list.empty.isVisible()
    assert not page.head.new.isVisible()
    answer(
        monkeypatch,
        dialogs.NewInitiativeDialog,
        lambda dialog: (dialog.title.setPlainText("Thư viện xanh"), dialog.author.setText("Lý An")),
    )
    page.list.empty.button.click()
    assert page.card.initiative_id is not None
    card = desk.context.initiatives.card(page.card.initiative_id)
    assert (card.row.title, card.row.year) == ("Thư viện xanh", "2030-2031")
    assert [(one.name, one.share) for one in card.row.authors] == [("Lý An", 100.0)]


def test_delete_puts_the_chosen_into_the_bin_and_undo_brings_them_back(
    page: InitiativesPage, qtbot: QtBot, recorder: Recorder
) -> None:
    page.list.view.selectAll()
    assert page.list.bulk.isVisible()
    qtbot.keyClick(page.list.view, Qt.Key.Key_Delete)
    assert titles(page) == []
    assert recorder.notes == ["Đã xoá 2 sáng kiến."]
    assert recorder.last_act is not None
    recorder.last_act()
    assert titles(page) == ["Vườn", "Rèn "]


def test_many_are_recognised_by_one_decision(
    page: InitiativesPage, monkeypatch: pytest.MonkeyPatch, desk: Desk, ids: dict[str, int]
) -> None:
    page.list.view.selectAll()

    def fill(dialog: dialogs.RecogniseDialog) -> None:
        assert not dialog.act.isEnabled()
        dialog.number.setText("57/QĐ-THHP")
        assert dialog.act.isEnabled()
        dialog.level.setCurrentIndex(dialog.level.findData("TINH"))

    answer(monkeypatch, dialogs.RecogniseDialog, fill)
    page.list.actions_of_row["recognise"].trigger()
    found = {row.recognition.number for row in desk.context.initiatives.rows()}
    assert found == {"57/QĐ-THHP"}
    assert desk.context.initiatives.row(ids["garden"]).recognition.reach == "TINH"


def test_a_refusal_asks_for_its_reason(
    page: InitiativesPage, monkeypatch: pytest.MonkeyPatch, desk: Desk, ids: dict[str, int]
) -> None:
    choose(page, ids["garden"])
    answer(monkeypatch, dialogs.ReasonDialog, lambda dialog: dialog.reason.setPlainText("Trùng"))
    page.list.actions_of_row["refuse"].trigger()
    assert desk.context.initiatives.row(ids["garden"]).state is InitiativeState.REFUSED
    assert "Trùng" in desk.context.initiatives.card(ids["garden"]).notes


def test_ctrl_n_begins_a_new_one(
    page: InitiativesPage, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, dialogs.NewInitiativeDialog, lambda one: one.title.setPlainText("Thư viện"))
    qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert page.card.view.title.text() == "Thư viện"
    assert desk.context.initiatives.rows()[0].authors == ()


def test_several_are_handed_in_and_taken_back_at_once(
    page: InitiativesPage, desk: Desk, recorder: Recorder
) -> None:
    page.list.view.selectAll()
    page.list.actions_of_row["take_back"].trigger()
    assert {row.state for row in desk.context.initiatives.rows()} == {InitiativeState.DRAFT}
    page.list.actions_of_row["submit"].trigger()
    assert {row.state for row in desk.context.initiatives.rows()} == {InitiativeState.SUBMITTED}
    assert recorder.notes[-1] == "Đã nộp 2 sáng kiến."


# --- the card ---


def test_what_is_written_is_stored_when_the_card_is_left(
    page: InitiativesPage, desk: Desk, ids: dict[str, int], qtbot: QtBot
) -> None:
    page.open_card(ids["garden"])
    content = page.card.view.content
    content.parts["muc-dich"].setPlainText("Để học sinh được trồng và chăm cây.")
    content.field.setText("Khoa học")
    qtbot.keyClick(page.card.view, Qt.Key.Key_Escape)
    assert page.card.initiative_id is None
    card = desk.context.initiatives.card(ids["garden"])
    assert card.parts["muc-dich"] == "Để học sinh được trồng và chăm cây."
    assert card.row.field == "Khoa học"


def test_opening_and_leaving_a_card_stores_nothing(
    page: InitiativesPage, desk: Desk, ids: dict[str, int]
) -> None:
    before = desk.context.history.undo_label
    with desk.context.store.read():
        page.open_card(ids["reading"])
        for tab in range(4):
            page.card.view.turn_to(tab)
        page.show_list()
    assert desk.context.history.undo_label == before


def test_the_authors_are_a_grid_with_a_running_sum(
    page: InitiativesPage, desk: Desk, ids: dict[str, int]
) -> None:
    page.open_card(ids["garden"])
    authors = page.card.view.content.authors
    assert "100%" in authors._sum.text()
    QGuiApplication.clipboard().setText("tran quoc bao\t25")
    authors.grid.go(1, 1)
    authors.grid.paste()
    assert authors.fault() == ("Tỉ lệ đóng góp của các tác giả cộng lại là 125%, phải bằng 100%.")
    page.flush()
    assert len(desk.context.initiatives.row(ids["garden"]).authors) == 1
    authors.share_evenly()
    page.flush()
    stored = desk.context.initiatives.row(ids["garden"]).authors
    assert [(one.name, one.share) for one in stored] == [
        ("Đỗ Văn Lâm", 50.0), ("Trần Quốc Bảo", 50.0),
    ]  # fmt: skip
    assert stored[1].person_id == ids["Trần Quốc Bảo"]


def test_a_share_that_is_no_share_is_told(
    page: InitiativesPage, recorder: Recorder, ids: dict[str, int]
) -> None:
    page.open_card(ids["garden"])
    model = page.card.view.content.authors.model
    model.setData(model.index(0, 2), "nửa")
    assert "lớn hơn 0" in recorder.errors[0].message
    assert model.items[0].share == 100.0


def test_the_card_says_what_the_papers_lack(page: InitiativesPage, ids: dict[str, int]) -> None:
    page.open_card(ids["reading"])
    content = page.card.view.content
    assert "Đã đủ" in content.missing.text()
    content.parts["hieu-qua"].setPlainText("")
    page.flush()
    assert "Hiệu quả" in content.missing.text()


def test_passages_that_an_older_work_has_too_stand_side_by_side(
    page: InitiativesPage, ids: dict[str, int], qtbot: QtBot
) -> None:
    page.open_card(ids["garden"])
    page.card.view.turn_to(2)
    view = page.card.view.similar
    qtbot.waitUntil(lambda: view.works.count() == 1)
    assert "giống" in view.works.item(0).text()
    marked = [
        [one.cursor.selectedText() for one in edit.extraSelections()]
        for edit in (view.own, view.other)
    ]
    assert marked[0] == marked[1]
    assert READING["hieu-qua"].rstrip("%.") in marked[0]
    count = len(marked[0])
    view.go(-1)
    assert f"Đoạn {count} / {count}" in view._place.text()
    view._open()
    assert page.card.initiative_id == ids["reading"]


def test_files_are_added_opened_and_taken_away(
    page: InitiativesPage, desk: Desk, ids: dict[str, int], tmp_path: Path, recorder: Recorder
) -> None:
    page.open_card(ids["reading"])
    chooser: Chosen = desk.chooser  # type: ignore[assignment]
    opener: Opened = desk.opener  # type: ignore[assignment]
    chooser.answer = tmp_path / "khảo sát.pdf"
    chooser.answer.write_bytes(b"%PDF-1.4")
    files = page.card.view.files
    files.acted.emit("add")
    assert [files.model.item(0).file_name] == ["khảo sát.pdf"]
    files.acted.emit("open")
    assert opener.paths[0].read_bytes() == b"%PDF-1.4"
    files.acted.emit("remove")
    assert files.model.rowCount() == 0
    chooser.answer = tmp_path / "chạy.exe"
    chooser.answer.write_bytes(b"MZ")
    files.acted.emit("add")
    files.acted.emit("open")
    assert "không mở thẳng" in recorder.errors[-1].message
    assert len(opener.paths) == 1


def test_a_use_is_noted_in_the_ledger_and_taken_out_again(
    page: InitiativesPage, monkeypatch: pytest.MonkeyPatch, desk: Desk, ids: dict[str, int]
) -> None:
    given = Recognition("CO_SO", "CO_SO", "57/QĐ", desk.today(), "Trường")
    desk.context.initiatives.recognise([ids["reading"]], given)
    page.open_card(ids["reading"])
    answer(monkeypatch, dialogs.UseDialog, lambda dialog: dialog.award.setEditText("CSTDCS"))
    page.card.view.acted.emit("use")
    assert desk.context.initiatives.row(ids["reading"]).used_for == (AwardUse("CSTDCS", YEAR),)
    page.show_view(LEDGER)
    assert page.ledger.model.rowCount() == 1
    page.ledger.filter.setText("không có")
    assert page.ledger.model.rowCount() == 0
    page.ledger.filter.clear()
    page.ledger.release.click()
    assert page.ledger.model.rowCount() == 0
    assert desk.context.initiatives.ledger() == ()


# --- scoring ---


def test_points_are_typed_and_pasted_like_in_a_sheet(
    page: InitiativesPage, desk: Desk, ids: dict[str, int], qtbot: QtBot
) -> None:
    page.show_view(SCORING)
    pane = page.scoring.pane
    grid = pane.grid
    assert grid is not None
    grid.go(0, 2)
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_2)
    editor = QApplication.focusWidget()
    assert editor is not None
    qtbot.keyClicks(editor, "4,5")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    entry = desk.context.scoring.round(ids["round"]).entries[0]
    assert entry.points[0] == {"tinh-moi": 24.5}
    assert grid.row == 1
    QGuiApplication.clipboard().setText("25\t30\t20\t9\n26\t31\t21\t8\n\t\t\t\n20\t28\t19\t7,5")
    grid.go(0, 2)
    grid.paste()
    entry = desk.context.scoring.round(ids["round"]).entries[0]
    assert [mark.total for mark in entry.result.marks] == [84.0, 86.0, None, 74.5]
    assert "Trung bình 81,5" in pane.figures.text()
    desk.context.history.undo()
    entry = desk.context.scoring.round(ids["round"]).entries[0]
    assert [mark.total for mark in entry.result.marks] == [None, None, None, None]


@pytest.mark.parametrize(
    ("row", "typed", "told"),
    [(0, "31", "từ 0 đến 30"), (0, "cao", "không phải điểm"), (2, "20", "là tác giả")],
)
def test_points_that_cannot_be_are_told_and_not_stored(
    page: InitiativesPage, desk: Desk, ids: dict[str, int], recorder: Recorder,
    row: int, typed: str, told: str,
) -> None:  # fmt: skip
    page.show_view(SCORING)
    page.scoring.pane.model.setData(page.scoring.pane.model.index(row, 2), typed)
    assert told in recorder.errors[0].message
    assert desk.context.scoring.round(ids["round"]).entries[0].points == {}


def test_the_sheet_shows_who_is_an_author_and_who_stands_far_off(
    page: InitiativesPage, desk: Desk, ids: dict[str, int]
) -> None:
    score(desk.context, ids["round"], {**TOTALS, "Rèn ": (85.0, 87.0, 60.0)})
    page.show_view(SCORING)
    model = page.scoring.pane.model
    lines = [
        [str(model.index(row, column).data()) for column in range(1, model.columnCount())]
        for row in range(model.rowCount())
    ]
    assert lines[2][0] == "Phạm Thu Hà\nTác giả, không chấm"
    assert lines[3][-2] == "xa −26"
    assert "chênh 27" in page.scoring.pane.figures.text()


def test_a_round_is_closed_after_a_question_and_then_locked(
    page: InitiativesPage, desk: Desk, ids: dict[str, int], recorder: Recorder
) -> None:
    page.show_view(SCORING)
    page.scoring.close_round.click()
    assert "Chưa ai chấm" in recorder.errors[0].message
    score(desk.context, ids["round"], TOTALS)
    page.scoring.close_round.click()
    assert len(recorder.questions) == 2
    view = desk.context.scoring.round(ids["round"])
    assert view.is_closed
    assert [one.outcome for one in view.entries] == [ScoreOutcome.PASSED, ScoreOutcome.NOT_PASSED]
    model = page.scoring.pane.model
    assert not model.flags(model.index(0, 2)) & Qt.ItemFlag.ItemIsEditable
    assert not page.scoring.close_round.isVisible()
    assert page.scoring.correct.isVisible()


def test_a_closed_round_is_done_again_with_a_reason(
    page: InitiativesPage, desk: Desk, ids: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    score(desk.context, ids["round"], TOTALS)
    desk.context.scoring.close(ids["round"])
    page.show_view(SCORING)
    answer(
        monkeypatch, dialogs.ReasonDialog, lambda dialog: dialog.reason.setPlainText("Cộng nhầm")
    )
    page.scoring.correct.click()
    assert page.scoring.current is not None
    assert page.scoring.current.corrects == ids["round"]
    assert "Cộng nhầm" in page.scoring._facts.text()


def test_what_passed_is_recognised_from_the_round(
    page: InitiativesPage, desk: Desk, ids: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    score(desk.context, ids["round"], TOTALS)
    desk.context.scoring.close(ids["round"])
    page.show_view(SCORING)
    answer(monkeypatch, dialogs.RecogniseDialog, lambda dialog: dialog.number.setText("57/QĐ"))
    page.scoring.recognise.click()
    states = {row.title[:4]: row.state for row in desk.context.initiatives.rows()}
    assert states == {"Rèn ": InitiativeState.RECOGNISED, "Vườn": InitiativeState.SCORED}


def test_a_conclusion_against_the_average_is_told_to_need_a_reason(
    page: InitiativesPage, desk: Desk, ids: dict[str, int], recorder: Recorder
) -> None:
    score(desk.context, ids["round"], TOTALS)
    page.show_view(SCORING)
    pane = page.scoring.pane
    pane.outcome.setCurrentIndex(pane.outcome.findData(ScoreOutcome.NOT_PASSED.value))
    pane.outcome.activated.emit(pane.outcome.currentIndex())
    assert "lý do" in recorder.errors[0].message
    assert pane.outcome.currentData() == ScoreOutcome.OPEN.value
    pane.words.setText("Trùng năm trước")
    pane.outcome.setCurrentIndex(pane.outcome.findData(ScoreOutcome.NOT_PASSED.value))
    pane.outcome.activated.emit(pane.outcome.currentIndex())
    entry = desk.context.scoring.round(ids["round"]).entries[0]
    assert (entry.outcome, entry.conclusion) == (ScoreOutcome.NOT_PASSED, "Trùng năm trước")


def test_a_new_round_takes_who_is_ticked(
    page: InitiativesPage, desk: Desk, ids: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    page.show_view(SCORING)

    def fill(dialog: round_dialog.RoundDialog) -> None:
        dialog.judges.item(3).setCheckState(Qt.CheckState.Unchecked)
        dialog.works.item(0).setCheckState(Qt.CheckState.Unchecked)
        dialog.starts.setText("8:00")

    answer(monkeypatch, round_dialog.RoundDialog, fill)
    page.scoring.open.click()
    view = page.scoring.current
    assert view is not None
    assert view.id != ids["round"]
    assert len(view.judges) == 3
    assert [entry.initiative.id for entry in view.entries] == [ids["reading"]]


def test_without_a_council_the_person_is_led_to_make_one(
    page: InitiativesPage, desk: Desk, ids: dict[str, int], recorder: Recorder, qtbot: QtBot
) -> None:
    desk.context.councils.throw_away(ids["council"])
    with qtbot.waitSignal(page.place_wanted) as told:
        page.round_acts.open(YEAR)
    assert told.args == [Place("councils")]
    assert "chưa có hội đồng" in recorder.questions[0].text


def test_chosen_ones_join_the_open_round(
    page: InitiativesPage, desk: Desk, ids: dict[str, int], recorder: Recorder
) -> None:
    entry = desk.context.scoring.round(ids["round"]).entries[1]
    desk.context.scoring.take_from_round([entry.id])
    choose(page, ids["garden"])
    recorder.way = 0
    page.list.actions_of_row["round"].trigger()
    assert len(desk.context.scoring.round(ids["round"]).entries) == 2


def test_the_criteria_are_edited_as_a_grid(page: InitiativesPage, desk: Desk, qtbot: QtBot) -> None:
    dialog = criteria_dialog.CriteriaDialog(desk, page)
    dialog.model.setData(dialog.model.index(0, 2), "20")
    assert dialog._sum.text() == "Tổng điểm: 90"
    dialog.mark.setText("95")
    assert not dialog.act.isEnabled()
    dialog.mark.setText("60")
    dialog.model.setData(dialog.model.index(4, 1), "Sức lan toả")
    dialog.act.click()
    sheet = desk.context.scoring.sheet
    assert [one.name for one in sheet.criteria][-1] == "Sức lan toả"
    assert (sheet.full_marks, sheet.pass_mark) == (100.0, 60.0)
    dialog.deleteLater()
    again = criteria_dialog.CriteriaDialog(desk, page)
    again.reset.click()
    assert desk.context.scoring.sheet.criteria[0].max == 30.0
    again.deleteLater()


# --- on paper ---


def test_every_paper_is_written_from_its_button(
    page: InitiativesPage, desk: Desk, ids: dict[str, int], tmp_path: Path, qtbot: QtBot
) -> None:
    score(desk.context, ids["round"], TOTALS)
    chooser: Chosen = desk.chooser  # type: ignore[assignment]

    def written(name: str, act: Callable[[], object]) -> bytes:
        chooser.answer = tmp_path / name
        act()
        qtbot.waitUntil(lambda: (tmp_path / name).exists(), timeout=60_000)
        return (tmp_path / name).read_bytes()

    page.open_card(ids["reading"])
    for key in ("request-word", "request-pdf", "report-word", "report-pdf", "decision-pdf"):
        magic = b"PK" if key.endswith("word") else b"%PDF"
        name = f"{key}.docx" if key.endswith("word") else f"{key}.pdf"
        assert written(name, lambda k=key: page.card.view.acted.emit(k)).startswith(magic)
    page.show_view(SCORING)
    for key in ("sheets-word", "sheets-pdf", "minutes-word", "minutes-pdf"):
        magic = b"PK" if key.endswith("word") else b"%PDF"
        name = f"{key}.docx" if key.endswith("word") else f"{key}.pdf"
        action = page.scoring.round_actions[key]
        assert written(name, action.trigger).startswith(magic)


def test_a_place_of_the_page_is_shown(
    page: InitiativesPage, ids: dict[str, int], desk: Desk
) -> None:
    page.show_place(Place("initiatives", "initiative", ids["garden"]))
    assert page.card.initiative_id == ids["garden"]
    page.show_place(Place("initiatives", "round", ids["round"]))
    assert page.scoring.current is not None
    assert page.scoring.current.id == ids["round"]
    page.show_place(Place("initiatives", WORKS))
    assert page.list.isVisible()
    page.open_card(ids["garden"])
    desk.context.initiatives.throw_away([ids["garden"]])
    assert page.card.initiative_id is None
