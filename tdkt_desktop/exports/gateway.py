"""The only writer of exported files: whole or not at all, and never over another one unasked."""

from __future__ import annotations

import errno
import os
import secrets
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tdkt_desktop.errors import InputError, system_words
from tdkt_desktop.exports.file_names import free_path
from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

_FULL: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_READ_ONLY: Final = {errno.EROFS, errno.EACCES, errno.EPERM}
_NAME: Final = {errno.ENAMETOOLONG, errno.EINVAL}


class FileNotWritten(InputError):  # noqa: N818 - said to a person as it is
    """A file could not be written; nothing was changed. `free` is a name that would do."""

    def __init__(self, message: str, hint: str, free: Path | None = None) -> None:
        super().__init__(message, hint)
        self.free = free


class FileExists(FileNotWritten):
    """There is a file of that name already, and nobody asked to write over it."""


class FileInUse(FileNotWritten):
    """The file is open in another program."""


def write_file(target: Path, write: Callable[[BinaryIO], None], *, overwrite: bool = False) -> Path:
    """Write a file through `write` and return its path.

    The bytes go to a temporary file in the same folder, down to the disk, and only then take the
    name: a reader sees the old file or the new one, never half of it. Raises FileExists,
    FileInUse or FileNotWritten, and leaves nothing behind then.
    """
    target = Path(target)
    _check_target(target, overwrite=overwrite)
    temporary = target.with_name(f".tdkt-{secrets.token_hex(8)}.tmp")
    try:
        _write_through(temporary, write, target)
        _take_name(temporary, target, overwrite=overwrite)
    finally:
        temporary.unlink(missing_ok=True)
    _sync_folder(target.parent)
    return target


def _check_target(target: Path, *, overwrite: bool) -> None:
    # The functions of os.path answer where those of Path fail on a name that cannot be.
    if not os.path.isdir(target.parent):  # noqa: PTH112
        raise FileNotWritten(
            _("Không có thư mục {folder}.").format(folder=target.parent),
            _("Tạo thư mục đó hoặc chọn nơi lưu khác."),
        )
    if os.path.isdir(target):  # noqa: PTH112
        raise FileNotWritten(
            _("{file} là một thư mục.").format(file=target), _("Chọn một tên tệp khác.")
        )
    if not os.path.exists(target):  # noqa: PTH110
        return
    if not overwrite:
        raise _exists(target)
    if not os.access(target, os.W_OK):
        free = free_path(target)
        raise FileNotWritten(
            _("Tệp {file} chỉ cho phép đọc.").format(file=target),
            _("Lưu với tên khác, chẳng hạn {name}.").format(name=free.name),
            free,
        )


def _write_through(temporary: Path, write: Callable[[BinaryIO], None], target: Path) -> None:
    """Write the temporary file and see it down to the disk."""
    try:
        with temporary.open("xb") as stream:
            write(stream)
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:
        raise _explained(error, target) from error


def _take_name(temporary: Path, target: Path, *, overwrite: bool) -> None:
    try:
        if overwrite:
            temporary.replace(target)
        else:
            _take_free_name(temporary, target)
    except FileExistsError as error:
        raise _exists(target) from error
    except PermissionError as error:
        free = free_path(target)
        raise FileInUse(
            _("Tệp {file} đang mở trong Word hoặc chương trình khác.").format(file=target),
            _("Đóng tệp đó rồi làm lại, hoặc lưu với tên {name}.").format(name=free.name),
            free,
        ) from error
    except OSError as error:
        raise _explained(error, target) from error


def _take_free_name(temporary: Path, target: Path) -> None:
    """Rename without ever writing over a file that has come in between."""
    if os.name == "nt":
        temporary.rename(target)
        return
    try:
        target.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:
        # USB sticks and some shares know no hard links.
        if os.path.exists(target):  # noqa: PTH110
            raise FileExistsError(target) from None
        temporary.replace(target)


def _sync_folder(folder: Path) -> None:
    """See the new name down to the disk too, where folders can be opened."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP, errno.EBADF}:
            raise _explained(error, folder) from error
    finally:
        os.close(handle)


def _exists(target: Path) -> FileExists:
    free = free_path(target)
    return FileExists(
        _("Đã có tệp {file}.").format(file=target),
        _("Chọn ghi đè, hoặc lưu với tên {name}.").format(name=free.name),
        free,
    )


def _explained(error: OSError, target: Path) -> FileNotWritten:
    """Say in words what the system says by a number."""
    if error.errno in _NAME:
        return FileNotWritten(
            _("Tên tệp {file} không dùng được trên máy này.").format(file=target.name),
            _("Chọn tên ngắn hơn, chỉ gồm chữ không dấu, số và dấu gạch."),
        )
    if error.errno in _READ_ONLY:
        return FileNotWritten(
            _("Không được phép ghi vào thư mục {folder}.").format(folder=target.parent),
            _("Chọn thư mục khác, hoặc mở quyền ghi cho thư mục này."),
        )
    if error.errno in _FULL:
        return FileNotWritten(
            _("Ổ đĩa chứa {file} đã đầy.").format(file=target),
            _("Giải phóng chỗ trống hoặc lưu sang ổ khác. Tệp cũ (nếu có) vẫn còn nguyên."),
        )
    return FileNotWritten(
        _("Không ghi được tệp {file}: {reason}.").format(file=target, reason=system_words(error)),
        _("Kiểm tra ổ đĩa hoặc kết nối mạng rồi làm lại."),
    )
