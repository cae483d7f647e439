"""Reads from the store what the papers of a dossier are told.

Documents are Vietnamese whatever language the window speaks.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from tdkt_desktop.compose.dossier_facts import (
    AwardPart,
    AwardSum,
    CheckedNominee,
    CheckLine,
    DatedAward,
    DossierFacts,
    NomineeFacts,
    PrizeFacts,
    PrizeLine,
    ReportFacts,
    YearLine,
)
from tdkt_desktop.i18n import source_words
from tdkt_desktop.models.merit import AwardKind
from tdkt_desktop.rules.outcomes import STATUS_NAMES
from tdkt_desktop.services.dossier_views import DossierLevel
from tdkt_desktop.services.record_views import History
from tdkt_desktop.services.years import days_of, previous_year
from tdkt_desktop.vietnamese.dates import long_date, short_date
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import date

    from tdkt_desktop.rules.outcomes import AwardResult, ConditionResult
    from tdkt_desktop.services.dossier_views import DossierView, EntryView
    from tdkt_desktop.services.dossiers import DossierService
    from tdkt_desktop.services.eligibility import EligibilityService
    from tdkt_desktop.services.law_book import LawBookService
    from tdkt_desktop.services.paper_data import PaperData
    from tdkt_desktop.services.people import PeopleService
    from tdkt_desktop.services.people_views import PersonRow
    from tdkt_desktop.services.prizes import PrizeService
    from tdkt_desktop.services.record_views import AwardView, InitiativeView
    from tdkt_desktop.services.records import RecordService
    from tdkt_desktop.services.registrations import RegistrationService
    from tdkt_desktop.services.votes import VoteService

_SEXES: Final = {"F": "nữ", "M": "nam"}
_VERDICTS: Final = {True: "Đạt", False: "Chưa đạt", None: "Cần người xem"}
_SCHOOL_DECISION: Final = "Quyết định khen thưởng của nhà trường"
_OPEN_DECISION: Final = "Quyết định số … ngày … của …"
_LEADERS: Final = ("to truong", "hieu truong", "to pho")
_BEFORE: Final = 3
"""How many awards of the years before a list names."""


class DossierPaperData:
    """Turns a dossier and the records of its nominees into the facts of documents."""

    def __init__(
        self,
        dossiers: DossierService,
        people: PeopleService,
        records: RecordService,
        eligibility: EligibilityService,
        law: LawBookService,
        registrations: RegistrationService,
        votes: VoteService,
        papers: PaperData,
        prizes: PrizeService,
    ) -> None:
        self._dossiers, self._people, self._records = dossiers, people, records
        self._eligibility, self._law = eligibility, law
        self._registrations, self._votes = registrations, votes
        self._papers, self._prizes = papers, prizes

    # --- which dossier ---

    def newest(self, year: str) -> DossierView | None:
        """Return the newest dossier of a year; None where there is none."""
        found = self._dossiers.dossiers(year)
        return found[-1] if found else None

    def dossier(self, dossier_id: int) -> DossierView:
        """Return a dossier."""
        return self._dossiers.dossier(dossier_id)

    def entry(self, entry_id: int) -> tuple[DossierView, EntryView]:
        """Return a nominee with the dossier that he, she or it is in."""
        view = self._dossiers.dossier_of_entry(entry_id)
        return view, next(one for one in view.entries if one.id == entry_id)

    # --- lists ---

    def lists(self, view: DossierView) -> DossierFacts:
        """Return a dossier as its lists and its submission speak of it."""
        histories = self._records.histories()
        rows = {row.id: row for row in self._people.rows()}
        book = self._law.book()
        parts = []
        for award in view.awards:
            own = [one for one in view.entries if one.award == award]
            law = book.awards.get(award)
            is_title = law is not None and law.kind == AwardKind.TITLE.value
            nominees = tuple(
                _nominee(one, rows.get(one.subject.person_id or 0),
                         histories.get(one.subject, History()), view.year)
                for one in own
            )  # fmt: skip
            parts.append(AwardPart(own[0].name, is_title, nominees))
        meetings, council = self._meetings(view)
        return DossierFacts(
            receiver=view.form.receiver,
            parts=tuple(parts),
            sums=tuple(self._sums(view)),
            meetings=meetings,
            council=council,
            papers=tuple(self._paper_names(view)),
        )

    def _meetings(self, view: DossierView) -> tuple[tuple[date, ...], str]:
        """Return the days on which the nominees were voted on, and the council's name."""
        rounds = dict.fromkeys(one.vote.round_id for one in view.entries if one.vote)
        counts = [self._votes.closed(one) for one in rounds]
        days = sorted({one.held_on for one in counts})
        return tuple(days), counts[-1].council if counts else "Hội đồng Thi đua - Khen thưởng"

    def _sums(self, view: DossierView) -> Iterator[AwardSum]:
        grid = self._registrations.comparison(view.year)
        passed = Counter(one.award for one in self._dossiers.proposable(view.year))
        for award in view.awards:
            own = [one for one in view.entries if one.award == award]
            is_person = own[0].subject.person_id is not None
            like = [row for row in grid if row.candidate.is_person is is_person]
            yield AwardSum(
                award=own[0].name,
                registered=sum(any(one.award == award for one in row.registered) for row in like),
                proposed=sum(any(one.award == award for one in row.proposed) for row in like),
                passed=passed[award],
                asked=len(own),
                women=sum(bool(one.candidate and one.candidate.female) for one in own),
                base=sum(not row.candidate.whole_school for row in like),
            )

    def _paper_names(self, view: DossierView) -> Iterator[str]:
        """Yield the papers that go along, the submission aside, each form once."""
        forms = self._law.book().forms
        for key in self.form_keys(view):
            form = forms.get(key)
            if form is not None and form.paper != "to-trinh-khen-thuong":
                yield form.name

    def form_keys(self, view: DossierView) -> tuple[str, ...]:
        """Return the forms that the law's data ask of a dossier, each once, in their order."""
        book, day = self._law.book(), self.law_day(view)
        found: dict[str, None] = {}
        for one in view.entries:
            version = book.version_on(one.award, day)
            kind = "individual" if one.subject.person_id is not None else "collective"
            for slot in version.slots_for(kind) if version else ():
                found[slot.form] = None
        return tuple(found)

    def law_day(self, view: DossierView) -> date:
        """Return the day by whose law a dossier goes: of its receipt, else the year's last one."""
        return view.form.received_on or view.sent_on or self._eligibility.received_on(view.year)

    # --- reports ---

    def report(self, view: DossierView, entry: EntryView, span: int) -> ReportFacts:
        """Return a report of merits over the last years of a dossier's year."""
        history = self._records.history(entry.subject)
        years = _years_back(view.year, span)
        titles = _dated(history.of_kind(AwardKind.TITLE), view)
        commendations = _dated(history.of_kind(AwardKind.COMMENDATION), view)
        lines = tuple(_year_line(year, history) for year in years)
        if entry.subject.person_id is not None:
            return self._of_person(view, entry, lines, titles, commendations)
        return self._of_group(view, entry, lines, titles, commendations)

    def _of_person(
        self,
        view: DossierView,
        entry: EntryView,
        lines: tuple[YearLine, ...],
        titles: tuple[DatedAward, ...],
        commendations: tuple[DatedAward, ...],
    ) -> ReportFacts:
        person_id = entry.subject.person_id or 0
        data = self._people.person(person_id).data
        last = days_of(view.year)[1]
        (facts,) = self._papers.people((person_id,), int(view.year[:4]), last)
        return ReportFacts(
            name=data.full_name,
            award=entry.name,
            years=lines,
            receiver=view.form.receiver,
            titles=titles,
            commendations=commendations,
            birth_date=data.birth_date,
            sex=_SEXES.get(data.sex.value, "") if data.sex else "",
            position=data.position,
            unit=entry.candidate.group_name if entry.candidate else "",
            qualifications=data.qualifications,
            political_theory=data.political_theory,
            party_member=data.party_member,
            sector_since=data.sector_since,
            duties=facts.duties,
        )

    def _of_group(
        self,
        view: DossierView,
        entry: EntryView,
        lines: tuple[YearLine, ...],
        titles: tuple[DatedAward, ...],
        commendations: tuple[DatedAward, ...],
    ) -> ReportFacts:
        whole = bool(entry.candidate and entry.candidate.whole_school)
        members = [
            row for row in self._people.rows() if whole or row.group_id == entry.subject.group_id
        ]
        leader, title = _leader(members)
        return ReportFacts(
            name=entry.who,
            award=entry.name,
            years=lines,
            receiver=view.form.receiver,
            titles=titles,
            commendations=commendations,
            members=len(members),
            women=sum(row.sex is not None and row.sex.value == "F" for row in members),
            leader=leader,
            leader_title=title,
        )

    def report_years(self, view: DossierView, entry: EntryView) -> int:
        """Return how many years a report covers for an award, one where the data do not say."""
        book = self._law.book()
        version = book.version_on(entry.award, self.law_day(view))
        if version is not None and version.report_years:
            return version.report_years
        for form in book.forms.values():
            for span in form.spans:
                if entry.award in span.awards:
                    return span.years
        return 1

    # --- checks and money ---

    def checks(self, view: DossierView) -> tuple[CheckedNominee, ...]:
        """Return every nominee's conditions, with a person's word against the rules."""
        with source_words():
            everybody = {
                one.candidate.subject: one
                for one in self._eligibility.check_all(view.year, received_on=self.law_day(view))
            }
            return tuple(
                _checked(one, found.result(one.award) if found else None)
                for one in view.entries
                for found in (everybody.get(one.subject),)
            )

    def prizes(self, view: DossierView, day: date) -> PrizeFacts:
        """Return the money of a dossier."""
        with source_words():
            sheet = self._prizes.sheet(view, day)
        lines = tuple(
            PrizeLine(
                one.entry.who,
                one.entry.candidate.detail if one.entry.candidate else "",
                one.entry.name,
                f"{one.multiplier:f}".replace(".", ",") if one.multiplier else "",
                one.amount,
            )
            for one in sheet.prizes
        )
        return PrizeFacts(
            lines=lines,
            salary=sheet.salary,
            decision=_decision_words(view),
            payer=sheet.payer.rstrip("."),
            doubts=sheet.doubts,
        )


