"""Looks at a spreadsheet before it is read: what it is, and what to say if it is something else."""

from __future__ import annotations

import re
import zipfile
from enum import StrEnum
from typing import IO, TYPE_CHECKING, Final

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import N_, _
from tdkt_desktop.imports.guards import open_input

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

MAX_FILE_BYTES: Final = 40 * 1024 * 1024
MAX_TEXT_BYTES: Final = 16 * 1024 * 1024
MAX_PART_BYTES: Final = 120 * 1024 * 1024
"""The largest part of an .xlsx; a sheet of 20,000 rows and 30 columns takes about 30 MB."""
MAX_UNPACKED_BYTES: Final = 300 * 1024 * 1024
MAX_ENTRIES: Final = 4_000
MAX_RATIO: Final = 250
_RATIO_MATTERS_FROM: Final = 20 * 1024 * 1024
_HEAD_BYTES: Final = 4096
_CHUNK: Final = 1024 * 1024
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DOCTYPE: Final = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))
_HTML: Final = re.compile(
    rb"\s*(?:<!--.{0,999}?-->\s*)*<(!doctype\s+html|html|head|body|table)", re.I | re.S
)
_XML: Final = re.compile(rb"\s*<\?xml\b")
_MHT: Final = re.compile(rb"MIME-Version:", re.I)
_FOREIGN: Final = (
    (b"%PDF-", N_("tệp PDF")),
    (b"{\\rtf", N_("văn bản RTF")),
    (b"\xff\xd8\xff", N_("ảnh JPEG")),
    (b"\x89PNG", N_("ảnh PNG")),
    (b"Rar!", N_("tệp nén RAR")),
    (b"7z\xbc\xaf", N_("tệp nén 7z")),
    (b"SQLite format 3", N_("cơ sở dữ liệu")),
)


class SpreadsheetKind(StrEnum):
    """The tables that can be read."""

    XLSX = "xlsx"
    CSV = "csv"


def sniff_spreadsheet(path: Path) -> SpreadsheetKind:
    """Return the kind of a table's file by what is in it, not by its name; InputError if none."""
    size = _size(path)
    with open_input(path) as file:
        head = file.read(_HEAD_BYTES)
        if head.startswith(_ZIP):
            _check_package(path, file)
            return SpreadsheetKind.XLSX
        if head.startswith(_COMPOUND):
            raise _compound_error(path, file)
    _refuse_foreign(path, head.removeprefix(b"\xef\xbb\xbf"))
    if size > MAX_TEXT_BYTES:
        raise too_big(path)
    return SpreadsheetKind.CSV


def damaged_table(path: Path) -> InputError:
    """Return the error for a spreadsheet that is broken."""
    return InputError(
        _("Tệp “{name}” bị hỏng, không đọc được.").format(name=path.name),
        _("Mở tệp bằng Excel hoặc LibreOffice, lưu lại với tên khác rồi nhập tệp mới."),
    )


def nothing_in_table(path: Path) -> InputError:
    """Return the error for a table without a single filled cell."""
    return InputError(
        _("Tệp “{name}” không có dữ liệu.").format(name=path.name),
        _("Kiểm tra xem đã chọn đúng tệp chưa."),
    )


def too_big(path: Path) -> InputError:
    """Return the error for a table that no school has."""
    return InputError(
        _("Tệp “{name}” quá lớn so với một danh sách nhân sự.").format(name=path.name),
        _("Chép riêng bảng danh sách sang một tệp mới rồi nhập tệp mới."),
    )


def _unsafe(path: Path, what: str) -> InputError:
    return InputError(
        _("Tệp “{name}” không an toàn để đọc: {what}.").format(name=path.name, what=what),
        _("Mở tệp bằng Excel, chép bảng sang một tệp mới rồi nhập tệp mới."),
    )


def _wrong_kind(path: Path, what: str) -> InputError:
    return InputError(
        _("Tệp “{name}” là {what}, không phải bảng tính đọc được.").format(
            name=path.name, what=what
        ),
        _("Mở tệp bằng Excel rồi lưu thành .xlsx (Excel Workbook), sau đó nhập tệp .xlsx."),
    )


