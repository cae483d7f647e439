"""A day of the week must fall on its date."""

from __future__ import annotations

import pytest

from tests.support.proof import plan, quotes

FIRES = (
    ("Họp vào thứ Hai, ngày 13/01/2026.", "thứ Hai"),
    ("Khai mạc Chủ nhật (ngày 12/01/2026).", "Chủ nhật"),
    ("Nộp hồ sơ thứ 5, ngày 08/5.", "thứ 5"),
    ("Sơ kết thứ Bảy ngày 12 tháng 01 năm 2026.", "thứ Bảy"),
)
QUIET = (
    "Họp vào thứ Hai, ngày 12/01/2026.",
    "Nộp hồ sơ thứ 6, ngày 08/5.",
    "Họp tổ vào chiều thứ Tư hằng tuần.",
    "Đợt thứ hai từ 12/01/2026.",
    "Thứ ba là đánh giá kết quả.",
)


@pytest.mark.parametrize(("text", "quote"), FIRES)
def test_a_wrong_weekday_is_found(text: str, quote: str) -> None:
    assert quotes("weekday", plan(text)) == (quote,)


@pytest.mark.parametrize("text", QUIET)
def test_a_right_or_dateless_weekday_is_left_alone(text: str) -> None:
    assert quotes("weekday", plan(text)) == ()
