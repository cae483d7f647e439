"""Use cases about councils: made, cloned, filled, charged with duties, and their meetings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.models.council import Council, CouncilMember, CouncilRole, Duty, Meeting
from tdkt_desktop.models.person import Person
from tdkt_desktop.models.removal import remove_for_good
from tdkt_desktop.models.vote import VoteRound
from tdkt_desktop.services.council_checks import CouncilWarning, council_warnings
from tdkt_desktop.services.council_views import (
    KIND_NAMES,
    CouncilFacts,
    CouncilKind,
    CouncilView,
    DutyFacts,
    DutyKind,
    MeetingFacts,
    MeetingView,
    SeatFacts,
    council_of,
    duty_of,
    meeting_of,
    seat_of,
)
from tdkt_desktop.services.duty_library import suggested
from tdkt_desktop.vietnamese.text import clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy.orm import Session

    from tdkt_desktop.models.changes import Change
    from tdkt_desktop.models.store import Store
    from tdkt_desktop.services.period import PlanPeriod
    from tdkt_desktop.services.school import SchoolService

_ORDER = list(CouncilRole)


class CouncilService:
    """Keeps the councils of the years, their duties and their meetings."""

    def __init__(self, store: Store, school: SchoolService) -> None:
        self._store, self._school = store, school

    # --- asking ---

    def councils(
        self, year: int | None = None, kind: CouncilKind | None = None, *, in_bin: bool = False
    ) -> tuple[CouncilView, ...]:
        """Return the councils of a year, or of all, the newest first."""
        there = Council.deleted_at.is_not(None) if in_bin else Council.deleted_at.is_(None)
        query = select(Council).where(there).order_by(Council.year.desc(), Council.id)
        if year is not None:
            query = query.where(Council.year == year)
        if kind is not None:
            query = query.where(Council.kind == kind)
        with self._store.read() as session:
            return tuple(_view(session, row) for row in session.scalars(query))

    def council(self, council_id: int) -> CouncilView:
        """Return a council with its seats and duties; raises InputError where there is none."""
        with self._store.read() as session:
            return _view(session, find(session, council_id))

    def of_year(self, year: int, kind: CouncilKind = CouncilKind.EMULATION) -> CouncilView | None:
        """Return the council of a kind that sits in a year, the newest where there are several."""
        found = self.councils(year, kind)
        return found[-1] if found else None

    def warnings(self, council_id: int) -> tuple[CouncilWarning, ...]:
        """Return what a person should look at in a council; nothing is forbidden."""
        with self._store.read() as session:
            view = _view(session, find(session, council_id))
            gone = _gone(session, view)
        return council_warnings(view, self._school.profile().level.value, gone)

    # --- making ---

    def add(self, facts: CouncilFacts, period: PlanPeriod, seats: Iterable[SeatFacts] = ()) -> int:
        """Store a new council, the highest seats first, and return its id."""
        with self._store.transaction(_("Lập hội đồng")) as act:
            row = Council(year=period.year)
            row.school_year = str(period.school_year) if period.school_year else None
            _write(row, facts)
            act.session.add(row)
            act.session.flush()
            _write_seats(act.session, row, by_rank(seats))
            return row.id

    def clone(
        self, council_id: int, period: PlanPeriod, facts: CouncilFacts | None = None
    ) -> tuple[int, tuple[str, ...]]:
        """Store last year's council for another year; return its id and what to look at.

        Without `facts` the decision is left open, and it sits for the whole period. Those who left
        the school are left out, and duties let go of the tasks and movements of the old year.
        """
        with self._store.transaction(_("Lập hội đồng từ năm trước")) as act:
            old = find(act.session, council_id)
            view = _view(act.session, old)
            gone = _gone(act.session, view)
            kept = tuple(_rolled(seat) for seat in view.members if seat.person_id not in gone)
            said = facts or CouncilFacts(
                kind=view.facts.kind,
                name=view.facts.name,
                starts_on=period.first_day,
                ends_on=period.last_day,
            )
            new_id = self.add(said, period, kept)
            find(act.session, new_id).cloned_from = council_id
        left = [
            _("“{name}” không còn ở trường nên không có trong danh sách mới.").format(name=one.name)
            for one in view.members
            if one.person_id in gone
        ]
        return new_id, tuple(left)

    # --- changing ---

    def save(self, council_id: int, facts: CouncilFacts) -> Change:
        """Keep what is said of a council itself."""
        label, key = _("Sửa hội đồng"), f"council:{council_id}"
        with self._store.transaction(label, merge_key=key) as act:
            _write(find(act.session, council_id), facts)
        return act.change

    def set_seats(self, council_id: int, seats: Sequence[SeatFacts]) -> Change:
        """Keep the list of seats in its order; a seat without `id` is new, one left out goes.

        Duties are kept as they are for the seats that stay.
        """
        with self._store.transaction(_("Sửa thành viên hội đồng")) as act:
            _write_seats(act.session, find(act.session, council_id), seats, with_duties=False)
        return act.change

    def set_duties(self, seat_id: int, duties: Sequence[DutyFacts]) -> Change:
        """Keep what a member is charged with, in order."""
        with self._store.transaction(_("Sửa phân công nhiệm vụ")) as act:
            _write_duties(act.session, _find_seat(act.session, seat_id), duties)
        return act.change

    def give_usual_duties(self, council_id: int) -> Change:
        """Charge the members who have no duty yet with the usual ones of role and position."""
        level = self._school.profile().level.value
        with self._store.transaction(_("Giao nhiệm vụ thường lệ")) as act:
            row = find(act.session, council_id)
            for seat in _view(act.session, row).members:
                if not seat.duties and seat.id is not None:
                    duties = usual_for(row.kind, seat, level)
                    _write_duties(act.session, _find_seat(act.session, seat.id), duties)
        return act.change

    # --- meetings ---

    def meetings(self, council_id: int) -> tuple[MeetingView, ...]:
        """Return the meetings of a council, the first one first."""
        query = select(Meeting).where(
            Meeting.council_id == council_id, Meeting.deleted_at.is_(None)
        )
        with self._store.read() as session:
            rows = session.scalars(query.order_by(Meeting.held_on, Meeting.id))
            return tuple(map(meeting_of, rows))

    def meeting(self, meeting_id: int) -> MeetingView:
        """Return a meeting; raises InputError where there is none of that id."""
        with self._store.read() as session:
            return meeting_of(find_meeting(session, meeting_id))

    def add_meeting(self, council_id: int, facts: MeetingFacts) -> int:
        """Store a meeting of a council and return its id."""
        with self._store.transaction(_("Lập cuộc họp")) as act:
            row = Meeting(council_id=find(act.session, council_id).id)
            _write_meeting(row, _with_its_own(act.session, council_id, facts))
            act.session.add(row)
            act.session.flush()
            return row.id

    def save_meeting(self, meeting_id: int, facts: MeetingFacts) -> Change:
        """Keep what is said of a meeting."""
        label, key = _("Sửa cuộc họp"), f"meeting:{meeting_id}"
        with self._store.transaction(label, merge_key=key) as act:
            row = find_meeting(act.session, meeting_id)
            _write_meeting(row, _with_its_own(act.session, row.council_id, facts))
        return act.change

    def throw_meeting_away(self, meeting_id: int) -> Change:
        """Put a meeting into the bin; undo brings it back."""
        with self._store.transaction(_("Xoá cuộc họp")) as act:
            row = find_meeting(act.session, meeting_id)
            require_no_closed_vote(act.session, [row.id])
            row.deleted_at = self._store.clock()
        return act.change

    # --- the bin ---

    def throw_away(self, council_id: int) -> Change:
        """Put a council into the bin."""
        with self._store.transaction(_("Xoá hội đồng")) as act:
            row = find(act.session, council_id)
            meetings = act.session.scalars(select(Meeting.id).where(Meeting.council_id == row.id))
            require_no_closed_vote(act.session, meetings.all())
            row.deleted_at = self._store.clock()
        return act.change

    def bring_back(self, council_id: int) -> Change:
        """Take a council out of the bin."""
        with self._store.transaction(_("Lấy lại hội đồng")) as act:
            find(act.session, council_id, in_bin=True).deleted_at = None
        return act.change

    def remove_for_good(self, council_id: int) -> Change:
        """Remove a council that lies in the bin; only a back-up can bring it back."""
        with self._store.transaction(_("Xoá hẳn hội đồng"), undoable=False) as act:
            remove_for_good(act.session, find(act.session, council_id, in_bin=True))
        return act.change


def by_rank(seats: Iterable[SeatFacts]) -> tuple[SeatFacts, ...]:
    """Return seats with the highest roles first; within a role they stay in their order."""
    return tuple(sorted(seats, key=lambda seat: _ORDER.index(seat.role)))


def usual_for(kind: CouncilKind, seat: SeatFacts, level: str) -> tuple[DutyFacts, ...]:
    """Return the usual duties of a seat as duties to be edited."""
    found = suggested(kind, seat.role, seat.position, level)
    return tuple(DutyFacts(one.text, one.kind, one.key) for one in found)


def find(session: Session, council_id: int, *, in_bin: bool = False) -> Council:
    """Return the row of a council; raises InputError where there is none."""
    row = session.get(Council, council_id)
    if row is None or row.in_bin != in_bin:
        raise InputError(
            _("Không có hội đồng số {id}.").format(id=council_id),
            _("Xin xem danh sách hội đồng để chọn số đúng."),
        )
    return row


def require_no_closed_vote(session: Session, meeting_ids: Sequence[int]) -> None:
    """Raise InputError where a vote was closed at one of the meetings: it must stay."""
    query = select(VoteRound.id).where(
        VoteRound.meeting_id.in_(meeting_ids), VoteRound.closed_at.is_not(None)
    )
    if session.scalars(query).first() is not None:
        raise InputError(
            _("Cuộc họp này có kết quả bỏ phiếu đã chốt nên phải giữ lại."),
            _("Chỉ xoá được cuộc họp chưa chốt kết quả bỏ phiếu."),
        )


def _with_its_own(session: Session, council_id: int, facts: MeetingFacts) -> MeetingFacts:
    """Return a meeting without the seats that have gone since.

    Raises InputError where it names somebody of another council.
    """
    own = {row.id for row in _seat_rows(session, council_id)}
    named = {*facts.invited, *facts.absent, facts.chair_id, facts.secretary_id} - {None}
    if any(session.get(CouncilMember, seat_id) for seat_id in named - own):
        raise InputError(
            _("Cuộc họp có người không phải thành viên của Hội đồng này."),
            _("Xin chọn lại người dự họp trong danh sách thành viên."),
        )
    return replace(
        facts,
        invited=tuple(seat for seat in facts.invited if seat in own),
        absent=tuple(seat for seat in facts.absent if seat in own),
        chair_id=facts.chair_id if facts.chair_id in own else None,
        secretary_id=facts.secretary_id if facts.secretary_id in own else None,
    )


def _find_seat(session: Session, seat_id: int) -> CouncilMember:
    row = session.get(CouncilMember, seat_id)
    if row is None:
        raise InputError(
            _("Không có thành viên số {id} trong hội đồng.").format(id=seat_id),
            _("Xin mở lại danh sách thành viên."),
        )
    return row


def find_meeting(session: Session, meeting_id: int) -> Meeting:
    """Return the row of a meeting; raises InputError where there is none."""
    row = session.get(Meeting, meeting_id)
    if row is None or row.in_bin:
        raise InputError(
            _("Không có cuộc họp số {id}.").format(id=meeting_id),
            _("Xin xem danh sách cuộc họp để chọn số đúng."),
        )
    return row


def _view(session: Session, row: Council) -> CouncilView:
    members = _seat_rows(session, row.id)
    duties: dict[int, list[DutyFacts]] = {}
    ids = [member.id for member in members]
    query = select(Duty).where(Duty.member_id.in_(ids)).order_by(Duty.place, Duty.id)
    for duty in session.scalars(query):
        duties.setdefault(duty.member_id, []).append(duty_of(duty))
    seats = (seat_of(member, tuple(duties.get(member.id, ()))) for member in members)
    return council_of(row, tuple(seats))


def _seat_rows(session: Session, council_id: int) -> list[CouncilMember]:
    query = select(CouncilMember).where(CouncilMember.council_id == council_id)
    return list(session.scalars(query.order_by(CouncilMember.place, CouncilMember.id)))


def _gone(session: Session, council: CouncilView) -> set[int]:
    """Return the members who no longer work at the school."""
    ids = [seat.person_id for seat in council.seats if seat.person_id is not None]
    rows = session.scalars(select(Person).where(Person.id.in_(ids)))
    return {
        row.id for row in rows if row.in_bin or (row.left_on is not None and not row.returned_on)
    }


def _rolled(seat: SeatFacts) -> SeatFacts:
    """Return a seat for another year."""
    tied = {DutyKind.TASK, DutyKind.MOVEMENT}
    duties = tuple(
        replace(duty, movement_id=None, task_id=None)
        for duty in seat.duties
        if duty.kind not in tied or duty.library_key
    )
    return replace(seat, id=None, starts_on=None, duties=duties)


def _write(row: Council, facts: CouncilFacts) -> None:
    row.kind = facts.kind
    row.name = clean_line(facts.name) or KIND_NAMES[facts.kind]
    row.decision_number = clean_line(facts.decision_number)
    row.decided_on = facts.decided_on
    row.starts_on, row.ends_on = facts.starts_on, facts.ends_on
    row.notes = clean(facts.notes).strip()


def _write_seats(
    session: Session, council: Council, seats: Sequence[SeatFacts], *, with_duties: bool = True
) -> None:
    left = {row.id: row for row in _seat_rows(session, council.id)}
    for place, seat in enumerate(seats):
        name = clean_line(seat.name)
        if not name:
            raise InputError(
                _("Thành viên thứ {n} chưa có họ tên.").format(n=place + 1),
                _("Xin điền họ tên hoặc bỏ dòng này."),
            )
        row = left.pop(seat.id, None) if seat.id is not None else None
        if row is None:
            row = CouncilMember(council_id=council.id)
            session.add(row)
        row.name, row.position, row.role = name, clean_line(seat.position), seat.role
        row.person_id, row.place, row.note = seat.person_id, place, clean_line(seat.note)
        row.starts_on, row.ends_on = seat.starts_on, seat.ends_on
        if with_duties or (seat.id is None and seat.duties):
            session.flush()
            _write_duties(session, row, seat.duties)
    for row in left.values():
        remove_for_good(session, row)


def _write_duties(session: Session, seat: CouncilMember, duties: Sequence[DutyFacts]) -> None:
    """Write duties over the rows that are there, so that what did not change is not written."""
    rows = list(session.scalars(select(Duty).where(Duty.member_id == seat.id).order_by(Duty.place)))
    wanted = [duty for duty in duties if clean_line(duty.text)]
    for place, duty in enumerate(wanted):
        row = rows[place] if place < len(rows) else Duty(member_id=seat.id)
        row.text, row.kind, row.place = clean_line(duty.text), duty.kind, place
        row.library_key, row.group_id = duty.library_key, duty.group_id
        row.movement_id, row.task_id = duty.movement_id, duty.task_id
        session.add(row)
    for row in rows[len(wanted) :]:
        session.delete(row)


def _write_meeting(row: Meeting, facts: MeetingFacts) -> None:
    row.subject = clean_line(facts.subject)
    if not row.subject:
        raise InputError(_("Chưa ghi nội dung cuộc họp."))
    row.held_on, row.absent, row.invited = facts.held_on, list(facts.absent), list(facts.invited)
    row.chair_id, row.secretary_id = facts.chair_id, facts.secretary_id
    reasons = {seat: clean_line(facts.absence_reasons.get(seat, "")) for seat in facts.absent}
    row.absence_reasons = {str(seat): reason for seat, reason in reasons.items() if reason}
    for name in ("starts_at", "ends_at", "venue"):
        setattr(row, name, clean_line(getattr(facts, name)))
    for name in ("agenda", "guests", "opinions", "conclusions"):
        setattr(row, name, _lines(getattr(facts, name)))


def _lines(texts: Iterable[Any]) -> list[str]:
    return [line for text in texts if (line := clean_line(text))]
