"""What is shown of nominations: who is put forward for what, and what the council said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tdkt_desktop.i18n import N_
from tdkt_desktop.models.proposing import NominationState as NominationState
from tdkt_desktop.models.proposing import VoteOutcome as VoteOutcome
from tdkt_desktop.services.candidates import Candidate

if TYPE_CHECKING:
    from tdkt_desktop.models.proposing import Nomination

STATE_NAMES: Final = {
    NominationState.PROPOSED: N_("Đề nghị"),
    NominationState.WITHDRAWN: N_("Đã rút"),
}
OUTCOME_NAMES: Final = {
    VoteOutcome.PASSED: N_("Đạt"),
    VoteOutcome.NOT_PASSED: N_("Không đạt"),
    VoteOutcome.LOWER: N_("Đạt mức thấp hơn"),
    VoteOutcome.HIGHER: N_("Trình cấp trên xét"),
}


@dataclass(frozen=True, slots=True)
class NominationView:
    """A nomination; `candidate` is None where the person or the collective has been removed.

    `outcome` is that of the closed round `round_id`; `outcome_award` is the lower or the higher
    award that it ended with.
    """

    id: int
    candidate: Candidate | None
    year: str
    award: str
    name: str
    place: int
    state: NominationState
    reason: str
    override_reason: str
    outcome: VoteOutcome | None
    outcome_award: str
    round_id: int | None
    note: str

    @property
    def stands(self) -> bool:
        """Whether the council still has to vote on it."""
        there = self.candidate is not None and self.state is NominationState.PROPOSED
        return there and self.outcome is None


def nomination_of(row: Nomination, candidate: Candidate | None) -> NominationView:
    """Return what is known of a nomination."""
    return NominationView(
        id=row.id,
        candidate=candidate,
        year=row.year,
        award=row.award,
        name=row.name,
        place=row.place,
        state=row.state,
        reason=row.reason,
        override_reason=row.override_reason,
        outcome=row.outcome,
        outcome_award=row.outcome_award,
        round_id=row.round_id,
        note=row.note,
    )
