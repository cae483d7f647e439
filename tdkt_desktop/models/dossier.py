"""Dossiers: who is proposed to whom for what, with which papers, and what came back."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from tdkt_desktop.models.base import Binned, JsonList, Record, choice_of


class DossierLevel(StrEnum):
    """Who decides: a body above the school, or the school itself; the stored values are stable."""

    ABOVE = "above"
    SCHOOL = "school"


class DossierState(StrEnum):
    """How far a dossier has come; the stored values are stable."""

    DRAFT = "draft"
    COMPLETE = "complete"
    SENT = "sent"
    RETURNED = "returned"
    DECIDED = "decided"
    REFUSED = "refused"


class EntryResult(StrEnum):
    """What was decided about one nominee of a dossier; the stored values are stable."""

    GRANTED = "granted"
    REFUSED = "refused"


class Dossier(Binned, Record):
    """A dossier for one award or several.

    `sent_on` is the day it left, `received_on` the day the competent body took it in, which
    chooses the version of the law. `steps` lists what happened to it, as
    `services.dossier_views.Step` writes it.
    """

    __tablename__ = "dossier"

    year: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    level: Mapped[DossierLevel] = mapped_column(choice_of(DossierLevel), default=DossierLevel.ABOVE)
    receiver: Mapped[str] = mapped_column(default="")
    state: Mapped[DossierState] = mapped_column(choice_of(DossierState), default=DossierState.DRAFT)
    deadline: Mapped[date | None]
    sent_on: Mapped[date | None]
    sent_to: Mapped[str] = mapped_column(default="")
    received_on: Mapped[date | None]
    returned_on: Mapped[date | None]
    returned_reason: Mapped[str] = mapped_column(default="")
    decided_on: Mapped[date | None]
    number: Mapped[str] = mapped_column(default="")
    body: Mapped[str] = mapped_column(default="")
    steps: Mapped[JsonList]
    note: Mapped[str] = mapped_column(default="")


class DossierEntry(Record):
    """A nominee of a dossier: one person or one collective, and the award that is asked for.

    `name` is what the award was called then. `record_id` is the award that the decision became.
    `prize` in dong stands where the school pays another sum than the law's data come to.
    """

    __tablename__ = "dossier_entry"

    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id"), index=True)
    nomination_id: Mapped[int | None] = mapped_column(ForeignKey("nomination.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    group_id: Mapped[int | None] = mapped_column(ForeignKey("staff_group.id"), index=True)
    award: Mapped[str] = mapped_column(default="", index=True)
    name: Mapped[str] = mapped_column(default="")
    place: Mapped[int] = mapped_column(default=0)
    result: Mapped[EntryResult | None] = mapped_column(choice_of(EntryResult))
    record_id: Mapped[int | None] = mapped_column(ForeignKey("award_record.id"), index=True)
    prize: Mapped[int | None]
    note: Mapped[str] = mapped_column(default="")


class DossierSlot(Record):
    """What a person said about a paper that a dossier must hold.

    `key` names the paper by the form of the law's data, `entry_id` the nominee where each has one
    of his or her own. A slot that nobody touched has no row.
    """

    __tablename__ = "dossier_slot"

    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id"), index=True)
    entry_id: Mapped[int | None] = mapped_column(ForeignKey("dossier_entry.id"), index=True)
    key: Mapped[str]
    waived: Mapped[bool] = mapped_column(default=False)
    paper_id: Mapped[int | None] = mapped_column(ForeignKey("paper.id"), index=True)
    file_name: Mapped[str] = mapped_column(default="")
    file_sha256: Mapped[str] = mapped_column(default="")
    size: Mapped[int] = mapped_column(default=0)
    note: Mapped[str] = mapped_column(default="")
