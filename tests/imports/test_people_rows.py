"""Staff lists are understood however they are headed, laid out and typed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tdkt_desktop.errors import InputError
from tdkt_desktop.imports.people_cells import (
    read_day,
    read_identity,
    read_manager,
    read_name,
    read_sex,
    read_yes,
)
from tdkt_desktop.imports.people_headings import Field, columns_of, heading_of
from tdkt_desktop.imports.people_rows import PeopleTable, PersonEntry, PersonValues, read_people
from tdkt_desktop.imports.sheet import CellError, Sheet, Spreadsheet, make_row
from tdkt_desktop.imports.spreadsheet import read_block, read_spreadsheet
from tests.support.staff_lists import HEAD, write_book

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 9, 1)


def understood(path: Path) -> PeopleTable:
    return read_people(read_spreadsheet(path), TODAY)


def pasted(*lines: str) -> tuple[PersonEntry, ...]:
    block = "\n".join("\t".join(line.split("|")) for line in lines)
    return read_people(read_block(block), TODAY).entries


def first(*lines: str) -> PersonValues:
    return pasted(*lines)[0].values


HEADINGS = {
    "HỌ VÀ TÊN": Field.FULL_NAME,
    "Ho va ten": Field.FULL_NAME,
    "Họ, tên": Field.FULL_NAME,
    "Họ và tên GV": Field.FULL_NAME,
    "Họ đệm": Field.FAMILY_NAME,
    "Họ và chữ lót": Field.FAMILY_NAME,
    "Tên": Field.GIVEN_NAME,
    "Ngày, tháng, năm sinh": Field.BIRTH,
    "Năm sinh (dd/mm/yyyy)": Field.BIRTH,
    "Giới tính (Nam/Nữ)": Field.SEX,
    "Phái": Field.SEX,
    "Nữ": Field.IS_WOMAN,
    "Số CCCD": Field.IDENTITY,
    "CMND/CCCD": Field.IDENTITY,
    "Tổ CM": Field.GROUP,
    "Bộ phận": Field.GROUP,
    "Chức vụ": Field.POSITION,
    "Chức danh nghề nghiệp": Field.JOB_TITLE,
    "Đảng viên": Field.PARTY,
    "Ngày vào Đảng": Field.PARTY,
    "Ngày vào ngành": Field.SECTOR_SINCE,
    "Ngày về trường": Field.HIRED_ON,
    "Trình độ CM": Field.QUALIFICATIONS,
    "Trình độ LLCT": Field.POLITICAL,
    "Lý do nghỉ": Field.LEFT_REASON,
    "Ngày nghỉ hưu": Field.LEFT_ON,
    "Ghi chú": Field.NOTES,
    "TT": Field.ORDER,
}


@pytest.mark.parametrize(("text", "field"), HEADINGS.items(), ids=str)
def test_headings_are_known_in_any_usual_wording(text: str, field: Field) -> None:
    assert heading_of(text) is field


@pytest.mark.parametrize(
    "text", ["Nơi sinh", "Dân tộc", "Số điện thoại", "Hệ số lương", "", "x" * 99]
)
def test_other_headings_are_left_alone(text: str) -> None:
    assert heading_of(text) is None


@given(st.permutations(HEAD))
def test_the_order_of_columns_does_not_matter(heads: list[str]) -> None:
    columns_of(heads)
    usual = columns_of(HEAD)
    assert {heads[place]: field for place, field in columns_of(heads).items()} == {
        HEAD[place]: field for place, field in usual.items()
    }


def test_titles_merged_above_and_a_head_of_two_rows(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["UBND PHƯỜNG AN THỊNH"],
        ["DANH SÁCH CÁN BỘ, GIÁO VIÊN, NHÂN VIÊN"],
        [],
        ["STT", "Họ và tên", None, "Năm sinh", None, "Thời gian", None],
        [None, None, None, "Nam", "Nữ", "Vào ngành", "Về trường"],
        [1, 2, 3, 4, 5, 6, 7],
        ["I", "Tổ 1-2-3"],
        [1, "NGUYỄN VĂN", "AN", date(1980, 5, 1), None, date(2002, 9, 1), date(2010, 9, 1)],
        [2, "Lê Thị", "Bình", None, "5/6/1985", "9/2007", "01/09/2007"],
        [None, "Tổ Văn phòng"],
        [3, "Tô Thị", "Cúc", None, 31234, None, None],
        [],
        [None, "Tổng cộng: 3 người"],
        [None, None, None, None, "An Thịnh, ngày 05 tháng 9 năm 2026"],
        [None, "Người lập", None, None, "HIỆU TRƯỞNG"],
        [None, "Vũ Văn Lập", None, None, "Lê Thị Minh Nguyệt"],
    ]
    merged = ("A2:G2", "A4:A5", "B4:C5", "D4:E4", "F4:G4", "B7:G7")
    table = understood(write_book(tmp_path / "a.xlsx", rows, merged))
    found = [
        (one.values.full_name, one.values.sex, one.values.birth_date, one.values.group_name)
        for one in table.entries
    ]
    assert found == [
        ("Nguyễn Văn An", "M", date(1980, 5, 1), "Tổ 1-2-3"),
        ("Lê Thị Bình", "F", date(1985, 6, 5), "Tổ 1-2-3"),
        ("Tô Thị Cúc", "F", date(1985, 7, 6), "Tổ Văn phòng"),
    ]
    assert table.entries[1].values.sector_since == date(2007, 9, 1)
    assert "9/2007" in table.entries[1].remarks[0]
    assert not any(one.problems for one in table.entries)
    assert table.unknown == ()


def test_groups_merged_down_the_side_belong_to_every_row(tmp_path: Path) -> None:
    rows = [["Tổ", "Họ tên"], ["Tổ 1", "Lê An"], [None, "Lê Bình"], ["Tổ 2", "Lê Chi"]]
    table = understood(write_book(tmp_path / "a.xlsx", rows, ("A2:A3",)))
    assert [one.values.group_name for one in table.entries] == ["Tổ 1", "Tổ 1", "Tổ 2"]


def test_a_head_repeated_on_a_new_page_is_nobody() -> None:
    found = pasted("STT|Họ và tên|Tổ", "1|Lê An|Tổ 1", "STT|Họ và tên|Tổ", "2|Lê Bình|Tổ 1")
    assert [one.values.full_name for one in found] == ["Lê An", "Lê Bình"]


def test_the_sheet_with_people_is_found_among_others(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["Hướng dẫn", "Cách điền họ và tên"])
    book.create_sheet("Ds").append(["Họ và tên", "Ngày sinh", "Tổ"])
    book["Ds"].append(["Lê An", "1/2/1980", "Tổ 1"])
    book.save(tmp_path / "a.xlsx")
    assert understood(tmp_path / "a.xlsx").sheet == "Ds"


def test_no_head_and_nobody_are_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cột họ và tên") as caught:
        understood(write_book(tmp_path / "a.xlsx", [["Lê An", 1], ["Lê Bình", 2]]))
    assert "Họ và tên" in caught.value.hint
    with pytest.raises(InputError, match="chưa có ai"):
        understood(write_book(tmp_path / "b.xlsx", [["Họ và tên", "Tổ"]]))


def test_what_is_wrong_with_a_row_is_said_in_words() -> None:
    head = "Họ và tên|Ngày sinh|Giới tính|CCCD|Ngày về trường|Ngày nghỉ"
    found = pasted(
        head,
        "Lê An|31/02/1985||||",
        "|1/2/1980|Nam|||",
        "Lê 2|1/2/1980||||",
        "Lê Bình|hôm qua||||",
        "Lê Chi|1/2/2020||||",
        "Lê Dung||khác|||",
        "Lê Em|||12345||",
        "Lê Gia||||1/9/2020|1/9/2010",
        "Lê Hà||||#REF!|",
        "Lê Yên|1/2/1980||||",
        "LÊ YÊN|01/02/1980||||",
    )
    reasons = ["; ".join(one.problems) for one in found]
    words = [
        "không có ngày “31/02/1985”", "thiếu họ và tên", "có chữ số", "không phải ngày tháng",
        "không hợp lý", "giới tính “khác”", "9 hoặc 12 chữ số", "trước ngày về trường", "#REF!",
    ]  # fmt: skip
    for reason, word in zip(reasons, words, strict=False):
        assert word in reason
    assert reasons[-2:] == ["", "trùng với dòng 11"]


def test_namesakes_with_their_own_numbers_are_two_people() -> None:
    found = pasted("Họ và tên|CCCD", "Lê An|001085000001", "Lê An|001085000002")
    assert not any(one.problems for one in found)


def test_ratings_of_years_are_read_from_their_columns() -> None:
    values = first("Họ và tên|Xếp loại năm học 2024-2025|Đánh giá 2023", "Lê An|HTXSNV|Tốt")
    assert values.ratings == (("2024-2025", "HTXSNV"), ("2023", "Tốt"))


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        (date(1980, 5, 1), date(1980, 5, 1)),
        ("05/09/1980", date(1980, 9, 5)),
        ("5-9-1980", date(1980, 9, 5)),
        ("5.9.1980", date(1980, 9, 5)),
        ("1980-09-05", date(1980, 9, 5)),
        ("ngày 5 tháng 9 năm 1980", date(1980, 9, 5)),
        ("5/9/80", date(1980, 9, 5)),
        (29_469, date(1980, 9, 5)),
        ("29469", date(1980, 9, 5)),
    ],
    ids=str,
)
def test_dates_are_read_as_people_write_them(cell: Any, day: date) -> None:
    assert read_day(cell).value == day


def test_a_year_alone_is_no_birth_date_and_a_start_to_look_at() -> None:
    assert (read_day(1980, birth=True).value, read_day("1980", birth=True).problem) == (None, "")
    assert "1980" in read_day(1980, birth=True).note
    assert read_day("2005").value == date(2005, 9, 1)
    assert read_day("2005").note


@given(st.dates(date(1930, 1, 1), date(2060, 12, 31)))
def test_every_day_is_read_back_from_what_is_written(day: date) -> None:
    for text in (f"{day:%d/%m/%Y}", f"{day.day}-{day.month}-{day.year}", day.isoformat()):
        assert read_day(text).value == day


@given(st.text(max_size=30) | st.integers() | st.floats(allow_nan=True) | st.booleans())
def test_any_cell_gives_a_value_a_problem_or_nothing(cell: Any) -> None:
    for read in (read_day, read_name, read_sex, read_yes, read_manager, read_identity):
        found = read(cell)
        assert found.value is None or not found.problem


CELLS = (
    st.none()
    | st.integers()
    | st.dates()
    | st.booleans()
    | st.sampled_from(["Tổ 1", "Họ và tên", "Nam", "x", "31/2/1980", "Tổng cộng", "(1)"])
    | st.text(min_size=1, max_size=12)
    | st.just(CellError("#N/A"))
)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=11), max_size=12))
def test_any_rows_under_a_head_are_people_problems_or_nothing(rows: list[list[Any]]) -> None:
    made = [make_row(number, cells) for number, cells in enumerate(rows, 2)]
    head = make_row(1, list(HEAD))
    sheet = Sheet("", tuple(row for row in (head, *made) if row is not None))
    try:
        found = read_people(Spreadsheet("a", (sheet,)), TODAY)
    except InputError:
        return
    assert all(one.values.full_name or one.problems for one in found.entries)


def test_words_for_sex_yes_and_manager() -> None:
    assert [read_sex(word).value for word in ("Nữ", "nam", "N", "M", "NỮ ")] == list("FMFMF")
    assert [read_yes(word).value for word in ("x", "Có", "✓", 1, True, "03/02/2010")] == [True] * 6
    assert [read_yes(word).value for word in ("Không", "0", False, "-", "chưa")] == [False] * 5
    assert [read_manager(word).value for word in ("CBQL", "Quản lý", "Trực tiếp", "GV")] == [
        True, True, False, False,
    ]  # fmt: skip


def test_names_lose_titles_and_shouting() -> None:
    assert read_name("ThS. NGUYỄN VĂN AN").value == "Nguyễn Văn An"
    assert read_name("Cô Lê Thị Bình").value == "Lê Thị Bình"
    assert read_name("H'Hen Niê").value == "H'Hen Niê"
    assert read_name(CellError("#N/A")).problem


def test_identity_numbers_get_lost_zeros_back_and_masks_say_nothing() -> None:
    assert read_identity(1_085_012_345).value == "001085012345"
    assert read_identity("001 085 012 345").value == "001085012345"
    assert read_identity("•••••••••345").value is None
    assert read_identity("•••••••••345").problem == ""
