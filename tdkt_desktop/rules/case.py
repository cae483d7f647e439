"""The facts of one person or collective, laid out so that conditions find things fast."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from tdkt_desktop.rules.facts import SubjectKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from tdkt_desktop.rules.award_years import AwardYear
    from tdkt_desktop.rules.facts import Facts, HeldAward, Span
    from tdkt_desktop.rules.law_book import LawBook
    from tdkt_desktop.rules.outcomes import ConditionResult

UNLIMITED: Final = 10_000


def every(answers: Iterable[bool | None]) -> bool | None:
    """Return true for all true, false for any false, else None."""
    unknown = False
    for answer in answers:
        if answer is False:
            return False
        unknown = unknown or answer is None
    return None if unknown else True


def at_least(sure: int, possible: int, wanted: int) -> bool | None:
    """Return whether there are enough: true by the sure ones, false even with all possible ones."""
    if sure >= wanted:
        return True
    return False if possible < wanted else None


class Case:
    """One subject before the rules of one award; conditions ask it, never the bare facts.

    With `after_discipline` achievements count only from the end of a measure of discipline. What
    is the same for all awards is found once and kept in `common`.
    """

    __slots__ = (
        "_awards",
        "_done_on",
        "_ratings",
        "_runs",
        "after_discipline",
        "award",
        "book",
        "common",
        "facts",
    )

    def __init__(self, book: LawBook, facts: Facts) -> None:
        self.book = book
        self.facts = facts
        self.award = ""
        self.after_discipline = False
        self.common: dict[str, ConditionResult] = {}
        self._runs: dict[tuple[str, bool], tuple[int, int]] = {}
        self._ratings = None if facts.ratings is None else {
            one.year: one.rating for one in facts.ratings
        }  # fmt: skip
        self._awards: dict[str, list[HeldAward]] = defaultdict(list)
        for held in facts.awards or ():
            if not held.revoked:
                self._awards[held.code].append(held)
        self._done_on = _spent_on(facts)

    @property
    def year(self) -> AwardYear:
        """The year that the award is for."""
        return self.facts.year

    @property
    def is_collective(self) -> bool:
        """Whether the subject is a collective, of which what is left out counts as none."""
        return self.facts.subject is SubjectKind.COLLECTIVE

    def discipline(self) -> tuple[Span, ...] | None:
        """Return the measures of discipline begun by the day of receipt, None if unknown."""
        if self.facts.discipline is None:
            return () if self.is_collective else None
        day = self.facts.received_on
        return tuple(one for one in self.facts.discipline if one.starts_on <= day)

    def counted(self, year: AwardYear) -> bool | None:
        """Tell whether achievements of a year count: not those before discipline was spent.

        None for the year in which it ended.
        """
        if not self.after_discipline or self._done_on is None or self._done_on < year.first_day:
            return True
        return None if self._done_on < year.last_day else False

    # --- ratings ---

    def rating(self, year: AwardYear) -> str | None:
        """Return the rating of a year, None where it is not known."""
        return None if self._ratings is None else self._ratings.get(year)

    def rated(self, year: AwardYear, wanted: str) -> bool | None:
        """Tell whether a year was rated so high; a year missing beside others is unknown."""
        if not self._ratings:
            return None if self._ratings is None else False
        rating = self._ratings.get(year)
        if rating is None:
            return None
        ranks = self.book.ranks
        return self.counted(year) if ranks[rating] >= ranks[wanted] else False

    def run(self, wanted: str) -> tuple[int, int]:
        """Return how many years in a row up to this one are rated so high: surely, and possibly."""
        key = (wanted, self.after_discipline)
        if key not in self._runs:
            self._runs[key] = self._run(wanted)
        return self._runs[key]

    def _run(self, wanted: str) -> tuple[int, int]:
        sure, year = 0, self.year
        answer = self.rated(year, wanted)
        while answer:
            sure, year = sure + 1, year.shifted(-1)
            answer = self.rated(year, wanted)
        if answer is False:
            return sure, sure
        if not self._ratings:
            return sure, UNLIMITED
        earliest = min(self._ratings)[0]
        possible = sure
        while answer is not False and year.start >= earliest:
            possible, year = possible + 1, year.shifted(-1)
            answer = self.rated(year, wanted)
        return sure, possible if answer is False else UNLIMITED

    # --- awards ---

    def held(self, codes: Iterable[str], *, thematic: bool = False) -> Iterator[HeldAward]:
        """Yield the awards of some codes up to this year that are not revoked.

        Those by theme or for a sudden merit are left out where they do not count.
        """
        for code in codes:
            for one in self._awards.get(code, ()):
                if one.year.ends_by(self.year) and (
                    thematic or not one.thematic or self.book.thematic_counts
                ):
                    yield one

    def award_years(
        self, codes: Iterable[str], counted: Callable[[AwardYear], bool | None] | None = None
    ) -> tuple[set[AwardYear], set[AwardYear]]:
        """Return the years with one of some awards: surely, and possibly (proposed, in doubt)."""
        sure: set[AwardYear] = set()
        possible: set[AwardYear] = set()
        for one in self.held(codes):
            counts = (counted or self.counted)(one.year)
            if counts is False:
                continue
            possible.add(one.year)
            if counts and not one.proposed:
                sure.add(one.year)
        return sure, possible

    def award_unknown(self, year: AwardYear) -> bool:
        """Tell whether a missing award of a year may only be missing from the records."""
        if self.facts.awards is None:
            return True
        return self._gap(self.facts.award_years, year)

    def awards_unknown_ever(self) -> bool:
        """Tell whether awards of some year up to this one may be missing from the records."""
        if self.facts.awards is None:
            return True
        return self._gap_ever(self.facts.award_years)

    # --- works ---

    def works_unknown(self, years: Iterable[AwardYear]) -> bool:
        """Tell whether works of some of these years may be missing from the records."""
        return any(self._gap(self.facts.work_years, year) for year in years)

    def works_unknown_ever(self) -> bool:
        """Tell whether works of some year up to this one may be missing from the records."""
        return self._gap_ever(self.facts.work_years)

    # --- words ---

    def rating_name(self, code: str, year: AwardYear | None = None) -> str:
        """Return what a rating was called at the end of a year, or of this one."""
        return self.book.ratings.name(code, (year or self.year).last_day)

    def award_names(self, codes: Iterable[str]) -> str:
        """Return the names of awards, as a sentence lists them."""
        return " / ".join(self.book.award_name(code) for code in codes)

    def _gap(self, known: frozenset[AwardYear] | None, year: AwardYear) -> bool:
        since = self.facts.sector_since
        if known is None or year in known:
            return False
        return since is None or year.last_day >= since

    def _gap_ever(self, known: frozenset[AwardYear] | None) -> bool:
        """Tell whether some year of service up to this one has no records at all."""
        if known is None:
            return False
        since = self.facts.sector_since
        if since is None:
            return True
        year = self.year
        while year.last_day >= since:
            if year not in known:
                return True
            year = year.shifted(-1)
        return False


def _spent_on(facts: Facts) -> date | None:
    """Return the last day of discipline that is over by the day of receipt, None for none."""
    day = facts.received_on
    over = (
        one.ends_on
        for one in facts.discipline or ()
        if one.ends_on is not None and one.starts_on <= day and one.ends_on < day
    )
    return max(over, default=None)
