"""Numbers of a file that do not follow one another."""

from __future__ import annotations

from tdkt_desktop.checks.facts import FoundNumber
from tdkt_desktop.checks.finding import Severity
from tests.support.proof import look, plan, quotes


def test_every_number_out_of_order_is_told_with_the_right_one() -> None:
    numbers = (
        FoundNumber("II", "III", "NỘI DUNG"),
        FoundNumber("2.2", "1.2", "Việc khác"),
        FoundNumber("d", "c", "Ý cuối"),
    )
    found = look("numbering", plan("Việc khác", "Ý cuối"), numbers=numbers, from_file=True)
    assert {(one.quote.split()[0], one.suggestion) for one in found} == {
        ("II", "III"), ("2.2", "1.2"), ("d", "c"),
    }  # fmt: skip
    assert all(one.severity is Severity.ERROR for one in found)


def test_a_shifted_run_is_told_once() -> None:
    numbers = tuple(FoundNumber(str(n), str(n - 3), f"Việc {n}") for n in range(31, 40))
    assert quotes("numbering", plan(), numbers=numbers, from_file=True) == ("31 Việc 31",)


def test_two_faults_in_one_table_are_told_apart() -> None:
    numbers = (FoundNumber("5", "4", "Một"), FoundNumber("9", "5", "Hai"))
    assert len(look("numbering", plan(), numbers=numbers, from_file=True)) == 2


def test_in_a_stored_plan_the_number_is_right_already() -> None:
    numbers = (FoundNumber("II", "III", "NỘI DUNG"),)
    (finding,) = look("numbering", plan(), numbers=numbers)
    assert finding.severity is Severity.NOTE


def test_a_source_in_order_says_nothing() -> None:
    assert look("numbering", plan("Một việc."), from_file=True) == ()


def test_a_text_that_has_gone_since_says_nothing_in_a_stored_plan() -> None:
    numbers = (FoundNumber("II", "III", "MỤC ĐÃ XOÁ"),)
    assert look("numbering", plan("Một việc."), numbers=numbers) == ()
    assert look("numbering", plan("Một việc."), numbers=numbers, from_file=True)
