"""What the composers are told of initiatives and of the rounds that scored them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tdkt_desktop.compose.facts import CouncilFacts, MeetingFacts, MemberFacts


@dataclass(frozen=True, slots=True)
class AuthorFacts:
    """An author as papers name one; the share is in per cent.

    `unit` is the group in the school, or the workplace of somebody outside.
    """

    name: str
    birth_date: date | None
    workplace: str
    unit: str
    position: str
    qualification: str
    share: float | None


@dataclass(frozen=True, slots=True)
class PartFacts:
    """A heading with its text, or with the words that stand there where nothing is written."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class InitiativeFacts:
    """An initiative: the parts of its request and those of its report, in their order."""

    title: str
    field: str
    applied_on: date | None
    authors: tuple[AuthorFacts, ...]
    request: tuple[PartFacts, ...] = ()
    report: tuple[PartFacts, ...] = ()
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CriterionFacts:
    """A line of a judge's sheet; without points it is filled in by hand."""

    name: str
    hint: str
    most: float
    points: float | None


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """One judge's sheet of one initiative."""

    initiative: InitiativeFacts
    judge: MemberFacts
    criteria: tuple[CriterionFacts, ...]
    total: float | None
    remark: str


@dataclass(frozen=True, slots=True)
class ScoredFacts:
    """An initiative as a round scored it; `barred` names the judges who are its authors."""

    initiative: InitiativeFacts
    judges: int
    average: float | None
    lowest: float | None
    highest: float | None
    outcome: str
    passed: bool
    conclusion: str
    barred: tuple[str, ...]
    reach: str = ""


@dataclass(frozen=True, slots=True)
class RoundFacts:
    """A round with the meeting at which the council scored; `reason` is that of a correction."""

    name: str
    full_marks: float
    pass_mark: float
    criteria: tuple[CriterionFacts, ...]
    scored: tuple[ScoredFacts, ...]
    meeting: MeetingFacts
    council: CouncilFacts
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RecognisedFacts:
    """Initiatives that one decision recognises, and the round that it follows, if any."""

    scored: tuple[ScoredFacts, ...]
    level: str
    council_name: str
    held_on: date | None
