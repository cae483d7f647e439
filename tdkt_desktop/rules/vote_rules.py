"""How many must be there and how many must agree, read from `resources/law/votes.toml`.

Shares are exact fractions: two thirds of nine is six, and no more than six.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fnmatch import fnmatchcase
from fractions import Fraction
from functools import cache
from math import ceil, floor
from typing import Any, Final

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.resources import resource
from tdkt_desktop.vietnamese.text import clean_line

_SHARE: Final = re.compile(r"(\d{1,3}(?:[.,]\d+)?)\s*%|(\d{1,3})\s*/\s*(\d{1,3})")


class Denominator(StrEnum):
    """What a share is taken of; the stored values are stable."""

    MEMBERS = "members"
    PRESENT = "present"
    VALID = "valid"


class Conflict(StrEnum):
    """Why somebody should not vote on a nominee; the stored values are stable."""

    OWN = "own"
    GROUP = "group"
    RELATIVE = "relative"
    OTHER = "other"


class Handling(StrEnum):
    """What becomes of the vote of somebody in conflict; the stored values are stable."""

    VOTES = "votes"
    ABSTAINS = "abstains"
    LEAVES = "leaves"


@dataclass(frozen=True, slots=True)
class Basis:
    """Where a rule comes from; `own` is a rule of the school, with a note of its own."""

    source: str = ""
    article: str = ""
    verified: bool = False
    note: str = ""
    own: bool = False


@dataclass(frozen=True, slots=True)
class Share:
    """A share that must be reached; a `strict` one must be passed."""

    value: Fraction
    strict: bool = False

    @property
    def text(self) -> str:
        """The share as it was written: "2/3", "70%"."""
        percent = self.value * 100
        if percent.denominator == 1:
            return f"{percent.numerator}%"
        return f"{self.value.numerator}/{self.value.denominator}"

    def needed(self, base: int) -> int:
        """Return the smallest whole number that reaches the share of a base."""
        exact = self.value * base
        return floor(exact) + 1 if self.strict else ceil(exact)


@dataclass(frozen=True, slots=True)
class Quorum:
    """The share of a council's members that must be at a meeting."""

    share: Share
    basis: Basis


@dataclass(frozen=True, slots=True)
class Threshold:
    """The share of yes that some awards ask of a council; `awards` are codes, "*" for the rest."""

    key: str
    name: str
    awards: tuple[str, ...]
    share: Share
    of: Denominator
    secret: bool
    basis: Basis
    first_day: date | None = None
    last_day: date | None = None

    def holds(self, award: str, day: date) -> bool:
        """Tell whether the rule speaks of an award on a day."""
        began = self.first_day is None or self.first_day <= day
        lasts = self.last_day is None or day <= self.last_day
        return began and lasts and any(fnmatchcase(award, one) for one in self.awards)


@dataclass(frozen=True, slots=True)
class VoteRules:
    """All rules of meetings and votes, those that go first first."""

    quorum: Quorum
    thresholds: tuple[Threshold, ...]
    conflicts: Mapping[Conflict, Handling]
    conflict_basis: Basis

    def threshold(self, award: str, day: date) -> Threshold:
        """Return the rule for an award at a meeting of a day.

        Raises InputError where none speaks of it, which a school's own table may bring about.
        """
        for rule in self.thresholds:
            if rule.holds(award, day):
                return rule
        raise InputError(
            _("Chưa có mức phiếu cho “{award}”.").format(award=award),
            _("Xin đặt mức phiếu cho danh hiệu này trong quy tắc bỏ phiếu của trường."),
        )

    def handling(self, conflict: Conflict) -> Handling:
        """Return what becomes of a vote in conflict; a conflict told by hand always abstains."""
        return self.conflicts.get(conflict, Handling.ABSTAINS)


def read_share(text: str, *, strict: bool = False) -> Share:
    """Read "2/3" or "70%"; raises InputError for anything else, or for more than the whole."""
    match = _SHARE.fullmatch(clean_line(text))
    value = None
    if match is not None and match[1]:
        value = Fraction(match[1].replace(",", ".")) / 100
    elif match is not None and int(match[3]):
        value = Fraction(int(match[2]), int(match[3]))
    if value is None or not 0 < value <= 1 or (strict and value == 1):
        raise InputError(
            _("Không hiểu tỷ lệ “{text}”.").format(text=text),
            _("Xin ghi dạng 2/3 hoặc 70%, lớn hơn 0 và không quá 100%."),
        )
    return Share(value, strict)


