"""An annex that is named must be there."""

from __future__ import annotations

import pytest

from tests.support.proof import annex, plan, quotes

ONE = (annex([("Họp", "Tháng 5")]),)
TWO = (*ONE, annex([("Thi", "Tháng 6")], title="Phân công"))


@pytest.mark.parametrize(
    ("text", "annexes", "quote"),
    [
        ("Tiến độ theo Phụ lục 2.", ONE, "Phụ lục 2"),
        ("Tiến độ theo phụ lục kèm theo.", (), "phụ lục"),
        ("Theo Phụ lục I và Phụ lục III.", TWO, "Phụ lục III"),
    ],
)
def test_an_annex_that_is_not_there_is_found(text: str, annexes: tuple, quote: str) -> None:  # type: ignore[type-arg]
    assert quotes("missing-appendix", plan(text, annexes=annexes)) == (quote,)


@pytest.mark.parametrize(
    ("text", "annexes"),
    [
        ("Tiến độ theo phụ lục kèm theo.", ONE),
        ("Theo Phụ lục I, II.", TWO),
        ("Trình bày theo Phụ lục I ban hành kèm theo Nghị định số 30/2020/NĐ-CP.", ()),
        ("Theo Phụ lục 3 của Thông tư số 15/2025/TT-BNV.", ()),
    ],
)
def test_annexes_that_are_there_and_those_of_laws_are_left_alone(text: str, annexes: tuple) -> None:  # type: ignore[type-arg]
    assert quotes("missing-appendix", plan(text, annexes=annexes)) == ()
