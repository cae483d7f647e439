"""Conditions that are made of others, and those that only a person can judge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tdkt_desktop.i18n import _
from tdkt_desktop.rules.outcomes import Found

if TYPE_CHECKING:
    from tdkt_desktop.rules.case import Case


@dataclass(frozen=True, slots=True)
class Attestation:
    """A judgement of conduct that no record can prove; it never holds a result back."""

    def judge(self, case: Case) -> Found:
        """Leave it to those who know the person or the collective."""
        del case
        return Found(None, _("Hội đồng xác nhận"), _("không có trong sổ sách"))


@dataclass(frozen=True, slots=True)
class Manual:
    """A condition for which the data have no rule; a person must look."""

    def judge(self, case: Case) -> Found:
        """Leave it to a person."""
        del case
        return Found(None, _("cần người xem"), _("chương trình không tự xét được"))


@dataclass(frozen=True, slots=True)
class AllParts(Manual):
    """All parts must be met."""


@dataclass(frozen=True, slots=True)
class AnyPart(Manual):
    """One of the parts is enough."""


@dataclass(frozen=True, slots=True)
class Meets(Manual):
    """The criteria of another award, in its version of the day; where it has none a person looks.

    What is found is that of the other award's own conditions.
    """

    award: str


@dataclass(frozen=True, slots=True)
class SameAs(Meets):
    """The criteria of another award, asked for as this one's own."""
