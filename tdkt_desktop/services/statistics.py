"""Numbers of a year's awards: by award, group, sex, direct workers and managers, over years.

Every number is the length of a list of receipts, so that tables, pictures and papers agree with the
lists they come from.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import Select, select

from tdkt_desktop.models.merit import AwardRecord
from tdkt_desktop.models.person import Person, StaffGroup
from tdkt_desktop.models.proposing import Registration
from tdkt_desktop.services.record_views import AwardKind, Subject
from tdkt_desktop.services.years import read_year
from tdkt_desktop.vietnamese.text import sort_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sqlalchemy.orm import Session

    from tdkt_desktop.models.store import Store
    from tdkt_desktop.rules.law_book import LawBook
    from tdkt_desktop.services.law_book import LawBookService


@dataclass(frozen=True, slots=True)
class Receipt:
    """One award that somebody has for a year, or registered for.

    `female` and `manager` are None for a collective, and where nobody has said.
    """

    subject: Subject
    name: str
    award: str
    award_name: str
    kind: AwardKind
    level: str
    year: str
    group_id: int | None
    group_name: str
    female: bool | None = None
    manager: bool | None = None
    thematic: bool = False

    @property
    def is_person(self) -> bool:
        """Whether it is a person's."""
        return self.subject.person_id is not None


@dataclass(frozen=True, slots=True)
class AwardNumbers:
    """The numbers of one award, or of all, for a year, with the lists they come from."""

    award: str
    name: str
    kind: AwardKind | None
    level: str
    receipts: tuple[Receipt, ...]
    registered: tuple[Receipt, ...]

    @property
    def total(self) -> int:
        """How many were given."""
        return len(self.receipts)

    @property
    def people(self) -> int:
        """How many went to people."""
        return self._count(lambda one: one.is_person)

    @property
    def collectives(self) -> int:
        """How many went to collectives."""
        return self._count(lambda one: not one.is_person)

    @property
    def women(self) -> int:
        """How many went to women."""
        return self._count(lambda one: one.female is True)

    @property
    def men(self) -> int:
        """How many went to men."""
        return self._count(lambda one: one.female is False)

    @property
    def managers(self) -> int:
        """How many went to managers."""
        return self._count(lambda one: one.manager is True)

    @property
    def direct_workers(self) -> int:
        """How many went to people who do the work directly."""
        return self._count(lambda one: one.manager is False)

    @property
    def reached(self) -> int:
        """How many of those who had registered for the award have it."""
        have = {(one.subject, one.award) for one in self.receipts}
        return sum((one.subject, one.award) in have for one in self.registered)

    @property
    def by_group(self) -> tuple[tuple[str, int], ...]:
        """How many went to people of each group, by the groups' names."""
        counts = Counter(one.group_name for one in self.receipts if one.is_person)
        return tuple(sorted(counts.items(), key=lambda item: sort_key(item[0])))

    def _count(self, wanted: Callable[[Receipt], bool]) -> int:
        return sum(map(wanted, self.receipts))


@dataclass(frozen=True, slots=True)
class YearNumbers:
    """The numbers of a year: each award in the catalogue's order, and all together."""

    year: str
    awards: tuple[AwardNumbers, ...]
    whole: AwardNumbers

    @property
    def by_level(self) -> tuple[tuple[str, int], ...]:
        """How many were given at each level, in the order of the awards."""
        counts = Counter(one.level for numbers in self.awards for one in numbers.receipts)
        return tuple(counts.items())

    def of(self, award: str) -> AwardNumbers | None:
        """Return the numbers of an award, None where nobody has it or registered for it."""
        return next((one for one in self.awards if one.award == award), None)


class StatisticsService:
    """Counts awards for the screen, for papers and for the command line."""

    def __init__(self, store: Store, law: LawBookService) -> None:
        self._store, self._law = store, law

    def year(self, year: str) -> YearNumbers:
        """Return the numbers of a year; revoked awards do not count."""
        year = read_year(year)
        (numbers,) = self._numbers([year])
        return numbers

    def years(self) -> tuple[YearNumbers, ...]:
        """Return the numbers of every year with awards, the oldest first."""
        with self._store.read() as session:
            found = set(session.scalars(select(AwardRecord.year).where(*_COUNTING).distinct()))
        return tuple(self._numbers(sorted(found)))

    def _numbers(self, years: Sequence[str]) -> list[YearNumbers]:
        """Return the numbers of some years, read together."""
        given: dict[str, list[Receipt]] = {year: [] for year in years}
        wanted: dict[str, list[Receipt]] = {year: [] for year in years}
        book = self._law.book()
        with self._store.read() as session:
            owners = _Owners(session, book)
            for row in session.scalars(_received(years)):
                given[row.year].append(owners.received(row))
            for entry in session.scalars(_registered(years)):
                wanted[entry.year].append(owners.registered(entry))
        return [_numbers(year, book, given[year], wanted[year]) for year in years]


