"""What is to be looked at before a plan is issued."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.documents.document import Signature
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.services.issue_checks import issue_checks

if TYPE_CHECKING:
    from tdkt_desktop.services.context import AppContext

SUNDAY = date(2026, 9, 6)
MONDAY = date(2026, 9, 7)


def found(context: AppContext, plan_id: int, day: date = MONDAY, number: int = 1) -> str:
    return "\n".join(issue_checks(context, context.plans.plan(plan_id), day, number))


def test_a_template_that_nobody_has_filled_in_says_how_many_places_are_open(
    context: AppContext, plan_id: int
) -> None:
    assert "chỗ để trống" in found(context, plan_id)
    document = context.plans.plan(plan_id).document
    context.plans.save_document(plan_id, replace(document, grounds=(), preamble=(), body=()))
    assert "chỗ để trống" not in found(context, plan_id)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"signature": Signature(title="HIỆU TRƯỞNG")}, "tên người ký"),
        ({"recipients": ()}, "nơi nhận"),
        ({"subject": RichText()}, "trích yếu"),
        ({"body": ()}, "nội dung"),
    ],
)
def test_what_is_missing_is_told(
    context: AppContext, plan_id: int, changes: dict[str, object], told: str
) -> None:
    assert told not in found(context, plan_id)
    document = context.plans.plan(plan_id).document
    context.plans.save_document(plan_id, replace(document, **changes))  # type: ignore[arg-type]
    assert told in found(context, plan_id)


def test_a_sunday_is_told_and_a_monday_not(context: AppContext, plan_id: int) -> None:
    assert "chủ nhật" in found(context, plan_id, SUNDAY)
    assert "chủ nhật" not in found(context, plan_id, MONDAY)


def test_a_day_before_that_of_a_smaller_number_is_told(context: AppContext, plan_id: int) -> None:
    other = context.plans.duplicate(plan_id)
    context.issuing.issue(other, date(2026, 9, 10), 3)
    assert "không theo thứ tự" in found(context, plan_id, date(2026, 9, 9), 4)
    assert "không theo thứ tự" not in found(context, plan_id, date(2026, 9, 9), 2)
    assert "không theo thứ tự" in found(context, plan_id, date(2026, 9, 11), 2)
