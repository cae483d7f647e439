"""The way to an award within the school: registered, reviewed by the group, nominated.

A row belongs to one person (`person_id`) or to one collective (`group_id`), never to both. Years
and codes are written as in `merit`; the words beside a code are those of their time.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from tdkt_desktop.models.base import Binned, JsonList, JsonObject, Lines, Record, choice_of


class ReviewMethod(StrEnum):
    """How a group agrees: by counted votes or by consent; the stored values are stable."""

    VOTE = "vote"
    CONSENT = "consent"


class NominationState(StrEnum):
    """Whether a nomination still stands; the stored values are stable."""

    PROPOSED = "proposed"
    WITHDRAWN = "withdrawn"


class VoteOutcome(StrEnum):
    """What the council's vote came to; the stored values are stable."""

    PASSED = "passed"
    NOT_PASSED = "not-passed"
    LOWER = "lower"
    HIGHER = "higher"


class Registration(Binned, Record):
    """An award that somebody means to earn in a year; `name` is what it was called then.

    `late` marks what was added after the closing date.
    """

    __tablename__ = "registration"

    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    group_id: Mapped[int | None] = mapped_column(ForeignKey("staff_group.id"), index=True)
    year: Mapped[str] = mapped_column(index=True)
    award: Mapped[str] = mapped_column(index=True)
    name: Mapped[str] = mapped_column(default="")
    registered_on: Mapped[date | None]
    late: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = mapped_column(default="")


class GroupReview(Binned, Record):
    """A group's meeting at the end of a year, and what it proposes for each of its members.

    `entries` lists what was proposed, as `services.review_views.ReviewEntry` writes it. `present`
    is how many of the `members` were there, `absent` maps a person's id to the reason.
    """

    __tablename__ = "group_review"

    group_id: Mapped[int] = mapped_column(ForeignKey("staff_group.id"), index=True)
    year: Mapped[str] = mapped_column(index=True)
    method: Mapped[ReviewMethod] = mapped_column(
        choice_of(ReviewMethod), default=ReviewMethod.CONSENT
    )
    held_on: Mapped[date | None]
    starts_at: Mapped[str] = mapped_column(default="")
    ends_at: Mapped[str] = mapped_column(default="")
    venue: Mapped[str] = mapped_column(default="")
    chair: Mapped[str] = mapped_column(default="")
    secretary: Mapped[str] = mapped_column(default="")
    members: Mapped[int | None]
    present: Mapped[int | None]
    absent: Mapped[JsonObject]
    opinions: Mapped[Lines]
    entries: Mapped[JsonList]


class Nomination(Binned, Record):
    """Somebody put forward to the council for an award.

    `override_reason` says why a person was put forward although the rules say "not yet".
    `outcome` is that of the round `round_id`; `outcome_award` the lower or higher award it ended
    with.
    """

    __tablename__ = "nomination"

    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    group_id: Mapped[int | None] = mapped_column(ForeignKey("staff_group.id"), index=True)
    year: Mapped[str] = mapped_column(index=True)
    award: Mapped[str] = mapped_column(index=True)
    name: Mapped[str] = mapped_column(default="")
    place: Mapped[int] = mapped_column(default=0)
    state: Mapped[NominationState] = mapped_column(
        choice_of(NominationState), default=NominationState.PROPOSED
    )
    reason: Mapped[str] = mapped_column(default="")
    override_reason: Mapped[str] = mapped_column(default="")
    outcome: Mapped[VoteOutcome | None] = mapped_column(choice_of(VoteOutcome))
    outcome_award: Mapped[str] = mapped_column(default="")
    round_id: Mapped[int | None] = mapped_column(ForeignKey("vote_round.id"), index=True)
    note: Mapped[str] = mapped_column(default="")
