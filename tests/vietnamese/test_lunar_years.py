"""The lunar calendar, the names of years and the school's terms."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tdkt_desktop.errors import InputError
from tdkt_desktop.resources import resource
from tdkt_desktop.vietnamese.can_chi import find_year_names, year_name, year_name_on, year_named
from tdkt_desktop.vietnamese.lunar import LunarDate, lunar_date, solar_date, tet
from tdkt_desktop.vietnamese.school_terms import (
    FIRST_TERM,
    SECOND_TERM,
    Part,
    read_terms,
    school_terms,
)
from tdkt_desktop.vietnamese.school_year import SchoolYear

if TYPE_CHECKING:
    from pathlib import Path

# The last row are years in which Việt Nam and China differ, or nearly do.
KNOWN_TET = [
    "2015-02-19", "2016-02-08", "2017-01-28", "2018-02-16", "2019-02-05", "2020-01-25",
    "2021-02-12", "2022-02-01", "2023-01-22", "2024-02-10", "2025-01-29", "2026-02-17",
    "2027-02-06", "2028-01-26", "2029-02-13", "2030-02-02",
    "1968-01-29", "1975-02-11", "1985-01-21", "2000-02-05", "2007-02-17",
]  # fmt: skip


@pytest.mark.parametrize("written", KNOWN_TET)
def test_tet_falls_on_its_known_day(written: str) -> None:
    day = date.fromisoformat(written)
    assert tet(day.year) == day


def test_tet_of_every_year_lies_between_20_january_and_21_february() -> None:
    for year in range(1950, 2101):
        assert date(year, 1, 20) <= tet(year) <= date(year, 2, 21)
        assert (tet(year + 1) - tet(year)).days in {353, 354, 355, 383, 384, 385}


@pytest.mark.parametrize(
    ("lunar", "day"),
    [
        (LunarDate(2025, 3, 10), date(2025, 4, 7)),
        (LunarDate(2026, 3, 10), date(2026, 4, 26)),
        (LunarDate(2025, 8, 15), date(2025, 10, 6)),
        (LunarDate(2025, 6, 1, leap=True), date(2025, 7, 25)),
        (LunarDate(2023, 2, 1, leap=True), date(2023, 3, 22)),
        (LunarDate(2033, 11, 1, leap=True), date(2033, 12, 22)),
    ],
)
def test_known_lunar_days_fall_on_known_days(lunar: LunarDate, day: date) -> None:
    assert solar_date(lunar) == day
    assert lunar_date(day) == lunar


def test_a_lunar_day_that_does_not_exist_is_refused() -> None:
    for lunar in (LunarDate(2026, 6, 1, leap=True), LunarDate(2026, 1, 31), LunarDate(2026, 13, 1)):
        with pytest.raises(ValueError, match="LunarDate"):
            solar_date(lunar)


@given(st.dates(date(1950, 1, 1), date(2100, 12, 30)))
def test_lunar_days_follow_one_another(day: date) -> None:
    today, tomorrow = lunar_date(day), lunar_date(day + timedelta(days=1))
    assert solar_date(today) == day
    assert tomorrow.day in {today.day + 1, 1}
    if tomorrow.day == 1:
        assert today.day in {29, 30}


@pytest.mark.parametrize(
    ("year", "name"),
    [
        (1945, "Ất Dậu"), (1954, "Giáp Ngọ"), (1968, "Mậu Thân"), (1984, "Giáp Tý"),
        (2023, "Quý Mão"), (2024, "Giáp Thìn"), (2025, "Ất Tỵ"), (2026, "Bính Ngọ"),
        (2027, "Đinh Mùi"),
    ],
)  # fmt: skip
def test_years_have_their_names(year: int, name: str) -> None:
    assert year_name(year) == name
    assert year_named(name, near=year + 20) == year


def test_january_still_belongs_to_the_old_lunar_year() -> None:
    assert year_name_on(date(2026, 2, 16)) == "Ất Tỵ"
    assert year_name_on(date(2026, 2, 17)) == "Bính Ngọ"


@pytest.mark.parametrize(
    "text", ["BÍNH NGỌ", "Xuân Bính Ngọ", "Tết Binh Ngo 2026", "năm Bính\u00a0Ngọ này"]
)
def test_a_years_name_is_found_in_a_text(text: str) -> None:
    (found,) = find_year_names(text)
    assert found.fits(2026)
    assert not found.fits(2025)
    assert text[found.start : found.end] == found.quote


@pytest.mark.parametrize(
    ("name", "year"), [("Quí Mão", 2023), ("Kỷ Tị", 1989), ("Kỉ Hợi", 2019), ("Quý Mẹo", 2023)]
)
def test_other_spellings_mean_the_same_year(name: str, year: int) -> None:
    assert year_named(name, near=2010) == year


@pytest.mark.parametrize("text", ["Giáp Sửu", "quý mão", "Tân Bình", "Canh", "Nguyễn Thân"])
def test_what_is_no_years_name_is_left_alone(text: str) -> None:
    assert find_year_names(text) == ()
    assert year_named(text, near=2026) is None


@given(st.integers(1900, 2200), st.integers(-29, 29))
def test_names_lead_back_to_their_years(year: int, shift: int) -> None:
    assert year_named(year_name(year), near=year + shift) == year


def test_terms_follow_one_another_without_gap() -> None:
    first = school_terms().span(FIRST_TERM, SchoolYear(2025))
    second = school_terms().span(SECOND_TERM, SchoolYear(2025))
    assert first.start == date(2025, 9, 5)
    assert second.start == first.end + timedelta(days=1)
    assert second.end == date(2026, 5, 31)


def test_every_part_of_a_term_lies_within_it() -> None:
    terms = school_terms()
    for key in terms.terms:
        whole = terms.span(key, SchoolYear(2025))
        for part in Part:
            span = terms.span(key, SchoolYear(2025), part)
            assert whole.start <= span.start <= span.end <= whole.end


def test_a_school_may_move_the_borders_of_its_terms(tmp_path: Path) -> None:
    shipped = resource("calendar", "school_year.toml").read_text(encoding="utf-8")
    own = tmp_path / "school_year.toml"
    own.write_text(shipped.replace('"15/01"', '"20/01"'), encoding="utf-8")
    assert read_terms(own).span(FIRST_TERM, SchoolYear(2025)).end == date(2026, 1, 20)


@pytest.mark.parametrize(
    ("old", "new"),
    [('"15/01"', '"32/01"'), ("[terms.he]", "[terms.ho]"), ("early", "erly"), ("= 8", '= "tám"')],
)
def test_a_bad_file_of_terms_is_refused(tmp_path: Path, old: str, new: str) -> None:
    shipped = resource("calendar", "school_year.toml").read_text(encoding="utf-8")
    own = tmp_path / "school_year.toml"
    own.write_text(shipped.replace(old, new), encoding="utf-8")
    with pytest.raises(InputError):
        read_terms(own)
