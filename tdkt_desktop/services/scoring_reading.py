"""Reads rounds of scoring as pages and documents show them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from tdkt_desktop.models.council import CouncilRole, Meeting
from tdkt_desktop.models.merit import Initiative
from tdkt_desktop.models.scoring import RoundEntry, ScoreSheet, ScoringRound
from tdkt_desktop.rules.initiative_rules import CriteriaSheet, criteria_of
from tdkt_desktop.services.initiative_reading import rows_of
from tdkt_desktop.services.score_results import result_of
from tdkt_desktop.services.scoring_views import EntryView, Judge, RoundFacts, RoundView
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from tdkt_desktop.services.initiative_views import InitiativeRow


def rounds_of(
    session: Session, found: Iterable[ScoringRound], usual: CriteriaSheet
) -> tuple[RoundView, ...]:
    """Return rounds with their entries; `usual` is the sheet that the school scores by now."""
    rows = list(found)
    entries = _entries(session, [row.id for row in rows])
    sheets = _sheets(session, [one.id for many in entries.values() for one in many])
    ids = {one.initiative_id for many in entries.values() for one in many}
    works = rows_of(session, session.scalars(select(Initiative).where(Initiative.id.in_(ids))))
    known = {work.id: work for work in works}
    later = _corrections(session)
    return tuple(
        _round(session, row, entries.get(row.id, []), sheets, known, usual, later.get(row.id))
        for row in rows
    )


def judge_values(judge: Judge) -> dict[str, Any]:
    """Return a judge as a round keeps one."""
    return {
        "member": judge.member,
        "person": judge.person,
        "name": judge.name,
        "position": judge.position,
        "role": judge.role.value,
    }


def _judge(values: dict[str, Any]) -> Judge:
    role = CouncilRole(values.get("role", CouncilRole.MEMBER.value))
    known = {key: values.get(key) for key in ("member", "person")}
    return Judge(**known, name=values["name"], position=values.get("position", ""), role=role)


def _round(
    session: Session,
    row: ScoringRound,
    entries: list[RoundEntry],
    sheets: dict[int, list[ScoreSheet]],
    works: dict[int, InitiativeRow],
    usual: CriteriaSheet,
    corrected_by: int | None,
) -> RoundView:
    judges = tuple(map(_judge, row.judges))
    sheet = CriteriaSheet(usual.name, criteria_of(row.criteria), row.pass_mark, usual.far)
    return RoundView(
        id=row.id,
        year=row.year,
        facts=_facts(row, session.get(Meeting, row.meeting_id) if row.meeting_id else None),
        council_id=row.council_id,
        meeting_id=row.meeting_id,
        sheet=sheet,
        judges=judges,
        entries=tuple(
            _entry(one, works[one.initiative_id], sheets.get(one.id, []), judges, sheet)
            for one in entries
        ),
        closed_at=row.closed_at,
        corrects=row.corrects,
        corrected_by=corrected_by,
        reason=row.reason,
    )


def _facts(row: ScoringRound, meeting: Meeting | None) -> RoundFacts:
    if meeting is None:
        return RoundFacts(row.name, row.held_on, notes=row.notes)
    return RoundFacts(
        row.name, row.held_on, meeting.starts_at, meeting.ends_at, meeting.venue, row.notes
    )


def _entry(
    row: RoundEntry,
    work: InitiativeRow,
    sheets: list[ScoreSheet],
    judges: tuple[Judge, ...],
    sheet: CriteriaSheet,
) -> EntryView:
    barred = frozenset(place for place, judge in enumerate(judges) if _is_author(judge, work))
    points = {one.judge: dict(one.points) for one in sheets}
    result = result_of(sheet, range(len(judges)), points, barred)
    return EntryView(
        id=row.id,
        initiative=work,
        points=points,
        remarks={one.judge: one.note for one in sheets if one.note},
        barred=barred,
        result=result,
        outcome=row.outcome,
        conclusion=row.conclusion,
        average=row.average if row.average is not None else result.average,
    )


def _is_author(judge: Judge, work: InitiativeRow) -> bool:
    """Tell whether a judge has a part in a work, by id, or by name where one is from outside."""
    return any(
        one.person_id == judge.person
        if one.person_id is not None and judge.person is not None
        else fold(one.name) == fold(judge.name)
        for one in work.authors
    )


def _entries(session: Session, ids: list[int]) -> dict[int, list[RoundEntry]]:
    found: dict[int, list[RoundEntry]] = defaultdict(list)
    query = select(RoundEntry).where(RoundEntry.round_id.in_(ids))
    for row in session.scalars(query.order_by(RoundEntry.place, RoundEntry.id)):
        found[row.round_id].append(row)
    return found


def _sheets(session: Session, ids: list[int]) -> dict[int, list[ScoreSheet]]:
    found: dict[int, list[ScoreSheet]] = defaultdict(list)
    query = select(ScoreSheet).where(ScoreSheet.entry_id.in_(ids)).order_by(ScoreSheet.judge)
    for row in session.scalars(query):
        found[row.entry_id].append(row)
    return found


def _corrections(session: Session) -> dict[int, int]:
    query = select(ScoringRound.corrects, ScoringRound.id).where(
        ScoringRound.corrects.is_not(None), ScoringRound.deleted_at.is_(None)
    )
    return {old: new for old, new in session.execute(query) if old is not None}
