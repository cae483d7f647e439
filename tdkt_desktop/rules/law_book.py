"""The whole law of awards at hand: what applies on a day, and how things are called."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tdkt_desktop.rules.law_extras import (
    BonusRule,
    Cap,
    Comparison,
    Count,
    Deadline,
    Form,
    Question,
    RatingCap,
    Salary,
    SpanKind,
    Tie,
    Transition,
)
from tdkt_desktop.rules.law_values import (
    Award,
    Exclusion,
    Version,
)
from tdkt_desktop.rules.ratings import RatingWords

if TYPE_CHECKING:
    from datetime import date

NOT_COUNTED = "not_counted"
WARN = "warn"
COUNT_FROM = "count_from"


@dataclass(frozen=True, slots=True, kw_only=True)
class LawBook:
    """The law of awards, shipped or as the school has it; entries switched off are not in it."""

    awards: dict[str, Award]
    exclusions: dict[str, Exclusion]
    caps: tuple[Cap, ...]
    rating_caps: tuple[RatingCap, ...]
    ties: tuple[Tie, ...]
    bonus: BonusRule | None
    salaries: tuple[Salary, ...]
    forms: dict[str, Form]
    deadlines: tuple[Deadline, ...]
    transitions: tuple[Transition, ...]
    comparisons: tuple[Comparison, ...]
    questions: tuple[Question, ...]
    counts: dict[str, Count]
    disciplines: dict[str, SpanKind]
    leaves: dict[str, SpanKind]
    levels: dict[str, int]
    level_names: dict[str, str]
    ratings: RatingWords
    ranks: dict[str, int]

    def award_name(self, code: str) -> str:
        """Return what an award is called; the code itself where the law's data do not know it."""
        award = self.awards.get(code)
        return award.name if award else code

    def version_on(self, code: str, day: date) -> Version | None:
        """Return the version of an award for a dossier received on a day."""
        award = self.awards.get(code)
        return award.version_on(day) if award else None

    def in_force(self, day: date, subject: str = "") -> tuple[tuple[Award, Version], ...]:
        """Return the awards with a version for a day, in their order; of one subject, or of all."""
        found = (
            (award, award.version_on(day))
            for award in sorted(self.awards.values(), key=lambda one: (one.place, one.code))
            if not subject or subject in award.subjects
        )
        return tuple((award, version) for award, version in found if version is not None)

    @property
    def thematic_counts(self) -> bool:
        """Whether awards by theme or for a sudden merit count toward awards of merit."""
        return not any(one.effect == NOT_COUNTED for one in self.exclusions.values())

    def salary_on(self, day: date) -> Salary | None:
        """Return the base salary of a day."""
        found = [
            one
            for one in self.salaries
            if one.first_day <= day and (one.last_day is None or day <= one.last_day)
        ]
        return max(found, key=lambda one: one.first_day, default=None)
