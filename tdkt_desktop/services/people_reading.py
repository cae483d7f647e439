"""Works out what would come of each row of a staff list."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.models.merit import Rating
from tdkt_desktop.models.person import Person, Sex, StaffGroup
from tdkt_desktop.rules.ratings import load_ratings
from tdkt_desktop.services.people_columns import TITLES, said
from tdkt_desktop.services.people_matching import Candidate, PeopleIndex
from tdkt_desktop.services.people_preview import (
    FieldChange,
    PreviewRow,
    RowOutcome,
)
from tdkt_desktop.services.people_views import PersonData, data_of, masked
from tdkt_desktop.services.person_writing import check_person
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

    from tdkt_desktop.imports.people_rows import PeopleTable, PersonEntry, PersonValues
    from tdkt_desktop.rules.ratings import RatingWords

_BARE_GROUP: Final = re.compile(r"\d+(\s*[-,+&]\s*\d+)*")
_SAME_NAMED: Final = frozenset(field.name for field in fields(PersonData)) - {
    "identity_number", "group_id", "sex", "open_proceedings",
}  # fmt: skip


def group_name_of(text: str) -> str:
    """Return a group's name from a cell; under "Tổ" people write "1" or "4-5" only."""
    return f"Tổ {text}" if _BARE_GROUP.fullmatch(text) else text


class ListReader:
    """Compares the rows of a list with the people and groups that are there."""

    def __init__(self, session: Session) -> None:
        alive = select(Person).where(Person.deleted_at.is_(None))
        people = list(session.scalars(alive))
        groups = select(StaffGroup).where(StaffGroup.deleted_at.is_(None))
        self._groups = {group.id: group.name for group in session.scalars(groups)}
        self._group_folds = {fold(name) for name in self._groups.values()}
        self._people = {person.id: person for person in people}
        self._index = PeopleIndex(people, self._groups)
        self._words = load_ratings()
        self._rated = set(_stored_ratings(session))

    def row(self, entry: PersonEntry) -> PreviewRow:
        """Return a row with its outcome."""
        values = entry.values
        ratings, bad = _read_ratings(self._words, values)
        problems = (*entry.problems, *bad)
        row = PreviewRow(
            number=entry.number,
            name=values.full_name or "",
            outcome=RowOutcome.FAILED,
            entry=entry,
            problems=problems,
            remarks=entry.remarks,
            ratings=ratings,
        )
        if problems:
            return row
        match = self._index.match(values)
        if match.candidates:
            return self._doubt(row, match.candidates)
        if match.person_id is None:
            return self._checked(replace(row, outcome=RowOutcome.NEW), PersonData(""))
        return self._update(replace(row, person_id=match.person_id))

    def _doubt(self, row: PreviewRow, candidates: tuple[Candidate, ...]) -> PreviewRow:
        """Return a doubtful row, unless it says nothing new of the only one it may be about."""
        if len(candidates) == 1:
            sure = self._update(replace(row, person_id=candidates[0].id))
            if sure.outcome is RowOutcome.UNCHANGED:
                return sure
        return replace(row, outcome=RowOutcome.DOUBTFUL, candidates=candidates)

    def _update(self, row: PreviewRow) -> PreviewRow:
        person = self._people[row.person_id or 0]
        changes = tuple(self._changes(person, row.entry.values))
        rated = any((person.id, *rating) not in self._rated for rating in row.ratings)
        outcome = RowOutcome.UPDATE if changes or rated else RowOutcome.UNCHANGED
        return self._checked(replace(row, outcome=outcome, changes=changes), data_of(person))

    def _checked(self, row: PreviewRow, base: PersonData) -> PreviewRow:
        """Return the row, failed where what is stored and what is written contradict."""
        try:
            check_person(merged(base, row.entry.values))
        except InputError as error:
            return replace(row, outcome=RowOutcome.FAILED, problems=(error.message,))
        return row

    def _changes(self, person: Person, values: PersonValues) -> Iterator[FieldChange]:
        """Yield what a row would change about a person; empty cells change nothing."""
        data = merged(data_of(person), values)
        for name in sorted(_SAME_NAMED | {"sex"}, key=list(TITLES).index):
            before, after = getattr(person, name), getattr(data, name)
            if before != after:
                yield FieldChange(TITLES[name], said(name, before), said(name, after))
        number = values.identity_number
        if number is not None and number != person.identity_number:
            before = masked(person.identity_number) or said("", None)
            yield FieldChange(TITLES["identity_number"], before, masked(number))
        old = self._groups.get(person.group_id or 0, "")
        new = group_name_of(values.group_name or "")
        if new and fold(new) != fold(old):
            yield FieldChange(TITLES["group_name"], said("", old), new)

    def new_groups(self, table: PeopleTable) -> Iterator[str]:
        """Yield the groups that rows name and that are not there yet, in order."""
        seen = set(self._group_folds)
        for entry in table.entries:
            name = group_name_of(entry.values.group_name or "")
            if name and not entry.problems and fold(name) not in seen:
                seen.add(fold(name))
                yield name


def _stored_ratings(session: Session) -> Iterator[tuple[int | None, str, str]]:
    query = select(Rating.person_id, Rating.year, Rating.code)
    yield from session.execute(query.where(Rating.deleted_at.is_(None)))


def merged(base: PersonData, values: PersonValues) -> PersonData:
    """Return what is known with what a row says over it; the group is left to the caller."""
    written: dict[str, Any] = {
        name: value for name in _SAME_NAMED if (value := getattr(values, name)) is not None
    }
    if values.sex is not None:
        written["sex"] = Sex(values.sex)
    return replace(base, **written)


def _read_ratings(
    words: RatingWords, values: PersonValues
) -> tuple[tuple[tuple[str, str], ...], list[str]]:
    """Return the ratings by year and code, and what could not be understood."""
    found: list[tuple[str, str]] = []
    problems: list[str] = []
    for year, text in values.ratings:
        code = words.code_of(text)
        if code is None:
            said_so = _("không hiểu xếp loại “{text}” của năm {year}")
            problems.append(said_so.format(text=text, year=year))
        else:
            found.append((year, code))
    return tuple(found), problems
