"""Reads dossiers, their nominees with the council's count, and who may still go into one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from tdkt_desktop.errors import InputError
from tdkt_desktop.models.dossier import Dossier, DossierEntry
from tdkt_desktop.models.proposing import Nomination, NominationState, VoteOutcome
from tdkt_desktop.services.candidates import subjects_there
from tdkt_desktop.services.dossier_views import EntryView, Proposable, VoteSum, view_of
from tdkt_desktop.services.record_views import Subject
from tdkt_desktop.services.years import days_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy.orm import Session

    from tdkt_desktop.services.award_words import AwardWords
    from tdkt_desktop.services.dossier_views import DossierView
    from tdkt_desktop.services.votes import VoteService


def entries_of(session: Session, dossier_id: int) -> list[DossierEntry]:
    """Return the rows of a dossier's nominees in their order."""
    query = select(DossierEntry).where(DossierEntry.dossier_id == dossier_id)
    return list(session.scalars(query.order_by(DossierEntry.place, DossierEntry.id)))


def view(session: Session, row: Dossier, votes: VoteService) -> DossierView:
    """Return a dossier with its nominees and what the council's counts say of them."""
    rows = entries_of(session, row.id)
    nominations = _nominations(session, rows)
    there = subjects_there(session, map(subject_of_entry, rows))
    sums = _sums({one.round_id for one in nominations.values() if one.round_id}, votes)
    found = []
    for one in rows:
        nomination = nominations.get(one.nomination_id or 0)
        subject = subject_of_entry(one)
        found.append(
            EntryView(
                id=one.id,
                nomination_id=one.nomination_id,
                subject=subject,
                candidate=there.get(subject),
                award=one.award,
                name=one.name,
                result=one.result,
                record_id=one.record_id,
                prize=one.prize,
                note=one.note,
                override_reason=nomination.override_reason if nomination else "",
                vote=sums.get(one.nomination_id or 0),
            )
        )
    return view_of(row, tuple(found))


def subject_of_entry(row: DossierEntry) -> Subject:
    """Return who a nominee is."""
    return Subject(row.person_id, row.group_id)


def proposable_of(session: Session, year: str, awards: AwardWords) -> tuple[Proposable, ...]:
    """Return who passed, in the council's order; whoever is sent for a higher award comes twice."""
    query = select(Nomination).where(
        Nomination.year == year,
        Nomination.deleted_at.is_(None),
        Nomination.state == NominationState.PROPOSED,
        Nomination.outcome.in_((VoteOutcome.PASSED, VoteOutcome.LOWER, VoteOutcome.HIGHER)),
    )
    rows = session.scalars(query.order_by(Nomination.place, Nomination.id)).all()
    there = subjects_there(session, (Subject(row.person_id, row.group_id) for row in rows))
    taken = _taken(session, year)
    found: dict[tuple[Subject, str], Proposable] = {}
    for row in rows:
        subject = Subject(row.person_id, row.group_id)
        for award, name in _passed(row, awards):
            if subject in there and (subject, award) not in found:
                found[subject, award] = Proposable(
                    row.id, there[subject], award, name, taken.get((subject, award))
                )
    return tuple(found.values())


def _passed(row: Nomination, awards: AwardWords) -> Iterator[tuple[str, str]]:
    """Yield the awards that a nomination may be proposed for after its vote."""
    if row.outcome in (VoteOutcome.PASSED, VoteOutcome.HIGHER):
        yield row.award, row.name
    if row.outcome in (VoteOutcome.LOWER, VoteOutcome.HIGHER) and row.outcome_award:
        yield row.outcome_award, awards.name(row.outcome_award, days_of(row.year)[1])


def _taken(session: Session, year: str) -> dict[tuple[Subject, str], int]:
    query = (
        select(DossierEntry)
        .join(Dossier, Dossier.id == DossierEntry.dossier_id)
        .where(Dossier.year == year, Dossier.deleted_at.is_(None))
    )
    rows = session.scalars(query)
    return {(subject_of_entry(row), row.award): row.dossier_id for row in rows}


def _nominations(session: Session, rows: Iterable[DossierEntry]) -> dict[int, Nomination]:
    ids = [row.nomination_id for row in rows if row.nomination_id]
    query = select(Nomination).where(Nomination.id.in_(ids))
    return {row.id: row for row in session.scalars(query)}


def _sums(round_ids: Iterable[int], votes: VoteService) -> dict[int, VoteSum]:
    """Return the counts of closed rounds by the ids of the nominations."""
    found: dict[int, VoteSum] = {}
    for round_id in round_ids:
        try:
            count = votes.closed(round_id)
        except InputError:
            continue
        for one in count.results:
            nominee = one.nominee
            found[nominee.nomination_id] = VoteSum(
                nominee.yes or 0, one.base, one.percent, one.share, round_id
            )
    return found
