"""What the papers of registration, group review and vote are told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class RegistrationLine:
    """What one person or collective registered for, in words."""

    name: str
    position: str
    titles: str
    commendations: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class RegistrationFacts:
    """The registrations of a group or of the whole school; each part is a group's lines."""

    parts: tuple[tuple[str, tuple[RegistrationLine, ...]], ...]
    group: str = ""
    leader: str = ""
    leader_title: str = ""
    closing: date | None = None

    @property
    def lines(self) -> tuple[RegistrationLine, ...]:
        """The lines of all parts."""
        return tuple(line for _name, lines in self.parts for line in lines)


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One proposal of a group; without votes the group agreed as a whole."""

    name: str
    words: str
    yes: int | None
    no: int | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """A group's review as its minutes tell it."""

    group: str
    held_on: date | None
    starts_at: str
    ends_at: str
    venue: str
    chair: str
    secretary: str
    members: int
    present: int
    absent: tuple[str, ...]
    by_votes: bool
    opinions: tuple[str, ...]
    ratings: tuple[ReviewLine, ...]
    awards: tuple[ReviewLine, ...]


@dataclass(frozen=True, slots=True)
class ResultLine:
    """What the count of one nominee came to; `percent` is of `base`, `outcome` in words."""

    name: str
    detail: str
    award: str
    yes: int
    no: int
    blank: int
    base: int
    percent: str
    threshold: str
    denominator: str
    outcome: str
    passed: bool
    granted: str = ""
    """The award that the nominee ends with; empty where the vote did not pass."""


@dataclass(frozen=True, slots=True)
class VoteFacts:
    """A closed count as documents tell it; all of them are drawn from this."""

    number: int
    secret: bool
    council: str
    decision: str
    meeting: str
    held_on: date
    members: int
    present: int
    voting: int
    quorum: str
    quorum_needed: int
    there: tuple[str, ...]
    absent: tuple[str, ...]
    issued: int
    returned: int
    valid: int
    invalid: int
    tellers: tuple[tuple[str, str], ...]
    held_back: tuple[str, ...]
    lines: tuple[ResultLine, ...]
    reason: str = ""
    """Why this count takes the place of an earlier one; empty for a first count."""


@dataclass(frozen=True, slots=True)
class BallotLine:
    """A line of a ballot."""

    name: str
    detail: str
    award: str


@dataclass(frozen=True, slots=True)
class BallotFacts:
    """What a ballot shows; nothing in it tells one ballot from another."""

    lines: tuple[BallotLine, ...]
    meeting: str
    held_on: date | None
    number: int
