"""Lunar years by name."""

from __future__ import annotations

import pytest

from tests.support.proof import plan, quotes

FIRES = (
    ("Chăm lo Tết Nguyên đán Quý Mão 2026.", "Quý Mão"),
    ("Mừng xuân Giáp Thìn.", "Giáp Thìn"),
    ("Đón năm Ất Tỵ 2024.", "Ất Tỵ"),
)
QUIET = (
    "Chăm lo Tết Nguyên đán Bính Ngọ 2026.",
    "Mừng xuân Bính Ngọ.",
    "Chuẩn bị Tết Đinh Mùi.",
    "Thầy Giáp Tý phụ trách đội văn nghệ.",
    "Đường Canh Dần sạch đẹp.",
)


@pytest.mark.parametrize(("text", "quote"), FIRES)
def test_a_wrong_name_of_a_year_is_found(text: str, quote: str) -> None:
    assert quotes("can-chi", plan(text)) == (quote,)


@pytest.mark.parametrize("text", QUIET)
def test_a_right_name_or_no_year_is_left_alone(text: str) -> None:
    assert quotes("can-chi", plan(text)) == ()
