"""The page of the year's work: the table, the filter, acts on several rows, files, reports."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QSpinBox, QWidget
from work_page import end_page, fill_school, live_page, row_named, shown_page, work_desk

from tdkt_desktop.services.movements import MovementFacts
from tdkt_desktop.services.task_views import TaskRole, TaskState
from tdkt_desktop.services.tasks import TaskReport, TaskWords
from tdkt_desktop.services.work_views import Lateness, WorkFilter
from tdkt_desktop.ui.page import Place
from tdkt_desktop.ui.pages.work.add_task import AddTaskDialog
from tdkt_desktop.ui.pages.work.columns import PLACES, Cell
from tdkt_desktop.ui.pages.work.grouping import Grouping
from tdkt_desktop.ui.pages.work.head import WorkView
from tdkt_desktop.ui.pages.work.party_picker import PartyPicker
from tdkt_desktop.ui.pages.work.report_dialog import ReportDialog
from tdkt_desktop.ui.pages.work.small_dialogs import DueDialog, ReasonDialog
from tdkt_desktop.ui.pages.work.task_bin import TaskBin
from tests.support.year_of_work import DAY, PERIOD, plan_of, row, rows_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from conftest import Recorder
    from pytestqt.qtbot import QtBot
    from window_desk import ChosenFiles, OpenedThings

    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.services.task_views import TaskView
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.pages.work.page import WorkPage
    from tdkt_desktop.ui.theme.theme import Theme

LATE = "Họp Hội đồng đầu năm"


@pytest.fixture
def desk(context: AppContext, theme: Theme, recorder: Recorder, tmp_path: Path) -> Desk:
    return work_desk(context, theme, recorder, tmp_path)


@pytest.fixture
def people(context: AppContext) -> dict[str, int]:
    return fill_school(context)


@pytest.fixture
def page(qapp: QApplication, desk: Desk, people: dict[str, int]) -> Iterator[WorkPage]:
    with live_page(desk) as made:
        yield made


def titles(page: WorkPage) -> list[str]:
    model = page.table.model
    entries = (model.entry(place) for place in range(model.rowCount()))
    return [one.row.whole.title for one in entries if one.row is not None and not one.part]


def choose(page: WorkPage, *wanted: str) -> list[TaskView]:
    """Choose the rows of titles in the table."""
    table = page.table.table
    table.clearSelection()
    for title in wanted:
        place = page.table.model.place_of(row_named(page, title).task.id)
        assert place is not None
        selection = table.selectionModel()
        index = page.table.model.index(place, PLACES[Cell.TITLE])
        selection.setCurrentIndex(
            index, selection.SelectionFlag.Select | selection.SelectionFlag.Rows
        )
    return table.tasks()


def cell(page: WorkPage, title: str, which: Cell) -> None:
    """Bring a cell into turn."""
    place = page.table.model.place_of(row_named(page, title).task.id)
    assert place is not None
    page.table.table.setCurrentIndex(page.table.model.index(place, PLACES[which]))


def enter(editor: QWidget) -> None:
    """End the typing in a cell; the view takes it when the key is done with."""
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()


def answer(
    monkeypatch: pytest.MonkeyPatch, dialog: type, act: Callable[..., object], *, ok: bool = True
) -> None:
    """Let a dialog be filled in and closed as a person would."""

    def fill(self: object) -> int:
        act(self)
        return int(ok)

    monkeypatch.setattr(dialog, "exec", fill)


# --- what is shown ---


def test_the_table_shows_the_rows_of_the_plan_in_quarters(page: WorkPage) -> None:
    model = page.table.model
    heads = [str(model.index(place, 0).data()) for place in model.groups()]
    assert heads[0] == "Quý III/2026 · 0 / 2 xong · 2 trễ"
    assert heads[-1].startswith("Việc lặp lại")
    assert titles(page) == [
        "Khai giảng, phát động thi đua",
        "Họp Hội đồng đầu năm",
        "Thao giảng vòng một",
        "Nộp hồ sơ",
        "Cập nhật minh chứng",
    ]


def test_heads_fold_by_hand_and_by_keys(page: WorkPage) -> None:
    table = page.table.table
    box = table.visualRect(page.table.model.index(0, 0))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert "Khai giảng, phát động thi đua" not in titles(page)
    QTest.keyClick(table, Qt.Key.Key_Right)
    assert "Khai giảng, phát động thi đua" in titles(page)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert "Khai giảng, phát động thi đua" not in titles(page)


def test_a_recurring_row_opens_to_all_its_times(page: WorkPage) -> None:
    before = page.table.model.rowCount()
    cell(page, "Cập nhật minh chứng", Cell.TITLE)
    tip = page.table.table.currentIndex().data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "Cập nhật minh chứng\nĐã làm 0/12 lần; 2 lần đã qua chưa xong."
    QTest.keyClick(page.table.table, Qt.Key.Key_Right)
    assert page.table.model.rowCount() == before + 12
    QTest.keyClick(page.table.table, Qt.Key.Key_Left)
    assert page.table.model.rowCount() == before


def test_a_click_on_a_head_orders_within_the_groups(page: WorkPage) -> None:
    page.table.grouping.setCurrentIndex(page.table.grouping.findData(Grouping.NONE.value))
    head = page.table.table.horizontalHeader()
    head.sectionClicked.emit(PLACES[Cell.TITLE])
    assert titles(page)[0] == "Cập nhật minh chứng"
    head.sectionClicked.emit(PLACES[Cell.TITLE])
    assert titles(page)[0] == "Thao giảng vòng một"
    head.sectionClicked.emit(PLACES[Cell.TITLE])
    assert titles(page)[0] == "Khai giảng, phát động thi đua"


@pytest.mark.parametrize("grouping", list(Grouping))
def test_every_grouping_shows_every_row_once(page: WorkPage, grouping: Grouping) -> None:
    page.table.grouping.setCurrentIndex(page.table.grouping.findData(grouping.value))
    assert sorted(titles(page)) == sorted(row.whole.title for row in page.rows)


def test_columns_are_chosen_and_remembered(page: WorkPage, desk: Desk) -> None:
    place = PLACES[Cell.RESULT]
    assert page.table.table.isColumnHidden(place)
    menu = page.table.table.column_menu()
    next(one for one in menu.actions() if one.text() == "Kết quả").trigger()
    assert not page.table.table.isColumnHidden(place)
    page.shut_down()
    again = shown_page(desk)
    assert not again.table.table.isColumnHidden(place)
    end_page(again)


def test_where_there_is_little_room_columns_give_way_and_come_back(page: WorkPage) -> None:
    table = page.table.table
    page.resize(700, 600)
    QApplication.processEvents()
    assert table.isColumnHidden(PLACES[Cell.EXECUTOR])
    assert not table.isColumnHidden(PLACES[Cell.STATE])
    page.resize(1300, 700)
    QApplication.processEvents()
    assert not table.isColumnHidden(PLACES[Cell.EXECUTOR])
    assert table.hidden_count() == 3


# --- the filter ---


def test_the_chips_count_and_keep_what_is_late_and_what_comes(page: WorkPage) -> None:
    assert page.filter.late.text() == "Quá hạn  4"
    assert page.filter.soon.text() == "14 ngày tới  1"
    page.filter.late.click()
    assert "Nộp hồ sơ" not in titles(page)
    page.filter.soon.click()
    assert titles(page) == ["Nộp hồ sơ"]
    assert not page.filter.late.isChecked()
    page.filter.clear.click()
    assert len(titles(page)) == 5


def test_words_are_found_without_diacritics(page: WorkPage, qtbot: QtBot) -> None:
    QTest.keyClicks(page.filter.words, "thao giang")
    qtbot.waitUntil(lambda: titles(page) == ["Thao giảng vòng một"])


def test_a_person_is_found_and_in_one_part_of_the_work(
    page: WorkPage, people: dict[str, int]
) -> None:
    combo = page.filter.person
    assert not page.filter.role.isVisibleTo(page)
    combo.setCurrentIndex(combo.findData(people["Lê Thị Minh Nguyệt"]))
    assert titles(page) == ["Khai giảng, phát động thi đua", "Nộp hồ sơ"]
    page.filter.role.setCurrentIndex(page.filter.role.findData(TaskRole.EXECUTOR))
    assert page.empty.isVisible()
    page.empty.nothing.button.click()
    assert len(titles(page)) == 5


def test_the_filter_is_over_all_views_and_remembered(
    page: WorkPage, desk: Desk, people: dict[str, int]
) -> None:
    wanted = WorkFilter(lateness=Lateness.SOON, person_id=people["Lê Thị Minh Nguyệt"])
    page.filter.set_value(wanted)
    page.head.view_chosen.emit(WorkView.BOARD.value)
    assert [row.whole.title for row in page.shown] == ["Nộp hồ sơ"]
    counts = [column.list.cards.rowCount() for column in page.board.columns.values()]
    assert counts == [1, 0, 0, 0, 0]
    page.shut_down()
    again = shown_page(desk)
    assert again.view is WorkView.BOARD
    assert again.filter.value() == wanted
    assert [row.whole.title for row in again.shown] == ["Nộp hồ sơ"]
    end_page(again)


# --- changing cells ---


def test_f2_changes_the_progress_and_puts_the_task_under_way(page: WorkPage) -> None:
    cell(page, "Nộp hồ sơ", Cell.PROGRESS)
    QTest.keyClick(page.table.table, Qt.Key.Key_F2)
    editor = page.table.table.findChild(QSpinBox)
    assert editor is not None
    editor.setValue(40)
    enter(editor)
    found = row_named(page, "Nộp hồ sơ").task
    assert (found.progress, found.state) == (40, TaskState.IN_PROGRESS)


def test_f2_changes_the_due_and_keeps_the_words_of_the_plan(
    page: WorkPage, recorder: Recorder
) -> None:
    cell(page, "Nộp hồ sơ", Cell.ENDS_ON)
    QTest.keyClick(page.table.table, Qt.Key.Key_F2)
    editor = page.table.table.findChild(QLineEdit)
    assert editor is not None
    editor.setText("10/12")
    enter(editor)
    found = row_named(page, "Nộp hồ sơ").task
    assert (found.ends_on, found.due) == (date(2026, 12, 10), "Trước ngày 05/12/2026")
    recorder.last_act()  # type: ignore[misc] # the note offers to take it back
    assert row_named(page, "Nộp hồ sơ").task.ends_on == date(2026, 12, 5)


def test_a_day_that_no_calendar_has_is_told_and_nothing_changes(
    page: WorkPage, recorder: Recorder
) -> None:
    cell(page, "Nộp hồ sơ", Cell.ENDS_ON)
    QTest.keyClick(page.table.table, Qt.Key.Key_F2)
    editor = page.table.table.findChild(QLineEdit)
    assert editor is not None
    editor.setText("31/11/2026")
    enter(editor)
    assert "31/11/2026" in recorder.errors[0].message
    assert row_named(page, "Nộp hồ sơ").task.ends_on == date(2026, 12, 5)


def test_the_state_is_chosen_where_it_stands(page: WorkPage, qtbot: QtBot) -> None:
    cell(page, "Nộp hồ sơ", Cell.STATE)
    QTest.keyClick(page.table.table, Qt.Key.Key_F2)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(one for one in menu.actions() if one.data() == TaskState.WAITING.value).trigger()
    menu.close()
    assert row_named(page, "Nộp hồ sơ").task.state is TaskState.WAITING


def test_done_asks_quietly_for_result_and_day(page: WorkPage) -> None:
    page.acts.set_state([row_named(page, "Nộp hồ sơ").task], TaskState.DONE)
    bar = page.done_bar
    assert bar.isVisible()
    assert row_named(page, "Nộp hồ sơ").task.done_on == DAY
    bar.result.setText("Đã nộp đủ 12 hồ sơ.")
    bar.day.setText("19/11")
    QTest.keyClick(bar.result, Qt.Key.Key_Return)
    found = row_named(page, "Nộp hồ sơ").task
    assert (found.result, found.done_on) == ("Đã nộp đủ 12 hồ sơ.", date(2026, 11, 19))
    assert not bar.isVisible()


def test_dropped_asks_for_the_reason_first(page: WorkPage, monkeypatch: pytest.MonkeyPatch) -> None:
    task = row_named(page, "Nộp hồ sơ").task
    answer(monkeypatch, ReasonDialog, lambda _dialog: None, ok=False)
    assert not page.acts.set_state([task], TaskState.DROPPED)
    assert row_named(page, "Nộp hồ sơ").task.state is TaskState.NOT_STARTED

    def fill(dialog: ReasonDialog) -> None:
        assert not dialog.act.isEnabled()
        dialog.edit.setPlainText("Phường hoãn.")
        assert dialog.act.isEnabled()

    answer(monkeypatch, ReasonDialog, fill)
    assert page.acts.set_state([task], TaskState.DROPPED)
    found = row_named(page, "Nộp hồ sơ").task
    assert (found.state, found.reason) == (TaskState.DROPPED, "Phường hoãn.")


# --- several rows ---


def test_several_rows_are_changed_as_one_step(page: WorkPage, context: AppContext) -> None:
    choose(page, LATE, "Nộp hồ sơ")
    assert page.table.bar.isVisible()
    page.table.bar.wanted.emit("state", TaskState.IN_PROGRESS.value)
    states = {row_named(page, title).task.state for title in (LATE, "Nộp hồ sơ")}
    assert states == {TaskState.IN_PROGRESS}
    context.history.undo()
    states = {row_named(page, title).task.state for title in (LATE, "Nộp hồ sơ")}
    assert states == {TaskState.NOT_STARTED}


def test_several_dues_move_together_and_keep_their_length(
    page: WorkPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(page, "Thao giảng vòng một", "Nộp hồ sơ")
    answer(monkeypatch, DueDialog, lambda dialog: dialog.edit.setText("15/12/2026"))
    page.table.bar.wanted.emit("due", "")
    long, short = row_named(page, "Thao giảng vòng một").task, row_named(page, "Nộp hồ sơ").task
    assert (long.starts_on, long.ends_on) == (date(2026, 12, 4), date(2026, 12, 15))
    assert (short.starts_on, short.ends_on) == (None, date(2026, 12, 15))


def test_several_rows_are_given_to_people_groups_and_bodies_outside(
    page: WorkPage, people: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(dialog: PartyPicker) -> None:
        QTest.keyClicks(dialog.search, "khanh ha")
        QTest.keyClick(dialog.search, Qt.Key.Key_Return)
        QTest.keyClicks(dialog.search, "to 2")
        QTest.keyClick(dialog.search, Qt.Key.Key_Return)
        dialog.bodies.setPlainText("Công an phường\n\n Đoàn phường ")

    answer(monkeypatch, PartyPicker, fill)
    choose(page, LATE, "Nộp hồ sơ")
    page.table.bar.wanted.emit("role", TaskRole.COORDINATOR.value)
    for title in (LATE, "Nộp hồ sơ"):
        parties = row_named(page, title).task.parties
        names = [one.name for one in parties if one.role is TaskRole.COORDINATOR]
        assert names == ["Vũ Thị Khánh Hạ", "Tổ 2", "Công an phường", "Đoàn phường"]


def test_the_picker_starts_from_who_has_the_part_now(
    page: WorkPage, desk: Desk, qtbot: QtBot, people: dict[str, int]
) -> None:
    task = row_named(page, "Nộp hồ sơ").task
    dialog = PartyPicker(desk, [task], TaskRole.LEAD)
    qtbot.addWidget(dialog)
    assert dialog.choice().persons == (people["Lê Thị Minh Nguyệt"],)
    dialog.search.setText("khong co ai ten nay")
    assert dialog.choice().persons == (people["Lê Thị Minh Nguyệt"],)


def test_ctrl_d_fills_down_the_column_in_turn(page: WorkPage) -> None:
    page.acts.report([row_named(page, LATE).task], TaskReport(progress=70))
    tasks = choose(page, LATE, "Thao giảng vòng một", "Nộp hồ sơ")
    assert tasks[0].title == LATE
    index = page.table.model.index(page.table.table.currentIndex().row(), PLACES[Cell.PROGRESS])
    selection = page.table.table.selectionModel()
    selection.setCurrentIndex(index, selection.SelectionFlag.NoUpdate)
    QTest.keyClick(page.table.table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert {row_named(page, one.title).task.progress for one in tasks} == {70}


def test_boxes_choose_rows_and_escape_lets_go(page: WorkPage) -> None:
    table, model = page.table.table, page.table.model
    for place in (1, 2):
        box = table.visualRect(model.index(place, 0))
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert len(table.tasks()) == 2
    QTest.keyClick(table, Qt.Key.Key_Escape)
    assert len(table.tasks()) == 1
    assert not page.table.bar.isVisible()


def test_chosen_rows_are_copied_for_a_sheet(page: WorkPage) -> None:
    choose(page, LATE, "Nộp hồ sơ")
    QTest.keySequence(page.table.table, QKeySequence.StandardKey.Copy)
    lines = QApplication.clipboard().text().splitlines()
    assert len(lines) == 3
    assert "Nộp hồ sơ\tHiệu trưởng\tTổ Văn phòng" in lines[2]


def test_a_task_of_the_plan_is_not_removed_but_may_be_dropped(
    page: WorkPage, recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, ReasonDialog, lambda dialog: dialog.edit.setPlainText("Đã hoãn."))
    choose(page, "Nộp hồ sơ")
    QTest.keyClick(page.table.table, Qt.Key.Key_Delete)
    assert "việc trong kế hoạch" in recorder.questions[0].text
    assert row_named(page, "Nộp hồ sơ").task.state is TaskState.DROPPED


# --- new tasks, the bin ---


def test_a_task_is_added_during_the_year_and_removed_and_brought_back(
    page: WorkPage, recorder: Recorder, monkeypatch: pytest.MonkeyPatch, desk: Desk, qtbot: QtBot
) -> None:
    def fill(dialog: AddTaskDialog) -> None:
        assert not dialog.act.isEnabled()
        dialog.titled.setText("Thăm mô hình mới")
        dialog.due.setText("Tháng 3/2027")
        dialog.act.click()

    answer(monkeypatch, AddTaskDialog, fill)
    page.head.add.click()
    task = row_named(page, "Thăm mô hình mới").task
    assert (task.added, task.ends_on) == (True, date(2027, 3, 31))
    assert page.table.table.tasks() == [task]
    QTest.keyClick(page.table.table, Qt.Key.Key_Delete)
    assert "Thăm mô hình mới" not in titles(page)
    dialog = TaskBin(desk)
    qtbot.addWidget(dialog)
    dialog.act.click()
    assert "Thăm mô hình mới" in titles(page)
    assert dialog.model.rowCount() == 0


def test_a_due_that_cannot_be_is_told_beside_its_field(
    page: WorkPage, desk: Desk, qtbot: QtBot
) -> None:
    dialog = AddTaskDialog(desk, PERIOD, ())
    qtbot.addWidget(dialog)
    dialog.titled.setText("Việc mới")
    dialog.due.setText("Ngày 31/11/2026")
    dialog.act.click()
    assert dialog.task_id is None
    assert "31/11/2026" in dialog.due.accessibleDescription()
    dialog.due.setText("Hằng tuần")
    assert "lặp lại" in dialog.due.accessibleDescription()


def test_words_of_an_added_task_are_changed(
    page: WorkPage, context: AppContext, desk: Desk, qtbot: QtBot
) -> None:
    task_id = context.tasks.add(TaskWords("Việc mới"), PERIOD)
    task = context.tasks.task(task_id).task
    dialog = AddTaskDialog(desk, PERIOD, (), None, task)
    qtbot.addWidget(dialog)
    dialog.titled.setText("Việc khác")
    dialog.act.click()
    assert "Việc khác" in titles(page)


# --- movements, files, reports, other pages ---


def test_rows_join_a_movement_and_are_found_by_it(page: WorkPage, context: AppContext) -> None:
    movement = context.movements.add(MovementFacts("Dạy tốt, học tốt"), PERIOD)
    choose(page, LATE, "Nộp hồ sơ")
    page.table.bar.wanted.emit("movement", str(movement))
    page.filter.movement.setCurrentIndex(page.filter.movement.findData(movement))
    assert titles(page) == [LATE, "Nộp hồ sơ"]


@pytest.mark.parametrize("kind", ["ics", "xlsx"])
def test_what_is_shown_goes_into_a_file_whose_folder_is_offered(
    page: WorkPage, desk: Desk, recorder: Recorder, tmp_path: Path, kind: str
) -> None:
    chooser = cast("ChosenFiles", desk.chooser)
    chooser.answer = tmp_path / "tien do"
    page.head.wanted.emit(kind)
    assert (tmp_path / f"tien do.{kind}").stat().st_size > 100
    assert chooser.proposed is not None
    assert chooser.proposed.suffix == f".{kind}"
    recorder.last_act()  # type: ignore[misc] # the note offers the folder
    assert cast("OpenedThings", desk.opener).folders == [tmp_path / f"tien do.{kind}"]


def test_a_file_that_is_there_is_asked_about(
    page: WorkPage, desk: Desk, recorder: Recorder, tmp_path: Path
) -> None:
    old = tmp_path / "lich.ics"
    old.write_text("cũ")
    cast("ChosenFiles", desk.chooser).answer = old
    page.head.wanted.emit("ics")
    assert recorder.picks
    assert old.read_text() == "cũ"
    assert len(list(tmp_path.glob("lich*.ics"))) == 2


@pytest.mark.parametrize(
    "kind", ["bao-cao-thang", "bao-cao-hoc-ky-1", "bao-cao-6-thang", "bao-cao-nam"]
)
def test_a_report_is_drafted_and_opened_among_the_documents(
    page: WorkPage, context: AppContext, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    wanted: list[Place] = []
    page.place_wanted.connect(wanted.append)
    answer(monkeypatch, ReportDialog, lambda dialog: dialog.choose(kind))
    page.head.reports.click()
    (place,) = wanted
    assert (place.page, place.part) == ("papers", "paper")
    assert place.record is not None
    assert context.papers.paper(place.record).summary.kind == kind


def test_other_pages_lead_to_a_task_and_to_a_movement(page: WorkPage, context: AppContext) -> None:
    movement = context.movements.add(MovementFacts("Dạy tốt, học tốt"), PERIOD)
    task = row_named(page, "Nộp hồ sơ").task
    page.filter.set_value(WorkFilter(lateness=Lateness.LATE))
    page.show_place(Place("work", "task", task.id))
    assert page.table.table.tasks() == [task]
    assert page.drawer.task == task
    page.show_place(Place("work", "movement", movement))
    assert page.view is WorkView.MOVEMENTS
    assert page.movements.form.name.text() == "Dạy tốt, học tốt"


@pytest.mark.parametrize(("part", "count"), [("late", 4), ("soon", 1)])
def test_other_pages_lead_to_what_is_late_and_what_comes(
    page: WorkPage, part: str, count: int
) -> None:
    page.head.view_chosen.emit(WorkView.MOVEMENTS.value)
    page.show_place(Place("work", part))
    assert len(titles(page)) == count


# --- a revised plan, and nothing to show ---


def test_rows_that_a_revised_plan_changed_are_marked(page: WorkPage, context: AppContext) -> None:
    plan_id = context.plans.plans()[0].id
    context.issuing.issue(plan_id, date(2026, 9, 10))
    revision = context.issuing.revise(plan_id, "Đổi thời gian")
    rows = rows_of(context.plans.plan(revision).document)
    later = row("Nộp hồ sơ", "Hiệu trưởng", "", "", "Ngày 20/12/2026", uid=rows[3].uid)
    context.plans.save_document(revision, plan_of([*rows[:3], later, rows[4]]))
    context.issuing.issue(revision, date(2026, 11, 25))
    assert page.filter.changed_rows.text() == "Kế hoạch sửa đổi  1"
    place = page.table.model.place_of(row_named(page, "Nộp hồ sơ").task.id)
    assert place is not None
    tip = page.table.model.index(place, PLACES[Cell.TITLE]).data(Qt.ItemDataRole.ToolTipRole)
    assert "Đổi thời hạn từ “Trước ngày 05/12/2026” thành “Ngày 20/12/2026”." in tip
    page.filter.changed_rows.click()
    assert titles(page) == ["Nộp hồ sơ"]


def test_a_year_without_a_plan_leads_to_the_plans(page: WorkPage, context: AppContext) -> None:
    wanted: list[Place] = []
    page.place_wanted.connect(wanted.append)
    page.show_year(2031)
    assert page.empty.no_plan.isVisible()
    page.empty.no_plan.button.click()
    assert wanted == [Place("plans")]


def test_a_plan_without_rows_says_so(page: WorkPage, context: AppContext) -> None:
    context.plans.add_draft(plan_of([]), replace(PERIOD, year=2032))
    page.show_year(2032)
    assert page.empty.no_annex.isVisible()


def test_the_page_waits_with_reading_until_it_is_seen(page: WorkPage, context: AppContext) -> None:
    page.hide()
    context.tasks.add(TaskWords("Việc mới"), PERIOD)
    assert "Việc mới" not in [one.whole.title for one in page.rows]
    page.show()
    page.entered()
    assert "Việc mới" in titles(page)


def test_a_context_menu_offers_the_acts(page: WorkPage) -> None:
    choose(page, "Nộp hồ sơ")
    page.table.table.customContextMenuRequested.emit(QPoint(5000, 5000))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [one.text() for one in menu.actions() if one.text()]
    assert words == ["Mở", "Trạng thái", "Dời hạn…", "Giao cho", "Xoá"]
    menu.close()
