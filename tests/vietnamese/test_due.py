"""Dues: what people type and the days they mean."""

from __future__ import annotations

import time
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tdkt_desktop.vietnamese.due import Due, read_due
from tdkt_desktop.vietnamese.school_year import SchoolYear
from tdkt_desktop.vietnamese.text import fold

SCHOOL_YEAR = SchoolYear(2025)

# Text, first day, last day; "-" for an open end, "*" after the text for what recurs.
WITH_YEAR = """
Tháng 02/2022 | 2022-02-01 | 2022-02-28
Tháng 02/2024 | 2024-02-01 | 2024-02-29
Tháng 02 năm 2026 | 2026-02-01 | 2026-02-28
Tháng 10-2026 | 2026-10-01 | 2026-10-31
T9/2026 | 2026-09-01 | 2026-09-30
9/2025 | 2025-09-01 | 2025-09-30
15/02/2026 | 2026-02-15 | 2026-02-15
15.02.2026 | 2026-02-15 | 2026-02-15
15-2-2026 | 2026-02-15 | 2026-02-15
20/11/25 | 2025-11-20 | 2025-11-20
ngày 15 tháng 02 năm 2023 | 2023-02-15 | 2023-02-15
Trước ngày 28/02/2026 | - | 2026-02-28
Trước 17h00 ngày 20/3/2026 | - | 2026-03-20
Chậm nhất là ngày 15/6/2026 | - | 2026-06-15
Đến hết ngày 15/6/2026 | - | 2026-06-15
Hạn nộp: 15/4/2026 | - | 2026-04-15
Hết tháng 5/2026 | - | 2026-05-31
Trước tháng 5/2026 | - | 2026-04-30
Sau ngày 20/11/2025 | 2025-11-21 | -
Từ ngày 05/9/2025 | 2025-09-05 | -
Từ 05/6 đến 15/6/2026 | 2026-06-05 | 2026-06-15
05/6-15/6/2026 | 2026-06-05 | 2026-06-15
05/6 – 15/6/2026 | 2026-06-05 | 2026-06-15
Từ ngày 05 đến ngày 10/6/2026 | 2026-06-05 | 2026-06-10
Từ ngày 28 đến ngày 05/6/2026 | 2026-05-28 | 2026-06-05
Từ 25/12 đến 05/01/2026 | 2025-12-25 | 2026-01-05
01-15/3/2026 | 2026-03-01 | 2026-03-15
Ngày 5, 6 và 7/9/2025 | 2025-09-05 | 2025-09-07
Từ tháng 9/2025 đến hết tháng 5/2026 | 2025-09-01 | 2026-05-31
9/2025-5/2026 | 2025-09-01 | 2026-05-31
Tháng 4, 5/2026 | 2026-04-01 | 2026-05-31
Tháng 9 - 10/2026 | 2026-09-01 | 2026-10-31
Tháng 12, 01/2026 | 2025-12-01 | 2026-01-31
Tháng 12/2025 và tháng 01/2026 | 2025-12-01 | 2026-01-31
Tháng 12/2025 - tháng 01 | 2025-12-01 | 2026-01-31
Tuần 2 tháng 4/2026 | 2026-04-08 | 2026-04-14
Tuần 1, 2 tháng 4/2026 | 2026-04-01 | 2026-04-14
Tuần cuối của tháng 4/2026 | 2026-04-24 | 2026-04-30
Tuần 5 tháng 2/2026 | 2026-02-28 | 2026-02-28
Đầu tháng 5/2026 | 2026-05-01 | 2026-05-10
Giữa tháng 5/2026 | 2026-05-11 | 2026-05-20
Cuối tháng 5/2026 | 2026-05-21 | 2026-05-31
Từ đầu tháng 3 đến giữa tháng 4/2026 | 2026-03-01 | 2026-04-20
Quý II/2026 | 2026-04-01 | 2026-06-30
Quý I - 2022 | 2022-01-01 | 2022-03-31
Quý 3 năm 2026 | 2026-07-01 | 2026-09-30
Quý I, II/2026 | 2026-01-01 | 2026-06-30
Cuối quý IV/2026 | 2026-12-01 | 2026-12-31
6 tháng đầu năm 2026 | 2026-01-01 | 2026-06-30
Cuối năm 2026 | 2026-12-01 | 2026-12-31
Trong năm 2026 | 2026-01-01 | 2026-12-31
Trong học kỳ 2 năm học 2025 - 2026 | 2026-01-16 | 2026-05-31
HKI (2025-2026) | 2025-09-05 | 2026-01-15
Cuối HK1 năm học 2025 – 2026 | 2025-12-16 | 2026-01-15
Năm học 2025-2026 | 2025-09-01 | 2026-05-31
Thường xuyên trong năm học 2025-2026 * | 2025-09-01 | 2026-05-31
Tháng 3/2026 (trước ngày 20/3) | 2026-03-01 | 2026-03-20
Tháng 3/2026 (trước ngày 05/5/2026) | - | 2026-05-05
Đợt 1: 20/11/2025; đợt 2: 26/3/2026 | 2025-11-20 | 2026-03-26
Trước Tết Nguyên đán 2026 | - | 2026-02-16
""".strip().splitlines()

