"""What stands twice in a row."""

from __future__ import annotations

import pytest

from tdkt_desktop.checks.finding import Severity
from tests.support.proof import look, plan, quotes

FIRES = (
    ("Xét công nhận danh hiệu danh hiệu thi đua.", "danh hiệu danh hiệu"),
    ("Báo cáo của của tổ trưởng.", "của của"),
    ("Các các tổ đăng ký.", "Các các"),
)
QUIET = (
    "Luôn luôn giữ trường lớp sạch đẹp.",
    "Dần dần nâng cao chất lượng.",
    "Ngày ngày đến trường, ngày ngày vui.",
    "Từ từ từng bước.",
)


@pytest.mark.parametrize(("text", "quote"), FIRES)
def test_a_doubled_word_is_found(text: str, quote: str) -> None:
    assert quotes("repetition", plan(text)) == (quote,)


@pytest.mark.parametrize("text", QUIET)
def test_an_ordinary_doubling_is_left_alone(text: str) -> None:
    assert quotes("repetition", plan(text)) == ()


def test_a_long_sentence_that_comes_back_is_found_where_it_comes_back() -> None:
    sentence = (
        "Mỗi tổ chọn một việc khó, làm trong một học kỳ, ghi lại cách làm và chia sẻ với tổ bạn"
    )
    document = plan(f"{sentence}.", "Việc khác.", f"{sentence}.")
    assert quotes("repetition", document) == (sentence,)


def test_a_sentence_that_comes_again_and_again_is_noted_once() -> None:
    sentence = "Tổ trưởng " + "ghi một việc đã làm và một việc sẽ làm " * 2
    document = plan(*[f"{sentence.strip()}."] * 4)
    assert [one.severity for one in look("repetition", document)] == [Severity.NOTE]


def test_the_name_of_a_movement_may_come_again() -> None:
    name = "Thi đua “Mỗi ngày đến trường là một ngày vui, mỗi giờ học là một giờ khám phá điều mới”"
    assert quotes("repetition", plan(f"{name}.", f"{name}.")) == ()
