"""Words and chips of rounds and nominations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.nomination_views import (
    OUTCOME_NAMES,
    NominationState,
    NominationView,
    VoteOutcome,
)
from tdkt_desktop.services.vote_views import DENOMINATOR_NAMES
from tdkt_desktop.ui.widgets.chip import Chip, ChipState

if TYPE_CHECKING:
    from tdkt_desktop.rules.vote_rules import Basis, Share, Threshold
    from tdkt_desktop.services.vote_views import RoundView

OUTCOME_STATES: Final = {
    VoteOutcome.PASSED: ChipState.DONE,
    VoteOutcome.NOT_PASSED: ChipState.NOT_YET,
    VoteOutcome.LOWER: ChipState.IN_PROGRESS,
    VoteOutcome.HIGHER: ChipState.DONE,
}
_SHORT: Final = {
    VoteOutcome.LOWER: N_("Mức thấp hơn"),
    VoteOutcome.HIGHER: N_("Trình cấp trên"),
}
_NOWHERE: Final = N_("chưa nêu nguồn")


def nomination_chip(one: NominationView) -> Chip:
    """Return what became of a nomination so far."""
    if one.state is NominationState.WITHDRAWN:
        return Chip(ChipState.WAITING, _("Đã rút"), "minus-circle-outline")
    if one.candidate is None:
        return Chip(ChipState.NEEDS_PERSON, _("Không còn tên"))
    if one.outcome is None:
        return Chip(ChipState.NOT_STARTED, _("Chờ xét"))
    return outcome_chip(one.outcome)


def outcome_chip(outcome: VoteOutcome) -> Chip:
    """Return the chip of what a vote came to."""
    return Chip(OUTCOME_STATES[outcome], _(_SHORT.get(outcome, OUTCOME_NAMES[outcome])))


def round_chip(view: RoundView) -> Chip:
    """Return the chip of a round: being counted, locked, or corrected by another."""
    if not view.is_closed:
        return Chip(ChipState.IN_PROGRESS, _("Đang nhập"), "pencil-outline")
    if view.corrected_by is not None:
        return Chip(ChipState.NOT_YET, _("Đã có vòng sửa"), "history")
    closed = f"{view.closed_at.astimezone():%H:%M %d/%m/%Y}" if view.closed_at else ""
    return Chip(ChipState.DONE, _("Đã khoá {moment}").format(moment=closed), "lock-outline")


def round_name(view: RoundView) -> str:
    """Return what a round is called."""
    if view.corrects_id is not None:
        return _("Vòng {n} (sửa)").format(n=view.number)
    return _("Vòng {n}").format(n=view.number)


def share_words(share: Share) -> str:
    """Return a share as people say it."""
    pattern = _("trên {share}") if share.strict else _("từ {share} trở lên")
    return pattern.format(share=share.text)


def threshold_words(rule: Threshold) -> str:
    """Return what a rule asks: the share, what it is taken of, and whether the vote is secret."""
    words = _("{share} của {base}").format(
        share=share_words(rule.share), base=_(DENOMINATOR_NAMES[rule.of])
    )
    return _("{words}, bỏ phiếu kín").format(words=words) if rule.secret else words


def basis_words(basis: Basis) -> str:
    """Return where a rule comes from, with the note that stands by it."""
    source = ", ".join(part for part in (basis.article, basis.source) if part)
    return " ".join(part for part in (source or _(_NOWHERE), _noted(basis.note)) if part)


def _noted(note: str) -> str:
    return f"({note.rstrip('.')})" if note else ""


def basis_chip(basis: Basis) -> Chip | None:
    """Return the chip of a rule that nobody has compared with its text."""
    if basis.own:
        return Chip(ChipState.UNVERIFIED, _("Trường tự nhập"))
    if not basis.verified:
        return Chip(ChipState.UNVERIFIED, _("Chưa kiểm chứng"))
    return None
