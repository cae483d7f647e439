"""Reads initiatives as lists and forms show them, in a handful of queries."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import select

from tdkt_desktop.models.merit import (
    AwardRecord,
    Initiative,
    InitiativeAuthor,
    InitiativeFile,
    InitiativePart,
)
from tdkt_desktop.models.person import Person, StaffGroup
from tdkt_desktop.models.scoring import RoundEntry, ScoringRound
from tdkt_desktop.services.initiative_views import (
    AuthorView,
    FileView,
    InitiativeRow,
    Recognition,
)
from tdkt_desktop.services.record_views import AwardUse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sqlalchemy.orm import Session


def rows_of(session: Session, found: Iterable[Initiative]) -> tuple[InitiativeRow, ...]:
    """Return initiatives as lists show them, in the order they come."""
    rows = list(found)
    ids = [row.id for row in rows]
    authors, scores = authors_of(session, ids), _scores(session, ids)
    return tuple(_row(row, authors.get(row.id, ()), scores.get(row.id)) for row in rows)


def _row(row: Initiative, authors: Iterable[AuthorView], score: float | None) -> InitiativeRow:
    return InitiativeRow(
        id=row.id,
        year=row.year,
        title=row.title,
        kind=row.kind,
        field=row.field,
        authors=tuple(authors),
        state=row.state,
        score=score,
        recognition=Recognition(row.recognised, row.reach, row.number, row.decided_on, row.body),
        used_for=tuple(AwardUse(**use) for use in row.used_for),
        applied_on=row.applied_on,
    )


def authors_of(session: Session, ids: list[int]) -> dict[int, list[AuthorView]]:
    """Return the authors of initiatives, with what the school knows of its own people."""
    query = (
        select(InitiativeAuthor, Person.full_name, Person.position, StaffGroup.name)
        .outerjoin(Person, Person.id == InitiativeAuthor.person_id)
        .outerjoin(StaffGroup, StaffGroup.id == Person.group_id)
        .where(InitiativeAuthor.initiative_id.in_(ids))
        .order_by(InitiativeAuthor.place, InitiativeAuthor.id)
    )
    found: dict[int, list[AuthorView]] = defaultdict(list)
    for author, name, position, group in session.execute(query):
        view = AuthorView(
            author.person_id,
            name or author.name,
            author.share,
            (position or "") if name else author.position,
            (group or "") if name else author.workplace,
        )
        found[author.initiative_id].append(view)
    return found


def _scores(session: Session, ids: list[int]) -> dict[int, float | None]:
    """Return the averages of the last closed rounds."""
    query = (
        select(RoundEntry.initiative_id, RoundEntry.average)
        .join(ScoringRound, ScoringRound.id == RoundEntry.round_id)
        .where(ScoringRound.closed_at.is_not(None), ScoringRound.deleted_at.is_(None))
        .where(RoundEntry.initiative_id.in_(ids))
        .order_by(ScoringRound.closed_at, ScoringRound.id)
    )
    return {one.initiative_id: one.average for one in session.execute(query)}


def parts_of(session: Session, initiative_id: int) -> dict[str, str]:
    """Return the texts of an initiative by the keys of their headings."""
    query = select(InitiativePart).where(InitiativePart.initiative_id == initiative_id)
    return {row.key: row.text for row in session.scalars(query)}


def files_of(
    session: Session, initiative_id: int, has: Callable[[str], bool]
) -> tuple[FileView, ...]:
    """Return the kept files of an initiative; `has` tells whether a copy is there."""
    query = select(InitiativeFile).where(InitiativeFile.initiative_id == initiative_id)
    return tuple(
        file_view(row, there=has(row.file_sha256))
        for row in session.scalars(query.order_by(InitiativeFile.id))
    )


def file_view(row: InitiativeFile, *, there: bool) -> FileView:
    """Return what is known of a kept file."""
    return FileView(row.id, row.file_name, row.file_sha256, row.size, row.note, there)


def award_names(session: Session) -> dict[str, str]:
    """Return what the awards of people in the school's records are called, by their codes."""
    own = AwardRecord.person_id.is_not(None)
    query = select(AwardRecord.code, AwardRecord.name).where(own).order_by(AwardRecord.id)
    return {code: name for code, name in session.execute(query) if code}
