"""Names of bodies are broken where a person would, and written in sentences as the decree asks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tdkt_desktop.documents.body_names import break_name, issuer_in_sentence, name_in_sentence


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("TRƯỜNG TIỂU HỌC ĐỒI THÔNG XANH", ("TRƯỜNG TIỂU HỌC", "ĐỒI THÔNG XANH")),
        ("HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG", ("HỘI ĐỒNG", "THI ĐUA - KHEN THƯỞNG")),
        ("TRƯỜNG THCS SEN", ("TRƯỜNG THCS SEN",)),
        ("TRƯỜNG TRUNG HỌC PHỔ THÔNG BẾN HẠC", ("TRƯỜNG TRUNG HỌC", "PHỔ THÔNG BẾN HẠC")),
    ],
)
def test_a_long_name_is_broken_after_the_kind_of_body(name: str, lines: tuple[str, ...]) -> None:
    assert break_name(name, lambda line: len(line) <= 24) == lines


@given(
    st.lists(st.text("ABCDĐÊ", min_size=1, max_size=9), min_size=1, max_size=14),
    st.integers(1, 40),
)
def test_no_word_is_lost_and_no_line_is_too_long_if_it_can_be_helped(
    words: list[str], room: int
) -> None:
    name = " ".join(words)
    lines = break_name(name, lambda line: len(line) <= room)
    assert " ".join(lines) == name
    assert all(len(line) <= room or " " not in line for line in lines)


@pytest.mark.parametrize(
    ("lines", "written"),
    [
        (("TRƯỜNG TIỂU HỌC", "NGUYỄN THƯỢNG UYỂN"), "Trường Tiểu học Nguyễn Thượng Uyển"),
        (("TRƯỜNG TRUNG HỌC CƠ SỞ BẾN HẠC",), "Trường Trung học cơ sở Bến Hạc"),
        (("TRƯỜNG TH&THCS VẠN LỘC",), "Trường TH&THCS Vạn Lộc"),
        (("HỘI ĐỒNG", "THI ĐUA - KHEN THƯỞNG"), "Hội đồng Thi đua - Khen thưởng"),
        (("UBND PHƯỜNG VẠN LỘC",), "UBND phường Vạn Lộc"),
        (("Trường Mầm non Sen",), "Trường Mầm non Sen"),
        ((), ""),
    ],
)
def test_a_name_in_capitals_is_written_as_in_a_sentence(
    lines: tuple[str, ...], written: str
) -> None:
    assert name_in_sentence(lines) == written


def test_a_council_is_named_with_its_school_and_a_school_without_its_ward() -> None:
    council, school = ("HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG",), ("TRƯỜNG MẦM NON SEN",)
    assert issuer_in_sentence(school, council).endswith("Khen thưởng Trường Mầm non Sen")
    assert issuer_in_sentence(("UBND XÃ BẾN HẠC",), school) == "Trường Mầm non Sen"
