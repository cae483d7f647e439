"""Use cases about the money of a dossier: what the law's data come to, and what the school pays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tdkt_desktop.i18n import _
from tdkt_desktop.rules.bonus import BonusSum, bonus_of
from tdkt_desktop.rules.facts import SubjectKind
from tdkt_desktop.services.dossier_views import EntryResult, EntryView
from tdkt_desktop.services.years import days_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from tdkt_desktop.services.dossier_views import DossierView
    from tdkt_desktop.services.law_book import LawBookService


@dataclass(frozen=True, slots=True)
class Prize:
    """What one nominee is paid.

    `law` is what the law's data come to, None where they do not say; `amount` what is paid: the
    school's own sum before that of the law, None where nobody has said.
    """

    entry: EntryView
    law: BonusSum | None
    amount: int | None

    @property
    def own(self) -> bool:
        """Whether the school has set the sum itself."""
        return self.entry.prize is not None

    @property
    def multiplier(self) -> Decimal | None:
        """The multiplier of the law's data, where the sum follows from it."""
        return self.law.multiplier if self.law and not self.own else None


@dataclass(frozen=True, slots=True)
class PrizeSheet:
    """The money of a dossier; `salary` is the base salary of the day that counts."""

    prizes: tuple[Prize, ...]
    day: date
    salary: int | None
    payer: str
    doubts: tuple[str, ...]

    @property
    def total(self) -> int:
        """The sum of all that is known."""
        return sum(prize.amount or 0 for prize in self.prizes)


class PrizeService:
    """Works out the money; nothing here is stored."""

    def __init__(self, law: LawBookService) -> None:
        self._law = law

    def sheet(self, dossier: DossierView, today: date) -> PrizeSheet:
        """Return what the nominees of a dossier are paid: after a decision only whom it names.

        The base salary is that of the day of the decision, or of today before there is one.
        """
        book = self._law.book()
        decided = dossier.decision.decided_on if dossier.decision else None
        day = decided or today
        received = dossier.form.received_on or dossier.sent_on or min(day, days_of(dossier.year)[1])
        entries = [one for one in dossier.entries if one.result is not EntryResult.REFUSED]
        prizes = tuple(self._prize(one, received, day) for one in entries)
        salary = book.salary_on(day)
        payer = book.bonus.payer if book.bonus else ""
        return PrizeSheet(
            prizes, day, salary.vnd if salary else None, payer, tuple(_doubts(prizes))
        )

    def _prize(self, entry: EntryView, received: date, day: date) -> Prize:
        is_person = entry.subject.person_id is not None
        kind = SubjectKind.INDIVIDUAL if is_person else SubjectKind.COLLECTIVE
        found = bonus_of(self._law.book(), entry.award, kind, received_on=received, decided_on=day)
        if entry.prize is not None:
            return Prize(entry, found, entry.prize)
        return Prize(entry, found, found.amount if found else None)


def _doubts(prizes: Iterable[Prize]) -> list[str]:
    """Say once for each award what is not known, or not compared with the law."""
    said: dict[str, None] = {}
    for one in prizes:
        name = one.entry.name
        if one.own:
            continue
        if one.law is None:
            said[_("Chưa có mức thưởng của {award}; xin nhập số tiền.").format(award=name)] = None
        elif not one.law.verified:
            said[_("Mức thưởng của {award} chưa kiểm chứng.").format(award=name)] = None
    return list(said)