def _locked(path: Path) -> InputError:
    return InputError(
        _("Tệp “{name}” được khoá bằng mật khẩu.").format(name=path.name),
        _("Mở tệp bằng Excel, bỏ mật khẩu, lưu lại rồi nhập lại."),
    )


def _size(path: Path) -> int:
    try:
        if path.is_dir():
            raise _wrong_kind(path, _("một thư mục"))
        size = path.stat().st_size
    except (OSError, ValueError) as error:
        raise InputError(
            _("Không tìm thấy tệp “{name}”.").format(name=path),
            _("Kiểm tra đường dẫn; có thể tệp đã được chuyển đi hoặc đổi tên."),
        ) from error
    if not path.is_file():
        raise _wrong_kind(path, _("tệp đặc biệt của hệ thống"))
    if size == 0:
        raise nothing_in_table(path)
    if size > MAX_FILE_BYTES:
        raise too_big(path)
    return size


def _check_package(path: Path, file: IO[bytes]) -> None:
    """Refuse packages that Excel did not write, and those that unpack to far too much."""
    try:
        with zipfile.ZipFile(file) as package:
            entries = package.infolist()
            _refuse_bomb(path, entries)
            names = {entry.filename for entry in entries}
            if "[Content_Types].xml" not in names or not _has_workbook(names):
                raise _wrong_package(path, names)
            if any(entry.flag_bits & 0x1 for entry in entries):
                raise _locked(path)
            _refuse_doctypes(path, package, entries)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        raise damaged_table(path) from error


def _has_workbook(names: Iterable[str]) -> bool:
    return any(name.startswith("xl/") for name in names)


def _refuse_bomb(path: Path, entries: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    packed = max(sum(entry.compress_size for entry in entries), 1)
    if len(entries) > MAX_ENTRIES:
        raise _unsafe(path, _("gói nén có quá nhiều tệp con"))
    swollen = unpacked > _RATIO_MATTERS_FROM and unpacked / packed > MAX_RATIO
    huge = any(entry.file_size > MAX_PART_BYTES for entry in entries)
    if huge or swollen or unpacked > MAX_UNPACKED_BYTES:
        raise _unsafe(path, _("gói nén bung ra quá lớn"))


def _refuse_doctypes(path: Path, package: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> None:
    """Refuse XML that declares entities, which could grow without end; Excel never writes any."""
    for entry in entries:
        if entry.filename.endswith((".xml", ".rels")):
            with package.open(entry) as part:
                head = part.read(_HEAD_BYTES)
            if any(mark in head for mark in _DOCTYPE):
                raise _unsafe(path, _("có khai báo DTD trong XML"))


def _wrong_package(path: Path, names: set[str]) -> InputError:
    if "mimetype" in names or "content.xml" in names:
        return _wrong_kind(path, _("tài liệu LibreOffice (.ods, .odt)"))
    if any(name.startswith("word/") for name in names):
        return _wrong_kind(path, _("tài liệu Word"))
    return _wrong_kind(path, _("tệp nén ZIP"))


def _compound_error(path: Path, file: IO[bytes]) -> InputError:
    """Tell a workbook behind a password from one of Excel 97-2003, reading piece by piece."""
    wanted = {name: name.encode("utf-16-le") for name in ("EncryptedPackage", "Workbook", "Book")}
    found: set[str] = set()
    tail = b""
    file.seek(0)
    while chunk := file.read(_CHUNK):
        window = tail + chunk
        found.update(name for name, code in wanted.items() if code in window)
        tail = window[-64:]
    if "EncryptedPackage" in found:
        return _locked(path)
    if found:
        return _wrong_kind(path, _("bảng tính Excel kiểu cũ (.xls, Excel 97-2003)"))
    return _wrong_kind(path, _("tệp Microsoft Office kiểu cũ"))


def _refuse_foreign(path: Path, head: bytes) -> None:
    for magic, what in _FOREIGN:
        if head.startswith(magic):
            raise _wrong_kind(path, _(what))
    if _HTML.match(head):
        raise _wrong_kind(path, _("trang web (HTML) đổi đuôi thành bảng tính"))
    if _MHT.match(head):
        raise _wrong_kind(path, _("trang web lưu một tệp (MHT)"))
    if _XML.match(head):
        raise _wrong_kind(path, _("tệp XML"))
