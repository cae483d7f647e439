"""What people and collectives have earned: yearly ratings, awards, initiatives.

A row of a rating or an award belongs to one person (`person_id`) or to one collective
(`group_id`), never to both. Years are written "2025-2026" for a school year, "2025" for a year of
work. Codes are those of the law's data; the words beside them are those of their time.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from tdkt_desktop.models.base import Binned, JsonList, LongText, Record, choice_of


class AwardKind(StrEnum):
    """The two kinds that the law keeps apart; the stored values are stable."""

    TITLE = "title"
    COMMENDATION = "commendation"


class WorkKind(StrEnum):
    """An initiative, or a piece of research that counts beside it; the stored values are stable."""

    INITIATIVE = "initiative"
    SCIENCE = "science"


class InitiativeState(StrEnum):
    """How far an initiative has come; the stored values are stable."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    SCORED = "scored"
    RECOGNISED = "recognised"
    REFUSED = "refused"


class Rating(Binned, Record):
    """How a year's work was rated: the code, and the words of that time."""

    __tablename__ = "rating"

    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    group_id: Mapped[int | None] = mapped_column(ForeignKey("staff_group.id"), index=True)
    year: Mapped[str] = mapped_column(index=True)
    code: Mapped[str]
    words: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class AwardRecord(Binned, Record):
    """A title or a commendation received.

    `name` is what it was called on its day, `level` who grants it (a code of the law's data),
    `thematic` marks a commendation by theme or for a sudden merit. A revoked one keeps its row and
    says why in `revoked_reason`.
    """

    __tablename__ = "award_record"

    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    group_id: Mapped[int | None] = mapped_column(ForeignKey("staff_group.id"), index=True)
    kind: Mapped[AwardKind] = mapped_column(choice_of(AwardKind))
    code: Mapped[str] = mapped_column(default="", index=True)
    name: Mapped[str]
    year: Mapped[str] = mapped_column(index=True)
    level: Mapped[str] = mapped_column(default="")
    number: Mapped[str] = mapped_column(default="")
    decided_on: Mapped[date | None]
    body: Mapped[str] = mapped_column(default="")
    thematic: Mapped[bool] = mapped_column(default=False)
    revoked: Mapped[bool] = mapped_column(default=False)
    revoked_reason: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class Initiative(Binned, Record):
    """An initiative or a piece of research.

    `recognised` is the level that recognised (accepted) it, `reach` how far its effect was
    confirmed, both empty where that has not happened. `used_for` lists `{"award", "year"}`.
    `applied_on` is the day it was first used or tried, `sketch` what finds texts like its own.
    """

    __tablename__ = "initiative"

    title: Mapped[str]
    folded: Mapped[str] = mapped_column(default="")
    kind: Mapped[WorkKind] = mapped_column(choice_of(WorkKind), default=WorkKind.INITIATIVE)
    field: Mapped[str] = mapped_column(default="")
    year: Mapped[str] = mapped_column(index=True)
    state: Mapped[InitiativeState] = mapped_column(
        choice_of(InitiativeState), default=InitiativeState.DRAFT
    )
    applied_on: Mapped[date | None]
    recognised: Mapped[str] = mapped_column(default="")
    reach: Mapped[str] = mapped_column(default="")
    number: Mapped[str] = mapped_column(default="")
    decided_on: Mapped[date | None]
    body: Mapped[str] = mapped_column(default="")
    used_for: Mapped[JsonList]
    notes: Mapped[LongText]
    sketch: Mapped[LongText] = mapped_column(deferred=True)


class InitiativeAuthor(Record):
    """A part in an initiative: a person of the school, or the `name` of somebody outside.

    `share` is in per cent; None where nobody has said. `position` and `workplace` are those of
    somebody outside; a person of the school has them among the people.
    """

    __tablename__ = "initiative_author"

    initiative_id: Mapped[int] = mapped_column(ForeignKey("initiative.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    name: Mapped[str] = mapped_column(default="")
    share: Mapped[float | None]
    place: Mapped[int] = mapped_column(default=0)
    position: Mapped[str] = mapped_column(default="")
    workplace: Mapped[str] = mapped_column(default="")


class InitiativePart(Record):
    """The text under one heading of an initiative's description; `key` names the heading."""

    __tablename__ = "initiative_part"

    initiative_id: Mapped[int] = mapped_column(ForeignKey("initiative.id"), index=True)
    key: Mapped[str]
    text: Mapped[LongText]


class InitiativeFile(Record):
    """A file that belongs to an initiative, copied into the store."""

    __tablename__ = "initiative_file"

    initiative_id: Mapped[int] = mapped_column(ForeignKey("initiative.id"), index=True)
    file_name: Mapped[str]
    file_sha256: Mapped[str]
    size: Mapped[int]
    note: Mapped[str] = mapped_column(default="")
