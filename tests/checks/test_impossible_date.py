"""Dates that no calendar has."""

from __future__ import annotations

import pytest

from tests.support.proof import plan, quotes

FIRES = (
    ("Nộp báo cáo trước ngày 31/4/2026.", "31/4/2026"),
    ("Hoàn thành đến ngày 30/02.", "30/02"),
    ("Tổng kết trong tháng 13.", "tháng 13"),
    ("Họp ngày 29 tháng 02 năm 2026.", "ngày 29 tháng 02 năm 2026"),
    ("Gửi hồ sơ trước 32/5.", "32/5"),
)
QUIET = (
    "Nộp báo cáo trước ngày 30/4/2026.",
    "Họp ngày 29/02/2024.",
    "Phấn đấu 35/40 lớp đạt danh hiệu.",
    "Trực 24/24 giờ, 7/7 ngày.",
    "Tỉ lệ 31/4 được chấp nhận.",
    "Căn cứ Nghị quyết số 31/40 của địa phương.",
)


@pytest.mark.parametrize(("text", "quote"), FIRES)
def test_a_day_that_does_not_exist_is_found(text: str, quote: str) -> None:
    assert quotes("impossible-date", plan(text)) == (quote,)


@pytest.mark.parametrize("text", QUIET)
def test_a_possible_date_or_a_fraction_is_left_alone(text: str) -> None:
    assert quotes("impossible-date", plan(text)) == ()
