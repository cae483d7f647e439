"""What lists say of everybody's year in a word or two: the rating, the titles, the commendations.

The whole records of years are for the card of one person; a list of thousands needs only these.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from tdkt_desktop.models.merit import AwardKind, AwardRecord, Rating
from tdkt_desktop.services.record_views import Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

    from tdkt_desktop.rules.ratings import RatingWords


@dataclass(frozen=True, slots=True)
class YearMark:
    """A rating with its rank and year, and the names of what was received in one year."""

    rating: str = ""
    rank: int = 0
    rated_year: str = ""
    titles: tuple[str, ...] = ()
    commendations: tuple[str, ...] = ()


NO_MARK = YearMark()


def marks_of(session: Session, words: RatingWords, year: int | None) -> dict[Subject, YearMark]:
    """Return the marks of a year that begins in `year`, or of each one's newest year.

    An award that was revoked is none.
    """
    marks: dict[Subject, YearMark] = defaultdict(YearMark)
    for subject, rated_year, code in _ratings(session):
        if _wanted(rated_year, year) and not marks[subject].rating:
            marks[subject] = YearMark(code, words.rank(code), rated_year)
    for kind, field in ((AwardKind.TITLE, "titles"), (AwardKind.COMMENDATION, "commendations")):
        for subject, names in _newest_names(session, kind, year).items():
            changed: dict[str, Any] = {field: names}
            marks[subject] = replace(marks[subject], **changed)
    return dict(marks)


def _ratings(session: Session) -> Iterator[tuple[Subject, str, str]]:
    """Yield the ratings, the newest year first."""
    query = select(Rating.person_id, Rating.group_id, Rating.year, Rating.code)
    kept = query.where(Rating.deleted_at.is_(None)).order_by(Rating.year.desc(), Rating.id.desc())
    for person_id, group_id, year, code in session.execute(kept):
        yield Subject(person_id, group_id), year, code


def _newest_names(
    session: Session, kind: AwardKind, year: int | None
) -> dict[Subject, tuple[str, ...]]:
    """Return what everybody received in a year, or in the newest year that has something."""
    query = (
        select(AwardRecord.person_id, AwardRecord.group_id, AwardRecord.year, AwardRecord.name)
        .where(AwardRecord.deleted_at.is_(None), AwardRecord.revoked.is_(False))
        .where(AwardRecord.kind == kind)
        .order_by(AwardRecord.year.desc(), AwardRecord.id)
    )
    found: dict[Subject, tuple[str, tuple[str, ...]]] = {}
    for person_id, group_id, award_year, name in session.execute(query):
        subject = Subject(person_id, group_id)
        kept_year, names = found.get(subject, (award_year, ()))
        if _wanted(award_year, year) and kept_year == award_year:
            found[subject] = (award_year, (*names, name))
    return {subject: names for subject, (_year, names) in found.items()}


def _wanted(written: str, year: int | None) -> bool:
    """Tell whether a stored year, of school or of work, begins in a year."""
    return year is None or written.startswith(str(year))
