"""Sets a round up: its nominees, who of the council votes, and who is held back from whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.models.person import Person
from tdkt_desktop.models.proposing import Nomination, NominationState
from tdkt_desktop.models.vote import Relative
from tdkt_desktop.services.candidates import candidate_of, subjects_there
from tdkt_desktop.services.council_views import role_name
from tdkt_desktop.services.nominations import find_nomination
from tdkt_desktop.services.record_views import Subject
from tdkt_desktop.services.vote_views import Conflict, Handling, HeldBack, Nominee, Part, Voter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy.orm import Session

    from tdkt_desktop.rules.vote_rules import VoteRules
    from tdkt_desktop.services.candidates import Candidate
    from tdkt_desktop.services.council_views import CouncilView, MeetingFacts


def voters_of(council: CouncilView, meeting: MeetingFacts) -> tuple[Voter, ...]:
    """Return the members of a council as they came to a meeting."""
    return tuple(
        Voter(
            seat_id=seat.id or 0,
            name=seat.name,
            position=seat.position,
            role=role_name(council.facts.kind, seat.role),
            person_id=seat.person_id,
            part=Part.VOTES if meeting.was_there(seat.id) else Part.ABSENT,
            reason=meeting.absence_reasons.get(seat.id or 0, ""),
        )
        for seat in council.members
    )


def nominees_of(session: Session, nomination_ids: Sequence[int]) -> tuple[Nominee, ...]:
    """Return nominations as nominees in order.

    Raises InputError for none at all, one that is there twice, one that was taken back, and one of
    somebody who is no longer in the lists.
    """
    if not nomination_ids:
        raise InputError(
            _("Lượt bỏ phiếu chưa có ai để xét."),
            _("Xin chọn ít nhất một người hoặc tập thể trong danh sách đề nghị."),
        )
    known = session.scalars(select(Nomination).where(Nomination.id.in_(nomination_ids))).all()
    by_id = {row.id: row for row in known if not row.in_bin}
    rows = [by_id.get(one) or find_nomination(session, one) for one in nomination_ids]
    there = subjects_there(session, (Subject(row.person_id, row.group_id) for row in rows))
    nominees = tuple(_nominee(session, row, there) for row in rows)
    seen: set[tuple[Subject, str]] = set()
    for one in nominees:
        if (one.subject, one.award) in seen:
            raise InputError(
                _("“{name}” ({award}) có hai lần trong lượt bỏ phiếu.").format(
                    name=one.name, award=one.award_name
                ),
                _("Xin bỏ bớt một dòng."),
            )
        seen.add((one.subject, one.award))
    years = {row.year for row in rows}
    if len(years) > 1:
        raise InputError(
            _("Một lượt bỏ phiếu không xét đề nghị của hai năm."),
            _("Xin mở riêng một lượt cho mỗi năm."),
        )
    return nominees


def _nominee(session: Session, row: Nomination, there: Mapping[Subject, Candidate]) -> Nominee:
    subject = Subject(row.person_id, row.group_id)
    who = there.get(subject) or candidate_of(session, subject)
    if row.state is NominationState.WITHDRAWN:
        raise InputError(
            _("“{name}” đã rút đề nghị “{award}”.").format(name=who.name, award=row.name),
            _("Xin bỏ người này khỏi lượt bỏ phiếu, hoặc đề nghị lại."),
        )
    return Nominee(row.id, who.subject, who.name, row.award, row.name, who.detail)


def conflicts_of(
    session: Session, voters: Iterable[Voter], nominees: Iterable[Nominee], rules: VoteRules
) -> tuple[HeldBack, ...]:
    """Return who should not vote on whom, with what the rules make of it."""
    voters = tuple(voters)
    groups = _groups_of(session, voters)
    relatives = _relatives_of(session, voters)
    return tuple(
        HeldBack(voter.seat_id, nominee.nomination_id, kind, rules.handling(kind), note)
        for nominee in nominees
        for voter in voters
        for kind, note in _conflict(voter, nominee, groups, relatives)
        if rules.handling(kind) is not Handling.VOTES
    )


def _conflict(
    voter: Voter,
    nominee: Nominee,
    groups: dict[int, int],
    relatives: dict[tuple[int, int], str],
) -> Iterator[tuple[Conflict, str]]:
    if voter.person_id is None:
        return
    person_id, group_id = nominee.subject.person_id, nominee.subject.group_id
    if person_id == voter.person_id:
        yield Conflict.OWN, ""
    elif person_id is not None and (voter.person_id, person_id) in relatives:
        yield Conflict.RELATIVE, relatives[voter.person_id, person_id]
    elif group_id is not None and groups.get(voter.person_id) == group_id:
        yield Conflict.GROUP, ""


def _groups_of(session: Session, voters: Iterable[Voter]) -> dict[int, int]:
    ids = [voter.person_id for voter in voters if voter.person_id is not None]
    query = select(Person.id, Person.group_id).where(Person.id.in_(ids))
    return {person_id: group_id for person_id, group_id in session.execute(query) if group_id}


def _relatives_of(session: Session, voters: Iterable[Voter]) -> dict[tuple[int, int], str]:
    ids = [voter.person_id for voter in voters if voter.person_id is not None]
    query = select(Relative).where(or_(Relative.person_id.in_(ids), Relative.other_id.in_(ids)))
    found: dict[tuple[int, int], str] = {}
    for row in session.scalars(query):
        found[row.person_id, row.other_id] = row.kind
        found[row.other_id, row.person_id] = row.kind
    return found
