"""Removes rows for good: what must have them goes too, what may have them lets go of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from tdkt_desktop.models.base import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Column
    from sqlalchemy.orm import Session


def remove_for_good(session: Session, row: Record) -> None:
    """Delete a row together with the rows that cannot be without it (a plan's versions).

    A row that may be without it (a later plan, a line of the register) only loses the reference.
    To be called inside `store.transaction(label, undoable=False)`.
    """
    for other_class, column in _references(row):
        for other in session.scalars(select(other_class).where(column == row.id)):
            if column.nullable:
                setattr(other, column.name, None)
            else:
                remove_for_good(session, other)
    session.flush()
    session.delete(row)


def _references(row: Record) -> Iterator[tuple[type[Record], Column[Any]]]:
    """Return the columns of all records that point to rows like this one."""
    for mapper in Record.registry.mappers:
        if issubclass(mapper.class_, Record):
            for column in Record.metadata.tables[mapper.class_.__tablename__].c:
                if any(key.column.table.name == row.__tablename__ for key in column.foreign_keys):
                    yield mapper.class_, column
