"""Conditions about initiatives and research."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tdkt_desktop.i18n import _
from tdkt_desktop.rules.case import UNLIMITED, at_least, every
from tdkt_desktop.rules.outcomes import Found

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.rules.award_years import AwardYear
    from tdkt_desktop.rules.case import Case
    from tdkt_desktop.rules.facts import Work

IN_YEAR: Final = "year"
IN_RUN: Final = "run"


@dataclass(frozen=True, slots=True, kw_only=True)
class Initiatives:
    """So many initiatives that were recognised, reach far enough, and are not used up.

    `recognised` is the lowest level that may have recognised one, `reach` how far its effect must
    be confirmed. Used up is one that served this very award, or an award of `barred_by` in an
    earlier year. `period` is this year, the run of years rated so high (at least `years` long), or
    any time; with `elsewhere_asks` one of another time is for a person to weigh.
    """

    count: int
    recognised: str = ""
    reach: str = ""
    period: str = ""
    rating: str = ""
    years: int = 1
    barred_by: tuple[str, ...] = ()
    elsewhere_asks: bool = False

    def judge(self, case: Case) -> Found:
        """Count the works that surely, or possibly, will do."""
        works = self._works(case)
        answers = [self._counts(case, work) for work in works or ()]
        sure = answers.count(True)
        possible = len(answers) - answers.count(False)
        if works is None or self._unrecorded(case):
            possible = UNLIMITED
        met = at_least(sure, possible, self.count)
        found = self._found(case, works, answers)
        return Found(met, self._needed(case), found, max(0, self.count - sure))

    def _works(self, case: Case) -> tuple[Work, ...] | None:
        return case.facts.initiatives

    def _noun(self) -> str:
        return _("sáng kiến")

    def _counts(self, case: Case, work: Work) -> bool | None:
        """Tell whether a work counts, by its time, its use and its level."""
        timely = self._timely(case, work.year)
        if timely is False or work.recognised == "" or self._used_up(case, work):
            return False
        recognised = self._level(case, work.recognised, self.recognised)
        reach = self._level(case, work.reach, self.reach) if self.reach else True
        return every((recognised, reach, timely, case.counted(work.year)))

    def _level(self, case: Case, level: str | None, wanted: str) -> bool | None:
        """Tell whether a level is as high as wanted; one that nobody knows may be."""
        if level is None:
            return None
        return bool(level) and case.book.levels.get(level, 0) >= case.book.levels.get(wanted, 0)

    def _used_up(self, case: Case, work: Work) -> bool:
        return any(
            use.award == case.award
            or (use.award in self.barred_by and use.year.last_day < case.year.last_day)
            for use in work.used_for
        )

    def _timely(self, case: Case, year: AwardYear) -> bool | None:
        """Tell whether a work is of the time that is asked for."""
        if not year.ends_by(case.year):
            return None if year.overlaps(case.year) else False
        if not self.period:
            return True
        outside = None if self.elsewhere_asks else False
        if self.period == IN_YEAR:
            if year == case.year:
                return True
            return None if year.overlaps(case.year) else outside
        back = case.year.start - year.start
        sure, possible = (max(length, self.years) for length in case.run(self.rating))
        if back < sure:
            return True
        return None if back < possible else outside

    def _unrecorded(self, case: Case) -> bool:
        """Tell whether works of the time that is asked for may be missing from the records."""
        if not self.period:
            return case.works_unknown_ever()
        back = 1 if self.period == IN_YEAR else self.years
        return case.works_unknown(case.year.shifted(-place) for place in range(back))

    # --- words ---

    def _needed(self, case: Case) -> str:
        parts = [f"{self.count} {self._noun()}"]
        names = case.book.level_names
        if self.recognised:
            parts.append(_("cấp công nhận từ {level}").format(level=names[self.recognised]))
        if self.reach:
            parts.append(_("phạm vi từ {level}").format(level=names[self.reach]))
        if self.period == IN_YEAR:
            parts.append(case.year.spoken)
        elif self.period == IN_RUN:
            parts.append(_("trong thời gian đó"))
        return ", ".join(parts)

    def _found(
        self, case: Case, works: Sequence[Work] | None, answers: Sequence[bool | None]
    ) -> str:
        """Return the works that the records hold, with why some do not count."""
        if works is None:
            return _("hồ sơ chưa ghi {works}").format(works=self._noun())
        if not works:
            return _("không có")
        said = sorted(
            (work.year, self._said(case, work, counts=answer))
            for work, answer in zip(works, answers, strict=True)
        )
        return "; ".join(words for _year, words in reversed(said))

    def _said(self, case: Case, work: Work, *, counts: bool | None) -> str:
        """Return a work with its year, and why it does not count."""
        marks = [str(work.year), work.where] if work.where else [str(work.year)]
        if not counts:
            marks.append(self._doubt(case, work))
        return f"“{work.title}” ({', '.join(marks)})"

    def _doubt(self, case: Case, work: Work) -> str:
        """Return why a work does not surely count."""
        if self._used_up(case, work):
            return _("đã dùng")
        if work.recognised == "":
            return _("chưa được công nhận")
        if work.recognised is None or (self.reach and work.reach is None):
            return _("chưa rõ cấp công nhận, phạm vi")
        if not self._level(case, work.recognised, self.recognised):
            return _("cấp công nhận chưa đủ")
        if self.reach and not self._level(case, work.reach, self.reach):
            return _("phạm vi chưa đủ")
        if self._timely(case, work.year) is not True:
            return _("ngoài thời gian xét")
        return _("trước khi chấp hành xong kỷ luật")


@dataclass(frozen=True, slots=True, kw_only=True)
class ScienceWorks(Initiatives):
    """So many pieces of research; `recognised` is the lowest level that may have accepted one."""

    def _works(self, case: Case) -> tuple[Work, ...] | None:
        return case.facts.science_works

    def _noun(self) -> str:
        return _("đề tài, công trình khoa học")
