"""What the composers of a dossier's papers are told."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class NomineeFacts:
    """A nominee as lists name him, her or it; `before` are the awards of the years before."""

    name: str
    is_person: bool = True
    birth_date: date | None = None
    sex: str = ""
    position: str = ""
    unit: str = ""
    rating: str = ""
    award: str = ""
    initiatives: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    votes: str = ""
    percent: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class AwardPart:
    """The nominees for one award; `is_title` tells titles from commendations."""

    award: str
    is_title: bool
    nominees: tuple[NomineeFacts, ...]


@dataclass(frozen=True, slots=True)
class AwardSum:
    """How many registered for an award, were put forward, passed, and are in the dossier.

    `base` is how many people or collectives of the school could have had it.
    """

    award: str
    registered: int
    proposed: int
    passed: int
    asked: int
    women: int
    base: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierFacts:
    """A dossier as its papers speak of it; `papers` are what goes along with it."""

    receiver: str
    parts: tuple[AwardPart, ...]
    sums: tuple[AwardSum, ...] = ()
    meetings: tuple[date, ...] = ()
    council: str = ""
    papers: tuple[str, ...] = ()

    @property
    def nominees(self) -> tuple[NomineeFacts, ...]:
        """All nominees, award by award."""
        return tuple(one for part in self.parts for one in part.nominees)


@dataclass(frozen=True, slots=True)
class DatedAward:
    """An award received: the year, its name, and the decision with its body."""

    year: str
    name: str
    decision: str


@dataclass(frozen=True, slots=True)
class YearLine:
    """What one year of a report says: the rating, and the initiatives with their recognition."""

    year: str
    rating: str = ""
    initiatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFacts:
    """A report of merits: who, for which award, over which years."""

    name: str
    award: str
    years: tuple[YearLine, ...]
    receiver: str = ""
    titles: tuple[DatedAward, ...] = ()
    commendations: tuple[DatedAward, ...] = ()
    birth_date: date | None = None
    sex: str = ""
    position: str = ""
    unit: str = ""
    qualifications: str = ""
    political_theory: str = ""
    party_member: bool | None = None
    sector_since: date | None = None
    duties: tuple[str, ...] = ()
    members: int = 0
    women: int = 0
    leader: str = ""
    leader_title: str = ""


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One condition on the check sheet."""

    text: str
    needed: str
    found: str
    verdict: str
    source: str


@dataclass(frozen=True, slots=True)
class CheckedNominee:
    """A nominee's conditions; `override` is a person's word against the rules."""

    name: str
    award: str
    version: str
    verdict: str
    lines: tuple[CheckLine, ...] = ()
    warnings: tuple[str, ...] = ()
    override: str = ""


@dataclass(frozen=True, slots=True)
class PrizeLine:
    """What one nominee is paid, in dong; None where nobody knows the sum yet."""

    name: str
    position: str
    award: str
    multiplier: str = ""
    amount: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrizeFacts:
    """The money of a dossier, and what it is worked out of."""

    lines: tuple[PrizeLine, ...]
    salary: int | None = None
    decision: str = ""
    payer: str = ""
    doubts: tuple[str, ...] = field(default=())

    @property
    def total(self) -> int:
        """The sum of all that is known."""
        return sum(line.amount or 0 for line in self.lines)
