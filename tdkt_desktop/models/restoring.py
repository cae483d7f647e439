"""Restores a back-up over the present store, which is backed up first.

Until the one step that swaps the files (a rename) the present store is what it was; after it the
restored one is whole. A present file that is too damaged to be backed up is set aside as it is.
The caller holds the store's lock, and nobody has the file open.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from tdkt_desktop.models import backup_facts as inside
from tdkt_desktop.models.attachments import Attachments, sync
from tdkt_desktop.models.backup_facts import BackupReason
from tdkt_desktop.models.backups import Shelf, damaged_backup
from tdkt_desktop.models.failures import DamagedStoreError, explained
from tdkt_desktop.models.sqlite_file import FILE_NAME, companions, uri

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from tdkt_desktop.models.backup_facts import Backup


def restore_files(folder: Path, backup: Backup, now: datetime) -> None:
    """Make `backup` the store in `folder`; raises StoreError and leaves the present one then."""
    _require_good(backup)
    path = folder / FILE_NAME
    part = folder / (FILE_NAME + ".restoring")
    with explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
        try:
            _bring(backup, folder, part)
            if path.exists():
                _set_aside(folder, now)
                _settle(path)
            part.replace(path)
            sync(folder)
        finally:
            part.unlink(missing_ok=True)


def _require_good(backup: Backup) -> None:
    fault = inside.fault_of(backup)
    if fault:
        raise damaged_backup(backup, fault)


def _bring(backup: Backup, folder: Path, part: Path) -> None:
    """Copy the back-up's data and files beside the present ones."""
    shutil.copyfile(backup.path, part)
    sync(part)
    shelf, kept = Shelf(backup.path.parent), Attachments(folder / "attachments")
    for name in backup.facts.attachments if backup.facts else ():
        shelf.attachments.share(name, kept)


def _set_aside(folder: Path, now: datetime) -> None:
    """Back up the present store, or copy its files as they are where they cannot be read."""
    shelf = Shelf.of_store(folder)
    try:
        shelf.create(folder, BackupReason.RESTORE, now)
    except DamagedStoreError:
        _copy_as_is(folder / FILE_NAME, shelf.folder / f"damaged-{now:%Y%m%dT%H%M%SZ}")


def _copy_as_is(path: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for file in [path, *companions(path)]:
        if file.exists():
            shutil.copy2(file, folder / file.name)
            sync(folder / file.name)


def _settle(path: Path) -> None:
    """Leave no journal of the present file behind, for it would be read into the restored one."""
    try:
        with closing(sqlite3.connect(uri(path, "mode=rw"), uri=True)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE").fetchone()
    except sqlite3.DatabaseError:
        # Too damaged for that; it has been copied as it is.
        pass
    for file in companions(path):
        file.unlink(missing_ok=True)
