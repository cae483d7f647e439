"""What goes with the awards' law: caps, ties, money, forms, times, and the words of its data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tdkt_desktop.rules.law_values import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Cap:
    """The most that may be proposed: a `share` of those with `of` (or of all), or a `count`."""

    id: str
    award: str
    text: str
    sources: tuple[Source, ...] = ()
    share: Decimal | None = None
    of: str = ""
    count: int | None = None
    versions: tuple[str, ...] = ()
    verified: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingCap:
    """The most that may be rated so: a `share` of those rated `of`."""

    id: str
    rating: str
    share: Decimal
    of: str
    text: str
    staff: str = ""
    sources: tuple[Source, ...] = ()
    verified: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Who comes first of several who meet the criteria alike."""

    id: str
    text: str
    subjects: tuple[str, ...]
    prefer: str = ""
    least: Decimal | None = None
    sources: tuple[Source, ...] = ()
    verified: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BonusRule:
    """How the money is worked out: rounding in dong, who pays, what adds up."""

    id: str
    base: str
    round_to: int
    rounding: str
    payer: str = ""
    accumulation: str = ""
    sources: tuple[Source, ...] = ()
    verified: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Salary:
    """The base salary in dong from one day to another."""

    id: str
    vnd: int
    first_day: date
    last_day: date | None = None
    sources: tuple[Source, ...] = ()
    verified: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSpan:
    """How many years a report of merits covers for some awards."""

    awards: tuple[str, ...]
    years: int
    verified: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FormNumber:
    """The number of a form in the annex of one document."""

    document: str
    number: str
    verified: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A paper of a dossier: its headings or columns, and its number by document.

    `paper` is the kind of document that the program makes for it, empty for one that comes from
    elsewhere; `per_nominee` says that each nominee has one of his or her own.
    """

    id: str
    name: str
    numbers: tuple[FormNumber, ...] = ()
    sections: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    spans: tuple[FormSpan, ...] = ()
    paper: str = ""
    per_nominee: bool = False
    verified: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A time for showing results in public or for handling a dossier; `legal` where law says so."""

    id: str
    kind: str
    text: str
    days: int | None = None
    working: bool = False
    legal: bool = True
    sources: tuple[Source, ...] = ()
    verified: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition:
    """Which text goes on to apply to what was received or decided before a day."""

    id: str
    by: str
    text: str
    before: date | None = None
    keeps: str = ""
    award: str = ""
    sources: tuple[Source, ...] = ()
    verified: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number of a collective that conditions speak of, and how records of people give it."""

    id: str
    name: str
    kind: str
    awards: tuple[str, ...] = ()
    rating: str = ""
    from_kind: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanKind:
    """A kind of leave, or of discipline (then the severer the higher the rank)."""

    id: str
    name: str
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """One topic as the law before, the law now and the law to come have it."""

    id: str
    topic: str
    old: str
    now: str
    next: str


@dataclass(frozen=True, slots=True)
class Question:
    """What is still to be obtained, or where sources say different things."""

    id: str
    kind: str
    text: str
