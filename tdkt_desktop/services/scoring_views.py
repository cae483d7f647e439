"""What the pages are shown of scoring: rounds, who judges, and what each initiative got."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from tdkt_desktop.i18n import N_
from tdkt_desktop.models.council import CouncilRole
from tdkt_desktop.models.scoring import ScoreOutcome as ScoreOutcome
from tdkt_desktop.rules.initiative_rules import CriteriaSheet
from tdkt_desktop.services.initiative_views import InitiativeRow
from tdkt_desktop.services.score_results import EntryResult, Points

OUTCOME_NAMES: Final = {
    ScoreOutcome.OPEN: N_("Chưa kết luận"),
    ScoreOutcome.PASSED: N_("Đạt"),
    ScoreOutcome.NOT_PASSED: N_("Không đạt"),
}


@dataclass(frozen=True, slots=True)
class Judge:
    """Somebody who scores in a round, as the council knew him or her when the round began."""

    member: int | None
    person: int | None
    name: str
    position: str = ""
    role: CouncilRole = CouncilRole.MEMBER


@dataclass(frozen=True, slots=True)
class RoundFacts:
    """What is said of a round: its name, and when and where the council meets for it."""

    name: str
    held_on: date | None = None
    starts_at: str = ""
    ends_at: str = ""
    venue: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class EntryView:
    """An initiative in a round: every judge's points and remarks, and what they come to.

    `points` and `remarks` go by the judge's place in the round. `barred` are the judges who are
    authors. Of a closed round `average` and `outcome` are as they were then.
    """

    id: int
    initiative: InitiativeRow
    points: dict[int, Points]
    remarks: dict[int, str]
    barred: frozenset[int]
    result: EntryResult
    outcome: ScoreOutcome
    conclusion: str
    average: float | None


@dataclass(frozen=True, slots=True)
class RoundView:
    """A round with everything in it; `corrected_by` is a later round that takes its place."""

    id: int
    year: str
    facts: RoundFacts
    council_id: int | None
    meeting_id: int | None
    sheet: CriteriaSheet
    judges: tuple[Judge, ...]
    entries: tuple[EntryView, ...]
    closed_at: datetime | None
    corrects: int | None
    corrected_by: int | None
    reason: str

    @property
    def is_closed(self) -> bool:
        """Tell whether nothing of the round may be changed any more."""
        return self.closed_at is not None

    def entry(self, entry_id: int) -> EntryView:
        """Return an entry by its id."""
        return next(one for one in self.entries if one.id == entry_id)

    def passed(self) -> tuple[EntryView, ...]:
        """Return the entries that passed, the best first."""
        kept = [one for one in self.entries if one.outcome is ScoreOutcome.PASSED]
        return tuple(sorted(kept, key=lambda one: -(one.average or 0.0)))
