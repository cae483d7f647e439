"""Reads from the store what the composers are told.

Documents are Vietnamese whatever language the window speaks, so that nothing here is translated
but errors.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from tdkt_desktop.compose.facts import (
    CouncilFacts,
    MeetingFacts,
    MemberFacts,
    MovementFacts,
    PersonFacts,
    WorkFacts,
)
from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.models.person import Person, StaffGroup
from tdkt_desktop.models.task import TaskState
from tdkt_desktop.services.council_views import role_name
from tdkt_desktop.services.task_views import STATE_NAMES, Extent, Standing, TaskQuery

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tdkt_desktop.models.store import Store
    from tdkt_desktop.services.council_views import CouncilView, MeetingView, SeatFacts
    from tdkt_desktop.services.councils import CouncilService
    from tdkt_desktop.services.movements import MovementService
    from tdkt_desktop.services.task_views import TaskView
    from tdkt_desktop.services.tasks import TaskService
    from tdkt_desktop.vietnamese.spans import Span

_COMING = timedelta(days=31)


class PaperData:
    """Turns what the services know into the facts of documents."""

    def __init__(
        self,
        store: Store,
        councils: CouncilService,
        tasks: TaskService,
        movements: MovementService,
    ) -> None:
        self._store, self._councils = store, councils
        self._tasks, self._movements = tasks, movements

    # --- councils and meetings ---

    def council(self, council_id: int) -> CouncilFacts:
        """Return a council with its members in office."""
        return _council(self._councils.council(council_id))

    def council_of_year(self, year: int) -> int:
        """Return the id of the year's emulation council; raises InputError where there is none."""
        found = self._councils.of_year(year)
        if found is None:
            raise InputError(
                _("Năm {year} chưa có Hội đồng Thi đua - Khen thưởng.").format(year=year),
                _("Xin lập hội đồng của năm rồi làm lại."),
            )
        return found.id

    def last_meeting(self, year: int) -> int:
        """Return the id of the last meeting of the year's councils."""
        meetings = [
            meeting
            for council in self._councils.councils(year)
            for meeting in self._councils.meetings(council.id)
        ]
        if not meetings:
            raise InputError(
                _("Năm {year} chưa có cuộc họp nào.").format(year=year),
                _("Xin ghi cuộc họp của Hội đồng rồi làm lại."),
            )
        return max(meetings, key=lambda one: (one.facts.held_on or date.min, one.id)).id

    def meeting(self, meeting_id: int) -> tuple[MeetingFacts, CouncilFacts]:
        """Return a meeting and the council that met."""
        meeting = self._councils.meeting(meeting_id)
        council = self._councils.council(meeting.council_id)
        return _meeting(meeting, council), _council(council)

    # --- people ---

    def people_with_sheets(self) -> tuple[int, ...]:
        """Return the ids of the people who are at the school, in the order of their names."""
        query = select(Person).where(Person.deleted_at.is_(None)).order_by(Person.name_key)
        with self._store.read() as session:
            rows = session.scalars(query)
            return tuple(row.id for row in rows if not row.left_on or row.returned_on)

    def people(self, ids: Iterable[int], year: int, day: date) -> tuple[PersonFacts, ...]:
        """Return people with their duties and tasks of a year, in the order of the ids."""
        council = self._councils.of_year(year)
        seats = {seat.person_id: seat for seat in council.members} if council else {}
        tasks = self._by_person(year, day)
        with self._store.read() as session:
            groups = {row.id: row.name for row in session.scalars(select(StaffGroup))}
            rows = [(one, session.get(Person, one)) for one in ids]
        found = []
        for person_id, row in rows:
            if row is None:
                raise InputError(
                    _("Không có người mã {id} trong danh sách nhân sự.").format(id=person_id),
                    _("Xin xem danh sách nhân sự để chọn đúng mã."),
                )
            seat = seats.get(person_id)
            group = groups.get(row.group_id or 0, "")
            found.append(
                PersonFacts(
                    name=row.full_name,
                    position=", ".join(part for part in (row.position, group) if part),
                    council_role=_role(council, seat) if council and seat else "",
                    duties=tuple(duty.text for duty in seat.duties) if seat else (),
                    tasks=tuple(tasks.get(person_id, ())),
                )
            )
        return tuple(found)

    def _by_person(self, year: int, day: date) -> dict[int, list[WorkFacts]]:
        found: dict[int, list[WorkFacts]] = {}
        views = self._tasks.tasks(TaskQuery(year=year), day)
        for view in sorted(views, key=lambda one: (one.ends_on or date.max, one.place)):
            for person_id in dict.fromkeys(party.person_id for party in view.parties):
                if person_id is not None:
                    found.setdefault(person_id, []).append(_work(view, day, person_id))
        return found

    # --- reports ---

    def work_of(self, year: int, span: Span, day: date) -> tuple[WorkFacts, ...]:
        """Return what a report over a time speaks of, as it stood on a day.

        That is what was due then, what was still open from before, and what was done then. The
        occurrences of a recurring task within that time are one entry.
        """
        as_of = min(day, span.end)
        views = self._tasks.tasks(TaskQuery(year=year, extent=Extent.ALL), as_of)
        parts: dict[int, list[WorkFacts]] = {}
        for view in views:
            if view.parent_id is not None and _belongs(view, span):
                parts.setdefault(view.parent_id, []).append(_work(view, as_of))
        found = []
        for view in views:
            if view.id in parts:
                found.append(_together(_work(view, as_of), parts[view.id]))
            elif view.parent_id is None and not view.occurrences[1] and _belongs(view, span):
                found.append(_work(view, as_of))
        return tuple(found)

    def coming(self, year: int, span: Span, day: date) -> tuple[WorkFacts, ...]:
        """Return what is still to do and due within a month after a time, the nearest first.

        Of a recurring task only the next time is told.
        """
        query = TaskQuery(year=year, extent=Extent.WORK)
        views = [
            view
            for view in self._tasks.tasks(query, day)
            if not view.finished and view.ends_on and span.end < view.ends_on <= span.end + _COMING
        ]
        views.sort(key=lambda view: view.ends_on or date.max)
        nearest: dict[int, TaskView] = {}
        for view in views:
            nearest.setdefault(view.parent_id or view.id, view)
        return tuple(_work(view, day) for view in nearest.values())

    def movements(self, year: int, *, final: bool) -> tuple[MovementFacts, ...]:
        """Return the movements of a year with their results at half-year or at its end."""
        return tuple(
            MovementFacts(
                name=one.facts.name,
                launched_by=one.facts.launched_by,
                responsible=one.facts.responsible,
                targets=one.facts.targets,
                result=one.facts.final_result if final else one.facts.half_year_result,
            )
            for one in self._movements.movements(year)
        )


