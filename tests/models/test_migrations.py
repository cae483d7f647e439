"""A store of any earlier version becomes one of this version, or stays what it was."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import types
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from alembic import op
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Column, String, create_engine, inspect

from tdkt_desktop.errors import StoreError
from tdkt_desktop.models import database, opening
from tdkt_desktop.models.backup_facts import BackupReason, look_inside
from tdkt_desktop.models.migrate import migrate, run_steps
from tdkt_desktop.models.migrations import MIGRATIONS
from tdkt_desktop.models.sqlite_file import FILE_NAME, SCHEMA_VERSION
from tdkt_desktop.models.store import Store
from tdkt_desktop.models.tables import Base, Plan
from tests.support.store_tools import dump
from tests.support.stored_schema import MOMENT, dump_name, fill, load

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

VERSIONS = range(1, SCHEMA_VERSION + 1)


def tables_of(engine: Engine) -> dict[str, Any]:
    """Return what a database has, in a form that can be compared."""
    found = inspect(engine)
    return {
        name: (
            {column["name"]: (str(column["type"]), column["nullable"]) for column in columns},
            sorted(str(index) for index in found.get_indexes(name)),
            sorted(str(unique) for unique in found.get_unique_constraints(name)),
            sorted(str(key) for key in found.get_foreign_keys(name)),
        )
        for name in found.get_table_names()
        for columns in [found.get_columns(name)]
    }


def test_the_steps_together_make_the_schema_that_a_fresh_store_has(tmp_path: Path) -> None:
    stepped = create_engine(f"sqlite:///{tmp_path / 'stepped'}")
    with stepped.begin() as connection:
        run_steps(connection, MIGRATIONS)
    fresh = create_engine(f"sqlite:///{tmp_path / 'fresh'}")
    Base.metadata.create_all(fresh)
    assert tables_of(stepped) == tables_of(fresh)
    with stepped.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
    stepped.dispose()
    fresh.dispose()


@pytest.mark.parametrize("version", VERSIONS)
def test_every_schema_that_was_ever_released_has_its_dump(version: int) -> None:
    assert f"PRAGMA user_version = {version};" in dump_name(version).read_text("utf-8")


@pytest.mark.parametrize("version", VERSIONS)
def test_a_store_of_every_version_opens_with_all_its_rows(folder: Path, version: int) -> None:
    path = folder / FILE_NAME
    load(dump_name(version).read_text("utf-8"), path)
    before = dump(path)
    with Store.open(folder) as store, store.read() as session:
        plan = session.get_one(Plan, 1)
        assert (plan.title, plan.subject) == ("KẾ HOẠCH", "Công tác thi đua")
    after = dump(path)
    assert {name: len(rows) for name, rows in before.items()} == {
        name: len(after[name]) for name in before
    }
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)


def test_the_newest_dump_is_of_the_present_schema(folder: Path, tmp_path: Path) -> None:
    load(dump_name(SCHEMA_VERSION).read_text("utf-8"), tmp_path / "dump")
    with Store.open(folder) as store:
        fill(store)
    of_dump = create_engine(f"sqlite:///{tmp_path / 'dump'}")
    of_store = create_engine(f"sqlite:///{store.path}")
    assert tables_of(of_dump) == tables_of(of_store)
    of_dump.dispose()
    of_store.dispose()
    assert all(dump(tmp_path / "dump").values())


@pytest.fixture
def next_version(monkeypatch: pytest.MonkeyPatch) -> types.ModuleType:
    """Pretend that the program knows one step more, to be written by the test."""
    module = types.ModuleType("tests_next_version")
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(opening, "MIGRATIONS", (*MIGRATIONS, module.__name__))
    monkeypatch.setattr(opening, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
    monkeypatch.setattr(database, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
    return module


def columns(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [row[1] for row in connection.execute("PRAGMA table_info(plan)")]


def add_mood() -> None:
    with op.batch_alter_table("plan", recreate="always") as batch:
        batch.add_column(Column("mood", String, server_default="vui"))


def test_a_step_runs_once_after_a_back_up_and_empties_the_undo_stack(
    folder: Path, next_version: types.ModuleType
) -> None:
    path = folder / FILE_NAME
    load(dump_name(SCHEMA_VERSION).read_text("utf-8"), path)
    next_version.upgrade = add_mood
    for _start in range(2):
        with Store.open(folder, clock=lambda: MOMENT) as store:
            assert store.undo_label is None
    assert "mood" in columns(path)
    assert len(dump(path)["plan_version"]) == 1
    (backup,) = store.shelf.all()
    assert backup.facts.reason is BackupReason.MIGRATION
    assert backup.facts.schema == SCHEMA_VERSION
    assert look_inside(backup.path).counts["plan"] == 1


def test_a_step_that_fails_leaves_the_old_store_whole(
    folder: Path, next_version: types.ModuleType
) -> None:
    path = folder / FILE_NAME
    load(dump_name(SCHEMA_VERSION).read_text("utf-8"), path)
    before = dump(path)

    def upgrade() -> None:
        add_mood()
        raise ZeroDivisionError

    next_version.upgrade = upgrade
    with pytest.raises(ZeroDivisionError):
        Store.open(folder)
    assert dump(path) == before
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)


def test_a_step_that_leaves_a_dangling_reference_is_not_kept(
    folder: Path, next_version: types.ModuleType
) -> None:
    path = folder / FILE_NAME
    load(dump_name(SCHEMA_VERSION).read_text("utf-8"), path)
    next_version.upgrade = lambda: op.execute("DELETE FROM plan")
    with pytest.raises(RuntimeError, match="dangling"):
        migrate(path, SCHEMA_VERSION, (*MIGRATIONS, next_version.__name__))
    assert len(dump(path)["plan"]) == 1


def test_an_old_store_is_not_changed_by_reading(
    folder: Path, next_version: types.ModuleType
) -> None:
    path = folder / FILE_NAME
    load(dump_name(SCHEMA_VERSION).read_text("utf-8"), path)
    next_version.upgrade = add_mood
    with pytest.raises(StoreError, match="bản cũ"):
        Store.open(folder, read_only=True)
    assert "mood" not in columns(path)


def test_a_usual_start_loads_nothing_of_migrations_and_of_other_databases(folder: Path) -> None:
    code = (
        "import sys, pathlib; from tdkt_desktop.models.store import Store\n"
        "Store.open(pathlib.Path(sys.argv[1])).close()\n"
        "print(*(name for name in ('alembic', 'mako', 'PySide6', 'docx', 'ctypes',"
        " 'sqlalchemy.dialects.postgresql', 'sqlalchemy.ext.asyncio') if name in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, folder], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []


def test_back_ups_are_listed_without_the_mapped_classes() -> None:
    code = (
        "import sys; import tdkt_desktop.models.backups, tdkt_desktop.models.restoring\n"
        "print('sqlalchemy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
