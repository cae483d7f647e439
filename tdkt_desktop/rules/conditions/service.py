"""Conditions about the time somebody has served."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from tdkt_desktop.i18n import _
from tdkt_desktop.rules.outcomes import Found
from tdkt_desktop.vietnamese.dates import short_date

if TYPE_CHECKING:
    from tdkt_desktop.rules.case import Case

_MONTHS_OF_YEAR: Final = 12


@dataclass(frozen=True, slots=True)
class ServiceYears:
    """So many years in the sector by the day of receipt, without the time under discipline.

    Somebody with `special_area_years` in areas of special hardship needs `fewer_years` less.
    """

    years: int
    fewer_years: int = 0
    special_area_years: int = 0

    def judge(self, case: Case) -> Found:
        """Count whole years since the entry into the sector, without days that do not count."""
        since, day = case.facts.sector_since, case.facts.received_on
        if since is None:
            return Found(None, self._needed(), _("chưa ghi ngày vào ngành"))
        done = whole_months(since + timedelta(days=_days_under_discipline(case)), day)
        done = max(0, done) // _MONTHS_OF_YEAR
        found = _("vào ngành {since}: {years} năm tính đến {day}").format(
            since=short_date(since), years=done, day=short_date(day)
        )
        return Found(self._met(case, done), self._needed(), found, max(0, self.years - done))

    def _met(self, case: Case, done: int) -> bool | None:
        if done >= self.years:
            return True if case.discipline() is not None else None
        if not self.fewer_years or done < self.years - self.fewer_years:
            return False
        special = case.facts.special_area_years
        return None if special is None else special >= self.special_area_years

    def _needed(self) -> str:
        needed = _("{years} năm trong ngành").format(years=self.years)
        if not self.fewer_years:
            return needed
        return _(
            "{needed} (hoặc {fewer} năm nếu từ {special} năm ở vùng đặc biệt khó khăn)"
        ).format(
            needed=needed, fewer=self.years - self.fewer_years, special=self.special_area_years
        )


@dataclass(frozen=True, slots=True)
class MonthsSinceHired:
    """Recruited at least so many months before the day of receipt."""

    months: int

    def judge(self, case: Case) -> Found:
        """Count whole months; who may have come from another school is for a person to weigh."""
        hired, since = case.facts.hired_on, case.facts.sector_since
        needed = _("từ {months} tháng kể từ khi tuyển dụng").format(months=self.months)
        if hired is None:
            return Found(None, needed, _("chưa ghi ngày tuyển dụng"))
        done = max(0, whole_months(hired, case.facts.received_on))
        found = _("tuyển dụng {day}: {months} tháng").format(day=short_date(hired), months=done)
        if done >= self.months:
            return Found(True, needed, found)
        if since is not None and since < hired:
            found = _("{found}; đã vào ngành {since}").format(found=found, since=short_date(since))
        met = False if since is not None and since >= hired else None
        return Found(met, needed, found, self.months - done)


@dataclass(frozen=True, slots=True)
class Transfer:
    """Somebody who came during the year has the opinion of the school before, if long enough there.

    No record holds that opinion, so a person must look.
    """

    months: int

    def judge(self, case: Case) -> Found:
        """Look whether somebody came during the year, and how long after it began."""
        hired, since = case.facts.hired_on, case.facts.sector_since
        needed = _("nhận xét của đơn vị cũ, nếu chuyển đến sau từ {months} tháng ở đó").format(
            months=self.months
        )
        if hired is None:
            return Found(None, needed, _("chưa ghi ngày về trường"))
        first = case.year.first_day
        if hired <= first or hired > case.year.last_day or since == hired:
            return Found(True, needed, _("không chuyển đến trong năm"))
        found = _("về trường {day}").format(day=short_date(hired))
        if whole_months(max(first, since or first), hired) < self.months:
            return Found(True, needed, found)
        return Found(None, needed, found)


@dataclass(frozen=True, slots=True)
class LeaveCounts:
    """Leave of some kinds counts as time of work, so it never stands in the way."""

    kinds: tuple[str, ...]

    def judge(self, case: Case) -> Found:
        """List the leave of these kinds in the year."""
        names = ", ".join(case.book.leaves[kind].name for kind in self.kinds)
        taken = [
            _("{name} từ {first}").format(
                name=case.book.leaves[one.kind].name, first=short_date(one.starts_on)
            )
            for one in sorted(case.facts.leave or (), key=lambda one: (one.starts_on, one.kind))
            if one.kind in self.kinds and one.meets(case.year.first_day, case.year.last_day)
        ]
        needed = _("{names} được tính").format(names=names)
        return Found(True, needed, "; ".join(taken) or _("không có thời gian nghỉ loại này"))


def whole_months(first: date, last: date) -> int:
    """Return how many whole months lie between two days; the same day of the month completes one.

    A month that has no such day is complete on its last day.
    """
    months = (last.year - first.year) * _MONTHS_OF_YEAR + last.month - first.month
    completes = min(first.day, monthrange(last.year, last.month)[1])
    return months if last.day >= completes else months - 1


def _days_under_discipline(case: Case) -> int:
    """Return how many days by the day of receipt were under discipline, none counted twice."""
    since, day = case.facts.sector_since or date.min, case.facts.received_on
    spans = sorted(
        (max(since, one.starts_on), min(day, one.ends_on or day)) for one in case.discipline() or ()
    )
    days, covered = 0, date.min
    for first, last in spans:
        begin = max(first, covered + timedelta(days=1)) if covered > date.min else first
        if last >= begin:
            days += (last - begin).days + 1
            covered = last
    return days
