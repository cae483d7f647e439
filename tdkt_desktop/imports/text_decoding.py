"""Turns the bytes of a text file into Unicode, whichever of the Vietnamese codes they are in."""

from __future__ import annotations

import codecs
from functools import partial
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.imports.guards import damaged
from tdkt_desktop.imports.legacy import decode, legacy_code, vietnamese_score

if TYPE_CHECKING:
    from pathlib import Path

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS: Final = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f\v\x07\x1e\x1f")
_UTF16_HIGH_BYTES: Final = frozenset((0x00, 0x01, 0x03, 0x1E, 0x20))
_MAX_NOISE: Final = 0.002
_SAMPLE: Final = 40_000
_nfc = partial(normalize, "NFC")


def decode_text(data: bytes, path: Path) -> tuple[str, tuple[str, ...]]:
    """Return the text and sentences about what had to be guessed or converted.

    Raises InputError for bytes that are no text.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _with_bom(data.removeprefix(bom), encoding, path)
    if encoding := _utf16_without_bom(data):
        return _checked(data.decode(encoding, "replace"), path), ()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = _mostly_utf8(data)
        if text:
            return _checked(text, path), (_("Một vài ký tự trong tệp bị hỏng; xin đọc lại."),)
        return _one_byte(data, path)
    return _converted(_checked(text, path))


def _with_bom(data: bytes, encoding: str, path: Path) -> tuple[str, tuple[str, ...]]:
    try:
        return _converted(_checked(data.decode(encoding), path))
    except UnicodeDecodeError as error:
        text = data.decode(encoding, "replace")
        if text.count("\ufffd") > len(text) * 0.05:
            raise damaged(path) from error
        return _checked(text, path), (_("Một vài ký tự trong tệp bị hỏng; xin đọc lại."),)


def _utf16_without_bom(data: bytes) -> str:
    """Return the byte order of UTF-16 text, told by the high bytes of its letters; "" if none."""
    sample = data[:_SAMPLE]
    if b"\x00" not in sample or len(data) % 2:
        return ""
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if sum(byte in _UTF16_HIGH_BYTES for byte in high) >= 0.95 * len(high):
            return encoding
    return ""


def _mostly_utf8(data: bytes) -> str:
    """Return UTF-8 text with a few bad bytes replaced, or "" where it is not UTF-8."""
    text = data.decode("utf-8", "replace")
    letters = sum(char > "\x7f" for char in text)
    return text if text.count("\ufffd") <= 0.02 * letters else ""


def _one_byte(data: bytes, path: Path) -> tuple[str, tuple[str, ...]]:
    """Choose between Windows-1258 and the old fonts by which of them reads as Vietnamese."""
    latin = _checked(data.decode("latin-1"), path)
    windows = data.decode("cp1258", "replace")
    code = legacy_code(latin)
    if code and vietnamese_score(decode(latin, code)) > vietnamese_score(_nfc(windows)):
        return decode(latin, code), (_conversion_note(code),)
    return windows, ()


def _converted(text: str) -> tuple[str, tuple[str, ...]]:
    """Turn Unicode text that only shows Vietnamese in an old font into real letters."""
    text = _nfc(text)
    code = legacy_code(text)
    return (decode(text, code), (_conversion_note(code),)) if code else (text, ())


def _conversion_note(code: str) -> str:
    return _(
        "Chữ trong tệp gõ bằng phông cũ {code}, đã chuyển sang Unicode; xin đọc lại dấu và chữ hoa."
    ).format(code=code)


def _checked(text: str, path: Path) -> str:
    """Refuse noise: text has next to no control characters."""
    sample = text[:_SAMPLE]
    noise = sum(char in _CONTROLS or char == "\ufffd" for char in sample)
    if noise > max(_MAX_NOISE * len(sample), 2):
        raise InputError(
            _("Tệp “{name}” không phải tệp văn bản (toàn ký tự nhị phân).").format(name=path.name),
            _("Kiểm tra xem đã chọn đúng tệp chưa; nếu là tài liệu Word, lưu thành .docx."),
        )
    return text
