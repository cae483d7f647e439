"""How long a new initiative takes to be held against an archive of 1,000.

Figures: `pytest tests/benchmarks/test_similarity_speed.py --benchmark-enable`.
"""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.services.context import AppContext
from tdkt_desktop.services.initiative_views import InitiativeForm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_benchmark.fixture import BenchmarkFixture

_WORKS = 1000
_SYLLABLES = 2500
_ONSETS = ("b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "ng", "nh", "s", "t", "th", "tr", "v")
_RHYMES = (
    "a",
    "ai",
    "an",
    "ăng",
    "âm",
    "e",
    "êm",
    "inh",
    "o",
    "ôn",
    "u",
    "ương",
    "ọc",
    "ạch",
    "ết",
)
_PART = "noi-dung"


def made_up(seed: int) -> str:
    """Return about eight pages of syllables that mean nothing."""
    rnd = random.Random(seed)
    return " ".join(rnd.choice(_ONSETS) + rnd.choice(_RHYMES) for _ in range(_SYLLABLES))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppContext]:
    """Open a store of 1,000 initiatives."""
    with AppContext.open(tmp_path_factory.mktemp("sáng kiến")) as context:
        with context.store.transaction("Kho sáng kiến", undoable=False):
            for number in range(_WORKS):
                form = InitiativeForm(
                    title=f"Sáng kiến {number}", year="2024-2025", parts={_PART: made_up(number)}
                )
                context.initiatives.add(form)
        yield context


def test_one_against_a_thousand(archive: AppContext, benchmark: BenchmarkFixture) -> None:
    new = f"{made_up(5000)[:6000]} {made_up(7)[:900]} {made_up(700)[:900]}"
    begin = time.perf_counter()
    found = benchmark(lambda: archive.similarity.similar_to("Sáng kiến mới", {_PART: new}))
    took = time.perf_counter() - begin
    assert sorted(one.title for one in found) == ["Sáng kiến 7", "Sáng kiến 700"]
    rounds = benchmark.stats.stats.rounds if benchmark.stats else 1
    assert took / rounds < 1.0


def test_the_list_of_a_thousand(archive: AppContext, benchmark: BenchmarkFixture) -> None:
    assert len(benchmark(archive.initiatives.rows)) == _WORKS
