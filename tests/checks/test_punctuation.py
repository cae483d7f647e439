"""Marks that do not go together."""

from __future__ import annotations

import pytest

from tests.support.proof import plan, quotes

FIRES = (
    ("Các tổ đăng ký,, nộp về văn phòng.", ",,"),
    ("Người đứng đầu nêu gương..", ".."),
    ("Phù hợp với nhà trường.: gồm hai việc.", ".:"),
    ("Họp tổ;; báo cáo.", ";;"),
)
QUIET = (
    "Các tổ đăng ký, nộp về văn phòng.",
    "Văn nghệ, thể thao...",
    "Thành phố (TP.), quận.",
    "Gồm: dạy; học.",
)


@pytest.mark.parametrize(("text", "quote"), FIRES)
def test_a_doubled_mark_is_found(text: str, quote: str) -> None:
    assert quotes("punctuation", plan(text)) == (quote,)


@pytest.mark.parametrize("text", QUIET)
def test_a_proper_mark_is_left_alone(text: str) -> None:
    assert quotes("punctuation", plan(text)) == ()


def test_an_item_without_an_end_mark_is_found_among_items_that_have_one() -> None:
    document = plan("Dạy tốt.", "Học tốt.", "Làm tốt", "Vui tốt.")
    assert quotes("punctuation", document) == ("tốt",)


def test_items_that_all_go_without_end_marks_are_a_choice() -> None:
    assert quotes("punctuation", plan("Dạy tốt", "Học tốt", "Làm tốt", "Vui tốt")) == ()
