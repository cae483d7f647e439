"""Refuses PDF files that are locked, scanned, without letters, or made to do harm."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING, Final

from pdfminer.pdfdocument import PDFPasswordIncorrect

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.imports.guards import open_input, unsafe
from tdkt_desktop.imports.ocr_engine import can_read_pictures, how_to_get

if TYPE_CHECKING:
    from pathlib import Path

MAX_PAGES: Final = 300
MAX_STREAM_BYTES: Final = 128 * 1024 * 1024
"""How far one compressed stream may unpack; a scanned page has some 100 MB at most."""
MAX_STREAMS_BYTES: Final = 400 * 1024 * 1024
"""How far all streams together may unpack, pictures aside: those are never unpacked here."""
_DICTIONARY_BYTES: Final = 600
_STREAM: Final = re.compile(rb"stream\r?\n")
_TWICE_PACKED: Final = re.compile(rb"/FlateDecode\s*/FlateDecode|/Fl\s*/Fl\b")


def refuse_bomb(path: Path) -> None:
    """Unpack each stream piece by piece, and refuse a file in which they swell beyond measure."""
    with open_input(path) as file:
        data = file.read()
    if _TWICE_PACKED.search(data):
        raise unsafe(path, _("dữ liệu nén nhiều lớp"))
    total = 0
    for found in _STREAM.finditer(data):
        size = _unpacked_size(memoryview(data)[found.end() :])
        if b"/Image" not in data[max(found.start() - _DICTIONARY_BYTES, 0) : found.start()]:
            total += size
        if size > MAX_STREAM_BYTES or total > MAX_STREAMS_BYTES:
            raise unsafe(path, _("dữ liệu nén bung ra quá lớn"))


def _unpacked_size(data: memoryview) -> int:
    """Return how many bytes a zlib stream unpacks to, counting no further than the limit."""
    if len(data) < 2 or data[0] & 0x0F != 8:
        return 0
    unpacker, size, step = zlib.decompressobj(), 0, 1 << 16
    pending = bytes(data[:step])
    offset = step
    try:
        while pending and not unpacker.eof and size <= MAX_STREAM_BYTES:
            size += len(unpacker.decompress(pending, 1 << 20))
            pending = unpacker.unconsumed_tail or bytes(data[offset : offset + step])
            offset += 0 if unpacker.unconsumed_tail else step
    except zlib.error:
        return size
    return size


def is_locked(error: BaseException) -> bool:
    """Tell whether a failure to open comes from a password."""
    return isinstance(error, PDFPasswordIncorrect) or any(
        isinstance(inner, PDFPasswordIncorrect) for inner in error.args
    )


def locked(path: Path) -> InputError:
    """Return the error for a file that opens only with a password."""
    return InputError(
        _("Tệp “{name}” được khoá bằng mật khẩu.").format(name=path.name),
        _("Mở tệp bằng mật khẩu, in lại thành PDF không khoá rồi nhập tệp mới."),
    )


def no_text(path: Path, *, scanned: bool) -> InputError:
    """Return the error for a file without text, a scan or an empty one."""
    if not scanned:
        return InputError(
            _("Tệp “{name}” không có chữ nào.").format(name=path.name),
            _("Kiểm tra xem đã chọn đúng tệp chưa."),
        )
    return InputError(
        _("Tệp “{name}” là bản quét (ảnh chụp), không có chữ để đọc.").format(name=path.name),
        _("Xin quét lại rõ hơn rồi nhập lại.") if can_read_pictures() else how_to_get(),
    )


def too_long(path: Path, pages: int) -> InputError:
    """Return the error for a file with too many pages."""
    return InputError(
        _("Tệp “{name}” có {pages} trang; nhiều nhất {limit} trang.").format(
            name=path.name, pages=pages, limit=MAX_PAGES
        ),
        _("Tách riêng các trang của kế hoạch rồi nhập tệp mới."),
    )


def refuse_unreadable(path: Path, text: str) -> None:
    """Refuse a file whose font says nothing about which letters its shapes are."""
    unknown = len(re.findall(r"\(cid:\d+\)|[\ufffd\ue000-\uf8ff]", text))
    if unknown > 20 and unknown > 0.1 * len(text):
        raise InputError(
            _("Chữ trong tệp “{name}” không có bảng mã, không đọc được.").format(name=path.name),
            _("Tìm tệp Word gốc, hoặc nhận dạng chữ (OCR) thành .docx rồi nhập tệp đó."),
        )
