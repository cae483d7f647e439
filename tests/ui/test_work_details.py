"""The drawer of a task: fields that store themselves, its people, files, times and history."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from work_page import fill_school, live_page, row_named, work_desk

from tdkt_desktop.services.task_views import TaskRole, TaskState
from tdkt_desktop.services.tasks import TaskReport, TaskWords
from tdkt_desktop.ui.page import Place
from tdkt_desktop.ui.pages.work.evidence_list import size_words
from tests.support.year_of_work import DAY, PERIOD

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Recorder
    from window_desk import ChosenFiles, OpenedThings

    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.services.task_views import TaskView
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.pages.work.page import WorkPage
    from tdkt_desktop.ui.theme.theme import Theme

TASK = "Nộp hồ sơ"
RECURRING = "Cập nhật minh chứng"


@pytest.fixture
def desk(context: AppContext, theme: Theme, recorder: Recorder, tmp_path: Path) -> Desk:
    fill_school(context)
    return work_desk(context, theme, recorder, tmp_path)


@pytest.fixture
def page(qapp: QApplication, desk: Desk) -> Iterator[WorkPage]:
    with live_page(desk) as made:
        made.show_task(row_named(made, TASK).task.id)
        made.open_task(row_named(made, TASK).task.id)
        QApplication.processEvents()
        yield made


def task_of(page: WorkPage, title: str = TASK) -> TaskView:
    return row_named(page, title).task


def attach(page: WorkPage, folder: Path, name: str = "bien ban.pdf") -> Path:
    """Put a file into the store as proof of the task that is shown."""
    path = folder / name
    path.write_bytes(b"%PDF-1.7 proof")
    page.drawer.evidence.attach([path])
    return path


# --- fields ---


def test_the_drawer_tells_where_a_task_comes_from_and_leads_there(
    page: WorkPage, context: AppContext
) -> None:
    wanted: list[Place] = []
    page.place_wanted.connect(wanted.append)
    assert page.drawer.title.text() == TASK
    assert page.drawer.source.text() == "Phụ lục kế hoạch · Quý IV"
    page.drawer.source.click()
    assert wanted == [Place("plans", "", context.plans.plans()[0].id)]


def test_result_reason_note_and_progress_are_stored_when_a_field_is_left(page: WorkPage) -> None:
    fields = page.drawer.state
    fields.progress.setValue(35)
    fields.progress.editingFinished.emit()
    fields.result.setPlainText("Đã gom\nđủ hồ sơ.")
    fields.result.left.emit()
    fields.note.setText("Gửi bản giấy")
    fields.note.editingFinished.emit()
    found = task_of(page)
    assert (found.progress, found.result, found.note) == (35, "Đã gom đủ hồ sơ.", "Gửi bản giấy")
    assert found.state is TaskState.IN_PROGRESS


def test_what_is_still_in_a_field_is_stored_when_another_task_comes(page: WorkPage) -> None:
    page.drawer.state.result.setPlainText("Chưa rời ô này.")
    page.table.table.choose(task_of(page, "Thao giảng vòng một").id)
    assert page.drawer.title.text() == "Thao giảng vòng một"
    assert task_of(page).result == "Chưa rời ô này."


def test_what_is_still_in_a_field_is_stored_when_the_page_is_left(page: WorkPage) -> None:
    page.drawer.state.result.setPlainText("Chưa rời ô này.")
    page.flush()
    assert task_of(page).result == "Chưa rời ô này."


def test_the_reason_is_asked_for_where_it_counts(page: WorkPage) -> None:
    assert not page.drawer.state.reason.isVisible()
    page.acts.set_state([task_of(page)], TaskState.WAITING)
    assert page.drawer.state.reason.isVisible()


def test_the_state_is_chosen_from_its_button(page: WorkPage) -> None:
    page.drawer.state.state.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(one for one in menu.actions() if one.data() == TaskState.IN_PROGRESS.value).trigger()
    menu.close()
    assert task_of(page).state is TaskState.IN_PROGRESS
    assert page.drawer.state.state.text() == "Đang làm"


def test_real_dates_are_kept_beside_those_of_the_plan_and_given_back(page: WorkPage) -> None:
    dates = page.drawer.dates
    assert not dates.follow.isVisible()
    dates.ends.setText("12/12")
    dates.ends.editingFinished.emit()
    assert task_of(page).ends_on == date(2026, 12, 12)
    dates.follow.click()
    assert task_of(page).ends_on == date(2026, 12, 5)
    assert dates.ends.text() == "05/12/2026"


def test_an_end_before_the_start_is_told_and_the_dates_come_back(
    page: WorkPage, recorder: Recorder
) -> None:
    dates = page.drawer.dates
    dates.starts.setText("20/12/2026")
    dates.starts.editingFinished.emit()
    assert "trước ngày bắt đầu" in recorder.errors[0].message
    assert dates.starts.text() == ""
    assert task_of(page).starts_on is None


def test_a_day_that_is_none_is_told_beside_its_field(page: WorkPage, recorder: Recorder) -> None:
    dates = page.drawer.dates
    dates.ends.setText("45/45")
    dates.ends.editingFinished.emit()
    assert "45/45" in dates.ends.accessibleDescription()
    assert not recorder.errors


def test_the_day_a_task_was_done_can_be_set_right(page: WorkPage) -> None:
    page.acts.set_state([task_of(page)], TaskState.DONE)
    page.drawer.dates.done.setText("18/11/2026")
    page.drawer.dates.done.editingFinished.emit()
    assert task_of(page).done_on == date(2026, 11, 18)


def test_somebody_who_left_is_pointed_out(page: WorkPage, context: AppContext) -> None:
    head = next(row for row in context.people.rows() if row.full_name == "Lê Thị Minh Nguyệt")
    context.tasks.assign([task_of(page).id], TaskRole.LEAD, persons=[head.id])
    context.people.mark_left([head.id], DAY, "Chuyển trường")
    page.refresh()
    names = page.drawer.parties._names[TaskRole.LEAD]
    assert "đã nghỉ hoặc chuyển đi" in names.text()


def test_escape_closes_the_drawer_and_the_table_has_the_keys_again(page: WorkPage) -> None:
    QTest.keyClick(page.drawer, Qt.Key.Key_Escape)
    assert not page.drawer.isVisible()
    assert page.table.table.hasFocus()


def test_in_a_narrow_window_the_drawer_takes_the_place_of_the_view(page: WorkPage) -> None:
    assert page.table.isVisible()
    page.drawer.closed.emit()
    QApplication.processEvents()
    page.resize(700, 500)
    QApplication.processEvents()
    assert page.width() < 800
    page.open_task(task_of(page).id)
    assert not page.table.isVisible()
    assert page.drawer.isVisible()
    QTest.keyClick(page.drawer, Qt.Key.Key_Escape)
    assert page.table.isVisible()


def test_a_task_that_is_gone_closes_the_drawer(page: WorkPage, context: AppContext) -> None:
    task_id = context.tasks.add(TaskWords("Việc tạm"), PERIOD)
    page.open_task(task_id)
    context.tasks.throw_away([task_id])
    assert not page.drawer.isVisible()


# --- files ---


def test_files_are_added_by_button_and_by_drop(
    page: WorkPage, desk: Desk, tmp_path: Path, context: AppContext
) -> None:
    photo = tmp_path / "anh.jpg"
    photo.write_bytes(b"\xff\xd8 photo")
    cast("ChosenFiles", desk.chooser).answer = photo
    page.drawer.evidence.add.click()
    other = tmp_path / "bang.xlsx"
    other.write_bytes(b"PK sheet")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(other))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.drawer.evidence.dropEvent(event)
    names = [one.file_name for one in context.tasks.task(task_of(page).id).evidence]
    assert names == ["anh.jpg", "bang.xlsx"]
    assert task_of(page).evidence == 2
    assert page.drawer.evidence.list.count() == 2


def test_a_file_is_opened_as_a_copy(page: WorkPage, desk: Desk, tmp_path: Path) -> None:
    source = attach(page, tmp_path)
    page.drawer.evidence.list.itemActivated.emit(page.drawer.evidence.list.item(0))
    (opened,) = cast("OpenedThings", desk.opener).files
    assert opened.name == "bien ban.pdf"
    assert opened != source
    assert opened.read_bytes() == source.read_bytes()


def test_a_file_that_could_run_is_never_opened(
    page: WorkPage, desk: Desk, recorder: Recorder, tmp_path: Path
) -> None:
    attach(page, tmp_path, "chay.exe")
    recorder.answer = False
    page.drawer.evidence.list.itemActivated.emit(page.drawer.evidence.list.item(0))
    assert "không mở" in recorder.questions[0].text
    assert not cast("OpenedThings", desk.opener).files


def test_a_file_that_is_gone_from_the_store_is_told(
    page: WorkPage, context: AppContext, recorder: Recorder, tmp_path: Path
) -> None:
    attach(page, tmp_path)
    (kept,) = context.tasks.task(task_of(page).id).evidence
    context.store.attachments.path(kept.sha256).unlink()
    page.refresh()
    item = page.drawer.evidence.list.item(0)
    assert "không còn trong kho" in item.text()
    page.drawer.evidence.list.itemActivated.emit(item)
    assert "khôi phục từ bản sao lưu" in recorder.errors[0].hint


def test_a_file_of_two_gigabytes_is_refused_with_words(
    page: WorkPage, recorder: Recorder, tmp_path: Path
) -> None:
    large = tmp_path / "phim.mp4"
    with large.open("wb") as stream:
        stream.truncate(2_000_000_000)
    page.drawer.evidence.attach([large])
    assert "2000 MB" in recorder.errors[0].message
    assert page.drawer.evidence.list.count() == 0


def test_a_file_that_is_not_there_is_told(
    page: WorkPage, recorder: Recorder, tmp_path: Path
) -> None:
    page.drawer.evidence.attach([tmp_path / "khong co.pdf"])
    assert "Không thấy tệp" in recorder.errors[0].message


def test_a_file_is_taken_away_and_brought_back(
    page: WorkPage, recorder: Recorder, tmp_path: Path
) -> None:
    attach(page, tmp_path)
    page.drawer.evidence.list.setCurrentRow(0)
    QTest.keyClick(page.drawer.evidence.list, Qt.Key.Key_Delete)
    assert page.drawer.evidence.list.count() == 0
    recorder.last_act()  # type: ignore[misc] # the note offers to take it back
    assert page.drawer.evidence.list.count() == 1


@pytest.mark.parametrize(
    ("size", "words"), [(12, "12 B"), (3_400, "3,4 KB"), (2_500_000, "2,5 MB")]
)
def test_sizes_are_said_as_people_say_them(size: int, words: str) -> None:
    assert size_words(size) == words


# --- times and history ---


def test_a_recurring_task_lists_its_times_and_past_ones_are_done_together(page: WorkPage) -> None:
    row = row_named(page, RECURRING)
    page.open_task(row.task.id)
    drawer = page.drawer
    assert drawer.parts.count() == 12
    assert drawer.done_past.text() == "Đánh dấu xong 2 lần đã qua"
    drawer.done_past.click()
    states = [part.state for part in row_named(page, RECURRING).parts[:3]]
    assert states == [TaskState.DONE, TaskState.DONE, TaskState.NOT_STARTED]
    assert not drawer.done_past.isVisible()


def test_another_time_is_opened_from_the_list(page: WorkPage) -> None:
    row = row_named(page, RECURRING)
    page.open_task(row.task.id)
    page.drawer.parts.itemActivated.emit(page.drawer.parts.item(5))
    page.drawer.state.note.setText("Kỳ này làm sớm")
    page.drawer.state.note.editingFinished.emit()
    assert page.drawer.task is not None
    assert (page.drawer.task.id, page.drawer.task.note) == (row.parts[5].id, "Kỳ này làm sớm")


def test_the_history_is_told(page: WorkPage) -> None:
    page.acts.report([task_of(page)], TaskReport(progress=20))
    assert "Mức hoàn thành: 0 % → 20 %" in page.drawer.past.text()
    assert "Tạo công việc." in page.drawer.past.text()
