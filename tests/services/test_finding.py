"""Anything is found by a few words without diacritics, and leads to what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.services.finding import FoundKind
from tests.support.year_of_work import add_people, add_plan

if TYPE_CHECKING:
    from tdkt_desktop.services.context import AppContext


@pytest.fixture
def people(context: AppContext) -> dict[str, int]:
    made = add_people(context)
    add_plan(context)
    return made


def test_a_person_is_found_without_diacritics(context: AppContext, people: dict[str, int]) -> None:
    row = context.people.rows()[0]
    from tdkt_desktop.vietnamese.text import fold

    found = context.finding.find(fold(row.full_name))
    assert (FoundKind.PERSON, row.id) in {(one.kind, one.id) for one in found}


def test_every_word_must_be_there(context: AppContext, people: dict[str, int]) -> None:
    row = context.people.rows()[0]
    assert context.finding.find(f"{row.full_name} khongcochunay") == ()


def test_tasks_and_the_text_of_plans_are_found(context: AppContext, people: dict[str, int]) -> None:
    title = context.plans.plans()[0].subject
    kinds = {one.kind for one in context.finding.find(title)}
    assert FoundKind.PLAN in kinds


def test_only_so_many_of_a_kind_are_given(context: AppContext) -> None:
    rows = [(f"Kiểm tra hồ sơ tổ {n}", "Hiệu trưởng", "", "", "15/9/2026") for n in range(30)]
    add_plan(context, rows)
    tasks = [one for one in context.finding.find("kiem tra ho so") if one.kind is FoundKind.TASK]
    assert len(tasks) == 5


def test_nothing_is_found_for_no_words(context: AppContext, people: dict[str, int]) -> None:
    assert context.finding.find("  ") == ()
