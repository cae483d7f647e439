"""Reads PDF files that hold text."""

from __future__ import annotations

import logging
import re
import struct
import zlib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import pdfplumber
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from tdkt_desktop.i18n import _
from tdkt_desktop.imports.guards import damaged, open_input, unsafe
from tdkt_desktop.imports.legacy import is_unicode
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
from tdkt_desktop.imports.pdf_text import Line, in_columns, make_lines, make_word
from tdkt_desktop.imports.rich_builder import join_runs, whole_look, without
from tdkt_desktop.imports.source import (
    SourceBreak,
    SourceDocument,
    SourceItem,
    SourceKind,
    SourceLine,
    SourcePlace,
    SourceTable,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from pdfplumber.page import Page

    from tdkt_desktop.imports.pdf_tables import Box
    from tdkt_desktop.imports.pdf_text import Word

_MAX_PAGE_CHARS: Final = 40_000
_MAX_PAGE_EDGES: Final = 4_000
_POINTS_PER_MM: Final = 72 / 25.4
_EDGE: Final = 0.12
"""The share of a page's height, at its top and foot, where page numbers and running heads stand."""
_PAGE_NUMBER: Final = re.compile(
    r"(?:[-–]\s*)?(?:trang\s+|page\s+)?\d{1,3}(?:\s*[/|]\s*\d{1,3})?(?:\s*[-–])?$", re.IGNORECASE
)
_LABEL_START: Final = re.compile(r"(?:\d+(?:\.\d+)*[.)]|[IVXLC]+\.|[A-ZĐa-zđ][.)]|[-–+*•●▪])\s")
_SENTENCE_END: Final = re.compile(r"[.;:!?…/”\"]\s*$")
_OTHER_SIZE: Final = 0.7
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
    if not any(page.lines or page.tables for page in pages):
        raise no_text(path, scanned=bool(pictures))
    refuse_unreadable(path, "".join(line.text for page in pages for line in page.lines))
    blank = [str(number) for number in pictures if not pages[number - 1].lines]
    warnings = [_("Trang {pages} là ảnh chụp, không đọc được chữ.").format(pages=", ".join(blank))]
    return SourceDocument(
        path.name, SourceKind.PDF, tuple(_items(pages)), tuple(warnings if blank else ())
    )


@dataclass(frozen=True, slots=True)
class _Table:
    """A table and how far down its page it begins and ends."""

    top: float
    bottom: float
    item: SourceTable


@dataclass(frozen=True, slots=True)
class _Page:
    """What stands on one page, running heads still among it."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    tables: tuple[_Table, ...]

    @property
    def landscape(self) -> bool:
        return self.width > self.height


def _read_pages(path: Path, progress: Callable[[int, int], None]) -> tuple[list[_Page], list[int]]:
    """Return the pages with text, and the numbers of those that show pictures."""
    pages: list[_Page] = []
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


def _read_page(path: Path, page: Page) -> _Page:
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
    return _Page(
        page.page_number, float(page.width), float(page.height), tuple(make_lines(loose)),
        tuple(table for table, _box in tables),
    )  # fmt: skip


def _tables(page: Page, words: Sequence[Word]) -> Iterator[tuple[_Table, Box]]:
    if len(page.edges) > _MAX_PAGE_EDGES:
        return
    for table in page.find_tables():
        rows = table_cells([cell for cell in table.cells if cell], words)
        if not rows or len(rows) * len(rows[0]) < 2:
            continue
        box = table.bbox
        place = SourcePlace(page.page_number, 1 + sum(word.bottom < box[1] for word in words))
        yield _Table(box[1], box[3], SourceTable(rows, place)), box


# Items ---------------------------------------------------------------------------------------


def _items(pages: Sequence[_Page]) -> Iterator[SourceItem]:
    running = _running_heads(pages)
    kept = [[line for line in page.lines if not _is_running(line, page, running)] for page in pages]
    for index, page in enumerate(pages):
        if index:
            yield SourceBreak(SourcePlace(page.number, 1), landscape=page.landscape)
        following = next((lines[0] for lines in kept[index + 1 :] if lines), None)
        yield from _page_items(page, kept[index], following)


def _page_items(page: _Page, lines: Sequence[Line], following: Line | None) -> Iterator[SourceItem]:
    """Yield lines and tables of a page from top to bottom."""
    left, right = _text_edges(page)
    done = 0
    for table in sorted(page.tables, key=lambda table: table.top):
        end = sum(line.top < table.top for line in lines)
        yield from _lines(page, lines[done:end], left, right, None, done)
        yield table.item
        done = end
    yield from _lines(page, lines[done:], left, right, following, done)


def _lines(
    page: _Page, lines: Sequence[Line], left: float, right: float, following: Line | None, done: int
) -> Iterator[SourceLine]:
    ordered = list(in_columns(lines, left, right))
    for index, (line, in_column) in enumerate(ordered):
        beside = index + 1 < len(ordered) and ordered[index + 1][1]
        after = ordered[index + 1][0] if index + 1 < len(ordered) else following
        if after is None or in_column or beside:
            hard = after is None or not (in_column and beside and _wraps(line, after))
        else:
            hard = _is_hard(line, after, left, right)
        place = SourcePlace(page.number, done + index + 1)
        yield _source_line(
            line, place, hard_break=hard, indent_mm=(line.x0 - left) / _POINTS_PER_MM,
            centered=not in_column and _is_centred(line, left, right),
        )  # fmt: skip


def _is_centred(line: Line, left: float, right: float) -> bool:
    """Tell whether a line keeps the same distance from both edges.

    A nearly full line must keep it to the point: justified lines touch both edges.
    """
    before, after = line.x0 - left, right - line.x1
    if min(before, after) > line.size:
        return abs(before - after) < 0.06 * (right - left)
    return min(before, after) > 1.0 and abs(before - after) < 1.0


def _source_line(
    line: Line, place: SourcePlace, *, hard_break: bool, indent_mm: float, centered: bool
) -> SourceLine:
    text = join_runs(line.runs())
    bold, italic = whole_look(text)
    return SourceLine(
        without(text, bold=bold, italic=italic), place, bold=bold, italic=italic,
        centered=centered, indent_mm=round(max(indent_mm, 0.0), 1), size_pt=round(line.size, 1),
        hard_break=hard_break,
    )  # fmt: skip


def _is_hard(line: Line, after: Line, left: float, right: float) -> bool:
    """Tell whether a paragraph ends: the next word would have fitted, or a new one begins."""
    if _LABEL_START.match(after.text + " ") or _look_changes(line, after, left, right):
        return True
    first = after.words[0]
    if line.x1 + 0.3 * line.size + (first.x1 - first.x0) < right - 1.5:
        return True
    indented = after.x0 > max(left, min(line.x0, left)) + 0.8 * after.size
    return indented and bool(_SENTENCE_END.search(line.text))


def _look_changes(line: Line, after: Line, left: float, right: float) -> bool:
    """Tell whether a title or an italic ground ends and other text begins."""
    if abs(line.size - after.size) > _OTHER_SIZE:
        return True
    if _is_centred(line, left, right) and after.x0 > left + after.size:
        return not _is_centred(after, left, right)
    return any(
        all(getattr(word, mark) for word in line.words)
        and not any(getattr(word, mark) for word in after.words)
        for mark in ("bold", "italic")
    )


def _wraps(line: Line, after: Line) -> bool:
    """Tell whether a line in a column goes on in small letters right below."""
    near = 0 <= after.top - line.bottom < 0.8 * line.size
    return near and after.text[:1].islower() and not _LABEL_START.match(after.text + " ")


def _text_edges(page: _Page) -> tuple[float, float]:
    """Return where the text of a page begins and ends; far out lines alone do not count."""
    wide = [line for line in page.lines if line.x1 - line.x0 > 0.5 * page.width]
    if not wide:
        return 0.14 * page.width, 0.93 * page.width
    return min(line.x0 for line in page.lines), max(line.x1 for line in wide)


def _running_heads(pages: Sequence[_Page]) -> frozenset[str]:
    """Return the texts that stand at the edge of three or more pages, digits aside."""
    seen = Counter(
        text
        for page in pages
        for text in {_without_digits(line.text) for line in page.lines if _at_edge(line, page)}
    )
    return frozenset(text for text, count in seen.items() if count >= max(3, len(pages) // 2 + 1))


def _is_running(line: Line, page: _Page, running: frozenset[str]) -> bool:
    if not _at_edge(line, page):
        return False
    return bool(_PAGE_NUMBER.match(line.text.strip())) or _without_digits(line.text) in running


def _at_edge(line: Line, page: _Page) -> bool:
    return line.bottom < _EDGE * page.height or line.top > (1 - _EDGE) * page.height


def _without_digits(text: str) -> str:
    return re.sub(r"\d+", "#", text.strip())