IN_CALENDAR_YEAR = """
Tháng 9 | 2026-09-01 | 2026-09-30
T9 | 2026-09-01 | 2026-09-30
Trong tháng 3 | 2026-03-01 | 2026-03-31
20/11 | 2026-11-20 | 2026-11-20
Quý II | 2026-04-01 | 2026-06-30
Thường xuyên * | 2026-01-01 | 2026-12-31
Hằng tháng * | 2026-01-01 | 2026-12-31
Hàng quý * | 2026-01-01 | 2026-12-31
Ngày 25 hằng tháng * | 2026-01-01 | 2026-12-31
T2 - T6 hằng tuần * | 2026-01-01 | 2026-12-31
Tháng 5 hằng năm * | 2026-05-01 | 2026-05-31
Cả năm * | 2026-01-01 | 2026-12-31
Cuối học kỳ I | 2025-12-16 | 2026-01-15
Học kỳ II | 2026-01-16 | 2026-05-31
Học kỳ I | 2026-09-05 | 2027-01-15
Đầu năm học | 2026-09-01 | 2026-09-30
Cuối năm học | 2026-05-01 | 2026-05-31
Cuối năm | 2026-12-01 | 2026-12-31
Trong hè | 2026-06-01 | 2026-08-31
10/3 âm lịch | 2026-04-26 | 2026-04-26
Sau Tết | 2026-02-20 | -
Hai lần: trước 15/01, trước 15/6 | - | 2026-06-15
""".strip().splitlines()

IN_SCHOOL_YEAR = """
Tháng 8 | 2025-08-01 | 2025-08-31
Tháng 9 | 2025-09-01 | 2025-09-30
Tháng 5 | 2026-05-01 | 2026-05-31
20/11 | 2025-11-20 | 2025-11-20
26/3 | 2026-03-26 | 2026-03-26
Từ tháng 9 đến trước ngày 15/5 | 2025-09-01 | 2026-05-15
Quý IV | 2025-10-01 | 2025-12-31
Quý I | 2026-01-01 | 2026-03-31
Thường xuyên * | 2025-09-01 | 2026-08-31
Cuối học kỳ I | 2025-12-16 | 2026-01-15
Kết thúc học kỳ 1 | 2025-12-16 | 2026-01-15
Học kỳ I | 2025-09-05 | 2026-01-15
Giữa học kì II | 2026-03-15 | 2026-03-31
Đầu năm học | 2025-09-01 | 2025-09-30
Đầu năm học mới | 2026-09-01 | 2026-09-30
Cuối năm học | 2026-05-01 | 2026-05-31
Cuối năm | 2026-05-01 | 2026-05-31
Trong hè | 2026-06-01 | 2026-08-31
""".strip().splitlines()

UNDATED = [
    "", "Theo kế hoạch riêng", "Tuần 3", "Khi có hướng dẫn", "Tháng 13", "31/02/2026",
    "32/5/2026", "Hai tháng một lần", "Dịp Tết Trung thu", "Theo quy chế", "Quý V", "8h00",
]  # fmt: skip


def expected(row: str) -> Due:
    text, start, end = (part.strip() for part in row.split("|"))
    first, last = (None if day == "-" else date.fromisoformat(day) for day in (start, end))
    return Due(text.removesuffix("*").strip(), first, last, text.endswith("*"))


