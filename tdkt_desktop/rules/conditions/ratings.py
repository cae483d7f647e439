"""Conditions about the ratings of years."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tdkt_desktop.i18n import _
from tdkt_desktop.rules.case import every
from tdkt_desktop.rules.outcomes import Found

if TYPE_CHECKING:
    from tdkt_desktop.rules.award_years import AwardYear
    from tdkt_desktop.rules.case import Case


@dataclass(frozen=True, slots=True)
class RatingYears:
    """Rated so high or higher in this year and the ones before it, `years` in a row."""

    rating: str
    years: int = 1

    def judge(self, case: Case) -> Found:
        """Look at the years one by one from this one back."""
        years = [case.year.shifted(-back) for back in range(self.years)]
        answers = [case.rated(year, self.rating) for year in years]
        done = next((place for place, one in enumerate(answers) if not one), self.years)
        found = "; ".join(found_rating(case, year) for year in years)
        return Found(every(answers), self._needed(case), found, self.years - done)

    def _needed(self, case: Case) -> str:
        name = case.rating_name(self.rating)
        if case.book.ranks[self.rating] < max(case.book.ranks.values()):
            name = _("{rating} trở lên").format(rating=name)
        if self.years == 1:
            return _("{rating}, {year}").format(rating=name, year=case.year.spoken)
        return _("{rating}, {count} năm liên tục đến {year}").format(
            rating=name, count=self.years, year=case.year.spoken
        )


def found_rating(case: Case, year: AwardYear) -> str:
    """Return what the records say of a year's rating."""
    rating = case.rating(year)
    if rating is None:
        known = case.facts.ratings == ()
        words = _("{year}: không có xếp loại") if known else _("{year}: chưa ghi xếp loại")
        return words.format(year=year)
    said = _("{year}: {rating}").format(year=year, rating=case.rating_name(rating, year))
    if case.counted(year) is True:
        return said
    return _("{said} (năm có thời gian trước khi chấp hành xong kỷ luật)").format(said=said)
