"""Staff lists come in after a look, as one step, and what goes out comes in again as it was."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from tdkt_desktop.errors import Cancelled, InputError, UsageError
from tdkt_desktop.imports.people_headings import heading_of
from tdkt_desktop.services.context import AppContext
from tdkt_desktop.services.demo_people import add_sample_people
from tdkt_desktop.services.people_columns import COLUMNS
from tdkt_desktop.services.people_files import CsvCode, ListOptions
from tdkt_desktop.services.people_preview import NEW_PERSON, SKIP, Choice, PeoplePreview, RowOutcome
from tdkt_desktop.services.people_views import PersonData, Sex
from tdkt_desktop.services.record_views import Subject
from tdkt_desktop.vietnamese.text import clean_line
from tests.support.staff_lists import staff, write_book
from tests.support.store_tools import dump

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "Họ và tên|Ngày sinh|Tổ|Chức vụ|CCCD|Xếp loại 2024-2025"


def look(context: AppContext, *lines: str) -> PeoplePreview:
    block = "\n".join("\t".join(line.split("|")) for line in (HEAD, *lines))
    return context.people_import.preview_text(block)


def outcomes(preview: PeoplePreview) -> list[RowOutcome]:
    return [row.outcome for row in preview.rows]


def test_a_list_comes_in_as_one_step_that_undo_takes_back(
    empty: AppContext, tmp_path: Path
) -> None:
    before = dump(empty.store.path)
    preview = empty.people_import.preview(write_book(tmp_path / "a.xlsx", staff(30)))
    assert outcomes(preview) == [RowOutcome.NEW] * 30
    assert dump(empty.store.path) == before
    result = empty.people_import.apply(preview)
    assert (result.added, result.updated, result.left_out) == (30, 0, 0)
    assert len(empty.people.rows()) == 30
    assert len(empty.groups.groups()) == len(preview.new_groups)
    assert empty.history.undo_label == result.change.label
    empty.history.undo()
    assert dump(empty.store.path) == before


def test_the_same_list_again_changes_nothing(empty: AppContext, tmp_path: Path) -> None:
    path = write_book(tmp_path / "a.xlsx", staff(30))
    empty.people_import.apply(empty.people_import.preview(path))
    preview = empty.people_import.preview(path)
    assert outcomes(preview) == [RowOutcome.UNCHANGED] * 30
    assert not empty.people_import.apply(preview).change


def test_an_update_says_what_changes_and_empty_cells_change_nothing(empty: AppContext) -> None:
    data = PersonData("Lê An", date(1980, 2, 1), position="Giáo viên", notes="giữ")
    person = empty.people.add(data)
    preview = look(empty, "LÊ AN|1/2/1980|2|Tổ trưởng||Tốt")
    (row,) = preview.rows
    assert (row.outcome, row.person_id) == (RowOutcome.UPDATE, person)
    assert [(one.title, one.before, one.after) for one in row.changes] == [
        ("Chức vụ", "Giáo viên", "Tổ trưởng"), ("Tổ", "(trống)", "Tổ 2"),
    ]  # fmt: skip
    empty.people_import.apply(preview)
    view = empty.people.person(person)
    assert (view.data.notes, view.data.position, view.group_name) == ("giữ", "Tổ trưởng", "Tổ 2")
    assert view.history.ratings[0].code == "HTTNV"
    assert outcomes(look(empty, "Lê An|1/2/1980|Tổ 2|||")) == [RowOutcome.UNCHANGED]


def test_the_identity_number_decides_before_the_name(empty: AppContext) -> None:
    number = "001085000001"
    person = empty.people.add(PersonData("Lê Thị An", date(1980, 2, 1), identity_number=number))
    (row,) = look(empty, f"Lê Thị Ân|2/2/1980|||{number}|").rows
    assert (row.outcome, row.person_id) == (RowOutcome.UPDATE, person)
    (row,) = look(empty, "Lê Thị An|1/2/1980|||001085000002|").rows
    assert row.outcome is RowOutcome.NEW


@pytest.mark.parametrize(
    "line",
    [
        "Lê Thị Hoà||||",
        "Lê Thị Hoà|2/1/1980|||",
        "Lê Thị Hoà|1/2/1981|||",
        "Lê Thị Hoa|1/2/1980|||",
    ],
)
def test_a_doubt_is_asked_and_left_out_until_somebody_decides(empty: AppContext, line: str) -> None:
    person = empty.people.add(PersonData("Lê Thị Hoà", date(1980, 2, 1), position="Kế toán"))
    preview = look(empty, line.removesuffix("|") + "Tổ trưởng||")
    (row,) = preview.rows
    assert row.outcome is RowOutcome.DOUBTFUL
    assert [one.id for one in row.candidates] == [person]
    assert "01/02/1980" in row.candidates[0].label
    assert "Kế toán" in row.reason
    assert empty.people_import.apply(preview).left_out == 1
    assert not empty.people_import.apply(preview, {row.number: SKIP}).change
    assert empty.people_import.apply(preview, {row.number: Choice(person)}).updated == 1
    assert len(empty.people.rows()) == 1
    assert empty.people_import.apply(preview, {row.number: NEW_PERSON}).added == 1
    assert len(empty.people.rows()) == 2


def test_tone_marks_and_capitals_do_not_make_another_person(empty: AppContext) -> None:
    person = empty.people.add(PersonData("Lê Thị Hoà", date(1980, 2, 1)))
    (row,) = look(empty, "LÊ THỊ HÒA|1/2/1980|||").rows
    assert row.person_id == person


def test_namesakes_of_another_birth_date_are_new(empty: AppContext) -> None:
    empty.people.add(PersonData("Lê Thị Hoà", date(1980, 2, 1)))
    assert outcomes(look(empty, "Lê Thị Hoà|17/8/1992|||")) == [RowOutcome.NEW]


def test_two_rows_about_one_stored_person_are_not_both_taken(empty: AppContext) -> None:
    number = "001085000001"
    empty.people.add(PersonData("Lê An", date(1980, 2, 1), identity_number=number))
    preview = look(empty, "Lê An|1/2/1980|Tổ 1|||", f"Lê Văn An|3/2/1980|Tổ 2||{number}|")
    assert outcomes(preview) == [RowOutcome.UPDATE, RowOutcome.FAILED]
    assert "dòng 2" in preview.rows[1].reason


def test_what_a_file_and_the_store_say_may_not_contradict(empty: AppContext) -> None:
    empty.people.add(PersonData("Lê An", date(1980, 2, 1), hired_on=date(2010, 9, 1)))
    block = "Họ và tên\tNgày sinh\tNgày nghỉ\nLê An\t1/2/1980\t1/9/2005"
    (row,) = empty.people_import.preview_text(block).rows
    assert row.outcome is RowOutcome.FAILED
    assert "ngày nghỉ" in row.reason


def test_a_rating_that_nobody_knows_fails_the_row(empty: AppContext) -> None:
    (row,) = look(empty, "Lê An|1/2/1980||||Siêu").rows
    assert "Siêu" in row.reason


def test_a_choice_that_cannot_be_takes_nothing_in(empty: AppContext) -> None:
    preview = look(empty, "Lê An|1/2/1980|||", "Lê Bình|1/2/1981|||")
    with pytest.raises(InputError, match="99"):
        empty.people_import.apply(preview, {3: Choice(99)})
    assert empty.people.rows() == ()


def test_failed_rows_go_out_with_the_reason_and_come_in_when_put_right(
    empty: AppContext, tmp_path: Path
) -> None:
    preview = look(empty, "Lê An|31/2/1980|Tổ 1|||", "Lê Bình|1/2/1981|Tổ 1|||")
    path = empty.people_files.write_left_out(preview, tmp_path / "sửa.xlsx")
    empty.people_import.apply(preview)
    book = load_workbook(path)
    sheet = book.active
    assert [cell.value for cell in sheet[1]][-1] == "Lý do không nhập được"
    assert "31/2/1980" in sheet.cell(2, 7).value
    assert sheet.max_row == 2
    sheet["B2"] = "28/2/1980"
    book.save(path)
    again = empty.people_import.preview(path)
    assert outcomes(again) == [RowOutcome.NEW]
    assert again.unknown == ()
    with pytest.raises(InputError, match="không có gì"):
        empty.people_files.write_left_out(again, tmp_path / "khác.xlsx")


def test_every_column_that_goes_out_is_understood_coming_in() -> None:
    found = {column.field: heading_of(column.title) for column in COLUMNS}
    assert all(field == name for name, field in found.items())


def test_the_template_offers_groups_and_comes_in_when_filled(
    empty: AppContext, tmp_path: Path
) -> None:
    empty.groups.add("Tổ Văn phòng")
    path = empty.people_files.template(tmp_path / "mẫu.xlsx")
    book = load_workbook(path)
    assert book.sheetnames == ["Nhân sự", "Hướng dẫn", "Danh mục"]
    assert "Tổ Văn phòng" in [cell.value for row in book["Danh mục"] for cell in row]
    with pytest.raises(InputError, match="chưa có ai"):
        empty.people_import.preview(path)
    heads = {cell.value: cell.column for cell in book["Nhân sự"][1]}
    for title, value in {"Họ và tên": "Lê An", "Giới tính": "Nam", "Tổ": "Tổ Văn phòng"}.items():
        book["Nhân sự"].cell(2, heads[title], value)
    book.save(path)
    preview = empty.people_import.preview(path)
    assert (outcomes(preview), preview.new_groups) == ([RowOutcome.NEW], ())


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
@pytest.mark.parametrize("code", list(CsvCode))
def test_the_sample_school_comes_back_from_its_own_list(
    context: AppContext, tmp_path: Path, name: str, code: CsvCode
) -> None:
    add_sample_people(context)
    path = context.people_files.export(tmp_path / name, ListOptions(code=code))
    preview = context.people_import.preview(path)
    assert set(outcomes(preview)) == {RowOutcome.UNCHANGED}
    with AppContext.open(tmp_path / "khác") as other:
        other.people_import.apply(other.people_import.preview(path))
        assert everything(other) == everything(context)


def everything(context: AppContext) -> list[Any]:
    views = [context.people.person(row.id) for row in context.people.rows()]
    return [
        (
            view.data.full_name, view.data.birth_date, view.data.sex, view.group_name,
            view.data.position, view.data.job_title, view.data.party_member, view.data.manager,
            view.data.sector_since, view.data.hired_on, view.data.left_on, view.data.left_reason,
            view.data.returned_on, view.data.qualifications, view.data.political_theory,
            view.data.notes, view.data.special_area_years,
            [(one.year, one.code, one.words) for one in view.history.ratings],
        )
        for view in views
    ]  # fmt: skip


def test_a_list_goes_out_as_it_is_shown_with_numbers_only_when_asked(
    empty: AppContext, tmp_path: Path
) -> None:
    first = empty.people.add(PersonData("Lê An", identity_number="001085000001"))
    second = empty.people.add(PersonData("=cmd|' /C calc'!A0"))
    path = empty.people_files.export(tmp_path / "a.xlsx", ListOptions([second, first]))
    sheet = load_workbook(path).active
    assert [cell.value for cell in sheet["B"]] == ["Họ và tên", "=cmd|' /C calc'!A0", "Lê An"]
    assert sheet["B2"].data_type == "s"
    assert "Số định danh cá nhân" not in [cell.value for cell in sheet[1]]
    options = ListOptions(identity=True)
    path = empty.people_files.export(tmp_path / "b.xlsx", options)
    assert "001085000001" in [cell.value for row in load_workbook(path).active for cell in row]


def test_other_endings_and_files_that_are_there_are_refused(
    empty: AppContext, tmp_path: Path
) -> None:
    with pytest.raises(UsageError, match="pdf"):
        empty.people_files.export(tmp_path / "a.pdf")
    with pytest.raises(UsageError, match="csv"):
        empty.people_files.template(tmp_path / "a.csv")
    empty.people_files.template(tmp_path / "a.xlsx")
    with pytest.raises(InputError, match="Đã có"):
        empty.people_files.export(tmp_path / "a.xlsx")


WORDS = st.text("abđêôơưàáảãạ ĂÂ&<>\"'=+-@0123456789,;", max_size=20).map(clean_line)
NAMES = st.lists(
    st.sampled_from(["Nguyễn", "Đỗ", "Thị", "Hoà", "Ân", "An", "Thuý", "Ý", "H'Hen"]),
    min_size=2, max_size=4,
).map(" ".join)  # fmt: skip
DAYS = st.dates(date(1960, 1, 1), date(2000, 12, 31))
PEOPLE = st.builds(
    PersonData,
    full_name=NAMES,
    birth_date=DAYS,
    sex=st.sampled_from([None, Sex.FEMALE, Sex.MALE]),
    position=WORDS,
    job_title=WORDS,
    party_member=st.sampled_from([None, True, False]),
    manager=st.sampled_from([None, True, False]),
    sector_since=st.none() | st.dates(date(2017, 1, 1), date(2026, 1, 1)),
    special_area_years=st.none() | st.integers(0, 40),
    qualifications=WORDS,
    notes=WORDS,
)


# Two stores are made for each example, so that looking for a smaller one would take minutes.
@settings(max_examples=15, phases=[Phase.explicit, Phase.generate])
@given(people=st.lists(PEOPLE, min_size=1, max_size=6, unique_by=lambda one: one.birth_date))
@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
def test_what_goes_out_comes_in_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, name: str, people: list[PersonData]
) -> None:
    folder = tmp_path_factory.mktemp("ra vào")
    with AppContext.open(folder / "một") as one, AppContext.open(folder / "hai") as two:
        for data in people:
            one.people.add(data)
        path = one.people_files.export(folder / name)
        preview = two.people_import.preview(path)
        assert outcomes(preview) == [RowOutcome.NEW] * len(people)
        two.people_import.apply(preview)
        assert everything(two) == everything(one)


def test_a_file_of_ratings_reaches_the_records(empty: AppContext) -> None:
    empty.people_import.apply(look(empty, "Lê An|1/2/1980||||hoàn thành xuất sắc nhiệm vụ"))
    (row,) = empty.people.rows()
    (rating,) = empty.records.history(Subject.of_person(row.id)).ratings
    assert (rating.year, rating.code) == ("2024-2025", "HTXSNV")


def test_a_stop_on_the_way_takes_nothing_in(empty: AppContext, tmp_path: Path) -> None:
    path = write_book(tmp_path / "a.xlsx", staff(120))
    steps: list[tuple[int, int]] = []

    def stop_late(done: int, total: int) -> None:
        steps.append((done, total))
        if len(steps) == 3:
            raise Cancelled

    preview = empty.people_import.preview(path, lambda done, total: steps.append((done, total)))
    assert steps == [(0, 120), (50, 120), (100, 120)]
    before = dump(empty.store.path)
    steps.clear()
    with pytest.raises(Cancelled):
        empty.people_import.apply(preview, step=stop_late)
    assert dump(empty.store.path) == before
    assert empty.people_import.apply(preview).added == 120
