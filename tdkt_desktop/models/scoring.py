"""How a council scores initiatives: rounds, what is scored in each, and every judge's sheet."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from tdkt_desktop.models.base import Binned, JsonList, JsonObject, LongText, Record, choice_of


class ScoreOutcome(StrEnum):
    """What a round says of an initiative; the stored values are stable."""

    OPEN = "open"
    PASSED = "passed"
    NOT_PASSED = "not-passed"


class ScoringRound(Binned, Record):
    """One scoring of some initiatives by a council.

    `criteria` is the round's own copy of the criteria sheet (`{"key", "name", "max", "hint"}`), and
    `judges` of those who score (`{"member", "person", "name", "position", "role"}`), so that later
    changes of either leave it as it was. A closed round is never changed: `corrects` names the
    round that this one takes the place of, `reason` says why.
    """

    __tablename__ = "scoring_round"

    council_id: Mapped[int | None] = mapped_column(ForeignKey("council.id"), index=True)
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"), index=True)
    year: Mapped[str] = mapped_column(index=True)
    name: Mapped[str] = mapped_column(default="")
    held_on: Mapped[date | None]
    criteria: Mapped[JsonList]
    judges: Mapped[JsonList]
    pass_mark: Mapped[float] = mapped_column(default=0.0)
    closed_at: Mapped[datetime | None]
    corrects: Mapped[int | None] = mapped_column(ForeignKey("scoring_round.id"))
    reason: Mapped[str] = mapped_column(default="")
    notes: Mapped[LongText]


class RoundEntry(Record):
    """An initiative in a round; `average` and `outcome` are written when the round is closed."""

    __tablename__ = "round_entry"

    round_id: Mapped[int] = mapped_column(ForeignKey("scoring_round.id"), index=True)
    initiative_id: Mapped[int] = mapped_column(ForeignKey("initiative.id"), index=True)
    place: Mapped[int] = mapped_column(default=0)
    average: Mapped[float | None]
    outcome: Mapped[ScoreOutcome] = mapped_column(
        choice_of(ScoreOutcome), default=ScoreOutcome.OPEN
    )
    conclusion: Mapped[str] = mapped_column(default="")


class ScoreSheet(Record):
    """What one judge gave an initiative in a round: points by criterion, and a remark.

    `judge` is the judge's number among the `judges` of the round.
    """

    __tablename__ = "score_sheet"

    entry_id: Mapped[int] = mapped_column(ForeignKey("round_entry.id"), index=True)
    judge: Mapped[int]
    points: Mapped[JsonObject]
    note: Mapped[str] = mapped_column(default="")
