"""The ground of the mapped classes: ids, times, and columns that hold JSON or long text.

Every class that people's data lives in derives from `Record`. Its rows have an integer id that is
never used twice (so an audit row always speaks of the same thing), and two UTC times that the store
stamps. JSON values are replaced, never changed in place: `school.recipients = [*old, new]`.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from sqlalchemy import JSON, Date, DateTime, Dialect, Enum, MetaData, String, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

if TYPE_CHECKING:
    from enum import StrEnum

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
IDS_NEVER_REUSED = {"sqlite_autoincrement": True}
LONG = "long"


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: aware UTC in Python, without a zone in the file."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment as it is stored."""
        del dialect
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment as Python knows it."""
        del dialect
        return None if value is None else value.replace(tzinfo=UTC)


def _stored_values(choices: type[StrEnum]) -> list[str]:
    return [choice.value for choice in choices]


def choice_of(choices: type[StrEnum]) -> Enum:
    """Return the column type of a `StrEnum` kept by its stable value."""
    return Enum(choices, native_enum=False, length=24, values_callable=_stored_values)


JsonList = Annotated[list[Any], mapped_column(JSON, default=list)]
JsonObject = Annotated[dict[str, Any], mapped_column(JSON, default=dict)]
Lines = Annotated[list[str], mapped_column(JSON, default=list)]
# Long text is left out of audit rows, which keep its length and fingerprint instead. It stands at
# the end of the row, so that SQLite need not read through it for the short columns.
LongText = Annotated[str, mapped_column(Text, default="", info={LONG: True}, sort_order=100)]


class Base(DeclarativeBase):
    """The registry of all tables."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: String,
        datetime: UtcDateTime,
        date: Date,
        dict[str, Any]: JSON,
        list[Any]: JSON,
        list[str]: JSON,
    }


class Record(Base):
    """A row of people's data: recorded in the audit and in the undo stack by the store."""

    __abstract__ = True
    __table_args__: Any = IDS_NEVER_REUSED

    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-10)
    created_at: Mapped[datetime] = mapped_column(sort_order=90)
    updated_at: Mapped[datetime] = mapped_column(sort_order=91)


class Binned:
    """Rows that go to the bin before they go for good."""

    deleted_at: Mapped[datetime | None] = mapped_column(default=None, index=True, sort_order=92)

    @property
    def in_bin(self) -> bool:
        """Tell whether the row lies in the bin."""
        return self.deleted_at is not None
