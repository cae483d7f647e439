"""How the page of initiatives writes states, scores, levels and uses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tdkt_desktop.i18n import _
from tdkt_desktop.services.initiative_views import STATE_NAMES, InitiativeState
from tdkt_desktop.services.scoring_views import OUTCOME_NAMES, ScoreOutcome
from tdkt_desktop.ui.widgets.chip import Chip, ChipState

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tdkt_desktop.services.initiative_views import InitiativeRow
    from tdkt_desktop.services.scoring_views import EntryView

_STATES: Final = {
    InitiativeState.DRAFT: (ChipState.DRAFT, ""),
    InitiativeState.SUBMITTED: (ChipState.IN_PROGRESS, "send-outline"),
    InitiativeState.SCORED: (ChipState.SOON, "format-list-numbered"),
    InitiativeState.RECOGNISED: (ChipState.DONE, ""),
    InitiativeState.REFUSED: (ChipState.NOT_YET, ""),
}
_OUTCOMES: Final = {
    ScoreOutcome.OPEN: ChipState.NOT_STARTED,
    ScoreOutcome.PASSED: ChipState.DONE,
    ScoreOutcome.NOT_PASSED: ChipState.NOT_YET,
}
STATE_ORDER: Final = tuple(InitiativeState)


def state_chip(row: InitiativeRow) -> Chip:
    """Return the chip of an initiative's state."""
    state, icon = _STATES[row.state]
    return Chip(state, _(STATE_NAMES[row.state]), icon)


def outcome_chip(entry: EntryView) -> Chip:
    """Return the chip of what a round says of an initiative, or would say by its average."""
    outcome = entry.outcome
    if outcome is ScoreOutcome.OPEN and entry.result.passes is not None:
        words = _("Đủ điểm") if entry.result.passes else _("Chưa đủ điểm")
        return Chip(ChipState.IN_PROGRESS if entry.result.passes else ChipState.NOT_YET, words)
    return Chip(_OUTCOMES[outcome], _(OUTCOME_NAMES[outcome]))


def number(value: float | None) -> str:
    """Return a number the Vietnamese way: "84,5"; empty for none."""
    if value is None:
        return ""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def read_number(text: str) -> float | None:
    """Return the number that was typed, "84,5" or "84.5"; None for nothing; ValueError else."""
    written = text.strip().removesuffix("%").strip().replace(",", ".")
    return float(written) if written else None


def uses(row: InitiativeRow) -> str:
    """Return what an initiative was used for, by code: "CSTDCS 2025-2026"."""
    return "; ".join(f"{use.award} {use.year}" for use in row.used_for)


def uses_in_full(row: InitiativeRow, names: Mapping[str, str]) -> str:
    """Return what an initiative was used for, one award a line."""
    return "\n".join(f"{names.get(use.award, use.award)}, {use.year}" for use in row.used_for)


def called(rows: Sequence[InitiativeRow]) -> str:
    """Return how one or several initiatives are named in a sentence."""
    if len(rows) != 1:
        return _("{n} sáng kiến").format(n=len(rows))
    title = rows[0].title
    return f"“{title if len(title) <= 60 else title[:59].rstrip() + '…'}”"


def size_words(size: int) -> str:
    """Return the length of a file in words."""
    return f"{size / 1_000_000:.1f} MB".replace(".", ",") if size >= 100_000 else f"{size} B"
