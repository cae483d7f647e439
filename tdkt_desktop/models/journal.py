"""What the store writes about itself: who did what when, and the steps that can be taken back."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from tdkt_desktop.models.base import IDS_NEVER_REUSED, Base, choice_of


class ActKind(StrEnum):
    """What sort of act a transaction was; the stored values are stable."""

    DONE = "done"
    UNDONE = "undone"
    REDONE = "redone"


class RowAction(StrEnum):
    """What happened to a row; the stored values are stable."""

    INSERT = "insert"
    UPDATE = "update"
    DELETE = "delete"


class AuditAct(Base):
    """One committed transaction; several saves of one sitting share a row (`until`, `saves`)."""

    __tablename__ = "audit_act"
    __table_args__ = IDS_NEVER_REUSED

    id: Mapped[int] = mapped_column(primary_key=True)
    label: Mapped[str]
    kind: Mapped[ActKind] = mapped_column(choice_of(ActKind))
    who: Mapped[str]
    at: Mapped[datetime] = mapped_column(index=True)
    until: Mapped[datetime]
    saves: Mapped[int] = mapped_column(default=1)


class AuditEntry(Base):
    """One row that an act touched: the changed columns before and after, long text as a digest."""

    __tablename__ = "audit_entry"
    __table_args__ = IDS_NEVER_REUSED

    id: Mapped[int] = mapped_column(primary_key=True)
    act_id: Mapped[int] = mapped_column(ForeignKey("audit_act.id"), index=True)
    table_name: Mapped[str] = mapped_column(index=True)
    row_id: Mapped[int] = mapped_column(index=True)
    action: Mapped[RowAction] = mapped_column(choice_of(RowAction))
    before: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    after: Mapped[dict[str, Any] | None] = mapped_column(JSON)


class UndoStep(Base):
    """One step of the undo stack: the packed images of every row it touched, long text included.

    Before and after lie apart, so that each save of a sitting writes only the one that changes.
    """

    __tablename__ = "undo_step"
    __table_args__ = IDS_NEVER_REUSED

    id: Mapped[int] = mapped_column(primary_key=True)
    act_id: Mapped[int] = mapped_column(ForeignKey("audit_act.id"))
    label: Mapped[str]
    merge_key: Mapped[str]
    at: Mapped[datetime]
    undone: Mapped[bool] = mapped_column(default=False)
    before: Mapped[bytes]
    after: Mapped[bytes]
