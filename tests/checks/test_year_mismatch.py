"""Deadlines, periods and school years must be of the plan's year."""

from __future__ import annotations

import pytest

from tdkt_desktop.vietnamese.school_year import SchoolYear
from tests.support.proof import annex, look, plan, quotes, with_due

CODE = "year-mismatch"
DUES = (
    ("Tháng 02/2025", "Tháng 02/2025"),
    ("Trước 30/6/2025", "30/6/2025"),
    ("Từ ngày 01/10/2025 đến ngày 15/12/2026", "01/10/2025"),
    ("Quý II - 2027", "Quý II - 2027"),
)
GOOD_DUES = (
    "Tháng 02/2026",
    "Trước 15/01/2027",
    "Thường xuyên",
    "Theo Kế hoạch số 63/KH-UBND ngày 12/11/2024",
    "Tháng 5",
)
TEXTS = (
    ("Nộp hồ sơ trước ngày 15/5/2025 về văn phòng.", "15/5/2025"),
    ("Khen thưởng tổng kết năm học 2023-2024.", "2023-2024"),
    ("Thực hiện nhiệm vụ công tác năm 2023 của nhà trường.", "2023"),
)
GOOD_TEXTS = (
    "Phát huy kết quả thi đua năm 2024, thực hiện nhiệm vụ năm 2026.",
    "Tổng kết năm học 2025-2026, đăng ký năm học 2026-2027.",
    "Chương trình phát triển giáo dục giai đoạn 2021 - 2025.",
    "Trường thành lập năm 1987, đạt chuẩn năm 2015.",
    "Căn cứ Kế hoạch số 05/KH-UBND ngày 12/11/2024 của UBND phường.",
    "So với năm học 2022-2023, số giải tăng gấp đôi.",
)


@pytest.mark.parametrize(("due", "quote"), DUES)
def test_a_due_of_another_year_is_found(due: str, quote: str) -> None:
    assert quotes(CODE, with_due(due)) == (quote,)


@pytest.mark.parametrize("due", GOOD_DUES)
def test_a_due_of_the_year_or_a_cited_date_is_left_alone(due: str) -> None:
    assert quotes(CODE, with_due(due)) == ()


@pytest.mark.parametrize(("text", "quote"), TEXTS)
def test_another_year_in_the_text_is_found(text: str, quote: str) -> None:
    assert quotes(CODE, plan(text)) == (quote,)


@pytest.mark.parametrize("text", GOOD_TEXTS)
def test_history_and_programmes_are_left_alone(text: str) -> None:
    assert quotes(CODE, plan(text)) == ()


def test_the_same_due_of_the_right_year_is_proposed() -> None:
    (finding,) = look(CODE, with_due("Tháng 02/2025"))
    assert finding.suggestion == "Tháng 02/2026"
    assert str(finding.place) == "Phụ lục, dòng 1, Thời gian"


def test_a_review_cannot_be_done_before_its_school_year_ends() -> None:
    document = with_due("Tháng 6/2026", task="Tổng kết năm học 2026-2027")
    assert quotes(CODE, document) == ("2026-2027",)


def test_a_plan_for_a_school_year_reaches_from_summer_to_autumn() -> None:
    own = {"year": None, "school_year": SchoolYear(2026)}
    assert quotes(CODE, with_due("Tháng 8/2026", **own)) == ()
    assert quotes(CODE, with_due("Tháng 5/2027", **own)) == ()
    (finding,) = look(CODE, with_due("Tháng 3/2026", **own))
    assert finding.suggestion == "Tháng 3/2027"


def test_a_group_of_another_year_is_found() -> None:
    document = plan("Phụ lục kèm theo.", annexes=(annex([("Họp", "")], group="Quý I - 2024"),))
    assert quotes(CODE, document) == ("Quý I - 2024",)


def test_a_school_year_that_is_only_named_does_not_narrow_the_year() -> None:
    both = {"year": 2026, "school_year": SchoolYear(2025)}
    assert quotes(CODE, with_due("Tháng 12/2026", **both)) == ()


def test_a_plan_without_a_year_says_nothing() -> None:
    assert quotes(CODE, with_due("Tháng 02/2025", year=None)) == ()
