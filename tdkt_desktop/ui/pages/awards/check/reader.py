"""Reads, beside the window, how everybody stands before every award."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tdkt_desktop.services.award_words import AwardWord
from tdkt_desktop.services.eligibility_views import AwardResult, Checked, Near, Status
from tdkt_desktop.services.nearness import near_of
from tdkt_desktop.services.nomination_views import NominationState, NominationView
from tdkt_desktop.services.record_views import Subject

if TYPE_CHECKING:
    from tdkt_desktop.services.candidates import Candidate
    from tdkt_desktop.services.context import AppContext


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One person or collective before one award."""

    checked: Checked
    result: AwardResult
    registered: bool
    nomination: NominationView | None
    step: str = ""

    @property
    def candidate(self) -> Candidate:
        """Who it is."""
        return self.checked.candidate

    @property
    def one_step(self) -> bool:
        """Whether one step is missing, and nothing else."""
        return self.result.status is Status.NOT_YET and bool(self.step)


@dataclass(frozen=True, slots=True)
class CheckNews:
    """Everything that the part shows of a year."""

    year: str
    awards: tuple[AwardWord, ...]
    checked: tuple[Checked, ...]
    near: dict[tuple[Subject, str], Near]
    registered: frozenset[tuple[Subject, str]]
    nominations: dict[tuple[Subject, str], NominationView]

    def rows(self, award: str) -> list[CheckRow]:
        """Return everybody whom an award concerns, in the order of the school."""
        found = ((one, one.result(award)) for one in self.checked)
        return [self._row(one, result) for one, result in found if result is not None]

    def of(self, subject: Subject) -> list[CheckRow]:
        """Return one person or collective before every award."""
        found = next((one for one in self.checked if one.candidate.subject == subject), None)
        return [self._row(found, result) for result in found.results] if found else []

    def chosen(self) -> dict[str, list[Subject]]:
        """Return by award who is nominated."""
        by_award: dict[str, list[Subject]] = {}
        for subject, award in self.nominations:
            by_award.setdefault(award, []).append(subject)
        return by_award

    def _row(self, checked: Checked, result: AwardResult) -> CheckRow:
        key = (checked.candidate.subject, result.award)
        near = self.near.get(key)
        return CheckRow(
            checked,
            result,
            key in self.registered,
            self.nominations.get(key),
            near.step if near else "",
        )


def read_news(context: AppContext, year: str) -> CheckNews:
    """Read how everybody stands in a year."""
    eligibility = context.eligibility
    checked = eligibility.check_all(year)
    day = eligibility.received_on(year)
    rows = context.registrations.comparison(year)
    registered = frozenset(
        (row.candidate.subject, one.award) for row in rows for one in row.registered
    )
    standing = {
        (one.candidate.subject, one.award): one
        for one in context.nominations.nominations(year)
        if one.candidate is not None and one.state is NominationState.PROPOSED
    }
    known = {result.award for one in checked for result in one.results}
    awards = tuple(word for word in context.registrations.awards.on(day) if word.code in known)
    steps = (near for one in checked for near in near_of(one))
    near = {(one.candidate.subject, one.award): one for one in steps}
    return CheckNews(year, awards, checked, near, registered, standing)
