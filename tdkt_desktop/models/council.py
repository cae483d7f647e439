"""Councils of the school, who sits in them, what each is charged with, and their meetings."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from tdkt_desktop.models.base import (
    Binned,
    JsonList,
    JsonObject,
    Lines,
    LongText,
    Record,
    choice_of,
)


class CouncilKind(StrEnum):
    """The councils of the emulation work; the stored values are stable."""

    EMULATION = "thi-dua"
    INITIATIVE = "sang-kien"
    TALLY = "kiem-phieu"


class CouncilRole(StrEnum):
    """What somebody is in a council, the highest first; the stored values are stable."""

    CHAIR = "chair"
    VICE_CHAIR = "vice-chair"
    SECRETARY = "secretary"
    STANDING = "standing"
    MEMBER = "member"


class DutyKind(StrEnum):
    """What a duty is about; the stored values are stable."""

    AREA = "area"
    GROUP = "group"
    MOVEMENT = "movement"
    TASK = "task"


class Council(Binned, Record):
    """A council of a year, made by a decision.

    `year` is the calendar year in which its working year begins. `cloned_from` is the council of an
    earlier year that it was copied from.
    """

    __tablename__ = "council"

    kind: Mapped[CouncilKind] = mapped_column(choice_of(CouncilKind))
    year: Mapped[int] = mapped_column(index=True)
    school_year: Mapped[str | None]
    name: Mapped[str] = mapped_column(default="")
    decision_number: Mapped[str] = mapped_column(default="")
    decided_on: Mapped[date | None]
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    cloned_from: Mapped[int | None] = mapped_column(ForeignKey("council.id"))
    notes: Mapped[LongText]


class CouncilMember(Record):
    """A seat in a council.

    `name` and `position` are as the decision writes them, so that they stay when the person leaves;
    who comes from outside has no `person_id`.
    """

    __tablename__ = "council_member"

    council_id: Mapped[int] = mapped_column(ForeignKey("council.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    name: Mapped[str] = mapped_column(default="")
    position: Mapped[str] = mapped_column(default="")
    role: Mapped[CouncilRole] = mapped_column(choice_of(CouncilRole), default=CouncilRole.MEMBER)
    place: Mapped[int] = mapped_column(default=0)
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(default="")


class Duty(Record):
    """One thing that a member is charged with; `library_key` is the usual duty it was taken from.

    A duty may speak of a group that the member follows, of a movement, or of a task.
    """

    __tablename__ = "duty"

    member_id: Mapped[int] = mapped_column(ForeignKey("council_member.id"), index=True)
    kind: Mapped[DutyKind] = mapped_column(choice_of(DutyKind), default=DutyKind.AREA)
    text: Mapped[str] = mapped_column(default="")
    place: Mapped[int] = mapped_column(default=0)
    library_key: Mapped[str] = mapped_column(default="")
    group_id: Mapped[int | None] = mapped_column(ForeignKey("staff_group.id"), index=True)
    movement_id: Mapped[int | None] = mapped_column(ForeignKey("movement.id"), index=True)
    task_id: Mapped[int | None] = mapped_column(ForeignKey("task.id"), index=True)


class Meeting(Binned, Record):
    """A meeting of a council; times are written as "14:00".

    `invited` and `absent` hold ids of seats, `invited` none where the whole council is meant;
    `absence_reasons` maps such an id to a reason. `chair_id` and `secretary_id` are the seats of
    those who took the places of the council's own chair and secretary.
    """

    __tablename__ = "meeting"

    council_id: Mapped[int] = mapped_column(ForeignKey("council.id"), index=True)
    subject: Mapped[str] = mapped_column(default="")
    held_on: Mapped[date | None]
    starts_at: Mapped[str] = mapped_column(default="")
    ends_at: Mapped[str] = mapped_column(default="")
    venue: Mapped[str] = mapped_column(default="")
    agenda: Mapped[Lines]
    guests: Mapped[Lines]
    invited: Mapped[JsonList]
    absent: Mapped[JsonList]
    absence_reasons: Mapped[JsonObject]
    chair_id: Mapped[int | None]
    secretary_id: Mapped[int | None]
    opinions: Mapped[Lines]
    conclusions: Mapped[Lines]
