"""What holds for every file that is kept in the store: checked, named safely, never run."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.vietnamese.text import clean_line

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

LARGEST: Final = 200_000_000
"""Bytes of the largest file that is kept: every back-up carries it."""
_MEGABYTE: Final = 1_000_000
_LONGEST_NAME: Final = 100
_LONGEST_ENDING: Final = 12
_CHUNK: Final = 1 << 20
_DOCUMENTS: Final = (
    (".pdf", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".txt", ".md", ".csv"),
    (".rtf", ".doc", ".xls", ".ppt", ".jpg", ".jpeg", ".png", ".gif", ".bmp", ".webp"),
    (".tif", ".tiff", ".heic", ".mp4", ".mov", ".avi", ".mp3", ".m4a", ".wav"),
)
SHOWN: Final = frozenset(chain.from_iterable(_DOCUMENTS))
"""Endings of files that only show something; no other file is handed to the system to open."""
_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_FORBIDDEN: Final = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def safe_name(name: str) -> str:
    """Return a file's name as every system takes it: no path, no sign that means something."""
    bare = _FORBIDDEN.sub("-", clean_line(PurePath(name.replace("\\", "/")).name)).strip(" .-")
    path = PurePath(bare or "tep")
    ending = path.suffix if len(path.suffix) <= _LONGEST_ENDING else ""
    stem = bare.removesuffix(ending)[: _LONGEST_NAME - len(ending)].rstrip(" .") or "tep"
    return f"{'_' if _RESERVED.fullmatch(stem) else ''}{stem}{ending}"


def only_shows(file_name: str) -> bool:
    """Tell whether a file may be handed to the system to open: it can start no program."""
    return PurePath(file_name).suffix.lower() in SHOWN


def check_file(source: Path) -> None:
    """Raise InputError for a file that is gone, is empty, is no file, or is too large to keep."""
    try:
        size = source.stat().st_size
    except OSError as error:
        raise InputError(
            _("Không thấy tệp “{path}”.").format(path=source),
            _("Tệp có thể đã bị chuyển hoặc xoá; xin chọn lại."),
        ) from error
    if not source.is_file():
        raise InputError(_("“{path}” không phải một tệp.").format(path=source))
    if not size:
        raise InputError(
            _("Tệp “{path}” rỗng.").format(path=source), _("Xin xem lại tệp trước khi thêm.")
        )
    if size > LARGEST:
        raise InputError(
            _("Tệp “{path}” dài {size} MB, quá mức {most} MB của một minh chứng.").format(
                path=source, size=round(size / _MEGABYTE), most=LARGEST // _MEGABYTE
            ),
            _("Xin thu nhỏ tệp, hoặc để tệp ở thư mục chung và ghi đường dẫn vào ghi chú."),
        )


def copy_out(kept: Path, name: str, folder: Path) -> Path:
    """Copy a kept file into a folder under its own name and return the path.

    Raises InputError where the kept file is gone or the folder cannot be written.
    """
    from tdkt_desktop.exports.file_names import free_path
    from tdkt_desktop.exports.gateway import write_file

    def fill(stream: BinaryIO) -> None:
        with kept.open("rb") as source:
            while chunk := source.read(_CHUNK):
                stream.write(chunk)

    return write_file(free_path(folder / name), fill)
