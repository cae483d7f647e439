"""Drafts are stored, changed, copied, thrown away and found again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.documents.blocks import Paragraph
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.errors import InputError
from tdkt_desktop.models.plan import PlanStatus
from tdkt_desktop.services.period import PlanPeriod

if TYPE_CHECKING:
    from tdkt_desktop.services.context import AppContext


def test_a_stored_draft_comes_back_as_it_was(context: AppContext) -> None:
    draft = context.drafting.draft("mn-nam-hoc", 2026)
    view = context.plans.plan(context.plans.add_draft(draft.document, draft.period))
    assert view.document == draft.document
    assert view.summary.status is PlanStatus.DRAFT
    assert str(view.summary.school_year) == "2026-2027"


def test_an_edited_document_is_kept_and_found_without_diacritics(
    context: AppContext, plan_id: int
) -> None:
    document = context.plans.plan(plan_id).document
    added = Paragraph(RichText("Vườn rau xanh của lớp Một"))
    context.plans.save_document(plan_id, replace(document, body=(*document.body, added)))
    assert context.plans.plan(plan_id).document.body[-1] == added
    assert [one.id for one in context.plans.search("vuon RAU xanh")] == [plan_id]
    assert context.plans.search("không có câu này đâu") == ()


def test_saves_that_follow_each_other_are_one_step_back(context: AppContext, plan_id: int) -> None:
    before = context.plans.plan(plan_id).document
    for word in ("một", "hai", "ba"):
        context.plans.save_document(plan_id, replace(before, subject=RichText(word)))
    context.store.undo()
    assert context.plans.plan(plan_id).document == before


def test_a_copy_has_no_number_and_no_date(context: AppContext, plan_id: int) -> None:
    context.issuing.issue(plan_id, context.plans.plan(plan_id).summary.period.first_day)
    copy = context.plans.plan(context.plans.duplicate(plan_id))
    assert copy.document.number.value == ""
    assert copy.document.issued_on is None
    assert copy.summary.status is PlanStatus.DRAFT


def test_a_plan_comes_back_from_the_bin(context: AppContext, plan_id: int) -> None:
    context.plans.throw_away(plan_id)
    assert context.plans.plans() == ()
    assert [one.id for one in context.plans.plans(in_bin=True)] == [plan_id]
    with pytest.raises(InputError):
        context.plans.plan(plan_id)
    context.plans.bring_back(plan_id)
    assert [one.id for one in context.plans.plans()] == [plan_id]


def test_a_plan_removed_for_good_is_gone(context: AppContext, plan_id: int) -> None:
    context.plans.throw_away(plan_id)
    context.plans.remove_for_good(plan_id)
    assert context.plans.plans(in_bin=True) == ()


def test_only_a_plan_in_the_bin_can_be_removed_for_good(context: AppContext, plan_id: int) -> None:
    with pytest.raises(InputError):
        context.plans.remove_for_good(plan_id)
    assert context.plans.plan(plan_id).summary.id == plan_id


def test_an_issued_plan_refuses_to_be_changed(context: AppContext, plan_id: int) -> None:
    document = context.plans.plan(plan_id).document
    context.issuing.issue(plan_id, context.plans.plan(plan_id).summary.period.first_day)
    for act in (
        lambda: context.plans.save_document(plan_id, document),
        lambda: context.plans.throw_away(plan_id),
        lambda: context.plans.set_period(plan_id, PlanPeriod(2030)),
    ):
        with pytest.raises(InputError, match="ban hành"):
            act()


def test_plans_are_listed_by_year(context: AppContext, plan_id: int) -> None:
    other = context.plans.duplicate(plan_id)
    context.plans.set_period(other, PlanPeriod(2024))
    assert context.plans.years() == (2026, 2024)
    assert [one.id for one in context.plans.plans(year=2024)] == [other]


def test_a_plan_that_is_not_there_is_told(empty: AppContext) -> None:
    with pytest.raises(InputError, match="99"):
        empty.plans.plan(99)
