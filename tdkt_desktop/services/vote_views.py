"""What is shown of votes: rounds, who votes, who is held back, the count, and a closed snapshot."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from tdkt_desktop.i18n import N_
from tdkt_desktop.models.proposing import VoteOutcome as VoteOutcome
from tdkt_desktop.models.vote import VoteMethod as VoteMethod
from tdkt_desktop.rules.vote_rules import Conflict as Conflict
from tdkt_desktop.rules.vote_rules import Denominator as Denominator
from tdkt_desktop.rules.vote_rules import Handling as Handling
from tdkt_desktop.services.record_views import Subject

if TYPE_CHECKING:
    from collections.abc import Mapping


class Part(StrEnum):
    """What a member of the council does in a round; the stored values are stable."""

    VOTES = "votes"
    WRITTEN = "written"
    ABSENT = "absent"
    ABSTAINS = "abstains"
    LEAVES = "leaves"


METHOD_NAMES: Final = {
    VoteMethod.SECRET: N_("Bỏ phiếu kín"),
    VoteMethod.OPEN: N_("Biểu quyết công khai"),
}
PART_NAMES: Final = {
    Part.VOTES: N_("Dự họp, bỏ phiếu"),
    Part.WRITTEN: N_("Vắng, gửi phiếu bằng văn bản"),
    Part.ABSENT: N_("Vắng, không bỏ phiếu"),
    Part.ABSTAINS: N_("Dự họp, không bỏ phiếu"),
    Part.LEAVES: N_("Rút khỏi lượt này, không tính vào tổng số"),
}
CONFLICT_NAMES: Final = {
    Conflict.OWN: N_("chính người được xét"),
    Conflict.GROUP: N_("thuộc tập thể được xét"),
    Conflict.RELATIVE: N_("người thân"),
    Conflict.OTHER: N_("lý do khác"),
}
HANDLING_NAMES: Final = {
    Handling.VOTES: N_("vẫn bỏ phiếu"),
    Handling.ABSTAINS: N_("không bỏ phiếu, vẫn tính trong tổng số"),
    Handling.LEAVES: N_("không bỏ phiếu, không tính trong tổng số"),
}
DENOMINATOR_NAMES: Final = {
    Denominator.MEMBERS: N_("tổng số thành viên Hội đồng"),
    Denominator.PRESENT: N_("số thành viên dự họp và gửi phiếu"),
    Denominator.VALID: N_("số phiếu hợp lệ"),
}


@dataclass(frozen=True, slots=True)
class Voter:
    """A member of the council in a round, as the decision writes the name."""

    seat_id: int
    name: str
    position: str = ""
    role: str = ""
    person_id: int | None = None
    part: Part = Part.VOTES
    reason: str = ""

    @property
    def takes_ballot(self) -> bool:
        """Whether a ballot is given out to the member."""
        return self.part in (Part.VOTES, Part.WRITTEN)

    @property
    def is_there(self) -> bool:
        """Whether the member sits at the meeting."""
        return self.part in (Part.VOTES, Part.ABSTAINS, Part.LEAVES)


@dataclass(frozen=True, slots=True)
class HeldBack:
    """A member who does not vote on one nominee as on others, why, and what follows."""

    seat_id: int
    nomination_id: int
    conflict: Conflict
    handling: Handling
    note: str = ""


@dataclass(frozen=True, slots=True)
class Nominee:
    """Somebody voted on, with the count; `blank` are ballots that say neither yes nor no.

    `lower` is the award that fewer votes may still give, `higher` the one that a passed nominee
    is sent up for; both are codes, and empty where there is none.
    """

    nomination_id: int
    subject: Subject
    name: str
    award: str
    award_name: str
    detail: str = ""
    yes: int | None = None
    no: int | None = None
    blank: int | None = None
    lower: str = ""
    lower_name: str = ""
    higher: str = ""
    higher_name: str = ""


@dataclass(frozen=True, slots=True)
class Ballots:
    """The ballots of a secret round; None is what nobody has counted yet."""

    issued: int | None = None
    returned: int | None = None
    valid: int | None = None
    invalid: int | None = None


@dataclass(frozen=True, slots=True)
class Teller:
    """Somebody of the board that counts; the first one leads it."""

    name: str
    position: str = ""


@dataclass(frozen=True, slots=True)
class NomineeResult:
    """What the count of one nominee comes to.

    `base` is the denominator, `needed` the smallest number of yes that passes, `share` the yes in
    hundredths of a per cent of the base. `rule` says the threshold and its source in words.
    """

    nominee: Nominee
    base: int
    needed: int
    share: int
    threshold: str
    denominator: Denominator
    source: str
    verified: bool
    outcome: VoteOutcome
    outcome_award: str = ""
    outcome_award_name: str = ""

    @property
    def percent(self) -> str:
        """The share as it is printed: "85,71"; whole ones without decimals."""
        whole, rest = divmod(self.share, 100)
        return f"{whole},{rest:02d}" if rest else str(whole)


@dataclass(frozen=True, slots=True)
class ClosedCount:
    """A closed round as it was: everything its documents say, whatever changes later."""

    round_id: int
    number: int
    year: str
    method: VoteMethod
    meeting: str
    held_on: date
    council: str
    decision: str
    voters: tuple[Voter, ...]
    tellers: tuple[Teller, ...]
    held_back: tuple[HeldBack, ...]
    ballots: Ballots
    results: tuple[NomineeResult, ...]
    quorum: str
    quorum_needed: int
    corrects: int | None = None
    reason: str = ""
    closed_at: datetime | None = None

    @property
    def members(self) -> int:
        """How many members the council has."""
        return len(self.voters)

    @property
    def present(self) -> int:
        """How many members sat at the meeting."""
        return sum(voter.is_there for voter in self.voters)

    @property
    def voting(self) -> int:
        """How many took part in the vote, in the room or in writing."""
        return sum(voter.takes_ballot for voter in self.voters)


@dataclass(frozen=True, slots=True)
class RoundView:
    """A round of voting, open or closed; `corrected_by` is the round that corrects this one."""

    id: int
    meeting_id: int
    year: str
    number: int
    method: VoteMethod
    nominees: tuple[Nominee, ...]
    voters: tuple[Voter, ...]
    held_back: tuple[HeldBack, ...] = ()
    tellers: tuple[Teller, ...] = ()
    ballots: Ballots = field(default_factory=Ballots)
    corrects_id: int | None = None
    reason: str = ""
    closed_at: datetime | None = None
    corrected_by: int | None = None

    @property
    def is_closed(self) -> bool:
        """Whether the round is a snapshot that never changes again."""
        return self.closed_at is not None

    @property
    def voting(self) -> int:
        """How many ballots are to be given out, or how many hands may be raised."""
        return sum(voter.takes_ballot for voter in self.voters)

    def held_from(self, nomination_id: int) -> tuple[HeldBack, ...]:
        """Return who does not vote on a nominee, those who vote nevertheless left out."""
        return tuple(
            one
            for one in self.held_back
            if one.nomination_id == nomination_id and one.handling is not Handling.VOTES
        )

    def held_ballots(self, nomination_id: int) -> int:
        """Return how many of those with a ballot may not use it for a nominee."""
        taking = {voter.seat_id for voter in self.voters if voter.takes_ballot}
        return len({one.seat_id for one in self.held_from(nomination_id)} & taking)


def stored(value: Any) -> dict[str, Any]:
    """Return a voter, a nominee, ballots or another of these values as JSON can hold it."""
    return asdict(value)


def voter_of(kept: Mapping[str, Any]) -> Voter:
    """Return a stored voter."""
    return Voter(**{**kept, "part": Part(kept["part"])})


def held_back_of(kept: Mapping[str, Any]) -> HeldBack:
    """Return a stored entry of somebody held back."""
    conflict, handling = Conflict(kept["conflict"]), Handling(kept["handling"])
    return HeldBack(**{**kept, "conflict": conflict, "handling": handling})


def nominee_of(kept: Mapping[str, Any]) -> Nominee:
    """Return a stored nominee."""
    return Nominee(**{**kept, "subject": Subject(**kept["subject"])})


def result_of(kept: Mapping[str, Any]) -> NomineeResult:
    """Return a stored result."""
    read = {
        "nominee": nominee_of(kept["nominee"]),
        "denominator": Denominator(kept["denominator"]),
        "outcome": VoteOutcome(kept["outcome"]),
    }
    return NomineeResult(**{**kept, **read})


def closed_of(kept: Mapping[str, Any], closed_at: datetime | None) -> ClosedCount:
    """Return the snapshot of a closed round."""
    read = {
        "method": VoteMethod(kept["method"]),
        "held_on": date.fromisoformat(kept["held_on"]),
        "voters": tuple(map(voter_of, kept["voters"])),
        "tellers": tuple(Teller(**one) for one in kept["tellers"]),
        "held_back": tuple(map(held_back_of, kept["held_back"])),
        "ballots": Ballots(**kept["ballots"]),
        "results": tuple(map(result_of, kept["results"])),
        "closed_at": closed_at,
    }
    return ClosedCount(**{**kept, **read})


def snapshot_of(count: ClosedCount) -> dict[str, Any]:
    """Return a closed count as its row keeps it; the moment stands in a column of its own."""
    kept = asdict(count)
    del kept["closed_at"]
    plain: dict[str, Any] = json.loads(json.dumps({**kept, "held_on": count.held_on.isoformat()}))
    return plain
