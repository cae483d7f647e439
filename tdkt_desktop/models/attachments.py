"""Kept files: each stands under the fingerprint of its content and is never written again.

Because a kept file never changes, back-ups may share it by a hard link, and a row that names it by
`sha256` can always tell whether it is still the file that was kept.
"""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.models.failures import explained

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

_CHUNK = 1 << 20
_PART = ".part"
_LEFT_BEHIND = 24 * 3600.0


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file in the store: the fingerprint of its content, and its length in bytes."""

    sha256: str
    size: int


class Attachments:
    """The folder of kept files of a store or of a shelf of back-ups."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, source: Path) -> KeptFile:
        """Copy a file into the folder; raises InputError where it cannot be read."""
        try:
            stream = source.open("rb")
        except OSError as error:
            raise InputError(
                _("Không đọc được tệp “{path}”.").format(path=source),
                _("Xin xem tệp có còn đó không, hoặc có đang bị khoá không."),
            ) from error
        with stream:
            return self._keep(stream)

    def keep_bytes(self, data: bytes) -> KeptFile:
        """Write `data` into the folder."""
        return self._keep(io.BytesIO(data))

    def path(self, sha256: str) -> Path:
        """Return where a kept file is; raises InputError where it is gone."""
        path = self._place(sha256)
        if not path.is_file():
            raise InputError(
                _("Tệp đã lưu {name} không còn trong “{folder}”.").format(
                    name=sha256[:12], folder=self.folder
                ),
                _("Có thể lấy lại từ một bản sao lưu."),
            )
        return path

    def is_whole(self, sha256: str) -> bool:
        """Tell whether a kept file is there and still has its fingerprint."""
        place = self._place(sha256)
        return place.is_file() and fingerprint(place) == sha256

    def has(self, sha256: str) -> bool:
        """Tell whether a kept file is there, whatever is in it now."""
        return self._place(sha256).is_file()

    def names(self) -> list[str]:
        """Return the fingerprints of all kept files."""
        found = self.folder.glob("??/*")
        return sorted(path.name for path in found if not path.name.endswith(_PART))

    def share(self, name: str, other: Attachments) -> None:
        """Give a kept file to another folder: by a hard link, or by a copy on another disk."""
        source, target = self._place(name), other._place(name)
        if target.exists():
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(target.name + _PART)
        part.unlink(missing_ok=True)
        try:
            os.link(source, part)
        except OSError:
            shutil.copyfile(source, part)
            sync(part)
        part.replace(target)

    def remove_all_but(self, used: Collection[str]) -> int:
        """Delete the files that nothing speaks of any more; return how many."""
        remove_old_parts(self.folder)
        unused = [name for name in self.names() if name not in used]
        for name in unused:
            self._place(name).unlink(missing_ok=True)
        return len(unused)

    def _place(self, sha256: str) -> Path:
        return self.folder / sha256[:2] / sha256

    def _keep(self, stream: BinaryIO) -> KeptFile:
        """Copy beside, count and fingerprint on the way, then give the file its name."""
        with explained(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
            part = self.folder / f"{os.urandom(8).hex()}{_PART}"
            try:
                with part.open("xb") as copy:
                    kept = _copied(stream, copy)
                target = self._place(kept.sha256)
                target.parent.mkdir(exist_ok=True)
                part.replace(target)
            finally:
                part.unlink(missing_ok=True)
        return kept


def _copied(stream: BinaryIO, copy: BinaryIO) -> KeptFile:
    digest, size = hashlib.sha256(), 0
    while chunk := stream.read(_CHUNK):
        digest.update(chunk)
        size += len(chunk)
        copy.write(chunk)
    copy.flush()
    os.fsync(copy.fileno())
    return KeptFile(digest.hexdigest(), size)


def fingerprint(path: Path) -> str:
    """Return the SHA-256 of a file's content."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def remove_old_parts(folder: Path) -> None:
    """Delete what a process that was killed in the middle of a copy left in a folder."""
    for part in folder.glob(f"*{_PART}"):
        with suppress(OSError):
            if time.time() - part.stat().st_mtime > _LEFT_BEHIND:
                part.unlink()


def sync(path: Path) -> None:
    """Wait until a file, or on systems that can, a folder is on the disk."""
    flags = os.O_RDONLY if path.is_dir() else os.O_RDWR
    with suppress(PermissionError):
        handle = os.open(path, flags)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
