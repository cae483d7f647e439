"""The parts of personal names, their capitals and titles."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tdkt_desktop.vietnamese.names import (
    PersonName,
    has_titles,
    split_name,
    strip_address,
    strip_titles,
    title_case,
)


@pytest.mark.parametrize(
    ("full", "parts"),
    [
        ("Nguyễn Thị Ngọc Lê", ("Nguyễn", "Thị Ngọc", "Lê")),
        ("  Trần   An ", ("Trần", "", "An")),
        ("Hoa", ("", "", "Hoa")),
        ("", ("", "", "")),
        ("Tôn Nữ Thị Hiền", ("Tôn Nữ", "Thị", "Hiền")),
        ("Tôn Nữ", ("Tôn", "", "Nữ")),
        ("Lê\u00a0Văn\u00a0Đạt", ("Lê", "Văn", "Đạt")),
    ],
)
def test_a_name_has_family_middle_and_given_parts(full: str, parts: tuple[str, ...]) -> None:
    assert split_name(full) == PersonName(*parts)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("NGUYỄN THỊ LÊ", "Nguyễn Thị Lê"),
        ("đặng  văn ân", "Đặng Văn Ân"),
        ("ê ban y moan", "Ê Ban Y Moan"),
        ("h'hen niê", "H'Hen Niê"),
        ("anh-thư", "Anh-Thư"),
        (unicodedata.normalize("NFD", "TRẦN THỊ UYÊN"), "Trần Thị Uyên"),
    ],
)
def test_each_syllable_gets_its_capital(typed: str, name: str) -> None:
    assert title_case(typed) == name


@pytest.mark.parametrize(
    "typed",
    [
        "ThS. Lê Thị Bình", "Th.S Lê Thị Bình", "ThS Lê Thị Bình", "TS. Lê Thị Bình",
        "PGS.TS. Lê Thị Bình", "GS.TSKH Lê Thị Bình", "Thạc sỹ Lê Thị Bình",
        "Phó Giáo sư, Tiến sĩ Lê Thị Bình", "NGƯT. ThS. Lê Thị Bình", "CN. Lê Thị Bình",
        "Nhà giáo ưu tú Lê Thị Bình", "Lê Thị Bình, ThS", "Lê Thị Bình (ThS.)", "NGƯT Lê Thị Bình",
    ],
)  # fmt: skip
def test_degrees_and_honours_are_taken_off(typed: str) -> None:
    assert has_titles(typed)
    assert strip_titles(typed) == "Lê Thị Bình"


@pytest.mark.parametrize("name", ["Tô Sơn", "Cao Nhân", "Thạch Sĩ Tâm", "Giang Sử", "Lê Thị Bình"])
def test_names_that_begin_like_titles_stay_whole(name: str) -> None:
    assert not has_titles(name)
    assert strip_titles(name) == name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Ông Trần Văn An", "Trần Văn An"),
        ("Bà: Trần Thị An", "Trần Thị An"),
        ("Ông (Bà) Trần Thị An", "Trần Thị An"),
        ("Ông/bà Trần Thị An", "Trần Thị An"),
        ("Đ/c Trần Thị An", "Trần Thị An"),
        ("Đồng chí ThS. Trần Thị An", "Trần Thị An"),
        ("Cô giáo Trần An", "Trần An"),
        ("Ông Tài", "Ông Tài"),
    ],
)
def test_words_of_address_are_taken_off(typed: str, name: str) -> None:
    assert strip_address(typed) == name


@given(st.text())
def test_no_name_raises_and_no_word_is_lost(text: str) -> None:
    assert split_name(text).full.split() == split_name(split_name(text).full).full.split()
    assert strip_titles(strip_titles(text)) == strip_titles(text)


@given(st.text(st.sampled_from("AĂÂÁẠBDĐEÊỆGHIKOÔƠUƯỰYaăđêơưự '-")))
def test_a_name_in_capitals_and_in_small_letters_is_the_same_name(text: str) -> None:
    assert title_case(text.upper()) == title_case(text.lower()) == title_case(title_case(text))
