"""Rows of rounds: found, shown, numbered, and which of them correct others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.models.vote import VoteRound
from tdkt_desktop.services.vote_views import (
    Ballots,
    RoundView,
    Teller,
    held_back_of,
    nominee_of,
    voter_of,
)

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def round_of(row: VoteRound, corrected_by: int | None) -> RoundView:
    """Return a round as it is shown."""
    return RoundView(
        id=row.id,
        meeting_id=row.meeting_id,
        year=row.year,
        number=row.number,
        method=row.method,
        nominees=tuple(map(nominee_of, row.nominees)),
        voters=tuple(map(voter_of, row.voters)),
        held_back=tuple(map(held_back_of, row.held_back)),
        tellers=tuple(Teller(**one) for one in row.tellers),
        ballots=Ballots(row.issued, row.returned, row.valid, row.invalid),
        corrects_id=row.corrects_id,
        reason=row.reason,
        closed_at=row.closed_at,
        corrected_by=corrected_by,
    )


def find_round(session: Session, round_id: int) -> VoteRound:
    """Return the row of a round; raises InputError where there is none."""
    row = session.get(VoteRound, round_id)
    if row is None or row.in_bin:
        raise InputError(
            _("Không có lượt bỏ phiếu số {id}.").format(id=round_id),
            _("Xin xem danh sách lượt bỏ phiếu của cuộc họp."),
        )
    return row


def find_open(session: Session, round_id: int) -> VoteRound:
    """Return the row of a round; raises InputError where it is closed."""
    row = find_round(session, round_id)
    if row.closed_at is not None:
        raise InputError(
            _("Lượt bỏ phiếu {number} đã chốt kết quả nên không sửa được nữa.").format(
                number=row.number
            ),
            _("Nếu có sai sót, xin mở lượt đính chính và ghi rõ lý do."),
        )
    return row


def corrections(session: Session) -> dict[int, int]:
    """Return the rounds that are corrected, each with the round that corrects it."""
    query = select(VoteRound.corrects_id, VoteRound.id).where(
        VoteRound.corrects_id.is_not(None), VoteRound.deleted_at.is_(None)
    )
    return {old: new for old, new in session.execute(query) if old is not None}


def require_newest(session: Session, row: VoteRound) -> None:
    """Raise InputError where a round corrects this one already."""
    if row.id in corrections(session):
        raise InputError(
            _("Lượt bỏ phiếu này đã có lượt đính chính."),
            _("Xin sửa trong lượt đính chính, hoặc đính chính lượt mới nhất."),
        )


def next_number(session: Session, meeting_id: int) -> int:
    """Return the number that the next round of a meeting gets."""
    query = select(func.max(VoteRound.number)).where(
        VoteRound.meeting_id == meeting_id, VoteRound.deleted_at.is_(None)
    )
    return (session.scalar(query) or 0) + 1
