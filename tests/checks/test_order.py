"""Times must run forwards and stay within their group."""

from __future__ import annotations

import pytest

from tests.support.proof import annex, plan, quotes, with_due


def grouped(group: str, *dues: str) -> tuple[str, ...]:
    rows = [(f"Việc {n}", due) for n, due in enumerate(dues)]
    return quotes("order", plan("Phụ lục kèm theo.", annexes=(annex(rows, group=group),)))


@pytest.mark.parametrize(
    ("due", "quote"),
    [
        ("Từ ngày 15/6/2026 đến ngày 05/6/2026", "15/6/2026 đến ngày 05/6/2026"),
        ("Từ tháng 9/2026 đến tháng 5/2026", "tháng 9/2026 đến tháng 5/2026"),
    ],
)
def test_from_later_than_to_is_found(due: str, quote: str) -> None:
    assert quotes("order", with_due(due)) == (quote,)


@pytest.mark.parametrize(
    "due", ["Từ ngày 05/6/2026 đến ngày 15/6/2026", "20/11/2026 và 15/10/2026", "Tháng 5/2026"]
)
def test_time_that_runs_forwards_is_left_alone(due: str) -> None:
    assert quotes("order", with_due(due)) == ()


def test_a_due_outside_its_quarter_is_found() -> None:
    assert grouped("Quý III - 2026", "Tháng 7/2026", "Tháng 5/2026") == ("Tháng 5/2026",)
    assert grouped("Quý III", "Trước 15/8", "Trước 20/11") == ("Trước 20/11",)


def test_a_due_inside_its_group_or_of_no_date_is_left_alone() -> None:
    assert grouped("Quý II - 2026", "Trước ngày 04/5/2026", "Thường xuyên", "Tháng 6") == ()
    assert grouped("Công tác tuyên truyền", "Tháng 9/2026", "Tháng 5/2026") == ()


def test_the_one_due_that_breaks_an_order_is_noted() -> None:
    months = [f"Tháng {n}/2026" for n in (1, 2, 3, 8, 4, 5, 6)]
    assert grouped("Việc trong năm", *months) == ("Tháng 4/2026",)
    mixed = [f"Tháng {n}/2026" for n in (5, 2, 3, 1, 4, 2, 6)]
    assert grouped("Việc trong năm", *mixed) == ()
