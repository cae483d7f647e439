"""How long staff lists take to come in and go out, and long lists to be filtered and sorted.

Figures: `pytest tests/benchmarks/test_people_speed.py --benchmark-enable`.
"""

from __future__ import annotations

import itertools
import time
from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.services.context import AppContext
from tdkt_desktop.services.people_lists import PeopleFilter, PeopleOrder, filtered, ordered
from tests.support.staff_lists import staff, write_book

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture

    from tdkt_desktop.services.people_views import PersonRow


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppContext]:
    """Open a store of 5,000 people."""
    folder = tmp_path_factory.mktemp("đông người")
    with AppContext.open(folder / "kho") as context:
        path = write_book(folder / "a.xlsx", staff(5000))
        context.people_import.apply(context.people_import.preview(path))
        yield context


@pytest.fixture(scope="module")
def rows(crowd: AppContext) -> tuple[PersonRow, ...]:
    return crowd.people.rows()


def test_a_thousand_people_come_in_from_xlsx(tmp_path: Path, benchmark: BenchmarkFixture) -> None:
    path = write_book(tmp_path / "a.xlsx", staff(1000))
    numbers = itertools.count()

    def take_in() -> int:
        with AppContext.open(tmp_path / f"kho {next(numbers)}") as context:
            return context.people_import.apply(context.people_import.preview(path)).added

    assert benchmark.pedantic(take_in, rounds=3) > 900


def test_reading_the_rows_of_5000_people(crowd: AppContext, benchmark: BenchmarkFixture) -> None:
    assert len(benchmark(crowd.people.rows)) > 4500


def test_filtering_and_sorting_5000_people(
    rows: tuple[PersonRow, ...], benchmark: BenchmarkFixture
) -> None:
    wanted = PeopleFilter(text="nguyen thi", year="2024-2025")

    def filter_and_sort() -> list[PersonRow]:
        return ordered(filtered(rows, wanted), PeopleOrder.GROUP)

    assert benchmark(filter_and_sort)


@pytest.mark.parametrize("order", list(PeopleOrder))
def test_5000_people_sort_by_any_column_within_50_ms(
    rows: tuple[PersonRow, ...], order: PeopleOrder
) -> None:
    assert min(_seconds(rows, order) for _try in range(5)) < 0.05


def _seconds(rows: tuple[PersonRow, ...], order: PeopleOrder) -> float:
    start = time.perf_counter()
    ordered(filtered(rows, PeopleFilter(text="an")), order)
    ordered(rows, order)
    return time.perf_counter() - start


def test_a_list_of_5000_people_goes_out(
    crowd: AppContext, tmp_path: Path, benchmark: BenchmarkFixture
) -> None:
    target = tmp_path / "a.xlsx"
    benchmark.pedantic(crowd.people_files.export, (target,), {"overwrite": True}, rounds=2)
    assert target.stat().st_size > 100_000