class _Owners:
    """Knows whose an award is."""

    def __init__(self, session: Session, book: LawBook) -> None:
        self._book = book
        self._people = {row.id: row for row in session.scalars(select(Person))}
        self._groups = {row.id: row for row in session.scalars(select(StaffGroup))}

    def received(self, row: AwardRecord) -> Receipt:
        """Return an award of the records."""
        level = row.level or self._level(row.code)
        return self._receipt(row, row.code, row.name, row.kind, level, thematic=row.thematic)

    def registered(self, row: Registration) -> Receipt:
        """Return an award that somebody registered for."""
        award = self._book.awards.get(row.award)
        title = award is None or award.kind == AwardKind.TITLE.value
        kind = AwardKind.TITLE if title else AwardKind.COMMENDATION
        name = row.name or self._book.award_name(row.award)
        return self._receipt(row, row.award, name, kind, self._level(row.award))

    def _level(self, code: str) -> str:
        award = self._book.awards.get(code)
        return award.level if award else ""

    def _receipt(
        self,
        row: AwardRecord | Registration,
        code: str,
        award_name: str,
        kind: AwardKind,
        level: str,
        *,
        thematic: bool = False,
    ) -> Receipt:
        subject = Subject(row.person_id, row.group_id)
        person = self._people.get(row.person_id or 0)
        group = self._groups.get((person.group_id if person else row.group_id) or 0)
        sex = person.sex if person else None
        return Receipt(
            subject=subject,
            name=person.full_name if person else group.name if group else "",
            award=code,
            award_name=award_name,
            kind=kind,
            level=level,
            year=row.year,
            group_id=group.id if group else None,
            group_name=group.name if group else "",
            female=None if sex is None else sex.value == "F",
            manager=person.manager if person else None,
            thematic=thematic,
        )


_COUNTING: Final = (AwardRecord.deleted_at.is_(None), AwardRecord.revoked.is_(False))


def _received(years: Sequence[str]) -> Select[AwardRecord]:
    return select(AwardRecord).where(AwardRecord.year.in_(years), *_COUNTING)


def _registered(years: Sequence[str]) -> Select[Registration]:
    return select(Registration).where(
        Registration.year.in_(years), Registration.deleted_at.is_(None)
    )


def _numbers(
    year: str, book: LawBook, given: Iterable[Receipt], wanted: Iterable[Receipt]
) -> YearNumbers:
    """Return the numbers of receipts and registrations."""
    received, registered = _by_award(given), _by_award(wanted)
    places = {code: award.place for code, award in book.awards.items()}
    keys = sorted({*received, *registered}, key=lambda key: (places.get(key[0], len(places)), key))
    awards = tuple(
        _award_numbers(book, key, received.get(key, ()), registered.get(key, ())) for key in keys
    )
    everything = tuple(one for numbers in awards for one in numbers.receipts)
    everybody = tuple(one for numbers in awards for one in numbers.registered)
    return YearNumbers(year, awards, AwardNumbers("", "", None, "", everything, everybody))


def _award_numbers(
    book: LawBook,
    key: tuple[str, str],
    receipts: tuple[Receipt, ...],
    registered: tuple[Receipt, ...],
) -> AwardNumbers:
    first = (*receipts, *registered)[0]
    name = book.award_name(key[0]) if key[0] else key[1]
    return AwardNumbers(key[0], name, first.kind, first.level, receipts, registered)


def _by_award(receipts: Iterable[Receipt]) -> Mapping[tuple[str, str], tuple[Receipt, ...]]:
    """Return receipts by award: by its code, or by its name where it has none."""
    found: dict[tuple[str, str], list[Receipt]] = {}
    for one in receipts:
        key = (one.award, "" if one.award else one.award_name)
        found.setdefault(key, []).append(one)
    return {key: tuple(sorted(ones, key=_order)) for key, ones in found.items()}


def _order(one: Receipt) -> tuple[str, str, str]:
    return (sort_key(one.group_name), sort_key(one.name), one.award_name)
