"""What the part shows of one round: the round, its rules, and what the count comes to so far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tdkt_desktop.rules.vote_rules import VoteRules
from tdkt_desktop.services.council_views import CouncilView, MeetingView
from tdkt_desktop.services.vote_checks import RoundState
from tdkt_desktop.services.vote_counting import needed_for
from tdkt_desktop.services.vote_rules import QuorumState
from tdkt_desktop.services.vote_views import ClosedCount, NomineeResult, RoundView

if TYPE_CHECKING:
    from tdkt_desktop.rules.vote_rules import Threshold
    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.services.vote_views import Nominee


@dataclass(frozen=True, slots=True)
class RoundNews:
    """Everything about a round; of a closed one `closed` is the snapshot that never changes."""

    view: RoundView
    meeting: MeetingView
    council: CouncilView
    day: date
    state: RoundState
    rules: VoteRules
    quorum: QuorumState
    results: dict[int, NomineeResult]
    closed: ClosedCount | None

    @property
    def is_closed(self) -> bool:
        """Whether the round is locked."""
        return self.closed is not None

    @property
    def present(self) -> int:
        """How many members sit at the meeting."""
        return sum(voter.is_there for voter in self.view.voters)

    def threshold(self, nominee: Nominee) -> Threshold:
        """Return the rule that a nominee is voted on by."""
        return self.rules.threshold(nominee.award, self.day)

    def needed(self, nominee: Nominee) -> tuple[int, int]:
        """Return how many yes a nominee needs, and of how many."""
        result = self.results.get(nominee.nomination_id)
        if result is not None:
            return result.needed, result.base
        return needed_for(self.view, nominee, self.rules, self.day)

    @property
    def thresholds(self) -> tuple[tuple[Nominee, Threshold], ...]:
        """The rules of the awards in the round, each with the first nominee for that award."""
        first = {one.award: one for one in reversed(self.view.nominees)}
        order = dict.fromkeys(one.award for one in self.view.nominees)
        return tuple((first[award], self.threshold(first[award])) for award in order)


def read_round(context: AppContext, round_id: int, today: date) -> RoundNews:
    """Read a round; raises InputError where there is none, or an award has no rule."""
    votes, councils = context.votes, context.councils
    view = votes.round(round_id)
    meeting = councils.meeting(view.meeting_id)
    council = councils.council(meeting.council_id)
    closed = votes.closed(round_id) if view.is_closed else None
    results = closed.results if closed else votes.preview(round_id)
    return RoundNews(
        view,
        meeting,
        council,
        (closed.held_on if closed else meeting.facts.held_on) or today,
        votes.state(round_id),
        context.vote_rules.rules(),
        context.vote_rules.quorum(council, meeting.facts),
        {one.nominee.nomination_id: one for one in results},
        closed,
    )
