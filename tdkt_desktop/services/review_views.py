"""What is shown of a group's review: the meeting, and what it proposes for each member."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from tdkt_desktop.i18n import N_
from tdkt_desktop.models.proposing import ReviewMethod as ReviewMethod
from tdkt_desktop.services.record_views import Subject

if TYPE_CHECKING:
    from tdkt_desktop.models.proposing import GroupReview

METHOD_NAMES: Final = {
    ReviewMethod.VOTE: N_("Bỏ phiếu"),
    ReviewMethod.CONSENT: N_("Thống nhất chung"),
}


class ReviewSubject(StrEnum):
    """What a group proposes; the stored values are stable."""

    RATING = "rating"
    AWARD = "award"


@dataclass(frozen=True, slots=True)
class ReviewEntry:
    """One thing proposed for one member, or for the group itself.

    `name` and `words` are as they were on the day. Without votes the group agreed as a whole.
    """

    subject: Subject
    name: str
    what: ReviewSubject
    code: str
    words: str
    yes: int | None = None
    no: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewFacts:
    """A group's review as a form says it; `absent` maps a person's id to the reason."""

    group_id: int
    year: str
    method: ReviewMethod = ReviewMethod.CONSENT
    held_on: date | None = None
    starts_at: str = ""
    ends_at: str = ""
    venue: str = ""
    chair: str = ""
    secretary: str = ""
    members: int | None = None
    present: int | None = None
    absent: Mapping[int, str] = field(default_factory=dict)
    opinions: tuple[str, ...] = ()
    entries: tuple[ReviewEntry, ...] = ()

    def of(self, what: ReviewSubject) -> tuple[ReviewEntry, ...]:
        """Return the proposed ratings, or the proposed awards."""
        return tuple(entry for entry in self.entries if entry.what is what)


@dataclass(frozen=True, slots=True)
class ReviewView:
    """A review that is kept; `group_name` is what the group is called now."""

    id: int
    group_name: str
    facts: ReviewFacts


def entry_json(entry: ReviewEntry) -> dict[str, Any]:
    """Return an entry as it is stored."""
    return {
        "person": entry.subject.person_id,
        "group": entry.subject.group_id,
        "name": entry.name,
        "what": entry.what.value,
        "code": entry.code,
        "words": entry.words,
        "yes": entry.yes,
        "no": entry.no,
        "note": entry.note,
    }


def entry_of(stored: Mapping[str, Any]) -> ReviewEntry:
    """Return a stored entry."""
    return ReviewEntry(
        subject=Subject(stored.get("person"), stored.get("group")),
        name=stored.get("name", ""),
        what=ReviewSubject(stored.get("what", ReviewSubject.AWARD)),
        code=stored["code"],
        words=stored.get("words", ""),
        yes=stored.get("yes"),
        no=stored.get("no"),
        note=stored.get("note", ""),
    )


def review_of(row: GroupReview, group_name: str) -> ReviewView:
    """Return what is known of a review."""
    facts = ReviewFacts(
        group_id=row.group_id,
        year=row.year,
        method=row.method,
        held_on=row.held_on,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        venue=row.venue,
        chair=row.chair,
        secretary=row.secretary,
        members=row.members,
        present=row.present,
        absent={int(person_id): reason for person_id, reason in row.absent.items()},
        opinions=tuple(row.opinions),
        entries=tuple(map(entry_of, row.entries)),
    )
    return ReviewView(row.id, group_name, facts)
