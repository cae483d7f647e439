"""What is shown of people and groups: values, never rows of the store."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from tdkt_desktop.i18n import N_
from tdkt_desktop.models.person import GroupKind as GroupKind
from tdkt_desktop.models.person import Sex as Sex
from tdkt_desktop.services.record_views import History

if TYPE_CHECKING:
    from tdkt_desktop.models.person import Person, StaffGroup

SEX_NAMES: Final = {Sex.FEMALE: N_("Nữ"), Sex.MALE: N_("Nam")}
GROUP_KIND_NAMES: Final = {
    GroupKind.SCHOOL: N_("Nhà trường"),
    GroupKind.TEACHING: N_("Tổ chuyên môn"),
    GroupKind.OFFICE: N_("Tổ văn phòng"),
    GroupKind.OTHER: N_("Tập thể khác"),
}
_SHOWN_DIGITS: Final = 3


class PersonState(StrEnum):
    """Whether somebody works at the school now."""

    WORKING = "working"
    AWAY = "away"


STATE_NAMES: Final = {
    PersonState.WORKING: N_("Đang công tác"),
    PersonState.AWAY: N_("Đã nghỉ hoặc chuyển đi"),
}


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person as lists show them; `identity` is masked, `folded` is what a search looks in."""

    id: int
    full_name: str
    name_key: str
    folded: str
    birth_date: date | None
    sex: Sex | None
    identity: str
    group_id: int | None
    group_name: str
    group_place: int
    position: str
    job_title: str
    party_member: bool | None
    manager: bool | None
    sector_since: date | None
    hired_on: date | None
    left_on: date | None
    returned_on: date | None

    @property
    def state(self) -> PersonState:
        """Whether the person works at the school now."""
        return state_of(self.left_on, self.returned_on)

    def worked_between(self, first: date, last: date) -> bool:
        """Tell whether the person was at the school on some day of a time; unknown days are."""
        if self.hired_on is not None and self.hired_on > last:
            return False
        if self.left_on is None or self.left_on >= first:
            return True
        return self.returned_on is not None and self.left_on <= self.returned_on <= last


@dataclass(frozen=True, slots=True)
class PersonData:
    """What a form says about a person.

    `identity_number` None leaves the stored number as it is, since forms see it masked only.
    None in the three answers of yes and no means that nobody has said.
    """

    full_name: str
    birth_date: date | None = None
    sex: Sex | None = None
    identity_number: str | None = None
    group_id: int | None = None
    position: str = ""
    job_title: str = ""
    party_member: bool | None = None
    manager: bool | None = None
    sector_since: date | None = None
    hired_on: date | None = None
    left_on: date | None = None
    left_reason: str = ""
    returned_on: date | None = None
    special_area_years: int | None = None
    open_proceedings: bool | None = None
    qualifications: str = ""
    political_theory: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person with all that the years left behind; the identity number is masked."""

    id: int
    data: PersonData
    group_name: str
    identity: str
    history: History

    @property
    def state(self) -> PersonState:
        """Whether the person works at the school now."""
        return state_of(self.data.left_on, self.data.returned_on)


@dataclass(frozen=True, slots=True)
class GroupView:
    """A collective; `size` counts the people in it who work at the school now."""

    id: int
    name: str
    kind: GroupKind
    parent_id: int | None
    place: int
    size: int
    notes: str


def state_of(left_on: date | None, returned_on: date | None) -> PersonState:
    """Return whether somebody who left and perhaps returned works at the school."""
    if left_on is None or (returned_on is not None and returned_on >= left_on):
        return PersonState.WORKING
    return PersonState.AWAY


def masked(identity_number: str) -> str:
    """Return an identity number as the screen shows it: only its last digits."""
    if not identity_number:
        return ""
    return "•" * (len(identity_number) - _SHOWN_DIGITS) + identity_number[-_SHOWN_DIGITS:]


def data_of(person: Person) -> PersonData:
    """Return what a form shows of a row, without the identity number."""
    return PersonData(
        full_name=person.full_name,
        birth_date=person.birth_date,
        sex=person.sex,
        identity_number=None,
        group_id=person.group_id,
        position=person.position,
        job_title=person.job_title,
        party_member=person.party_member,
        manager=person.manager,
        sector_since=person.sector_since,
        hired_on=person.hired_on,
        left_on=person.left_on,
        left_reason=person.left_reason,
        returned_on=person.returned_on,
        special_area_years=person.special_area_years,
        open_proceedings=person.open_proceedings,
        qualifications=person.qualifications,
        political_theory=person.political_theory,
        notes=person.notes,
    )


def group_view_of(group: StaffGroup, size: int) -> GroupView:
    """Return what lists show of a collective."""
    return GroupView(
        id=group.id,
        name=group.name,
        kind=group.kind,
        parent_id=group.parent_id,
        place=group.place,
        size=size,
        notes=group.notes,
    )
