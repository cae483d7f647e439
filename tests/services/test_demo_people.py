"""The sample school's people have something true to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.errors import InputError
from tdkt_desktop.services.demo import fill_with_sample
from tdkt_desktop.services.people_views import PersonData
from tdkt_desktop.services.record_views import AwardKind

if TYPE_CHECKING:
    from tdkt_desktop.services.context import AppContext


def test_the_sample_school_has_people_with_three_years(empty: AppContext) -> None:
    fill_with_sample(empty)
    people = empty.people.rows()
    assert 40 <= len(people) <= 50
    assert all(row.group_name and row.birth_date and row.sex for row in people)
    assert len({row.full_name for row in people}) == len(people)
    histories = empty.records.histories()
    years = {rating.year for history in histories.values() for rating in history.ratings}
    assert years == {"2023-2024", "2024-2025", "2025-2026"}
    assert any(history.of_kind(AwardKind.COMMENDATION) for history in histories.values())
    assert any(history.leaves for history in histories.values())
    assert empty.store.faults() == ()


def test_titles_of_the_sample_follow_from_its_ratings(empty: AppContext) -> None:
    fill_with_sample(empty)
    for history in empty.records.histories().values():
        rated = {rating.year: rating.code for rating in history.ratings}
        for award in history.of_kind(AwardKind.TITLE):
            assert rated[award.data.year] in ("HTTNV", "HTXSNV")


def test_a_store_with_people_is_not_filled(empty: AppContext) -> None:
    empty.people.add(PersonData("Lê An"))
    with pytest.raises(InputError, match="nhân sự"):
        fill_with_sample(empty)
