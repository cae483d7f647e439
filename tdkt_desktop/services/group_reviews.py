"""Use cases about the review in a group: who is proposed for which rating and which award."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.models.merit import Rating
from tdkt_desktop.models.person import StaffGroup
from tdkt_desktop.models.proposing import GroupReview, Registration
from tdkt_desktop.services.candidates import candidates_of
from tdkt_desktop.services.groups import find_group
from tdkt_desktop.services.record_views import Subject
from tdkt_desktop.services.review_checks import require_sound
from tdkt_desktop.services.review_views import (
    ReviewEntry,
    ReviewFacts,
    ReviewSubject,
    ReviewView,
    entry_json,
    review_of,
)
from tdkt_desktop.services.years import days_of, read_year
from tdkt_desktop.vietnamese.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy.orm import Session

    from tdkt_desktop.models.changes import Change
    from tdkt_desktop.models.store import Store
    from tdkt_desktop.rules.ratings import RatingWords
    from tdkt_desktop.services.award_words import AwardWords
    from tdkt_desktop.services.candidates import Candidate

_WORDS = ("starts_at", "ends_at", "venue", "chair", "secretary")


class GroupReviewService:
    """Keeps the reviews of the groups, one for each group and year."""

    def __init__(self, store: Store, awards: AwardWords, ratings: RatingWords) -> None:
        self._store, self._awards, self._ratings = store, awards, ratings

    # --- asking ---

    def reviews(self, year: str) -> tuple[ReviewView, ...]:
        """Return the reviews of a year in the order of the groups."""
        query = select(GroupReview, StaffGroup).join(StaffGroup)
        query = query.where(GroupReview.year == read_year(year), GroupReview.deleted_at.is_(None))
        with self._store.read() as session:
            found = session.execute(query.order_by(StaffGroup.place, GroupReview.id)).all()
            return tuple(review_of(row, group.name) for row, group in found)

    def review(self, review_id: int) -> ReviewView:
        """Return a review; raises InputError where there is none of that id."""
        with self._store.read() as session:
            row = _find(session, review_id)
            return review_of(row, session.get_one(StaffGroup, row.group_id).name)

    def of_group(self, group_id: int, year: str) -> ReviewView | None:
        """Return the review of a group in a year; None where there is none yet."""
        return next((one for one in self.reviews(year) if one.facts.group_id == group_id), None)

    def blank(self, group_id: int, year: str) -> ReviewFacts:
        """Return a review to begin with: all members, their ratings and what they registered for.

        A member without a rating has no entry of one; the form asks for it.
        """
        year = read_year(year)
        with self._store.read() as session:
            found = candidates_of(session, year, group_id)
            entries = [*self._rated(session, year, found), *_registered(session, year, found)]
        count = sum(one.is_person for one in found)
        return ReviewFacts(
            group_id=group_id, year=year, members=count, present=count, entries=tuple(entries)
        )

    def entry(self, candidate: Candidate, what: ReviewSubject, code: str, year: str) -> ReviewEntry:
        """Return an entry for a member with the words of the year; InputError for a bad code."""
        last = days_of(read_year(year))[1]
        if what is ReviewSubject.AWARD:
            words = self._awards.find(code, last).name
        elif self._ratings.rank(code):
            words = self._ratings.name(code, last)
        else:
            raise InputError(
                _("Không có mức xếp loại “{code}”.").format(code=code),
                _("Xin chọn một mức trong danh sách."),
            )
        return ReviewEntry(candidate.subject, candidate.name, what, code, words)

    # --- changing ---

    def add(self, facts: ReviewFacts) -> int:
        """Store a group's review and return its id; a group has one for each year."""
        if self.of_group(facts.group_id, facts.year) is not None:
            raise InputError(
                _("Tổ này đã có biên bản bình xét của năm {year}.").format(year=facts.year),
                _("Xin sửa biên bản đã có, hoặc xoá rồi lập lại."),
            )
        with self._store.transaction(_("Lập biên bản bình xét")) as act:
            find_group(act.session, facts.group_id)
            row = GroupReview(group_id=facts.group_id, year=read_year(facts.year))
            _write(act.session, row, facts)
            act.session.add(row)
            act.session.flush()
            return row.id

    def save(self, review_id: int, facts: ReviewFacts) -> Change:
        """Keep what a form says of a review; raises InputError where it cannot be."""
        label, key = _("Sửa biên bản bình xét"), f"review:{review_id}"
        with self._store.transaction(label, merge_key=key) as act:
            row = _find(act.session, review_id)
            _write(act.session, row, replace(facts, group_id=row.group_id, year=row.year))
        return act.change

    def throw_away(self, review_id: int) -> Change:
        """Put a review into the bin; undo brings it back."""
        with self._store.transaction(_("Xoá biên bản bình xét")) as act:
            _find(act.session, review_id).deleted_at = self._store.clock()
        return act.change

    # --- inside ---

    def _rated(
        self, session: Session, year: str, found: Iterable[Candidate]
    ) -> Iterator[ReviewEntry]:
        query = select(Rating).where(Rating.year == year, Rating.deleted_at.is_(None))
        kept = {Subject(row.person_id, row.group_id): row for row in session.scalars(query)}
        for one in found:
            row = kept.get(one.subject)
            if row is not None:
                what = ReviewSubject.RATING
                yield ReviewEntry(one.subject, one.name, what, row.code, row.words)


def _registered(session: Session, year: str, found: Iterable[Candidate]) -> Iterator[ReviewEntry]:
    names = {one.subject: one.name for one in found}
    query = select(Registration).where(Registration.year == year, Registration.deleted_at.is_(None))
    for row in session.scalars(query.order_by(Registration.id)):
        subject = Subject(row.person_id, row.group_id)
        if subject in names:
            what = ReviewSubject.AWARD
            yield ReviewEntry(subject, names[subject], what, row.award, row.name)


def _write(session: Session, row: GroupReview, facts: ReviewFacts) -> None:
    members = {one.subject for one in candidates_of(session, facts.year, facts.group_id)}
    require_sound(facts, members)
    row.method, row.held_on = facts.method, facts.held_on
    row.members, row.present = facts.members, facts.present
    for name in _WORDS:
        setattr(row, name, clean_line(getattr(facts, name)))
    row.absent = {str(key): clean_line(reason) for key, reason in facts.absent.items()}
    row.opinions = [line for line in map(clean_line, facts.opinions) if line]
    row.entries = [entry_json(entry) for entry in facts.entries]


def _find(session: Session, review_id: int) -> GroupReview:
    row = session.get(GroupReview, review_id)
    if row is None or row.in_bin:
        raise InputError(
            _("Không có biên bản bình xét số {id}.").format(id=review_id),
            _("Xin xem danh sách biên bản của năm để chọn số đúng."),
        )
    return row
