"""Blanks around marks."""

from __future__ import annotations

import pytest

from tests.support.proof import plan, quotes

FIRES = (
    ("Các tổ , khối đăng ký.", " ,"),
    ("Phong trào “ Dạy tốt”.", "“ "),
    ("Bộ,ngành phối hợp.", ","),
    ("Họp tổ.Tiếp tục đổi mới.", "."),
    ("Khen thưởng  kịp thời.", "  "),
    ("An ninh- quốc phòng.", "- "),
    ("Nhà trường (lớp 5 ) dự thi.", " )"),
)
QUIET = (
    "Các tổ, khối đăng ký.",
    "Lúc 8:30 tại hội trường; tỉ lệ 98,5%.",
    "Gửi về thidua@doithong.edu.vn.",
    "Kinh tế - xã hội.",
    "Nghị định số 30/2020/NĐ-CP.",
    "TP.HCM và các nơi... vân vân.",
)


@pytest.mark.parametrize(("text", "quote"), FIRES)
def test_a_blank_in_the_wrong_place_is_found(text: str, quote: str) -> None:
    assert quotes("spacing", plan(text)) == (quote,)


@pytest.mark.parametrize("text", QUIET)
def test_good_spacing_is_left_alone(text: str) -> None:
    assert quotes("spacing", plan(text)) == ()
