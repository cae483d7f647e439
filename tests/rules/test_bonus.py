"""The money of an award by base salary, multiplier and rounding."""

from __future__ import annotations

from datetime import date

import pytest

from tdkt_desktop.rules.bonus import bonus_of
from tdkt_desktop.rules.facts import SubjectKind
from tdkt_desktop.rules.law_reader import shipped_book

PERSON, GROUP = SubjectKind.INDIVIDUAL, SubjectKind.COLLECTIVE


@pytest.mark.parametrize(
    ("award", "subject", "exact", "amount"),
    [
        ("LDTT", PERSON, 702_000, 710_000),
        ("CSTDCS", PERSON, 2_340_000, 2_340_000),
        ("BK_TINH", PERSON, 3_510_000, 3_510_000),
        ("TTLDTT", GROUP, 1_872_000, 1_880_000),
        ("GK_SO", PERSON, 702_000, 710_000),
        ("GK_SO", GROUP, 1_404_000, 1_410_000),
        ("KNC_GD", PERSON, 1_404_000, 1_410_000),
    ],
)
def test_the_money_is_rounded_up_to_ten_thousand_dong(
    award: str, subject: SubjectKind, exact: int, amount: int
) -> None:
    day = date(2026, 6, 30)
    found = bonus_of(shipped_book(), award, subject, received_on=day, decided_on=day)
    assert found is not None
    assert (found.exact, found.amount) == (exact, amount)
    assert found.at_most is (award == "KNC_GD")


@pytest.mark.parametrize(
    ("day", "salary"),
    [
        (date(2019, 7, 1), 1_490_000),
        (date(2023, 6, 30), 1_490_000),
        (date(2023, 7, 1), 1_800_000),
        (date(2024, 6, 30), 1_800_000),
        (date(2024, 7, 1), 2_340_000),
        (date(2026, 11, 21), 2_340_000),
    ],
)
def test_the_base_salary_is_that_of_the_decision(day: date, salary: int) -> None:
    found = shipped_book().salary_on(day)
    assert found is not None
    assert found.vnd == salary


def test_where_the_data_do_not_say_there_is_no_sum() -> None:
    book, day = shipped_book(), date(2026, 6, 30)
    assert bonus_of(book, "GK_XA", PERSON, received_on=day, decided_on=day) is None
    late = date(2026, 10, 1)
    assert bonus_of(book, "CSTDCS", PERSON, received_on=late, decided_on=late) is None
    early = date(2019, 6, 30)
    assert bonus_of(book, "CSTDCS", PERSON, received_on=early, decided_on=early) is None
