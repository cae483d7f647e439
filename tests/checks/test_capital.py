"""Capitals at the start and in names."""

from __future__ import annotations

import pytest

from tdkt_desktop.checks.repairing import repair
from tdkt_desktop.documents.blocks import Heading, Level
from tdkt_desktop.documents.plain_text import to_text
from tdkt_desktop.documents.richtext import RichText
from tests.support.proof import look, plan, quotes

FIRES = (
    ("Thi đua lao động sáng tạo. đổi mới phương pháp.", "đ"),
    ("Học tập gương Đảng cộng sản Việt Nam.", "Đảng cộng sản Việt Nam"),
    ("Theo bộ Giáo dục và Đào tạo.", "bộ Giáo dục và Đào tạo"),
)
QUIET = (
    "Thi đua lao động sáng tạo. Đổi mới phương pháp.",
    "Gồm dạy, học... và các việc khác.",
    "Ở TP. mới thành lập.",
    "Đảng Cộng sản Việt Nam.",
    "BỘ GIÁO DỤC VÀ ĐÀO TẠO.",
)


@pytest.mark.parametrize(("text", "quote"), FIRES)
def test_lower_case_at_the_start_of_a_sentence_is_found(text: str, quote: str) -> None:
    assert quotes("capital", plan(text)) == (quote,)


@pytest.mark.parametrize("text", QUIET)
def test_an_ordinary_sentence_is_left_alone(text: str) -> None:
    assert quotes("capital", plan(text)) == ()


def test_a_heading_in_lower_case_is_found_and_repaired() -> None:
    document = plan(body=(Heading(Level.ARABIC, RichText("nâng cao chất lượng")),))
    (finding,) = look("capital", document)
    assert to_text(repair(document, finding)).count("Nâng cao chất lượng") == 1
