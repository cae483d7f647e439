"""What is known of a back-up: the note beside it, and a look inside it.

Everything here opens back-ups so that nothing can be written to them, not even by SQLite.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import asdict, dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Self

from tdkt_desktop.errors import StoreError
from tdkt_desktop.i18n import _
from tdkt_desktop.models.attachments import Attachments, fingerprint
from tdkt_desktop.models.sqlite_file import APPLICATION_ID, SCHEMA_VERSION, uri

FORMAT = 1
_OWN_TABLES = ("sqlite_", "audit_", "undo_")


class BackupReason(StrEnum):
    """Why a back-up was made; the stored values are stable."""

    START = "start"
    MIGRATION = "migration"
    RESTORE = "restore"
    MANUAL = "manual"


@dataclass(frozen=True, slots=True)
class BackupFacts:
    """The note that is written beside a back-up."""

    created: datetime
    reason: BackupReason
    program: str
    schema: int
    sha256: str
    size: int
    school: str = ""
    last_act: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    attachments: tuple[str, ...] = ()

    def as_json(self) -> str:
        """Return the note's text."""
        values = {"format": FORMAT, **asdict(self), "created": self.created.isoformat()}
        return json.dumps(values, ensure_ascii=False, indent=1)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read a note; raises ValueError, KeyError or TypeError for anything else."""
        values: dict[str, Any] = json.loads(text)
        values.pop("format")
        values["created"] = datetime.fromisoformat(values["created"])
        values["reason"] = BackupReason(values["reason"])
        values["attachments"] = tuple(values["attachments"])
        return cls(**values)


@dataclass(frozen=True, slots=True)
class Backup:
    """A back-up on a shelf; `facts` are None where the note beside it is missing or spoilt."""

    path: Path
    facts: BackupFacts | None

    @property
    def name(self) -> str:
        """The name by which people and the command line speak of it."""
        return self.path.stem


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A plan as a look inside shows it."""

    id: int
    title: str
    subject: str
    year: int
    status: str
    updated: str


@dataclass(frozen=True, slots=True)
class Inside:
    """What a back-up holds."""

    school: str
    schema: int
    counts: dict[str, int]
    plans: tuple[PlanLine, ...]
    last_act: str


def note_of(path: Path) -> Path:
    """Return where the note of a back-up lies."""
    return path.with_suffix(".json")


def read_backup(path: Path) -> Backup:
    """Return a back-up with its note, if that can be read."""
    try:
        return Backup(path, BackupFacts.from_json(note_of(path).read_text("utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Backup(path, None)


def fault_of(backup: Backup) -> str:
    """Return what is wrong with a back-up in words, or "" for a good one."""
    try:
        found = _fault_of_file(backup.path)
        if not found and backup.facts is not None:
            found = _fault_by_note(backup.path, backup.facts)
    except (OSError, sqlite3.Error) as error:
        return _("Không đọc được: {error}.").format(error=error)
    return found


def look_inside(path: Path) -> Inside:
    """Return what a back-up holds; raises StoreError where it cannot be read."""
    try:
        with closing(open_still(path)) as connection:
            tables = set(table_names(connection))
            return Inside(
                school=school_name(connection, tables),
                schema=schema_of(connection),
                counts=counts_of(connection),
                plans=_plans(connection) if "plan" in tables else (),
                last_act=_last_act(connection) if "audit_act" in tables else "",
            )
    except (OSError, sqlite3.Error) as error:
        raise StoreError(
            _("Bản sao lưu “{name}” bị hỏng, không xem được bên trong.").format(name=path.name),
            _("Xin chọn bản khác; dữ liệu hiện có không bị ảnh hưởng."),
        ) from error


def open_still(path: Path) -> sqlite3.Connection:
    """Open a file that nobody writes to and nothing may be written to."""
    return sqlite3.connect(uri(path, "mode=ro&immutable=1"), uri=True)


def schema_of(connection: sqlite3.Connection) -> int:
    """Return the schema version that a file states."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def table_names(connection: sqlite3.Connection) -> list[str]:
    """Return the names of the tables that hold people's data."""
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return [name for (name,) in rows if not name.startswith("sqlite_")]


def counts_of(connection: sqlite3.Connection) -> dict[str, int]:
    """Return how many rows each table of people's data has."""
    names = [name for name in table_names(connection) if not name.startswith(_OWN_TABLES)]
    return {
        name: int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])
        for name in names
    }


def school_name(connection: sqlite3.Connection, tables: set[str]) -> str:
    """Return the name of the school whose data a file holds."""
    if "school" not in tables:
        return ""
    row = connection.execute("SELECT official_name FROM school ORDER BY id LIMIT 1").fetchone()
    return str(row[0]) if row else ""


def last_act_of(connection: sqlite3.Connection) -> int:
    """Return the id of the newest act: two files with the same one hold the same data."""
    row = connection.execute("SELECT coalesce(sum(saves), 0) + coalesce(max(id), 0) FROM audit_act")
    return int(row.fetchone()[0])


def _plans(connection: sqlite3.Connection) -> tuple[PlanLine, ...]:
    rows = connection.execute(
        "SELECT id, title, subject, year, status, updated_at FROM plan"
        " WHERE deleted_at IS NULL ORDER BY year DESC, id DESC"
    )
    return tuple(PlanLine(*row) for row in rows)


def _last_act(connection: sqlite3.Connection) -> str:
    row = connection.execute("SELECT until FROM audit_act ORDER BY id DESC LIMIT 1").fetchone()
    return str(row[0]) if row else ""


def _fault_of_file(path: Path) -> str:
    """Look at the file by itself: ours, whole, and not from a later version."""
    with closing(open_still(path)) as connection:
        owner = int(connection.execute("PRAGMA application_id").fetchone()[0])
        if owner != APPLICATION_ID:
            return _("Tệp không phải dữ liệu của chương trình.")
        if schema_of(connection) > SCHEMA_VERSION:
            return _("Do bản mới hơn của chương trình ghi.")
        found = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
    return "" if found == "ok" else _("Tệp bị hỏng: {fault}.").format(fault=found)


def _fault_by_note(path: Path, facts: BackupFacts) -> str:
    """Compare the file with what its note says."""
    if path.stat().st_size != facts.size or fingerprint(path) != facts.sha256:
        return _("Nội dung không còn như lúc sao lưu.")
    kept = Attachments(path.parent / "attachments")
    missing = [name for name in facts.attachments if not kept.is_whole(name)]
    if missing:
        return _("Thiếu hoặc hỏng {count} tệp kèm theo.").format(count=len(missing))
    return ""
