"""This year's plan from last year's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sample_plan import sample_plan

from tdkt_desktop.documents.blocks import Paragraph
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.services.period import PlanPeriod
from tdkt_desktop.services.rolling import rolled
from tdkt_desktop.vietnamese.school_year import SchoolYear

if TYPE_CHECKING:
    from tdkt_desktop.services.context import AppContext

OLD = PlanPeriod(2026, SchoolYear(2026))
NEW = PlanPeriod(2027, SchoolYear(2027))


def test_the_copy_has_the_new_year_and_neither_number_nor_date() -> None:
    draft = rolled(sample_plan(), OLD, NEW)
    document = draft.document
    assert document.subject.plain.endswith("năm học 2027 - 2028")
    assert (document.number.value, document.number.symbol) == ("", "KH-HĐTĐKT")
    assert document.issued_on is None
    assert (document.year, document.school_year) == (2027, SchoolYear(2027))
    assert document.body == sample_plan().body


def test_places_that_name_the_old_year_are_told_and_left() -> None:
    body = (
        Paragraph(RichText("Tiếp nối kết quả năm học 2026 - 2027.")),
        Paragraph(RichText("Không nhắc năm nào.")),
    )
    plan = replace(sample_plan(), preamble=(), body=body, annexes=())
    draft = rolled(plan, OLD, NEW)
    assert [one for one in draft.doubts if "Tiếp nối" in one]
    assert not [one for one in draft.doubts if "Không nhắc" in one]
    assert draft.document.body == body


def test_a_calendar_year_moves_alone() -> None:
    plan = replace(sample_plan(), subject=RichText("Thi đua năm 2026 theo Nghị quyết 15/2026/NQ"))
    draft = rolled(plan, PlanPeriod(2026), PlanPeriod(2028))
    assert draft.document.subject.plain == "Thi đua năm 2028 theo Nghị quyết 15/2026/NQ"


def test_a_rolled_plan_is_a_draft_beside_the_old_one(context: AppContext) -> None:
    old = context.plans.add_draft(sample_plan(), OLD)
    new, doubts = context.plans.roll(old, NEW)
    assert doubts
    assert [plan.id for plan in context.plans.plans(year=2027)] == [new]
    assert context.plans.plan(old).document == sample_plan()
