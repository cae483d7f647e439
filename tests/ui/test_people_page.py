"""The page of people: the list, its filters, acts on one and on many, groups, keys."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QDialog, QPushButton

from tdkt_desktop.services.people_views import GroupKind, PersonData, PersonState
from tdkt_desktop.services.period import PlanPeriod
from tdkt_desktop.services.record_views import Subject
from tdkt_desktop.services.tasks import TaskWords
from tdkt_desktop.ui.dialogs.people_bin_dialog import PeopleBinDialog
from tdkt_desktop.ui.dialogs.people_group_dialog import NewGroupDialog
from tdkt_desktop.ui.dialogs.people_leave_dialog import LeftDialog, ReturnDialog
from tdkt_desktop.ui.dialogs.people_new_dialog import NewPersonDialog
from tdkt_desktop.ui.dialogs.people_rating_dialog import RatingDialog
from tdkt_desktop.ui.page import Place
from tdkt_desktop.ui.pages.people.list_head import GROUPS
from tdkt_desktop.ui.tables.people_columns import PEOPLE_COLUMNS
from tdkt_desktop.ui.widgets.icon_button import IconButton
from tests.support.school_people import SmallSchool, add_small_school, people_page
from tests.support.whole_window import whole_window
from tests.support.window_desk import make_desk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.ui.pages.people.page import PeoplePage
    from tdkt_desktop.ui.theme.theme import Theme
    from tests.ui.conftest import Recorder

NARROW = (760, 520)
COLUMNS = [column.key for column in PEOPLE_COLUMNS]


@pytest.fixture
def school(context: AppContext) -> SmallSchool:
    return add_small_school(context)


@pytest.fixture
def page(
    context: AppContext,
    theme: Theme,
    recorder: Recorder,
    tmp_path: Path,
    school: SmallSchool,
) -> Iterator[PeoplePage]:
    with people_page(make_desk(context, theme, recorder, tmp_path)) as made:
        yield made


def answer(monkeypatch: pytest.MonkeyPatch, kind: type[QDialog], fill: Callable[..., None]) -> None:
    """Let a dialog be filled and accepted as soon as it is shown."""

    def accept(dialog: QDialog) -> QDialog.DialogCode:
        fill(dialog)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(kind, "exec", accept)


def names(page: PeoplePage) -> list[str]:
    return [row.full_name for row in page.list.model.shown]


def choose(page: PeoplePage, *ids: int) -> None:
    page.list._select(ids, ids[0])


def head_click(page: PeoplePage, key: str) -> None:
    page.list.view.horizontalHeader().sectionClicked.emit(COLUMNS.index(key))


# --- the list ---


def test_people_who_work_here_are_listed_by_their_given_names(page: PeoplePage) -> None:
    assert names(page) == [
        "Vũ Thị Lan Anh", "Trần Quốc Bảo", "Phan Thị Chi", "Nguyễn Ánh Dương", "Mai Xuân Đạt",
    ]  # fmt: skip
    assert page.list._count.text() == "Hiện 5 / 6 người"
    assert page.list._facts.text() == "Đảng viên 2 · Nữ 3 · Trực tiếp 3"


def test_words_without_marks_find_people_by_name_and_position(page: PeoplePage) -> None:
    page.list.filters.words.setText("ke toan")
    assert names(page) == ["Mai Xuân Đạt"]
    page.list.filters.words.setText("giao duong")
    assert names(page) == ["Nguyễn Ánh Dương"]
    page.list.filters.words.setText("khong co ai")
    assert names(page) == []
    assert page.list._none.isVisible()
    page.list.filters.clear.click()
    assert len(names(page)) == 5


def test_groups_are_offered_with_their_counts_and_those_without_one_too(page: PeoplePage) -> None:
    group = page.list.filters.group
    offered = [group.itemText(place) for place in range(group.count())]
    assert offered == [
        "Mọi tổ", "Trường Tiểu học Sao Mai (0)", "Tổ 1 (3)", "Tổ Văn phòng (1)", "Chưa xếp tổ (1)",
    ]  # fmt: skip
    group.setCurrentIndex(2)
    assert names(page) == ["Vũ Thị Lan Anh", "Phan Thị Chi", "Nguyễn Ánh Dương"]
    group.setCurrentIndex(4)
    assert names(page) == ["Trần Quốc Bảo"]


def test_those_who_left_are_listed_apart(page: PeoplePage) -> None:
    state = page.list.filters.state
    assert [state.itemText(place) for place in range(3)] == [
        "Đang công tác (5)", "Đã nghỉ, chuyển đi (1)", "Mọi người (6)",
    ]  # fmt: skip
    state.setCurrentIndex(1)
    assert names(page) == ["Hoàng Minh Tuấn"]
    state.setCurrentIndex(2)
    assert len(names(page)) == 6


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        ("party_member", True, ["Vũ Thị Lan Anh", "Trần Quốc Bảo"]),
        ("manager", True, ["Trần Quốc Bảo"]),
        ("rating", "HTTNV", ["Phan Thị Chi"]),
        ("rating", "-", ["Trần Quốc Bảo", "Nguyễn Ánh Dương", "Mai Xuân Đạt"]),
    ],
)
def test_the_finer_filters_keep_party_managers_and_ratings(
    page: PeoplePage, field: str, value: object, kept: list[str]
) -> None:
    page.list.filters.finer.choose(field, value)
    assert names(page) == kept
    assert page.list.filters.more.text() == "Lọc thêm (1)"


def test_a_year_shows_its_ratings_and_who_worked_here_in_it(
    page: PeoplePage, context: AppContext, school: SmallSchool
) -> None:
    context.records.rate("2022-2023", {Subject(school["Anh"]): "HTNV"})
    page.show_year(2022)
    assert "Hoàng Minh Tuấn" in names(page)
    row = page.list.model.row_of(school["Anh"])
    assert row is not None
    assert page.list.model.index(row, COLUMNS.index("rating")).data() == "HTNV"
    page.show_year(2025)
    assert "Hoàng Minh Tuấn" not in names(page)


def test_heads_sort_and_what_is_not_known_comes_last_both_ways(page: PeoplePage) -> None:
    head_click(page, "birth")
    assert names(page)[0] == "Trần Quốc Bảo"
    assert names(page)[-1] == "Nguyễn Ánh Dương"
    head_click(page, "birth")
    assert names(page)[0] == "Phan Thị Chi"
    assert names(page)[-1] == "Nguyễn Ánh Dương"
    head_click(page, "birth")
    assert names(page)[0] == "Vũ Thị Lan Anh"
    head_click(page, "rating")
    assert names(page)[:2] == ["Vũ Thị Lan Anh", "Phan Thị Chi"]


def test_the_chosen_columns_are_there_again_next_time(page: PeoplePage) -> None:
    menu, titles = page.list.columns, COLUMNS.index("titles")
    assert page.list.view.isColumnHidden(titles)
    next(action for action in menu.actions() if action.data() == titles).trigger()
    assert not page.list.view.isColumnHidden(titles)
    page.shut_down()
    with people_page(page._desk) as again:
        assert not again.list.view.isColumnHidden(titles)


# --- people come, change, go ---


def test_control_n_adds_somebody_and_opens_the_profile(
    page: PeoplePage, context: AppContext, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def fill(dialog: NewPersonDialog) -> None:
        assert not dialog.act.isEnabled()
        dialog.name.setText("mai xuân đạt")
        assert "Đã có Mai Xuân Đạt" in dialog._namesake.text()
        dialog.name.setText("Lê Thị Én")
        dialog.birth.setText("30/2/1990")
        dialog.act.click()
        assert "30/2/1990" in dialog._birth._note.text()
        dialog.birth.setText("3/2/1990")
        dialog.act.click()

    answer(monkeypatch, NewPersonDialog, fill)
    qtbot.keyClick(page.list.view, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert "Lê Thị Én" in names(page)
    assert page.cards.person().name.text() == "Lê Thị Én"
    assert page.cards.person().form["birth_date"].text() == "03/02/1990"
    assert context.history.undo_label == "Thêm người"


def test_the_page_keeps_control_n_from_the_windows_command(page: PeoplePage) -> None:
    override = QKeyEvent(
        QKeyEvent.Type.ShortcutOverride, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier
    )
    override.ignore()
    page.event(override)
    assert override.isAccepted()


def test_delete_puts_the_chosen_into_the_bin_and_the_note_takes_it_back(
    page: PeoplePage, recorder: Recorder, school: SmallSchool, qtbot: QtBot
) -> None:
    choose(page, school["Chi"], school["Đạt"])
    qtbot.keyClick(page.list.view, Qt.Key.Key_Delete)
    assert names(page) == ["Vũ Thị Lan Anh", "Trần Quốc Bảo", "Nguyễn Ánh Dương"]
    assert recorder.notes[-1] == "Đã xoá 2 người."
    assert recorder.last_act is not None
    recorder.last_act()
    assert len(names(page)) == 5


def test_removing_somebody_who_still_leads_a_task_says_which_and_leads_there(
    page: PeoplePage, context: AppContext, recorder: Recorder, school: SmallSchool, qtbot: QtBot
) -> None:
    words = TaskWords(title="Tổ chức hội giảng", lead="Vũ Thị Lan Anh", due="20/11/2026")
    task = context.tasks.add(words, PlanPeriod(2026))
    choose(page, school["Anh"])
    recorder.way = 0
    with qtbot.waitSignal(page.place_wanted) as wanted:
        qtbot.keyClick(page.list.view, Qt.Key.Key_Delete)
    assert wanted.args == [Place("work", "task", task)]
    text, ways = recorder.picks[-1]
    assert text == "Vũ Thị Lan Anh còn việc được giao."
    assert ways == ("Xem việc đang giao", "Ghi nghỉ, chuyển đi…", "Vẫn xoá")
    assert "Vũ Thị Lan Anh" in names(page)
    recorder.way = 2
    qtbot.keyClick(page.list.view, Qt.Key.Key_Delete)
    assert "Vũ Thị Lan Anh" not in names(page)


def test_several_people_move_to_a_group_as_one_step(
    page: PeoplePage, context: AppContext, recorder: Recorder, school: SmallSchool
) -> None:
    assert not page.list.bulk.isVisible()
    choose(page, school["Anh"], school["Chi"])
    assert page.list.bulk.isVisible()
    assert page.list.bulk._count.text() == "Đã chọn 2 người"
    action = next(act for act in page.list.acts.move.actions() if act.text() == "Tổ Văn phòng")
    action.trigger()
    assert recorder.notes[-1] == "Đã chuyển 2 người sang Tổ Văn phòng."
    groups = {row.id: row.group_name for row in context.people.rows()}
    assert (groups[school["Anh"]], groups[school["Chi"]]) == ("Tổ Văn phòng", "Tổ Văn phòng")
    assert page.list.selected_ids() == [school["Anh"], school["Chi"]]
    context.history.undo()
    assert {row.id: row.group_name for row in context.people.rows()}[school["Anh"]] == "Tổ 1"


def test_people_are_marked_as_gone_and_as_back(
    page: PeoplePage,
    context: AppContext,
    school: SmallSchool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fill(dialog: LeftDialog) -> None:
        dialog.date.setText("31/2/2026")
        assert not dialog.act.isEnabled()
        dialog.date.setText("1/3/2026")
        dialog._reason.setCurrentText("Chuyển trường")

    answer(monkeypatch, LeftDialog, fill)
    choose(page, school["Đạt"])
    assert not page.list.acts["return"].isEnabled()
    page.list.acts["leave"].trigger()
    data = context.people.person(school["Đạt"]).data
    assert (data.left_on, data.left_reason) == (date(2026, 3, 1), "Chuyển trường")
    assert "Mai Xuân Đạt" not in names(page)
    answer(monkeypatch, ReturnDialog, lambda dialog: dialog.date.setText("1/9/2026"))
    page.list.filters.state.setCurrentIndex(1)
    choose(page, school["Đạt"])
    page.list.acts["return"].trigger()
    assert context.people.person(school["Đạt"]).state is PersonState.WORKING


def test_a_return_before_the_leaving_is_refused_in_words(
    page: PeoplePage,
    recorder: Recorder,
    school: SmallSchool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answer(monkeypatch, ReturnDialog, lambda dialog: dialog.date.setText("1/1/2020"))
    page.list.filters.state.setCurrentIndex(1)
    choose(page, school["Tuấn"])
    page.list.acts["return"].trigger()
    assert recorder.errors[-1].message.startswith("Hoàng Minh Tuấn chưa có ngày nghỉ")


def test_many_are_rated_at_once_in_the_words_of_the_year(
    page: PeoplePage,
    context: AppContext,
    recorder: Recorder,
    school: SmallSchool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fill(dialog: RatingDialog) -> None:
        dialog._year.setText("năm nào đó")
        assert not dialog.act.isEnabled()
        dialog._year.setText("2018-2019")
        words = [dialog._level.itemText(place) for place in range(dialog._level.count())]
        assert "Hoàn thành nhiệm vụ nhưng còn hạn chế về năng lực (HTNV)" in words
        dialog._level.setCurrentIndex(dialog._level.findData("HTTNV"))

    answer(monkeypatch, RatingDialog, fill)
    choose(page, school["Bảo"], school["Dương"])
    page.list.acts["rate"].trigger()
    assert recorder.notes[-1] == "Đã ghi 2 người: HTTNV, năm 2018-2019."
    for given in ("Bảo", "Dương"):
        (rating,) = context.people.person(school[given]).history.ratings
        assert (rating.year, rating.code) == ("2018-2019", "HTTNV")


def test_the_bin_gives_people_and_groups_back(
    page: PeoplePage, context: AppContext, school: SmallSchool, recorder: Recorder, qtbot: QtBot
) -> None:
    context.people.throw_away([school["Chi"]])
    context.groups.throw_away(school.groups["office"])
    dialog = PeopleBinDialog(page._desk, page)
    qtbot.addWidget(dialog)
    assert [dialog.model.item(row).name for row in range(2)] == ["Phan Thị Chi", "Tổ Văn phòng"]
    dialog.view.selectAll()
    dialog.act.click()
    assert "Phan Thị Chi" in names(page)
    assert len(context.groups.groups()) == 3
    assert dialog._empty.text() == "Thùng rác không có ai và không có tổ nào."


def test_control_f_goes_to_the_filter_and_enter_back_to_the_list(
    page: PeoplePage, qtbot: QtBot
) -> None:
    page.activateWindow()
    qtbot.waitActive(page)
    page.list.view.setFocus()
    qtbot.keyClick(page.list.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.list.filters.words.hasFocus()
    qtbot.keyClicks(page.list.filters.words, "ke toan")
    qtbot.keyClick(page.list.filters.words, Qt.Key.Key_Return)
    assert page.list.view.hasFocus()
    assert names(page) == ["Mai Xuân Đạt"]


# --- the card beside the list ---


def test_the_card_follows_the_list_and_stays_closed_once_it_was_closed(
    page: PeoplePage, school: SmallSchool, qtbot: QtBot
) -> None:
    choose(page, school["Chi"])
    qtbot.waitUntil(lambda: page.cards.person().name.text() == "Phan Thị Chi")
    qtbot.keyClick(page.cards.person(), Qt.Key.Key_Escape)
    assert not page.pane.cards.isVisible()
    qtbot.keyClick(page.list.view, Qt.Key.Key_Return)
    assert page.pane.cards.isVisible()
    page.cards.person().close_button.click()
    page.shut_down()
    with people_page(page._desk) as again:
        assert not again.pane.cards.isVisible()


def test_in_a_narrow_window_the_card_takes_the_lists_place(
    page: PeoplePage, school: SmallSchool, qtbot: QtBot
) -> None:
    page.resize(*NARROW)
    assert page.list.isVisible()
    assert not page.pane.cards.isVisible()
    choose(page, school["Bảo"])
    qtbot.keyClick(page.list.view, Qt.Key.Key_Return)
    assert not page.list.isVisible()
    assert page.cards.person().name.text() == "Trần Quốc Bảo"
    page.cards.person().close_button.click()
    assert page.list.isVisible()


def test_a_place_leads_to_a_person_who_left_and_to_a_group(
    page: PeoplePage, school: SmallSchool
) -> None:
    page.show_place(Place("people", "person", school["Tuấn"]))
    assert page.list.selected_ids() == [school["Tuấn"]]
    assert page.cards.person().name.text() == "Hoàng Minh Tuấn"
    page.show_place(Place("people", "group", school.groups["first"]))
    assert page.shows_groups
    assert page.cards.group().name.text() == "Tổ 1"


# --- collectives ---


def test_groups_are_listed_with_their_heads_and_sizes(page: PeoplePage) -> None:
    page.head.lists.chosen.emit(GROUPS)
    shown = [
        [page.groups.model.index(row, column).data() for column in (0, 2, 3)] for row in range(3)
    ]
    assert shown == [
        ["Trường Tiểu học Sao Mai", "", "5"],
        ["Tổ 1", "Vũ Thị Lan Anh", "3"],
        ["Tổ Văn phòng", "", "1"],
    ]


def test_a_group_is_added_with_what_its_name_says_it_is(
    page: PeoplePage, context: AppContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(dialog: NewGroupDialog) -> None:
        dialog.name.setText("Tổ 1")
        dialog.act.click()
        assert "Đã có “Tổ 1”" in dialog._name._note.text()
        dialog.name.setText("Bộ phận hành chính")
        assert dialog.chosen_kind() is GroupKind.OFFICE
        dialog.act.click()

    page.head.lists.chosen.emit(GROUPS)
    answer(monkeypatch, NewGroupDialog, fill)
    page.head.new.click()
    assert context.groups.groups()[-1].name == "Bộ phận hành chính"
    assert page.groups.current_id() == context.groups.groups()[-1].id


def test_groups_are_renamed_headed_ordered_and_closed(
    page: PeoplePage,
    context: AppContext,
    school: SmallSchool,
    recorder: Recorder,
    qtbot: QtBot,
) -> None:
    page.show_place(Place("people", "group", school.groups["first"]))
    form = page.cards.group().form
    form.name.setText("Tổ 1-2")
    form.name.editingFinished.emit()
    assert context.groups.groups()[1].name == "Tổ 1-2"
    form.name.setText("Tổ Văn phòng")
    form.name.editingFinished.emit()
    assert "Đã có “Tổ Văn phòng”" in form.problem.text()
    form.name.setText("Tổ 1-2")
    form.head.choose(school["Chi"])
    form.head.activated.emit(form.head.currentIndex())
    positions = {row.id: row.position for row in context.people.rows()}
    assert positions[school["Chi"]] == "Giáo viên, Tổ trưởng"
    assert positions[school["Anh"]] == ""
    page.groups.view.setFocus()
    page.groups.acted.emit("down")
    assert [group.name for group in context.groups.groups()][1:] == ["Tổ Văn phòng", "Tổ 1-2"]
    qtbot.keyClick(page.groups.view, Qt.Key.Key_Delete)
    assert recorder.notes[-1] == "Đã xoá Tổ 1-2. 3 người trong tổ hiện chưa xếp tổ."
    assert recorder.last_act is not None
    recorder.last_act()
    assert len(context.groups.groups()) == 3


def test_the_people_of_a_group_are_one_click_away(page: PeoplePage, school: SmallSchool) -> None:
    page.show_place(Place("people", "group", school.groups["office"]))
    assert page.cards.group().members.text() == "1 người"
    page.cards.group().members.click()
    assert not page.shows_groups
    assert names(page) == ["Mai Xuân Đạt"]


def test_the_conditions_of_awards_are_one_click_away(
    page: PeoplePage, school: SmallSchool, qtbot: QtBot
) -> None:
    page.show_place(Place("people", "person", school["Chi"]))
    buttons = {button.text(): button for button in page.cards.person().findChildren(IconButton)}
    with qtbot.waitSignal(page.place_wanted) as wanted:
        buttons["Xem điều kiện"].click()
    assert wanted.args == [Place("awards", "check", school["Chi"])]


def test_what_somebody_is_charged_with_is_shown_on_the_card(
    page: PeoplePage, context: AppContext, school: SmallSchool, qtbot: QtBot
) -> None:
    words = TaskWords(title="Tổ chức hội giảng", lead="Phan Thị Chi", due="20/11/2026")
    task = context.tasks.add(words, PlanPeriod(2026))
    page.show_place(Place("people", "person", school["Chi"]))
    card = page.cards.person()

    def doors() -> dict[str, QPushButton]:
        return {one.text(): one for one in card._door_row.findChildren(QPushButton)}

    qtbot.waitUntil(lambda: "1 nhiệm vụ" in doors())
    with qtbot.waitSignal(page.place_wanted) as wanted:
        doors()["1 nhiệm vụ"].click()
    assert wanted.args == [Place("work", "task", task)]


def test_a_hidden_page_reads_no_tasks_while_others_work(
    page: PeoplePage, context: AppContext, school: SmallSchool
) -> None:
    page.show_place(Place("people", "person", school["Chi"]))
    card = page.cards.person()
    card._doors_due.stop()
    page.hide()
    context.tasks.add(TaskWords(title="Hội giảng", lead="Phan Thị Chi"), PlanPeriod(2026))
    assert not card._doors_due.isActive()
    page.show()
    assert card._doors_due.isActive()


# --- the rest ---


def test_the_context_menu_offers_what_can_be_done_with_the_chosen(
    page: PeoplePage, school: SmallSchool
) -> None:
    choose(page, school["Chi"])
    words = [action.text().split("\t")[0] for action in page.list.acts.menu().actions()]
    assert [word for word in words if word] == [
        "Mở hồ sơ", "Sửa", "Chuyển tổ", "Ghi xếp loại…", "Thêm khen thưởng…",
        "Ghi nghỉ, chuyển đi…", "Xuất danh sách…", "Xoá",
    ]  # fmt: skip
    page.list.view.customContextMenuRequested.emit(QPoint(1, 1))
    popup = QGuiApplication.focusWindow()
    assert popup is None or popup.isVisible()


def test_an_empty_school_is_shown_its_first_steps(
    context: AppContext, theme: Theme, recorder: Recorder, tmp_path: Path
) -> None:
    with people_page(make_desk(context, theme, recorder, tmp_path)) as page:
        assert page.list.empty.isVisible()
        assert [button.text() for button in page.list.empty.buttons.values()] == [
            "Nhập từ Excel", "Tải tệp mẫu", "Thêm người",
        ]  # fmt: skip
        context.people.add(PersonData("Lê Thị Én"))
        assert not page.list.empty.isVisible()
        assert names(page) == ["Lê Thị Én"]


def test_in_the_window_control_n_is_the_pages_own_and_undo_names_the_act(
    context: AppContext,
    school: SmallSchool,
    theme: Theme,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fill(dialog: NewPersonDialog) -> None:
        dialog.name.setText("Lê Thị Én")
        dialog.act.click()

    answer(monkeypatch, NewPersonDialog, fill)
    context.close()
    with whole_window(tmp_path / "store", tmp_path / "máy", theme) as assembly:
        assembly.window.show_page("people")
        qtbot.waitActive(assembly.window)
        page = cast("PeoplePage", assembly.window.current_page)
        assert page.list.view.hasFocus()
        qtbot.keyClick(page.list.view, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        assert "Lê Thị Én" in names(page)
        undo = assembly.window.commands["undo"]
        qtbot.waitUntil(lambda: undo.text() == "&Hoàn tác: Thêm người")
        undo.trigger()
        qtbot.waitUntil(lambda: "Lê Thị Én" not in names(page))
        assembly.window.go_to(Place("people", "person", school["Tuấn"]))
        assert page.cards.person().name.text() == "Hoàng Minh Tuấn"
