"""The sample school has councils, meetings and three years of work to show."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.services.context import AppContext
from tdkt_desktop.services.council_views import CouncilRole
from tdkt_desktop.services.task_views import Extent, Standing, TaskQuery, TaskState
from tests.support.sample_store import copied_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TODAY = date(2026, 11, 21)


@pytest.fixture
def sample(sample_store: Path, tmp_path: Path) -> Iterator[AppContext]:
    with AppContext.open(copied_store(sample_store, tmp_path / "kho")) as context:
        yield context


def test_each_of_three_years_has_a_council_with_duties_and_a_meeting(sample: AppContext) -> None:
    for year in (2024, 2025, 2026):
        council = sample.councils.of_year(year)
        assert council is not None
        assert len(council.members) % 2 == 1
        assert council.first(CouncilRole.SECRETARY) is not None
        assert all(seat.person_id and seat.duties for seat in council.members)
        assert sample.councils.meetings(council.id)
        assert sample.movements.movements(year)
    warnings = [one.text for one in sample.councils.warnings(sample.councils.councils()[0].id)]
    assert all("Chưa thấy" not in text or "giáo viên" in text for text in warnings)


def test_past_years_are_nearly_done_and_this_one_is_under_way(sample: AppContext) -> None:
    for year in (2024, 2025):
        tasks = sample.tasks.tasks(TaskQuery(year=year, extent=Extent.WORK), TODAY)
        done = [task for task in tasks if task.state is TaskState.DONE]
        assert len(done) > 0.9 * len(tasks)
        assert all(task.result for task in done)
        assert any(task.state is TaskState.DROPPED and task.reason for task in tasks)
    tasks = sample.tasks.tasks(TaskQuery(year=2026, extent=Extent.WORK), TODAY)
    standings = {task.standing(TODAY) for task in tasks}
    assert {Standing.DONE, Standing.LATE, Standing.SOON, Standing.OPEN} <= standings
    assert any(task.added for task in tasks)


def test_most_tasks_of_the_sample_name_somebody_of_the_school(sample: AppContext) -> None:
    tasks = sample.tasks.tasks(TaskQuery(year=2026), TODAY)
    named = [task for task in tasks if any(party.person_id for party in task.parties)]
    assert len(named) > 0.7 * len(tasks)


def test_a_fresh_sample_school_offers_nothing_to_take_back(sample: AppContext) -> None:
    assert (sample.history.undo_label, sample.history.redo_label) == ("", "")
    change = sample.people.mark_left([sample.people.rows()[0].id], TODAY)
    assert sample.history.undo_label == change.label
