"""Who may be registered, reviewed and nominated in a year: the people and the collectives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.models.person import GroupKind, Person, StaffGroup
from tdkt_desktop.services.record_views import Subject
from tdkt_desktop.services.years import days_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person or a collective as lists name them; of a collective `position` is empty.

    `group_id` is the group that a person works in, or the collective itself.
    """

    subject: Subject
    name: str
    position: str = ""
    group_id: int | None = None
    group_name: str = ""
    female: bool | None = None
    whole_school: bool = False

    @property
    def is_person(self) -> bool:
        """Tell whether this is a person."""
        return self.subject.person_id is not None

    @property
    def detail(self) -> str:
        """Position and group, as lists print them in one cell."""
        return ", ".join(part for part in (self.position, self.group_name) if part)


def candidates_of(
    session: Session, year: str, group_id: int | None = None
) -> tuple[Candidate, ...]:
    """Return who was at the school in a year: groups in their order, each before its people."""
    groups = _groups(session)
    people = [row for row in _people(session) if _was_there(row, *days_of(year))]
    if group_id is not None:
        groups = [group for group in groups if group.id == group_id]
        people = [row for row in people if row.group_id == group_id]
    found: list[Candidate] = []
    for group in groups:
        found.append(_of_group(group))
        found += [_of_person(row, group) for row in people if row.group_id == group.id]
    if group_id is None:
        known = {group.id for group in groups}
        found += [_of_person(row, None) for row in people if row.group_id not in known]
    return tuple(found)


def candidate_of(session: Session, subject: Subject) -> Candidate:
    """Return one person or collective; raises InputError for one that is not, or is removed."""
    if subject.person_id is not None:
        row = session.get(Person, subject.person_id)
        if row is not None and not row.in_bin:
            group = session.get(StaffGroup, row.group_id) if row.group_id else None
            return _of_person(row, group if group and not group.in_bin else None)
        name = row.full_name if row is not None else f"số {subject.person_id}"
        raise InputError(
            _("“{name}” không còn trong danh sách nhân sự.").format(name=name),
            _("Xin lấy lại người này từ thùng rác, hoặc chọn người khác."),
        )
    found = session.get(StaffGroup, subject.group_id) if subject.group_id is not None else None
    if found is not None and not found.in_bin:
        return _of_group(found)
    raise InputError(
        _("Tập thể này không còn trong danh sách tổ."),
        _("Xin lấy lại tập thể từ thùng rác, hoặc chọn tập thể khác."),
    )


def subjects_there(session: Session, subjects: Iterable[Subject]) -> dict[Subject, Candidate]:
    """Return those of the subjects that are still in the lists."""
    wanted = set(subjects)
    groups = {group.id: group for group in _groups(session)}
    everybody = [_of_group(group) for group in groups.values()]
    everybody += [_of_person(row, groups.get(row.group_id or 0)) for row in _people(session)]
    return {one.subject: one for one in everybody if one.subject in wanted}


def _groups(session: Session) -> list[StaffGroup]:
    rows = session.scalars(select(StaffGroup).where(StaffGroup.deleted_at.is_(None)))
    return sorted(rows, key=lambda group: (group.place, group.id))


def _people(session: Session) -> list[Person]:
    query = select(Person).where(Person.deleted_at.is_(None)).order_by(Person.name_key, Person.id)
    return list(session.scalars(query))


def _was_there(row: Person, first: date, last: date) -> bool:
    if row.hired_on is not None and row.hired_on > last:
        return False
    if row.left_on is None or row.left_on >= first:
        return True
    return row.returned_on is not None and row.left_on <= row.returned_on <= last


def _of_group(group: StaffGroup) -> Candidate:
    whole = group.kind is GroupKind.SCHOOL
    return Candidate(Subject.of_group(group.id), group.name, "", group.id, "", None, whole)


def _of_person(row: Person, group: StaffGroup | None) -> Candidate:
    return Candidate(
        Subject.of_person(row.id),
        row.full_name,
        row.position,
        row.group_id,
        group.name if group else "",
        row.sex.value == "F" if row.sex else None,
    )
