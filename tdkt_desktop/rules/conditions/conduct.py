"""Conditions about discipline and proceedings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tdkt_desktop.i18n import _
from tdkt_desktop.rules.outcomes import Found
from tdkt_desktop.vietnamese.dates import short_date

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tdkt_desktop.rules.case import Case
    from tdkt_desktop.rules.facts import Span


@dataclass(frozen=True, slots=True)
class NoProceedings:
    """Nothing is being looked into: no discipline, investigation, inspection or complaint."""

    def judge(self, case: Case) -> Found:
        """Look at what the records say; for a collective nothing said is no."""
        needed = _("không có việc đang xem xét")
        answer = case.facts.open_proceedings
        if answer is None and not case.is_collective:
            return Found(None, needed, _("hồ sơ chưa ghi có hay không"))
        if answer:
            return Found(False, needed, _("đang có việc được xem xét, xác minh"))
        return Found(True, needed, _("không có"))


@dataclass(frozen=True, slots=True)
class NoRunningDiscipline:
    """No measure of discipline holds on the day of receipt."""

    def judge(self, case: Case) -> Found:
        """Look at the measures that have begun; the last day still belongs to one."""
        day = case.facts.received_on
        needed = _("không đang chịu kỷ luật vào {day}").format(day=short_date(day))
        measures = case.discipline()
        if measures is None:
            return Found(None, needed, _("hồ sơ chưa ghi có hay không"))
        found = _said(case, measures)
        if any(_runs(one, day) for one in measures if not one.open_end):
            return Found(False, needed, found)
        if any(one.open_end for one in measures):
            return Found(None, needed, found)
        return Found(True, needed, found)


@dataclass(frozen=True, slots=True)
class NoDisciplineInYear:
    """No measure of discipline, from a kind up, was taken in the year."""

    from_kind: str

    def judge(self, case: Case) -> Found:
        """Look at the measures that began in the year."""
        needed = _("không bị kỷ luật từ {kind} trong {year}").format(
            kind=case.book.disciplines[self.from_kind].name, year=case.year.spoken
        )
        measures = case.discipline()
        if measures is None:
            return Found(None, needed, _("hồ sơ chưa ghi có hay không"))
        least = case.book.disciplines[self.from_kind].rank
        taken = [
            one
            for one in measures
            if case.book.disciplines[one.kind].rank >= least
            and case.year.first_day <= one.starts_on <= case.year.last_day
        ]
        return Found(not taken, needed, _said(case, taken))


def _runs(one: Span, day: date) -> bool:
    return one.ends_on is None or one.ends_on >= day


def _said(case: Case, measures: Iterable[Span]) -> str:
    """Return the measures as a sentence lists them."""
    said = [
        _("{kind} từ {first} đến {last}").format(
            kind=case.book.disciplines[one.kind].name,
            first=short_date(one.starts_on),
            last=short_date(one.ends_on) if one.ends_on else _("chưa rõ ngày"),
        )
        for one in sorted(measures, key=lambda one: (one.starts_on, one.kind))
    ]
    return "; ".join(said) or _("không có")
