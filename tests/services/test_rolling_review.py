"""What rolling a plan changes is accepted or refused, and stored with the council in one step."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from docx import Document

from tdkt_desktop.models.council import CouncilRole
from tdkt_desktop.services.council_views import CouncilFacts, CouncilKind, DutyFacts, SeatFacts
from tdkt_desktop.services.period import PlanPeriod
from tdkt_desktop.services.rolling_changes import ChangeKind
from tdkt_desktop.vietnamese.school_year import SchoolYear

if TYPE_CHECKING:
    from pathlib import Path

    from tdkt_desktop.services.context import AppContext

NEXT = PlanPeriod(2027, SchoolYear(2027))
DUTY = "Theo dõi phong trào của tổ."


@pytest.fixture
def council_id(context: AppContext, plan_id: int) -> int:
    facts = CouncilFacts(
        CouncilKind.EMULATION, "Hội đồng Thi đua - Khen thưởng", starts_on=date(2026, 9, 1)
    )
    period = context.plans.plan(plan_id).summary.period
    seat = SeatFacts("Hoàng Thị Thu", CouncilRole.CHAIR, duties=(DutyFacts(DUTY),))
    return context.councils.add(facts, period, [seat])


def test_all_changes_are_accepted_at_first(context: AppContext, plan_id: int) -> None:
    review = context.rolling.review(plan_id, NEXT)
    assert review.rows
    assert review.accepted() == review.rolling.changes
    assert sum(count for _kind, count in review.kinds()) == len(review.rows)


def test_a_refused_change_leaves_the_old_words(context: AppContext, plan_id: int) -> None:
    review = context.rolling.review(plan_id, NEXT)
    dues = [row.index for row in review.rows if row.change.kind is ChangeKind.DUE]
    review.choose(dues, accepted=False)
    made, left = context.rolling.store(plan_id, NEXT, review, with_council=False)
    old, new = context.plans.plan(plan_id).document, context.plans.plan(made).document
    first = [row.cells[-1] for row in old.annexes[0].blocks[-1].groups[0].rows]
    assert [row.cells[-1] for row in new.annexes[0].blocks[-1].groups[0].rows] == first
    assert any(str(len(dues)) in sentence for sentence in left)


def test_a_change_with_two_ways_can_be_turned(context: AppContext, plan_id: int) -> None:
    review = context.rolling.review(plan_id, NEXT)
    row = next(row for row in review.rows if row.has_choice)
    review.turn(row.index)
    assert row.change.with_offer() in review.accepted()
    review.turn(row.index)
    assert row.change in review.accepted()


def test_the_council_and_its_duties_come_along_and_undo_is_one_step(
    context: AppContext, plan_id: int, council_id: int
) -> None:
    known = context.rolling.council_to_clone(plan_id, NEXT)
    assert known is not None
    assert known.id == council_id
    review = context.rolling.review(plan_id, NEXT)
    context.rolling.store(plan_id, NEXT, review, with_council=True)
    cloned = context.councils.of_year(NEXT.year)
    assert cloned is not None
    assert [(seat.name, [one.text for one in seat.duties]) for seat in cloned.members] == [
        ("Hoàng Thị Thu", [DUTY])
    ]
    context.store.undo()
    assert context.councils.of_year(NEXT.year) is None
    assert [plan.id for plan in context.plans.plans()] == [plan_id]


def test_a_year_that_has_its_council_keeps_it(
    context: AppContext, plan_id: int, council_id: int
) -> None:
    context.councils.clone(council_id, NEXT)
    assert context.rolling.council_to_clone(plan_id, NEXT) is None


def test_what_is_left_stays_with_the_new_plan(context: AppContext, plan_id: int) -> None:
    review = context.rolling.review(plan_id, NEXT)
    made, _left = context.rolling.store(plan_id, NEXT, review, with_council=False)
    assert context.plans.plan(made).warnings == review.rolling.left


def test_the_list_of_changes_is_written_to_a_word_file(
    context: AppContext, plan_id: int, tmp_path: Path
) -> None:
    review = context.rolling.review(plan_id, NEXT)
    review.choose([0], accepted=False)
    path = context.rolling.export(review, tmp_path / "thay đổi.docx")
    table = Document(str(path)).tables[0]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert len(rows) == len(review.rows) + 1
    assert rows[1][2:5] == [review.rows[0].change.before, review.rows[0].change.after, "không"]
