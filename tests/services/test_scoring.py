"""A council scores initiatives in rounds: averages, spread, conflicts, and a closed round stays."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.errors import InputError
from tdkt_desktop.rules.initiative_rules import Criterion
from tdkt_desktop.services.initiative_views import InitiativeState
from tdkt_desktop.services.scoring_views import ScoreOutcome
from tests.support.initiative_year import ROUND, YEAR, add_initiative_year, score

if TYPE_CHECKING:
    from tdkt_desktop.services.context import AppContext

TOTALS = {"Rèn ": (80.0, 84.0, 88.0), "Vườn": (90.0, 88.0, 86.0)}


@pytest.fixture
def ids(context: AppContext) -> dict[str, int]:
    return add_initiative_year(context)


def test_a_round_has_averages_spread_and_what_passes(
    context: AppContext, ids: dict[str, int]
) -> None:
    score(context, ids["round"], {**TOTALS, "Vườn": (50.0, 60.0, 70.0)})
    reading, garden = context.scoring.round(ids["round"]).entries
    assert (reading.result.average, reading.result.spread) == (84.0, 8.0)
    assert (reading.result.lowest, reading.result.highest) == (80.0, 88.0)
    assert reading.result.deviation == pytest.approx(3.27, abs=0.01)
    assert reading.result.by_criterion == pytest.approx((25.2, 29.4, 21.0, 8.4))
    assert (reading.result.passes, garden.result.passes) == (True, False)
    assert (reading.result.scored, reading.result.expected) == (3, 3)


def test_a_judge_who_is_an_author_does_not_score(context: AppContext, ids: dict[str, int]) -> None:
    view = context.scoring.round(ids["round"])
    reading, garden = view.entries
    assert [view.judges[place].name for place in reading.barred] == ["Phạm Thu Hà"]
    assert [view.judges[place].name for place in garden.barred] == ["Đỗ Văn Lâm"]
    with pytest.raises(InputError, match="Phạm Thu Hà là tác giả"):
        context.scoring.give(reading.id, {(2, "tinh-moi"): 20.0})
    context.scoring.give(garden.id, {(2, "tinh-moi"): 20.0})


def test_a_judge_who_came_as_author_later_does_not_count(
    context: AppContext, ids: dict[str, int]
) -> None:
    score(context, ids["round"], TOTALS)
    card = context.initiatives.card(ids["garden"])
    lonely = tuple(one.as_author for one in card.row.authors)
    shared = (
        replace(lonely[0], share=50.0),
        replace(lonely[0], person_id=ids["Trần Quốc Bảo"], share=50.0),
    )
    context.initiatives.save(ids["garden"], replace(card.form, authors=shared))
    entry = context.scoring.round(ids["round"]).entries[1]
    assert entry.result.expected == 2
    assert entry.result.average == pytest.approx((90.0 + 86.0) / 2)


def test_a_judge_far_off_the_others_is_shown(context: AppContext, ids: dict[str, int]) -> None:
    score(context, ids["round"], {**TOTALS, "Rèn ": (85.0, 87.0, 60.0)})
    marks = context.scoring.round(ids["round"]).entries[0].result.marks
    assert [mark.far for mark in marks] == [False, False, False, True]
    assert marks[3].from_others == -26.0


def test_two_judges_are_too_few_to_say_who_is_far_off(
    context: AppContext, ids: dict[str, int]
) -> None:
    score(context, ids["round"], {**TOTALS, "Rèn ": (95.0, 40.0)})
    entry = context.scoring.round(ids["round"]).entries[0]
    assert not any(mark.far for mark in entry.result.marks)
    assert entry.result.spread == 55.0


@pytest.mark.parametrize("points", [-1.0, 30.5])
def test_points_outside_a_criterion_are_refused(
    context: AppContext, ids: dict[str, int], points: float
) -> None:
    entry = context.scoring.round(ids["round"]).entries[0]
    with pytest.raises(InputError, match="từ 0 đến 30"):
        context.scoring.give(entry.id, {(0, "hieu-qua"): 30.0, (0, "tinh-moi"): points})
    assert context.scoring.round(ids["round"]).entries[0].points == {}


def test_a_pasted_block_is_one_step_back(context: AppContext, ids: dict[str, int]) -> None:
    entry = context.scoring.round(ids["round"]).entries[0]
    block = {(judge, key): 5.0 for judge in (0, 1) for key in ("tinh-moi", "trinh-bay")}
    context.scoring.give(entry.id, block)
    assert context.scoring.round(ids["round"]).entries[0].points[1]["trinh-bay"] == 5.0
    context.history.undo()
    assert context.scoring.round(ids["round"]).entries[0].points == {}


def test_a_half_done_sheet_keeps_the_round_open(context: AppContext, ids: dict[str, int]) -> None:
    score(context, ids["round"], TOTALS)
    entry = context.scoring.round(ids["round"]).entries[0]
    context.scoring.give(entry.id, {(1, "tinh-moi"): None})
    with pytest.raises(InputError, match="Trần Quốc Bảo chưa chấm đủ"):
        context.scoring.close(ids["round"])
    for key in ("hieu-qua", "kha-nang-ap-dung", "trinh-bay"):
        context.scoring.give(entry.id, {(1, key): None})
    context.scoring.close(ids["round"])
    assert context.scoring.round(ids["round"]).entries[0].average == 84.0


def test_nobody_closes_a_round_that_nobody_scored(context: AppContext, ids: dict[str, int]) -> None:
    with pytest.raises(InputError, match="Chưa ai chấm"):
        context.scoring.close(ids["round"])


def test_a_closed_round_is_never_changed(context: AppContext, ids: dict[str, int]) -> None:
    score(context, ids["round"], {**TOTALS, "Vườn": (50.0, 60.0, 70.0)})
    context.scoring.close(ids["round"])
    view = context.scoring.round(ids["round"])
    assert [entry.outcome for entry in view.entries] == [
        ScoreOutcome.PASSED, ScoreOutcome.NOT_PASSED,
    ]  # fmt: skip
    assert [entry.initiative.title[:4] for entry in view.passed()] == ["Rèn "]
    assert context.initiatives.row(ids["reading"]).score == 84.0
    assert context.initiatives.row(ids["reading"]).state is InitiativeState.SCORED
    first = view.entries[0].id
    for act in (
        lambda: context.scoring.give(first, {(0, "tinh-moi"): 1.0}),
        lambda: context.scoring.remark(first, 0, "Tốt"),
        lambda: context.scoring.conclude(first, ScoreOutcome.NOT_PASSED, "Khác"),
        lambda: context.scoring.save_round(ids["round"], ROUND),
        lambda: context.scoring.throw_away(ids["round"]),
        lambda: context.scoring.add_to_round(ids["round"], [ids["garden"]]),
        lambda: context.scoring.take_from_round([first]),
    ):
        with pytest.raises(InputError, match="đã chốt"):
            act()


def test_a_closed_round_keeps_its_figures_when_the_sheet_and_the_council_change(
    context: AppContext, ids: dict[str, int]
) -> None:
    score(context, ids["round"], TOTALS)
    context.scoring.close(ids["round"])
    before = context.scoring.round(ids["round"])
    sheet = context.scoring.sheet
    context.scoring.save_sheet(
        replace(sheet, criteria=(Criterion("", "Ý tưởng", 10.0),), pass_mark=9.0)
    )
    seats = context.councils.council(ids["council"]).seats
    context.councils.set_seats(ids["council"], [replace(seats[0], name="Người khác")])
    after = context.scoring.round(ids["round"])
    assert (after.sheet.criteria, after.judges) == (before.sheet.criteria, before.judges)
    assert [one.average for one in after.entries] == [one.average for one in before.entries]


def test_a_correction_is_a_new_round_with_its_reason(
    context: AppContext, ids: dict[str, int]
) -> None:
    score(context, ids["round"], TOTALS)
    with pytest.raises(InputError, match="chưa chốt"):
        context.scoring.correct(ids["round"], "Ghi nhầm")
    context.scoring.close(ids["round"])
    with pytest.raises(InputError, match="lý do"):
        context.scoring.correct(ids["round"], "")
    again = context.scoring.correct(ids["round"], "Cộng nhầm điểm")
    score(context, again, {**TOTALS, "Rèn ": (60.0, 60.0, 60.0)})
    context.scoring.close(again)
    assert context.scoring.round(ids["round"]).entries[0].average == 84.0
    assert context.scoring.round(ids["round"]).corrected_by == again
    assert context.scoring.round(again).reason == "Cộng nhầm điểm"
    assert context.initiatives.row(ids["reading"]).score == 60.0


def test_a_conclusion_against_the_average_needs_a_reason(
    context: AppContext, ids: dict[str, int]
) -> None:
    score(context, ids["round"], TOTALS)
    entry = context.scoring.round(ids["round"]).entries[0]
    with pytest.raises(InputError, match="lý do"):
        context.scoring.conclude(entry.id, ScoreOutcome.NOT_PASSED)
    context.scoring.conclude(entry.id, ScoreOutcome.NOT_PASSED, "Trùng giải pháp năm trước")
    context.scoring.close(ids["round"])
    closed = context.scoring.round(ids["round"]).entries[0]
    assert (closed.outcome, closed.average) == (ScoreOutcome.NOT_PASSED, 84.0)


def test_the_meeting_of_a_round_knows_who_was_away(
    context: AppContext, ids: dict[str, int]
) -> None:
    members = context.councils.council(ids["council"]).members
    there = [seat.id for seat in members[:3] if seat.id is not None]
    made = context.scoring.open_round(ids["council"], YEAR, ROUND, [ids["garden"]], there)
    view = context.scoring.round(made)
    assert [judge.name for judge in view.judges] == [seat.name for seat in members[:3]]
    assert view.meeting_id is not None
    meeting = context.councils.meeting(view.meeting_id).facts
    assert meeting.absent == (members[3].id,)
    assert (meeting.starts_at, meeting.venue) == ("14:00", "Phòng họp của trường")
    context.scoring.save_round(made, replace(ROUND, venue="Thư viện"))
    assert context.scoring.round(made).facts.venue == "Thư viện"


def test_a_round_without_judges_or_initiatives_is_refused(
    context: AppContext, ids: dict[str, int]
) -> None:
    with pytest.raises(InputError, match="thành viên"):
        context.scoring.open_round(ids["council"], YEAR, ROUND, [ids["garden"]], [])
    with pytest.raises(InputError, match="sáng kiến nào"):
        context.scoring.open_round(ids["council"], YEAR, ROUND, [])


def test_initiatives_join_and_leave_an_open_round(context: AppContext, ids: dict[str, int]) -> None:
    entry = context.scoring.round(ids["round"]).entries[0]
    context.scoring.give(entry.id, {(0, "tinh-moi"): 20.0})
    context.scoring.take_from_round([entry.id])
    assert len(context.scoring.round(ids["round"]).entries) == 1
    context.scoring.add_to_round(ids["round"], [ids["reading"], ids["garden"]])
    assert len(context.scoring.round(ids["round"]).entries) == 2
    last = context.scoring.last_of(ids["reading"])
    assert last is not None
    assert last.points == {}


def test_the_schools_own_sheet_is_checked_and_can_be_given_back(context: AppContext) -> None:
    shipped = context.scoring.sheet
    assert shipped.full_marks == 100
    own = replace(
        shipped, criteria=(Criterion("", "Ý tưởng mới", 6.0), Criterion("", "Kết quả", 4.0))
    )
    with pytest.raises(InputError, match="Điểm đạt"):
        context.scoring.save_sheet(own)
    context.scoring.save_sheet(replace(own, pass_mark=7.0))
    assert [one.key for one in context.scoring.sheet.criteria] == ["y-tuong-moi", "ket-qua"]
    with pytest.raises(InputError, match="chưa có tên"):
        context.scoring.save_sheet(replace(own, criteria=(Criterion("", " ", 6.0),)))
    with pytest.raises(InputError, match="lớn hơn 0"):
        context.scoring.save_sheet(replace(own, criteria=(Criterion("", "Ý", 0.0),)))
    context.scoring.reset_sheet()
    assert context.scoring.sheet == shipped
