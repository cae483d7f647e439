"""What is left open."""

from __future__ import annotations

import pytest

from tdkt_desktop.checks.finding import Severity
from tdkt_desktop.documents.document import DocumentNumber
from tests.support.proof import look, plan, quotes

FIRES = (
    ("Do ông ............ phụ trách.", "ông ............"),
    ("Tặng giấy khen cho «Tên tập thể».", "«Tên tập thể»"),
    ("Theo Kế hoạch số /KH-UBND của phường.", "số /"),
    ("Ban hành ngày … tháng … năm 2026 tại trường.", "ngày … tháng … năm 2026"),
    ("Họp ngày ... tại hội trường.", "ngày ..."),
    ("Kinh phí: ____ đồng.", "____"),
)
QUIET = (
    "Văn nghệ, thể thao, trò chơi dân gian...",
    "Múa hát, kể chuyện, ... nhằm tạo sân chơi.",
    "Các lớp, các tổ… cùng tham gia.",
    "Ban hành ngày 05 tháng 01 năm 2026.",
    "Theo Kế hoạch số 05/KH-UBND.",
    "Thi đua “Dạy tốt”, “Học tốt”..... góp phần.",
)


@pytest.mark.parametrize(("text", "quote"), FIRES)
def test_something_left_open_is_found(text: str, quote: str) -> None:
    assert quotes("blank", plan(text)) == (quote,)


@pytest.mark.parametrize("text", QUIET)
def test_an_ellipsis_or_a_full_text_is_left_alone(text: str) -> None:
    assert quotes("blank", plan(text)) == ()


def test_an_own_number_and_date_are_asked_of_files_only() -> None:
    draft = plan(number=DocumentNumber("", "KH-THĐT"), issued_on=None)
    assert look("blank", draft) == ()
    assert [one.severity for one in look("blank", draft, from_file=True)] == [Severity.NOTE] * 2


def test_what_is_open_in_a_document_to_be_signed_is_an_error() -> None:
    document = plan("Do «Họ tên» phụ trách.")
    assert [one.severity for one in look("blank", document)] == [Severity.WARNING]
    assert [one.severity for one in look("blank", document, signed=True)] == [Severity.ERROR]
