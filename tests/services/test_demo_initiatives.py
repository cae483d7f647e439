"""The sample school's initiatives are written, scored, recognised, and one is like an older one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.services.context import AppContext
from tdkt_desktop.services.initiative_views import InitiativeState
from tests.support.sample_store import copied_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def sample(sample_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppContext]:
    copy = tmp_path_factory.mktemp("sample") / "kho"
    with AppContext.open(copied_store(sample_store, copy)) as context:
        yield context


def test_every_recognised_one_has_description_score_and_decision(sample: AppContext) -> None:
    rows = [row for row in sample.initiatives.rows() if row.state is InitiativeState.RECOGNISED]
    assert len(rows) == 12
    for row in rows:
        assert row.score is not None
        assert row.score >= 70
        assert row.recognition.number
        assert row.recognition.decided_on is not None
        form = sample.initiatives.card(row.id).form
        assert sample.initiatives.missing(form) == (), row.title


def test_what_the_records_said_of_reach_and_use_stays(sample: AppContext) -> None:
    reaches = {row.recognition.reach for row in sample.initiatives.rows()}
    assert {"CO_SO", "TINH"} <= reaches
    assert len(sample.initiatives.ledger()) == 10


def test_one_was_refused_and_says_why(sample: AppContext) -> None:
    (row,) = [r for r in sample.initiatives.rows() if r.state is InitiativeState.REFUSED]
    assert row.score is not None
    assert row.score < 70
    assert "số liệu" in sample.initiatives.card(row.id).notes


def test_the_round_of_this_year_is_open_with_a_judge_far_off(sample: AppContext) -> None:
    running, *before = sample.scoring.rounds()
    assert not running.is_closed
    assert all(view.is_closed for view in before)
    assert any(mark.far for entry in running.entries for mark in entry.result.marks)


def test_a_new_one_has_a_passage_of_an_older_one(sample: AppContext) -> None:
    (row,) = [r for r in sample.initiatives.rows() if r.title.startswith("Rèn kĩ năng đọc diễn")]
    parts = sample.initiatives.card(row.id).parts
    found = sample.similarity.similar_to(row.title, parts, leaving=row.id)
    assert found[0].year == "2023-2024"
    assert found[0].passages
