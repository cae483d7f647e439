"""Taking acts back by their name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sample_plan import sample_plan

from tdkt_desktop.errors import InputError
from tdkt_desktop.services.period import PlanPeriod

if TYPE_CHECKING:
    from tdkt_desktop.services.context import AppContext


@pytest.fixture
def plan_id(context: AppContext) -> int:
    return context.plans.add_draft(sample_plan(), PlanPeriod(2026))


def test_an_act_is_named_taken_back_and_done_again(context: AppContext, plan_id: int) -> None:
    change = context.issuing.submit(plan_id)
    assert context.history.undo_label == "Trình ký kế hoạch"
    context.history.take_back(change)
    assert context.plans.plan(plan_id).summary.status.value == "draft"
    assert context.history.redo_label == "Trình ký kế hoạch"
    context.history.redo()
    assert context.plans.plan(plan_id).summary.status.value == "waiting"


def test_an_act_is_not_taken_back_past_a_later_one(context: AppContext, plan_id: int) -> None:
    change = context.issuing.submit(plan_id)
    context.plans.throw_away(plan_id)
    with pytest.raises(InputError, match="Trình ký"):
        context.history.take_back(change)
    assert context.history.undo_label == "Xoá kế hoạch"


def test_the_names_are_empty_where_there_is_nothing(empty: AppContext) -> None:
    assert (empty.history.undo_label, empty.history.redo_label) == ("", "")
