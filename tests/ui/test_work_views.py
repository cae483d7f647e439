"""The board, the calendar, the timeline and the movements of the year's work, by hand and keys."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from work_page import fill_school, live_page, row_named, work_desk

from tdkt_desktop.services.movements import MovementFacts
from tdkt_desktop.services.task_views import TaskState
from tdkt_desktop.services.tasks import TaskReport, TaskWords
from tdkt_desktop.ui.pages.work.board import MIME
from tdkt_desktop.ui.pages.work.head import WorkView
from tdkt_desktop.ui.pages.work.movement_form import AddMovementDialog
from tdkt_desktop.ui.pages.work.small_dialogs import ReasonDialog
from tests.support.year_of_work import DAY, PERIOD

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Recorder
    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.pages.work.board import CardList
    from tdkt_desktop.ui.pages.work.page import WorkPage
    from tdkt_desktop.ui.theme.theme import Theme

TASK = "Nộp hồ sơ"


@pytest.fixture
def desk(context: AppContext, theme: Theme, recorder: Recorder, tmp_path: Path) -> Desk:
    fill_school(context)
    return work_desk(context, theme, recorder, tmp_path)


@pytest.fixture
def page(qapp: QApplication, desk: Desk) -> Iterator[WorkPage]:
    with live_page(desk) as made:
        yield made


@pytest.fixture
def board(page: WorkPage) -> WorkPage:
    page.head.view_chosen.emit(WorkView.BOARD.value)
    QApplication.processEvents()
    return page


@pytest.fixture
def calendar(page: WorkPage) -> WorkPage:
    page.head.view_chosen.emit(WorkView.CALENDAR.value)
    page.calendar.grid.choose_day(date(2026, 12, 5))
    QApplication.processEvents()
    page.calendar.grid.repaint()
    return page


@pytest.fixture
def timeline(page: WorkPage) -> WorkPage:
    page.head.view_chosen.emit(WorkView.TIMELINE.value)
    QApplication.processEvents()
    return page


def state_of(page: WorkPage, title: str = TASK) -> TaskState:
    return row_named(page, title).task.state


def due_of(page: WorkPage, title: str = TASK) -> date | None:
    return row_named(page, title).task.ends_on


def cards(page: WorkPage, state: TaskState) -> CardList:
    return page.board.columns[state].list


def drop(target: QWidget, data: QMimeData, at: QPointF) -> None:
    """Let go of what is dragged over a place."""
    event = QDropEvent(
        at,
        Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    target.dropEvent(event)  # type: ignore[attr-defined] # the widget takes drops itself


def carry(page: WorkPage, title: str, state: TaskState) -> None:
    """Drag the card of a task to the column of a state."""
    task = row_named(page, title).task
    source = cards(page, task.state)
    place = source.cards.place_of(task.id)
    assert place is not None
    data = source.cards.mimeData([source.cards.index(place)])
    assert data.hasFormat(MIME)
    drop(cards(page, state), data, QPointF(20, 20))


# --- the board ---


def test_cards_lie_in_the_columns_of_their_states_what_is_due_first_on_top(
    board: WorkPage,
) -> None:
    waiting = cards(board, TaskState.NOT_STARTED)
    titles = [waiting.cards.row(place).whole.title for place in range(waiting.cards.rowCount())]
    assert titles == [
        "Khai giảng, phát động thi đua",
        "Họp Hội đồng đầu năm",
        "Cập nhật minh chứng",
        "Thao giảng vòng một",
        "Nộp hồ sơ",
    ]


def test_a_card_that_is_dropped_on_a_column_takes_its_state(board: WorkPage) -> None:
    carry(board, TASK, TaskState.WAITING)
    assert state_of(board) is TaskState.WAITING
    assert cards(board, TaskState.WAITING).tasks() == [row_named(board, TASK).task]


def test_a_card_dropped_on_done_asks_quietly_for_the_result(board: WorkPage) -> None:
    carry(board, TASK, TaskState.DONE)
    assert row_named(board, TASK).task.done_on == DAY
    assert board.done_bar.isVisible()
    QTest.keyClick(board.done_bar.result, Qt.Key.Key_Escape)
    assert not board.done_bar.isVisible()
    assert state_of(board) is TaskState.DONE


def test_a_card_dropped_on_not_done_needs_a_reason(
    board: WorkPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ReasonDialog, "exec", lambda _self: QDialog.DialogCode.Rejected)
    carry(board, TASK, TaskState.DROPPED)
    assert state_of(board) is TaskState.NOT_STARTED

    def fill(dialog: ReasonDialog) -> int:
        dialog.edit.setPlainText("Phường hoãn.")
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(ReasonDialog, "exec", fill)
    carry(board, TASK, TaskState.DROPPED)
    assert (state_of(board), row_named(board, TASK).task.reason) == (
        TaskState.DROPPED,
        "Phường hoãn.",
    )


def test_ctrl_and_arrows_carry_a_card_and_the_focus_goes_along(board: WorkPage) -> None:
    board.board.choose(row_named(board, TASK).task.id)
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(cards(board, TaskState.NOT_STARTED), Qt.Key.Key_Right, control)
    assert state_of(board) is TaskState.IN_PROGRESS
    QTest.keyClick(cards(board, TaskState.IN_PROGRESS), Qt.Key.Key_Right, control)
    assert state_of(board) is TaskState.WAITING
    QTest.keyClick(cards(board, TaskState.WAITING), Qt.Key.Key_Left, control)
    assert state_of(board) is TaskState.IN_PROGRESS
    assert cards(board, TaskState.IN_PROGRESS).hasFocus()


def test_arrows_go_from_column_to_column_and_enter_opens(board: WorkPage) -> None:
    carry(board, TASK, TaskState.IN_PROGRESS)
    board.board.choose(row_named(board, "Khai giảng, phát động thi đua").task.id)
    QTest.keyClick(cards(board, TaskState.NOT_STARTED), Qt.Key.Key_Right)
    assert cards(board, TaskState.IN_PROGRESS).hasFocus()
    QTest.keyClick(cards(board, TaskState.IN_PROGRESS), Qt.Key.Key_Return)
    assert board.drawer.task == row_named(board, TASK).task
    assert board.drawer.isVisible()


def test_at_the_edge_of_the_board_a_card_stays(board: WorkPage) -> None:
    board.board.choose(row_named(board, TASK).task.id)
    first = cards(board, TaskState.NOT_STARTED)
    QTest.keyClick(first, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert state_of(board) is TaskState.NOT_STARTED


def test_a_weekly_task_is_one_card_however_many_weeks_there_are(
    board: WorkPage, context: AppContext
) -> None:
    context.tasks.add(TaskWords("Chấm nền nếp", due="Hằng tuần"), PERIOD)
    row = row_named(board, "Chấm nền nếp")
    assert len(row.parts) > 30
    shown = [
        one
        for column in board.board.columns.values()
        for one in range(column.list.cards.rowCount())
        if column.list.cards.row(one).whole.title == "Chấm nền nếp"
    ]
    assert len(shown) == 1


# --- the calendar ---


def test_dues_lie_on_their_days_and_every_time_of_a_recurring_task_on_its_own(
    calendar: WorkPage,
) -> None:
    grid = calendar.calendar.grid
    task = row_named(calendar, TASK).task
    spot, day = grid.spot_of(task.id), grid.box_of(date(2026, 12, 5))
    assert spot is not None
    assert day is not None
    assert day.contains(spot.center())
    december = row_named(calendar, "Cập nhật minh chứng").parts[3]
    assert december.ends_on == date(2026, 12, 31)
    assert grid.spot_of(december.id) is not None


def test_a_due_dragged_to_another_day_is_the_due_from_then_on(
    calendar: WorkPage, recorder: Recorder
) -> None:
    grid = calendar.calendar.grid
    spot = grid.spot_of(row_named(calendar, TASK).task.id)
    target = grid.box_of(date(2026, 12, 16))
    assert spot is not None
    assert target is not None
    start, end = spot.center().toPoint(), target.center().toPoint()
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(grid, left, pos=start)
    QTest.mouseMove(grid, start + QPoint(30, 30))
    QTest.mouseMove(grid, end)
    grid.repaint()
    QTest.mouseRelease(grid, left, pos=end)
    assert due_of(calendar) == date(2026, 12, 16)
    assert row_named(calendar, TASK).task.due == "Trước ngày 05/12/2026"
    recorder.last_act()  # type: ignore[misc] # the note offers to take it back
    assert due_of(calendar) == date(2026, 12, 5)


def test_escape_ends_a_drag_without_a_change(calendar: WorkPage) -> None:
    grid = calendar.calendar.grid
    spot, target = grid.spot_of(row_named(calendar, TASK).task.id), grid.box_of(date(2026, 12, 16))
    assert spot is not None
    assert target is not None
    QTest.mousePress(grid, Qt.MouseButton.LeftButton, pos=spot.center().toPoint())
    QTest.mouseMove(grid, target.center().toPoint())
    QTest.keyClick(grid, Qt.Key.Key_Escape)
    QTest.mouseRelease(grid, Qt.MouseButton.LeftButton, pos=target.center().toPoint())
    assert due_of(calendar) == date(2026, 12, 5)


def test_days_are_reached_by_arrows_and_dues_carried_by_ctrl(calendar: WorkPage) -> None:
    grid = calendar.calendar.grid
    QTest.keyClick(grid, Qt.Key.Key_Right)
    QTest.keyClick(grid, Qt.Key.Key_Down)
    assert grid.day == date(2026, 12, 13)
    grid.choose_day(date(2026, 12, 5))
    QTest.keyClick(grid, Qt.Key.Key_Space)
    QTest.keyClick(grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert due_of(calendar) == date(2026, 12, 12)
    assert grid.day == date(2026, 12, 12)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    assert calendar.drawer.task is not None
    assert calendar.drawer.task.title == TASK


def test_months_are_turned_and_today_is_found_again(calendar: WorkPage) -> None:
    grid = calendar.calendar.grid
    QTest.keyClick(grid, Qt.Key.Key_PageDown)
    assert grid.month == date(2027, 1, 1)
    calendar.calendar.bar.back.click()
    assert grid.month == date(2026, 12, 1)
    calendar.calendar.bar.today.click()
    assert grid.day == DAY


def test_more_dues_than_there_is_room_for_are_counted(
    calendar: WorkPage, context: AppContext
) -> None:
    for number in range(20):
        context.tasks.add(TaskWords(f"Việc {number}", due="Ngày 17/12/2026"), PERIOD)
    grid = calendar.calendar.grid
    grid.repaint()
    painted = [spot for spot in grid._spots if spot.day == date(2026, 12, 17)]
    assert painted[-1].item is None
    assert 1 < len(painted) < 12
    grid.choose_day(date(2026, 12, 17))
    assert calendar.calendar.day_list.cards.rowCount() == 20


def test_a_task_without_a_day_is_dragged_onto_one(calendar: WorkPage, context: AppContext) -> None:
    context.tasks.add(TaskWords("Việc chưa có ngày"), PERIOD)
    source = calendar.calendar.undated.cards
    assert source.rowCount() == 1
    box = calendar.calendar.grid.box_of(date(2026, 12, 18))
    assert box is not None
    drop(calendar.calendar.grid, source.mimeData([source.index(0)]), box.center())
    assert due_of(calendar, "Việc chưa có ngày") == date(2026, 12, 18)


def test_days_to_remember_are_named_where_wanted(calendar: WorkPage, desk: Desk) -> None:
    assert date(2026, 12, 22) in calendar.calendar.grid._names
    calendar.calendar.bar.extra.click()
    assert not calendar.calendar.grid._names
    assert desk.preferences.current.layouts["work-day-names"] == "no"


# --- the timeline ---


def test_bars_run_from_the_start_to_the_due(timeline: WorkPage) -> None:
    rows = timeline.timeline.rows
    assert rows.range.first == PERIOD.first_day
    first, last = rows.x_of(date(2026, 11, 2)), rows.x_of(date(2026, 11, 14))
    assert rows.x_of(PERIOD.first_day) < first < last
    titles = [row.whole.title for row in rows.rows]
    assert titles[0] == "Khai giảng, phát động thi đua"
    assert titles[-1] == "Cập nhật minh chứng"


def test_one_quarter_shows_only_what_touches_it(timeline: WorkPage) -> None:
    timeline.timeline.bar.today.click()
    titles = [row.whole.title for row in timeline.timeline.rows.rows]
    assert titles == ["Thao giảng vòng một", "Nộp hồ sơ", "Cập nhật minh chứng"]
    timeline.timeline.bar.on.click()
    titles = [row.whole.title for row in timeline.timeline.rows.rows]
    assert titles == ["Cập nhật minh chứng"]


def test_rows_are_reached_by_keys_and_opened(timeline: WorkPage) -> None:
    rows = timeline.timeline.rows
    QTest.keyClick(rows, Qt.Key.Key_Down)
    QTest.keyClick(rows, Qt.Key.Key_Down)
    assert timeline.timeline.tasks()[0].title == "Họp Hội đồng đầu năm"
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert timeline.drawer.task is not None
    assert timeline.drawer.task.title == "Họp Hội đồng đầu năm"


def test_a_click_brings_a_row_into_turn(timeline: WorkPage) -> None:
    rows = timeline.timeline.rows
    at = rows.row_box(2).center().toPoint()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert timeline.timeline.tasks()[0].title == rows.rows[2].task.title


# --- movements ---


@pytest.fixture
def movements(page: WorkPage, context: AppContext) -> WorkPage:
    facts = MovementFacts("Dạy tốt, học tốt", "Công đoàn", date(2026, 9, 5), date(2027, 5, 25))
    movement = context.movements.add(facts, PERIOD)
    context.tasks.join_movement([row_named(page, TASK).task.id], movement)
    page.head.view_chosen.emit(WorkView.MOVEMENTS.value)
    return page


def test_a_movement_is_added_with_its_dates(
    page: WorkPage, context: AppContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.head.view_chosen.emit(WorkView.MOVEMENTS.value)

    def fill(dialog: AddMovementDialog) -> int:
        dialog.act.click()
        assert dialog.movement_id is None
        dialog.form.name.setText("Mỗi ngày một trang sách")
        dialog.form.responsible.setText("tran quoc bao")
        dialog.form.ends.setText("01/01/2026")
        dialog.act.click()
        assert dialog.movement_id is None
        dialog.form.ends.setText("25/05/2027")
        dialog.act.click()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(AddMovementDialog, "exec", fill)
    page.movements.empty.button.click()
    (made,) = context.movements.movements(2026)
    assert made.facts.person_id is not None
    assert page.movements.form.name.text() == "Mỗi ngày một trang sách"


def test_what_is_written_of_a_movement_is_stored_when_a_field_is_left(
    movements: WorkPage, context: AppContext
) -> None:
    form = movements.movements.form
    form.half.setPlainText("15 tiết thao giảng.")
    form.half.left.emit()
    (found,) = context.movements.movements(2026)
    assert found.facts.half_year_result == "15 tiết thao giảng."


def test_an_end_before_the_beginning_is_told_and_not_stored(
    movements: WorkPage, context: AppContext
) -> None:
    form = movements.movements.form
    form.ends.setText("01/09/2026")
    form.left.emit()
    assert "trước ngày phát động" in form.ends.accessibleDescription()
    assert context.movements.movements(2026)[0].facts.ends_on == date(2027, 5, 25)


def test_a_movement_shows_its_tasks_and_leads_to_them(movements: WorkPage) -> None:
    panel = movements.movements
    assert panel.tasks.count() == 1
    assert panel.model.index(0, 3).data() == "0/1 xong"
    panel.filter.click()
    assert movements.view is WorkView.TABLE
    assert [row.whole.title for row in movements.shown] == [TASK]


def test_a_movement_is_removed_and_brought_back(
    movements: WorkPage, context: AppContext, recorder: Recorder
) -> None:
    QTest.keyClick(movements.movements.view, Qt.Key.Key_Delete)
    assert not context.movements.movements(2026)
    recorder.last_act()  # type: ignore[misc] # the note offers to take it back
    assert movements.movements.form.name.text() == "Dạy tốt, học tốt"


# --- all views ---


@pytest.mark.parametrize("view", [one for one in WorkView if one is not WorkView.MOVEMENTS])
def test_a_change_of_the_store_is_shown_in_every_view(page: WorkPage, view: WorkView) -> None:
    page.head.view_chosen.emit(view.value)
    task = row_named(page, TASK).task
    page.show_task(task.id)
    page.acts.report([task], TaskReport(state=TaskState.WAITING, reason="Chờ phường"))
    assert state_of(page) is TaskState.WAITING
    page.grab()
