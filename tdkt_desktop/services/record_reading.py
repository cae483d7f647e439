"""Reads the records of one person or collective, or of everybody, in a handful of queries."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from tdkt_desktop.models.merit import AwardRecord, Initiative, InitiativeAuthor, Rating
from tdkt_desktop.models.person import Discipline, Leave
from tdkt_desktop.services.record_views import (
    History,
    Subject,
    award_view,
    discipline_view,
    initiative_view,
    leave_view,
    rating_view,
    subject_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session


def history_of(session: Session, subject: Subject, *, in_bin: bool = False) -> History:
    """Return all records of one person or collective that are kept, or that are in the bin."""
    return dict(histories_of(session, subject, in_bin=in_bin)).get(subject, History())


def histories_of(
    session: Session, one: Subject | None = None, *, in_bin: bool = False
) -> Iterator[tuple[Subject, History]]:
    """Yield the records by their subject, of one or of all; a handful of queries in any case."""
    ratings = _by_subject(_rows(session, Rating, one, in_bin=in_bin), rating_view)
    awards = _by_subject(_rows(session, AwardRecord, one, in_bin=in_bin), award_view)
    leaves = _by_person(_rows(session, Leave, one, in_bin=in_bin), leave_view)
    disciplines = _by_person(_rows(session, Discipline, one, in_bin=in_bin), discipline_view)
    initiatives = _initiatives(session, one, in_bin=in_bin)
    for subject in {*ratings, *awards, *leaves, *disciplines, *initiatives}:
        yield (
            subject,
            History(
                ratings=tuple(ratings.get(subject, ())),
                awards=tuple(awards.get(subject, ())),
                initiatives=tuple(initiatives.get(subject, ())),
                leaves=tuple(leaves.get(subject, ())),
                disciplines=tuple(disciplines.get(subject, ())),
            ),
        )


def _rows(session: Session, table: Any, one: Subject | None, *, in_bin: bool) -> Iterable[Any]:
    """Return the rows of one subject or of all, the newest first."""
    query = select(table).where(table.deleted_at.is_not(None) == in_bin)
    if one is not None and one.person_id is not None:
        query = query.where(table.person_id == one.person_id)
    elif one is not None:
        if not hasattr(table, "group_id"):
            return ()
        query = query.where(table.group_id == one.group_id)
    newest = table.starts_on if hasattr(table, "starts_on") else table.year
    return session.scalars(query.order_by(newest.desc(), table.id.desc()))


def _by_subject(rows: Iterable[Any], view: Any) -> dict[Subject, list[Any]]:
    found: dict[Subject, list[Any]] = defaultdict(list)
    for row in rows:
        found[subject_of(row)].append(view(row))
    return found


def _by_person(rows: Iterable[Any], view: Any) -> dict[Subject, list[Any]]:
    found: dict[Subject, list[Any]] = defaultdict(list)
    for row in rows:
        found[Subject.of_person(row.person_id)].append(view(row))
    return found


def _initiatives(
    session: Session, one: Subject | None, *, in_bin: bool
) -> dict[Subject, list[Any]]:
    """Return the initiatives by each of their authors in the school."""
    if one is not None and one.person_id is None:
        return {}
    parts = _authors(session, one.person_id if one else None)
    query = select(Initiative).where(Initiative.deleted_at.is_not(None) == in_bin)
    if one is not None:
        query = query.where(Initiative.id.in_(parts))
    found: dict[Subject, list[Any]] = defaultdict(list)
    for row in session.scalars(query.order_by(Initiative.year.desc(), Initiative.id.desc())):
        own = parts.get(row.id, [])
        view = initiative_view(row, own)
        for person_id in {part.person_id for part in own}:
            if person_id is not None:
                found[Subject.of_person(person_id)].append(view)
    return found


def _authors(session: Session, person_id: int | None) -> dict[int, list[InitiativeAuthor]]:
    """Return all authors of each initiative, or of those that a person has a part in."""
    query = select(InitiativeAuthor)
    if person_id is not None:
        own: ColumnElement[bool] = InitiativeAuthor.initiative_id.in_(
            select(InitiativeAuthor.initiative_id).where(InitiativeAuthor.person_id == person_id)
        )
        query = query.where(own)
    found: dict[int, list[InitiativeAuthor]] = defaultdict(list)
    for part in session.scalars(query.order_by(InitiativeAuthor.place, InitiativeAuthor.id)):
        found[part.initiative_id].append(part)
    return found
