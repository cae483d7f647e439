"""Sheets for everybody, and lists of thousands of tasks, come within what a person waits for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.models.tables import Task
from tdkt_desktop.services.context import AppContext
from tdkt_desktop.services.demo import fill_with_sample
from tdkt_desktop.services.task_views import Extent, TaskQuery
from tests.support.year_of_work import DAY, PERIOD

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture

TASKS = 2_000


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[AppContext]:
    with AppContext.open(tmp_path / "kho") as context:
        fill_with_sample(context)
        yield context


def test_the_sheets_of_all_people_as_one_pdf(
    sample: AppContext, tmp_path: Path, benchmark: BenchmarkFixture
) -> None:
    target = tmp_path / "phieu.pdf"

    def export() -> None:
        sample.papers.export_made("phieu-giao-viec", PERIOD, None, target, DAY, overwrite=True)

    benchmark(export)
    assert target.stat().st_size > 100_000


def test_two_thousand_tasks_are_listed(sample: AppContext, benchmark: BenchmarkFixture) -> None:
    with sample.store.transaction("Điền", undoable=False) as act:
        for number in range(TASKS):
            task = Task(uid=f"n{number}", year=2030, title=f"Việc {number}", lead="Hiệu trưởng")
            act.session.add(task)
    query = TaskQuery(year=2030, extent=Extent.WORK)
    found = benchmark(lambda: sample.tasks.tasks(query, DAY))
    assert len(found) == TASKS
