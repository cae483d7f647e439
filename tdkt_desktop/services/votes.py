"""Use cases about votes: rounds are opened, counted, closed for good, and corrected by new ones."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.models.proposing import Nomination
from tdkt_desktop.models.vote import VoteRound
from tdkt_desktop.services.councils import find_meeting
from tdkt_desktop.services.vote_checks import RoundState, state_of
from tdkt_desktop.services.vote_counting import results_of
from tdkt_desktop.services.vote_making import conflicts_of, nominees_of, voters_of
from tdkt_desktop.services.vote_rows import (
    corrections,
    find_open,
    find_round,
    next_number,
    require_newest,
    round_of,
)
from tdkt_desktop.services.vote_views import (
    Ballots,
    ClosedCount,
    HeldBack,
    Nominee,
    NomineeResult,
    RoundView,
    Teller,
    VoteMethod,
    Voter,
    closed_of,
    nominee_of,
    snapshot_of,
    stored,
    voter_of,
)
from tdkt_desktop.services.years import days_of
from tdkt_desktop.vietnamese.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from sqlalchemy.orm import Session

    from tdkt_desktop.models.changes import Change
    from tdkt_desktop.models.store import Store
    from tdkt_desktop.services.award_words import AwardWords
    from tdkt_desktop.services.council_views import CouncilView, MeetingView
    from tdkt_desktop.services.councils import CouncilService
    from tdkt_desktop.services.vote_rules import VoteRuleService

Marks = tuple[int | None, int | None, int | None]
"""Yes, no and blank of one nominee."""


class VoteService:
    """Keeps rounds of voting. An open round may be changed; a closed one never again."""

    def __init__(
        self,
        store: Store,
        councils: CouncilService,
        rules: VoteRuleService,
        awards: AwardWords,
    ) -> None:
        self._store, self._councils = store, councils
        self._rules, self._awards = rules, awards

    # --- asking ---

    def rounds(
        self, meeting_id: int | None = None, year: str | None = None
    ) -> tuple[RoundView, ...]:
        """Return the rounds of a meeting, or of a year, the first one first."""
        query = select(VoteRound).where(VoteRound.deleted_at.is_(None)).order_by(VoteRound.id)
        if meeting_id is not None:
            query = query.where(VoteRound.meeting_id == meeting_id)
        if year is not None:
            query = query.where(VoteRound.year == year)
        with self._store.read() as session:
            rows = session.scalars(query).all()
            corrected = corrections(session)
            return tuple(round_of(row, corrected.get(row.id)) for row in rows)

    def round(self, round_id: int) -> RoundView:
        """Return a round; raises InputError where there is none of that id."""
        with self._store.read() as session:
            return round_of(find_round(session, round_id), corrections(session).get(round_id))

    def state(self, round_id: int) -> RoundState:
        """Return what keeps a round from being closed, and what should be looked at."""
        view = self.round(round_id)
        meeting, council = self._meeting(view.meeting_id)
        with self._store.read() as session:
            return state_of(session, view, council, meeting.facts, self._rules)

    def preview(self, round_id: int) -> tuple[NomineeResult, ...]:
        """Return what the count as entered so far would come to; of a closed round its results."""
        view = self.round(round_id)
        if view.is_closed:
            return self.closed(round_id).results
        return results_of(view, self._rules.rules(), self._day(view))

    def closed(self, round_id: int) -> ClosedCount:
        """Return the snapshot of a closed round; raises InputError for one that is open."""
        with self._store.read() as session:
            row = find_round(session, round_id)
            if row.closed_at is None:
                raise InputError(
                    _("Lượt bỏ phiếu này chưa chốt kết quả."),
                    _("Xin ghi đủ số phiếu, chốt kết quả rồi lập văn bản."),
                )
            return closed_of(row.snapshot, row.closed_at)

    def in_force(self, meeting_id: int | None = None, year: str | None = None) -> tuple[int, ...]:
        """Return the closed rounds that no closed round corrects, the first one first."""
        rounds = [one for one in self.rounds(meeting_id, year) if one.is_closed]
        corrected = {one.corrects_id for one in rounds}
        return tuple(one.id for one in rounds if one.id not in corrected)

    # --- setting up ---

    def open_round(
        self,
        meeting_id: int,
        nomination_ids: Sequence[int],
        method: VoteMethod = VoteMethod.SECRET,
    ) -> int:
        """Open a round on nominations in their order and return its id.

        Who votes follows from who came to the meeting, who is held back from the rules; both may
        be changed until the round is closed.
        """
        with self._store.transaction(_("Mở lượt bỏ phiếu")) as act:
            find_meeting(act.session, meeting_id)
            nominees = nominees_of(act.session, nomination_ids)
            first = act.session.get_one(Nomination, nomination_ids[0])
            row = VoteRound(meeting_id=meeting_id, year=first.year, method=method)
            row.number = next_number(act.session, meeting_id)
            row.nominees = [stored(one) for one in nominees]
            self._fill(act.session, row, nominees)
            act.session.add(row)
            act.session.flush()
            return row.id

    def set_nominees(self, round_id: int, nomination_ids: Sequence[int]) -> Change:
        """Say who is voted on, in order; the counts of those who stay are kept."""
        with self._store.transaction(_("Sửa danh sách bỏ phiếu")) as act:
            row = find_open(act.session, round_id)
            kept = {one.nomination_id: one for one in map(nominee_of, row.nominees)}
            found = nominees_of(act.session, nomination_ids)
            nominees = [_with_count(one, kept.get(one.nomination_id)) for one in found]
            row.nominees = [stored(one) for one in nominees]
            voters = [voter_of(one) for one in row.voters]
            row.held_back = self._held(act.session, voters, nominees)
        return act.change

    def set_method(self, round_id: int, method: VoteMethod) -> Change:
        """Say whether the vote is secret or open."""
        with self._store.transaction(_("Đổi hình thức bỏ phiếu")) as act:
            find_open(act.session, round_id).method = method
        return act.change

    def set_voters(self, round_id: int, voters: Iterable[Voter]) -> Change:
        """Say what each member does in the round.

        Raises InputError for somebody who is no member of the council, or is named twice.
        """
        voters = tuple(voters)
        with self._store.transaction(_("Sửa người bỏ phiếu")) as act:
            row = find_open(act.session, round_id)
            members = {one.id for one in self._meeting(row.meeting_id)[1].members}
            seen: set[int] = set()
            for voter in voters:
                _require_voter(voter, members, seen)
            row.voters = [stored(one) for one in voters]
        return act.change

    def set_held_back(self, round_id: int, held_back: Iterable[HeldBack]) -> Change:
        """Say who does not vote on whom; what the program found may be changed by a person."""
        with self._store.transaction(_("Sửa người không bỏ phiếu")) as act:
            row = find_open(act.session, round_id)
            row.held_back = [stored(one) for one in held_back]
        return act.change

    def set_tellers(self, round_id: int, tellers: Iterable[Teller]) -> Change:
        """Say who counts; the first one leads the board."""
        with self._store.transaction(_("Sửa Ban kiểm phiếu")) as act:
            named = [one for one in tellers if clean_line(one.name)]
            find_open(act.session, round_id).tellers = [stored(one) for one in named]
        return act.change

    def set_endings(
        self, round_id: int, nomination_id: int, *, lower: str = "", higher: str = ""
    ) -> Change:
        """Say which lower award too few votes still give, and which a passed one is sent for."""
        with self._store.transaction(_("Sửa mức xét thay")) as act:
            row = find_open(act.session, round_id)
            last = days_of(row.year)[1]
            names = {code: self._awards.find(code, last).name for code in (lower, higher) if code}
            row.nominees = [
                stored(
                    replace(
                        one,
                        lower=lower,
                        lower_name=names.get(lower, ""),
                        higher=higher,
                        higher_name=names.get(higher, ""),
                    )
                )
                if one.nomination_id == nomination_id
                else stored(one)
                for one in map(nominee_of, row.nominees)
            ]
        return act.change

    def take_from_meeting(self, round_id: int) -> Change:
        """Take voters and those held back anew from the meeting and the rules as they are now."""
        with self._store.transaction(_("Lấy lại người bỏ phiếu từ cuộc họp")) as act:
            row = find_open(act.session, round_id)
            self._fill(act.session, row, [nominee_of(one) for one in row.nominees])
        return act.change

    # --- counting ---

    def enter(self, round_id: int, ballots: Ballots, marks: Mapping[int, Marks]) -> Change:
        """Keep the count as far as it has come; `marks` are by the ids of the nominations.

        Nothing is refused here: `state` tells which sums do not agree yet.
        """
        label, key = _("Ghi kết quả kiểm phiếu"), f"vote:{round_id}"
        with self._store.transaction(label, merge_key=key) as act:
            row = find_open(act.session, round_id)
            row.issued, row.returned = ballots.issued, ballots.returned
            row.valid, row.invalid = ballots.valid, ballots.invalid
            row.nominees = [
                stored(_marked(one, marks.get(one.nomination_id)))
                for one in map(nominee_of, row.nominees)
            ]
        return act.change

    def close(self, round_id: int) -> ClosedCount:
        """Close a round for good: sums are checked, outcomes follow, nothing changes afterwards.

        Raises InputError naming everything that does not agree. Undo does not take it back.
        """
        with self._store.transaction(_("Chốt kết quả bỏ phiếu"), undoable=False) as act:
            row = find_open(act.session, round_id)
            view = round_of(row, None)
            meeting, council = self._meeting(row.meeting_id)
            state = state_of(act.session, view, council, meeting.facts, self._rules)
            if state.problems:
                raise InputError(
                    "\n".join(state.problems), _("Xin sửa cho khớp rồi chốt kết quả lại.")
                )
            count = self._count(view, meeting, council)
            row.snapshot = snapshot_of(count)
            row.closed_at = self._store.clock()
            for result in count.results:
                _tell(act.session, row.id, result)
        return self.closed(round_id)

    def correct(self, round_id: int, reason: str) -> int:
        """Open a round that corrects a closed one, its count as a start, and return its id."""
        said = clean_line(reason)
        if not said:
            raise InputError(
                _("Chưa ghi lý do đính chính kết quả bỏ phiếu."),
                _("Xin ghi lý do; lý do được in trong biên bản."),
            )
        with self._store.transaction(_("Mở lượt đính chính")) as act:
            old = find_round(act.session, round_id)
            if old.closed_at is None:
                raise InputError(
                    _("Lượt bỏ phiếu này chưa chốt nên không cần đính chính."),
                    _("Xin sửa ngay trong lượt này."),
                )
            require_newest(act.session, old)
            row = VoteRound(meeting_id=old.meeting_id, year=old.year, method=old.method)
            for name in ("number", "nominees", "voters", "held_back", "tellers",
                         "issued", "returned", "valid", "invalid"):  # fmt: skip
                setattr(row, name, getattr(old, name))
            row.corrects_id, row.reason = old.id, said
            act.session.add(row)
            act.session.flush()
            return row.id

    def throw_away(self, round_id: int) -> Change:
        """Put an open round into the bin; a closed one stays and raises InputError."""
        with self._store.transaction(_("Xoá lượt bỏ phiếu")) as act:
            find_open(act.session, round_id).deleted_at = self._store.clock()
        return act.change

    # --- inside ---

    def _meeting(self, meeting_id: int) -> tuple[MeetingView, CouncilView]:
        meeting = self._councils.meeting(meeting_id)
        return meeting, self._councils.council(meeting.council_id)

    def _day(self, view: RoundView) -> date:
        """Return the day whose rules count: that of the meeting."""
        held_on = self._councils.meeting(view.meeting_id).facts.held_on
        return held_on or self._store.clock().date()

    def _fill(self, session: Session, row: VoteRound, nominees: Sequence[Nominee]) -> None:
        meeting, council = self._meeting(row.meeting_id)
        voters = voters_of(council, meeting.facts)
        row.voters = [stored(one) for one in voters]
        row.held_back = self._held(session, voters, nominees)

    def _held(
        self, session: Session, voters: Iterable[Voter], nominees: Iterable[Nominee]
    ) -> list[dict[str, object]]:
        found = conflicts_of(session, voters, nominees, self._rules.rules())
        return [stored(one) for one in found]

    def _count(self, view: RoundView, meeting: MeetingView, council: CouncilView) -> ClosedCount:
        quorum = self._rules.quorum(council, meeting.facts)
        day = self._day(view)
        return ClosedCount(
            round_id=view.id,
            number=view.number,
            year=view.year,
            method=view.method,
            meeting=meeting.facts.subject,
            held_on=day,
            council=council.facts.name,
            decision=council.facts.decision_number,
            voters=view.voters,
            tellers=view.tellers,
            held_back=view.held_back,
            ballots=view.ballots,
            results=results_of(view, self._rules.rules(), day),
            quorum=quorum.share,
            quorum_needed=quorum.needed,
            corrects=view.corrects_id,
            reason=view.reason,
        )


def _tell(session: Session, round_id: int, result: NomineeResult) -> None:
    """Let a nomination know what became of it."""
    row = session.get(Nomination, result.nominee.nomination_id)
    if row is not None:
        row.outcome, row.outcome_award = result.outcome, result.outcome_award
        row.round_id = round_id


def _with_count(nominee: Nominee, kept: Nominee | None) -> Nominee:
    if kept is None:
        return nominee
    return replace(kept, name=nominee.name, detail=nominee.detail)


def _marked(nominee: Nominee, marks: Marks | None) -> Nominee:
    if marks is None:
        return nominee
    yes, no, blank = marks
    return replace(nominee, yes=yes, no=no, blank=blank)


def _require_voter(voter: Voter, members: set[int | None], seen: set[int]) -> None:
    """Raise InputError for a voter who is no member, and for one that is there twice."""
    if voter.seat_id not in members:
        raise InputError(
            _("“{name}” không phải thành viên Hội đồng nên không bỏ phiếu được.").format(
                name=voter.name
            ),
            _("Xin bỏ tên này, hoặc bổ sung vào Hội đồng bằng quyết định kiện toàn."),
        )
    if voter.seat_id in seen:
        raise InputError(
            _("“{name}” có tên hai lần trong danh sách bỏ phiếu.").format(name=voter.name),
            _("Mỗi thành viên một phiếu; xin bỏ bớt một dòng."),
        )
    seen.add(voter.seat_id)
