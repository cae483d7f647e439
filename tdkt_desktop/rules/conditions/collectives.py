"""Conditions about the numbers of a collective."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from typing import TYPE_CHECKING, Final

from tdkt_desktop.i18n import _
from tdkt_desktop.rules.outcomes import Found

if TYPE_CHECKING:
    from tdkt_desktop.rules.case import Case

MEMBERS: Final = "members"
_PER_CENT: Final = 100
_SHOWN: Final = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class Share:
    """The part of the members that a number makes up is at least (or more than) `least`."""

    count: str
    least: Decimal
    more_than: bool = False

    def judge(self, case: Case) -> Found:
        """Compare exactly, without rounding."""
        name = case.book.counts[self.count].name
        words = _("trên {share}% {name}") if self.more_than else _("từ {share}% {name}")
        needed = words.format(share=per_cent(self.least), name=name)
        members, count = case.facts.counts.get(MEMBERS), case.facts.counts.get(self.count)
        if count is None or not members:
            return Found(None, needed, _("chưa đủ số liệu"))
        wanted = self.least * members
        met = count > wanted if self.more_than else count >= wanted
        found = _("{count}/{members} người, {share}%").format(
            count=count, members=members, share=_share_found(Decimal(count) / members, self.least)
        )
        lacking = 0 if met else int(wanted - count) + bool(self.more_than or wanted % 1)
        return Found(met, needed, found, lacking)


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the collective lies within bounds."""

    count: str
    least: int | None = None
    most: int | None = None

    def judge(self, case: Case) -> Found:
        """Compare the number with both bounds."""
        name = case.book.counts[self.count].name
        needed = self._needed(name)
        count = case.facts.counts.get(self.count)
        if count is None:
            return Found(None, needed, _("chưa đủ số liệu"))
        enough = self.least is None or count >= self.least
        met = enough and (self.most is None or count <= self.most)
        found = _("{count} {name}").format(count=count, name=name)
        return Found(met, needed, found, max(0, (self.least or 0) - count))

    def _needed(self, name: str) -> str:
        if self.most == 0:
            return _("không có {name}").format(name=name)
        if self.most is not None:
            return _("không quá {count} {name}").format(count=self.most, name=name)
        return _("ít nhất {count} {name}").format(count=self.least, name=name)


def per_cent(share: Decimal) -> str:
    """Return a share as it is written: in per cent, with a comma, without needless zeros."""
    written = f"{share * _PER_CENT:.2f}".rstrip("0").rstrip(".")
    return written.replace(".", ",")


def _share_found(share: Decimal, bound: Decimal) -> str:
    """Write a share cut to two places; one so near the bound says on which side of it it lies."""
    cut = share.quantize(_SHOWN, ROUND_DOWN)
    if share > bound >= cut:
        return _("trên {share}").format(share=per_cent(bound))
    return per_cent(cut)
