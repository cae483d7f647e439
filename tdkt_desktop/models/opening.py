"""Opens the file of a store: checks it, makes it where there is none, brings it up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from tdkt_desktop.i18n import _
from tdkt_desktop.models.backup_facts import BackupReason
from tdkt_desktop.models.backups import Shelf
from tdkt_desktop.models.database import (
    IMMEDIATE,
    check_file,
    explained_engine,
    journal_mode_for,
    make_engine,
)
from tdkt_desktop.models.failures import DamagedStoreError, OlderStoreError, explained
from tdkt_desktop.models.migrations import MIGRATIONS
from tdkt_desktop.models.sqlite_file import APPLICATION_ID, FILE_NAME, SCHEMA_VERSION
from tdkt_desktop.models.tables import Base

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy import Engine


def open_to_read(folder: Path) -> Engine:
    """Return an engine that cannot write; raises StoreError and leaves the file as it was."""
    path = folder / FILE_NAME
    version = _checked_version(path, alone=False)
    if version != SCHEMA_VERSION:
        raise OlderStoreError(path)
    return make_engine(path, read_only=True)


def open_to_write(folder: Path, now: datetime) -> Engine:
    """Return the engine of the store in `folder`, made or brought up to date where need be.

    The caller holds the store's lock. Raises StoreError and leaves the file as it was.
    """
    path = folder / FILE_NAME
    version = _checked_version(path, alone=True)
    with explained(path), explained_engine(path):
        if version == 0:
            _create(path)
        elif version < SCHEMA_VERSION:
            _migrate(folder, version, now)
        return make_engine(path, read_only=False, journal_mode=journal_mode_for(folder))


def _checked_version(path: Path, *, alone: bool) -> int:
    """Return the schema version of a whole file, 0 where there is none yet.

    A file that is gone or empty while there are back-ups of it was lost, and is not made anew.
    """
    shelf = Shelf.of_store(path.parent)
    with explained(path):
        empty = not path.exists() or path.stat().st_size == 0
    if not empty:
        return check_file(path, lambda: _newest(shelf), alone=alone)
    newest = _newest(shelf)
    if newest is not None:
        raise DamagedStoreError(path, newest, _("tệp không còn hoặc rỗng"))
    return 0


def _newest(shelf: Shelf) -> Path | None:
    found = shelf.newest_good()
    return None if found is None else found.path


def _create(path: Path) -> None:
    """Make all tables in one transaction, so that a half-made store cannot be left behind."""
    engine = make_engine(path, read_only=False, journal_mode="DELETE")
    try:
        with engine.execution_options(**{IMMEDIATE: True}).begin() as connection:
            Base.metadata.create_all(connection, checkfirst=False)
            connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))
            connection.execute(text(f"PRAGMA user_version = {SCHEMA_VERSION}"))
    finally:
        engine.dispose()


def _migrate(folder: Path, version: int, now: datetime) -> None:
    from tdkt_desktop.models.migrate import migrate

    Shelf.of_store(folder).create(folder, BackupReason.MIGRATION, now)
    migrate(folder / FILE_NAME, version, MIGRATIONS)
