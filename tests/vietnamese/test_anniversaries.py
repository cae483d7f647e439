"""The days that plans speak of and their anniversaries."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.errors import InputError
from tdkt_desktop.vietnamese.anniversaries import (
    Scope,
    anniversaries,
    anniversary,
    commemorative_days,
    day,
    read_days,
)
from tdkt_desktop.vietnamese.school_year import SchoolYear

if TYPE_CHECKING:
    from pathlib import Path

FOUNDED = {
    "thanh-lap-dang": date(1930, 2, 3),
    "quoc-te-phu-nu": date(1910, 3, 8),
    "thanh-lap-doan": date(1931, 3, 26),
    "giai-phong-mien-nam": date(1975, 4, 30),
    "dien-bien-phu": date(1954, 5, 7),
    "thanh-lap-doi": date(1941, 5, 15),
    "sinh-nhat-bac": date(1890, 5, 19),
    "thi-dua-ai-quoc": date(1948, 6, 11),
    "thuong-binh-liet-si": date(1947, 7, 27),
    "quoc-khanh": date(1945, 9, 2),
    "giai-phong-thu-do": date(1954, 10, 10),
    "phu-nu-viet-nam": date(1930, 10, 20),
    "nha-giao-viet-nam": date(1982, 11, 20),
    "quan-doi": date(1944, 12, 22),
}


@pytest.mark.parametrize(("key", "founded"), FOUNDED.items())
def test_the_days_of_the_law_and_of_the_schools_are_known(key: str, founded: date) -> None:
    known = day(key)
    assert known.founded == founded
    assert known.on(2026) == founded.replace(year=2026)


def test_every_entry_is_whole_and_has_its_own_key() -> None:
    days = commemorative_days()
    assert len({one.key for one in days}) == len(days) >= 30
    for one in days:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one.key), one.key
        assert one.verification in {"SOURCE", "MEMORY"}, one.key
        assert bool(one.source) == (one.verification == "SOURCE"), one.key
        if one.founded:
            assert (one.founded.month, one.founded.day) == (one.month, one.day), one.key


def test_a_key_nobody_knows_is_refused() -> None:
    with pytest.raises(KeyError):
        day("khong-co")


def test_a_year_lists_its_days_in_order_with_their_numbers() -> None:
    found = {one.key: one for one in anniversaries(date(2026, 1, 1), date(2026, 12, 31))}
    assert [one.date for one in found.values()] == sorted(one.date for one in found.values())
    assert found["quoc-khanh"].years == 81
    assert not found["quoc-khanh"].is_round
    assert found["thanh-lap-doi"].is_round
    assert not found["thanh-lap-doi"].is_decade
    assert found["gio-to-hung-vuong"].date == date(2026, 4, 26)
    assert found["tet-nguyen-dan"].date == date(2026, 2, 17)
    assert found["khai-giang"].years is None
    assert not found["khai-giang"].is_round


def test_tens_are_marked_apart_from_fives() -> None:
    party = anniversary(day("thanh-lap-dang"), 2030)
    assert (party.years, party.is_round, party.is_decade) == (100, True, True)
    assert not anniversary(day("thanh-lap-dang"), 1930).is_round


def test_a_school_year_takes_each_day_from_its_own_half() -> None:
    year = SchoolYear(2025)
    found = {one.key: one.date for one in anniversaries(year.first_day, year.last_day)}
    assert found["nha-giao-viet-nam"] == date(2025, 11, 20)
    assert found["thanh-lap-doan"] == date(2026, 3, 26)
    assert len(found) == len(anniversaries(year.first_day, year.last_day))


def test_no_anniversary_stands_before_the_founding() -> None:
    keys = {one.key for one in anniversaries(date(1970, 1, 1), date(1970, 12, 31))}
    assert "giai-phong-mien-nam" not in keys
    assert "thanh-lap-dang" in keys


@pytest.mark.parametrize(
    ("key", "phrase"),
    [
        (
            "thanh-lap-dang",
            "96 năm Ngày thành lập Đảng Cộng sản Việt Nam (03/02/1930 - 03/02/2026)",
        ),
        ("nha-giao-viet-nam", "44 năm Ngày Nhà giáo Việt Nam (20/11/1982 - 20/11/2026)"),
        ("khoi-nghia-hai-ba-trung", "1986 năm Khởi nghĩa Hai Bà Trưng (40 - 2026)"),
        ("khai-giang", "Ngày Khai giảng năm học mới (05/9)"),
    ],
)
def test_an_anniversary_is_written_as_plans_write_it(key: str, phrase: str) -> None:
    assert anniversary(day(key), 2026).phrase == phrase


def test_the_school_may_keep_its_own_list(tmp_path: Path) -> None:
    own = tmp_path / "days.toml"
    own.write_text(
        '[[days]]\nkey = "truyen-thong"\nname = "Ngày truyền thống nhà trường"\n'
        'day = "15/3"\nfounded = 1996-03-15\nscope = "education"\n',
        encoding="utf-8",
    )
    (found,) = anniversaries(date(2026, 1, 1), date(2026, 12, 31), read_days(own))
    assert (found.years, found.is_decade, found.scope) == (30, True, Scope.EDUCATION)


@pytest.mark.parametrize(
    "text",
    [
        "[[days]",
        "[other]",
        '[[days]]\nkey = "a"\nname = "A"\nscope = "education"\n',
        '[[days]]\nkey = "a"\nname = "A"\nscope = "nobody"\nday = "01/5"\n',
        '[[days]]\nkey = "a"\nname = "A"\nscope = "education"\nday = "31/4"\n',
        '[[days]]\nkey = "a"\nname = "A"\nscope = "education"\nday = "29/02"\n',
        '[[days]]\nkey = "a"\nname = "A"\nscope = "education"\nlunar = "30/8"\n',
        '[[days]]\nkey = "a"\nname = "A"\nscope = "education"\nday = "5"\n',
        "days = 5",
    ],
)
def test_a_bad_list_is_refused_with_its_path(tmp_path: Path, text: str) -> None:
    own = tmp_path / "days.toml"
    own.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_days(own)
    assert "days.toml" in caught.value.message
    assert caught.value.hint
