"""What is shown of eligibility: answers, near misses, caps, ties; values only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tdkt_desktop.rules.award_years import AwardYear as AwardYear
from tdkt_desktop.rules.facts import Facts
from tdkt_desktop.rules.facts import HeldAward as HeldAward
from tdkt_desktop.rules.facts import Use as Use
from tdkt_desktop.rules.facts import Work as Work
from tdkt_desktop.rules.facts import YearRating as YearRating
from tdkt_desktop.rules.outcomes import STATUS_NAMES as STATUS_NAMES
from tdkt_desktop.rules.outcomes import AwardResult as AwardResult
from tdkt_desktop.rules.outcomes import ConditionResult as ConditionResult
from tdkt_desktop.rules.outcomes import Status as Status
from tdkt_desktop.services.award_facts import Supposition as Supposition
from tdkt_desktop.services.candidates import Candidate


@dataclass(frozen=True, slots=True)
class Checked:
    """The answers for one person or collective in a year, by the law of the day of receipt."""

    candidate: Candidate
    year: str
    received_on: date
    results: tuple[AwardResult, ...]
    facts: Facts

    def result(self, award: str) -> AwardResult | None:
        """Return the answer for an award, None where no version of it applies."""
        return next((one for one in self.results if one.award == award), None)

    def with_status(self, status: Status) -> tuple[AwardResult, ...]:
        """Return the answers of one status."""
        return tuple(one for one in self.results if one.status is status)


@dataclass(frozen=True, slots=True)
class Near:
    """Somebody who is one step from an award, and the step; `unclear` must be looked at besides."""

    candidate: Candidate
    award: str
    name: str
    step: str
    missing: tuple[ConditionResult, ...]
    unclear: tuple[ConditionResult, ...]


@dataclass(frozen=True, slots=True)
class CapUse:
    """A cap with how much of it is used; `allowed` None where its base is not known yet."""

    key: str
    award: str
    text: str
    sentence: str
    chosen: int
    allowed: int | None
    verified: bool
    source: str

    @property
    def left(self) -> int | None:
        """How many more may be chosen; below zero where there are too many."""
        return None if self.allowed is None else self.allowed - self.chosen

    @property
    def exceeded(self) -> bool:
        """Whether more are chosen than the cap allows."""
        return self.left is not None and self.left < 0


@dataclass(frozen=True, slots=True)
class Placed:
    """A candidate's place among equals; `reason` says what put them before others."""

    candidate: Candidate
    place: int
    reason: str
    source: str
    verified: bool
