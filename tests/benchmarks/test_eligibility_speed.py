"""How long the law of awards takes for a whole school with many years of records.

Figures: `pytest tests/benchmarks/test_eligibility_speed.py --benchmark-enable`.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.rules.evaluator import Evaluator
from tdkt_desktop.rules.facts_file import read_facts
from tdkt_desktop.rules.law_reader import shipped_book
from tests.support.award_cases import TODAY, person, rated, school_year, titles, work

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

    from tdkt_desktop.rules.facts import Facts
    from tdkt_desktop.rules.outcomes import AwardResult

PEOPLE = 300
YEARS = 20


@pytest.fixture(scope="module")
def crowd() -> list[Facts]:
    """Return 300 people with ratings, titles and initiatives over 20 years."""
    book = shipped_book()
    return [read_facts(_person(number), book, TODAY) for number in range(PEOPLE)]


def _person(number: int) -> object:
    codes = ["HTXSNV" if (number + back) % 3 else "HTTNV" for back in range(YEARS)]
    fought = [2025 - back for back in range(YEARS) if (number + back) % 4]
    works = [
        work(school_year(2025 - back), "CO_SO", "TINH" if back % 5 == 0 else "CO_SO")
        for back in range(0, YEARS, 2)
    ]
    return person(
        sector_since=f"{1995 + number % 25}-09-01",
        ratings=rated(*codes),
        awards=titles("LDTT", *range(2006, 2026))
        + titles("CSTDCS", *fought)
        + titles("BK_TINH", 2012, 2018),
        initiatives=works,
    )


def _all_answers(crowd: list[Facts]) -> list[tuple[AwardResult, ...]]:
    evaluator = Evaluator(shipped_book())
    return [evaluator.evaluate(facts) for facts in crowd]


def test_300_people_before_all_awards_with_20_years_of_records_within_a_second(
    crowd: list[Facts],
) -> None:
    start = time.perf_counter()
    answers = _all_answers(crowd)
    spent = time.perf_counter() - start
    assert sum(map(len, answers)) == PEOPLE * len(answers[0])
    assert spent < 1


def test_the_law_for_300_people(crowd: list[Facts], benchmark: BenchmarkFixture) -> None:
    assert benchmark(_all_answers, crowd)
