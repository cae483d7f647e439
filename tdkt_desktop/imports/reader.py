"""Reads a file of any kind that a plan comes in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdkt_desktop.imports.guards import nothing_inside, sniff
from tdkt_desktop.imports.source import SourceBreak, SourceKind, SourceLine

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import TypeAlias

    from tdkt_desktop.imports.source import SourceDocument

    Progress: TypeAlias = Callable[[int, int], None]


def read_source(path: Path, *, progress: Progress | None = None) -> SourceDocument:
    """Read a file, choosing the reader by what is in it.

    `progress` is called with how many pages of how many are read, and may raise Cancelled. Raises
    InputError where the file cannot be read or holds no word.
    """
    document = _read(path, sniff(path), progress or _no_progress)
    if not any(_says_something(item) for item in document.items):
        raise nothing_inside(path)
    return document


def _no_progress(_done: int, _total: int) -> None:
    """Tell nobody."""


def _read(path: Path, kind: SourceKind, progress: Progress) -> SourceDocument:
    """Hand the file to the reader of its kind; each loads its library only when it is needed."""
    if kind is SourceKind.DOCX:
        from tdkt_desktop.imports.docx_reader import read_docx

        return read_docx(path)
    if kind is SourceKind.PDF:
        from tdkt_desktop.imports.pdf_reader import read_pdf

        return read_pdf(path, progress)
    if kind is SourceKind.PICTURE:
        from tdkt_desktop.imports.ocr_pages import read_picture

        return read_picture(path, progress)
    if kind is SourceKind.MARKDOWN:
        from tdkt_desktop.imports.markdown_reader import read_markdown

        return read_markdown(path)
    from tdkt_desktop.imports.txt_reader import read_txt

    return read_txt(path)


def _says_something(item: object) -> bool:
    if isinstance(item, SourceBreak):
        return False
    if isinstance(item, SourceLine):
        return bool(item.text)
    return any(cell.text for row in getattr(item, "rows", ()) for cell in row)
