"""Counts of years since a founding."""

from __future__ import annotations

import pytest

from tests.support.proof import plan, quotes

FIRES = (
    ("Kỷ niệm 80 năm ngày thành lập xã (06/11/1950 - 06/11/2026).", "80"),
    ("Kỷ niệm 50 năm Ngày Nhà giáo Việt Nam.", "50"),
    ("Chào mừng 90 năm Ngày thành lập Đảng Cộng sản Việt Nam.", "90"),
    ("Kỷ niệm 20 năm thành lập trường (2001 - 2026).", "20"),
)
QUIET = (
    "Kỷ niệm 44 năm Ngày Nhà giáo Việt Nam (20/11/1982 - 20/11/2026).",
    "Kỷ niệm 44 năm Ngày Nhà giáo Việt Nam.",
    "Chào mừng 96 năm Ngày thành lập Đảng Cộng sản Việt Nam.",
    "Kỷ niệm 54 năm Chiến thắng Điện Biên Phủ trên không.",
    "Kỷ niệm 76 năm ngày thành lập Đảng bộ xã.",
    "Kỷ niệm 25 năm thành lập trường (2001 - 2026).",
    "Kế hoạch phát triển 05 năm giai đoạn 2026 - 2030.",
    "Hướng tới kỷ niệm 45 năm Ngày Nhà giáo Việt Nam.",
)


@pytest.mark.parametrize(("text", "quote"), FIRES)
def test_a_wrong_count_of_years_is_found(text: str, quote: str) -> None:
    assert quotes("anniversary", plan(text)) == (quote,)


@pytest.mark.parametrize("text", QUIET)
def test_a_right_count_is_left_alone(text: str) -> None:
    assert quotes("anniversary", plan(text)) == ()