def _decision_words(view: DossierView) -> str:
    if view.decision is None:
        own = view.form.level is DossierLevel.SCHOOL
        return _SCHOOL_DECISION if own else _OPEN_DECISION
    one = view.decision
    return f"Quyết định số {one.number} {long_date(one.decided_on)} của {one.body}"


def _nominee(entry: EntryView, row: PersonRow | None, history: History, year: str) -> NomineeFacts:
    candidate, vote = entry.candidate, entry.vote
    return NomineeFacts(
        name=entry.who,
        is_person=entry.subject.person_id is not None,
        birth_date=row.birth_date if row else None,
        sex=_SEXES.get(row.sex.value, "") if row and row.sex else "",
        position=candidate.position if candidate else "",
        unit=candidate.group_name if candidate else "",
        rating=next((one.words for one in history.ratings if one.year == year), ""),
        award=entry.name,
        initiatives=_initiatives(history.initiatives, year),
        before=tuple(_before(history, year)),
        votes=vote.words if vote else "",
        percent=vote.percent if vote else "",
        note=entry.note,
    )


def _initiatives(found: Iterable[InitiativeView], year: str) -> tuple[str, ...]:
    return tuple(
        f"{one.data.title} ({words})" if (words := _recognition(one)) else one.data.title
        for one in found
        if one.data.year == year and one.data.recognised
    )


