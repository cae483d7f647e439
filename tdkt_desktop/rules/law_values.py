"""The law of awards as values: awards by version, their conditions, and what goes with them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from tdkt_desktop.rules.case import Case
    from tdkt_desktop.rules.outcomes import Found


class Check(Protocol):
    """What a kind of condition is: its own values, and a look at the facts of a case."""

    def judge(self, case: Case) -> Found:
        """Return what is asked and what the facts say."""


@dataclass(frozen=True, slots=True)
class Source:
    """A place in the law: a document of the catalogue, or words for one that is not in it."""

    text: str
    document: str = ""
    article: str = ""
    first_day: date | None = None
    last_day: date | None = None

    def in_force(self, day: date) -> bool:
        """Tell whether the document is in force on a day, as far as is known."""
        began = self.first_day is None or self.first_day <= day
        return began and (self.last_day is None or day <= self.last_day)


@dataclass(frozen=True, slots=True)
class Rule:
    """A condition of an award; `check` knows its kind and values, `parts` make up a whole."""

    key: str
    kind: str
    text: str
    check: Check
    sources: tuple[Source, ...]
    verified: bool
    verification: str = ""
    any_of: str = ""
    subject: str = ""
    note: str = ""
    seen: tuple[str, ...] = ()
    parts: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bonus:
    """The money of an award in base salaries; `at_most` where the law only gives the most."""

    multiplier: Decimal | None = None
    at_most: bool = False
    collective_factor: Decimal | None = None
    verified: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decider:
    """Who decides, at which levels of school and in which time; no levels are all of them."""

    who: str
    levels: tuple[str, ...] = ()
    first_day: date | None = None
    last_day: date | None = None
    verified: bool = False
    sources: tuple[Source, ...] = ()
    note: str = ""

    def decides(self, school_level: str, day: date) -> bool:
        """Tell whether this is who decides for a level of school on a day."""
        if self.levels and school_level and school_level not in self.levels:
            return False
        began = self.first_day is None or self.first_day <= day
        return began and (self.last_day is None or day <= self.last_day)


@dataclass(frozen=True, slots=True)
class Slot:
    """A paper that the dossier must hold; `subject` where only some need it."""

    form: str
    subject: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UpperVote:
    """The share of votes that an award needs in a council above the school."""

    id: str
    least: Decimal
    of: str
    council: str = ""
    secret: bool = False
    absent: str = ""
    verified: bool = False
    superseded: bool = False
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """An award as one text of the law has it, for dossiers received between two days."""

    award: str
    version: str
    effective_from: date
    effective_to: date | None = None
    draft: bool = False
    verified: bool = False
    sources: tuple[Source, ...] = ()
    seen: tuple[str, ...] = ()
    recheck_from: date | None = None
    recheck_reason: str = ""
    exclusions: tuple[str, ...] = ()
    report_years: int | None = None
    note: str = ""
    bonus: Bonus | None = None
    decided_by: tuple[Decider, ...] = ()
    slots: tuple[Slot, ...] = ()
    votes: tuple[UpperVote, ...] = ()
    conditions: tuple[Rule, ...] = ()

    def applies_on(self, day: date) -> bool:
        """Tell whether dossiers received on a day go by this version; a draft never applies."""
        if self.draft or day < self.effective_from:
            return False
        return self.effective_to is None or day <= self.effective_to

    def decider(self, school_level: str, day: date) -> Decider | None:
        """Return who decides for a level of school on a day; None where the data do not say."""
        return next((one for one in self.decided_by if one.decides(school_level, day)), None)

    def slots_for(self, subject: str) -> tuple[Slot, ...]:
        """Return the papers that a dossier of a person or a collective must hold."""
        return tuple(slot for slot in self.slots if slot.subject in ("", subject))


@dataclass(frozen=True, slots=True, kw_only=True)
class Award:
    """A title, a commendation or a medal with all versions of its rules."""

    code: str
    name: str
    kind: str
    subjects: tuple[str, ...]
    level: str
    place: int = 0
    name_en: str = ""
    versions: tuple[Version, ...] = ()

    def version_on(self, day: date) -> Version | None:
        """Return the version by which a dossier received on a day goes; None where there is none.

        Of two that apply, the newer one.
        """
        found = [one for one in self.versions if one.applies_on(day)]
        return max(found, key=lambda one: one.effective_from, default=None)


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A principle for many awards; one with a `rule` is also a condition of those that name it."""

    id: str
    effect: str
    text: str
    sources: tuple[Source, ...]
    verified: bool
    levels: tuple[str, ...] = ()
    superseded: bool = False
    note: str = ""
    rule: Rule | None = None
