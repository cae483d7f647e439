"""Words that cannot be Vietnamese, and common confusions."""

from __future__ import annotations

import pytest

from tdkt_desktop.checks.facts import ToneStyle
from tdkt_desktop.documents.blocks import Heading, Level
from tdkt_desktop.documents.richtext import RichText
from tests.support.proof import plan, quotes

FIRES = (
    ("Kiện toàn đội ngũ vieenc chức.", "vieenc"),
    ("Các nhanh tố mới trong trường.", "nhanh tố mới"),
    ("Mọi học sinh đều thíchh đọc sách.", "thíchh"),
    ("Đầy mạnh phong trào đọc sách.", "Đầy mạnh phong trào"),
    ("Thực hiện nghiêm kỹ luật.", "kỹ luật"),
    ("Tổ chức hộii thi.", "hộii"),
    ("Nâng cao nghiệpp vụ.", "nghiệpp"),
)
QUIET = (
    "Giữ gìn quê hương, khuyến khích nghiêng nước.",
    "Cô H'Hen Niê và em Krông dự thi.",
    "Gửi email về website của trường, dự STEM.",
    "Quyển sách, quốc ngữ, quýt, quỳnh, thuở, khuya, ngoằn ngoèo.",
    "Phong trào “Smart kids, happy school”.",
    "Địa chỉ thidua@doithong.edu.vn.",
    "Các nhân viên y tế có mặt.",
    "Cuộc thi đưa ra ba tiêu chí.",
    "Khen thường xuyên; danh hiệu xuất sắc; thành công xuất sắc; kỹ năng xuất sắc.",
    "Chỉ tiêu tiến bộ; lịch sử lý thú; cũng cố gắng; tiếp xúc tích cực; đầy mạnh mẽ.",
    "Các nhân viên và các tổ chúc mừng; phát đồng phục; truyền thông; chi tiêu hợp lý.",
)


@pytest.mark.parametrize(("text", "quote"), FIRES)
def test_a_misspelt_word_is_found(text: str, quote: str) -> None:
    assert quotes("spelling", plan(text)) == (quote,)


@pytest.mark.parametrize("text", QUIET)
def test_a_good_word_a_name_or_a_foreign_word_is_left_alone(text: str) -> None:
    assert quotes("spelling", plan(text)) == ()


def test_a_title_in_capitals_is_read_too() -> None:
    document = plan(body=(Heading(Level.ROMAN, RichText("NỘI DUNG VÀ UBNDTP")),))
    assert quotes("spelling", document) == ()
    document = plan(body=(Heading(Level.ROMAN, RichText("TỔ CHỨCC THỰC HIỆN")),))
    assert quotes("spelling", document) == ("CHỨCC",)


def test_mixed_tone_marks_are_told_once() -> None:
    document = plan("Văn hóa đọc, văn hóa ứng xử.", "Văn hoá giao thông.")
    assert quotes("spelling", document) == ("hoá",)
    assert quotes("spelling", plan("Văn hoá đọc, Ủy ban nhân dân, quý trọng.")) == ()


def test_the_style_of_the_school_goes_before_the_majority() -> None:
    document = plan("Văn hoá đọc, văn hoá ứng xử.")
    assert quotes("spelling", document, tone_style=ToneStyle.FIRST) == ("hoá",)
