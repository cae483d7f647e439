"""Back-ups: whole copies of a store on a shelf (a folder), each checked when it is made.

    <shelf>/tdkt-20260302T050000123Z-start.sqlite3    the data, by SQLite's own back-up call
    <shelf>/tdkt-20260302T050000123Z-start.json       when, why, how much, fingerprint
    <shelf>/attachments/                              kept files, shared by all back-ups

A store has a shelf in its folder `backups`; a folder on a USB stick is a shelf as good as that one.
The ten latest automatic back-ups stay, and of each month the last; those that a person asked for
are never thrown away, and neither are those that are not whole.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from tdkt_desktop import __version__
from tdkt_desktop.errors import InputError, StoreError
from tdkt_desktop.i18n import _
from tdkt_desktop.models import backup_facts as inside
from tdkt_desktop.models.attachments import Attachments, fingerprint, remove_old_parts, sync
from tdkt_desktop.models.backup_facts import Backup, BackupFacts, BackupReason
from tdkt_desktop.models.failures import DamagedStoreError, explain_sqlite, explained
from tdkt_desktop.models.sqlite_file import FILE_NAME, uri

if TYPE_CHECKING:
    from pathlib import Path

LATEST_KEPT: Final = 10
BETWEEN_STARTS: Final = timedelta(hours=1)
_PART: Final = ".part"
_FOLDER: Final = "backups"


class Shelf:
    """A folder of back-ups."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.attachments = Attachments(folder / "attachments")

    @classmethod
    def of_store(cls, store_folder: Path) -> Shelf:
        """Return the shelf in a store's own folder."""
        return cls(store_folder / _FOLDER)

    def all(self) -> list[Backup]:
        """Return all back-ups, the newest first."""
        found = sorted(self.folder.glob("tdkt-*.sqlite3"), reverse=True)
        return [inside.read_backup(path) for path in found]

    def find(self, name: str) -> Backup:
        """Return the back-up with a name; raises InputError where there is none."""
        for backup in self.all():
            if name in {backup.name, backup.path.name}:
                return backup
        raise InputError(
            _("Không có bản sao lưu “{name}” trong “{folder}”.").format(
                name=name, folder=self.folder
            ),
            _("Xin xem danh sách bản sao lưu rồi chọn lại."),
        )

    def newest_good(self) -> Backup | None:
        """Return the newest back-up that is whole."""
        return next((found for found in self.all() if not inside.fault_of(found)), None)

    def create(self, store_folder: Path, reason: BackupReason, now: datetime) -> Backup:
        """Back up the store in `store_folder`, open or not; raises StoreError, leaving no rest."""
        target = self._free_name(reason, now)
        part = target.with_name(target.name + _PART)
        with explained(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
            try:
                _copy(store_folder / FILE_NAME, part)
                facts = _facts(part, reason, now)
                facts = self._with_attachments(facts, Attachments(store_folder / "attachments"))
                _write_note(target, facts)
                part.replace(target)
                sync(self.folder)
            finally:
                part.unlink(missing_ok=True)
                if not target.exists():
                    inside.note_of(target).unlink(missing_ok=True)
        return Backup(target, facts)

    def take(self, backup: Backup, other: Shelf) -> Backup:
        """Copy a back-up of another shelf onto this one, byte by byte."""
        facts = _whole(backup)
        target = self.folder / backup.path.name
        part = target.with_name(target.name + _PART)
        with explained(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
            try:
                shutil.copyfile(backup.path, part)
                sync(part)
                for name in facts.attachments:
                    other.attachments.share(name, self.attachments)
                _write_note(target, facts)
                part.replace(target)
            finally:
                part.unlink(missing_ok=True)
        return Backup(target, facts)

    def is_due(self, store_folder: Path, now: datetime) -> bool:
        """Tell whether the store has changed since the newest back-up, not long ago made."""
        path = store_folder / FILE_NAME
        newest = next((found.facts for found in self.all() if found.facts is not None), None)
        with explained(path), closing(_open(path)) as connection:
            act = inside.last_act_of(connection)
        if newest is None:
            return act > 0
        return act != newest.last_act and now - newest.created >= BETWEEN_STARTS

    def prune(self) -> list[Backup]:
        """Throw away the automatic back-ups that are neither new nor a month's last."""
        remove_old_parts(self.folder)
        backups = self.all()
        gone = [found for found in backups if found not in _kept(backups)]
        for backup in gone:
            backup.path.unlink(missing_ok=True)
            inside.note_of(backup.path).unlink(missing_ok=True)
        remaining = [found.facts for found in backups if found not in gone]
        if gone and None not in remaining:
            used = {name for facts in remaining if facts for name in facts.attachments}
            self.attachments.remove_all_but(used)
        return gone

    def _free_name(self, reason: BackupReason, now: datetime) -> Path:
        """Return a name that sorts by time and is not taken."""
        while True:
            moment = now.astimezone(UTC)
            stamp = f"{moment:%Y%m%dT%H%M%S}{moment.microsecond // 1000:03d}Z"
            path = self.folder / f"tdkt-{stamp}-{reason}.sqlite3"
            if not any(self.folder.glob(f"tdkt-{stamp}-*.sqlite3")):
                return path
            now += timedelta(milliseconds=1)

    def _with_attachments(self, facts: BackupFacts, kept: Attachments) -> BackupFacts:
        names = kept.names()
        for name in names:
            kept.share(name, self.attachments)
        return replace(facts, attachments=tuple(names))


def _kept(backups: list[Backup]) -> list[Backup]:
    """Return which of `backups`, the newest first, are to stay."""
    automatic = [
        (found, found.facts)
        for found in backups
        if found.facts is not None and found.facts.reason is not BackupReason.MANUAL
    ]
    of_month: dict[tuple[int, int], Backup] = {}
    for backup, facts in automatic:
        of_month.setdefault((facts.created.year, facts.created.month), backup)
    stays = [backup for backup, _facts in automatic[:LATEST_KEPT]] + list(of_month.values())
    others = {found.path for found, _facts in automatic} - {found.path for found in stays}
    return [found for found in backups if found.path not in others]


def _open(path: Path) -> sqlite3.Connection:
    """Open a store's file for reading; where its journal must be replayed first, for writing."""
    connection = sqlite3.connect(uri(path, "mode=ro"), uri=True)
    try:
        connection.execute("PRAGMA schema_version").fetchone()
    except sqlite3.OperationalError:
        connection.close()
        return sqlite3.connect(uri(path, "mode=rw"), uri=True)
    return connection


def _copy(source: Path, target: Path) -> None:
    """Copy a file that may be in use, as it was at one moment, and check the copy."""
    target.unlink(missing_ok=True)
    try:
        with closing(_open(source)) as here, closing(sqlite3.connect(target)) as there:
            here.backup(there)
            there.execute("PRAGMA journal_mode = DELETE").fetchone()
            found = str(there.execute("PRAGMA quick_check(1)").fetchone()[0])
    except sqlite3.DatabaseError as error:
        if isinstance(explain_sqlite(error, source), DamagedStoreError):
            raise DamagedStoreError(source, None, str(error)) from error
        raise
    if found != "ok":
        raise DamagedStoreError(source, None, found)
    sync(target)


def _facts(path: Path, reason: BackupReason, now: datetime) -> BackupFacts:
    with closing(inside.open_still(path)) as connection:
        tables = set(inside.table_names(connection))
        return BackupFacts(
            created=now,
            reason=reason,
            program=__version__,
            schema=inside.schema_of(connection),
            sha256=fingerprint(path),
            size=path.stat().st_size,
            school=inside.school_name(connection, tables),
            last_act=inside.last_act_of(connection) if "audit_act" in tables else 0,
            counts=inside.counts_of(connection),
        )


def _write_note(target: Path, facts: BackupFacts) -> None:
    note = inside.note_of(target)
    part = note.with_name(note.name + _PART)
    part.write_text(facts.as_json(), "utf-8")
    sync(part)
    part.replace(note)


def _whole(backup: Backup) -> BackupFacts:
    """Return the facts of a back-up that is whole; raises StoreError for any other."""
    fault = inside.fault_of(backup)
    if fault:
        raise damaged_backup(backup, fault)
    if backup.facts is not None:
        return backup.facts
    made = datetime.fromtimestamp(backup.path.stat().st_mtime, UTC)
    return _facts(backup.path, BackupReason.MANUAL, made)


def damaged_backup(backup: Backup, fault: str) -> StoreError:
    """Return the error for a back-up that cannot be used."""
    return StoreError(
        _("Bản sao lưu “{name}” không dùng được. {fault}").format(name=backup.name, fault=fault),
        _("Xin chọn bản khác; dữ liệu hiện có chưa bị thay đổi."),
    )
