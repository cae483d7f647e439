"""Brings a store of an earlier version up to date; imported only when one is found.

All steps run in one transaction together with the new version number, so that a store is of the
old schema or of the new one and never between. The undo stack speaks of the old columns and is
emptied.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import inspect, text

from tdkt_desktop.models.database import IMMEDIATE, make_engine

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sqlalchemy import Connection


def migrate(path: Path, version: int, modules: Sequence[str]) -> None:
    """Take the steps of `modules` that a store of `version` has not taken yet."""
    # A table that a step makes anew is dropped on the way, which foreign keys would forbid.
    engine = make_engine(path, read_only=False, journal_mode="DELETE", foreign_keys=False)
    try:
        with engine.execution_options(**{IMMEDIATE: True}).begin() as connection:
            run_steps(connection, modules[version:])
            _require_whole(connection)
            if inspect(connection).has_table("undo_step"):
                connection.execute(text("DELETE FROM undo_step"))
            connection.execute(text(f"PRAGMA user_version = {len(modules)}"))
    finally:
        engine.dispose()


def run_steps(connection: Connection, modules: Sequence[str]) -> None:
    """Run the steps of `modules` in the transaction of `connection`."""
    context = MigrationContext.configure(connection)
    with Operations.context(context):
        for module in modules:
            import_module(module).upgrade()


def _require_whole(connection: Connection) -> None:
    """Raise RuntimeError if a step left a row that points nowhere."""
    broken = connection.execute(text("PRAGMA foreign_key_check")).first()
    if broken is not None:
        raise RuntimeError(f"migration leaves a dangling reference: {tuple(broken)}")
