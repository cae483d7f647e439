"""What is guessed of a school from its name and the body above it."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tdkt_desktop.services import school_proposals as guess
from tdkt_desktop.services.period import period_for
from tdkt_desktop.services.sample_page import current_period, print_sample, sample_page
from tdkt_desktop.services.school_profile import Issuer, Planning, SchoolLevel, SchoolProfile


@pytest.mark.parametrize(
    ("name", "abbreviation"),
    [
        ("Trường Tiểu học Hoa Phượng", "THHP"),
        ("TRƯỜNG TIỂU HỌC HOA PHƯỢNG", "THHP"),
        ("trường tiểu học hoa phượng", "THHP"),
        ("Trường THCS Đồng Khởi", "THCSĐK"),
        ("Trường Trung học phổ thông Ông Ích Khiêm", "THPTÔIK"),
        ("Trường Tiểu học và Trung học cơ sở Bình Minh", "TH&THCSBM"),
        ("Trường Tiểu học số 2 Hoà Tiến", "THS2HT"),
        ("Trường Mầm non 19/5", "MN195"),
        ("Trường PTDTBT Tiểu học Nà Hẩu", "PTDTBTTHNH"),
        ("", ""),
    ],
)
def test_the_abbreviation_takes_initials_without_tones(name: str, abbreviation: str) -> None:
    assert guess.abbreviation_of(name) == abbreviation


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_in_capitals_and_decomposed_letters_are_taken(form: str) -> None:
    name = unicodedata.normalize(form, "TRƯỜNG MẦM NON ÁNH DƯƠNG")  # type: ignore[arg-type]
    assert guess.tidy_body(name) == "Trường Mầm non Ánh Dương"
    assert guess.tidy_person(unicodedata.normalize(form, "LÊ THỊ MƠ")) == "Lê Thị Mơ"  # type: ignore[arg-type]
    assert guess.tidy_body("UBND ĐẶC KHU CÔ TÔ") == "UBND đặc khu Cô Tô"


def test_a_name_that_is_written_well_stays_as_it_is() -> None:
    assert guess.tidy_body("Trường Tiểu học iSchool Hoa Phượng") == (
        "Trường Tiểu học iSchool Hoa Phượng"
    )
    assert guess.tidy_person("ThS. H'Hen Niê") == "H'Hen Niê"


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("Trường Mẫu giáo Sen Hồng", SchoolLevel.NURSERY),
        ("Trường TH Hoa Phượng", SchoolLevel.PRIMARY),
        ("TRƯỜNG TRUNG HỌC CƠ SỞ LÝ SƠN", SchoolLevel.LOWER_SECONDARY),
        ("Trường THPT Đồi Thông", SchoolLevel.UPPER_SECONDARY),
        ("Trường TH&THCS Bình Minh", SchoolLevel.COMBINED),
        ("Trung tâm Hoa Phượng", None),
    ],
)
def test_the_name_tells_the_level(name: str, level: SchoolLevel | None) -> None:
    assert guess.level_of(name) is level


@pytest.mark.parametrize(
    ("lines", "parent", "place"),
    [
        (["UBND PHƯỜNG AN THỊNH"], "Uỷ ban nhân dân phường An Thịnh", "An Thịnh"),
        (["uỷ ban nhân dân xã Yên Bình"], "Uỷ ban nhân dân xã Yên Bình", "Yên Bình"),
        (["UBND phường 12"], "Uỷ ban nhân dân phường 12", "Phường 12"),
        (
            ["Sở GD&ĐT Thành phố Hồ Chí Minh"],
            "Sở Giáo dục và Đào tạo Thành phố Hồ Chí Minh",
            "Thành phố Hồ Chí Minh",
        ),
        (
            ["SỞ GIÁO DỤC VÀ ĐÀO TẠO", "TỈNH HOÀ AN"],
            "Sở Giáo dục và Đào tạo tỉnh Hoà An",
            "Hoà An",
        ),
        (["UBND TỈNH HOÀ AN", "SỞ GIÁO DỤC VÀ ĐÀO TẠO"], "Sở Giáo dục và Đào tạo", "Hoà An"),
        (["Sở GDĐT Lâm Sơn"], "Sở Giáo dục và Đào tạo Lâm Sơn", "Lâm Sơn"),
        (["Trường Đại học Sư phạm Hoà An"], "Trường Đại học Sư phạm Hoà An", ""),
    ],
)
def test_the_parent_body_tells_its_name_and_the_place(
    lines: list[str], parent: str, place: str
) -> None:
    taken = guess.parent_lines(lines)
    assert guess.parent_name_of(taken) == parent
    assert guess.place_of(taken) == place


def test_a_parent_that_was_only_begun_counts_as_none() -> None:
    for level in SchoolLevel:
        assert guess.parent_lines([guess.parent_stub(level)]) == ()


def test_the_level_tells_who_stands_above() -> None:
    assert guess.parent_stub(SchoolLevel.LOWER_SECONDARY).startswith("UBND")
    assert guess.parent_stub(SchoolLevel.UPPER_SECONDARY).startswith("Sở")
    assert guess.parent_stub(SchoolLevel.COMBINED, "Trường THCS&THPT X").startswith("Sở")
    assert guess.parent_stub(SchoolLevel.COMBINED, "Trường TH&THCS X").startswith("UBND")


def test_proposals_fill_everything_that_follows_and_nothing_that_was_written() -> None:
    said = SchoolProfile(
        official_name="Trường THCS Hoa Phượng", parent_body=("UBND phường An Thịnh",), place="Huế"
    )
    made = guess.propose(said, frozenset({"official_name", "parent_body", "place"}))
    assert made.level is SchoolLevel.LOWER_SECONDARY
    assert (made.abbreviation, made.short_name) == ("THCSHP", "Trường THCS Hoa Phượng")
    assert made.place == "Huế"
    assert made.education_authority == "Phòng Văn hoá - Xã hội phường An Thịnh"
    assert made.recipients[0] == "UBND phường An Thịnh (để b/c)"


def test_an_unnamed_school_gets_no_recipients() -> None:
    assert guess.propose(SchoolProfile(), frozenset()).recipients == ()


@settings(max_examples=150)
@given(st.text(max_size=60), st.lists(st.text(max_size=40), max_size=3))
def test_any_text_gives_proposals_in_composed_letters(name: str, lines: list[str]) -> None:
    said = SchoolProfile(official_name=guess.tidy_body(name), parent_body=guess.parent_lines(lines))
    made = guess.propose(said, frozenset())
    for text in (made.abbreviation, made.short_name, made.place, made.parent_name):
        assert text == unicodedata.normalize("NFC", text)
    assert "\n" not in made.abbreviation


def test_the_sample_page_follows_issuer_and_year() -> None:
    profile = SchoolProfile(official_name="Trường Tiểu học Hoa Phượng", abbreviation="THHP")
    page = sample_page(profile, period_for(Planning.WORKING_YEAR, 2027))
    assert page.number.symbol == "KH-THHP"
    assert page.subject.plain == "Công tác thi đua, khen thưởng năm 2027"
    council = sample_page(
        replace(profile, issuer=Issuer.COUNCIL), period_for(Planning.SCHOOL_YEAR, 2026)
    )
    assert council.letterhead.parent_body == ("Trường Tiểu học Hoa Phượng",)
    assert council.subject.plain.endswith("năm học 2026 - 2027")


def test_the_sample_is_one_page_even_for_an_unnamed_school() -> None:
    period = current_period(Planning.SCHOOL_YEAR, date(2027, 2, 1))
    assert period.year == 2026
    printed = print_sample(SchoolProfile(), period)
    assert printed.pages == 1
    assert printed.pdf.startswith(b"%PDF")
