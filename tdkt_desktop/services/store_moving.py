"""Use cases about where the data lies: another folder, and what to think of one."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.models.backup_facts import BackupReason, fault_of
from tdkt_desktop.models.backups import Shelf
from tdkt_desktop.models.location import Location, location_of
from tdkt_desktop.models.restoring import restore_files
from tdkt_desktop.models.sqlite_file import FILE_NAME

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def holds_store(folder: Path) -> bool:
    """Tell whether a folder already holds a school's data."""
    return (folder / FILE_NAME).exists()


def place_note(folder: Path) -> str:
    """Return what a person should know of a folder's place, empty for one on this machine."""
    place = location_of(folder)
    if place is Location.NETWORK:
        return _("Thư mục nằm trên máy khác: mỗi lúc chỉ một người mở được để sửa.")
    if place is Location.SYNCED:
        return _("Thư mục được đồng bộ lên mạng: chỉ mở trên một máy, chờ đồng bộ xong mới tắt.")
    return ""


def copy_store(
    source: Path, target: Path, step: Callable[[int, int], None] = lambda _done, _all: None
) -> None:
    """Copy a store with its kept files and back-ups to a folder that holds none.

    The source stays as it is. Raises InputError for a folder that cannot be meant and StoreError
    where it cannot be written.
    """
    if holds_store(target):
        raise InputError(
            _("Thư mục “{folder}” đã có dữ liệu của một trường.").format(folder=target),
            _("Xin chọn thư mục khác, hoặc mở dữ liệu ở đó."),
        )
    if target.resolve().is_relative_to(source.resolve()):
        raise InputError(
            _("Thư mục “{folder}” nằm bên trong nơi lưu hiện tại.").format(folder=target),
            _("Xin chọn thư mục ở chỗ khác."),
        )
    _copy(source, target, step)


def _copy(source: Path, target: Path, step: Callable[[int, int], None]) -> None:
    shelf, new_shelf = Shelf.of_store(source), Shelf.of_store(target)
    kept, now = shelf.all(), datetime.now(UTC)
    count = len(kept) + 1
    for done, backup in enumerate(kept):
        step(done, count)
        # A back-up that is damaged already stays where it is, and is no reason to stay there too.
        if not fault_of(backup):
            new_shelf.take(backup, shelf)
    step(count - 1, count)
    restore_files(target, new_shelf.create(source, BackupReason.MANUAL, now), now)
