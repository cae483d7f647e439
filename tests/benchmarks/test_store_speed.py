"""How long the store takes to open, to save while somebody types, to undo and to back up.

Figures: `pytest tests/benchmarks/test_store_speed.py --benchmark-enable`. The store is one of
twenty years: 200 plans of twelve pages, a thousand numbers in the register.
"""

from __future__ import annotations

import itertools
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.documents.codec import to_json
from tdkt_desktop.models.backup_facts import fault_of
from tdkt_desktop.models.store import Store
from tdkt_desktop.models.tables import IssuedDocument, Plan
from tests.support.sample_plan import sample_plan

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture

TEXT = to_json(sample_plan())
NOON = datetime(2026, 3, 2, 5, 0, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "hai mươi năm", clock=lambda: NOON) as opened:
        with opened.transaction("Đổ dữ liệu", undoable=False) as tx:
            for number in range(200):
                tx.session.add(Plan(year=2006 + number % 20, subject=f"Kế hoạch {number}"))
                tx.session.flush()
                tx.session.get_one(Plan, number + 1).document = TEXT
            for number in range(1000):
                tx.session.add(
                    IssuedDocument(
                        issuing_body="Trường",
                        year=2006 + number // 50,
                        number=number % 50 + 1,
                        issued_on=date(2006 + number // 50, 1, 1),
                    )
                )
        yield opened


def test_opening_and_checking_a_store_of_twenty_years(
    store: Store, benchmark: BenchmarkFixture
) -> None:
    store.close()

    def open_and_close() -> None:
        Store.open(store.folder).close()

    benchmark(open_and_close)


def test_autosave_of_a_plan(store: Store, benchmark: BenchmarkFixture) -> None:
    counter = itertools.count()

    def autosave() -> None:
        with store.transaction("Soạn thảo", merge_key="plan:7") as tx:
            tx.session.get_one(Plan, 7).document = f"{TEXT}{next(counter)}"

    benchmark(autosave)


def test_undo_and_redo_of_an_edit(store: Store, benchmark: BenchmarkFixture) -> None:
    with store.transaction("Sửa") as tx:
        tx.session.get_one(Plan, 7).document = "khác"

    def there_and_back() -> None:
        store.undo()
        store.redo()

    benchmark(there_and_back)
    assert store.undo_label == "Sửa"


def test_a_back_up_with_its_check(store: Store, benchmark: BenchmarkFixture) -> None:
    backup = benchmark.pedantic(store.backup, rounds=3)
    assert fault_of(backup) == ""
