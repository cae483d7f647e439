"""What can be wrong with a store, and what to do about it, in words for people."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tdkt_desktop.errors import StoreError
from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from tdkt_desktop.models.lock import LockOwner


class StoreInUseError(StoreError):
    """Another instance writes to this store; `owner` says which."""

    def __init__(self, folder: Path, owner: LockOwner) -> None:
        super().__init__(
            _("Dữ liệu trong “{folder}” đang được mở bởi {owner}.").format(
                folder=folder, owner=owner
            ),
            _("Xin đóng chương trình ở đó rồi mở lại, hoặc mở chỉ để đọc."),
        )
        self.owner = owner


class DamagedStoreError(StoreError):
    """The file cannot be trusted; it is left as it is. `backup` is the newest good back-up."""

    def __init__(self, path: Path, backup: Path | None, reason: str = "") -> None:
        super().__init__(_damage(path, reason), _way_back(backup))
        self.path = path
        self.backup = backup


class OlderStoreError(StoreError):
    """An earlier version of the program wrote this store, which is not open for writing."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _("Dữ liệu “{path}” do bản cũ của chương trình ghi.").format(path=path),
            _("Xin mở một lần để ghi; chương trình sẽ sao lưu rồi nâng cấp."),
        )


class NewerStoreError(StoreError):
    """A later version of the program wrote this store."""

    def __init__(self, path: Path, version: int, known: int) -> None:
        super().__init__(
            _(
                "Dữ liệu “{path}” do bản mới hơn của chương trình ghi "
                "(cấu trúc {version}, bản này biết đến {known})."
            ).format(path=path, version=version, known=known),
            _("Xin cập nhật chương trình rồi mở lại. Tệp chưa bị thay đổi."),
        )


def _damage(path: Path, reason: str) -> str:
    text = _("Tệp dữ liệu “{path}” bị hỏng.").format(path=path)
    return " ".join([text, _("Chi tiết: {reason}.").format(reason=reason)] if reason else [text])


def _way_back(backup: Path | None) -> str:
    if backup is None:
        return _("Không tìm thấy bản sao lưu nào dùng được. Tệp được giữ nguyên để cứu dữ liệu.")
    return _("Có thể khôi phục từ bản sao lưu “{name}”. Tệp hỏng được giữ nguyên.").format(
        name=backup.name
    )


def local_time(moment: datetime) -> str:
    """Return a moment as people here read it, in the time of this machine."""
    return moment.astimezone().strftime("%H:%M %d/%m/%Y")


def explain_sqlite(error: BaseException | None, path: Path) -> StoreError | None:
    """Return what an error of SQLite means to a person, or None where it is a fault of ours."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    if code in _FAILED_WRITES:
        message, hint = _not_written()
        return StoreError(message.format(path=path), hint)
    primary = code & 0xFF
    if primary in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return DamagedStoreError(path, None, str(error))
    if primary in _MEANINGS:
        message, hint = _MEANINGS[primary]()
        return StoreError(message.format(path=path), hint)
    return None


def explain_os(error: OSError, path: Path) -> StoreError:
    """Return what an error of the operating system means for the store at `path`."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        message, hint = _full()
    elif isinstance(error, PermissionError) or error.errno == errno.EROFS:
        message, hint = _read_only()
    elif isinstance(error, FileExistsError | NotADirectoryError):
        message, hint = _not_a_folder()
    else:
        message, hint = _unreadable()
    return StoreError(message.format(path=path), hint)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn errors of SQLite and of the system about `path` into a `StoreError`."""
    try:
        yield
    except OSError as error:
        raise explain_os(error, path) from error
    except sqlite3.Error as error:
        known = explain_sqlite(error, path)
        if known is None:
            raise
        raise known from error


def _full() -> tuple[str, str]:
    return (
        _("Không ghi được “{path}”: ổ đĩa đã đầy."),
        _("Xin giải phóng dung lượng rồi làm lại; dữ liệu đã lưu trước đó vẫn còn nguyên."),
    )


def _read_only() -> tuple[str, str]:
    return (
        _("Không ghi được vào “{path}”: thư mục hoặc tệp chỉ cho đọc."),
        _("Xin chọn thư mục khác hoặc xin quyền ghi; vẫn có thể mở chỉ để đọc."),
    )


def _not_a_folder() -> tuple[str, str]:
    return (
        _("“{path}” không phải là thư mục."),
        _("Xin chọn một thư mục để chứa dữ liệu."),
    )


def _unreadable() -> tuple[str, str]:
    return (
        _("Không đọc hoặc ghi được “{path}”."),
        _("Xin xem ổ đĩa hoặc kết nối mạng có còn đó không, rồi thử lại."),
    )


def _not_written() -> tuple[str, str]:
    return (
        _("Không ghi thêm được vào “{path}”: ổ đĩa đã đầy hoặc không còn nhận dữ liệu."),
        _("Xin giải phóng dung lượng hoặc xem lại ổ đĩa; dữ liệu đã lưu trước đó vẫn còn nguyên."),
    )


def _busy() -> tuple[str, str]:
    return (
        _("Dữ liệu “{path}” đang bận."),
        _("Xin đợi vài giây rồi làm lại; chưa có gì bị thay đổi."),
    )


_FAILED_WRITES = {
    sqlite3.SQLITE_IOERR_WRITE,
    sqlite3.SQLITE_IOERR_FSYNC,
    sqlite3.SQLITE_IOERR_TRUNCATE,
    sqlite3.SQLITE_IOERR_SHMSIZE,
}
_MEANINGS = {
    sqlite3.SQLITE_FULL: _full,
    sqlite3.SQLITE_READONLY: _read_only,
    sqlite3.SQLITE_PERM: _read_only,
    sqlite3.SQLITE_IOERR: _unreadable,
    sqlite3.SQLITE_CANTOPEN: _unreadable,
    sqlite3.SQLITE_BUSY: _busy,
    sqlite3.SQLITE_LOCKED: _busy,
}
