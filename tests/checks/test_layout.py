"""What was measured of a page is told as it was handed in."""

from __future__ import annotations

from tdkt_desktop.checks.facts import LayoutFault
from tests.support.proof import look, plan


def test_each_measured_fault_is_told() -> None:
    fault = LayoutFault("Lề trái", "20 mm", "30 - 35 mm", "Lề trái hẹp hơn quy định.")
    (finding,) = look("layout", plan(), layout=(fault,))
    assert (str(finding.place), finding.quote, finding.suggestion) == (
        "Lề trái", "20 mm", "30 - 35 mm",
    )  # fmt: skip


def test_a_page_as_it_should_be_says_nothing() -> None:
    assert look("layout", plan()) == ()