def _belongs(view: TaskView, span: Span) -> bool:
    if view.done_on and span.holds(view.done_on):
        return True
    if view.ends_on is None:
        return False
    still_open = not view.finished and view.ends_on < span.start
    return span.holds(view.ends_on) or still_open


def _role(council: CouncilView, seat: SeatFacts) -> str:
    return role_name(council.facts.kind, seat.role)


def _member(council: CouncilView, seat: SeatFacts) -> MemberFacts:
    duties = tuple(duty.text for duty in seat.duties)
    return MemberFacts(seat.name, seat.position, _role(council, seat), duties, seat.note)


def _council(council: CouncilView) -> CouncilFacts:
    members = tuple(_member(council, seat) for seat in council.members)
    facts = council.facts
    return CouncilFacts(facts.name, members, facts.decision_number, facts.decided_on, facts.kind)


def _meeting(meeting: MeetingView, council: CouncilView) -> MeetingFacts:
    from tdkt_desktop.services.council_views import CouncilRole

    facts = meeting.facts
    there = [seat for seat in council.members if facts.was_there(seat.id)]
    away = [
        seat for seat in council.members if seat.id in facts.absent and facts.was_invited(seat.id)
    ]

    def first(instead: int | None, *roles: CouncilRole) -> MemberFacts | None:
        """Return who stood in, or else the first one there of a role."""
        stood_in = (seat for seat in there if instead is not None and seat.id == instead)
        usual = (seat for role in roles for seat in there if seat.role is role)
        seat = next(stood_in, None) or next(usual, None)
        return _member(council, seat) if seat else None

    def missed(seat: SeatFacts) -> MemberFacts:
        return replace(_member(council, seat), note=facts.absence_reasons.get(seat.id or 0, ""))

    return MeetingFacts(
        subject=facts.subject,
        held_on=facts.held_on,
        starts_at=facts.starts_at,
        ends_at=facts.ends_at,
        venue=facts.venue,
        agenda=facts.agenda,
        guests=facts.guests,
        present=tuple(_member(council, seat) for seat in there),
        absent=tuple(map(missed, away)),
        opinions=facts.opinions,
        conclusions=facts.conclusions,
        chair=first(facts.chair_id, CouncilRole.CHAIR, CouncilRole.VICE_CHAIR),
        secretary=first(facts.secretary_id, CouncilRole.SECRETARY),
    )


def _together(task: WorkFacts, parts: Sequence[WorkFacts]) -> WorkFacts:
    """Return a recurring task with what its occurrences of a time came to."""
    done = sum(part.state is TaskState.DONE for part in parts)
    late = any(part.late for part in parts)
    whole = done == len(parts)
    state = TaskState.DONE if whole else TaskState.IN_PROGRESS
    if not done and all(part.state is TaskState.NOT_STARTED for part in parts):
        state = TaskState.NOT_STARTED
    told = next((part.result for part in reversed(parts) if part.result), "")
    counted = f"Đã làm {done}/{len(parts)} lần"
    return replace(
        task,
        state=state,
        state_name=STATE_NAMES[state],
        late=late,
        done_late=whole and any(part.done_late for part in parts),
        done_on=max((part.done_on for part in parts if part.done_on), default=None)
        if whole
        else None,
        result=f"{counted}. {told}" if told else f"{counted}.",
        reason=next((part.reason for part in parts if part.reason), ""),
        ends_on=next((part.ends_on for part in parts if part.late), parts[-1].ends_on),
    )


def _work(view: TaskView, day: date, person_id: int | None = None) -> WorkFacts:
    """Return a task as it stood on a day: what was done later was not done yet."""
    if view.state is TaskState.DONE and view.done_on and view.done_on > day:
        view = replace(view, state=TaskState.IN_PROGRESS, done_on=None, result="")
    standing = view.standing(day)
    roles = (party.role for party in view.parties if party.person_id == person_id)
    return WorkFacts(
        section=view.section,
        title=view.title,
        lead=view.lead,
        executor=view.executor,
        coordinator=view.coordinator,
        due=view.due,
        ends_on=view.ends_on,
        state=view.state,
        state_name=STATE_NAMES[view.state],
        late=standing is Standing.LATE,
        done_late=standing is Standing.DONE_LATE,
        done_on=view.done_on,
        result=view.result,
        reason=view.reason,
        added=view.added,
        roles=tuple(dict.fromkeys(roles)) if person_id is not None else (),
    )
