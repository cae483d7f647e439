"""Use cases about people: they come, change, leave, return, and go to the bin."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.models.merit import AwardRecord, InitiativeAuthor, Rating
from tdkt_desktop.models.person import Person, StaffGroup
from tdkt_desktop.models.proposing import Nomination, Registration
from tdkt_desktop.models.removal import remove_for_good
from tdkt_desktop.services.people_views import PersonData, PersonRow, PersonView, data_of, masked
from tdkt_desktop.services.person_writing import write_person
from tdkt_desktop.services.record_reading import history_of
from tdkt_desktop.services.record_views import Subject

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from tdkt_desktop.models.changes import Change
    from tdkt_desktop.models.store import Store

_COLUMNS = (
    Person.id, Person.full_name, Person.name_key, Person.folded, Person.birth_date, Person.sex,
    Person.identity_number, Person.group_id, Person.position, Person.job_title,
    Person.party_member, Person.manager, Person.sector_since, Person.hired_on, Person.left_on,
    Person.returned_on,
)  # fmt: skip
_IDENTITY, _GROUP = 6, 7
"""The places of the two columns that a list does not show as they are."""


class PeopleService:
    """Keeps people; each method that changes something is one act and one undo step."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # --- asking ---

    def rows(self, *, in_bin: bool = False) -> tuple[PersonRow, ...]:
        """Return all people as lists show them, by given name; see `people_lists` for filters."""
        wanted = Person.deleted_at.is_not(None) if in_bin else Person.deleted_at.is_(None)
        query = select(*_COLUMNS).where(wanted).order_by(Person.name_key)
        with self._store.read() as session:
            groups = _group_names(session)
            return tuple(_row(found, groups) for found in session.execute(query))

    def person(self, person_id: int) -> PersonView:
        """Return a person with their history; raises InputError where there is none of that id."""
        with self._store.read() as session:
            person = find_person(session, person_id)
            group = session.get(StaffGroup, person.group_id) if person.group_id else None
            return PersonView(
                id=person.id,
                data=data_of(person),
                group_name=group.name if group else "",
                identity=masked(person.identity_number),
                history=history_of(session, Subject.of_person(person.id)),
            )

    def identity_number(self, person_id: int) -> str:
        """Return the whole identity number, for somebody who has asked to see it."""
        with self._store.read() as session:
            return find_person(session, person_id).identity_number

    # --- changing ---

    def add(self, data: PersonData) -> int:
        """Store a new person and return the id; raises InputError for what cannot be."""
        with self._store.transaction(_("Thêm người")) as act:
            person = Person()
            write_person(act.session, person, data)
            act.session.add(person)
            act.session.flush()
        return person.id

    def save(self, person_id: int, data: PersonData) -> Change:
        """Store what a form says about a person."""
        with self._store.transaction(_("Sửa hồ sơ cá nhân")) as act:
            write_person(act.session, find_person(act.session, person_id), data)
        return act.change

    def move(self, person_ids: Iterable[int], group_id: int | None) -> Change:
        """Put people into a group, or into none."""
        with self._store.transaction(_("Chuyển tổ")) as act:
            for person in _all(act.session, person_ids):
                person.group_id = group_id
        return act.change

    def mark_left(self, person_ids: Iterable[int], day: date, reason: str = "") -> Change:
        """Say that people left the school on a day: retired, moved away."""
        with self._store.transaction(_("Ghi ngày nghỉ, chuyển đi")) as act:
            for person in _all(act.session, person_ids):
                if person.hired_on is not None and day < person.hired_on:
                    raise InputError(
                        _("{name} về trường sau ngày nghỉ đã ghi.").format(name=person.full_name),
                        _("Xin xem lại hai ngày này."),
                    )
                person.left_on, person.left_reason, person.returned_on = day, reason, None
        return act.change

    def mark_returned(self, person_ids: Iterable[int], day: date) -> Change:
        """Say that people who had left came back on a day."""
        with self._store.transaction(_("Ghi ngày trở lại")) as act:
            for person in _all(act.session, person_ids):
                if person.left_on is None or day < person.left_on:
                    raise InputError(
                        _("{name} chưa có ngày nghỉ trước ngày trở lại.").format(
                            name=person.full_name
                        ),
                        _("Xin ghi ngày nghỉ trước."),
                    )
                person.returned_on = day
        return act.change

    # --- the bin ---

    def throw_away(self, person_ids: Iterable[int]) -> Change:
        """Put people into the bin; their records stay with them."""
        with self._store.transaction(_("Xoá người")) as act:
            for person in _all(act.session, person_ids):
                person.deleted_at = datetime.now(UTC)
        return act.change

    def bring_back(self, person_ids: Iterable[int]) -> Change:
        """Take people out of the bin."""
        with self._store.transaction(_("Lấy lại người đã xoá")) as act:
            for person in _all(act.session, person_ids, in_bin=True):
                person.deleted_at = None
        return act.change

    def remove_for_good(self, person_ids: Iterable[int]) -> Change:
        """Remove people in the bin with their records; only a back-up can bring them back.

        An initiative stays; it keeps the name of the author.
        """
        with self._store.transaction(_("Xoá hẳn người"), undoable=False) as act:
            for person in _all(act.session, person_ids, in_bin=True):
                _let_go(act.session, person)
                remove_for_good(act.session, person)
        return act.change


def find_person(session: Session, person_id: int, *, in_bin: bool = False) -> Person:
    """Return the row of a person; raises InputError where there is none."""
    person = session.get(Person, person_id)
    if person is None or person.in_bin != in_bin:
        raise InputError(
            _("Không có người số {id}.").format(id=person_id),
            _("Người này có thể đã được xoá; xin xem lại danh sách."),
        )
    return person


def _all(session: Session, person_ids: Iterable[int], *, in_bin: bool = False) -> list[Person]:
    return [find_person(session, person_id, in_bin=in_bin) for person_id in person_ids]


def _let_go(session: Session, person: Person) -> None:
    """Remove what is a person's own, and leave the name at the initiatives.

    A closed vote keeps its snapshot, and the name in it.
    """
    for table in (Rating, AwardRecord, Registration, Nomination):
        for row in session.scalars(select(table).where(table.person_id == person.id)):
            session.delete(row)
    parts = select(InitiativeAuthor).where(InitiativeAuthor.person_id == person.id)
    for part in session.scalars(parts):
        part.name = part.name or person.full_name
        part.person_id = None


def _group_names(session: Session) -> dict[int, tuple[str, int]]:
    """Return the groups' names and places in the school's order, those in the bin left out."""
    query = select(StaffGroup).where(StaffGroup.deleted_at.is_(None))
    groups = sorted(session.scalars(query), key=lambda group: (group.place, group.id))
    return {group.id: (group.name, place) for place, group in enumerate(groups)}


def _row(found: Any, groups: dict[int, tuple[str, int]]) -> PersonRow:
    """Return a row of a list; the columns stand in the order of its fields.

    Taken by place and not by name, since there may be thousands.
    """
    group_id = found[_GROUP]
    name, place = groups.get(group_id, ("", len(groups)))
    before, after = found[:_IDENTITY], found[_GROUP + 1 :]
    values: list[Any] = [*before, masked(found[_IDENTITY]), group_id, name, place, *after]
    return PersonRow(*values)
