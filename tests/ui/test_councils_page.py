"""The page of the councils: members, duties, meetings and their documents."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QMenu, QPlainTextEdit

from tdkt_desktop.services.council_views import CouncilFacts, CouncilKind, CouncilRole, DutyKind
from tdkt_desktop.services.period import PlanPeriod
from tdkt_desktop.ui.page import Place
from tdkt_desktop.ui.pages.councils.council_dialog import CouncilDialog
from tdkt_desktop.ui.pages.councils.library_dialog import LibraryDialog
from tdkt_desktop.ui.pages.councils.page import CouncilsPage
from tdkt_desktop.ui.widgets.suggest_edit import SuggestEdit
from tdkt_desktop.vietnamese.school_year import SchoolYear
from tdkt_desktop.vietnamese.text import fold
from tests.support.council_year import add_year
from tests.ui.conftest import Chosen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.ui.desk import Desk
    from tests.ui.conftest import Recorder

SIZE = (1180, 640)


@pytest.fixture
def ids(context: AppContext) -> dict[str, int]:
    return add_year(context)


@pytest.fixture
def page(desk: Desk, ids: dict[str, int], qtbot: QtBot) -> Iterator[CouncilsPage]:
    made = CouncilsPage(desk)
    qtbot.addWidget(made)
    made.resize(*SIZE)
    made.show_year(2026)
    made.show()
    yield made
    made.shut_down()


def answer(monkeypatch: pytest.MonkeyPatch, kind: type[QDialog], fill: Callable[..., None]) -> None:
    """Let a dialog be filled and accepted as soon as it is shown."""

    def accept(dialog: QDialog) -> QDialog.DialogCode:
        fill(dialog)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(kind, "exec", accept)


def names(page: CouncilsPage) -> list[str]:
    return [seat.name for seat in page.members.model.items]


def stored(context: AppContext, ids: dict[str, int]) -> list[str]:
    return [seat.name for seat in context.councils.council(ids["council"]).seats]


def test_it_opens_on_the_members_and_the_duties_of_the_first(page: CouncilsPage) -> None:
    assert page.head.council.currentText() == "Hội đồng Thi đua - Khen thưởng"
    assert names(page)[0] == "Lê Thị Minh Nguyệt"
    assert page.duties.seat is not None
    assert page.duties.seat.name == "Lê Thị Minh Nguyệt"
    assert page.duties.model.items == page.duties.seat.duties
    assert page.duties.model.items


def test_a_name_typed_without_marks_finds_the_person(
    page: CouncilsPage, context: AppContext, ids: dict[str, int], qtbot: QtBot
) -> None:
    page.members.grid.begin_new()
    editor = page.members.grid.findChild(SuggestEdit)
    assert editor is not None
    qtbot.keyClicks(editor, "nguyet")
    offered = editor._offered
    assert "Nguyệt" in offered.item(0).text()
    qtbot.keyClick(editor._popup, Qt.Key.Key_Escape)
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    row = page.members.model.rowCount() - 1
    page.members.model.setData(page.members.model.index(row, 1), "Khách mời ngoài trường")
    assert stored(context, ids)[-1] == "Khách mời ngoài trường"
    last = context.councils.council(ids["council"]).seats[-1]
    assert last.person_id is None


def test_a_person_is_taken_from_the_list_by_the_keyboard(
    page: CouncilsPage, context: AppContext, ids: dict[str, int], qtbot: QtBot
) -> None:
    free = next(one for one in context.people.rows() if one.full_name not in names(page))
    page.members.grid.begin_new()
    editor = page.members.grid.findChild(SuggestEdit)
    assert editor is not None
    qtbot.keyClicks(editor, fold(free.full_name))
    qtbot.keyClick(editor._popup, Qt.Key.Key_Down)
    qtbot.keyClick(editor._popup, Qt.Key.Key_Return)
    last = context.councils.council(ids["council"]).seats[-1]
    assert (last.name, last.person_id) == (free.full_name, free.id)
    assert page.members.current is not None
    assert page.members.current.id == last.id
    assert page.duties.seat is not None
    assert page.duties.seat.id == last.id


def test_choosing_a_person_brings_the_position_along(
    page: CouncilsPage, context: AppContext, ids: dict[str, int]
) -> None:
    row = page.members.model.rowCount() - 1
    person = next(one for one in context.people.rows() if one.full_name not in names(page))
    page.members.model.setData(page.members.model.index(row, 1), person.full_name)
    last = context.councils.council(ids["council"]).seats[-1]
    assert (last.person_id, last.position) == (person.id, person.position or person.job_title)


def test_members_are_put_in_order_by_the_keyboard_and_by_rank(
    page: CouncilsPage, context: AppContext, ids: dict[str, int], qtbot: QtBot
) -> None:
    before = names(page)
    page.members.grid.go(1)
    qtbot.keyClick(page.members.grid, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert stored(context, ids)[:2] == [before[1], before[0]]
    assert page.members.grid.row == 0
    page.members.by_rank_asked.emit()
    assert stored(context, ids) == before


def test_a_role_is_chosen_in_the_cell(
    page: CouncilsPage, context: AppContext, qtbot: QtBot
) -> None:
    grid = page.members.grid
    grid.go(3, 2)
    grid.edit(grid.currentIndex())
    combo = grid.findChild(QComboBox)
    assert combo is not None
    combo.setCurrentText("Uỷ viên thường trực")
    combo.activated.emit(combo.currentIndex())
    assert page.members.model.items[3].role is CouncilRole.STANDING
    combo.hidePopup()


def test_what_cannot_be_is_refused_in_words(page: CouncilsPage, recorder: Recorder) -> None:
    before = page.members.model.items
    model = page.members.model
    assert not model.setData(model.index(0, 1), "   ")
    assert not model.setData(model.index(0, 4), "31/2/2026")
    assert not model.setData(model.index(0, 2), "Trùm")
    assert page.members.model.items == before
    assert recorder.notes[0].startswith("Thành viên phải có họ tên.")
    assert "Không có ngày “31/2/2026”" in recorder.notes[1]
    assert "Không có vai trò “Trùm”" in recorder.notes[2]


def test_removing_a_member_is_told_and_taken_back(
    page: CouncilsPage, context: AppContext, ids: dict[str, int], recorder: Recorder
) -> None:
    before = stored(context, ids)
    page.members.grid.go(2)
    page.members.grid.remove_rows()
    assert stored(context, ids) == before[:2] + before[3:]
    assert before[2] in recorder.notes[-1]
    assert recorder.last_act is not None
    recorder.last_act()
    assert stored(context, ids) == before
    assert names(page) == before


def test_a_block_from_excel_becomes_members(
    page: CouncilsPage, context: AppContext, ids: dict[str, int]
) -> None:
    QGuiApplication.clipboard().setText("Hồ Thị Sen\tUỷ viên\tKế toán\nVõ Văn Tám\tuy vien\tBảo vệ")
    page.members.grid.go(page.members.model.rowCount() - 1, 1)
    page.members.grid.paste()
    seats = context.councils.council(ids["council"]).seats[-2:]
    assert [(one.name, one.role, one.position) for one in seats] == [
        ("Hồ Thị Sen", CouncilRole.MEMBER, "Kế toán"),
        ("Võ Văn Tám", CouncilRole.MEMBER, "Bảo vệ"),
    ]


def test_the_law_warns_quietly_with_its_source(page: CouncilsPage) -> None:
    model = page.members.model
    model.setData(model.index(model.rowCount() - 1, 1), "Người thứ sáu")
    told = page.members.notes.texts()
    assert any("số lẻ" in text for text in told)
    assert page.members.notes.isVisible()
    page.members.notes.head.setChecked(True)
    sources = [note.source for note in page.members.notes._notes]
    assert any("28/2020/TT-BGDĐT" in source for source in sources)


def test_duties_are_edited_in_place(
    page: CouncilsPage, context: AppContext, ids: dict[str, int], qtbot: QtBot
) -> None:
    page.members.grid.go(3)
    grid = page.duties.grid
    grid.go(grid.model().rowCount() - 1, 2)
    grid.edit(grid.currentIndex())
    editor = grid.findChild(QPlainTextEdit)
    assert editor is not None
    qtbot.keyClicks(editor, "Trang tri hoi truong")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert (
        context.councils.council(ids["council"]).seats[3].duties[-1].text == "Trang tri hoi truong"
    )
    page.duties.grid.go(len(page.duties.model.items) - 1, 0)
    page.duties.grid.remove_rows()
    texts = [duty.text for duty in context.councils.council(ids["council"]).seats[3].duties]
    assert "Trang tri hoi truong" not in texts


def test_a_kind_chosen_before_the_words_waits_for_them(
    page: CouncilsPage, context: AppContext, ids: dict[str, int]
) -> None:
    model = page.duties.model
    before = context.councils.council(ids["council"]).seats[0].duties
    row = len(model.items)
    model.setData(model.index(row, 1), "Phong trào")
    assert model.items[row].kind is DutyKind.MOVEMENT
    assert context.councils.council(ids["council"]).seats[0].duties == before
    model.setData(model.index(row, 3), "Mỗi ngày một trang sách")
    added = context.councils.council(ids["council"]).seats[0].duties[-1]
    assert added.movement_id is not None
    assert "Mỗi ngày một trang sách" in added.text


def test_usual_duties_come_from_the_library_several_at_once(
    page: CouncilsPage,
    context: AppContext,
    ids: dict[str, int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page.members.grid.go(3)
    before = len(context.councils.council(ids["council"]).seats[3].duties)

    def tick(dialog: LibraryDialog) -> None:
        assert not dialog.act.isEnabled()
        free = [
            item
            for item in dialog._items()
            if item.flags() & Qt.ItemFlag.ItemIsEnabled
            and item.checkState() is Qt.CheckState.Unchecked
        ]
        for item in free[:2]:
            item.setCheckState(Qt.CheckState.Checked)
        assert dialog.act.isEnabled()

    answer(monkeypatch, LibraryDialog, tick)
    page.duties.library_asked.emit()
    assert len(context.councils.council(ids["council"]).seats[3].duties) == before + 2


def test_the_board_shows_all_and_goes_to_a_member(page: CouncilsPage) -> None:
    page.show_view("board")
    assert [seat.name for seat in page.board.model.items] == names(page)
    page.board.grid.opened.emit(2)
    assert page.views.value() == "members"
    assert page.members.grid.row == 2


def test_those_without_duties_get_the_usual_ones_at_a_stroke(
    page: CouncilsPage, context: AppContext, ids: dict[str, int], recorder: Recorder
) -> None:
    seat = context.councils.council(ids["council"]).seats[0]
    assert seat.id is not None
    context.councils.set_duties(seat.id, [])
    page.refresh()
    assert page.board.usual.isEnabled()
    page.board.usual.click()
    assert context.councils.council(ids["council"]).seats[0].duties
    assert recorder.notes[-1] == "Đã giao nhiệm vụ thường lệ cho 1 người."
    assert not page.board.usual.isEnabled()


def test_a_meeting_is_stored_while_it_is_typed(
    page: CouncilsPage, context: AppContext, ids: dict[str, int], qtbot: QtBot
) -> None:
    page.show_view("meetings")
    form = page.meetings.form
    assert form.subject.text() == "Họp Hội đồng đầu năm học"
    qtbot.keyClicks(form.venue, " so 2")
    form.agenda.setPlainText("Việc thứ nhất\n\nViệc thứ hai")
    qtbot.waitUntil(
        lambda: (
            context.councils.meeting(ids["meeting"]).facts.agenda
            == ("Việc thứ nhất", "Việc thứ hai")
        ),
        timeout=3000,
    )
    assert context.councils.meeting(ids["meeting"]).facts.venue.endswith("so 2")


def test_who_is_away_is_a_tick_taken_off(
    page: CouncilsPage, context: AppContext, ids: dict[str, int]
) -> None:
    page.show_view("meetings")
    page.meetings.form.present.item(0).setCheckState(Qt.CheckState.Unchecked)
    page.flush()
    chair = context.councils.council(ids["council"]).seats[0].id
    assert chair in context.councils.meeting(ids["meeting"]).facts.absent
    assert len(context.councils.meeting(ids["meeting"]).facts.absent) == 2


def test_a_meeting_without_a_name_is_not_stored_and_says_so(
    page: CouncilsPage, context: AppContext, ids: dict[str, int]
) -> None:
    page.show_view("meetings")
    page.meetings.form.subject.setText("")
    page.meetings.form.venue.setText("Nơi khác")
    page.flush()
    assert context.councils.meeting(ids["meeting"]).facts.venue == "Phòng họp của trường"
    assert page.meetings.form._subject_field.widget.property("invalid")


def test_meetings_are_added_and_removed(
    page: CouncilsPage, context: AppContext, ids: dict[str, int], recorder: Recorder
) -> None:
    page.show_view("meetings")
    page.meetings.added.emit()
    assert len(context.councils.meetings(ids["council"])) == 2
    assert page.meetings.form.subject.text() == "Cuộc họp mới"
    page.meetings._remove()
    assert len(context.councils.meetings(ids["council"])) == 1
    assert recorder.notes[-1] == "Đã xoá 1 cuộc họp."
    assert page.meetings.current == ids["meeting"]


def test_a_document_of_a_meeting_is_drafted_once_and_opened(
    page: CouncilsPage, context: AppContext, ids: dict[str, int]
) -> None:
    wanted: list[Place] = []
    page.place_wanted.connect(wanted.append)
    page.show_view("meetings")
    for _time in range(2):
        page.meetings.paper_asked.emit("bien-ban-hop", ids["meeting"])
    (paper,) = context.papers.papers(2026)
    assert wanted == [Place("papers", "paper", paper.id)] * 2
    assert paper.about["meeting"] == ids["meeting"]


def test_each_document_of_a_council_can_be_drafted(
    page: CouncilsPage, context: AppContext, recorder: Recorder
) -> None:
    actions = page.head.papers.menu().actions()
    for action in actions[:3]:
        action.trigger()
    kinds = {paper.kind for paper in context.papers.papers(2026)}
    assert kinds == {"qd-thanh-lap-hoi-dong", "qd-kien-toan-hoi-dong", "tb-phan-cong-nhiem-vu"}
    assert not recorder.errors


def test_all_task_sheets_become_one_file(
    page: CouncilsPage, desk: Desk, recorder: Recorder, tmp_path: object, qtbot: QtBot
) -> None:
    assert isinstance(desk.chooser, Chosen)
    target = desk.context.store.folder / "phieu.pdf"
    desk.chooser.answer = target
    page.head.wanted.emit("sheets")
    qtbot.waitUntil(lambda: bool(recorder.notes or recorder.errors), timeout=20_000)
    assert recorder.notes == ["Đã xuất phieu.pdf."]
    assert target.read_bytes().startswith(b"%PDF")


def test_a_change_of_duties_shows_which_documents_are_left_behind(
    page: CouncilsPage, context: AppContext, ids: dict[str, int], qtbot: QtBot
) -> None:
    period = PlanPeriod(2026, SchoolYear(2026))
    context.papers.add_draft(
        "tb-phan-cong-nhiem-vu", period, str(ids["council"]), date(2026, 9, 10)
    )
    model = page.duties.model
    model.setData(model.index(0, 2), "Việc mới giao hôm nay")
    qtbot.waitUntil(lambda: page.banner.isVisible(), timeout=10_000)
    assert "1 văn bản" in page.banner.accessibleName()


def test_last_years_council_is_taken_over_into_a_new_year(
    page: CouncilsPage,
    context: AppContext,
    ids: dict[str, int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page.show_year(2027)
    assert page.council is None
    assert page.empty.isVisible()

    def fill(dialog: CouncilDialog) -> None:
        assert dialog.source.count() == 2
        dialog.number.setText("20/QĐ-THHP")
        dialog.decided.setText("8/9/2027")

    answer(monkeypatch, CouncilDialog, fill)
    page.empty.button.click()
    made = context.councils.of_year(2027)
    assert made is not None
    assert [seat.name for seat in made.seats] == stored(context, ids)
    assert (made.facts.decision_number, made.facts.decided_on) == (
        "20/QĐ-THHP",
        date(2027, 9, 8),
    )
    assert names(page) == stored(context, ids)
    assert made.cloned_from == ids["council"]


def test_an_end_before_the_start_cannot_be_said(desk: Desk, qtbot: QtBot) -> None:
    dialog = CouncilDialog(CouncilFacts(), date(2026, 9, 1), earlier=())
    qtbot.addWidget(dialog)
    dialog.starts.setText("1/9/2026")
    dialog.ends.setText("31/8/2026")
    assert not dialog.act.isEnabled()
    dialog.ends.setText("31/8/2027")
    assert dialog.act.isEnabled()
    dialog.ends.setText("31/6/2027")
    assert not dialog.act.isEnabled()


def test_a_second_council_of_the_year_is_chosen_at_the_head(
    page: CouncilsPage, context: AppContext
) -> None:
    period = PlanPeriod(2026, SchoolYear(2026))
    before = page.head.council.count()
    tally = context.councils.add(CouncilFacts(CouncilKind.TALLY), period)
    page.refresh()
    assert page.head.council.count() == before + 1
    page.show_council(tally)
    assert names(page) == []
    assert page.duties.seat is None
    model = page.members.model
    model.setData(model.index(0, 1), "Hồ Thị Sen")
    assert [seat.name for seat in context.councils.council(tally).seats] == ["Hồ Thị Sen"]
    assert model.index(0, 2).data() == "Thành viên"


def test_a_council_goes_to_the_bin_and_comes_back(
    page: CouncilsPage, context: AppContext, ids: dict[str, int], recorder: Recorder
) -> None:
    page.head.wanted.emit("remove")
    assert context.councils.of_year(2026) is None
    assert page.council is None or page.council.id != ids["council"]
    assert recorder.last_act is not None
    recorder.last_act()
    assert context.councils.of_year(2026) is not None
    assert names(page) == stored(context, ids)


def test_places_lead_to_a_council_a_member_and_a_meeting(
    page: CouncilsPage, context: AppContext, ids: dict[str, int], recorder: Recorder
) -> None:
    page.show_year(2030)
    page.show_place(Place("councils", "meeting", ids["meeting"]))
    assert page.views.value() == "meetings"
    assert page.meetings.current == ids["meeting"]
    seat = context.councils.council(ids["council"]).seats[2].id
    page.show_place(Place("councils", "member", seat))
    assert page.members.current is not None
    assert page.members.current.id == seat
    page.show_place(Place("councils", "council", 999))
    assert "999" in recorder.errors[-1].message


def test_rows_are_dragged_to_another_place(
    page: CouncilsPage, context: AppContext, ids: dict[str, int]
) -> None:
    before = stored(context, ids)
    assert page.members.model.move([0], 3) == 2
    assert stored(context, ids) == [before[1], before[2], before[0], *before[3:]]
    assert page.members.grid.dragEnabled()
    assert page.members.grid.indexAt(QPoint(5, 5)).isValid()


def test_the_menu_of_a_meeting_offers_its_documents(
    page: CouncilsPage, context: AppContext, ids: dict[str, int]
) -> None:
    page.show_view("meetings")
    page.meetings.select(ids["meeting"])
    page.meetings.list.customContextMenuRequested.emit(QPoint(5, 5))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [action.text() for action in menu.actions()]
    assert {"Giấy mời họp", "Biên bản họp Hội đồng", "Xoá cuộc họp"} <= set(words)
    menu.actions()[words.index("Giấy mời họp")].trigger()
    assert [paper.kind for paper in context.papers.papers(2026)] == ["giay-moi-hop"]
    menu.close()
