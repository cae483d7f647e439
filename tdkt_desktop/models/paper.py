"""Official documents other than plans: decisions, minutes, notices, reports, sheets."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from tdkt_desktop.models.base import Binned, JsonObject, LongText, Record, choice_of


class PaperStatus(StrEnum):
    """The state of a document; the stored values are stable."""

    DRAFT = "draft"
    ISSUED = "issued"


class Paper(Binned, Record):
    """A document made from the store's data, edited by a person, and issued under a number.

    `kind` is the key of its template, `about` what it was made for (`{"council": 3}`), and
    `fingerprint` that of the document as it was composed, so that later data can be compared with
    it. `register_id` is its line in the register of issued documents.
    """

    __tablename__ = "paper"

    kind: Mapped[str] = mapped_column(index=True)
    year: Mapped[int] = mapped_column(index=True)
    school_year: Mapped[str | None]
    about: Mapped[JsonObject]
    title: Mapped[str] = mapped_column(default="")
    subject: Mapped[str] = mapped_column(default="")
    status: Mapped[PaperStatus] = mapped_column(choice_of(PaperStatus), default=PaperStatus.DRAFT)
    number: Mapped[str] = mapped_column(default="")
    symbol: Mapped[str] = mapped_column(default="")
    issued_on: Mapped[date | None]
    exported_at: Mapped[datetime | None]
    fingerprint: Mapped[str] = mapped_column(default="")
    register_id: Mapped[int | None] = mapped_column(ForeignKey("issued_document.id"), index=True)
    folded: Mapped[LongText] = mapped_column(deferred=True, deferred_group="text")
    document: Mapped[LongText] = mapped_column(deferred=True, deferred_group="text")
