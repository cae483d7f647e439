"""Looks at a file before it is read: what it is, whether it is bearable, and what to say if not."""

from __future__ import annotations

import re
import zipfile
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING, Final

from tdkt_desktop.errors import InputError, system_words
from tdkt_desktop.i18n import N_, _
from tdkt_desktop.imports.source import SourceKind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from io import BufferedReader
    from pathlib import Path

MAX_FILE_BYTES: Final = 100 * 1024 * 1024
"""The largest file that is looked into; a plan with many pictures stays far below."""
MAX_TEXT_BYTES: Final = 8 * 1024 * 1024
"""The largest text file; a plan of 100 pages has about 0.5 MB."""
MAX_ZIP_ENTRIES: Final = 4_000
MAX_UNPACKED_BYTES: Final = 500 * 1024 * 1024
MAX_ZIP_RATIO: Final = 200
"""How often smaller packed than unpacked a whole package may be."""
_RATIO_MATTERS_FROM: Final = 20 * 1024 * 1024
_HEAD_BYTES: Final = 4096
_CHUNK: Final = 1024 * 1024

_ZIP: Final = b"PK\x03\x04"
_EMPTY_ZIP: Final = b"PK\x05\x06"
_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOREIGN: Final = (
    (b"{\\rtf", N_("văn bản RTF")),
    (b"GIF8", N_("ảnh GIF")),
    (b"RIFF", N_("tệp ảnh hoặc phim")),
    (b"MZ", N_("chương trình Windows")),
    (b"\x7fELF", N_("chương trình Linux")),
    (b"Rar!", N_("tệp nén RAR")),
    (b"7z\xbc\xaf", N_("tệp nén 7z")),
    (b"\x1f\x8b", N_("tệp nén gzip")),
    (b"SQLite format 3", N_("cơ sở dữ liệu")),
)
_PICTURES: Final = (b"\xff\xd8\xff", b"\x89PNG", b"BM", b"II*\x00", b"MM\x00*")
_TEXT_LIKE: Final = (b"{\\rtf",)
_COMMENTS: Final = rb"\s*(?:<!--(?:(?!-->).)*-->\s*)*"
_MARKUP: Final = (
    (re.compile(_COMMENTS + rb"<(!doctype\s+html|html|head|body)\b", re.I | re.S),
     N_("trang web (HTML)")),
    (re.compile(rb"\s*<\?xml\b.*?\?>\s*(<\?mso.*?\?>\s*)?<(w:wordDocument|pkg:package)", re.S),
     N_("tài liệu Word dạng XML")),
    (re.compile(rb"\s*<\?xml\b"), N_("tệp XML")),
    (re.compile(rb"MIME-Version:", re.I), N_("trang web lưu một tệp (MHT)")),
)  # fmt: skip
_MARKDOWN: Final = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*\+\+\+\r?\n|^#{1,4} \S[^\n]*\n(?:.*\n)?^#{1,4} \S", re.M | re.S
)
_MAIN_PARTS: Final = {
    "xl": N_("bảng tính Excel"),
    "ppt": N_("bài trình chiếu PowerPoint"),
    "visio": N_("bản vẽ Visio"),
}
_COMPOUND_STREAMS: Final = (
    ("EncryptedPackage", "locked"),
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("PowerPoint Document", "ppt"),
)


def sniff(path: Path) -> SourceKind:
    """Return the kind of a file by what is in it, not by its name.

    Raises InputError for everything that is not a plan in a format that can be read.
    """
    size = _size(path)
    with open_input(path) as file:
        head = file.read(_HEAD_BYTES)
        if head.startswith((_ZIP, _EMPTY_ZIP)):
            _check_package(path, file)
            return SourceKind.DOCX
        if head.startswith(_COMPOUND):
            raise _compound_error(path, file)
    if b"%PDF-" in head[:1024]:
        return SourceKind.PDF
    if head.startswith(_PICTURES) and not _reads_as_text(head):
        return SourceKind.PICTURE
    _refuse_foreign(path, head)
    if size > MAX_TEXT_BYTES:
        raise _too_big(path, MAX_TEXT_BYTES)
    return _text_kind(path, head)


