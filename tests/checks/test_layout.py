"""The pages of a .docx from outside are measured against the decree."""

from __future__ import annotations

import pytest

from tdkt_desktop.checks.facts import Measures, PageMeasures
from tests.support.proof import look, plan

GOOD = {"top": 20.0, "bottom": 20.0, "left": 30.0, "right": 15.0}


def measures(
    width: float = 210.0, height: float = 297.0, font: str = "Times New Roman",
    size: float = 14.0, **margins: float,
) -> Measures:  # fmt: skip
    page = PageMeasures(width, height, tuple((GOOD | margins).items()))
    return Measures((page, page), font, size)


@pytest.mark.parametrize(
    ("measured", "where", "wanted"),
    [
        (measures(width=215.9, height=279.4), "Khổ giấy", "210 x 297 mm"),
        (measures(left=20.0), "Lề trái", "30 - 35 mm"),
        (measures(right=25.4), "Lề phải", "15 - 20 mm"),
        (measures(font="Calibri"), "Phông chữ", "Times New Roman"),
        (measures(size=11.0), "Cỡ chữ", "13 - 14"),
    ],
)
def test_a_fault_of_the_page_is_told_once(measured: Measures, where: str, wanted: str) -> None:
    (finding,) = look("layout", plan(), measures=measured)
    assert (str(finding.place), finding.suggestion) == (where, wanted)


@pytest.mark.parametrize(
    "measured",
    [
        None,
        measures(),
        measures(width=297.0, height=210.0),
        measures(left=30.4, right=14.6, size=13.0),
        measures(font=""),
    ],
)
def test_a_good_page_says_nothing(measured: Measures | None) -> None:
    assert look("layout", plan(), measures=measured) == ()
