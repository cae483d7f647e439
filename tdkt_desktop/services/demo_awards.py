"""The way to the sample school's awards: registrations, reviews, nominations, a closed vote."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tdkt_desktop.i18n import _
from tdkt_desktop.models.merit import AwardKind
from tdkt_desktop.resources import resource
from tdkt_desktop.services.council_views import MeetingFacts
from tdkt_desktop.services.dossier_views import Decision, DossierForm
from tdkt_desktop.services.record_views import Subject
from tdkt_desktop.services.registration_views import RegistrationEdit
from tdkt_desktop.services.review_views import ReviewFacts, ReviewMethod, ReviewSubject
from tdkt_desktop.services.vote_views import Ballots, Teller
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from tdkt_desktop.services.candidates import Candidate
    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.services.review_views import ReviewEntry

_LEADER, _DEPUTY = "to truong", "to pho"


def add_sample_awards(context: AppContext) -> None:
    """Fill a store that has the sample school's people and councils with the way to the awards."""
    data = tomllib.loads(resource("demo", "awards.toml").read_text("utf-8"))
    with context.store.transaction(_("Điền xét thi đua trường mẫu"), undoable=False):
        _SampleAwards(context, data).add_all()


class _SampleAwards:
    """Puts the file's entries into the store; names in it stand for ids."""

    def __init__(self, context: AppContext, data: dict[str, Any]) -> None:
        self._context, self._data = context, data
        self._year: str = data["finished"]
        rows = context.registrations.grid(self._year).rows
        self._everybody = {row.candidate.name: row.candidate for row in rows}
        self._people = {row.full_name: row.id for row in context.people.rows()}
        self._titles = self._titles_of(self._year)

    def add_all(self) -> None:
        """Add relatives first, then the finished year, then what this year has so far."""
        for pair in self._data["relatives"]:
            person, other = self._people[pair["person"]], self._people[pair["other"]]
            self._context.relatives.add(person, other, pair["kind"])
        for year, day in self._data["closing"].items():
            self._context.registrations.set_closing_day(year, day)
        self._register()
        for candidate in self._everybody.values():
            if not candidate.is_person and not candidate.whole_school:
                self._review(candidate)
        self._nominate()
        self._vote()
        for entry in self._data["dossiers"]:
            self._add_dossier(entry)

    def _titles_of(self, year: str) -> dict[Subject, tuple[str, ...]]:
        """Return the titles that the year's decisions granted."""
        found: dict[Subject, list[str]] = {}
        for subject, history in self._context.records.histories().items():
            for award in history.of_kind(AwardKind.TITLE):
                if award.data.year == year:
                    found.setdefault(subject, []).append(award.data.code)
        return {subject: tuple(codes) for subject, codes in found.items()}

    # --- registering ---

    def _register(self) -> None:
        service, days = self._context.registrations, self._data["dates"]
        edits = [RegistrationEdit(one, self._wanted(one, codes)) for one, codes in self._own()]
        service.set_many(self._year, edits, days[self._year])
        self._register_more(self._year)
        current: str = self._data["current"]
        service.start_from_last_year(current, days[current])
        self._register_more(current)

    def _own(self) -> list[tuple[Subject, tuple[str, ...]]]:
        return [
            (one.subject, self._titles[one.subject])
            for one in self._everybody.values()
            if one.subject in self._titles
        ]

    def _wanted(self, subject: Subject, codes: tuple[str, ...]) -> tuple[str, ...]:
        if subject.person_id is None:
            return codes
        return tuple(dict.fromkeys((self._data["usual"], *codes)))

    def _register_more(self, year: str) -> None:
        for entry in self._data["more"]:
            if entry["year"] == year:
                subject = Subject.of_person(self._people[entry["name"]])
                edit = RegistrationEdit(subject, tuple(entry["awards"]), entry.get("note"))
                self._context.registrations.set_many(year, [edit], entry["day"])

    # --- reviewing ---

    def _review(self, group: Candidate) -> None:
        leader, deputy = self._seat(group, _LEADER), self._seat(group, _DEPUTY)
        if not leader or group.group_id is None:
            return
        said = self._data["review"]
        reviews = self._context.group_reviews
        blank = reviews.blank(group.group_id, self._year)
        granted = self._titles | {
            Subject.of_person(self._people[one["name"]]): tuple(one["awards"])
            for one in self._data["more"]
            if one.get("nominated")
        }
        by_votes = group.name in said["by_votes"]
        entries = tuple(
            _voted(entry, blank.present or 0) if by_votes else entry
            for entry in blank.entries
            if entry.what is ReviewSubject.RATING or entry.code in granted.get(entry.subject, ())
        )
        facts = ReviewFacts(
            group_id=group.group_id,
            year=self._year,
            method=ReviewMethod.VOTE if by_votes else ReviewMethod.CONSENT,
            held_on=said["day"],
            starts_at=said["starts_at"],
            ends_at=said["ends_at"],
            venue=said["venue"],
            chair=leader,
            secretary=deputy,
            members=blank.members,
            present=blank.present,
            opinions=tuple(said["opinions"]),
            entries=entries,
        )
        reviews.add(facts)

    def _seat(self, group: Candidate, position: str) -> str:
        for one in self._everybody.values():
            if one.is_person and one.group_id == group.group_id and position in fold(one.position):
                return one.name
        return ""

    # --- nominating and voting ---

    def _nominate(self) -> None:
        """Put forward whom the groups propose; the principals and the school come first."""
        nominations = self._context.nominations
        for subject, codes in self._own():
            for code in codes:
                nominations.add(subject, code, self._year)
        for entry in self._data["more"]:
            subject = Subject.of_person(self._people[entry["name"]])
            if entry.get("nominated"):
                nominations.add(subject, entry["nominated"], self._year)
        nominations.add_from_reviews(self._year)

    def _vote(self) -> None:
        votes = self._context.votes
        standing = self._context.nominations.nominations(self._year)
        lower = {
            (one["name"], one["award"]): one["lower"]
            for one in self._data["against"]
            if "lower" in one
        }
        skipped = {(name, low) for (name, _award), low in lower.items()}
        chosen = [
            one
            for one in standing
            if one.candidate and (one.candidate.name, one.award) not in skipped
        ]
        chosen.sort(key=lambda one: self._data["order"].index(one.award))
        round_id = votes.open_round(self._meeting(), [one.id for one in chosen])
        votes.set_tellers(round_id, [Teller(**one) for one in self._data["tellers"]])
        view = votes.round(round_id)
        against = {(one["name"], one["award"]): one["no"] for one in self._data["against"]}
        marks: dict[int, tuple[int | None, int | None, int | None]] = {}
        for nominee in view.nominees:
            no = against.get((nominee.name, nominee.award), 0)
            blank = view.held_ballots(nominee.nomination_id)
            marks[nominee.nomination_id] = (view.voting - no - blank, no, blank)
            low = lower.get((nominee.name, nominee.award), "")
            if low:
                votes.set_endings(round_id, nominee.nomination_id, lower=low)
        votes.enter(round_id, Ballots(view.voting, view.voting, view.voting, 0), marks)
        votes.close(round_id)

    def _add_dossier(self, entry: dict[str, Any]) -> None:
        """Add a dossier, and take it to where the file says it has come."""
        dossiers, made_on = self._context.dossiers, entry["made_on"]
        form = DossierForm(
            name=entry["name"], receiver=entry["receiver"], deadline=entry.get("deadline")
        )
        passed = dossiers.proposable(self._year)
        chosen = [one for one in passed if one.award in entry["awards"]]
        dossier = dossiers.make(self._year, form, chosen, made_on)
        if entry.get("write"):
            self._context.dossier_slots.write_all(dossiers.dossier(dossier), made_on)
        if "sent_on" in entry:
            dossiers.mark_complete(dossier, entry["sent_on"])
            dossiers.send(dossier, entry["sent_on"], entry["receiver"])
        if "number" in entry:
            decision = Decision(entry["number"], entry["decided_on"], entry["body"])
            dossiers.decide(dossier, decision)

    def _meeting(self) -> int:
        said = self._data["meeting"]
        council = self._context.councils.of_year(int(self._year[:4]))
        if council is None:
            raise LookupError(self._year)
        away = next(seat.id for seat in council.members if seat.name == said["absent"]) or 0
        facts = MeetingFacts(
            subject=said["subject"],
            held_on=said["day"],
            starts_at=said["starts_at"],
            ends_at=said["ends_at"],
            venue=said["venue"],
            agenda=tuple(said["agenda"]),
            absent=(away,),
            absence_reasons={away: said["reason"]},
            opinions=tuple(said["opinions"]),
            conclusions=tuple(said["conclusions"]),
        )
        return self._context.councils.add_meeting(council.id, facts)


def _voted(entry: ReviewEntry, present: int) -> ReviewEntry:
    """Return an entry that all who were there agreed to."""
    return replace(entry, yes=present, no=0)
