"""Use cases about staff lists that come in: looked at first, then taken in as one step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Final, TypeVar

from sqlalchemy import select

from tdkt_desktop.i18n import _
from tdkt_desktop.models.person import Person, StaffGroup
from tdkt_desktop.rules.ratings import load_ratings
from tdkt_desktop.services.groups import new_group
from tdkt_desktop.services.people import find_person
from tdkt_desktop.services.people_preview import (
    Choice,
    ImportResult,
    PeoplePreview,
    PreviewRow,
    RowOutcome,
)
from tdkt_desktop.services.people_reading import ListReader, group_name_of, merged
from tdkt_desktop.services.people_views import PersonData, data_of
from tdkt_desktop.services.person_writing import write_person
from tdkt_desktop.services.record_views import Subject
from tdkt_desktop.services.records import set_rating
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from sqlalchemy.orm import Session

    from tdkt_desktop.imports.sheet import Spreadsheet
    from tdkt_desktop.models.store import Store


Step = Callable[[int, int], object]
Row = TypeVar("Row")
_OFTEN: Final = 50
"""After so many rows the way is told, and can be stopped."""


class PeopleImportService:
    """Reads staff lists from files and from the clipboard and takes them in."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def preview(self, path: Path, step: Step | None = None) -> PeoplePreview:
        """Read a list from a .xlsx or .csv file; nothing is stored.

        `step` is told how many rows are done, of how many, and may stop the work by raising.
        Raises InputError where the file cannot be read or is no list of people.
        """
        from tdkt_desktop.imports.spreadsheet import read_spreadsheet

        return self._preview(read_spreadsheet(path), step)

    def preview_text(self, text: str) -> PeoplePreview:
        """Read a list from a copied block of cells; nothing is stored."""
        from tdkt_desktop.imports.spreadsheet import read_block

        return self._preview(read_block(text))

    def apply(
        self,
        preview: PeoplePreview,
        choices: Mapping[int, Choice] | None = None,
        step: Step | None = None,
    ) -> ImportResult:
        """Take in all rows that can be, as one undo step; if `step` raises, none is taken in.

        `choices` decide by row number; a doubtful row that nobody decided is left out, as are the
        failed ones. Raises InputError, and takes nothing in, if the store has changed meanwhile.
        """
        decided = choices or {}
        taken: Counter[RowOutcome] = Counter()
        with self._store.transaction(_("Nhập danh sách nhân sự")) as act:
            writer = _Writer(act.session)
            for row in _told(preview.rows, step):
                choice = decided.get(row.number) or _own_choice(row)
                if choice is not None and not choice.skip:
                    taken[writer.take_in(row, choice.person_id)] += 1
        return ImportResult(
            added=taken[RowOutcome.NEW],
            updated=taken[RowOutcome.UPDATE],
            unchanged=preview.counts[RowOutcome.UNCHANGED],
            left_out=sum(1 for _row in preview.left_out(decided)),
            change=act.change,
        )

    def _preview(self, spreadsheet: Spreadsheet, step: Step | None = None) -> PeoplePreview:
        from tdkt_desktop.imports.people_rows import read_people

        table = read_people(spreadsheet, _today())
        with self._store.read() as session:
            reader = ListReader(session)
            rows = tuple(reader.row(entry) for entry in _told(table.entries, step))
            new_groups = tuple(reader.new_groups(table))
        rows = tuple(_marked_collisions(rows))
        return PeoplePreview(
            source=spreadsheet.source,
            sheet=table.sheet,
            headings=table.headings,
            unknown=table.unknown,
            rows=rows,
            new_groups=new_groups,
            notes=spreadsheet.notes,
        )


def _told(rows: Sequence[Row], step: Step | None) -> Iterator[Row]:
    """Yield rows and tell now and then how far it is."""
    for done, row in enumerate(rows):
        if step is not None and done % _OFTEN == 0:
            step(done, len(rows))
        yield row


def _today() -> date:
    return datetime.now().astimezone().date()


def _own_choice(row: PreviewRow) -> Choice | None:
    """Return what happens to a row of which nobody decided anything."""
    if row.outcome is RowOutcome.NEW:
        return Choice()
    return Choice(row.person_id) if row.outcome is RowOutcome.UPDATE else None


class _Writer:
    """Writes the rows of a list into the store."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = load_ratings()
        query = select(StaffGroup).where(StaffGroup.deleted_at.is_(None))
        # Rows that nobody holds are read anew each time they are asked for.
        self._groups = {group.folded: group for group in session.scalars(query)}

    def take_in(self, row: PreviewRow, person_id: int | None) -> RowOutcome:
        """Write a row as a new person, or over the one that it is about."""
        values = row.entry.values
        person = Person() if person_id is None else find_person(self._session, person_id)
        base = PersonData("") if person_id is None else data_of(person)
        data = merged(base, values)
        if values.group_name:
            data = replace(data, group_id=self._group(group_name_of(values.group_name)))
        write_person(self._session, person, replace(data, identity_number=values.identity_number))
        if person_id is None:
            self._session.add(person)
        if row.ratings:
            self._session.flush()
            subject = Subject.of_person(person.id)
            for year, code in row.ratings:
                set_rating(self._session, self._words, subject, year, code)
        return RowOutcome.NEW if person_id is None else RowOutcome.UPDATE

    def _group(self, name: str) -> int:
        """Return the group of a name, made if it is not there."""
        folded = fold(name)
        if folded not in self._groups:
            group = new_group(self._session, name)
            self._session.flush()
            self._groups[folded] = group
        return self._groups[folded].id


def _marked_collisions(rows: tuple[PreviewRow, ...]) -> Iterator[PreviewRow]:
    """Yield the rows; the second one about the same stored person is not to be taken in."""
    first: dict[int, int] = {}
    for row in rows:
        if row.person_id is None or row.outcome is RowOutcome.FAILED:
            yield row
            continue
        number = first.setdefault(row.person_id, row.number)
        if number == row.number:
            yield row
        else:
            problem = _("cùng một người với dòng {number}").format(number=number)
            yield replace(row, outcome=RowOutcome.FAILED, problems=(problem,))
