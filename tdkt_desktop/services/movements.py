"""Use cases about emulation movements: launched, followed, and told at half-year and year's end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.models.removal import remove_for_good
from tdkt_desktop.models.task import Movement
from tdkt_desktop.vietnamese.dates import short_date
from tdkt_desktop.vietnamese.text import clean, clean_line, fold

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from tdkt_desktop.models.changes import Change
    from tdkt_desktop.models.store import Store
    from tdkt_desktop.services.period import PlanPeriod


@dataclass(frozen=True, slots=True)
class MovementFacts:
    """A movement: who launched it, from when to when, what for, who answers for it, its results.

    `responsible` is as typed; `person_id` and `group_id` name one of the school.
    """

    name: str
    launched_by: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    targets: str = ""
    responsible: str = ""
    person_id: int | None = None
    group_id: int | None = None
    half_year_result: str = ""
    final_result: str = ""


@dataclass(frozen=True, slots=True)
class MovementView:
    """A movement as lists show it."""

    id: int
    year: int
    school_year: str | None
    facts: MovementFacts


class MovementService:
    """Keeps the movements of the years."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def movements(
        self, year: int | None = None, *, in_bin: bool = False
    ) -> tuple[MovementView, ...]:
        """Return the movements of a year, or of all, in the order in which they came."""
        there = Movement.deleted_at.is_not(None) if in_bin else Movement.deleted_at.is_(None)
        query = select(Movement).where(there)
        if year is not None:
            query = query.where(Movement.year == year)
        with self._store.read() as session:
            rows = session.scalars(query.order_by(Movement.year.desc(), Movement.place))
            return tuple(map(_view, rows))

    def movement(self, movement_id: int) -> MovementView:
        """Return a movement; raises InputError where there is none of that id."""
        with self._store.read() as session:
            return _view(_find(session, movement_id))

    def add(self, facts: MovementFacts, period: PlanPeriod) -> int:
        """Add a movement and return its id."""
        with self._store.transaction(_("Thêm phong trào")) as act:
            row = Movement(year=period.year)
            row.school_year = str(period.school_year) if period.school_year else None
            query = select(func.count()).where(Movement.year == period.year)
            row.place = act.session.scalar(query) or 0
            _write(row, facts)
            act.session.add(row)
            act.session.flush()
            return row.id

    def save(self, movement_id: int, facts: MovementFacts) -> Change:
        """Keep what is said of a movement."""
        label, key = _("Sửa phong trào"), f"movement:{movement_id}"
        with self._store.transaction(label, merge_key=key) as act:
            _write(_find(act.session, movement_id), facts)
        return act.change

    def throw_away(self, movement_id: int) -> Change:
        """Put a movement into the bin."""
        with self._store.transaction(_("Xoá phong trào")) as act:
            _find(act.session, movement_id).deleted_at = self._store.clock()
        return act.change

    def bring_back(self, movement_id: int) -> Change:
        """Take a movement out of the bin."""
        with self._store.transaction(_("Lấy lại phong trào")) as act:
            _find(act.session, movement_id, in_bin=True).deleted_at = None
        return act.change

    def remove_for_good(self, movement_id: int) -> Change:
        """Remove a movement that lies in the bin; only a back-up can bring it back."""
        with self._store.transaction(_("Xoá hẳn phong trào"), undoable=False) as act:
            remove_for_good(act.session, _find(act.session, movement_id, in_bin=True))
        return act.change


def _find(session: Session, movement_id: int, *, in_bin: bool = False) -> Movement:
    row = session.get(Movement, movement_id)
    if row is None or row.in_bin != in_bin:
        raise InputError(
            _("Không có phong trào số {id}.").format(id=movement_id),
            _("Xin xem danh sách phong trào để chọn số đúng."),
        )
    return row


def _write(row: Movement, facts: MovementFacts) -> None:
    name = clean_line(facts.name)
    if not name:
        raise InputError(_("Chưa ghi tên phong trào."))
    if facts.starts_on and facts.ends_on and facts.ends_on < facts.starts_on:
        raise InputError(
            _("Phong trào “{name}” kết thúc ngày {end}, trước ngày phát động {start}.").format(
                name=name, end=short_date(facts.ends_on), start=short_date(facts.starts_on)
            ),
            _("Xin xem lại hai ngày."),
        )
    row.name, row.folded = name, fold(name)
    row.starts_on, row.ends_on = facts.starts_on, facts.ends_on
    row.person_id, row.group_id = facts.person_id, facts.group_id
    for field in ("launched_by", "responsible"):
        setattr(row, field, clean_line(getattr(facts, field)))
    for field in ("targets", "half_year_result", "final_result"):
        setattr(row, field, clean(getattr(facts, field)).strip())


def _view(row: Movement) -> MovementView:
    facts = MovementFacts(
        name=row.name,
        launched_by=row.launched_by,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        targets=row.targets,
        responsible=row.responsible,
        person_id=row.person_id,
        group_id=row.group_id,
        half_year_result=row.half_year_result,
        final_result=row.final_result,
    )
    return MovementView(row.id, row.year, row.school_year, facts)
