"""Use cases about what years leave behind: ratings, awards, initiatives, leave, discipline."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.models.merit import AwardRecord, Initiative, Rating
from tdkt_desktop.models.person import Discipline, Leave
from tdkt_desktop.rules.ratings import RatingWords, load_ratings
from tdkt_desktop.services.known_awards import KnownAwards
from tdkt_desktop.services.record_reading import histories_of, history_of
from tdkt_desktop.services.record_views import (
    AwardData,
    DisciplineData,
    History,
    InitiativeData,
    LeaveData,
    RecordKind,
    Subject,
    subject_of,
)
from tdkt_desktop.services.record_writing import (
    write_award,
    write_discipline,
    write_initiative,
    write_leave,
)
from tdkt_desktop.services.year_marks import YearMark, marks_of
from tdkt_desktop.services.years import days_of, read_year

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

    from tdkt_desktop.models.changes import Change
    from tdkt_desktop.models.store import Store

_TABLES: Final[dict[RecordKind, Any]] = {
    RecordKind.RATING: Rating,
    RecordKind.AWARD: AwardRecord,
    RecordKind.INITIATIVE: Initiative,
    RecordKind.LEAVE: Leave,
    RecordKind.DISCIPLINE: Discipline,
}


class RecordService:
    """Keeps the records of people and collectives; each change is one undo step."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @cached_property
    def rating_words(self) -> RatingWords:
        """The words of the ratings by their time."""
        return load_ratings()

    @cached_property
    def known_awards(self) -> KnownAwards:
        """The titles and commendations of the law's data, for forms to offer."""
        return KnownAwards()

    # --- asking ---

    def history(self, subject: Subject, *, in_bin: bool = False) -> History:
        """Return the records of one person or collective, kept or in the bin, newest first."""
        with self._store.read() as session:
            return history_of(session, subject, in_bin=in_bin)

    def histories(self) -> dict[Subject, History]:
        """Return the records of everybody at once, for lists and for the rules of awards."""
        with self._store.read() as session:
            return dict(histories_of(session))

    def marks(self, year: int | None = None) -> dict[Subject, YearMark]:
        """Return rating, titles and commendations of a year, or of each one's newest year."""
        with self._store.read() as session:
            return marks_of(session, self.rating_words, year)

    # --- ratings ---

    def rate(self, year: str, codes: Mapping[Subject, str | None]) -> Change:
        """Store the ratings of a year for many at once; None takes a rating away.

        The words are those of the year's last day. Raises InputError for a code nobody knows.
        """
        with self._store.transaction(_("Ghi xếp loại")) as act:
            for subject, code in codes.items():
                set_rating(act.session, self.rating_words, subject, year, code)
        return act.change

    # --- the other records ---

    def add_award(self, subject: Subject, data: AwardData) -> int:
        """Store a title or commendation received and return its id."""
        row = AwardRecord(person_id=subject.person_id, group_id=subject.group_id)
        with self._store.transaction(_("Thêm danh hiệu, khen thưởng")) as act:
            write_award(row, data)
            act.session.add(row)
            act.session.flush()
        return row.id

    def save_award(self, award_id: int, data: AwardData) -> Change:
        """Store what a form says about an award."""
        with self._store.transaction(_("Sửa danh hiệu, khen thưởng")) as act:
            write_award(_find(act.session, RecordKind.AWARD, award_id), data)
        return act.change

    def add_initiative(self, data: InitiativeData) -> int:
        """Store an initiative with its authors and return its id."""
        row = Initiative()
        with self._store.transaction(_("Thêm sáng kiến")) as act:
            write_initiative(act.session, row, data)
        return row.id

    def save_initiative(self, initiative_id: int, data: InitiativeData) -> Change:
        """Store what a form says about an initiative and its authors."""
        with self._store.transaction(_("Sửa sáng kiến")) as act:
            row = _find(act.session, RecordKind.INITIATIVE, initiative_id)
            write_initiative(act.session, row, data)
        return act.change

    def add_leave(self, person_id: int, data: LeaveData) -> int:
        """Store a time away and return its id."""
        row = Leave(person_id=person_id)
        with self._store.transaction(_("Thêm thời gian nghỉ")) as act:
            write_leave(row, data)
            act.session.add(row)
            act.session.flush()
        return row.id

    def save_leave(self, leave_id: int, data: LeaveData) -> Change:
        """Store what a form says about a time away."""
        with self._store.transaction(_("Sửa thời gian nghỉ")) as act:
            write_leave(_find(act.session, RecordKind.LEAVE, leave_id), data)
        return act.change

    def add_discipline(self, person_id: int, data: DisciplineData) -> int:
        """Store a measure of discipline and return its id."""
        row = Discipline(person_id=person_id)
        with self._store.transaction(_("Thêm kỷ luật")) as act:
            write_discipline(row, data)
            act.session.add(row)
            act.session.flush()
        return row.id

    def save_discipline(self, discipline_id: int, data: DisciplineData) -> Change:
        """Store what a form says about a measure of discipline."""
        with self._store.transaction(_("Sửa kỷ luật")) as act:
            write_discipline(_find(act.session, RecordKind.DISCIPLINE, discipline_id), data)
        return act.change

    # --- the bin ---

    def throw_away(self, kind: RecordKind, record_id: int) -> Change:
        """Put a record into the bin."""
        with self._store.transaction(_("Xoá mục đã ghi")) as act:
            _find(act.session, kind, record_id).deleted_at = datetime.now(UTC)
        return act.change

    def bring_back(self, kind: RecordKind, record_id: int) -> Change:
        """Take a record out of the bin; InputError if its year has another rating by now."""
        with self._store.transaction(_("Lấy lại mục đã xoá")) as act:
            row = _find(act.session, kind, record_id, in_bin=True)
            if kind is RecordKind.RATING and _rating(act.session, subject_of(row), row.year):
                raise InputError(
                    _("Năm {year} đã có xếp loại khác.").format(year=row.year),
                    _("Xin xoá xếp loại kia trước khi lấy lại."),
                )
            row.deleted_at = None
        return act.change


def set_rating(
    session: Session, words: RatingWords, subject: Subject, year: str, code: str | None
) -> None:
    """Put the rating of a year into the store, over the one that is there."""
    year = read_year(year)
    row = _rating(session, subject, year)
    if code is None:
        if row is not None:
            row.deleted_at = datetime.now(UTC)
        return
    if not words.rank(code):
        raise InputError(
            _("Không có mức xếp loại “{code}”.").format(code=code),
            _("Xin chọn một mức trong danh sách."),
        )
    if row is None:
        row = Rating(person_id=subject.person_id, group_id=subject.group_id, year=year)
        session.add(row)
    row.code, row.words = code, words.name(code, days_of(year)[1])


def _rating(session: Session, subject: Subject, year: str) -> Rating | None:
    query = select(Rating).where(
        Rating.year == year, Rating.deleted_at.is_(None),
        Rating.person_id == subject.person_id, Rating.group_id == subject.group_id,
    )  # fmt: skip
    return session.scalars(query).first()


def _find(session: Session, kind: RecordKind, record_id: int, *, in_bin: bool = False) -> Any:
    row = session.get(_TABLES[kind], record_id)
    if row is None or row.in_bin != in_bin:
        raise InputError(
            _("Không có mục số {id}.").format(id=record_id),
            _("Mục này có thể đã được xoá; xin xem lại hồ sơ."),
        )
    return row
