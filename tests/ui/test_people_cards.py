"""The card of a person: the years, the records, the profile and what is wrong in it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tdkt_desktop.services.people_views import PersonData
from tdkt_desktop.services.record_views import Author as Part
from tdkt_desktop.services.record_views import (
    AwardData,
    AwardKind,
    DisciplineKind,
    InitiativeData,
    LeaveKind,
    Subject,
)
from tdkt_desktop.ui.dialogs.people_award_dialog import AwardDialog
from tdkt_desktop.ui.dialogs.people_rating_dialog import RatingDialog
from tdkt_desktop.ui.dialogs.people_span_dialog import DisciplineDialog, LeaveDialog
from tdkt_desktop.ui.page import Place
from tdkt_desktop.ui.tables.award_years import (
    COMMENDATION_COLUMN,
    DETAIL_ROLE,
    TITLE_COLUMN,
    YEAR_COLUMN,
)
from tests.support.school_people import SmallSchool, add_small_school, people_page
from tests.support.window_desk import make_desk
from tests.ui.test_people_page import answer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.ui.pages.people.page import PeoplePage
    from tdkt_desktop.ui.pages.people.person_card import PersonCard
    from tdkt_desktop.ui.theme.theme import Theme
    from tests.ui.conftest import Recorder


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
        made.show_place(Place("people", "person", school["Anh"]))
        yield made


@pytest.fixture
def card(page: PeoplePage) -> PersonCard:
    return page.cards.person()


def cells(card: PersonCard) -> list[tuple[str, str, str]]:
    model = card.awards.model
    return [
        (
            model.index(row, YEAR_COLUMN).data() or "",
            model.index(row, TITLE_COLUMN).data() or "",
            model.index(row, COMMENDATION_COLUMN).data() or "",
        )
        for row in range(model.rowCount())
    ]


# --- awards ---


def test_titles_and_commendations_of_a_year_stand_side_by_side(
    card: PersonCard, context: AppContext, school: SmallSchool
) -> None:
    anh = Subject(school["Anh"])
    praise = AwardData(
        kind=AwardKind.COMMENDATION, name="Giấy khen", year="2025-2026", number="12/QĐ-UBND",
        decided_on=date(2026, 6, 20),
    )  # fmt: skip
    context.records.add_award(anh, praise)
    old = AwardData(kind=AwardKind.COMMENDATION, name="Bằng khen", year="2019-2020", revoked=True)
    context.records.add_award(anh, old)
    assert cells(card) == [
        ("2025-2026", "Lao động tiên tiến", "Giấy khen"),
        ("2019-2020", "", "Bằng khen"),
    ]
    model = card.awards.model
    assert model.index(0, YEAR_COLUMN).data(DETAIL_ROLE) == "HTXSNV"
    assert model.index(0, TITLE_COLUMN).data(DETAIL_ROLE) == "Chưa có số quyết định"
    assert model.index(0, COMMENDATION_COLUMN).data(DETAIL_ROLE) == "QĐ 12/QĐ-UBND · 20/06/2026"
    assert model.index(1, COMMENDATION_COLUMN).data(DETAIL_ROLE) == "Đã huỷ bỏ, thu hồi"


def test_an_award_of_the_catalogue_brings_its_code_and_level(
    card: PersonCard, context: AppContext, school: SmallSchool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(dialog: AwardDialog) -> None:
        assert not dialog.act.isEnabled()
        offered = [dialog.name.itemText(place) for place in range(dialog.name.count())]
        assert "Chiến sĩ thi đua cơ sở" in offered
        assert not any(name.startswith("Tập thể") for name in offered)
        place = offered.index("Chiến sĩ thi đua cơ sở")
        dialog.name.setCurrentIndex(place)
        dialog.name.activated.emit(place)
        dialog.year.setText("năm ngoái")
        assert not dialog.act.isEnabled()
        dialog.year.setText("2024 - 2025")
        dialog.number.setText("512/QĐ-UBND")
        dialog.date.setText("20/6/2025")
        assert dialog.act.isEnabled()

    answer(monkeypatch, AwardDialog, fill)
    card.awards.add.click()
    (_newer, stored) = context.people.person(school["Anh"]).history.awards
    assert (stored.data.code, stored.data.level) == ("CSTDCS", "CO_SO")
    assert (stored.data.year, stored.data.decided_on) == ("2024-2025", date(2025, 6, 20))
    assert context.history.undo_label == "Thêm danh hiệu, khen thưởng"


def test_an_empty_place_of_a_year_adds_there(
    card: PersonCard, context: AppContext, school: SmallSchool, monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:  # fmt: skip
    def fill(dialog: AwardDialog) -> None:
        assert dialog.year.text() == "2025-2026"
        assert AwardKind(dialog.kind.value()) is AwardKind.COMMENDATION
        dialog.name.setCurrentText("Giấy khen của Công đoàn")

    answer(monkeypatch, AwardDialog, fill)
    table = card.awards.table
    table.setCurrentIndex(card.awards.model.index(0, COMMENDATION_COLUMN))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert cells(card)[0] == ("2025-2026", "Lao động tiên tiến", "Giấy khen của Công đoàn")
    kinds = {one.data.kind for one in context.people.person(school["Anh"]).history.awards}
    assert kinds == {AwardKind.TITLE, AwardKind.COMMENDATION}


def test_an_award_is_revoked_with_a_reason_and_removed_with_undo(
    card: PersonCard, context: AppContext, school: SmallSchool, recorder: Recorder,
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot,
) -> None:  # fmt: skip
    def fill(dialog: AwardDialog) -> None:
        dialog.revoked.setChecked(True)
        dialog.reason.setText("Kê khai không đúng")

    answer(monkeypatch, AwardDialog, fill)
    table = card.awards.table
    table.setCurrentIndex(card.awards.model.index(0, TITLE_COLUMN))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    (award,) = context.people.person(school["Anh"]).history.awards
    assert (award.data.revoked, award.data.revoked_reason) == (True, "Kê khai không đúng")
    assert table.currentIndex().column() == TITLE_COLUMN
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert recorder.notes[-1] == "Đã xoá “Lao động tiên tiến”."
    assert cells(card)[0][1] == ""
    assert recorder.last_act is not None
    recorder.last_act()
    assert cells(card)[0][1] == "Lao động tiên tiến"


# --- ratings, leave, discipline, initiatives ---


def test_a_rating_is_changed_and_removed(
    card: PersonCard, context: AppContext, school: SmallSchool, monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:  # fmt: skip
    def fill(dialog: RatingDialog) -> None:
        assert dialog.code() == "HTXSNV"
        dialog._level.setCurrentIndex(dialog._level.findData("HTTNV"))

    answer(monkeypatch, RatingDialog, fill)
    card.ratings.list.selectRow(0)
    qtbot.keyClick(card.ratings.list, Qt.Key.Key_Return)
    (rating,) = context.people.person(school["Anh"]).history.ratings
    assert (rating.code, rating.words) == ("HTTNV", "Hoàn thành tốt nhiệm vụ")
    card.ratings.list.selectRow(0)
    qtbot.keyClick(card.ratings.list, Qt.Key.Key_Delete)
    assert context.people.person(school["Anh"]).history.ratings == ()


def test_times_away_and_discipline_are_kept_with_their_days(
    card: PersonCard, context: AppContext, school: SmallSchool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill_leave(dialog: LeaveDialog) -> None:
        dialog.first.setText("1/9/2025")
        dialog.last.setText("1/3/2025")
        assert not dialog.act.isEnabled()
        dialog.last.setText("1/3/2026")
        assert dialog.act.isEnabled()

    def fill_discipline(dialog: DisciplineDialog) -> None:
        dialog.kind.setCurrentIndex(1)
        dialog.first.setText("5/5/2024")
        dialog.number.setText("7/QĐ")

    answer(monkeypatch, LeaveDialog, fill_leave)
    answer(monkeypatch, DisciplineDialog, fill_discipline)
    card.spans.add.click()
    card.spans.punish.click()
    history = context.people.person(school["Anh"]).history
    (leave,), (discipline,) = history.leaves, history.disciplines
    assert (leave.data.kind, leave.data.ends_on) == (LeaveKind.MATERNITY, date(2026, 3, 1))
    assert (discipline.data.kind, discipline.data.number) == (DisciplineKind.WARNING, "7/QĐ")
    shown = [card.spans.model.index(row, 0).data() for row in range(2)]
    assert shown == ["Nghỉ thai sản", "Kỷ luật: cảnh cáo"]


def test_an_initiative_opens_on_its_own_page(
    page: PeoplePage, card: PersonCard, context: AppContext, school: SmallSchool, qtbot: QtBot
) -> None:
    data = InitiativeData(
        title="Dạy đọc qua trò chơi", year="2025-2026", recognised="CO_SO",
        authors=(Part(person_id=school["Anh"], share=100),),
    )  # fmt: skip
    made = context.records.add_initiative(data)
    assert card.initiatives.model.index(0, 2).data() == "Cơ sở (nhà trường)"
    card.initiatives.list.selectRow(0)
    with qtbot.waitSignal(page.place_wanted) as wanted:
        qtbot.keyClick(card.initiatives.list, Qt.Key.Key_Return)
    assert wanted.args == [Place("initiatives", "initiative", made)]


def test_a_collective_has_awards_and_ratings_of_its_own(
    page: PeoplePage, context: AppContext, school: SmallSchool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(dialog: AwardDialog) -> None:
        offered = [dialog.name.itemText(place) for place in range(dialog.name.count())]
        assert "Lao động tiên tiến" not in offered
        dialog.name.setCurrentText("Tập thể Lao động tiên tiến")

    answer(monkeypatch, AwardDialog, fill)
    answer(monkeypatch, RatingDialog, lambda _dialog: None)
    page.show_place(Place("people", "group", school.groups["school"]))
    page.cards.group().awards.add.click()
    page.cards.group().ratings.add.click()
    history = context.records.history(Subject.of_group(school.groups["school"]))
    assert [one.data.code for one in history.awards] == ["TTLDTT"]
    assert [one.code for one in history.ratings] == ["HTXSNV"]


# --- the profile ---


def test_a_field_is_stored_when_it_is_left_and_undo_shows_what_was(
    page: PeoplePage, card: PersonCard, context: AppContext, school: SmallSchool
) -> None:
    card.form["position"].setText("  Giáo viên,  Khối trưởng ")
    card.form["position"].editingFinished.emit()
    assert context.people.person(school["Anh"]).data.position == "Giáo viên, Khối trưởng"
    card.form["party_member"].choose(False)
    card.form["party_member"].activated.emit(2)
    assert context.people.person(school["Anh"]).data.party_member is False
    assert context.history.undo_label == "Sửa hồ sơ cá nhân"
    context.history.undo()
    context.history.undo()
    assert card.form["position"].text() == "Tổ trưởng"
    assert card.form["party_member"].value() is True


def test_a_date_that_does_not_exist_is_said_and_stays_while_the_rest_is_stored(
    card: PersonCard, context: AppContext, school: SmallSchool
) -> None:
    card.form["sector_since"].setText("31/9/2010")
    card.form["job_title"].setText("Giáo viên tiểu học hạng III")
    card.form["job_title"].editingFinished.emit()
    data = context.people.person(school["Anh"]).data
    assert (data.job_title, data.sector_since) == ("Giáo viên tiểu học hạng III", None)
    assert card.form["sector_since"].text() == "31/9/2010"
    assert "31/9/2010" in card.form._fields["sector_since"].frame._note.text()


def test_days_that_contradict_each_other_are_said_above_the_form(
    card: PersonCard, context: AppContext, school: SmallSchool
) -> None:
    card.form["hired_on"].setText("1/9/1980")
    card.form["hired_on"].editingFinished.emit()
    assert "ngày về trường 01/9/1980 không hợp lý" in card.form.problem.text()
    assert context.people.person(school["Anh"]).data.hired_on is None
    card.form["hired_on"].setText("1/9/2008")
    card.form["hired_on"].editingFinished.emit()
    assert not card.form.problem.isVisible()
    assert context.people.person(school["Anh"]).data.hired_on == date(2008, 9, 1)


def test_what_is_typed_stays_when_something_else_changes_the_person(
    card: PersonCard, context: AppContext, school: SmallSchool
) -> None:
    card.form["notes"].setPlainText("Đang nuôi con nhỏ")
    context.people.move([school["Anh"]], school.groups["office"])
    assert card.form["notes"].toPlainText() == "Đang nuôi con nhỏ"
    assert card.form["group_id"].value() == school.groups["office"]
    card.form.flush()
    data = context.people.person(school["Anh"]).data
    assert (data.notes, data.group_id) == ("Đang nuôi con nhỏ", school.groups["office"])


def test_going_to_somebody_else_stores_what_was_typed(
    page: PeoplePage, card: PersonCard, context: AppContext, school: SmallSchool
) -> None:
    card.form["full_name"].setText("Vũ Thị Ngọc Anh")
    page.show_place(Place("people", "person", school["Chi"]))
    assert context.people.person(school["Anh"]).data.full_name == "Vũ Thị Ngọc Anh"
    assert card.form["full_name"].text() == "Phan Thị Chi"


def test_an_identity_number_is_shown_only_to_whoever_asks(
    card: PersonCard, context: AppContext, school: SmallSchool
) -> None:
    identity = card.form.identity
    identity.edit.insert("001085012345")
    identity.edit.textEdited.emit("001085012345")
    identity.edit.editingFinished.emit()
    assert context.people.identity_number(school["Anh"]) == "001085012345"
    assert identity.edit.text() == "•••••••••345"
    assert identity.edit.isReadOnly()
    identity.eye.click()
    assert identity.edit.text() == "001085012345"
    identity.eye.click()
    assert identity.edit.text() == "•••••••••345"
    identity.eye.click()
    identity.edit.setText("12")
    identity.edit.textEdited.emit("12")
    identity.edit.editingFinished.emit()
    assert "9 hoặc 12 chữ số" in card.form.problem.text()
    assert context.people.identity_number(school["Anh"]) == "001085012345"


def test_a_number_that_is_somebody_elses_is_refused_by_name(
    card: PersonCard, context: AppContext, school: SmallSchool
) -> None:
    data = context.people.person(school["Chi"]).data
    context.people.save(school["Chi"], PersonData(data.full_name, identity_number="001198000001"))
    card.form.identity.edit.setText("001198000001")
    card.form.identity.edit.textEdited.emit("001198000001")
    card.form.identity.edit.editingFinished.emit()
    assert "Phan Thị Chi" in card.form.problem.text()
