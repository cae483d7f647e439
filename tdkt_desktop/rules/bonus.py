"""The money of an award: base salary of the day, multiplier and rounding as the law's data say."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Final

from tdkt_desktop.rules.facts import SubjectKind

if TYPE_CHECKING:
    from datetime import date

    from tdkt_desktop.rules.law_book import LawBook
    from tdkt_desktop.rules.law_extras import BonusRule
    from tdkt_desktop.rules.law_values import Version

_ROUNDINGS: Final = {"up": ROUND_CEILING, "down": ROUND_FLOOR, "near": ROUND_HALF_UP}


@dataclass(frozen=True, slots=True)
class BonusSum:
    """What goes with an award, in dong; `exact` before rounding, `at_most` where less may be paid.

    Not `verified` where the multiplier, the salary or the rounding is not.
    """

    award: str
    multiplier: Decimal
    salary: int
    exact: Decimal
    amount: int
    at_most: bool
    verified: bool
    note: str


def bonus_of(
    book: LawBook, award: str, subject: SubjectKind, *, received_on: date, decided_on: date
) -> BonusSum | None:
    """Return the money of an award that was decided on a day; None where the data do not say.

    The version of the award is that of the dossier's day of receipt, the base salary that of the
    decision.
    """
    version = book.version_on(award, received_on)
    salary = book.salary_on(decided_on)
    multiplier = _multiplier(version, subject)
    if version is None or version.bonus is None or salary is None or multiplier is None:
        return None
    exact = multiplier * salary.vnd
    return BonusSum(
        award=award,
        multiplier=multiplier,
        salary=salary.vnd,
        exact=exact,
        amount=_rounded(exact, book.bonus),
        at_most=version.bonus.at_most,
        verified=version.bonus.verified and salary.verified,
        note=version.bonus.note,
    )


def _multiplier(version: Version | None, subject: SubjectKind) -> Decimal | None:
    """Return the multiplier for a person, or for a collective, which may be several times that."""
    if version is None or version.bonus is None or version.bonus.multiplier is None:
        return None
    factor = version.bonus.collective_factor
    if subject is SubjectKind.COLLECTIVE and factor is not None:
        return version.bonus.multiplier * factor
    return version.bonus.multiplier


def _rounded(exact: Decimal, rule: BonusRule | None) -> int:
    if rule is None:
        return int(exact.to_integral_value(ROUND_HALF_UP))
    steps = (exact / rule.round_to).to_integral_value(_ROUNDINGS[rule.rounding])
    return int(steps) * rule.round_to
