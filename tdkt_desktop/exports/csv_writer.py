"""Writes tables as .csv that Excel opens: UTF-8 with its mark, or Windows-1258 for old programs."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.vietnamese.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import BinaryIO

    from tdkt_desktop.exports.sheet_table import Value

# With apostrophes before them, so that one more of these can be told from the text's own.
_FEARED: Final = re.compile(r"'*[=+\-@\t]")
_TONES: Final = "\u0300\u0301\u0303\u0309\u0323"


class CsvCode(StrEnum):
    """The codes that a table can be written in."""

    UTF8 = "utf-8-sig"
    WINDOWS_1258 = "cp1258"


def write_csv(
    heads: Sequence[str],
    rows: Iterable[Sequence[Value]],
    stream: BinaryIO,
    code: CsvCode = CsvCode.UTF8,
) -> None:
    """Write a head and rows; raises InputError for letters that Windows-1258 does not have."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([_shown(head) for head in heads])
    writer.writerows([_shown(value) for value in row] for row in rows)
    stream.write(_encoded(text.getvalue(), code))


def _shown(value: Value) -> str:
    """Return a value as text; an apostrophe keeps Excel from taking text for a formula."""
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    text = clean(str(value))
    return f"'{text}" if isinstance(value, str) and _FEARED.match(text) else text


def _encoded(text: str, code: CsvCode) -> bytes:
    if code is CsvCode.UTF8:
        return text.encode(code)
    try:
        return "".join(map(_two_signs, text)).encode(code)
    except UnicodeEncodeError as error:
        raise InputError(
            _("Bảng mã Windows-1258 không có chữ “{letter}”.").format(
                letter=error.object[error.start]
            ),
            _("Xin xuất dạng UTF-8 hoặc .xlsx."),
        ) from error


def _two_signs(char: str) -> str:
    """Return a letter as Windows-1258 wants it: the letter with its shape, then its tone."""
    if char < "\x80":
        return char
    parts = unicodedata.normalize("NFD", char)
    tone = "".join(part for part in parts if part in _TONES)
    shape = "".join(part for part in parts if part not in _TONES)
    return unicodedata.normalize("NFC", shape) + tone
