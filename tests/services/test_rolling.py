"""This year's plan from last year's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from sample_plan import sample_plan

from tdkt_desktop.documents.blocks import Paragraph
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.services.period import PlanPeriod
from tdkt_desktop.services.rolling import BODIES_SETTING, frame_of, rolled
from tdkt_desktop.services.rolling_changes import ChangeKind, apply
from tdkt_desktop.services.rolling_engine import roll
from tdkt_desktop.services.rolling_frame import Frame
from tdkt_desktop.services.settings import SettingService
from tdkt_desktop.vietnamese.school_year import SchoolYear

if TYPE_CHECKING:
    from tdkt_desktop.services.context import AppContext

OLD = PlanPeriod(2026, SchoolYear(2026))
NEW = PlanPeriod(2027, SchoolYear(2027))
TEMPLATES = (
    "dot-thi-dua-20-11",
    "mn-nam-hoc",
    "nam-cong-tac",
    "phong-trao",
    "th-nam-hoc",
    "thcs-nam-hoc",
    "thpt-nam-hoc",
)


def test_the_copy_has_the_new_year_and_neither_number_nor_date() -> None:
    document = rolled(sample_plan(), OLD, NEW).document
    assert document.subject.plain.endswith("năm học 2027 - 2028")
    assert (document.number.value, document.number.symbol) == ("", "KH-HĐTĐKT")
    assert document.issued_on is None
    assert (document.year, document.school_year) == (2027, SchoolYear(2027))


def test_a_rolled_plan_is_a_draft_beside_the_old_one(context: AppContext) -> None:
    old = context.plans.add_draft(sample_plan(), OLD)
    new, doubts = context.plans.roll(old, NEW)
    assert doubts
    assert [plan.id for plan in context.plans.plans(year=2027)] == [new]
    assert context.plans.plan(old).document == sample_plan()


@pytest.mark.parametrize("key", TEMPLATES)
def test_a_rolled_template_reads_as_one_drafted_for_that_year(
    context: AppContext, key: str
) -> None:
    before, after = (context.drafting.draft(key, year) for year in (2026, 2027))
    plan = context.plans.add_draft(before.document, before.period)
    rolling = context.plans.rolling(plan, after.period)
    rolled_plan = apply(rolling.document, rolling.changes)
    assert rolled_plan == after.document
    again = context.plans.add_draft(rolled_plan, after.period)
    back = context.plans.rolling(again, before.period)
    assert apply(back.document, back.changes) == before.document


def test_changes_that_are_refused_leave_their_places_alone() -> None:
    rolling = roll(sample_plan(), Frame(OLD, NEW))
    untouched = apply(rolling.document, ())
    assert untouched == replace(sample_plan(), year=2027, school_year=SchoolYear(2027))
    only = [one for one in rolling.changes if one.kind is ChangeKind.NUMBER]
    numberless = apply(rolling.document, only)
    assert numberless.number.value == ""
    assert numberless.subject == sample_plan().subject


def test_marks_stay_on_the_words_around_a_change() -> None:
    text = RichText.from_markup("Kế hoạch **năm 2026** và *những việc khác*")
    plan = replace(sample_plan(), body=(Paragraph(text),))
    body = rolled(plan, PlanPeriod(2026), PlanPeriod(2027)).document.body
    assert body == (Paragraph(RichText.from_markup("Kế hoạch **năm 2027** và *những việc khác*")),)


def test_a_plan_for_the_same_year_loses_only_number_and_date() -> None:
    plan = replace(sample_plan(), issued_on=date(2026, 9, 10))
    document = rolled(plan, OLD, OLD).document
    assert document.body == plan.body
    assert document.annexes == plan.annexes
    assert (document.number.value, document.issued_on) == ("", None)


def test_the_school_may_say_what_took_the_place_of_a_body(context: AppContext) -> None:
    own = [{"names": ["Ban Thi đua cũ"], "becomes": "Ban Thi đua mới", "since": "2020-01-01"}]
    SettingService(context.store).set(BODIES_SETTING, own)
    plan = replace(sample_plan(), body=(Paragraph(RichText("Gửi Ban Thi đua cũ.")),))
    rolling = roll(plan, frame_of(context.store, OLD, NEW))
    assert apply(rolling.document, rolling.changes).body[0] == Paragraph(
        RichText("Gửi Ban Thi đua mới.")
    )
