"""Rounds are opened, counted until their sums agree, closed for good, and corrected by new ones."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tdkt_desktop.errors import InputError, UserError
from tdkt_desktop.models.seal import SealedRowError
from tdkt_desktop.models.tables import VoteRound
from tdkt_desktop.services.record_views import Subject
from tdkt_desktop.services.vote_counting import base_of, count_problems
from tdkt_desktop.services.vote_views import (
    Ballots,
    Conflict,
    Denominator,
    Handling,
    HeldBack,
    Nominee,
    Part,
    RoundView,
    Teller,
    VoteMethod,
    VoteOutcome,
    Voter,
)
from tests.support.store_tools import dump
from tests.support.vote_year import HELD_ON, NAMES, YEAR, add_vote_year, counted, opened

if TYPE_CHECKING:
    from tdkt_desktop.services.context import AppContext
    from tests.support.vote_year import VoteYear


@pytest.fixture
def year(context: AppContext) -> VoteYear:
    return add_vote_year(context)


def row_of(context: AppContext, round_id: int) -> dict[str, object]:
    """Return the whole row of a round as the file has it."""
    (row,) = [one for one in dump(context.store.path)["vote_round"] if one[0] == round_id]
    return dict(enumerate(row))


# --- setting up ---


def test_a_round_knows_from_the_meeting_who_votes_and_who_is_held_back(
    context: AppContext, year: VoteYear
) -> None:
    view = context.votes.round(opened(context, year))
    assert [voter.name for voter in view.voters] == list(NAMES)
    assert view.voting == 8
    assert (view.voters[-1].part, view.voters[-1].reason) == (Part.ABSENT, "Đi công tác")
    assert [one.name for one in view.nominees] == ["Lý Thu An", "Lý Thu An", "Phạm Thu Hà", "Tổ 1"]
    (held,) = view.held_back
    assert held.seat_id == year.seats["Phạm Thu Hà"]
    assert (held.conflict, held.handling) == (Conflict.OWN, Handling.LEAVES)


def test_relatives_are_held_back_in_both_directions_as_the_school_says(
    context: AppContext, year: VoteYear
) -> None:
    context.relatives.add(year.people["Lý Thu An"], year.people["Trần Quốc Bảo"], "vợ chồng")
    context.relatives.add(year.people["Ngô Thị Mai"], year.people["Phạm Thu Hà"], "chị em")
    context.vote_rules.set_handling(Conflict.RELATIVE, Handling.ABSTAINS)
    view = context.votes.round(opened(context, year))
    names = {voter.seat_id: voter.name for voter in view.voters}
    related = [
        (names[one.seat_id], one.nomination_id, one.handling, one.note)
        for one in view.held_back
        if one.conflict is Conflict.RELATIVE
    ]
    first, second, third, _group = year.nominations
    assert related == [
        ("Trần Quốc Bảo", first, Handling.ABSTAINS, "vợ chồng"),
        ("Trần Quốc Bảo", second, Handling.ABSTAINS, "vợ chồng"),
        ("Ngô Thị Mai", third, Handling.ABSTAINS, "chị em"),
    ]


def test_members_of_a_nominated_group_are_held_back_where_the_school_says_so(
    context: AppContext, year: VoteYear
) -> None:
    context.vote_rules.set_handling(Conflict.GROUP, Handling.LEAVES)
    view = context.votes.round(opened(context, year))
    held = view.held_from(year.nominations[-1])
    assert {one.conflict for one in held} == {Conflict.GROUP}
    assert len(held) == 4
    assert base_of(view, year.nominations[-1], Denominator.MEMBERS) == 5


def test_the_denominator_leaves_out_those_who_leave_and_keeps_those_who_abstain(
    context: AppContext, year: VoteYear
) -> None:
    round_id = opened(context, year)
    view = context.votes.round(round_id)
    _first, second, third, _group = year.nominations
    assert base_of(view, second, Denominator.MEMBERS) == 9
    assert base_of(view, third, Denominator.MEMBERS) == 8
    assert base_of(view, second, Denominator.PRESENT) == 8
    assert base_of(view, third, Denominator.PRESENT) == 7
    (held,) = view.held_back
    context.votes.set_held_back(round_id, [replace(held, handling=Handling.ABSTAINS)])
    view = context.votes.round(round_id)
    assert base_of(view, third, Denominator.MEMBERS) == 9
    gone = [replace(one, part=Part.LEAVES) if one.name == NAMES[0] else one for one in view.voters]
    context.votes.set_voters(round_id, gone)
    view = context.votes.round(round_id)
    assert base_of(view, second, Denominator.MEMBERS) == 8
    assert view.voting == 7


def test_a_written_ballot_counts_though_its_member_is_away(
    context: AppContext, year: VoteYear
) -> None:
    round_id = opened(context, year)
    voters = context.votes.round(round_id).voters
    context.votes.set_voters(round_id, [*voters[:-1], replace(voters[-1], part=Part.WRITTEN)])
    view = context.votes.round(round_id)
    assert view.voting == 9
    assert base_of(view, year.nominations[0], Denominator.PRESENT) == 9


# --- bad input ---


def test_a_round_without_nominees_is_refused(context: AppContext, year: VoteYear) -> None:
    with pytest.raises(InputError, match="chưa có ai để xét"):
        context.votes.open_round(year.meeting, [])


def test_a_nominee_stands_once_in_a_round_and_once_in_a_year(
    context: AppContext, year: VoteYear
) -> None:
    first = year.nominations[0]
    with pytest.raises(InputError, match=r"“Lý Thu An” \(Lao động tiên tiến\) có hai lần"):
        context.votes.open_round(year.meeting, [first, first])
    with pytest.raises(InputError, match="đã có trong danh sách đề nghị"):
        context.nominations.add(Subject.of_person(year.people["Lý Thu An"]), "LDTT", YEAR)


def test_a_voter_who_is_no_member_is_refused_by_name(context: AppContext, year: VoteYear) -> None:
    round_id = opened(context, year)
    voters = context.votes.round(round_id).voters
    with pytest.raises(InputError, match="“Người Lạ” không phải thành viên"):
        context.votes.set_voters(round_id, [*voters, Voter(999, "Người Lạ")])
    with pytest.raises(InputError, match="có tên hai lần"):
        context.votes.set_voters(round_id, [*voters, voters[0]])


def test_a_person_who_was_removed_or_withdrawn_is_not_voted_on(
    context: AppContext, year: VoteYear
) -> None:
    round_id = counted(context, year)
    context.nominations.withdraw([year.nominations[1]], "Xin rút")
    assert "đã rút đề nghị" in context.votes.state(round_id).problems[0]
    context.nominations.propose_again([year.nominations[1]])
    context.people.throw_away([year.people["Lý Thu An"]])
    with pytest.raises(InputError, match="“Lý Thu An” không còn trong danh sách nhân sự"):
        context.votes.close(round_id)
    with pytest.raises(InputError, match="không còn trong danh sách"):
        context.nominations.add(Subject.of_person(year.people["Lý Thu An"]), "BK_TINH", YEAR)


def test_without_quorum_nothing_is_closed(context: AppContext) -> None:
    year = add_vote_year(context, away=NAMES[3:7])
    round_id = opened(context, year)
    marks = dict.fromkeys(year.nominations, (5, 0, 0)) | {year.nominations[2]: (4, 0, 1)}
    context.votes.enter(round_id, Ballots(5, 5, 5, 0), marks)
    (problem,) = context.votes.state(round_id).problems
    assert "Có mặt 5/9 thành viên, chưa đủ số cần có là 6 (2/3)" in problem
    with pytest.raises(InputError, match="chưa đủ số"):
        context.votes.close(round_id)
    context.vote_rules.set_quorum("50%", strict=True)
    assert context.votes.state(round_id).problems == ()


@pytest.mark.parametrize(
    ("ballots", "words"),
    [
        (Ballots(None, 8, 7, 1), "Chưa ghi số phiếu phát ra."),
        (Ballots(9, 8, 7, 1), "Phát ra 9 phiếu nhưng có 8 người bỏ phiếu: thừa 1."),
        (Ballots(7, 7, 7, 0), "Phát ra 7 phiếu nhưng có 8 người bỏ phiếu: thiếu 1."),
        (Ballots(8, 9, 7, 2), "Thu về 9 phiếu nhưng chỉ phát ra 8 phiếu: thừa 1."),
        (Ballots(8, 8, 7, 0), "là 7, nhưng thu về 8 phiếu: thiếu 1."),
        (Ballots(8, 8, -7, 15), "Số phiếu hợp lệ không thể là số âm."),
    ],
)
def test_ballots_that_do_not_agree_say_which_sum_and_by_how_much(
    context: AppContext, year: VoteYear, ballots: Ballots, words: str
) -> None:
    round_id = counted(context, year)
    context.votes.enter(round_id, ballots, {})
    assert words in " ".join(context.votes.state(round_id).problems)
    with pytest.raises(InputError):
        context.votes.close(round_id)


@pytest.mark.parametrize(
    ("marks", "words"),
    [
        ((7, 1, 0), "là 8, nhưng có 7 phiếu hợp lệ: thừa 1."),
        ((5, 1, 0), "là 6, nhưng có 7 phiếu hợp lệ: thiếu 1."),
        ((8, -1, 0), "Số phiếu của “Lý Thu An” không thể là số âm."),
        ((None, 3, 0), "Chưa ghi số phiếu của “Lý Thu An” (Lao động tiên tiến)."),
    ],
)
def test_a_line_that_does_not_agree_says_whose_and_by_how_much(
    context: AppContext, year: VoteYear, marks: tuple[int | None, int, int], words: str
) -> None:
    round_id = counted(context, year)
    context.votes.enter(round_id, Ballots(8, 8, 7, 1), {year.nominations[0]: marks})
    (problem,) = context.votes.state(round_id).problems
    assert words in problem


def test_who_may_not_vote_leaves_the_line_open(context: AppContext, year: VoteYear) -> None:
    round_id = opened(context, year)
    marks = dict.fromkeys(year.nominations, (8, 0, 0))
    context.votes.enter(round_id, Ballots(8, 8, 8, 0), marks)
    (problem,) = context.votes.state(round_id).problems
    assert "có 1 người không được bỏ phiếu" in problem
    context.votes.enter(round_id, Ballots(8, 8, 8, 0), {year.nominations[2]: (7, 0, 1)})
    assert context.votes.state(round_id).may_close


# --- closing ---


def test_a_closed_round_tells_threshold_denominator_and_outcome(
    context: AppContext, year: VoteYear
) -> None:
    count = context.votes.close(counted(context, year))
    told = [
        (one.nominee.yes, one.base, one.needed, one.percent, one.threshold, one.outcome)
        for one in count.results
    ]
    assert told == [
        (7, 9, 5, "77,78", "trên 50%", VoteOutcome.PASSED),
        (6, 9, 7, "66,67", "từ 70% trở lên", VoteOutcome.NOT_PASSED),
        (5, 8, 6, "62,50", "từ 70% trở lên", VoteOutcome.NOT_PASSED),
        (4, 9, 5, "44,44", "trên 50%", VoteOutcome.NOT_PASSED),
    ]
    assert (count.members, count.present, count.voting) == (9, 8, 8)
    assert (count.quorum, count.quorum_needed) == ("2/3", 6)
    outcomes = {one.id: one.outcome for one in context.nominations.nominations(YEAR)}
    assert list(outcomes.values()) == [one.outcome for one in count.results]


def test_too_few_votes_may_give_a_lower_award_and_enough_be_sent_higher(
    context: AppContext, year: VoteYear
) -> None:
    round_id = counted(context, year)
    first, second, third, group = year.nominations
    context.votes.set_endings(round_id, first, higher="BK_TINH")
    context.votes.set_endings(round_id, second, lower="LDTT")
    context.votes.set_endings(round_id, third, lower="BK_TINH")
    count = context.votes.close(round_id)
    assert [(one.outcome, one.outcome_award) for one in count.results] == [
        (VoteOutcome.HIGHER, "BK_TINH"),
        (VoteOutcome.LOWER, "LDTT"),
        (VoteOutcome.NOT_PASSED, ""),
        (VoteOutcome.NOT_PASSED, ""),
    ]
    assert count.results[1].outcome_award_name == "Lao động tiên tiến"
    assert context.nominations.nomination(second).outcome_award == "LDTT"
    assert context.nominations.nomination(group).outcome is VoteOutcome.NOT_PASSED


def test_an_open_vote_counts_hands(context: AppContext, year: VoteYear) -> None:
    round_id = context.votes.open_round(year.meeting, year.nominations[:1], VoteMethod.OPEN)
    context.votes.enter(round_id, Ballots(), {year.nominations[0]: (7, 0, 0)})
    (problem,) = context.votes.state(round_id).problems
    assert "có 8 người biểu quyết: thiếu 1" in problem
    context.votes.enter(round_id, Ballots(), {year.nominations[0]: (7, 0, 1)})
    assert context.votes.close(round_id).results[0].outcome is VoteOutcome.PASSED


def test_a_rule_that_asks_for_secrecy_warns_of_an_open_vote(
    context: AppContext, year: VoteYear
) -> None:
    round_id = context.votes.open_round(year.meeting, year.nominations, VoteMethod.OPEN)
    warnings = " ".join(context.votes.state(round_id).warnings)
    assert "“Chiến sĩ thi đua cơ sở” phải bỏ phiếu kín" in warnings
    assert "chưa kiểm chứng" in warnings


def test_a_closed_round_refuses_every_change(context: AppContext, year: VoteYear) -> None:
    round_id = counted(context, year)
    context.votes.set_tellers(round_id, [Teller("Bùi Thanh Tâm", "Trưởng ban")])
    context.votes.close(round_id)
    votes, first = context.votes, year.nominations[0]
    acts = (
        lambda: votes.set_nominees(round_id, year.nominations[:2]),
        lambda: votes.set_method(round_id, VoteMethod.OPEN),
        lambda: votes.set_voters(round_id, []),
        lambda: votes.set_held_back(round_id, []),
        lambda: votes.set_tellers(round_id, []),
        lambda: votes.set_endings(round_id, first, lower="LDTT"),
        lambda: votes.take_from_meeting(round_id),
        lambda: votes.enter(round_id, Ballots(1, 1, 1, 0), {first: (1, 0, 0)}),
        lambda: votes.close(round_id),
        lambda: votes.throw_away(round_id),
    )
    before = row_of(context, round_id)
    for act in acts:
        with pytest.raises(InputError, match="đã chốt"):
            act()
    assert row_of(context, round_id) == before


def test_the_store_itself_refuses_to_change_or_remove_a_closed_round(
    context: AppContext, year: VoteYear
) -> None:
    round_id = counted(context, year)
    context.votes.close(round_id)
    before = row_of(context, round_id)
    with pytest.raises(SealedRowError), context.store.transaction("Sửa lén") as act:
        act.session.get_one(VoteRound, round_id).valid = 100
    with pytest.raises(SealedRowError), context.store.transaction("Mở lại") as act:
        act.session.get_one(VoteRound, round_id).closed_at = None
    with pytest.raises(SealedRowError), context.store.transaction("Xoá lén") as act:
        act.session.delete(act.session.get_one(VoteRound, round_id))
    assert row_of(context, round_id) == before


def test_undo_and_redo_never_reach_into_a_closed_round(context: AppContext, year: VoteYear) -> None:
    round_id = counted(context, year)
    context.votes.close(round_id)
    before = row_of(context, round_id)
    assert context.store.undo_label is None
    with pytest.raises(UserError, match="Không còn bước nào"):
        context.store.undo()
    assert row_of(context, round_id) == before


def test_redo_of_an_old_step_does_not_reach_into_a_closed_round(
    context: AppContext, year: VoteYear
) -> None:
    round_id = counted(context, year)
    context.votes.set_tellers(round_id, [Teller("Bùi Thanh Tâm")])
    context.store.undo()
    context.votes.close(round_id)
    before = row_of(context, round_id)
    with pytest.raises(UserError, match="Không còn bước nào"):
        context.store.redo()
    assert row_of(context, round_id) == before


def test_later_changes_of_people_rules_and_council_leave_the_snapshot_alone(
    context: AppContext, year: VoteYear
) -> None:
    round_id = counted(context, year)
    count = context.votes.close(round_id)
    before = row_of(context, round_id)
    person = context.people.person(year.people["Lý Thu An"]).data
    context.people.save(year.people["Lý Thu An"], replace(person, full_name="Lý Thị Thu An"))
    context.people.throw_away([year.people["Phạm Thu Hà"]])
    context.people.remove_for_good([year.people["Phạm Thu Hà"]])
    context.vote_rules.set_quorum("100%")
    council = context.councils.council(year.council)
    context.councils.set_seats(year.council, council.seats[:3])
    meeting = context.councils.meeting(year.meeting).facts
    context.councils.save_meeting(year.meeting, replace(meeting, subject="Họp khác", absent=()))
    assert context.votes.closed(round_id) == count
    assert row_of(context, round_id) == before


def test_meeting_and_council_of_a_closed_round_stay(context: AppContext, year: VoteYear) -> None:
    context.votes.close(counted(context, year))
    with pytest.raises(InputError, match="phải giữ lại"):
        context.councils.throw_meeting_away(year.meeting)
    with pytest.raises(InputError, match="phải giữ lại"):
        context.councils.throw_away(year.council)
    with pytest.raises(InputError, match="đã bỏ phiếu"):
        context.nominations.throw_away([year.nominations[0]])


def test_a_correction_is_a_new_round_with_a_reason(context: AppContext, year: VoteYear) -> None:
    old = counted(context, year)
    context.votes.close(old)
    before = row_of(context, old)
    with pytest.raises(InputError, match="lý do"):
        context.votes.correct(old, "  ")
    new = context.votes.correct(old, "Đếm sót một phiếu của Lý Thu An")
    assert context.votes.in_force(year.meeting) == (old,)
    context.votes.enter(new, Ballots(8, 8, 7, 1), {year.nominations[1]: (7, 0, 0)})
    corrected = context.votes.close(new)
    assert (corrected.corrects, corrected.number) == (old, 1)
    assert corrected.reason == "Đếm sót một phiếu của Lý Thu An"
    assert context.votes.in_force(year.meeting) == (new,)
    assert context.votes.round(old).corrected_by == new
    assert context.nominations.nomination(year.nominations[1]).outcome is VoteOutcome.PASSED
    assert row_of(context, old) == before
    with pytest.raises(InputError, match="đã có lượt đính chính"):
        context.votes.correct(old, "Lần nữa")


def test_an_open_round_goes_to_the_bin_and_comes_back(context: AppContext, year: VoteYear) -> None:
    round_id = opened(context, year)
    context.votes.throw_away(round_id)
    assert context.votes.rounds(year.meeting) == ()
    context.store.undo()
    assert [one.id for one in context.votes.rounds(year.meeting)] == [round_id]
    with pytest.raises(InputError, match="chưa chốt"):
        context.votes.closed(round_id)
    with pytest.raises(InputError, match="chưa chốt"):
        context.votes.correct(round_id, "Sai")


# --- the school's own rules ---


def test_a_school_sets_its_own_threshold_and_takes_it_back(
    context: AppContext, year: VoteYear
) -> None:
    rule = context.vote_rules.threshold("CSTDCS", HELD_ON)
    own = replace(rule, share=replace(rule.share, value=rule.share.value / 2), of=Denominator.VALID)
    context.vote_rules.save_threshold(own)
    assert context.vote_rules.threshold("CSTDCS", HELD_ON).basis.own
    round_id = counted(context, year)
    assert [one.needed for one in context.votes.preview(round_id)] == [5, 3, 3, 5]
    context.vote_rules.restore_shipped()
    assert [one.needed for one in context.votes.preview(round_id)] == [5, 7, 6, 5]


def test_a_rule_is_switched_off_but_never_the_last_one(context: AppContext) -> None:
    key = context.vote_rules.threshold("LDTT", HELD_ON).key
    context.vote_rules.switch_off(key)
    assert context.vote_rules.threshold("LDTT", HELD_ON).key == "cap-tren"
    with pytest.raises(InputError, match="không còn mức nào"):
        context.vote_rules.switch_off("cap-tren")


@pytest.mark.parametrize("share", ["", "0%", "110%", "3/2", "2/0", "nhiều"])
def test_a_share_that_cannot_be_is_refused(context: AppContext, share: str) -> None:
    with pytest.raises(InputError, match="tỷ lệ"):
        context.vote_rules.set_quorum(share)


# --- properties ---

few = st.integers(0, 12)
ballots = st.tuples(few, few, few, few)


@given(few, few, few, few, st.lists(st.tuples(few, few, few), min_size=1, max_size=4), few)
@settings(max_examples=150)
def test_sums_that_do_not_agree_never_pass(
    issued: int, returned: int, valid: int, invalid: int, marks: list[tuple[int, int, int]], n: int
) -> None:
    voters = tuple(Voter(seat, f"Người {seat}") for seat in range(n))
    nominees = tuple(
        Nominee(i, Subject(person_id=100 + i), f"Ai {i}", "LDTT", "LĐTT", "", yes, no, blank)
        for i, (yes, no, blank) in enumerate(marks)
    )
    counts = Ballots(issued, returned, valid, invalid)
    view = RoundView(1, 1, YEAR, 1, VoteMethod.SECRET, nominees, voters, ballots=counts)
    agree = (
        issued == n
        and returned <= issued
        and valid + invalid == returned
        and all(sum(one) == valid for one in marks)
    )
    assert (count_problems(view) == ()) == agree


@given(data=st.data())
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_sequence_of_acts_alters_a_closed_round(
    data: st.DataObject, context: AppContext
) -> None:
    closed = [one.id for one in context.votes.rounds() if one.is_closed]
    if not closed:
        year = add_vote_year(context)
        context.votes.close(counted(context, year))
        closed = [one.id for one in context.votes.rounds() if one.is_closed]
    round_id = closed[0]
    before, count = row_of(context, round_id), context.votes.closed(round_id)
    nominations = [one.nomination_id for one in context.votes.round(round_id).nominees]
    held = HeldBack(1, nominations[0], Conflict.OTHER, Handling.LEAVES)
    acts = {
        "enter": lambda: context.votes.enter(
            round_id,
            Ballots(*data.draw(st.tuples(few, few, few, few))),
            {nominations[0]: (1, 1, 1)},
        ),
        "held": lambda: context.votes.set_held_back(round_id, [held]),
        "order": lambda: context.nominations.put_in_order(data.draw(st.permutations(nominations))),
        "withdraw": lambda: context.nominations.withdraw(nominations[:1], "Xin rút"),
        "again": lambda: context.nominations.propose_again(nominations[:1]),
        "quorum": lambda: context.vote_rules.set_quorum(data.draw(st.sampled_from(["1/2", "90%"]))),
        "correct": lambda: context.votes.correct(round_id, "Đếm lại"),
        "undo": context.store.undo,
        "redo": context.store.redo,
        "discard": lambda: context.votes.throw_away(round_id),
    }
    names = data.draw(st.lists(st.sampled_from(sorted(acts)), min_size=1, max_size=5))
    for name in names:
        try:
            acts[name]()
        except UserError:
            continue
    assert row_of(context, round_id) == before
    assert context.votes.closed(round_id) == count
