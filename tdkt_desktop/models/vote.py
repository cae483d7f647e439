"""Votes of the council, and who is related to whom, which decides who may vote on whom."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from tdkt_desktop.models.base import Binned, JsonList, JsonObject, Record, choice_of
from tdkt_desktop.models.seal import SEALS


class VoteMethod(StrEnum):
    """How the council votes: on paper in secret, or openly; the stored values are stable."""

    SECRET = "secret"
    OPEN = "open"


class VoteRound(Binned, Record):
    """One round of voting at a meeting; once `closed_at` is set the row never changes again.

    `nominees`, `voters`, `held_back` and `tellers` are lists in order, as `services.vote_views`
    writes them. `snapshot` is the whole closed count with its rules and members, from which all
    its documents are drawn. `corrects_id` is the closed round that this one corrects.
    """

    __tablename__ = "vote_round"

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    year: Mapped[str] = mapped_column(index=True)
    number: Mapped[int] = mapped_column(default=1)
    method: Mapped[VoteMethod] = mapped_column(choice_of(VoteMethod), default=VoteMethod.SECRET)
    nominees: Mapped[JsonList]
    voters: Mapped[JsonList]
    held_back: Mapped[JsonList]
    tellers: Mapped[JsonList]
    issued: Mapped[int | None]
    returned: Mapped[int | None]
    valid: Mapped[int | None]
    invalid: Mapped[int | None]
    corrects_id: Mapped[int | None] = mapped_column(ForeignKey("vote_round.id"), index=True)
    reason: Mapped[str] = mapped_column(default="")
    closed_at: Mapped[datetime | None] = mapped_column(default=None, info={SEALS: True})
    snapshot: Mapped[JsonObject]


class Relative(Record):
    """Two people of the school who are related; `kind` says how ("vợ chồng")."""

    __tablename__ = "relative"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    other_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    kind: Mapped[str] = mapped_column(default="")
