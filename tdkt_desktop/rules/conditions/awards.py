"""Conditions about awards received before."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from tdkt_desktop.i18n import _
from tdkt_desktop.rules.case import UNLIMITED, at_least
from tdkt_desktop.rules.outcomes import Found

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from tdkt_desktop.rules.award_years import AwardYear
    from tdkt_desktop.rules.case import Case
    from tdkt_desktop.rules.facts import HeldAward

_ORDER: Final = attrgetter("year", "code", "proposed", "thematic", "revoked", "where")


@dataclass(frozen=True, slots=True)
class AwardsInRow:
    """One of the awards so many times in a row, the last one for this year.

    Of awards that are given for `every_years` years, a time follows the one before it at most that
    many years later, and no such span is empty between the last time and this year.
    """

    awards: tuple[str, ...]
    count: int
    every_years: int = 1

    def judge(self, case: Case) -> Found:
        """Count the times in a row back from this year."""
        sure, possible = case.award_years(self.awards)
        back = self.count * self.every_years
        possible |= {year for year in _years_back(case.year, back) if case.award_unknown(year)}
        done = self._in_row(case.year, sure)
        met = at_least(done, self._in_row(case.year, possible), self.count)
        needed = _("{count} lần liên tục {awards} đến {year}").format(
            count=self.count, awards=case.award_names(self.awards), year=case.year.spoken
        )
        return Found(met, needed, found_awards(case, self.awards), max(0, self.count - done))

    def _in_row(self, year: AwardYear, years: Collection[AwardYear]) -> int:
        """Return how many times follow each other back from a year."""
        starts = (one.start for one in years if one.is_school_year == year.is_school_year)
        count, later = 0, year.start + 1
        for start in sorted(starts, reverse=True):
            if later - start > self.every_years:
                break
            count, later = count + 1, start
        return count


@dataclass(frozen=True, slots=True)
class AwardHeld:
    """One of the awards at any time up to this year."""

    awards: tuple[str, ...]
    count: int = 1

    def judge(self, case: Case) -> Found:
        """Count the awards; one from before discipline was spent is for a person to weigh."""
        held = list(case.held(self.awards))
        sure = sum(not one.proposed and case.counted(one.year) is True for one in held)
        possible = UNLIMITED if case.awards_unknown_ever() else len(held)
        needed = _("đã có {awards}").format(awards=case.award_names(self.awards))
        if self.count > 1:
            needed = _("{count} lần {awards}").format(
                count=self.count, awards=case.award_names(self.awards)
            )
        met = at_least(sure, possible, self.count)
        return Found(met, needed, found_awards(case, self.awards), max(0, self.count - sure))


@dataclass(frozen=True, slots=True)
class AwardsInRun:
    """One of the awards so many times, in the years in a row that are rated so high.

    The time is the whole run of such years up to this one, and at least `years` long.
    """

    awards: tuple[str, ...]
    count: int
    rating: str
    years: int

    def judge(self, case: Case) -> Found:
        """Count the times in the years that surely, or possibly, belong to the run."""
        sure_run, possible_run = (max(length, self.years) for length in case.run(self.rating))
        sure, possible = case.award_years(self.awards)
        done = len(_within(case.year, sure, sure_run))
        could = len(_within(case.year, possible, possible_run))
        back = _years_back(case.year, min(possible_run, self.years))
        could += sum(case.award_unknown(year) and year not in possible for year in back)
        needed = _("{count} lần {awards} trong thời gian đó").format(
            count=self.count, awards=case.award_names(self.awards)
        )
        met = at_least(done, could, self.count)
        return Found(met, needed, found_awards(case, self.awards), max(0, self.count - done))


@dataclass(frozen=True, slots=True)
class FreshBlock:
    """The years that the award asks for do not reach into those that an earlier one used up."""

    awards: tuple[str, ...]
    years: int

    def judge(self, case: Case) -> Found:
        """Look at the awards of the years that this one would use."""
        used = _years_back(case.year, self.years)[1:]
        sure, possible = case.award_years(self.awards, counted=lambda _year: True)
        met: bool | None = True
        if any(year in sure for year in used):
            met = False
        elif any(year in possible or case.award_unknown(year) for year in used):
            met = None
        needed = _("chưa dùng các năm từ {year} cho lần xét trước").format(
            year=case.year.shifted(1 - self.years).spoken
        )
        return Found(met, needed, found_awards(case, self.awards))


@dataclass(frozen=True, slots=True)
class YearsAfterAward:
    """So many years have gone by since one of the awards, this one among them."""

    awards: tuple[str, ...]
    years: int

    def judge(self, case: Case) -> Found:
        """Look for an award that is old enough."""
        latest = case.year.shifted(-self.years)
        sure, possible = case.award_years(self.awards, counted=lambda _year: True)
        met: bool | None = False
        if any(year.ends_by(latest) for year in sure):
            met = True
        elif case.awards_unknown_ever() or any(year.ends_by(latest) for year in possible):
            met = None
        needed = _("{count} năm sau khi có {awards}").format(
            count=self.years, awards=case.award_names(self.awards)
        )
        return Found(met, needed, found_awards(case, self.awards))


@dataclass(frozen=True, slots=True)
class OnceOnly:
    """None of the awards was received at any time."""

    awards: tuple[str, ...]

    def judge(self, case: Case) -> Found:
        """Look for an award that was received or is proposed."""
        held = [
            one for one in case.facts.awards or () if one.code in self.awards and not one.revoked
        ]
        met: bool | None = True
        if any(not one.proposed for one in held):
            met = False
        elif held or case.awards_unknown_ever():
            met = None
        needed = _("chưa được tặng {awards}").format(awards=case.award_names(self.awards))
        return Found(met, needed, found_awards(case, self.awards))


def found_awards(case: Case, codes: Iterable[str]) -> str:
    """Return the awards that the records hold, or that they hold none or say nothing."""
    if case.facts.awards is None:
        return _("hồ sơ chưa ghi khen thưởng")
    wanted = tuple(codes)
    found = [one for one in case.facts.awards if one.code in wanted]
    if not found:
        return _("không có")
    found.sort(key=_ORDER)
    name = len(wanted) > 1
    return "; ".join(_said(case, one, with_name=name) for one in found)


def _said(case: Case, one: HeldAward, *, with_name: bool) -> str:
    """Return an award's year with what keeps it from counting."""
    marks = [one.where] if one.where else []
    if one.revoked:
        marks.append(_("đã bị thu hồi"))
    if one.proposed:
        marks.append(_("đang đề nghị"))
    if one.thematic and not case.book.thematic_counts:
        marks.append(_("chuyên đề, đột xuất: không tính"))
    if not one.year.ends_by(case.year):
        marks.append(_("sau năm xét: không tính"))
    if case.counted(one.year) is not True:
        marks.append(_("trước khi chấp hành xong kỷ luật"))
    said = f"{case.book.award_name(one.code)} {one.year}" if with_name else str(one.year)
    return f"{said} ({', '.join(marks)})" if marks else said


def _years_back(year: AwardYear, count: int) -> Sequence[AwardYear]:
    """Return a year and the ones before it, so many together."""
    return [year.shifted(-back) for back in range(count)]


def _within(year: AwardYear, years: Iterable[AwardYear], length: int) -> list[AwardYear]:
    """Return the years of the span of so many years that ends with `year`."""
    return [
        one
        for one in years
        if one.is_school_year == year.is_school_year and year.start - length < one.start
    ]
