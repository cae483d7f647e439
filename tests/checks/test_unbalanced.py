"""Brackets and quotation marks come in pairs."""

from __future__ import annotations

import pytest

from tests.support.proof import plan, quotes

FIRES = (
    ("Phát động “Dạy tốt, học tốt trong toàn trường.", "“Dạy tốt, học tốt trong toàn"),
    ("Chào mừng ngày lễ 2001 – 2026).", "mừng ngày lễ 2001 – 2026)"),
    ("Gồm (có hai nội dung.", "(có hai nội dung."),
    ('Phong trào "Xanh, sạch.', '"'),
)
QUIET = (
    "Phát động “Dạy tốt (học tốt)”.",
    "Gồm: a) dạy; b) học; 1) làm.",
    'Phong trào "Xanh, sạch" và “Đẹp”.',
    "Không có dấu nào.",
)


@pytest.mark.parametrize(("text", "quote"), FIRES)
def test_a_mark_that_stands_alone_is_found(text: str, quote: str) -> None:
    assert quotes("unbalanced", plan(text)) == (quote,)


@pytest.mark.parametrize("text", QUIET)
def test_a_pair_or_a_list_is_left_alone(text: str) -> None:
    assert quotes("unbalanced", plan(text)) == ()
