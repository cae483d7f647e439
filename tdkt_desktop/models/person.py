"""The people of the school, the groups they work in, and what their years left behind."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from tdkt_desktop.models.base import Binned, LongText, Record, choice_of


class Sex(StrEnum):
    """The sex of a person; the stored values are stable."""

    FEMALE = "F"
    MALE = "M"


class GroupKind(StrEnum):
    """What a collective is; the stored values are stable."""

    SCHOOL = "school"
    TEACHING = "teaching"
    OFFICE = "office"
    OTHER = "other"


class LeaveKind(StrEnum):
    """Why somebody was away for a while; the stored values are those of the rules."""

    MATERNITY = "maternity"
    STUDY = "study"
    SICK = "sick"
    INJURY = "injury"
    UNPAID = "unpaid"
    MILITARY = "military"


class DisciplineKind(StrEnum):
    """The measures of discipline, the mildest first; the stored values are those of the rules."""

    REPRIMAND = "khien-trach"
    WARNING = "canh-cao"
    LOWER_PAY = "ha-bac-luong"
    DEMOTION = "giang-chuc"
    REMOVAL = "cach-chuc"


class StaffGroup(Binned, Record):
    """A collective: the school itself, a teaching group, the office; `parent_id` is what it is of.

    `place` orders the groups as the school does; `folded` is the name without diacritics.
    """

    __tablename__ = "staff_group"

    name: Mapped[str]
    folded: Mapped[str] = mapped_column(default="")
    kind: Mapped[GroupKind] = mapped_column(choice_of(GroupKind), default=GroupKind.TEACHING)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("staff_group.id"), index=True)
    place: Mapped[int] = mapped_column(default=0)
    notes: Mapped[LongText]


class Person(Binned, Record):
    """Somebody who works or worked at the school.

    `name_key` orders by given name the Vietnamese way; `folded` is name, position and job title
    without diacritics. What nobody has said is None, which is not the same as no: party member,
    manager (as against direct worker), open proceedings. `sector_since` begins the time in the
    sector, `hired_on` the time at this school. Somebody is away from `left_on` until `returned_on`.
    """

    __tablename__ = "person"

    full_name: Mapped[str]
    name_key: Mapped[str] = mapped_column(index=True)
    folded: Mapped[str] = mapped_column(default="")
    birth_date: Mapped[date | None]
    sex: Mapped[Sex | None] = mapped_column(choice_of(Sex))
    identity_number: Mapped[str] = mapped_column(default="")
    group_id: Mapped[int | None] = mapped_column(ForeignKey("staff_group.id"), index=True)
    position: Mapped[str] = mapped_column(default="")
    job_title: Mapped[str] = mapped_column(default="")
    party_member: Mapped[bool | None]
    manager: Mapped[bool | None]
    sector_since: Mapped[date | None]
    hired_on: Mapped[date | None]
    left_on: Mapped[date | None]
    left_reason: Mapped[str] = mapped_column(default="")
    returned_on: Mapped[date | None]
    special_area_years: Mapped[int | None]
    open_proceedings: Mapped[bool | None]
    qualifications: Mapped[str] = mapped_column(default="")
    political_theory: Mapped[str] = mapped_column(default="")
    notes: Mapped[LongText]


class Leave(Binned, Record):
    """A time away from work that did not end it; without `ends_on` it goes on."""

    __tablename__ = "leave"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    kind: Mapped[LeaveKind] = mapped_column(choice_of(LeaveKind))
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(default="")


class Discipline(Binned, Record):
    """A measure of discipline; it holds from the decision until it is spent."""

    __tablename__ = "discipline"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    kind: Mapped[DisciplineKind] = mapped_column(choice_of(DisciplineKind))
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    number: Mapped[str] = mapped_column(default="")
    body: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
