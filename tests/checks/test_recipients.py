"""Nơi nhận must end with Lưu and say nothing twice."""

from __future__ import annotations

import pytest

from tests.support.proof import look, plan


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ((), "Chưa có nơi nhận"),
        (("Các tổ chuyên môn",), "Lưu"),
        (("Lưu: VT", "Các tổ chuyên môn"), "dòng cuối"),
        (("Các tổ", "Lưu VT"), "Lưu: VT"),
        (("Các tổ", "Các tổ;", "Lưu: VT"), "đã có"),
    ],
)
def test_a_fault_among_the_recipients_is_found(lines: tuple[str, ...], words: str) -> None:
    (finding,) = look("recipients", plan(recipients=lines))
    assert words in finding.message


@pytest.mark.parametrize(
    "lines", [("Các tổ chuyên môn", "Lưu: VT"), ("UBND phường (để b/c)", "Lưu: VT, TĐKT")]
)
def test_good_recipients_are_left_alone(lines: tuple[str, ...]) -> None:
    assert look("recipients", plan(recipients=lines)) == ()
