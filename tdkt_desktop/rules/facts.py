"""What is known of one person or collective when an award is considered; None is not known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from tdkt_desktop.i18n import _
from tdkt_desktop.rules.award_years import AwardYear
from tdkt_desktop.vietnamese.dates import short_date


class SubjectKind(StrEnum):
    """Who an award is for; the values are those of the law's data."""

    INDIVIDUAL = "individual"
    COLLECTIVE = "collective"


@dataclass(frozen=True, slots=True)
class YearRating:
    """How a year's work was rated."""

    year: AwardYear
    rating: str


@dataclass(frozen=True, slots=True)
class HeldAward:
    """An award received, or `proposed` and not decided yet.

    One by theme or for a sudden merit is `thematic`; a `revoked` one counts for nothing. `where`
    says where the records have it from, such as the decision.
    """

    code: str
    year: AwardYear
    proposed: bool = False
    thematic: bool = False
    revoked: bool = False
    where: str = ""


@dataclass(frozen=True, slots=True)
class Use:
    """The award and year that an initiative has served."""

    award: str
    year: AwardYear


@dataclass(frozen=True, slots=True)
class Work:
    """An initiative, or a piece of research.

    `recognised` is the level that recognised (accepted) it, `reach` how far its effect was
    confirmed: empty where that has not happened, None where nobody knows. `where` as of awards.
    """

    title: str
    year: AwardYear
    recognised: str | None = None
    reach: str | None = None
    used_for: tuple[Use, ...] = ()
    where: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A leave or a measure of discipline, both days included; without an end it goes on.

    `open_end` marks an end that nobody knows.
    """

    kind: str
    starts_on: date
    ends_on: date | None = None
    open_end: bool = False

    def meets(self, first: date, last: date) -> bool:
        """Tell whether it has a day in common with a time."""
        return self.starts_on <= last and (self.ends_on is None or self.ends_on >= first)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that the rules look at; an empty tuple is "known: none", None is not known.

    `award_years` and `work_years` say for which years a missing award or work is known to be
    missing; None is for all. `counts` are the numbers of a collective by their names in the law's
    data, "members" among them.
    """

    year: AwardYear
    received_on: date
    subject: SubjectKind = SubjectKind.INDIVIDUAL
    name: str = ""
    school_level: str = ""
    sex: str = ""
    manager: bool | None = None
    sector_since: date | None = None
    hired_on: date | None = None
    special_area_years: int | None = None
    ratings: tuple[YearRating, ...] | None = None
    awards: tuple[HeldAward, ...] | None = None
    initiatives: tuple[Work, ...] | None = None
    science_works: tuple[Work, ...] | None = None
    leave: tuple[Span, ...] | None = None
    discipline: tuple[Span, ...] | None = None
    open_proceedings: bool | None = None
    counts: Mapping[str, int] = field(default_factory=dict)
    award_years: frozenset[AwardYear] | None = None
    work_years: frozenset[AwardYear] | None = None


def decision_text(number: str, decided_on: date | None) -> str:
    """Return how a decision is named beside what it granted; empty where nothing is known."""
    if number and decided_on:
        return _("QĐ {number} ngày {day}").format(number=number, day=short_date(decided_on))
    if number:
        return _("QĐ {number}").format(number=number)
    return _("QĐ ngày {day}").format(day=short_date(decided_on)) if decided_on else ""
