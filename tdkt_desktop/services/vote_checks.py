"""Tells what keeps a round from being closed, and what a person should look at before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.services.vote_counting import base_of, count_problems
from tdkt_desktop.services.vote_making import nominees_of
from tdkt_desktop.services.vote_views import Denominator, VoteMethod

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

    from tdkt_desktop.rules.vote_rules import VoteRules
    from tdkt_desktop.services.council_views import CouncilView, MeetingFacts
    from tdkt_desktop.services.vote_rules import VoteRuleService
    from tdkt_desktop.services.vote_views import RoundView


@dataclass(frozen=True, slots=True)
class RoundState:
    """`problems` keep a round from being closed, `warnings` do not."""

    problems: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def may_close(self) -> bool:
        """Whether the round may be closed."""
        return not self.problems


def state_of(
    session: Session,
    view: RoundView,
    council: CouncilView,
    meeting: MeetingFacts,
    rules: VoteRuleService,
) -> RoundState:
    """Look at a round with the council and the meeting that it belongs to."""
    if view.is_closed:
        return RoundState()
    said = rules.rules()
    problems = (
        *_who(session, view, council),
        *_quorum(view, council, meeting, rules),
        *_empty_bases(view, meeting, said),
        *count_problems(view),
    )
    return RoundState(problems, tuple(_doubts(view, meeting, said)))


def _who(session: Session, view: RoundView, council: CouncilView) -> Iterator[str]:
    try:
        nominees_of(session, [one.nomination_id for one in view.nominees])
    except InputError as error:
        yield str(error)
    seats = {seat.id for seat in council.members}
    for voter in view.voters:
        if voter.seat_id not in seats:
            yield _(
                "“{name}” không còn là thành viên Hội đồng; xin lấy lại người bỏ phiếu."
            ).format(name=voter.name)
    named = {voter.seat_id for voter in view.voters}
    for seat in council.members:
        if seat.id not in named:
            yield _("Thiếu “{name}” trong danh sách thành viên của lượt bỏ phiếu.").format(
                name=seat.name
            )


def _quorum(
    view: RoundView, council: CouncilView, meeting: MeetingFacts, rules: VoteRuleService
) -> Iterator[str]:
    if meeting.held_on is None:
        yield _("Cuộc họp chưa có ngày; xin ghi ngày họp.")
    quorum = rules.quorum(council, meeting)
    present = sum(voter.is_there for voter in view.voters)
    if present < quorum.needed:
        yield _(
            "Có mặt {present}/{members} thành viên, chưa đủ số cần có là {needed} ({share}):"
            " cuộc họp chưa được biểu quyết."
        ).format(present=present, members=quorum.members, needed=quorum.needed, share=quorum.share)


def _empty_bases(view: RoundView, meeting: MeetingFacts, rules: VoteRules) -> Iterator[str]:
    if meeting.held_on is None:
        return
    for nominee in view.nominees:
        rule = rules.threshold(nominee.award, meeting.held_on)
        if rule.of is Denominator.VALID and view.ballots.valid is None:
            continue
        if not base_of(view, nominee.nomination_id, rule.of):
            yield _("“{name}”: không còn ai được tính để xét trường hợp này.").format(
                name=nominee.name
            )


def _doubts(view: RoundView, meeting: MeetingFacts, rules: VoteRules) -> Iterator[str]:
    if view.method is VoteMethod.SECRET and not view.tellers:
        yield _("Chưa có Ban kiểm phiếu.")
    if meeting.held_on is None:
        return
    for award, name in {one.award: one.award_name for one in view.nominees}.items():
        rule = rules.threshold(award, meeting.held_on)
        if rule.secret and view.method is VoteMethod.OPEN:
            yield _("“{award}” phải bỏ phiếu kín theo {source}.").format(
                award=name, source=rule.basis.source
            )
        if not rule.basis.verified:
            yield _("Mức phiếu {share} của “{award}” chưa kiểm chứng.").format(
                share=rule.share.text, award=name
            )
