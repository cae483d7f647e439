"""Puts what a decision grants among the records of people and collectives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from tdkt_desktop.models.dossier import DossierEntry, EntryResult
from tdkt_desktop.models.merit import AwardKind, AwardRecord
from tdkt_desktop.services.dossier_reading import entries_of
from tdkt_desktop.services.record_views import AwardData
from tdkt_desktop.services.record_writing import write_award

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from sqlalchemy.orm import Session

    from tdkt_desktop.models.dossier import Dossier
    from tdkt_desktop.rules.law_book import LawBook


def grant(
    session: Session,
    dossier: Dossier,
    book: LawBook,
    granted: Collection[int] | None,
    moment: datetime,
) -> None:
    """Write an award for each nominee that a decision grants it to, and take back the others'.

    An award of the same year that is among the records already is completed, not doubled.
    """
    for entry in entries_of(session, dossier.id):
        if granted is not None and entry.id not in granted:
            _take_back(session, entry, moment)
            continue
        row = _record(session, entry, dossier.year)
        write_award(row, _award(entry, dossier, book, row))
        row.deleted_at = None
        session.add(row)
        session.flush()
        entry.record_id, entry.result = row.id, EntryResult.GRANTED


def refuse_all(session: Session, dossier_id: int, moment: datetime) -> None:
    """Say of every nominee that nothing was granted."""
    for entry in entries_of(session, dossier_id):
        _take_back(session, entry, moment)


def _take_back(session: Session, entry: DossierEntry, moment: datetime) -> None:
    """Say that a nominee got nothing; an award noted by an earlier word goes to the bin."""
    entry.result = EntryResult.REFUSED
    row = session.get(AwardRecord, entry.record_id) if entry.record_id else None
    if row is not None:
        row.deleted_at = moment


def _record(session: Session, entry: DossierEntry, year: str) -> AwardRecord:
    known = session.get(AwardRecord, entry.record_id) if entry.record_id else None
    if known is not None:
        return known
    query = select(AwardRecord).where(
        AwardRecord.person_id == entry.person_id,
        AwardRecord.group_id == entry.group_id,
        AwardRecord.year == year,
        AwardRecord.deleted_at.is_(None),
        AwardRecord.code == entry.award if entry.award else AwardRecord.name == entry.name,
    )
    found = session.scalars(query).first()
    return found or AwardRecord(person_id=entry.person_id, group_id=entry.group_id)


def _award(entry: DossierEntry, dossier: Dossier, book: LawBook, row: AwardRecord) -> AwardData:
    award = book.awards.get(entry.award)
    is_title = award is not None and award.kind == AwardKind.TITLE.value
    return AwardData(
        kind=AwardKind.TITLE if is_title else AwardKind.COMMENDATION,
        name=entry.name,
        year=dossier.year,
        code=entry.award,
        level=award.level if award else row.level or "",
        number=dossier.number,
        decided_on=dossier.decided_on,
        body=dossier.body,
        thematic=row.thematic or False,
        note=row.note or "",
    )
