"""The work of the sample school over three years: councils, duties, meetings, tasks, results."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from tdkt_desktop.i18n import _
from tdkt_desktop.resources import resource
from tdkt_desktop.services.council_views import (
    CouncilFacts,
    CouncilRole,
    DutyFacts,
    MeetingFacts,
    SeatFacts,
)
from tdkt_desktop.services.councils import usual_for
from tdkt_desktop.services.movements import MovementFacts
from tdkt_desktop.services.period import PlanPeriod
from tdkt_desktop.services.task_views import Extent, TaskQuery, TaskState
from tdkt_desktop.services.tasks import TaskReport, TaskWords
from tdkt_desktop.vietnamese.school_year import SchoolYear
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.services.task_views import TaskView

_EARLY = 3
_HUNDRED = 100


def add_sample_work(context: AppContext) -> None:
    """Fill a store that has the sample school's people and plans with three years of work."""
    data = tomllib.loads(resource("demo", "work.toml").read_text("utf-8"))
    with context.store.transaction(_("Điền công việc trường mẫu"), undoable=False):
        for year in data["years"]:
            _SampleYear(context, data, year).add()


class _SampleYear:
    """Puts one school year's work into the store; what is drawn follows from its place alone."""

    def __init__(self, context: AppContext, data: dict[str, Any], year: dict[str, Any]) -> None:
        self._context, self._data, self._year = context, data, year
        self._period = PlanPeriod(year["year"], SchoolYear(year["year"]))
        self._today: date = min(data["today"], self._period.last_day)
        self._people = {row.full_name: row.id for row in context.people.rows()}

    def add(self) -> None:
        self._add_council()
        for entry in self._data["movements"]:
            self._add_movement(entry)
        for entry in self._year.get("added", ()):
            self._add_task(entry)
        query = TaskQuery(year=self._period.year, extent=Extent.WORK)
        for place, task in enumerate(self._context.tasks.tasks(query, self._today)):
            self._report(place, task)

    def _add_council(self) -> None:
        councils = self._context.councils
        facts = CouncilFacts(
            decision_number=self._year["decision"],
            decided_on=self._year["decided_on"],
            starts_on=self._year["decided_on"],
            ends_on=self._period.last_day,
        )
        seats = [self._seat(entry) for entry in self._data["seats"]]
        council_id = councils.add(facts, self._period, seats)
        members = {seat.name: seat.id for seat in councils.council(council_id).members}
        for entry in self._data["meetings"]:
            self._add_meeting(council_id, entry, members)

    def _seat(self, entry: dict[str, Any]) -> SeatFacts:
        role, position = CouncilRole(entry["role"]), entry["position"]
        seat = SeatFacts(entry["name"], role, position, self._people.get(entry["name"]))
        kind = CouncilFacts().kind
        duties: tuple[DutyFacts, ...] = usual_for(kind, seat, "TH")
        return SeatFacts(seat.name, role, position, seat.person_id, duties=duties)

    def _add_meeting(
        self, council_id: int, entry: dict[str, Any], members: dict[str, int | None]
    ) -> None:
        away = members.get(entry["absent"])
        facts = MeetingFacts(
            subject=entry["subject"],
            held_on=date(self._period.year, entry["month"], entry["day"]),
            starts_at=entry["starts_at"],
            ends_at=entry["ends_at"],
            venue=entry["venue"],
            agenda=tuple(entry["agenda"]),
            absent=(away,) if away is not None else (),
            opinions=tuple(entry["opinions"]),
            conclusions=tuple(entry["conclusions"]),
        )
        self._context.councils.add_meeting(council_id, facts)

    def _add_movement(self, entry: dict[str, Any]) -> None:
        start = self._period.year
        over = self._today >= self._period.last_day
        facts = MovementFacts(
            name=entry["name"],
            launched_by=entry["launched_by"],
            starts_on=date(start, 9, 5),
            ends_on=date(start + 1, 5, 25),
            targets=entry["targets"],
            responsible=entry["responsible"],
            person_id=self._people.get(entry["responsible"]),
            half_year_result=entry["half"] if over else "",
            final_result=entry["final"] if over else "",
        )
        self._context.movements.add(facts, self._period)

    def _add_task(self, entry: dict[str, Any]) -> None:
        words = TaskWords(
            entry["title"], entry["lead"], entry["executor"], entry["coordinator"], entry["due"]
        )
        task_id = self._context.tasks.add(words, self._period)
        if "result" in entry:
            done = TaskReport(state=TaskState.DONE, result=entry["result"])
            self._context.tasks.report([task_id], done, date(self._period.year, 10, 28))

    def _report(self, place: int, task: TaskView) -> None:
        if task.finished or task.ends_on is None:
            return
        report = self._told(place, task)
        if report is not None:
            self._context.tasks.report([task.id], report, self._today)

    def _told(self, place: int, task: TaskView) -> TaskReport | None:
        """Return what is said of a task: most of what was due is done, some late, some not."""
        usual = self._data["usual"]
        due = task.ends_on or self._today
        if any(words in fold(task.title) for words in self._year["dropped"]):
            return TaskReport(state=TaskState.DROPPED, reason=usual["dropped"])
        if due > self._today:
            begun = task.starts_on is not None and task.starts_on <= self._today
            return TaskReport(state=TaskState.IN_PROGRESS, progress=40) if begun else None
        share = (place * 37 + 11) % _HUNDRED / _HUNDRED
        if share < self._year["done"]:
            moved = 4 if place % 9 == 0 else -(place % _EARLY)
            done_on = min(due + timedelta(days=moved), self._today)
            return TaskReport(TaskState.DONE, result=self._result(place, task), done_on=done_on)
        if place % 2:
            return TaskReport(state=TaskState.WAITING, progress=60, reason=usual["waiting"])
        return TaskReport(state=TaskState.IN_PROGRESS, progress=50)

    def _result(self, place: int, task: TaskView) -> str:
        folded = fold(task.title)
        for entry in self._data["results"]:
            if entry["words"] in folded:
                return str(entry["text"])
        done: list[str] = self._data["usual"]["done"]
        return done[place % len(done)]