def open_input(path: Path) -> BufferedReader:
    """Open a file for reading; raises InputError where the system refuses."""
    try:
        return path.open("rb")
    except FileNotFoundError as error:
        raise _missing(path) from error
    except OSError as error:
        raise InputError(
            _("Không mở được tệp “{name}”: {reason}.").format(
                name=path.name, reason=system_words(error)
            ),
            _("Kiểm tra quyền đọc tệp, đóng chương trình đang giữ tệp rồi thử lại."),
        ) from error


def damaged(path: Path, detail: str = "") -> InputError:
    """Return the error for a file that is of the right kind but broken."""
    said = _("Tệp “{name}” bị hỏng, không đọc được").format(name=path.name)
    return InputError(
        f"{said} ({detail})." if detail else f"{said}.",
        _("Mở tệp bằng chương trình đã tạo ra nó, lưu lại với tên khác rồi nhập tệp mới."),
    )


def nothing_inside(path: Path) -> InputError:
    """Return the error for a file without a single word."""
    return InputError(
        _("Tệp “{name}” không có chữ nào.").format(name=path.name),
        _("Kiểm tra xem đã chọn đúng tệp chưa."),
    )


def unsafe(path: Path, what: str) -> InputError:
    """Return the error for a file made to harm the reader; `what` names the trick."""
    return InputError(
        _("Tệp “{name}” không an toàn để đọc: {what}.").format(name=path.name, what=what),
        _("Mở tệp bằng Word, chép phần chữ sang một tệp mới rồi nhập tệp mới."),
    )


def _missing(path: Path) -> InputError:
    return InputError(
        _("Không tìm thấy tệp “{name}”.").format(name=path),
        _("Kiểm tra đường dẫn; có thể tệp đã được chuyển đi hoặc đổi tên."),
    )


def _too_big(path: Path, limit: int) -> InputError:
    return InputError(
        _("Tệp “{name}” quá lớn ({size} MB; nhiều nhất {limit} MB).").format(
            name=path.name, size=round(path.stat().st_size / 1024**2), limit=limit // 1024**2
        ),
        _("Bỏ bớt hình ảnh, hoặc chép phần chữ sang một tệp mới rồi nhập tệp mới."),
    )


def _size(path: Path) -> int:
    """Return the size in bytes; raises InputError unless it is a file of bearable size."""
    try:
        if path.is_dir():
            raise InputError(
                _("“{name}” là một thư mục, không phải một tệp.").format(name=path),
                _("Xin chọn một tệp .docx, .pdf, .txt hoặc .md."),
            )
        size = path.stat().st_size
    except (OSError, ValueError) as error:
        raise _missing(path) from error
    if not path.is_file():
        raise _wrong_kind(path, _("tệp đặc biệt của hệ thống"))
    if size == 0:
        raise nothing_inside(path)
    if size > MAX_FILE_BYTES:
        raise _too_big(path, MAX_FILE_BYTES)
    return size


def _wrong_kind(path: Path, what: str) -> InputError:
    return InputError(
        _("Tệp “{name}” là {what}, không phải văn bản đọc được.").format(name=path.name, what=what),
        _("Mở tệp rồi lưu thành .docx (Word Document), sau đó nhập tệp .docx."),
    )


def _check_package(path: Path, file: IO[bytes]) -> None:
    """Refuse packages that are not Word documents, or that unpack to far too much."""
    try:
        with zipfile.ZipFile(file) as package:
            entries = package.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise damaged(path) from error
    _refuse_bomb(path, entries)
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise _locked(path)
    names = {entry.filename for entry in entries}
    if "[Content_Types].xml" not in names:
        raise _wrong_package(path, names)
    for folder, what in _MAIN_PARTS.items():
        if any(name.startswith(f"{folder}/") for name in names):
            raise _wrong_kind(path, _(what))


