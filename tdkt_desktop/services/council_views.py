"""What the pages and the commands are shown of councils: values, never rows of the store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final

from tdkt_desktop.i18n import N_
from tdkt_desktop.models.council import CouncilKind as CouncilKind
from tdkt_desktop.models.council import CouncilRole as CouncilRole
from tdkt_desktop.models.council import DutyKind as DutyKind

if TYPE_CHECKING:
    from tdkt_desktop.models.council import Council, CouncilMember, Duty, Meeting

KIND_NAMES: Final = {
    CouncilKind.EMULATION: N_("Hội đồng Thi đua - Khen thưởng"),
    CouncilKind.INITIATIVE: N_("Hội đồng Sáng kiến"),
    CouncilKind.TALLY: N_("Tổ kiểm phiếu"),
}
ROLE_NAMES: Final = {
    CouncilRole.CHAIR: N_("Chủ tịch"),
    CouncilRole.VICE_CHAIR: N_("Phó Chủ tịch"),
    CouncilRole.SECRETARY: N_("Thư ký"),
    CouncilRole.STANDING: N_("Uỷ viên thường trực"),
    CouncilRole.MEMBER: N_("Uỷ viên"),
}
TALLY_ROLE_NAMES: Final = {
    **ROLE_NAMES,
    CouncilRole.CHAIR: N_("Tổ trưởng"),
    CouncilRole.VICE_CHAIR: N_("Tổ phó"),
    CouncilRole.MEMBER: N_("Thành viên"),
}


def role_name(kind: CouncilKind, role: CouncilRole) -> str:
    """Return the source word for a role in a council of a kind."""
    return (TALLY_ROLE_NAMES if kind is CouncilKind.TALLY else ROLE_NAMES)[role]


@dataclass(frozen=True, slots=True)
class DutyFacts:
    """One thing that a member is charged with; the ids tie it to a group, a movement or a task."""

    text: str
    kind: DutyKind = DutyKind.AREA
    library_key: str = ""
    group_id: int | None = None
    movement_id: int | None = None
    task_id: int | None = None


@dataclass(frozen=True, slots=True)
class SeatFacts:
    """A seat in a council: who, as what, and from when to when, where that is not the whole time.

    `id` is the stored seat that this is, None for a new one.
    """

    name: str
    role: CouncilRole = CouncilRole.MEMBER
    position: str = ""
    person_id: int | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    note: str = ""
    id: int | None = None
    duties: tuple[DutyFacts, ...] = ()

    @property
    def in_office(self) -> bool:
        """Tell whether the seat is still taken."""
        return self.ends_on is None


@dataclass(frozen=True, slots=True)
class CouncilFacts:
    """A council: its kind and name, the decision that made it, and how long it sits."""

    kind: CouncilKind = CouncilKind.EMULATION
    name: str = ""
    decision_number: str = ""
    decided_on: date | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    notes: str = ""


@dataclass(frozen=True, slots=True)
class CouncilView:
    """A council with its seats in the order in which documents list them."""

    id: int
    year: int
    school_year: str | None
    facts: CouncilFacts
    seats: tuple[SeatFacts, ...]
    cloned_from: int | None = None

    @property
    def members(self) -> tuple[SeatFacts, ...]:
        """The seats that are still taken."""
        return tuple(seat for seat in self.seats if seat.in_office)

    def first(self, role: CouncilRole) -> SeatFacts | None:
        """Return the first member of a role."""
        return next((seat for seat in self.members if seat.role is role), None)


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """A meeting: when and where, what about, who was not there, what was said and concluded.

    `invited`, `absent` and the keys of `absence_reasons` are ids of seats; nobody invited means the
    whole council. `chair_id` and `secretary_id` are seats of those who stood in for the council's.
    """

    subject: str
    held_on: date | None = None
    starts_at: str = ""
    ends_at: str = ""
    venue: str = ""
    agenda: tuple[str, ...] = ()
    guests: tuple[str, ...] = ()
    absent: tuple[int, ...] = ()
    opinions: tuple[str, ...] = ()
    conclusions: tuple[str, ...] = ()
    invited: tuple[int, ...] = ()
    absence_reasons: Mapping[int, str] = field(default_factory=dict)
    chair_id: int | None = None
    secretary_id: int | None = None

    def was_invited(self, seat_id: int | None) -> bool:
        """Tell whether somebody of the council was asked to come."""
        return not self.invited or seat_id in self.invited

    def was_there(self, seat_id: int | None) -> bool:
        """Tell whether somebody of the council was asked to come and came."""
        return self.was_invited(seat_id) and seat_id not in self.absent


@dataclass(frozen=True, slots=True)
class MeetingView:
    """A meeting of a council."""

    id: int
    council_id: int
    facts: MeetingFacts


def duty_of(row: Duty) -> DutyFacts:
    """Return what is known of a duty."""
    return DutyFacts(
        row.text, row.kind, row.library_key, row.group_id, row.movement_id, row.task_id
    )


def seat_of(row: CouncilMember, duties: tuple[DutyFacts, ...]) -> SeatFacts:
    """Return what is known of a seat."""
    return SeatFacts(
        name=row.name,
        role=row.role,
        position=row.position,
        person_id=row.person_id,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        note=row.note,
        id=row.id,
        duties=duties,
    )


def council_of(row: Council, seats: tuple[SeatFacts, ...]) -> CouncilView:
    """Return what is known of a council."""
    facts = CouncilFacts(
        kind=row.kind,
        name=row.name,
        decision_number=row.decision_number,
        decided_on=row.decided_on,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        notes=row.notes,
    )
    return CouncilView(row.id, row.year, row.school_year, facts, seats, row.cloned_from)


def meeting_of(row: Meeting) -> MeetingView:
    """Return what is known of a meeting."""
    facts = MeetingFacts(
        subject=row.subject,
        held_on=row.held_on,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        venue=row.venue,
        agenda=tuple(row.agenda),
        guests=tuple(row.guests),
        absent=tuple(row.absent),
        opinions=tuple(row.opinions),
        conclusions=tuple(row.conclusions),
        invited=tuple(row.invited),
        absence_reasons={int(seat): reason for seat, reason in row.absence_reasons.items()},
        chair_id=row.chair_id,
        secretary_id=row.secretary_id,
    )
    return MeetingView(row.id, row.council_id, facts)
