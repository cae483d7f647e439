"""A sentence must name every annex."""

from __future__ import annotations

from tests.support.proof import annex, look, plan

ONE = (annex([("Họp", "Tháng 5")]),)
TWO = (*ONE, annex([("Thi", "Tháng 6")], title="Phân công"))


def places(*texts: str, annexes: tuple = ONE) -> list[str]:  # type: ignore[type-arg]
    return [str(one.place) for one in look("unreferenced-appendix", plan(*texts, annexes=annexes))]


def test_an_annex_that_nothing_names_is_found() -> None:
    assert places("Các tổ thực hiện nghiêm túc.") == ["Phụ lục"]
    assert places("Tiến độ theo Phụ lục I.", annexes=TWO) == ["Phụ lục II"]


def test_a_named_annex_is_left_alone() -> None:
    assert places("Tiến độ theo phụ lục kèm theo.") == []
    assert places("Tiến độ theo bảng đính kèm.") == []
    assert places("Theo Phụ lục I và Phụ lục II.", annexes=TWO) == []
    assert places("Theo các phụ lục kèm theo.", annexes=TWO) == []
    assert places("Không có phụ lục.", annexes=()) == []
