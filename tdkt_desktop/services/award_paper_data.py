"""Reads from the store what the papers of registration, review and vote are told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tdkt_desktop.compose.award_facts import (
    BallotFacts,
    BallotLine,
    RegistrationFacts,
    RegistrationLine,
    ResultLine,
    ReviewFacts,
    ReviewLine,
    VoteFacts,
)
from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.models.merit import AwardKind
from tdkt_desktop.rules.vote_rules import publication_days
from tdkt_desktop.services.paper_views import About
from tdkt_desktop.services.review_views import ReviewMethod, ReviewSubject
from tdkt_desktop.services.vote_views import (
    CONFLICT_NAMES,
    DENOMINATOR_NAMES,
    Conflict,
    Handling,
    Part,
    VoteMethod,
    VoteOutcome,
)
from tdkt_desktop.services.years import days_of
from tdkt_desktop.vietnamese.dates import short_date
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tdkt_desktop.compose.facts import CouncilFacts, MeetingFacts
    from tdkt_desktop.services.award_words import AwardWords
    from tdkt_desktop.services.group_reviews import GroupReviewService
    from tdkt_desktop.services.groups import GroupService
    from tdkt_desktop.services.paper_data import PaperData
    from tdkt_desktop.services.people import PeopleService
    from tdkt_desktop.services.registration_views import Registered, RegistrationRow
    from tdkt_desktop.services.registrations import RegistrationService
    from tdkt_desktop.services.review_views import ReviewEntry
    from tdkt_desktop.services.vote_views import ClosedCount, HeldBack, NomineeResult, Voter
    from tdkt_desktop.services.votes import VoteService

_LEADERS: Final = ("to truong", "nhom truong", "hieu truong", "to pho")


class AwardPaperData:
    """Turns registrations, reviews and closed counts into the facts of documents."""

    def __init__(
        self,
        papers: PaperData,
        people: PeopleService,
        groups: GroupService,
        registrations: RegistrationService,
        reviews: GroupReviewService,
        votes: VoteService,
        awards: AwardWords,
    ) -> None:
        self._papers, self._people, self._groups = papers, people, groups
        self._registrations, self._reviews = registrations, reviews
        self._votes, self._awards = votes, awards

    # --- groups ---

    def group_name(self, group_id: int) -> str:
        """Return what a group is called; raises InputError where there is none."""
        for group in self._groups.groups():
            if group.id == group_id:
                return group.name
        raise InputError(
            _("Không có tổ số {id}.").format(id=group_id),
            _("Xin xem danh sách tổ để chọn số đúng."),
        )

    def groups_with(self, year: str, *, reviewed: bool) -> tuple[int, ...]:
        """Return the groups that were reviewed, or that registered for something, in order."""
        if reviewed:
            return tuple(one.facts.group_id for one in self._reviews.reviews(year))
        rows = [
            row
            for row in self._registrations.grid(year).rows
            if row.registered and not row.candidate.whole_school
        ]
        found = dict.fromkeys(row.candidate.group_id for row in rows)
        return tuple(one for one in found if one is not None)

    # --- registrations ---

    def registrations(self, year: str, group_id: int | None = None) -> RegistrationFacts:
        """Return who registered for what: of one group, or of the school group by group."""
        grid = self._registrations.grid(year, group_id)
        parts: dict[str, list[RegistrationLine]] = {}
        for row in grid.rows:
            if row.registered:
                one = row.candidate
                part = one.group_name or (one.name if not one.is_person else "")
                parts.setdefault(part, []).append(self._line(row, year))
        leader, title = self._leader(group_id) if group_id is not None else ("", "")
        return RegistrationFacts(
            parts=tuple((name, tuple(lines)) for name, lines in parts.items()),
            group=self.group_name(group_id) if group_id is not None else "",
            leader=leader,
            leader_title=title.upper(),
            closing=grid.closing,
        )

    def _line(self, row: RegistrationRow, year: str) -> RegistrationLine:
        last = days_of(year)[1]
        titles = {word.code for word in self._awards.on(last) if word.kind is AwardKind.TITLE}
        own = [one for one in row.registered if one.award in titles]
        others = [one for one in row.registered if one.award not in titles]
        return RegistrationLine(
            name=row.candidate.name,
            position=row.candidate.position,
            titles="\n".join(one.name for one in own),
            commendations="\n".join(one.name for one in others),
            note="; ".join(dict.fromkeys(_notes(row.registered))),
        )

    def _leader(self, group_id: int) -> tuple[str, str]:
        """Return who signs for a group, and as what; empty words where nobody leads it."""
        people = [row for row in self._people.rows() if row.group_id == group_id]
        for position in _LEADERS:
            for row in people:
                own = row.position.split(",")[0].strip()
                if fold(own).startswith(position):
                    return row.full_name, own
        return "", "Tổ trưởng"

    # --- reviews ---

    def review(self, group_id: int, year: str) -> ReviewFacts:
        """Return a group's review of a year; raises InputError where there is none."""
        view = self._reviews.of_group(group_id, year)
        if view is None:
            raise InputError(
                _("“{group}” chưa có biên bản bình xét năm {year}.").format(
                    group=self.group_name(group_id), year=year
                ),
                _("Xin ghi kết quả bình xét của tổ rồi làm lại."),
            )
        facts = view.facts
        names = {row.id: row.full_name for row in self._people.rows()}
        return ReviewFacts(
            group=view.group_name,
            held_on=facts.held_on,
            starts_at=facts.starts_at,
            ends_at=facts.ends_at,
            venue=facts.venue,
            chair=facts.chair,
            secretary=facts.secretary,
            members=facts.members or 0,
            present=facts.present or 0,
            absent=tuple(
                _with_reason(names.get(person, ""), why) for person, why in facts.absent.items()
            ),
            by_votes=facts.method is ReviewMethod.VOTE,
            opinions=facts.opinions,
            ratings=tuple(map(_review_line, facts.of(ReviewSubject.RATING))),
            awards=tuple(map(_review_line, facts.of(ReviewSubject.AWARD))),
        )

    # --- votes ---

    def last_round(self, year: str, *, closed: bool) -> int:
        """Return the newest round of a year, a closed one in force where that is asked for."""
        rounds = self._votes.in_force(year=year) if closed else ()
        if not closed:
            rounds = tuple(one.id for one in self._votes.rounds(year=year))
        if not rounds:
            raise InputError(
                _("Năm {year} chưa có lượt bỏ phiếu nào đã chốt.").format(year=year)
                if closed
                else _("Năm {year} chưa có lượt bỏ phiếu nào.").format(year=year),
                _("Xin mở lượt bỏ phiếu ở cuộc họp, ghi số phiếu rồi chốt kết quả.")
                if closed
                else _("Xin mở lượt bỏ phiếu ở cuộc họp rồi làm lại."),
            )
        return rounds[-1]

    def meeting_of(self, round_id: int) -> int:
        """Return the meeting at which a round was held."""
        return self._votes.round(round_id).meeting_id

    def ballot(self, round_id: int) -> BallotFacts:
        """Return what the ballots of a round show."""
        view = self._votes.round(round_id)
        meeting, _council = self._papers.meeting(view.meeting_id)
        lines = tuple(BallotLine(one.name, one.detail, one.award_name) for one in view.nominees)
        return BallotFacts(lines, meeting.subject, meeting.held_on, view.number)

    def vote(self, round_id: int) -> tuple[VoteFacts, MeetingFacts, CouncilFacts]:
        """Return a closed count with the meeting and the council that it belongs to."""
        count = self._votes.closed(round_id)
        return _vote(count), *self._papers.meeting(self.meeting_of(round_id))

    def votes_of(self, meeting_id: int) -> tuple[tuple[VoteFacts, ...], MeetingFacts, CouncilFacts]:
        """Return the closed counts in force of a meeting; raises InputError where there is none."""
        rounds = self._votes.in_force(meeting_id)
        if not rounds:
            raise InputError(
                _("Cuộc họp này chưa có lượt bỏ phiếu nào đã chốt."),
                _("Xin chốt kết quả bỏ phiếu rồi lập văn bản."),
            )
        votes = tuple(_vote(self._votes.closed(one)) for one in rounds)
        return votes, *self._papers.meeting(meeting_id)

    def year_of(self, about: About, thing_id: int) -> int | None:
        """Return the calendar year in which a paper about a round or a meeting is written."""
        meeting_id = self.meeting_of(thing_id) if about is About.VOTE else thing_id
        held_on = self._papers.meeting(meeting_id)[0].held_on
        return held_on.year if held_on else None

    def days_of_notice(self) -> int:
        """Return for how many days results are posted."""
        return publication_days()


