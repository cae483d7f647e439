"""What is shown of dossiers: their nominees, papers, states and what came back; values only."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from tdkt_desktop.i18n import N_
from tdkt_desktop.models.dossier import DossierLevel as DossierLevel
from tdkt_desktop.models.dossier import DossierState as DossierState
from tdkt_desktop.models.dossier import EntryResult as EntryResult
from tdkt_desktop.services.candidates import Candidate
from tdkt_desktop.services.record_views import Subject

if TYPE_CHECKING:
    from tdkt_desktop.models.dossier import Dossier

STATE_NAMES: Final = {
    DossierState.DRAFT: N_("Đang lập"),
    DossierState.COMPLETE: N_("Đủ hồ sơ"),
    DossierState.SENT: N_("Đã gửi"),
    DossierState.RETURNED: N_("Bị trả lại"),
    DossierState.DECIDED: N_("Đã có quyết định"),
    DossierState.REFUSED: N_("Không được duyệt"),
}
LEVEL_NAMES: Final = {
    DossierLevel.ABOVE: N_("Trình cấp trên"),
    DossierLevel.SCHOOL: N_("Trường quyết định"),
}
RESULT_NAMES: Final = {
    EntryResult.GRANTED: N_("Được tặng"),
    EntryResult.REFUSED: N_("Không được tặng"),
}
OPEN_STATES: Final = (DossierState.DRAFT, DossierState.COMPLETE, DossierState.RETURNED)
"""The states in which the school still works on a dossier, so that a deadline counts."""


class SlotState(StrEnum):
    """Whether a paper of a dossier is there."""

    MISSING = "missing"
    READY = "ready"
    ATTACHED = "attached"
    NOT_NEEDED = "not-needed"


SLOT_NAMES: Final = {
    SlotState.MISSING: N_("Còn thiếu"),
    SlotState.READY: N_("Đã có"),
    SlotState.ATTACHED: N_("Đã đính kèm"),
    SlotState.NOT_NEEDED: N_("Không cần"),
}


@dataclass(frozen=True, slots=True)
class Proposable:
    """A nominee that passed the vote and may go into a dossier; `award` is what passed.

    `dossier_id` is the dossier of the year that has it already.
    """

    nomination_id: int
    candidate: Candidate
    award: str
    name: str
    dossier_id: int | None = None


@dataclass(frozen=True, slots=True)
class VoteSum:
    """What the council's closed count says of a nominee."""

    yes: int
    base: int
    percent: str
    share: int
    round_id: int

    @property
    def words(self) -> str:
        """The count as lists print it: "8/9"."""
        return f"{self.yes}/{self.base}"


@dataclass(frozen=True, slots=True)
class EntryView:
    """A nominee of a dossier; `candidate` is None where the person has been removed."""

    id: int
    nomination_id: int | None
    subject: Subject
    candidate: Candidate | None
    award: str
    name: str
    result: EntryResult | None = None
    record_id: int | None = None
    prize: int | None = None
    note: str = ""
    override_reason: str = ""
    vote: VoteSum | None = None

    @property
    def who(self) -> str:
        """What the nominee is called."""
        return self.candidate.name if self.candidate else ""


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happened to a dossier: the state it came to, the day, and words about it."""

    state: DossierState
    day: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision as somebody enters it: number and symbol, day, who decided."""

    number: str
    decided_on: date
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierForm:
    """What a person says about a dossier."""

    name: str
    receiver: str = ""
    level: DossierLevel = DossierLevel.ABOVE
    deadline: date | None = None
    received_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierView:
    """A dossier with its nominees in order."""

    id: int
    year: str
    form: DossierForm
    state: DossierState
    sent_on: date | None = None
    sent_to: str = ""
    returned_on: date | None = None
    returned_reason: str = ""
    decision: Decision | None = None
    steps: tuple[Step, ...] = ()
    entries: tuple[EntryView, ...] = field(default=())

    @property
    def awards(self) -> tuple[str, ...]:
        """The codes of the awards asked for, each once, in order."""
        return tuple(dict.fromkeys(one.award for one in self.entries))

    @property
    def is_open(self) -> bool:
        """Whether the school still works on it."""
        return self.state in OPEN_STATES

    @property
    def people(self) -> tuple[EntryView, ...]:
        """The nominees who are people."""
        return tuple(one for one in self.entries if one.subject.person_id is not None)

    @property
    def collectives(self) -> tuple[EntryView, ...]:
        """The nominees that are collectives."""
        return tuple(one for one in self.entries if one.subject.person_id is None)

    def days_left(self, today: date) -> int | None:
        """Return how many days are left before the deadline; None where nothing is due."""
        if self.form.deadline is None or not self.is_open:
            return None
        return (self.form.deadline - today).days


def step_of(stored: dict[str, Any]) -> Step:
    """Return a step as the store keeps it."""
    day = date.fromisoformat(stored["day"])
    return Step(DossierState(stored["state"]), day, stored.get("note", ""))


def view_of(row: Dossier, entries: tuple[EntryView, ...]) -> DossierView:
    """Return what is known of a dossier."""
    decided = row.decided_on
    return DossierView(
        id=row.id,
        year=row.year,
        form=DossierForm(
            name=row.name,
            receiver=row.receiver,
            level=row.level,
            deadline=row.deadline,
            received_on=row.received_on,
            note=row.note,
        ),
        state=row.state,
        sent_on=row.sent_on,
        sent_to=row.sent_to,
        returned_on=row.returned_on,
        returned_reason=row.returned_reason,
        decision=Decision(row.number, decided, row.body) if decided else None,
        steps=tuple(map(step_of, row.steps)),
        entries=entries,
    )
