"""What the composers are told: values that the services read from the store."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tdkt_desktop.documents.document import DocumentNumber, Letterhead, Signature
from tdkt_desktop.models.council import CouncilKind
from tdkt_desktop.models.task import TaskRole, TaskState
from tdkt_desktop.vietnamese.school_year import SchoolYear


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the text: who issues, where, for which year, and who signs.

    `values` are the words of the school and the year that any template may ask for.
    """

    letterhead: Letterhead
    number: DocumentNumber
    place: str
    signature: Signature
    authority: str
    year: int
    school_year: SchoolYear | None
    values: dict[str, str]


@dataclass(frozen=True, slots=True)
class MemberFacts:
    """A member of a council with the duties charged to him or her."""

    name: str
    position: str
    role: str
    duties: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class CouncilFacts:
    """A council as documents speak of it."""

    name: str
    members: tuple[MemberFacts, ...]
    decision_number: str = ""
    decided_on: date | None = None
    kind: CouncilKind = CouncilKind.EMULATION


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """A meeting as documents speak of it; the times are words such as "14:00".

    The note of an absent member is the reason.
    """

    subject: str
    held_on: date | None
    starts_at: str
    ends_at: str
    venue: str
    agenda: tuple[str, ...]
    guests: tuple[str, ...]
    present: tuple[MemberFacts, ...]
    absent: tuple[MemberFacts, ...]
    opinions: tuple[str, ...]
    conclusions: tuple[str, ...]
    chair: MemberFacts | None
    secretary: MemberFacts | None


@dataclass(frozen=True, slots=True)
class WorkFacts:
    """A task as documents speak of it, as it stands on the day of the document."""

    section: str
    title: str
    lead: str
    executor: str
    coordinator: str
    due: str
    ends_on: date | None
    state: TaskState
    state_name: str
    late: bool
    done_late: bool
    done_on: date | None
    result: str
    reason: str
    added: bool
    roles: tuple[TaskRole, ...] = ()


@dataclass(frozen=True, slots=True)
class MovementFacts:
    """A movement as a report speaks of it; `result` is that of the time reported."""

    name: str
    launched_by: str
    responsible: str
    targets: str
    result: str


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """Somebody who gets a task sheet."""

    name: str
    position: str
    council_role: str
    duties: tuple[str, ...]
    tasks: tuple[WorkFacts, ...]
