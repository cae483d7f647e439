"""Use cases about registration: who means to earn which title or commendation in a year."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.models.merit import AwardRecord
from tdkt_desktop.models.proposing import Nomination, NominationState, Registration
from tdkt_desktop.services.candidates import candidate_of, candidates_of
from tdkt_desktop.services.record_views import Subject
from tdkt_desktop.services.registration_views import (
    Proposed,
    Registered,
    RegistrationEdit,
    RegistrationGrid,
    RegistrationRow,
    YearRow,
    registered_of,
)
from tdkt_desktop.services.years import days_of, previous_year, read_year
from tdkt_desktop.vietnamese.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from tdkt_desktop.models.changes import Change
    from tdkt_desktop.models.store import Store
    from tdkt_desktop.services.award_words import AwardWords
    from tdkt_desktop.services.settings import SettingService

_CLOSING: Final = "registrations.closing"


class RegistrationService:
    """Keeps registrations. Not having registered warns and never blocks."""

    def __init__(self, store: Store, settings: SettingService, awards: AwardWords) -> None:
        self._store, self._settings, self.awards = store, settings, awards

    # --- asking ---

    def grid(self, year: str, group_id: int | None = None) -> RegistrationGrid:
        """Return what everybody of a group, or of the whole school, registered for in a year.

        Collectives stand before their people; whoever was at the school in the year is there.
        """
        year = read_year(year)
        with self._store.read() as session:
            found = candidates_of(session, year, group_id)
            now, before = _by_subject(session, year), _by_subject(session, previous_year(year))
        rows = tuple(
            RegistrationRow(
                one, tuple(now.get(one.subject, ())), tuple(before.get(one.subject, ()))
            )
            for one in found
        )
        return RegistrationGrid(year, group_id, self.closing_day(year), rows)

    def comparison(self, year: str, group_id: int | None = None) -> tuple[YearRow, ...]:
        """Return registered, proposed and decided of a year side by side."""
        year = read_year(year)
        with self._store.read() as session:
            registered = _by_subject(session, year)
            proposed, decided = _proposed(session, year, self.awards), _decided(session, year)
            return tuple(
                YearRow(
                    one,
                    tuple(registered.get(one.subject, ())),
                    tuple(proposed.get(one.subject, ())),
                    tuple(decided.get(one.subject, ())),
                )
                for one in candidates_of(session, year, group_id)
            )

    def closing_day(self, year: str) -> date | None:
        """Return the day on which the registration of a year closes; None where none was set."""
        kept = self._settings.get(_CLOSING, {}).get(year)
        return date.fromisoformat(kept) if kept else None

    # --- changing ---

    def set_closing_day(self, year: str, day: date | None) -> Change:
        """Say when the registration of a year closes; what is registered already stays as it is."""
        kept = {**self._settings.get(_CLOSING, {}), read_year(year): day and day.isoformat()}
        return self._settings.set(_CLOSING, kept, step=_("Đặt hạn đăng ký thi đua"))

    def set_many(self, year: str, edits: Iterable[RegistrationEdit], day: date) -> Change:
        """Store what many register for, in one undoable step.

        `awards` of an edit is everything that is registered from now on. What comes after the
        closing date is marked as an addition. Raises InputError for a person who is gone, an award
        that there is not, and an award that is not for a person (or not for a collective).
        """
        year = read_year(year)
        closing = self.closing_day(year)
        late = closing is not None and day > closing
        with self._store.transaction(_("Đăng ký thi đua")) as act:
            there = _rows_by_subject(act.session, year)
            for edit in edits:
                self._write(act.session, year, edit, there.get(edit.subject, []), day, late=late)
        return act.change

    def start_from_last_year(self, year: str, day: date, group_id: int | None = None) -> Change:
        """Register everybody who has nothing yet for what they registered for a year ago."""
        known = {word.code for word in self.awards.on(_day_in(read_year(year), day))}
        edits = []
        for row in self.grid(year, group_id).rows:
            codes = tuple(one.award for one in row.last_year if one.award in known)
            if codes and not row.registered:
                edits.append(RegistrationEdit(row.candidate.subject, codes))
        if not edits:
            raise InputError(
                _("Năm trước không có đăng ký nào để lấy sang năm {year}.").format(year=year),
                _("Xin đăng ký từng người trong bảng."),
            )
        with self._store.transaction(_("Lấy đăng ký của năm trước")) as act:
            self.set_many(year, edits, day)
        return act.change

    def _write(
        self,
        session: Session,
        year: str,
        edit: RegistrationEdit,
        rows: list[Registration],
        day: date,
        *,
        late: bool,
    ) -> None:
        """Make the rows of one subject what an edit says."""
        who = candidate_of(session, edit.subject)
        if len(set(edit.awards)) != len(edit.awards):
            raise InputError(
                _("“{name}” đăng ký một danh hiệu hai lần.").format(name=who.name),
                _("Xin bỏ bớt một dòng."),
            )
        left = {row.award: row for row in rows}
        for code in edit.awards:
            row = left.pop(code, None) or self._new(year, edit.subject, code, day, late=late)
            if edit.note is not None:
                row.note = clean_line(edit.note)
            session.add(row)
        for row in left.values():
            row.deleted_at = self._store.clock()

    def _new(
        self, year: str, subject: Subject, code: str, day: date, *, late: bool
    ) -> Registration:
        word = self.awards.find(code, _day_in(year, day))
        is_person = subject.person_id is not None
        if not (word.individual if is_person else word.collective):
            raise InputError(
                _("“{award}” chỉ xét cho tập thể.").format(award=word.name)
                if is_person
                else _("“{award}” chỉ xét cho cá nhân.").format(award=word.name),
                _("Xin chọn danh hiệu, hình thức khác."),
            )
        return Registration(
            person_id=subject.person_id,
            group_id=subject.group_id,
            year=year,
            award=code,
            name=word.name,
            registered_on=day,
            late=late,
        )


def _day_in(year: str, day: date) -> date:
    """Return the day whose names of awards a year uses: the day itself if it lies within."""
    first, last = days_of(year)
    return min(max(day, first), last)


def _rows_by_subject(session: Session, year: str) -> dict[Subject, list[Registration]]:
    query = select(Registration).where(Registration.year == year, Registration.deleted_at.is_(None))
    found: dict[Subject, list[Registration]] = defaultdict(list)
    for row in session.scalars(query.order_by(Registration.id)):
        found[Subject(row.person_id, row.group_id)].append(row)
    return found


def _by_subject(session: Session, year: str) -> dict[Subject, list[Registered]]:
    rows = _rows_by_subject(session, year)
    return {subject: list(map(registered_of, found)) for subject, found in rows.items()}


def _proposed(session: Session, year: str, awards: AwardWords) -> dict[Subject, list[Proposed]]:
    query = select(Nomination).where(Nomination.year == year, Nomination.deleted_at.is_(None))
    found: dict[Subject, list[Proposed]] = defaultdict(list)
    last = days_of(year)[1]
    for row in session.scalars(query.order_by(Nomination.place, Nomination.id)):
        ended = awards.name(row.outcome_award, last) if row.outcome_award else ""
        gone = row.state is NominationState.WITHDRAWN
        found[Subject(row.person_id, row.group_id)].append(
            Proposed(row.award, row.name, row.outcome, ended, gone)
        )
    return found


def _decided(session: Session, year: str) -> dict[Subject, list[tuple[str, str]]]:
    query = select(AwardRecord).where(
        AwardRecord.year == year,
        AwardRecord.deleted_at.is_(None),
        AwardRecord.revoked.is_(False),
    )
    found: dict[Subject, list[tuple[str, str]]] = defaultdict(list)
    for row in session.scalars(query.order_by(AwardRecord.decided_on, AwardRecord.id)):
        found[Subject(row.person_id, row.group_id)].append((row.code, row.name))
    return found
