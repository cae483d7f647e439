"""What is shown of the records of years: ratings, awards, initiatives, leave, discipline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Self

from tdkt_desktop.i18n import N_
from tdkt_desktop.models.merit import AwardKind as AwardKind
from tdkt_desktop.models.merit import WorkKind as WorkKind
from tdkt_desktop.models.person import DisciplineKind as DisciplineKind
from tdkt_desktop.models.person import LeaveKind as LeaveKind

if TYPE_CHECKING:
    from tdkt_desktop.models.merit import AwardRecord, Initiative, InitiativeAuthor, Rating
    from tdkt_desktop.models.person import Discipline, Leave

AWARD_KIND_NAMES: Final = {
    AwardKind.TITLE: N_("Danh hiệu thi đua"),
    AwardKind.COMMENDATION: N_("Hình thức khen thưởng"),
}
WORK_KIND_NAMES: Final = {
    WorkKind.INITIATIVE: N_("Sáng kiến"),
    WorkKind.SCIENCE: N_("Đề tài, công trình khoa học"),
}
LEAVE_NAMES: Final = {
    LeaveKind.MATERNITY: N_("Nghỉ thai sản"),
    LeaveKind.STUDY: N_("Đi học, bồi dưỡng"),
    LeaveKind.SICK: N_("Nghỉ ốm, điều trị"),
    LeaveKind.INJURY: N_("Bị thương khi làm nhiệm vụ"),
    LeaveKind.UNPAID: N_("Nghỉ không hưởng lương"),
    LeaveKind.MILITARY: N_("Nghĩa vụ quân sự"),
}
DISCIPLINE_NAMES: Final = {
    DisciplineKind.REPRIMAND: N_("Khiển trách"),
    DisciplineKind.WARNING: N_("Cảnh cáo"),
    DisciplineKind.LOWER_PAY: N_("Hạ bậc lương"),
    DisciplineKind.DEMOTION: N_("Giáng chức"),
    DisciplineKind.REMOVAL: N_("Cách chức"),
}


class RecordKind(StrEnum):
    """The kinds of records, by the names of their tables."""

    RATING = "rating"
    AWARD = "award_record"
    INITIATIVE = "initiative"
    LEAVE = "leave"
    DISCIPLINE = "discipline"


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose a rating or an award is: one person's or one collective's."""

    person_id: int | None = None
    group_id: int | None = None

    @classmethod
    def of_person(cls, person_id: int) -> Self:
        """Return a person as the subject."""
        return cls(person_id=person_id)

    @classmethod
    def of_group(cls, group_id: int) -> Self:
        """Return a collective as the subject."""
        return cls(group_id=group_id)


@dataclass(frozen=True, slots=True)
class RatingView:
    """The rating of a year; `words` are those of that time."""

    id: int
    year: str
    code: str
    words: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardData:
    """A title or a commendation as a form says it; `name` is what it was called on its day."""

    kind: AwardKind
    name: str
    year: str
    code: str = ""
    level: str = ""
    number: str = ""
    decided_on: date | None = None
    body: str = ""
    thematic: bool = False
    revoked: bool = False
    revoked_reason: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class AwardView:
    """An award that was received."""

    id: int
    subject: Subject
    data: AwardData


@dataclass(frozen=True, slots=True)
class Author:
    """A part in an initiative: a person of the school or a name; the share is in per cent.

    `position` and `workplace` are said of somebody outside only.
    """

    person_id: int | None = None
    name: str = ""
    share: float | None = None
    position: str = ""
    workplace: str = ""


@dataclass(frozen=True, slots=True)
class AwardUse:
    """The award and year that an initiative was used for."""

    award: str
    year: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeData:
    """An initiative or a piece of research as a form says it."""

    title: str
    year: str
    kind: WorkKind = WorkKind.INITIATIVE
    field: str = ""
    recognised: str = ""
    reach: str = ""
    number: str = ""
    decided_on: date | None = None
    body: str = ""
    authors: tuple[Author, ...] = ()
    used_for: tuple[AwardUse, ...] = ()
    notes: str = ""


@dataclass(frozen=True, slots=True)
class InitiativeView:
    """An initiative that is kept."""

    id: int
    data: InitiativeData


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveData:
    """A time away as a form says it; without an end it goes on."""

    kind: LeaveKind
    starts_on: date
    ends_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class LeaveView:
    """A time away that is kept."""

    id: int
    data: LeaveData


@dataclass(frozen=True, slots=True, kw_only=True)
class DisciplineData:
    """A measure of discipline as a form says it; without an end it still holds."""

    kind: DisciplineKind
    starts_on: date
    ends_on: date | None = None
    number: str = ""
    body: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class DisciplineView:
    """A measure of discipline that is kept."""

    id: int
    data: DisciplineData


@dataclass(frozen=True, slots=True)
class History:
    """All records of one person or collective, the newest year first."""

    ratings: tuple[RatingView, ...] = ()
    awards: tuple[AwardView, ...] = ()
    initiatives: tuple[InitiativeView, ...] = ()
    leaves: tuple[LeaveView, ...] = ()
    disciplines: tuple[DisciplineView, ...] = ()

    def of_kind(self, kind: AwardKind) -> tuple[AwardView, ...]:
        """Return the titles, or the commendations."""
        return tuple(award for award in self.awards if award.data.kind is kind)


def subject_of(row: Rating | AwardRecord) -> Subject:
    """Return whose a row is."""
    return Subject(row.person_id, row.group_id)


def rating_view(row: Rating) -> RatingView:
    """Return what is shown of a rating."""
    return RatingView(row.id, row.year, row.code, row.words, row.note)


def award_view(row: AwardRecord) -> AwardView:
    """Return what is shown of an award."""
    data = AwardData(
        kind=row.kind,
        name=row.name,
        year=row.year,
        code=row.code,
        level=row.level,
        number=row.number,
        decided_on=row.decided_on,
        body=row.body,
        thematic=row.thematic,
        revoked=row.revoked,
        revoked_reason=row.revoked_reason,
        note=row.note,
    )
    return AwardView(row.id, subject_of(row), data)


def initiative_view(row: Initiative, authors: list[InitiativeAuthor]) -> InitiativeView:
    """Return what is shown of an initiative with its authors."""
    data = InitiativeData(
        title=row.title,
        year=row.year,
        kind=row.kind,
        field=row.field,
        recognised=row.recognised,
        reach=row.reach,
        number=row.number,
        decided_on=row.decided_on,
        body=row.body,
        authors=tuple(
            Author(one.person_id, one.name, one.share, one.position, one.workplace)
            for one in authors
        ),
        used_for=tuple(AwardUse(**use) for use in row.used_for),
        notes=row.notes,
    )
    return InitiativeView(row.id, data)


def leave_view(row: Leave) -> LeaveView:
    """Return what is shown of a time away."""
    data = LeaveData(kind=row.kind, starts_on=row.starts_on, ends_on=row.ends_on, note=row.note)
    return LeaveView(row.id, data)


def discipline_view(row: Discipline) -> DisciplineView:
    """Return what is shown of a measure of discipline."""
    data = DisciplineData(
        kind=row.kind,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        number=row.number,
        body=row.body,
        note=row.note,
    )
    return DisciplineView(row.id, data)
