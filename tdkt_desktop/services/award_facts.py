"""The facts of everybody in the store, as the rules of awards want them.

A record that is not there is not a "no". A missing award (or work) is known to be missing only for
years in which the school has recorded awards (works) at all and this very subject has a rating or
an award; of other years it is unknown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from tdkt_desktop.models.merit import WorkKind
from tdkt_desktop.models.person import GroupKind, Person, StaffGroup
from tdkt_desktop.models.proposing import Nomination, NominationState
from tdkt_desktop.rules.award_years import AwardYear
from tdkt_desktop.rules.conditions.collectives import MEMBERS
from tdkt_desktop.rules.facts import (
    Facts,
    HeldAward,
    Span,
    SubjectKind,
    Use,
    Work,
    YearRating,
    decision_text,
)
from tdkt_desktop.services.candidates import candidates_of
from tdkt_desktop.services.record_reading import histories_of
from tdkt_desktop.services.record_views import History, Subject

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sqlalchemy.orm import Session

    from tdkt_desktop.rules.law_book import LawBook
    from tdkt_desktop.rules.law_extras import Count
    from tdkt_desktop.services.candidates import Candidate
    from tdkt_desktop.services.record_views import InitiativeView

_NOBODY = History()


@dataclass(frozen=True, slots=True)
class Supposition:
    """What is tried without being stored, beside or instead of the records."""

    ratings: tuple[YearRating, ...] = ()
    awards: tuple[HeldAward, ...] = ()
    initiatives: tuple[Work, ...] = ()
    science_works: tuple[Work, ...] = ()
    open_proceedings: bool | None = None
    special_area_years: int | None = None
    counts: Mapping[str, int] = field(default_factory=dict)

    def applied(self, facts: Facts) -> Facts:
        """Return facts as they would be."""
        supposed = {one.year for one in self.ratings}
        kept = tuple(one for one in facts.ratings or () if one.year not in supposed)
        return replace(
            facts,
            ratings=(*kept, *self.ratings) if self.ratings else facts.ratings,
            awards=(*(facts.awards or ()), *self.awards) if self.awards else facts.awards,
            initiatives=_joined(facts.initiatives, self.initiatives),
            science_works=_joined(facts.science_works, self.science_works),
            open_proceedings=_chosen(self.open_proceedings, facts.open_proceedings),
            special_area_years=_chosen(self.special_area_years, facts.special_area_years),
            counts={**facts.counts, **self.counts},
        )


class StoredFacts:
    """Everybody's facts for one year, read in a handful of queries."""

    def __init__(
        self, session: Session, book: LawBook, year: str, received_on: date, school_level: str
    ) -> None:
        self._book, self._year = book, AwardYear.parse(year)
        self._received_on, self._school_level = received_on, school_level
        self.candidates = candidates_of(session, year)
        self._histories: dict[Subject, History] = dict(histories_of(session))
        self._people = {row.id: row for row in session.scalars(select(Person))}
        self._groups = {row.id: row for row in session.scalars(select(StaffGroup))}
        self._nominated = _nominated(session, year)
        self._award_years, self._work_years = _recorded_years(self._histories.values())

    def of(self, candidate: Candidate) -> Facts:
        """Return the facts of one person or collective."""
        own = self._histories.get(candidate.subject, _NOBODY)
        if candidate.is_person:
            return self._of_person(candidate, own)
        return self._of_group(candidate, own)

    def _of_person(self, candidate: Candidate, own: History) -> Facts:
        row = self._people[candidate.subject.person_id or 0]
        return replace(
            self._common(candidate, own),
            sex=row.sex.value if row.sex else "",
            manager=row.manager,
            sector_since=row.sector_since,
            hired_on=row.hired_on,
            special_area_years=row.special_area_years,
            initiatives=self._works(own, WorkKind.INITIATIVE),
            science_works=self._works(own, WorkKind.SCIENCE),
            leave=tuple(_span(one.data) for one in own.leaves),
            discipline=tuple(_span(one.data) for one in own.disciplines),
            open_proceedings=row.open_proceedings,
            work_years=self._work_years & _own_years(own),
        )

    def _of_group(self, candidate: Candidate, own: History) -> Facts:
        members = self.members(candidate.subject.group_id or 0)
        counts = {MEMBERS: len(members)}
        for rule in self._book.counts.values():
            count = self._count(rule, members)
            if count is not None:
                counts[rule.id] = count
        return replace(self._common(candidate, own), subject=SubjectKind.COLLECTIVE, counts=counts)

    def members(self, group_id: int) -> tuple[Candidate, ...]:
        """Return the people of a collective and of those under it; of the school, everybody."""
        people = tuple(one for one in self.candidates if one.is_person)
        group = self._groups.get(group_id)
        if group is not None and group.kind is GroupKind.SCHOOL:
            return people
        inside = self._with_those_under(group_id)
        return tuple(one for one in people if one.group_id in inside)

    def _with_those_under(self, group_id: int) -> set[int]:
        inside = {group_id}
        grown = True
        while grown:
            under = {row.id for row in self._groups.values() if row.parent_id in inside}
            grown = not under <= inside
            inside |= under
        return inside

    def _common(self, candidate: Candidate, own: History) -> Facts:
        return Facts(
            year=self._year,
            received_on=self._received_on,
            name=candidate.name,
            school_level=self._school_level,
            ratings=tuple(YearRating(AwardYear.parse(one.year), one.code) for one in own.ratings)
            or None,
            awards=(*_held(own), *self._proposed(candidate, own)),
            award_years=self._award_years & _own_years(own),
        )

    def _proposed(self, candidate: Candidate, own: History) -> Iterable[HeldAward]:
        """Yield the awards of the year that are proposed and not decided."""
        decided = {one.data.code for one in own.awards if one.data.year == str(self._year)}
        for code in self._nominated.get(candidate.subject, ()):
            if code not in decided:
                yield HeldAward(code, self._year, proposed=True)

    def _works(self, own: History, kind: WorkKind) -> tuple[Work, ...]:
        return tuple(self._work(one) for one in own.initiatives if one.data.kind is kind)

    def _work(self, view: InitiativeView) -> Work:
        """Return an initiative; what it serves in this very year is no use of an earlier time."""
        data = view.data
        uses = (Use(one.award, AwardYear.parse(one.year)) for one in data.used_for)
        return Work(
            title=data.title,
            year=AwardYear.parse(data.year),
            recognised=data.recognised,
            reach=data.reach,
            used_for=tuple(one for one in uses if one.year != self._year),
            where=decision_text(data.number, data.decided_on),
        )

    # --- numbers of a collective ---

    def _count(self, rule: Count, members: Iterable[Candidate]) -> int | None:
        """Return a number of a collective from its members' records, None where they lack."""
        histories = [self._histories.get(one.subject, _NOBODY) for one in members]
        if rule.kind == "holders":
            if self._year not in self._award_years:
                return None
            return sum(self._holds(own, rule.awards) for own in histories)
        if rule.kind == "rated":
            return self._rated(rule, histories)
        return sum(self._disciplined(own, rule.from_kind) for own in histories)

    def _holds(self, own: History, codes: Iterable[str]) -> bool:
        wanted = set(codes)
        return any(
            one.code in wanted and one.year == self._year and not (one.revoked or one.thematic)
            for one in _held(own)
        )

    def _rated(self, rule: Count, histories: Iterable[History]) -> int | None:
        """Return how many are rated so high, None where somebody's rating is not recorded."""
        least = self._book.ratings.rank(rule.rating)
        ranks = []
        for own in histories:
            code = next((one.code for one in own.ratings if one.year == str(self._year)), None)
            if code is None:
                return None
            ranks.append(self._book.ratings.rank(code))
        return sum(rank >= least for rank in ranks)

    def _disciplined(self, own: History, from_kind: str) -> bool:
        kinds = self._book.disciplines
        return any(
            kinds[one.data.kind.value].rank >= kinds[from_kind].rank
            and self._year.first_day <= one.data.starts_on <= self._year.last_day
            for one in own.disciplines
        )