def _recognition(one: InitiativeView) -> str:
    data = one.data
    return ", ".join(
        part
        for part in (data.number, short_date(data.decided_on) if data.decided_on else "")
        if part
    )


def _before(history: History, year: str) -> Iterator[str]:
    older = [one for one in history.awards if one.data.year < year and not one.data.revoked]
    for one in older[:_BEFORE]:
        number = f" ({one.data.number})" if one.data.number else ""
        yield f"{one.data.year}: {one.data.name}{number}"


def _years_back(year: str, span: int) -> tuple[str, ...]:
    found = [year]
    while len(found) < span:
        found.append(previous_year(found[-1]))
    return tuple(reversed(found))


def _year_line(year: str, history: History) -> YearLine:
    rating = next((one.words for one in history.ratings if one.year == year), "")
    return YearLine(year, rating, _initiatives(history.initiatives, year))


def _dated(found: Iterable[AwardView], view: DossierView) -> tuple[DatedAward, ...]:
    """Return awards received, the oldest first; what this dossier itself grants is not yet one."""
    own = {one.record_id for one in view.entries if one.record_id}
    kept = [one for one in found if one.id not in own and not one.data.revoked]
    return tuple(
        DatedAward(one.data.year, one.data.name, _award_decision(one)) for one in reversed(kept)
    )


def _award_decision(one: AwardView) -> str:
    data = one.data
    number = f"Quyết định số {data.number}" if data.number else ""
    day = f"ngày {short_date(data.decided_on, padded=True)}" if data.decided_on else ""
    head = " ".join(part for part in (number, day) if part)
    return "; ".join(part for part in (head, data.body) if part)


def _leader(members: Iterable[PersonRow]) -> tuple[str, str]:
    found = list(members)
    for position in _LEADERS:
        for row in found:
            own = row.position.split(",")[0].strip()
            if fold(own).startswith(position):
                return row.full_name, own
    return "", ""


def _checked(entry: EntryView, result: AwardResult | None) -> CheckedNominee:
    if result is None:
        return CheckedNominee(
            entry.who, entry.name, "", "chưa có quy định áp dụng", override=entry.override_reason
        )
    met = {one.any_of for one in result.conditions if one.any_of and one.met}
    return CheckedNominee(
        name=entry.who,
        award=entry.name,
        version=result.version,
        verdict=STATUS_NAMES[result.status],
        lines=tuple(_condition_line(one, met) for one in result.conditions),
        warnings=result.warnings,
        override=entry.override_reason,
    )


def _condition_line(one: ConditionResult, met: Collection[str]) -> CheckLine:
    """Return a condition as the sheet prints it; `met` are the groups of which one is enough."""
    verdict = "Người xét xác nhận" if one.attest and one.met is None else _VERDICTS[one.met]
    if one.any_of in met and not one.met:
        verdict = "Không cần, đã đạt điều kiện khác"
    source = one.source if one.verified else f"{one.source} (chưa kiểm chứng)".strip()
    return CheckLine(one.text, one.needed, one.found, verdict, source)
