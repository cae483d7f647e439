"""Sums of money in figures and in words."""

from __future__ import annotations

import pytest

from tdkt_desktop.vietnamese.money import dong, dong_in_words


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "Không đồng"),
        (15, "Mười lăm đồng"),
        (21, "Hai mươi mốt đồng"),
        (24, "Hai mươi tư đồng"),
        (105, "Một trăm linh năm đồng"),
        (1_010, "Một nghìn không trăm mười đồng"),
        (710_000, "Bảy trăm mười nghìn đồng"),
        (14_040_000, "Mười bốn triệu không trăm bốn mươi nghìn đồng"),
        (1_000_005, "Một triệu không trăm linh năm đồng"),
        (2_305_000_015, "Hai tỷ ba trăm linh năm triệu không trăm mười lăm đồng"),
        (1_000_000_007, "Một tỷ không trăm linh bảy đồng"),
    ],
)
def test_a_sum_is_read_as_people_read_it(amount: int, words: str) -> None:
    assert dong_in_words(amount) == words


def test_figures_are_parted_by_dots() -> None:
    assert [dong(amount) for amount in (0, 950, 2_340_000)] == ["0", "950", "2.340.000"]
