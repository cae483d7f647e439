"""Dates as documents write them and as people type them."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tdkt_desktop.vietnamese.dates import (
    DateFault,
    blank_date,
    date_fault,
    day_and_month,
    find_dates,
    long_date,
    month_and_year,
    read_date,
    short_date,
    weekday_name,
)
from tdkt_desktop.vietnamese.text import NBSP


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2026, 1, 5), "ngày 05 tháng 01 năm 2026"),
        (date(2026, 2, 28), "ngày 28 tháng 02 năm 2026"),
        (date(2026, 3, 9), "ngày 09 tháng 3 năm 2026"),
        (date(2026, 9, 5), "ngày 05 tháng 9 năm 2026"),
        (date(2026, 11, 21), "ngày 21 tháng 11 năm 2026"),
    ],
)
def test_zeros_stand_where_the_decree_wants_them(day: date, written: str) -> None:
    assert long_date(day) == written


def test_short_forms_follow_the_same_zeros() -> None:
    assert short_date(date(2020, 3, 5)) == "05/3/2020"
    assert short_date(date(2020, 3, 5), padded=True) == "05/03/2020"
    assert day_and_month(date(1930, 2, 3)) == "03/02"
    assert month_and_year(date(2026, 2, 1)) == "02/2026"
    assert month_and_year(date(2026, 5, 1)) == "5/2026"


def test_a_draft_has_gaps_that_do_not_collapse() -> None:
    assert blank_date(2026) == f"ngày{NBSP * 6}tháng{NBSP * 6}năm 2026"
    assert " " not in blank_date()


def test_weekdays_have_their_names() -> None:
    assert weekday_name(date(2026, 11, 20)) == "Thứ Sáu"
    assert weekday_name(date(2026, 11, 22)) == "Chủ nhật"


@pytest.mark.parametrize(
    "text",
    [
        "15/02/2023", "15/2/2023", "15-02-2023", "15.2.2023", " 15 / 02 / 2023 ", "2023-02-15",
        "ngày 15 tháng 02 năm 2023", "Ngày  15tháng 2 năm2023.", "NGÀY 15 THÁNG 02 NĂM 2023",
        "ngày 15/02/2023", "ngày\n15\ttháng 02, năm 2023",
    ],
)  # fmt: skip
def test_one_day_is_read_from_every_writing(text: str) -> None:
    for form in ("NFC", "NFD"):
        assert read_date(unicodedata.normalize(form, text)) == date(2023, 2, 15)
    assert read_date(text.replace(" ", NBSP)) == date(2023, 2, 15)
    assert date_fault(text) is None


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("31/4/2026", DateFault.IMPOSSIBLE),
        ("ngày 30 tháng 02 năm 2024", DateFault.IMPOSSIBLE),
        ("15/13/2026", DateFault.IMPOSSIBLE),
        ("15/02/26", DateFault.SHORT_YEAR),
        ("", DateFault.NOT_A_DATE),
        ("tháng 2", DateFault.NOT_A_DATE),
        ("15/02/2023 và 16/02/2023", DateFault.NOT_A_DATE),
        ("15/02-2023", DateFault.NOT_A_DATE),
    ],
)
def test_what_is_no_day_says_why(text: str, fault: DateFault) -> None:
    assert read_date(text) is None
    assert date_fault(text) is fault


def test_dates_inside_a_text_are_found_with_their_places() -> None:
    text = "Căn cứ Quyết định ngày 05 tháng 3 năm 2020; họp 31/4/2026, tại mục 1/2/3."
    found = find_dates(text)
    assert [one.day for one in found] == [date(2020, 3, 5), None]
    assert [text[one.start : one.end] for one in found] == [one.quote for one in found]
    assert found[1].quote == "31/4/2026"


@given(st.dates())
def test_what_is_written_is_read_again(day: date) -> None:
    assert read_date(long_date(day)) == day
    assert read_date(short_date(day)) == day
    assert read_date(day.isoformat()) == day


@given(st.text())
def test_any_text_gives_a_date_or_a_reason(text: str) -> None:
    assert (read_date(text) is None) == (date_fault(text) is not None)