def _notes(registered: Iterable[Registered]) -> Iterator[str]:
    for one in registered:
        if one.late and one.registered_on:
            yield f"Bổ sung ngày {short_date(one.registered_on)}"
        if one.note:
            yield one.note


def _with_reason(name: str, reason: str) -> str:
    return f"{name} ({reason})" if reason else name


def _review_line(entry: ReviewEntry) -> ReviewLine:
    return ReviewLine(entry.name, entry.words, entry.yes, entry.no, entry.note)


def _vote(count: ClosedCount) -> VoteFacts:
    ballots = count.ballots
    return VoteFacts(
        number=count.number,
        secret=count.method is VoteMethod.SECRET,
        council=count.council,
        decision=count.decision,
        meeting=count.meeting,
        held_on=count.held_on,
        members=count.members,
        present=count.present,
        voting=count.voting,
        quorum=count.quorum,
        quorum_needed=count.quorum_needed,
        there=tuple(_introduced(one) for one in count.voters if one.is_there),
        absent=tuple(
            _with_reason(_introduced(one), one.reason) for one in count.voters if not one.is_there
        ),
        issued=ballots.issued or 0,
        returned=ballots.returned or 0,
        valid=ballots.valid or 0,
        invalid=ballots.invalid or 0,
        tellers=tuple((one.name, one.position) for one in count.tellers),
        held_back=(*_aside(count), *_held_back(count)),
        lines=tuple(map(_result, count.results)),
        reason=count.reason,
    )


