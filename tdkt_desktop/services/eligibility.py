"""Use cases about eligibility: who may be proposed for what, why not yet, and what if.

The program never grants. It says what the law asks, what the records hold and what is missing; a
person decides.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.models.person import Person
from tdkt_desktop.services.award_facts import StoredFacts
from tdkt_desktop.services.candidates import Candidate, candidate_of
from tdkt_desktop.services.eligibility_views import CapUse, Checked, Near, Placed
from tdkt_desktop.services.nearness import near_of
from tdkt_desktop.services.nominee_caps import cap_uses, placed, rating_cap_uses
from tdkt_desktop.services.years import days_of, read_year

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from tdkt_desktop.models.changes import Change
    from tdkt_desktop.models.store import Store
    from tdkt_desktop.services.award_facts import Supposition
    from tdkt_desktop.services.law_book import LawBookService
    from tdkt_desktop.services.record_views import Subject
    from tdkt_desktop.services.school import SchoolService


class EligibilityService:
    """Puts everybody's records before the law as the school has it."""

    def __init__(self, store: Store, school: SchoolService, law: LawBookService) -> None:
        self._store, self._school, self._law = store, school, law
        self._known: dict[tuple[str, date], StoredFacts] = {}
        store.on_change(lambda _change: self._known.clear())

    # --- asking ---

    def check(
        self,
        year: str,
        subject: Subject,
        *,
        received_on: date | None = None,
        suppose: Supposition | None = None,
    ) -> Checked:
        """Return the answers for one person or collective; what is supposed is not stored.

        Without a day of receipt the law is that of today, or of the year's last day once it is
        over.
        """
        facts, day = self._facts(year, received_on)
        known = {one.subject: one for one in facts.candidates}
        if subject not in known:
            with self._store.read() as session:
                name = candidate_of(session, subject).name
            raise InputError(
                _("“{name}” không công tác ở trường trong {year}.").format(name=name, year=year),
                _("Xin chọn năm khác, hoặc xem lại ngày về trường, ngày nghỉ."),
            )
        return self._checked(facts, known[subject], day, suppose)

    def check_all(
        self,
        year: str,
        *,
        received_on: date | None = None,
        group_id: int | None = None,
    ) -> tuple[Checked, ...]:
        """Return the answers for everybody of the school, or of a group, and the collectives."""
        facts, day = self._facts(year, received_on)
        return tuple(
            self._checked(facts, candidate, day, None)
            for candidate in facts.candidates
            if group_id is None or candidate.group_id == group_id
        )

    def radar(
        self, year: str, *, received_on: date | None = None, award: str = ""
    ) -> tuple[Near, ...]:
        """Return who is one step from which award, or from one award, and what that step is."""
        return tuple(
            near
            for checked in self.check_all(year, received_on=received_on)
            for near in near_of(checked)
            if not award or near.award == award
        )

    def caps(
        self,
        year: str,
        chosen: Mapping[str, Collection[Subject]],
        *,
        received_on: date | None = None,
    ) -> tuple[CapUse, ...]:
        """Return how much of each cap a choice of nominees, by award, uses up.

        A cap in parts of another award counts those chosen for that award, or, where none are
        chosen for it, those who have it already.
        """
        facts, day = self._facts(year, received_on)
        return cap_uses(self._law.book(), facts, chosen, day)

    def rating_caps(self, year: str) -> tuple[CapUse, ...]:
        """Return how much of each cap on ratings the year's ratings use up."""
        facts, day = self._facts(year, None)
        return rating_cap_uses(self._law.book(), facts, day)

    def ties(self, year: str, subjects: Iterable[Subject]) -> tuple[Placed, ...]:
        """Return equals in the order in which the law prefers them, with the reason."""
        facts, day = self._facts(year, None)
        wanted = set(subjects)
        equals = [one for one in facts.candidates if one.subject in wanted]
        return placed(self._law.book(), facts, equals, day)

    def candidates(self, year: str) -> tuple[Candidate, ...]:
        """Return who was at the school in a year: groups in their order, each before its people."""
        return self._facts(year, None)[0].candidates

    def received_on(self, year: str) -> date:
        """Return the day by whose law a year is looked at unless a person says another."""
        return min(_today(), days_of(read_year(year))[1])

    # --- telling ---

    def confirm_no_proceedings(self, person_ids: Iterable[int]) -> Change:
        """Store that nothing is being looked into for these people.

        Until somebody has said so it is not known, and every award asks for a person.
        """
        with self._store.transaction(_("Xác nhận không có việc đang xem xét")) as act:
            for person_id in person_ids:
                person = act.session.get(Person, person_id)
                if person is not None and person.open_proceedings is None:
                    person.open_proceedings = False
        return act.change

    def _facts(self, year: str, received_on: date | None) -> tuple[StoredFacts, date]:
        """Return everybody's facts for a year, read anew only after a change of the store."""
        year = read_year(year)
        day = received_on or self.received_on(year)
        if (year, day) not in self._known:
            level = self._school.profile().level.value
            with self._store.read() as session:
                facts = StoredFacts(session, self._law.book(), year, day, level)
            self._known = {(year, day): facts}
        return self._known[year, day], day

    def _checked(
        self, facts: StoredFacts, candidate: Candidate, day: date, suppose: Supposition | None
    ) -> Checked:
        own = facts.of(candidate)
        if suppose is not None:
            own = suppose.applied(own)
        return Checked(candidate, str(own.year), day, self._law.evaluator().evaluate(own), own)


def _today() -> date:
    return date.today()  # noqa: DTZ011 - a day of the office's calendar
