"""Dates that break off."""

from __future__ import annotations

import pytest

from tests.support.proof import plan, quotes

FIRES = (
    ("Chào mừng Quốc khánh 02/, hướng về ngày hội.", "02/"),
    ("Nộp hồ sơ trước 15/5/.", "15/5/"),
    ("Hoàn thành trong tháng 5/202.", "5/202"),
    ("Họp ngày 15/5/20266.", "15/5/20266"),
)
QUIET = (
    "Chào mừng Quốc khánh 02/9.",
    "Nộp trước ngày 15/5/2026.",
    "Căn cứ Kế hoạch số 15/KH-UBND ngày 02/01/2026.",
    "Mỗi tổ có 3/5 giáo viên tham gia.",
    "Cán bộ/giáo viên đăng ký.",
)


@pytest.mark.parametrize(("text", "quote"), FIRES)
def test_a_date_that_breaks_off_is_found(text: str, quote: str) -> None:
    assert quotes("truncated-date", plan(text)) == (quote,)


@pytest.mark.parametrize("text", QUIET)
def test_a_whole_date_or_a_number_is_left_alone(text: str) -> None:
    assert quotes("truncated-date", plan(text)) == ()