def _held(own: History) -> tuple[HeldAward, ...]:
    return tuple(
        HeldAward(
            one.data.code,
            AwardYear.parse(one.data.year),
            thematic=one.data.thematic,
            revoked=one.data.revoked,
            where=decision_text(one.data.number, one.data.decided_on),
        )
        for one in own.awards
    )


def _own_years(own: History) -> frozenset[AwardYear]:
    """Return the years of which the records of somebody know anything."""
    years = {one.year for one in own.ratings} | {one.data.year for one in own.awards}
    return frozenset(map(AwardYear.parse, years))


def _span(data: Any) -> Span:
    return Span(data.kind.value, data.starts_on, data.ends_on)


def _nominated(session: Session, year: str) -> dict[Subject, list[str]]:
    """Return the awards that people and collectives are nominated for in a year."""
    query = select(Nomination).where(
        Nomination.year == year,
        Nomination.deleted_at.is_(None),
        Nomination.state == NominationState.PROPOSED,
    )
    found: dict[Subject, list[str]] = defaultdict(list)
    for row in session.scalars(query):
        found[Subject(row.person_id, row.group_id)].append(row.award)
    return found


def _recorded_years(
    histories: Iterable[History],
) -> tuple[frozenset[AwardYear], frozenset[AwardYear]]:
    """Return the years in which anybody has an award, and in which anybody has a work."""
    awards: set[str] = set()
    works: set[str] = set()
    for own in histories:
        awards.update(one.data.year for one in own.awards)
        works.update(one.data.year for one in own.initiatives)
    return frozenset(map(AwardYear.parse, awards)), frozenset(map(AwardYear.parse, works))


def _joined(works: tuple[Work, ...] | None, more: tuple[Work, ...]) -> tuple[Work, ...] | None:
    return (*(works or ()), *more) if more else works


def _chosen(supposed: Any, known: Any) -> Any:
    return known if supposed is None else supposed
