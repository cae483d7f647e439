"""Reads plain text files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.imports.guards import open_input
from tdkt_desktop.imports.source import SourceDocument, SourceKind
from tdkt_desktop.imports.text_decoding import decode_text
from tdkt_desktop.imports.text_lines import read_lines, split_lines

if TYPE_CHECKING:
    from pathlib import Path

MAX_LINES: Final = 50_000


def read_txt(path: Path) -> SourceDocument:
    """Read a text file in any of the codes that Vietnamese is written in."""
    text, warnings = read_text(path)
    return SourceDocument(path.name, SourceKind.TXT, tuple(read_lines(split_lines(text))), warnings)


def read_text(path: Path) -> tuple[str, tuple[str, ...]]:
    """Return the text of a file and sentences about its decoding; raises InputError."""
    with open_input(path) as file:
        text, warnings = decode_text(file.read(), path)
    if text.count("\n") > MAX_LINES:
        raise InputError(
            _("Tệp “{name}” có quá nhiều dòng để là một kế hoạch.").format(name=path.name),
            _("Kiểm tra xem đã chọn đúng tệp chưa."),
        )
    return text, warnings
