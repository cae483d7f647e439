"""Use cases about nominations: who is put forward to the council, in which order, and withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.models.proposing import GroupReview, Nomination, Registration
from tdkt_desktop.services.candidates import candidate_of, candidates_of, subjects_there
from tdkt_desktop.services.nomination_views import (
    NominationState,
    NominationView,
    nomination_of,
)
from tdkt_desktop.services.record_views import Subject
from tdkt_desktop.services.review_views import ReviewSubject, entry_of
from tdkt_desktop.services.years import days_of, read_year
from tdkt_desktop.vietnamese.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy.orm import Session

    from tdkt_desktop.models.changes import Change
    from tdkt_desktop.models.store import Store
    from tdkt_desktop.services.award_words import AwardWords


class NominationService:
    """Keeps nominations. The program never grants: a person puts forward, the council votes."""

    def __init__(self, store: Store, awards: AwardWords) -> None:
        self._store, self._awards = store, awards

    # --- asking ---

    def nominations(self, year: str, *, in_bin: bool = False) -> tuple[NominationView, ...]:
        """Return the nominations of a year in their order."""
        query = select(Nomination).where(Nomination.deleted_at.is_not(None) == in_bin)
        query = query.where(Nomination.year == read_year(year))
        with self._store.read() as session:
            return _views(session, session.scalars(query.order_by(Nomination.place, Nomination.id)))

    def nomination(self, nomination_id: int) -> NominationView:
        """Return a nomination; raises InputError where there is none of that id."""
        with self._store.read() as session:
            return _views(session, [find_nomination(session, nomination_id)])[0]

    # --- changing ---

    def add(
        self, subject: Subject, award: str, year: str, *, override_reason: str = "", note: str = ""
    ) -> int:
        """Put somebody forward and return the nomination's id.

        `override_reason` is a person's word against a "not yet" of the rules. Raises InputError
        for somebody who is gone, and for somebody who stands for the same award already.
        """
        with self._store.transaction(_("Đề nghị xét tặng")) as act:
            row = self._new(act.session, subject, award, read_year(year))
            row.override_reason, row.note = clean_line(override_reason), clean_line(note)
            act.session.add(row)
            act.session.flush()
            return row.id

    def add_from_reviews(self, year: str) -> Change:
        """Put forward whom the groups propose and who does not stand yet, in their order."""
        year = read_year(year)
        query = select(GroupReview).where(
            GroupReview.year == year, GroupReview.deleted_at.is_(None)
        )
        with self._store.transaction(_("Đề nghị theo kết quả bình xét")) as act:
            wanted = [
                (entry.subject, entry.code)
                for review in act.session.scalars(query.order_by(GroupReview.id))
                for entry in map(entry_of, review.entries)
                if entry.what is ReviewSubject.AWARD
            ]
            self._add_missing(act.session, wanted, year)
        return act.change

    def add_from_registrations(self, year: str, group_id: int | None = None) -> Change:
        """Put forward who registered and does not stand yet: of one group, or of the school.

        For those whom no group reviews, such as the principals.
        """
        year = read_year(year)
        query = select(Registration).where(
            Registration.year == year, Registration.deleted_at.is_(None)
        )
        with self._store.transaction(_("Đề nghị theo đăng ký")) as act:
            there = {one.subject for one in candidates_of(act.session, year, group_id)}
            rows = act.session.scalars(query.order_by(Registration.id)).all()
            registered = [(Subject(row.person_id, row.group_id), row.award) for row in rows]
            wanted = [one for one in registered if one[0] in there]
            self._add_missing(act.session, wanted, year)
        return act.change

    def put_in_order(self, nomination_ids: Sequence[int]) -> Change:
        """Say in which order the council hears of the nominees."""
        with self._store.transaction(_("Sắp xếp danh sách đề nghị")) as act:
            for place, nomination_id in enumerate(nomination_ids):
                find_nomination(act.session, nomination_id).place = place
        return act.change

    def save(self, nomination_id: int, *, override_reason: str, note: str) -> Change:
        """Keep a person's word against the rules, and a note."""
        with self._store.transaction(_("Sửa đề nghị")) as act:
            row = find_nomination(act.session, nomination_id)
            row.override_reason, row.note = clean_line(override_reason), clean_line(note)
        return act.change

    def withdraw(self, nomination_ids: Iterable[int], reason: str) -> Change:
        """Take nominations back with a reason; they stay in the list."""
        said = clean_line(reason)
        if not said:
            raise InputError(_("Chưa ghi lý do rút đề nghị."), _("Xin ghi lý do rồi làm lại."))
        with self._store.transaction(_("Rút đề nghị")) as act:
            for nomination_id in nomination_ids:
                row = find_nomination(act.session, nomination_id)
                row.state, row.reason = NominationState.WITHDRAWN, said
        return act.change

    def propose_again(self, nomination_ids: Iterable[int]) -> Change:
        """Let nominations that were taken back stand again."""
        with self._store.transaction(_("Đề nghị lại")) as act:
            for nomination_id in nomination_ids:
                row = find_nomination(act.session, nomination_id)
                row.state, row.reason = NominationState.PROPOSED, ""
        return act.change

    def throw_away(self, nomination_ids: Iterable[int]) -> Change:
        """Put nominations into the bin; one that the council voted on stays."""
        with self._store.transaction(_("Xoá đề nghị")) as act:
            for nomination_id in nomination_ids:
                row = find_nomination(act.session, nomination_id)
                if row.outcome is not None:
                    raise InputError(
                        _("Hội đồng đã bỏ phiếu về đề nghị “{award}” này.").format(award=row.name),
                        _("Xin rút đề nghị và ghi lý do thay vì xoá."),
                    )
                row.deleted_at = self._store.clock()
        return act.change

    def bring_back(self, nomination_ids: Iterable[int]) -> Change:
        """Take nominations out of the bin."""
        with self._store.transaction(_("Lấy lại đề nghị")) as act:
            for nomination_id in nomination_ids:
                row = find_nomination(act.session, nomination_id, in_bin=True)
                self._require_free(act.session, Subject(row.person_id, row.group_id), row)
                row.deleted_at = None
        return act.change

    # --- inside ---

    def _add_missing(
        self, session: Session, wanted: Sequence[tuple[Subject, str]], year: str
    ) -> None:
        """Put forward those who do not stand yet, and are still in the lists."""
        known = _standing(session, year)
        there = subjects_there(session, [subject for subject, _award in wanted])
        for subject, award in dict.fromkeys(wanted):
            if (subject, award) not in known and subject in there:
                session.add(self._new(session, subject, award, year))
                session.flush()

    def _new(self, session: Session, subject: Subject, award: str, year: str) -> Nomination:
        who = candidate_of(session, subject)
        word = self._awards.find(award, days_of(year)[1])
        if not (word.individual if who.is_person else word.collective):
            raise InputError(
                _("Không đề nghị “{award}” cho “{name}” được.").format(
                    award=word.name, name=who.name
                ),
                _("Xin chọn danh hiệu dành cho cá nhân hoặc tập thể cho đúng."),
            )
        row = Nomination(person_id=subject.person_id, group_id=subject.group_id, year=year)
        row.award, row.name = award, word.name
        self._require_free(session, subject, row)
        last = session.scalar(select(func.max(Nomination.place)).where(Nomination.year == year))
        row.place = 0 if last is None else last + 1
        return row

    def _require_free(self, session: Session, subject: Subject, row: Nomination) -> None:
        """Raise InputError where somebody stands for the same award already."""
        if (subject, row.award) in _standing(session, row.year):
            raise InputError(
                _("“{name}” đã có trong danh sách đề nghị “{award}” năm {year}.").format(
                    name=candidate_of(session, subject).name, award=row.name, year=row.year
                ),
                _("Mỗi người chỉ đề nghị một lần cho một danh hiệu; xin xem dòng đã có."),
            )


def find_nomination(session: Session, nomination_id: int, *, in_bin: bool = False) -> Nomination:
    """Return the row of a nomination; raises InputError where there is none."""
    row = session.get(Nomination, nomination_id)
    if row is None or row.in_bin != in_bin:
        raise InputError(
            _("Không có đề nghị số {id}.").format(id=nomination_id),
            _("Xin xem lại danh sách đề nghị."),
        )
    return row


def _standing(session: Session, year: str) -> set[tuple[Subject, str]]:
    query = select(Nomination).where(Nomination.year == year, Nomination.deleted_at.is_(None))
    rows = session.scalars(query)
    return {(Subject(row.person_id, row.group_id), row.award) for row in rows}


def _views(session: Session, rows: Iterable[Nomination]) -> tuple[NominationView, ...]:
    found = list(rows)
    there = subjects_there(session, (Subject(row.person_id, row.group_id) for row in found))
    return tuple(
        nomination_of(row, there.get(Subject(row.person_id, row.group_id))) for row in found
    )
