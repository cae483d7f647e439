"""Use cases about back-ups: make, list, look inside, check, restore."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.models.backup_facts import BackupReason, Inside, PlanLine, fault_of, look_inside
from tdkt_desktop.models.backups import Shelf
from tdkt_desktop.models.failures import DamagedStoreError
from tdkt_desktop.models.store import recover

if TYPE_CHECKING:
    from tdkt_desktop.models.backup_facts import Backup
    from tdkt_desktop.models.changes import Change
    from tdkt_desktop.models.store import Store

__all__ = [
    "BackupLine",
    "BackupService",
    "BackupShelf",
    "DamagedStoreError",
    "Inside",
    "PlanLine",
]

REASON_NAMES = {
    BackupReason.START: N_("Tự động lúc mở"),
    BackupReason.MIGRATION: N_("Trước khi nâng cấp dữ liệu"),
    BackupReason.RESTORE: N_("Trước khi khôi phục"),
    BackupReason.MANUAL: N_("Sao lưu theo yêu cầu"),
}


@dataclass(frozen=True, slots=True)
class BackupLine:
    """A back-up as the list shows it; `size` is bytes, `made` None where nothing is known."""

    name: str
    path: Path
    made: datetime | None
    reason: str
    size: int
    school: str
    plans: int


class BackupShelf:
    """The back-ups of a store's folder; the store itself need not be open, nor be whole."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._shelf = Shelf.of_store(folder)

    def lines(self) -> tuple[BackupLine, ...]:
        """Return the back-ups, the newest first."""
        return tuple(_line(backup) for backup in self._shelf.all())

    def look_inside(self, name: str) -> Inside:
        """Return what a back-up holds; raises StoreError where it cannot be read."""
        return look_inside(self._found(name).path)

    def fault(self, name: str) -> str:
        """Return what is wrong with a back-up in words, empty for a good one."""
        return fault_of(self._found(name))

    def newest_good(self) -> str:
        """Return the name of the newest good back-up, empty where there is none."""
        backup = self._shelf.newest_good()
        return backup.name if backup is not None else ""

    def recover(self, name: str) -> None:
        """Restore a back-up where the store cannot be opened; the old file is set aside."""
        recover(self._folder, self._found(name))

    def _found(self, name: str) -> Backup:
        return self._shelf.find(name)


class BackupService(BackupShelf):
    """The back-ups of an open store."""

    def __init__(self, store: Store) -> None:
        super().__init__(store.folder)
        self._store = store

    def create(self, folder: Path | None = None) -> BackupLine:
        """Make a back-up now, on the store's own shelf or in another folder (a USB stick).

        Raises StoreError where it cannot be written.
        """
        shelf = Shelf(folder) if folder is not None else None
        return _line(self._store.backup(shelf))

    def create_if_due(self) -> BackupLine | None:
        """Make the back-up of a start, if anything has changed since the last one."""
        made = self._store.backup_if_due()
        return _line(made) if made is not None else None

    def restore(self, name: str) -> Change:
        """Make a back-up the present store; the present one is backed up first."""
        return self._store.restore(self._found(name))


def _line(backup: Backup) -> BackupLine:
    facts = backup.facts
    if facts is None:
        size = backup.path.stat().st_size if backup.path.exists() else 0
        return BackupLine(backup.name, backup.path, None, "", size, "", 0)
    return BackupLine(
        name=backup.name,
        path=backup.path,
        made=facts.created,
        reason=_(REASON_NAMES[facts.reason]),
        size=facts.size,
        school=facts.school,
        plans=facts.counts.get("plan", 0),
    )
