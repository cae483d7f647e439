"""Takes the images of rows while a session writes them."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from sqlalchemy import event, inspect, select
from sqlalchemy.orm import ORMExecuteState, Session

from tdkt_desktop.models.base import Record
from tdkt_desktop.models.changes import RowChange, RowRef, merged
from tdkt_desktop.models.images import encoded
from tdkt_desktop.models.journal import RowAction
from tdkt_desktop.models.seal import SealedRowError, seal_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from sqlalchemy.orm import InstanceState, Mapper, UOWTransaction

    from tdkt_desktop.models.images import Image


class ReadSession(Session):
    """A session that refuses to write; what it loads is for reading."""

    def refuse_changes(self) -> None:
        """Raise RuntimeError if rows were changed, which would be lost without a word."""
        if self.new or self.deleted or any(map(self.is_modified, self.dirty)):
            _refuse(self)


class WriteSession(Session):
    """The session of a transaction; every row that it writes leaves an image with `recorder`.

    Statements that write rows without loading them would leave none, so they are refused.
    """

    def __init__(self, bind: Any, now: datetime) -> None:
        super().__init__(bind, expire_on_commit=False)
        self.now = now
        self.thread = threading.get_ident()
        self.spoilt = False
        self.taken: list[RowChange] = []
        self.unknown: dict[tuple[RowRef, str], Any] = {}

    def changes(self) -> list[RowChange]:
        """Write what is pending, and return one change for each row touched so far."""
        self.flush()
        self.taken = merged(self.taken)
        return self.taken


@event.listens_for(ReadSession, "before_flush")
def _refuse(*_event: object) -> None:
    raise RuntimeError("rows are changed inside store.transaction only")


@event.listens_for(WriteSession, "do_orm_execute")
def _refuse_bulk(state: ORMExecuteState) -> None:
    if state.is_insert or state.is_update or state.is_delete:
        raise RuntimeError("statements that write leave no image; load the rows and change them")


@event.listens_for(WriteSession, "before_flush")
def _prepare(session: WriteSession, *_event: object) -> None:
    """Stamp the times, and read the values that only the file knows."""
    for row in _records(session.new):
        row.created_at = row.created_at or session.now
        row.updated_at = session.now
    for row in _records(session.dirty):
        if session.is_modified(row):
            _refuse_sealed(session, row)
            row.updated_at = session.now
            _read_unknown(session, row)
    for row in _records(session.deleted):
        _refuse_sealed(session, row)
        _load_whole(session, row)


def _refuse_sealed(session: WriteSession, row: Record) -> None:
    """Raise SealedRowError where the row was sealed before this act."""
    seal = seal_of(type(row).metadata.tables[row.__tablename__])
    if seal is None:
        return
    with session.no_autoflush:
        kept = session.scalar(select(seal).where(type(row).id == row.id))
    if kept is not None:
        raise SealedRowError


@event.listens_for(WriteSession, "after_flush")
def _take(session: WriteSession, _context: UOWTransaction) -> None:
    """Take the images; the session still knows what was new, changed and deleted."""
    for row in _records(session.new):
        session.taken.append(RowChange(_ref(row), RowAction.INSERT, None, _image(row)))
    for row in _records(session.dirty):
        before, after = _difference(session, row)
        if after:
            session.taken.append(RowChange(_ref(row), RowAction.UPDATE, before, after))
    for row in _records(session.deleted):
        session.taken.append(RowChange(_ref(row), RowAction.DELETE, _image(row), None))
    session.unknown.clear()


def _records(rows: Any) -> Iterator[Record]:
    return (row for row in rows if isinstance(row, Record))


def _state(row: Record) -> InstanceState[Record]:
    return inspect(row)


def _names(row: Record) -> list[str]:
    mapper: Mapper[Record] = _state(row).mapper
    return [attribute.key for attribute in mapper.column_attrs]


def _ref(row: Record) -> RowRef:
    return RowRef(row.__tablename__, row.id)


def _image(row: Record) -> Image:
    return {name: encoded(getattr(row, name)) for name in _names(row)}


def _load_whole(session: WriteSession, row: Record) -> None:
    """Read the columns of a row that are loaded only when asked for."""
    missing = _state(row).unloaded.intersection(_names(row))
    if missing:
        session.refresh(row, sorted(missing))


def _read_unknown(session: WriteSession, row: Record) -> None:
    """Read the old values of columns that were set without having been loaded."""
    state = _state(row)
    for name in _names(row):
        history = state.attrs[name].history
        if history.added and not history.deleted:
            column = getattr(type(row), name)
            with session.no_autoflush:
                value = session.scalar(select(column).where(type(row).id == row.id))
            session.unknown[_ref(row), name] = value


def _difference(session: WriteSession, row: Record) -> tuple[Image, Image]:
    """Return the changed columns of a row before and after."""
    before: Image = {}
    after: Image = {}
    state = _state(row)
    for name in _names(row):
        history = state.attrs[name].history
        if not history.has_changes():
            continue
        old = history.deleted[0] if history.deleted else _was(session, row, name)
        new = history.added[0] if history.added else None
        if old != new:
            before[name], after[name] = encoded(old), encoded(new)
    return before, after


def _was(session: WriteSession, row: Record, name: str) -> Any:
    return session.unknown.get((_ref(row), name))
