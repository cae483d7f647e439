"""What makes a SQLite file a store of this program; known without SQLAlchemy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tdkt_desktop.models.migrations import MIGRATIONS

if TYPE_CHECKING:
    from pathlib import Path

FILE_NAME: Final = "tdkt.sqlite3"
# "TDKT" in ASCII: tells our files from those of other programs.
APPLICATION_ID: Final = 0x54444B54
SCHEMA_VERSION: Final = len(MIGRATIONS)


def uri(path: Path, options: str) -> str:
    """Return the address of a file for SQLite, such as `file:/…/tdkt.sqlite3?mode=ro`."""
    return f"{without_server(path.resolve().as_uri())}?{options}"


def without_server(address: str) -> str:
    """Return the address of a file on a share as SQLite wants it, the server in the path."""
    server = address.startswith("file://") and not address.startswith("file:///")
    return address.replace("file://", "file:////", 1) if server else address


def companions(path: Path) -> list[Path]:
    """Return the files that SQLite may keep beside a file: its journals and shared memory."""
    return [path.with_name(path.name + tail) for tail in ("-wal", "-shm", "-journal")]