def publication_days() -> int:
    """Return for how many days the results of a vote are posted at the school."""
    return int(_shipped()["publication"]["days"])


@cache
def _shipped() -> dict[str, Any]:
    return tomllib.loads(resource("law", "votes.toml").read_text(encoding="utf-8"))


@cache
def shipped_vote_rules() -> VoteRules:
    """Return the rules that come with the program."""
    data = _shipped()
    conflicts = data["conflicts"]
    return VoteRules(
        quorum=_quorum(data["quorum"][0]),
        thresholds=tuple(map(threshold_of, data["thresholds"])),
        conflicts={kind: Handling(conflicts[kind]) for kind in Conflict if kind in conflicts},
        # Among the kinds of conflict is one called "own", which says nothing of the origin.
        conflict_basis=replace(basis_of(conflicts), own=False),
    )


def _quorum(entry: Mapping[str, Any]) -> Quorum:
    return Quorum(read_share(entry["share"], strict=entry["strict"]), basis_of(entry))


def threshold_of(entry: Mapping[str, Any]) -> Threshold:
    """Build a threshold from an entry of the file, or from one that a school keeps."""
    return Threshold(
        key=entry["key"],
        name=entry["name"],
        awards=tuple(entry["awards"]),
        share=read_share(entry["share"], strict=entry["strict"]),
        of=Denominator(entry["of"]),
        secret=entry["secret"],
        basis=basis_of(entry),
        first_day=_day(entry.get("from")),
        last_day=_day(entry.get("to")),
    )


def threshold_entry(rule: Threshold) -> dict[str, Any]:
    """Return a threshold as an entry that can be kept as JSON."""
    return {
        "key": rule.key,
        "name": rule.name,
        "awards": [*rule.awards],
        "share": rule.share.text,
        "strict": rule.share.strict,
        "of": rule.of.value,
        "secret": rule.secret,
        "from": rule.first_day.isoformat() if rule.first_day else None,
        "to": rule.last_day.isoformat() if rule.last_day else None,
        **basis_entry(rule.basis),
    }


def basis_of(entry: Mapping[str, Any]) -> Basis:
    """Build the origin of a rule from its entry."""
    return Basis(
        source=entry.get("source", ""),
        article=entry.get("article", ""),
        verified=entry.get("verified", False),
        note=entry.get("note", ""),
        own=entry.get("own", False),
    )


def basis_entry(basis: Basis) -> dict[str, Any]:
    """Return the origin of a rule as part of an entry."""
    return {
        "source": basis.source,
        "article": basis.article,
        "verified": basis.verified,
        "note": basis.note,
        "own": basis.own,
    }


def of_school(rules: VoteRules, own: Mapping[str, Any]) -> VoteRules:
    """Put a school's own choices over the shipped rules; what it does not name stays shipped."""
    quorum = _quorum({**own["quorum"], "own": True}) if "quorum" in own else rules.quorum
    kept = own.get("thresholds", {})
    changed = {key: threshold_of({**entry, "own": True}) for key, entry in kept.items() if entry}
    shipped = [changed.pop(rule.key, rule) for rule in rules.thresholds]
    # A rule that the school switched off is kept as null, so that updates do not bring it back.
    there = [rule for rule in shipped if kept.get(rule.key, True) is not None]
    conflicts = {Conflict(kind): Handling(one) for kind, one in own.get("conflicts", {}).items()}
    return replace(
        rules,
        quorum=quorum,
        thresholds=(*changed.values(), *there),
        conflicts={**rules.conflicts, **conflicts},
        conflict_basis=replace(rules.conflict_basis, own=True)
        if conflicts
        else rules.conflict_basis,
    )


def _day(value: Any) -> date | None:
    if value is None or type(value) is date:
        return value
    return date.fromisoformat(value)
