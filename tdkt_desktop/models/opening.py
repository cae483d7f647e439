"""Opens the file of a store: checks it, makes it where there is none, brings it up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from tdkt_desktop.errors import StoreError
from tdkt_desktop.i18n import _
from tdkt_desktop.models.database import (
    APPLICATION_ID,
    IMMEDIATE,
    SCHEMA_VERSION,
    check_file,
    journal_mode_for,
    make_engine,
)
from tdkt_desktop.models.failures import explained
from tdkt_desktop.models.tables import Base

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

FILE_NAME = "tdkt.sqlite3"


def open_engine(folder: Path, *, read_only: bool) -> Engine:
    """Return the engine of the store in `folder`, whose schema is then the program's.

    A writer holds the store's lock. Raises StoreError and leaves the file as it was.
    """
    path = folder / FILE_NAME
    version = 0
    if path.exists() and path.stat().st_size:
        version = check_file(path, lambda: None)
    if read_only:
        _require_current(path, version)
        return make_engine(path, read_only=True)
    with explained(folder):
        engine = make_engine(path, read_only=False, journal_mode=journal_mode_for(folder))
        if version == 0:
            _create(engine)
    return engine


def _create(engine: Engine) -> None:
    """Make all tables in one transaction, so that a half-made store cannot be left behind."""
    with engine.execution_options(**{IMMEDIATE: True}).begin() as connection:
        Base.metadata.create_all(connection)
        connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))
        connection.execute(text(f"PRAGMA user_version = {SCHEMA_VERSION}"))


def _require_current(path: Path, version: int) -> None:
    if version != SCHEMA_VERSION:
        raise StoreError(
            _("Dữ liệu “{path}” do bản cũ của chương trình ghi.").format(path=path),
            _("Xin mở một lần để ghi, chương trình sẽ sao lưu rồi nâng cấp."),
        )