@pytest.mark.parametrize("row", WITH_YEAR)
@pytest.mark.parametrize(("year", "school_year"), [(1999, None), (None, SchoolYear(2010))])
def test_a_due_with_its_year_means_that_year_in_any_plan(
    row: str, year: int | None, school_year: SchoolYear | None
) -> None:
    wanted = expected(row)
    assert read_due(wanted.text, year, school_year) == wanted


@pytest.mark.parametrize("row", IN_CALENDAR_YEAR)
def test_a_due_without_year_lies_in_the_year_of_the_plan(row: str) -> None:
    wanted = expected(row)
    assert read_due(wanted.text, 2026, None) == wanted


@pytest.mark.parametrize("row", IN_SCHOOL_YEAR)
def test_a_due_without_year_lies_in_its_half_of_the_school_year(row: str) -> None:
    wanted = expected(row)
    assert read_due(wanted.text, None, SCHOOL_YEAR) == wanted


@pytest.mark.parametrize("row", [*IN_CALENDAR_YEAR, *WITH_YEAR])
def test_typing_habits_do_not_change_the_meaning(row: str) -> None:
    text = expected(row).text
    plain = read_due(text, 2026, None)
    habits = {
        "capitals": text.upper(),
        "no marks": fold(text),
        "decomposed": unicodedata.normalize("NFD", text),
        "wide spaces": f"  {text.replace(' ', '   ')} ",
        "no-break spaces": text.replace(" ", "\u00a0"),
        "one word a line": text.replace(" ", "\n"),
    }
    for habit, typed in habits.items():
        read = read_due(typed, 2026, None)
        assert (read.start, read.end, read.recurring) == (
            plain.start, plain.end, plain.recurring,
        ), habit  # fmt: skip


@pytest.mark.parametrize("text", UNDATED)
def test_a_text_without_date_has_none(text: str) -> None:
    assert read_due(text, 2026, SCHOOL_YEAR) == Due(text)


def test_a_plan_without_year_understands_only_written_years() -> None:
    assert read_due("Tháng 9", None, None) == Due("Tháng 9")
    assert read_due("Thường xuyên", None, None) == Due("Thường xuyên", recurring=True)
    assert read_due("Tháng 9/2026", None, None).is_dated


def test_in_a_plan_for_a_calendar_year_terms_lie_in_the_school_year_given() -> None:
    assert read_due("Học kỳ I", 2026, SCHOOL_YEAR).start == date(2025, 9, 5)
    assert read_due("Tháng 9", 2026, SCHOOL_YEAR).start == date(2026, 9, 1)


def test_lines_of_one_cell_make_one_range() -> None:
    due = read_due("Tháng 01/2026\nTháng 6/2026", None, None)
    assert (due.start, due.end) == (date(2026, 1, 1), date(2026, 6, 30))
    assert read_due("Thường xuyên\nHàng tháng", 2026, None).recurring


def test_the_text_stays_as_typed() -> None:
    typed = "  THÁNG  9 \n"
    assert read_due(typed, 2026, None).text == typed


PIECES = st.sampled_from(
    """Tháng tháng Quý học kỳ năm đầu cuối trước sau từ đến và tuần ngày hằng Tết hè âm lịch
    I II 1 2 9 12 31 00 2025 2026 99 05/6 31/4 30/02 15/6/2026 2025-2026 - , / ( )""".split()  # noqa: SIM905
)


@given(
    st.one_of(st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join)),
    st.one_of(st.none(), st.integers(1900, 2100)),
    st.one_of(st.none(), st.builds(SchoolYear, st.integers(1900, 2100))),
)
def test_no_text_raises_and_no_range_runs_backwards(
    text: str, year: int | None, school_year: SchoolYear | None
) -> None:
    due = read_due(text, year, school_year)
    assert due.text == text
    if due.start and due.end:
        assert due.start <= due.end


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_back_from_its_writing(day: date) -> None:
    for text in (f"{day.day}/{day.month}/{day.year}", f"{day:%d.%m.%Y}", f"Ngày {day:%d-%m-%Y}"):
        due = read_due(text, None, None)
        assert (due.start, due.end) == (day, day)


@pytest.mark.parametrize("piece", ["1,", "tháng 1, ", "trước ngày ", "đến ", "(", "tuần 1, "])
def test_a_huge_text_is_read_quickly(piece: str) -> None:
    begin = time.perf_counter()
    read_due(piece * 10_000, 2026, None)
    assert time.perf_counter() - begin < 5
