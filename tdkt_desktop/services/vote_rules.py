"""Use cases about the rules of meetings and votes: the shipped ones under the school's own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.rules.vote_rules import Basis as Basis
from tdkt_desktop.rules.vote_rules import (
    Conflict,
    Handling,
    VoteRules,
    basis_entry,
    of_school,
    shipped_vote_rules,
    threshold_entry,
)
from tdkt_desktop.rules.vote_rules import Threshold as Threshold
from tdkt_desktop.rules.vote_rules import read_share as read_share

if TYPE_CHECKING:
    from datetime import date

    from tdkt_desktop.models.changes import Change
    from tdkt_desktop.services.council_views import CouncilView, MeetingFacts
    from tdkt_desktop.services.settings import SettingService

_KEY: Final = "votes.rules"


@dataclass(frozen=True, slots=True)
class QuorumState:
    """Whether enough members came: how many there are, came, and had to come."""

    members: int
    present: int
    needed: int
    share: str
    basis: Basis

    @property
    def reached(self) -> bool:
        """Whether the meeting may decide."""
        return self.present >= self.needed


class VoteRuleService:
    """Reads and keeps the rules; what a school sets, an update of the program leaves alone."""

    def __init__(self, settings: SettingService) -> None:
        self._settings = settings

    def rules(self) -> VoteRules:
        """Return the rules that a vote is held by now."""
        return of_school(shipped_vote_rules(), self._own())

    def threshold(self, award: str, day: date) -> Threshold:
        """Return the share that an award asks for at a meeting of a day."""
        return self.rules().threshold(award, day)

    def quorum(self, council: CouncilView, meeting: MeetingFacts) -> QuorumState:
        """Tell whether enough members of a council are at a meeting."""
        rule = self.rules().quorum
        members = council.members
        present = sum(meeting.was_there(seat.id) for seat in members)
        needed = rule.share.needed(len(members))
        return QuorumState(len(members), present, needed, rule.share.text, rule.basis)

    # --- the school's own ---

    def set_quorum(self, share: str, *, strict: bool = False, note: str = "") -> Change:
        """Say which share of the members must be there; raises InputError for no share."""
        read = read_share(share, strict=strict)
        source = _("Quy chế của nhà trường")
        entry = {"share": read.text, "strict": strict, **basis_entry(Basis(source, note=note))}
        return self._keep({**self._own(), "quorum": entry})

    def set_handling(self, conflict: Conflict, handling: Handling) -> Change:
        """Say what becomes of the vote of somebody in a conflict of a kind."""
        own = self._own()
        conflicts = {**own.get("conflicts", {}), conflict.value: handling.value}
        return self._keep({**own, "conflicts": conflicts})

    def save_threshold(self, rule: Threshold) -> Change:
        """Keep a threshold of the school: over the shipped one of its key, or one of its own.

        A rule of its own goes before the shipped ones. Raises InputError where no award is named.
        """
        if not rule.key or not rule.awards:
            raise InputError(
                _("Mức phiếu này chưa nói áp dụng cho danh hiệu nào."),
                _("Xin chọn ít nhất một danh hiệu, hoặc ghi * cho tất cả."),
            )
        return self._keep_threshold(rule.key, threshold_entry(rule))

    def switch_off(self, key: str) -> Change:
        """Leave a threshold out of use; the rule for all other awards must stay.

        Raises InputError where some award would be left without any rule.
        """
        left = [rule for rule in self.rules().thresholds if rule.key != key]
        if not any("*" in rule.awards and rule.last_day is None for rule in left):
            raise InputError(
                _("Không tắt được mức phiếu này: danh hiệu khác sẽ không còn mức nào."),
                _("Xin sửa tỷ lệ của mức này thay vì tắt."),
            )
        return self._keep_threshold(key, None)

    def switched_off(self) -> tuple[Threshold, ...]:
        """Return the shipped thresholds that the school left out of use."""
        kept = self._own().get("thresholds", {})
        shipped = shipped_vote_rules().thresholds
        return tuple(rule for rule in shipped if rule.key in kept and kept[rule.key] is None)

    def restore_threshold(self, key: str) -> Change:
        """Forget what the school said of a threshold; one of its own goes altogether."""
        own = self._own()
        kept = {one: entry for one, entry in own.get("thresholds", {}).items() if one != key}
        return self._keep({**own, "thresholds": kept})

    def restore_shipped(self) -> Change:
        """Forget all of the school's own rules of votes."""
        return self._keep({})

    def _keep_threshold(self, key: str, entry: dict[str, Any] | None) -> Change:
        own = self._own()
        return self._keep({**own, "thresholds": {**own.get("thresholds", {}), key: entry}})

    def _own(self) -> dict[str, Any]:
        kept: dict[str, Any] = self._settings.get(_KEY, {})
        return kept

    def _keep(self, own: dict[str, Any]) -> Change:
        return self._settings.set(_KEY, own, step=_("Sửa quy tắc bỏ phiếu"))
