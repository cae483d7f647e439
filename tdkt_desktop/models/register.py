"""The register of issued documents: every number that a body has given in a calendar year."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, mapped_column

from tdkt_desktop.models.base import IDS_NEVER_REUSED, Record

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class IssuedDocument(Record):
    """One line of the register (sổ văn bản đi).

    A number is given once to a body, year and series; the empty series is the register that all
    kinds share. `suffix` is the letter of a number put in between ("05a"). A void line keeps its
    number and says why in `voided_reason`. `file_sha256` names the kept file among the attachments.
    """

    __tablename__ = "issued_document"
    __table_args__ = (
        UniqueConstraint("issuing_body", "year", "series", "number", "suffix"),
        IDS_NEVER_REUSED,
    )

    issuing_body: Mapped[str]
    year: Mapped[int] = mapped_column(index=True)
    series: Mapped[str] = mapped_column(default="")
    number: Mapped[int]
    suffix: Mapped[str] = mapped_column(default="")
    symbol: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="")
    subject: Mapped[str] = mapped_column(default="")
    signer: Mapped[str] = mapped_column(default="")
    issued_on: Mapped[date]
    recipients: Mapped[str] = mapped_column(default="")
    file_name: Mapped[str] = mapped_column(default="")
    file_sha256: Mapped[str] = mapped_column(default="")
    voided_reason: Mapped[str] = mapped_column(default="")
    plan_id: Mapped[int | None] = mapped_column(ForeignKey("plan.id"), index=True)


def next_number(session: Session, issuing_body: str, year: int, series: str = "") -> int:
    """Return the number after the highest one given, void ones included.

    Asked inside `store.transaction`, which holds the file's write lock from its first moment, the
    number cannot be given to anybody else before the transaction ends.
    """
    highest = session.scalar(
        select(func.max(IssuedDocument.number)).where(
            IssuedDocument.issuing_body == issuing_body,
            IssuedDocument.year == year,
            IssuedDocument.series == series,
        )
    )
    return (highest or 0) + 1
