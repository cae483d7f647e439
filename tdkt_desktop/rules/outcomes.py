"""What the rules answer: a status for an award, with every condition explained."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from tdkt_desktop.i18n import N_, _


class Status(StrEnum):
    """Whether somebody may be proposed; the values are those of the command line's answer."""

    ELIGIBLE = "eligible"
    NOT_YET = "not_yet"
    NEEDS_PERSON = "needs_person"


STATUS_NAMES: Final = {
    Status.ELIGIBLE: N_("đủ điều kiện"),
    Status.NOT_YET: N_("chưa đủ"),
    Status.NEEDS_PERSON: N_("cần người xem"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """What a condition finds: met, not met, or (None) not said by the records.

    `short` is how many more years, times or works would do, where that can be counted.
    """

    met: bool | None
    needed: str
    found: str
    short: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionResult:
    """One condition with what it asks, what was found, and where the law says so.

    `any_of` names the group of which one alternative is enough, `of` the award whose criteria this
    one is. An attestation (`attest`) never holds a status back; `manual` is for a person to judge.
    """

    key: str
    text: str
    met: bool | None
    needed: str
    found: str
    source: str
    verified: bool
    any_of: str = ""
    of: str = ""
    attest: bool = False
    manual: bool = False
    short: int | None = None
    note: str = ""
    parts: tuple[ConditionResult, ...] = ()

    @property
    def missing(self) -> str:
        """What is missing, as a sentence; empty where the condition is met or only attested."""
        if self.met or self.attest:
            return ""
        if self.met is None:
            return _("Chưa rõ, cần người xem: {found}.").format(found=self.found)
        if self.short:
            return _("Còn thiếu {short}: cần {needed}; hồ sơ có: {found}.").format(
                short=self.short, needed=self.needed, found=self.found
            )
        return _("Cần {needed}; hồ sơ có: {found}.").format(needed=self.needed, found=self.found)


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardResult:
    """The answer for one award in the version of the law that applies."""

    award: str
    name: str
    version: str
    status: Status
    verified: bool
    warnings: tuple[str, ...]
    conditions: tuple[ConditionResult, ...]

    @property
    def unmet(self) -> tuple[ConditionResult, ...]:
        """The conditions that stand in the way, of a group with none met all alternatives."""
        met = {one.any_of for one in self.conditions if one.any_of and one.met}
        return tuple(one for one in self.conditions if one.met is False and one.any_of not in met)

    @property
    def unclear(self) -> tuple[ConditionResult, ...]:
        """The conditions that a person must look at, attestations aside."""
        met = {one.any_of for one in self.conditions if one.any_of and one.met}
        return tuple(
            one
            for one in self.conditions
            if one.met is None and not one.attest and one.any_of not in met
        )
