"""Reads PDF files that hold text."""

from __future__ import annotations

import logging
import struct
import zlib
from typing import TYPE_CHECKING, Any, Final

import pdfplumber
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from tdkt_desktop.i18n import _
from tdkt_desktop.imports.guards import damaged, open_input, unsafe
from tdkt_desktop.imports.legacy import is_unicode
from tdkt_desktop.imports.ocr_pages import Scanned, read_scans
from tdkt_desktop.imports.page_items import Page, PageTable, page_items
from tdkt_desktop.imports.pdf_guards import (
    MAX_PAGES,
    is_locked,
    locked,
    no_text,
    refuse_bomb,
    refuse_unreadable,
    too_long,
)
from tdkt_desktop.imports.pdf_tables import inside, table_cells
from tdkt_desktop.imports.pdf_text import make_lines, make_word
from tdkt_desktop.imports.source import SourceDocument, SourceKind, SourcePlace, SourceTable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from pdfplumber.page import Page as PdfPage

    from tdkt_desktop.imports.pdf_tables import Box
    from tdkt_desktop.imports.pdf_text import Word

_MAX_PAGE_CHARS: Final = 40_000
_MAX_PAGE_EDGES: Final = 4_000
# pdfminer lets its own mistakes through on damaged files; none of them says more than "damaged".
_DAMAGE: Final = (
    PSException, PdfminerException, MalformedPDFException, ArithmeticError, AssertionError,
    AttributeError, EOFError, LookupError, OSError, RecursionError, TypeError, ValueError,
    struct.error, zlib.error,
)  # fmt: skip


def read_pdf(path: Path, progress: Callable[[int, int], None]) -> SourceDocument:
    """Read the text of a PDF; raises InputError where it has none, such as a scan."""
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    refuse_bomb(path)
    try:
        pages, pictures = _read_pages(path, progress)
    except _DAMAGE as error:
        if is_locked(error):
            raise locked(path) from error
        raise damaged(path) from error
    scans = [number for number in pictures if not pages[number - 1].lines]
    scanned = read_scans(path, scans, progress) if scans else Scanned()
    for page in scanned.pages:
        pages[page.number - 1] = page
    if not any(page.lines or page.tables for page in pages):
        raise no_text(path, scanned=bool(pictures))
    refuse_unreadable(path, "".join(line.text for page in pages for line in page.lines))
    blank = [str(number) for number in scans if not pages[number - 1].lines]
    warnings = [_("Trang {pages} là ảnh chụp, không đọc được chữ.").format(pages=", ".join(blank))]
    return SourceDocument(
        path.name, SourceKind.PDF, tuple(page_items(pages)),
        (*scanned.notes, *(warnings if blank else ())),
        scanned=bool(scanned.pages), pictures=scanned.pictures,
    )  # fmt: skip


def _read_pages(path: Path, progress: Callable[[int, int], None]) -> tuple[list[Page], list[int]]:
    """Return the pages with text, and the numbers of those that show pictures."""
    pages: list[Page] = []
    pictures: list[int] = []
    with open_input(path) as stream, pdfplumber.open(stream) as pdf:
        total = len(pdf.pages)
        if total > MAX_PAGES:
            raise too_long(path, total)
        for page in pdf.pages:
            progress(page.page_number - 1, total)
            pages.append(_read_page(path, page))
            if page.images:
                pictures.append(page.page_number)
            page.close()
        progress(total, total)
    return pages, pictures


def _read_page(path: Path, page: PdfPage) -> Page:
    if len(page.chars) > _MAX_PAGE_CHARS:
        raise unsafe(path, _("một trang có quá nhiều chữ"))
    found: list[dict[str, Any]] = page.extract_words(
        x_tolerance_ratio=0.2, extra_attrs=["fontname", "size"]
    )
    legacy = not is_unicode("".join(word["text"] for word in found))
    words = [make_word(word, legacy_fonts=legacy) for word in found]
    tables = list(_tables(page, words))
    boxes = [box for _table, box in tables]
    loose = [word for word in words if not any(inside(word, box) for box in boxes)]
    return Page(
        page.page_number, float(page.width), float(page.height), tuple(make_lines(loose)),
        tuple(table for table, _box in tables),
    )  # fmt: skip


def _tables(page: PdfPage, words: Sequence[Word]) -> Iterator[tuple[PageTable, Box]]:
    if len(page.edges) > _MAX_PAGE_EDGES:
        return
    for table in page.find_tables():
        rows = table_cells([cell for cell in table.cells if cell], words)
        if not rows or len(rows) * len(rows[0]) < 2:
            continue
        box = table.bbox
        place = SourcePlace(page.page_number, 1 + sum(word.bottom < box[1] for word in words))
        yield PageTable(box[1], box[3], SourceTable(rows, place)), box
