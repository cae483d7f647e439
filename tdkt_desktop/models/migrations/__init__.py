"""The steps of the schema, oldest first; a store's `user_version` says how many it has taken.

Each is a module with an `upgrade()` written with Alembic's operations. A released step is never
changed; a new one comes with a test and with a dump of the schema before it (tests/models/schemas).
"""

from __future__ import annotations

from typing import Final

_VERSIONS: Final = f"{__name__}.versions"
MIGRATIONS: Final = (
    f"{_VERSIONS}.v0001_first",
    f"{_VERSIONS}.v0002_people",
    f"{_VERSIONS}.v0003_work",
    f"{_VERSIONS}.v0004_initiatives",
    f"{_VERSIONS}.v0005_proposing",
    f"{_VERSIONS}.v0006_law",
    f"{_VERSIONS}.v0007_task_links",
    f"{_VERSIONS}.v0008_dossiers",
)
