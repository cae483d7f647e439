"""Finds who in the store a row of a list is about, and says so when nobody can be sure."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tdkt_desktop.i18n import _
from tdkt_desktop.vietnamese.dates import short_date
from tdkt_desktop.vietnamese.text import fold, spelling_key

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tdkt_desktop.imports.people_rows import PersonValues
    from tdkt_desktop.models.person import Person


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody in the store whom a row may be about; `label` tells them from namesakes."""

    id: int
    label: str


@dataclass(frozen=True, slots=True)
class Match:
    """Whom a row is about: one person, one of several candidates, or nobody yet."""

    person_id: int | None = None
    candidates: tuple[Candidate, ...] = ()


class PeopleIndex:
    """The people of the store by what lists know them by."""

    def __init__(self, people: Iterable[Person], groups: dict[int, str]) -> None:
        self._groups = groups
        self._by_identity: dict[str, Person] = {}
        self._by_name: dict[str, list[Person]] = defaultdict(list)
        self._by_bare_name: dict[str, list[Person]] = defaultdict(list)
        for person in people:
            if person.identity_number:
                self._by_identity[person.identity_number] = person
            self._by_name[spelling_key(person.full_name)].append(person)
            self._by_bare_name[fold(person.full_name)].append(person)

    def match(self, values: PersonValues) -> Match:
        """Return whom a row is about.

        The identity number decides, else name and birth date together. Without a birth date on
        either side, with one that differs by a slip, or with a name that differs by its marks
        only, a person must say.
        """
        known = self._by_identity.get(values.identity_number or "")
        if known is not None:
            return Match(known.id)
        name = values.full_name or ""
        namesakes = self._without_other_number(self._by_name[spelling_key(name)], values)
        same = [
            one for one in namesakes
            if one.birth_date is not None and one.birth_date == values.birth_date
        ]  # fmt: skip
        if len(same) == 1:
            return Match(same[0].id)
        doubtful = same or [one for one in namesakes if _may_be(one.birth_date, values.birth_date)]
        return Match(candidates=self._candidates(doubtful or self._misspelt(name, values)))

    def _without_other_number(self, people: Iterable[Person], values: PersonValues) -> list[Person]:
        """Return the people whose identity number is not known to be another one."""
        number = values.identity_number
        return [
            one for one in people
            if not number or not one.identity_number or one.identity_number == number
        ]  # fmt: skip

    def _misspelt(self, name: str, values: PersonValues) -> list[Person]:
        """Return the people of the same birth date whose names differ by their marks only."""
        alike = self._without_other_number(self._by_bare_name[fold(name)], values)
        return [one for one in alike if one.birth_date and one.birth_date == values.birth_date]

    def _candidates(self, people: Iterable[Person]) -> tuple[Candidate, ...]:
        return tuple(Candidate(one.id, self._label(one)) for one in people)

    def _label(self, person: Person) -> str:
        born = (
            _("sinh {day}").format(day=short_date(person.birth_date)) if person.birth_date else ""
        )
        group = self._groups.get(person.group_id or 0, "")
        return ", ".join(part for part in (person.full_name, born, person.position, group) if part)


def _may_be(stored: date | None, written: date | None) -> bool:
    """Tell whether two birth dates may be one person's: one unknown, or a slip between them."""
    if stored is None or written is None:
        return True
    same_day = (stored.day, stored.month) == (written.day, written.month)
    swapped = (stored.day, stored.month) == (written.month, written.day)
    one_part = stored.year == written.year and (
        stored.day == written.day or stored.month == written.month
    )
    return same_day or one_part or (swapped and stored.year == written.year)