def _refuse_bomb(path: Path, entries: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    packed = max(sum(entry.compress_size for entry in entries), 1)
    if len(entries) > MAX_ZIP_ENTRIES:
        raise unsafe(path, _("gói nén có quá nhiều tệp con"))
    swollen = unpacked > _RATIO_MATTERS_FROM and unpacked / packed > MAX_ZIP_RATIO
    if unpacked > MAX_UNPACKED_BYTES or swollen:
        raise unsafe(path, _("gói nén bung ra quá lớn"))


def _wrong_package(path: Path, names: Iterable[str]) -> InputError:
    """Say what a zip file is that Word did not write."""
    if "mimetype" in names or "content.xml" in names:
        return _wrong_kind(path, _("tài liệu LibreOffice (.odt, .ods)"))
    if any(PurePosixPath(name).suffix == ".docx" for name in names):
        return InputError(
            _("Tệp “{name}” là tệp nén có tệp Word bên trong.").format(name=path.name),
            _("Giải nén rồi nhập tệp .docx ở trong."),
        )
    return _wrong_kind(path, _("tệp nén ZIP"))


def _locked(path: Path) -> InputError:
    return InputError(
        _("Tệp “{name}” được khoá bằng mật khẩu.").format(name=path.name),
        _("Mở tệp bằng Word, bỏ mật khẩu, lưu lại rồi nhập lại."),
    )


def _compound_error(path: Path, file: IO[bytes]) -> InputError:
    """Say which of the old Microsoft formats a compound file holds."""
    found = _find_streams(file)
    if "locked" in found:
        return _locked(path)
    if "doc" in found:
        return InputError(
            _("Tệp “{name}” là tài liệu Word kiểu cũ (.doc, Word 97-2003).").format(name=path.name),
            _("Mở tệp bằng Word hoặc LibreOffice, lưu thành .docx rồi nhập tệp .docx."),
        )
    if "xls" in found:
        return _wrong_kind(path, _("bảng tính Excel kiểu cũ (.xls)"))
    if "ppt" in found:
        return _wrong_kind(path, _("bài trình chiếu PowerPoint kiểu cũ (.ppt)"))
    return _wrong_kind(path, _("tệp Microsoft Office kiểu cũ"))


def _find_streams(file: IO[bytes]) -> set[str]:
    """Return which known streams a compound file names, reading it piece by piece."""
    wanted = {key: name.encode("utf-16-le") for name, key in _COMPOUND_STREAMS}
    overlap = max(map(len, wanted.values()))
    found: set[str] = set()
    tail = b""
    file.seek(0)
    while chunk := file.read(_CHUNK):
        window = tail + chunk
        found.update(key for key, name in wanted.items() if name in window)
        tail = window[-overlap:]
    return found


def _refuse_foreign(path: Path, head: bytes) -> None:
    """Refuse the formats that are known and not ours."""
    start = head.removeprefix(b"\xef\xbb\xbf")
    for magic, what in _FOREIGN:
        if start.startswith(magic) and (magic in _TEXT_LIKE or not _reads_as_text(start)):
            raise _wrong_kind(path, _(what))
    for pattern, what in _MARKUP:
        if pattern.match(start):
            raise _wrong_kind(path, _(what))


def _reads_as_text(head: bytes) -> bool:
    """Tell whether bytes that begin like a known format are words after all ("BM", "MZ" …)."""
    return all(byte >= 0x20 or byte in b"\t\n\r\f" for byte in head)


def _text_kind(path: Path, head: bytes) -> SourceKind:
    """Tell Markdown by the name, by front matter, or by headings that nobody types otherwise."""
    named = path.suffix.lower() in (".md", ".markdown")
    return SourceKind.MARKDOWN if named or _MARKDOWN.search(head) else SourceKind.TXT
