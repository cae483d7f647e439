"""How long the proof-reader takes over thirty pages, and what its room costs to import.

Figures: `pytest tests/benchmarks/test_checks_speed.py --benchmark-enable`.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING

from tdkt_desktop.checks.facts import Facts, KnownLaw
from tdkt_desktop.checks.proofread import proofread
from tdkt_desktop.documents.walk import words
from tests.support.sample_plan import sample_plan

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

    from tdkt_desktop.documents.document import OfficialDocument

SECONDS = 0.3
ROUNDS = 3
WORDS_ON_A_PAGE = 400


def thirty_pages() -> OfficialDocument:
    """The sample plan again and again, each time with other words, until it is long enough."""
    one = sample_plan()
    body, count = one.body, 1
    while len(words(replace(one, body=body))) < 30 * WORDS_ON_A_PAGE:
        body, count = (*body, *one.body), count + 1
    return replace(one, body=body)


class Book:
    def cited(self, text: str) -> tuple[KnownLaw, ...]:
        return ()


def test_thirty_pages_take_less_than_a_third_of_a_second() -> None:
    document, facts = thirty_pages(), Facts(law=Book())
    proofread(document, facts)
    best = min(_seconds(document, facts) for _round in range(ROUNDS))
    # A shared machine may be busy; the figure of the benchmark is the one that counts.
    assert best < 3 * SECONDS


def test_checking_is_measured(benchmark: BenchmarkFixture) -> None:
    document, facts = thirty_pages(), Facts(law=Book())
    assert benchmark(proofread, document, facts)


def test_the_room_costs_little_until_it_is_used() -> None:
    code = (
        "import sys, tdkt_desktop.checks.proofread; "
        "heavy = [m for m in sys.modules if m.startswith('tdkt_desktop.checks.')]; "
        "sys.exit(len(heavy) > 6)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def _seconds(document: OfficialDocument, facts: Facts) -> float:
    start = perf_counter()
    proofread(document, facts)
    return perf_counter() - start