def _introduced(voter: Voter) -> str:
    return ", ".join(part for part in (voter.name, voter.position, voter.role) if part)


def _result(result: NomineeResult) -> ResultLine:
    nominee = result.nominee
    granted = result.outcome_award_name or nominee.award_name
    words = {
        VoteOutcome.PASSED: "Đạt",
        VoteOutcome.NOT_PASSED: "Không đạt",
        VoteOutcome.LOWER: f"Đạt {granted}",
        VoteOutcome.HIGHER: f"Đạt; trình xét {granted}",
    }
    passed = result.outcome is not VoteOutcome.NOT_PASSED
    return ResultLine(
        name=nominee.name,
        detail=nominee.detail,
        award=nominee.award_name,
        yes=nominee.yes or 0,
        no=nominee.no or 0,
        blank=nominee.blank or 0,
        base=result.base,
        percent=result.percent,
        threshold=result.threshold,
        denominator=DENOMINATOR_NAMES[result.denominator],
        outcome=words[result.outcome],
        passed=passed,
        granted=granted if passed else "",
    )


_ASIDE: Final = {
    Part.WRITTEN: "Vắng mặt, gửi phiếu bằng văn bản",
    Part.ABSTAINS: "Không bỏ phiếu trong cả lượt, vẫn tính vào tổng số",
    Part.LEAVES: "Không bỏ phiếu trong cả lượt, không tính vào tổng số",
}


def _aside(count: ClosedCount) -> Iterator[str]:
    """Say who took part in the whole round otherwise than by a ballot in the room."""
    for part, words in _ASIDE.items():
        names = [
            _with_reason(voter.name, voter.reason) for voter in count.voters if voter.part is part
        ]
        if names:
            yield f"{words}: {'; '.join(names)}"


def _held_back(count: ClosedCount) -> Iterator[str]:
    """Say who is held back from whom, why, and whether they are counted; alike ones together."""
    voters = {voter.seat_id: voter.name for voter in count.voters}
    nominees = {one.nominee.nomination_id: one.nominee for one in count.results}
    found: dict[str, list[str]] = {}
    for one in count.held_back:
        nominee = nominees.get(one.nomination_id)
        if nominee is None or one.handling is Handling.VOTES:
            continue
        counted = "vẫn tính" if one.handling is Handling.ABSTAINS else "không tính"
        own = one.conflict is Conflict.OWN
        why = "cho chính mình" if own else f"vì {_why(one)}"
        whom = nominee.award_name if own else f"khi xét {nominee.name}, {nominee.award_name}"
        said = f"{voters.get(one.seat_id, '')} ({whom})"
        found.setdefault(f"Không bỏ phiếu {why}, {counted} vào tổng số", []).append(said)
    yield from (f"{reason}: {'; '.join(names)}" for reason, names in found.items())


def _why(held: HeldBack) -> str:
    if held.conflict is Conflict.OTHER and held.note:
        return held.note
    words = CONFLICT_NAMES[held.conflict]
    return f"{words} ({held.note})" if held.note else words
