"""The SQLite file itself: is it ours, is it whole, how is it opened."""

from __future__ import annotations

import json
import sqlite3
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import URL, create_engine, event
from sqlalchemy.exc import DBAPIError

from tdkt_desktop.models.failures import (
    DamagedStoreError,
    NewerStoreError,
    explain_sqlite,
)
from tdkt_desktop.models.location import Location, location_of
from tdkt_desktop.models.sqlite_file import APPLICATION_ID, SCHEMA_VERSION, companions, uri

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Engine

IMMEDIATE: Final = "tdkt_immediate"
CHECK_SECONDS: Final = 1.0
_MAGIC: Final = b"SQLite format 3\0"
_BUSY_SECONDS: Final = 5.0
_STEPS_BETWEEN_LOOKS: Final = 2000


def check_file(path: Path, newest_backup: Callable[[], Path | None], *, alone: bool = False) -> int:
    """Return the schema version of a store's file (0: blank) without changing anything in it.

    `alone` says that the caller holds the store's lock, so that nobody else writes meanwhile.
    Raises DamagedStoreError or NewerStoreError. The look through all pages ends after
    `CHECK_SECONDS`; what it has not found by then is left to the check of the next back-up.
    """
    connection = None
    try:
        connection = _open_to_check(path, alone=alone)
        version = _version(connection, path)
        problem = quick_check(connection)
    except sqlite3.DatabaseError as error:
        raise _known(error, path, newest_backup) from error
    finally:
        if connection is not None:
            connection.close()
    if problem:
        raise DamagedStoreError(path, newest_backup(), problem)
    return version


def quick_check(connection: sqlite3.Connection, seconds: float = CHECK_SECONDS) -> str:
    """Return the first fault that SQLite finds within `seconds`, or ""."""
    deadline = time.monotonic() + seconds
    connection.set_progress_handler(lambda: int(time.monotonic() > deadline), _STEPS_BETWEEN_LOOKS)
    try:
        found = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
            return ""
        raise
    finally:
        connection.set_progress_handler(None, 0)
    return "" if found == "ok" else found


def _open_to_check(path: Path, *, alone: bool) -> sqlite3.Connection:
    """Open a file for reading; one that was left in the middle of a write must be put right."""
    options = "mode=ro"
    if not _left_in_a_write(path):
        _require_database(path)
        # Leaves no companions beside a file that may turn out to be damaged.
        options = "mode=ro&immutable=1" if alone else options
    connection = sqlite3.connect(uri(path, options), uri=True, timeout=_BUSY_SECONDS)
    try:
        connection.execute("PRAGMA user_version").fetchone()
    except sqlite3.OperationalError as error:
        connection.close()
        if error.sqlite_errorcode & 0xFF not in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN}:
            raise
        options = "mode=rw" if _left_in_a_write(path) else "mode=ro&immutable=1"
        connection = sqlite3.connect(uri(path, options), uri=True, timeout=_BUSY_SECONDS)
    return connection


def _require_database(path: Path) -> None:
    """Raise sqlite3.DatabaseError for what SQLite may take for an empty file, as a short one."""
    with path.open("rb") as file:
        if file.read(len(_MAGIC)) != _MAGIC:
            raise sqlite3.DatabaseError("file is not a database")


def _left_in_a_write(path: Path) -> bool:
    """Tell whether a journal lies beside the file."""
    return any(file.exists() for file in companions(path))


def _version(connection: sqlite3.Connection, path: Path) -> int:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    owner = int(connection.execute("PRAGMA application_id").fetchone()[0])
    if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        return 0
    if owner != APPLICATION_ID:
        raise sqlite3.DatabaseError("not a store of this program")
    if version > SCHEMA_VERSION:
        raise NewerStoreError(path, version, SCHEMA_VERSION)
    return version


def _known(
    error: sqlite3.DatabaseError, path: Path, newest_backup: Callable[[], Path | None]
) -> Exception:
    known = explain_sqlite(error, path)
    if known is None or isinstance(known, DamagedStoreError):
        return DamagedStoreError(path, newest_backup(), str(error))
    return known


@contextmanager
def explained_engine(path: Path) -> Iterator[None]:
    """Turn errors of the engine about the file at `path` into a StoreError."""
    try:
        yield
    except DBAPIError as error:
        known = explain_sqlite(error.orig, path)
        if known is None:
            raise
        raise known from error


def faults_of(connection: Connection) -> tuple[str, ...]:
    """Return all that SQLite finds wrong with a file, in its own words."""
    pages = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check")]
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check")
    references = [f"{table} {row} -> {parent}" for table, row, parent, _key in broken]
    return tuple(line for line in [*pages, *references] if line != "ok")


def journal_mode_for(folder: Path) -> str:
    """Return WAL for a local folder, DELETE where others may see the file."""
    return "WAL" if location_of(folder) is Location.LOCAL else "DELETE"


def make_engine(
    path: Path, *, read_only: bool, journal_mode: str = "WAL", foreign_keys: bool = True
) -> Engine:
    """Return the engine of a store; connections made by it have all pragmas set."""

    options = _read_only_options(path) if read_only else "mode=rwc"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            uri(path, options),
            uri=True,
            timeout=_BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
        )
        if not read_only:
            connection.execute(f"PRAGMA journal_mode = {journal_mode}").fetchone()
            connection.execute("PRAGMA synchronous = FULL")
        connection.execute(f"PRAGMA foreign_keys = {int(foreign_keys)}")
        return connection

    address = URL.create("sqlite", database=str(path))
    engine = create_engine(address, creator=connect, json_serializer=_json)
    event.listen(engine, "begin", _begin)
    return engine


def _read_only_options(path: Path) -> str:
    """Return how to open a file that must not change.

    A file in WAL mode needs its companions; in a folder that cannot be written they cannot be made,
    and without them nobody else is writing.
    """
    probe = sqlite3.connect(uri(path, "mode=ro"), uri=True)
    try:
        probe.execute("PRAGMA schema_version").fetchone()
    except sqlite3.OperationalError:
        return "mode=ro" if _left_in_a_write(path) else "mode=ro&immutable=1"
    finally:
        probe.close()
    return "mode=ro"


def _begin(connection: Connection) -> None:
    """Begin in the way that the caller chose: writers take the write lock at once."""
    immediate = connection.get_execution_options().get(IMMEDIATE, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
