"""Days by name must bear their own date."""

from __future__ import annotations

import pytest

from tdkt_desktop.checks.repairing import repair
from tdkt_desktop.documents.plain_text import to_text
from tests.support.proof import look, plan, quotes

FIRES = (
    ("Chào mừng Ngày Nhà giáo Việt Nam 22/11 bằng việc làm cụ thể.", "22/11"),
    ("Hướng về ngày Giải phóng Thủ đô 20/10.", "20/10"),
    ("Kỷ niệm ngày Quốc khánh 03/9/2026.", "03/9"),
    ("Dâng hương Ngày Thương binh - Liệt sĩ (22/7).", "22/7"),
    ("Ngày thành lập Đảng Cộng sản Việt Nam 02/3 có sinh hoạt chung.", "02/3"),
)
QUIET = (
    "Chào mừng Ngày Nhà giáo Việt Nam 20/11.",
    "Từ Ngày Nhà giáo Việt Nam, các tổ thi đua đến 15/12.",
    "Đợt thi đua chào mừng Ngày Nhà giáo Việt Nam (15/10 - 20/11/2026).",
    "Khởi nghĩa Hai Bà Trưng 06/02 âm lịch.",
    "Khai giảng lớp tập huấn 10/10.",
    "Ngày thành lập Đảng bộ xã 15/8.",
    "Ngày 20/10 và Ngày Nhà giáo Việt Nam 20/11.",
    "Ngày Giỗ Tổ Hùng Vương 26/4 nhà trường nghỉ.",
    "Ngày Quốc khánh 2/9, ngày Phụ nữ Việt Nam 20/10.",
)


@pytest.mark.parametrize(("text", "quote"), FIRES)
def test_a_day_under_a_wrong_date_is_found(text: str, quote: str) -> None:
    assert quotes("known-day", plan(text)) == (quote,)


@pytest.mark.parametrize("text", QUIET)
def test_a_right_or_unclear_date_is_left_alone(text: str) -> None:
    assert quotes("known-day", plan(text)) == ()


def test_the_right_date_is_proposed_and_can_be_put_in() -> None:
    document = plan("Hướng về ngày Giải phóng Thủ đô 20/10.")
    (finding,) = look("known-day", document)
    repaired = repair(document, finding)
    assert "Thủ đô 10/10." in to_text(repaired)
    assert look("known-day", repaired) == ()
