"""Errors that a person can be told about, and the ones that are our own fault."""

from __future__ import annotations

import errno
from typing import Final

from tdkt_desktop.i18n import N_, _

_SYSTEM_WORDS: Final = {
    errno.ENOENT: N_("không có tệp hoặc thư mục này"),
    errno.EACCES: N_("không được phép"),
    errno.EPERM: N_("không được phép"),
    errno.EISDIR: N_("đây là một thư mục"),
    errno.ENOTDIR: N_("đường dẫn đi qua một tệp, không phải thư mục"),
    errno.EROFS: N_("ổ đĩa chỉ cho đọc"),
    errno.ENOSPC: N_("ổ đĩa đã đầy"),
    errno.ENAMETOOLONG: N_("tên quá dài"),
    errno.EBUSY: N_("tệp đang được dùng"),
    errno.EIO: N_("ổ đĩa có lỗi"),
}


class TdktError(Exception):
    """Base of every error that the program raises on purpose."""


class UserError(TdktError):
    """Something a person can understand and act on.

    `message` says what is so, and to which file or record; `hint` says what to do now. Both are
    sentences in the language of the interface.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        """Return message and hint as one text."""
        return f"{self.message} {self.hint}".strip()


class UsageError(UserError):
    """The command or the form was filled in wrongly (exit status 2)."""


class InputError(UserError):
    """An input cannot be read or is not allowed; nothing was changed (exit status 3)."""


class StoreError(UserError):
    """The store is locked, damaged, not writable or newer than the program (exit status 4)."""


class Cancelled(TdktError):  # noqa: N818 - a request of the user, not a failure
    """The person stopped a long piece of work."""


def system_words(error: OSError) -> str:
    """Return why the system refused, without the path; in its own words where we have none."""
    known = _SYSTEM_WORDS.get(error.errno) if error.errno is not None else None
    return _(known) if known else error.strerror or type(error).__name__
