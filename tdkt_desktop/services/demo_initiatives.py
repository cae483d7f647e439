"""The initiatives of the sample school: what they say, how they were scored and recognised."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tdkt_desktop.i18n import _
from tdkt_desktop.resources import resource
from tdkt_desktop.services.council_views import CouncilFacts, CouncilKind, CouncilRole, SeatFacts
from tdkt_desktop.services.initiative_views import InitiativeForm, Recognition
from tdkt_desktop.services.period import PlanPeriod
from tdkt_desktop.services.record_views import Author
from tdkt_desktop.services.scoring_views import RoundFacts
from tdkt_desktop.vietnamese.school_year import SchoolYear

if TYPE_CHECKING:
    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.services.scoring import Given
    from tdkt_desktop.services.scoring_views import EntryView, RoundView

_HALF = 2
_VENUE = "Phòng họp của trường"


def add_sample_initiatives(context: AppContext) -> None:
    """Fill a store that has the sample school's people with what its initiatives say and got."""
    data = tomllib.loads(resource("demo", "initiatives.toml").read_text("utf-8"))
    with context.store.transaction(_("Điền sáng kiến trường mẫu"), undoable=False):
        _SampleWorks(context, data).add()


class _SampleWorks:
    """Puts the file's entries into the store; titles and names in it stand for ids."""

    def __init__(self, context: AppContext, data: dict[str, Any]) -> None:
        self._context, self._data = context, data
        self._people = {row.full_name: row.id for row in context.people.rows()}
        self._ids: dict[str, int] = {}

    def add(self) -> None:
        self._ids = {row.title: row.id for row in self._context.initiatives.rows()}
        for entry in self._data["works"]:
            self._write(entry)
        for entry in self._data["rounds"]:
            self._score(entry)
        for entry in self._data["works"]:
            if "refused" in entry:
                self._context.initiatives.refuse([self._ids[entry["title"]]], entry["refused"])

    def _write(self, entry: dict[str, Any]) -> None:
        initiatives = self._context.initiatives
        if entry.get("new"):
            authors = tuple(
                Author(self._people[one["name"]], share=one["share"]) for one in entry["authors"]
            )
            form = InitiativeForm(
                title=entry["title"], year=entry["year"], field=entry["field"], authors=authors
            )
            self._ids[entry["title"]] = initiatives.add(form)
        made = self._ids[entry["title"]]
        form = initiatives.card(made).form
        said = replace(form, applied_on=entry.get("applied_on"), parts=entry["parts"])
        initiatives.save(made, said)
        if entry.get("state") == "submitted":
            initiatives.submit([made])

    def _score(self, entry: dict[str, Any]) -> None:
        council = self._council(entry)
        totals = {one["title"]: one for one in self._data["works"] if one["totals"]}
        rows = self._context.initiatives.rows(entry["year"])
        ids = [row.id for row in rows if row.title in totals]
        facts = RoundFacts(
            f"Chấm sáng kiến năm học {entry['year']}", entry["held_on"], "14:00", "16:45", _VENUE
        )
        scoring = self._context.scoring
        made = scoring.open_round(council, entry["year"], facts, ids)
        view = scoring.round(made)
        for one in view.entries:
            self._give(view, one, totals[one.initiative.title])
        if "number" in entry:
            scoring.close(made)
            self._recognise(entry, made)

    def _council(self, entry: dict[str, Any]) -> int:
        seats = [
            SeatFacts(
                one["name"], CouncilRole(one["role"]), one["position"], self._people[one["name"]]
            )
            for one in self._data["seats"]
        ]
        facts = CouncilFacts(
            CouncilKind.INITIATIVE, "", entry["council"], entry["council_day"], entry["council_day"]
        )
        period = PlanPeriod(entry["first"], SchoolYear(entry["first"]))
        return self._context.councils.add(facts, period, seats)

    def _give(self, view: RoundView, entry: EntryView, said: dict[str, Any]) -> None:
        given: Given = {}
        for judge, total in enumerate(said["totals"]):
            if total and judge not in entry.barred:
                given.update(_spread(view, judge, total))
        self._context.scoring.give(entry.id, given)
        for judge, words in enumerate(said.get("remarks", ())):
            if words:
                self._context.scoring.remark(entry.id, judge, words)

    def _recognise(self, entry: dict[str, Any], round_id: int) -> None:
        """Recognise what passed; how far it reaches stays as the records of people say."""
        school = self._context.school.profile().official_name
        for one in self._context.scoring.round(round_id).passed():
            row = self._context.initiatives.row(one.initiative.id)
            level = self._context.initiatives.law.levels[0].code
            reach = row.recognition.reach or level
            given = Recognition(level, reach, entry["number"], entry["decided_on"], school)
            self._context.initiatives.recognise([row.id], given)


def _spread(view: RoundView, judge: int, total: float) -> Given:
    """Return a total spread over the criteria in halves; the last one takes what is left."""
    given: Given = {}
    left = total
    for one in view.sheet.criteria[:-1]:
        points = round(one.max * total / view.sheet.full_marks * _HALF) / _HALF
        given[judge, one.key] = points
        left -= points
    last = view.sheet.criteria[-1]
    given[judge, last.key] = min(max(left, 0.0), last.max)
    return given
