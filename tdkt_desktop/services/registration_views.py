"""What is shown of registrations: one row for each person or collective, and the year beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tdkt_desktop.models.proposing import VoteOutcome
from tdkt_desktop.services.candidates import Candidate
from tdkt_desktop.services.record_views import Subject

if TYPE_CHECKING:
    from tdkt_desktop.models.proposing import Registration


@dataclass(frozen=True, slots=True)
class Registered:
    """An award that somebody registered for; `late` marks what came after the closing date."""

    id: int
    award: str
    name: str
    registered_on: date | None
    late: bool
    note: str


@dataclass(frozen=True, slots=True)
class RegistrationRow:
    """What one person or collective registered for, this year and the year before."""

    candidate: Candidate
    registered: tuple[Registered, ...] = ()
    last_year: tuple[Registered, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the awards registered this year."""
        return tuple(one.award for one in self.registered)


@dataclass(frozen=True, slots=True)
class RegistrationGrid:
    """The registrations of a year for one group or the whole school."""

    year: str
    group_id: int | None
    closing: date | None
    rows: tuple[RegistrationRow, ...]

    @property
    def without(self) -> tuple[RegistrationRow, ...]:
        """The people who have registered for nothing; it warns, never blocks."""
        return tuple(row for row in self.rows if not row.registered and row.candidate.is_person)


@dataclass(frozen=True, slots=True)
class RegistrationEdit:
    """What somebody is to be registered for from now on: all codes, in order.

    A `note` of None leaves the notes as they are.
    """

    subject: Subject
    awards: tuple[str, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Proposed:
    """A nomination as the comparison shows it."""

    award: str
    name: str
    outcome: VoteOutcome | None
    outcome_name: str = ""
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class YearRow:
    """Registered, proposed and decided of one person or collective, side by side."""

    candidate: Candidate
    registered: tuple[Registered, ...]
    proposed: tuple[Proposed, ...]
    decided: tuple[tuple[str, str], ...]
    """Code and name of each award of the year that a decision has granted."""

    @property
    def reached(self) -> bool | None:
        """Whether all that was registered has been granted; None where nothing was registered."""
        if not self.registered:
            return None
        granted = {code for code, _name in self.decided}
        return all(one.award in granted for one in self.registered)


def registered_of(row: Registration) -> Registered:
    """Return what is shown of a registration."""
    return Registered(row.id, row.award, row.name, row.registered_on, row.late, row.note)
