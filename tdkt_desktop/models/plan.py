"""Plans, and what each of them said at the times it was issued."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from tdkt_desktop.models.base import (
    IDS_NEVER_REUSED,
    Binned,
    JsonObject,
    Lines,
    LongText,
    Record,
    choice_of,
)


class PlanStatus(StrEnum):
    """The state of a plan; the stored values are stable.

    A draft and a plan waiting for its signature may be changed; an issued one is locked. `REVISED`
    is an issued plan whose revision, a plan of its own, has been issued in its turn.
    """

    DRAFT = "draft"
    WAITING = "waiting"
    ISSUED = "issued"
    REVISED = "revised"


class Plan(Binned, Record):
    """A plan: what lists and registers ask about it, and its document as JSON text.

    `document` is loaded only when it is asked for. `folded` is the searchable text without
    diacritics. `reading` is what was noticed when the plan was read from `source_file`:
    `{"warnings": [...], "renumbered": [...]}`. `rolled_from` is the plan of the year before,
    `revises` the issued plan that this one is to replace, and `revision_reason` says why.
    """

    __tablename__ = "plan"

    kind: Mapped[str] = mapped_column(default="ke-hoach")
    year: Mapped[int] = mapped_column(index=True)
    school_year: Mapped[str | None]
    title: Mapped[str] = mapped_column(default="")
    subject: Mapped[str] = mapped_column(default="")
    status: Mapped[PlanStatus] = mapped_column(choice_of(PlanStatus), default=PlanStatus.DRAFT)
    number: Mapped[str] = mapped_column(default="")
    symbol: Mapped[str] = mapped_column(default="")
    issued_on: Mapped[date | None]
    version: Mapped[int] = mapped_column(default=0)
    template_key: Mapped[str] = mapped_column(default="")
    source_file: Mapped[str] = mapped_column(default="")
    rolled_from: Mapped[int | None] = mapped_column(ForeignKey("plan.id"))
    revises: Mapped[int | None] = mapped_column(ForeignKey("plan.id"), index=True)
    revision_reason: Mapped[str] = mapped_column(default="")
    reading: Mapped[JsonObject]
    folded: Mapped[LongText] = mapped_column(deferred=True, deferred_group="text")
    document: Mapped[LongText] = mapped_column(deferred=True, deferred_group="text")


class PlanVersion(Record):
    """A plan as it was issued; from the second on with what was changed and why."""

    __tablename__ = "plan_version"
    __table_args__ = (UniqueConstraint("plan_id", "version"), IDS_NEVER_REUSED)

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"), index=True)
    version: Mapped[int]
    number: Mapped[str] = mapped_column(default="")
    symbol: Mapped[str] = mapped_column(default="")
    issued_on: Mapped[date | None]
    reason: Mapped[str] = mapped_column(default="")
    changes: Mapped[Lines]
    snapshot_at: Mapped[datetime]
    document: Mapped[LongText] = mapped_column(deferred=True)
