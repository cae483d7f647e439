"""Reads pages that are pictures: scanned PDF pages and photographs, by tesseract."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Final

import pdfplumber

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.imports.guards import damaged, open_input
from tdkt_desktop.imports.ocr_engine import Engine, find_engine, how_to_get
from tdkt_desktop.imports.page_items import Page, PageTable, page_items
from tdkt_desktop.imports.pdf_tables import inside, table_cells
from tdkt_desktop.imports.pdf_text import Word, make_lines
from tdkt_desktop.imports.source import SourceDocument, SourceKind, SourcePlace, SourceTable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PIL.Image import Image

    from tdkt_desktop.imports.ocr_engine import SeenWord
    from tdkt_desktop.imports.ocr_picture import Picture

_DPI: Final = 300
_SMALLEST_SURETY: Final = 15.0
_POINTS: Final = 72 / _DPI
_WITH_TABLE: Final = 11
_MAX_PICTURE_PAGES: Final = 60


@dataclass(frozen=True, slots=True)
class Scanned:
    """Pages read off pictures, the pictures, and what a person is told of the reading."""

    pages: tuple[Page, ...] = ()
    pictures: tuple[tuple[int, bytes], ...] = ()
    notes: tuple[str, ...] = ()


def read_scans(path: Path, numbers: Sequence[int], progress: Callable[[int, int], None]) -> Scanned:
    """Read some pages of a PDF off their pictures; nothing where there is no tesseract for it."""
    engine = find_engine()
    if engine is None or not engine.knows_vietnamese:
        return Scanned()
    read = []
    with open_input(path) as stream, pdfplumber.open(stream) as pdf:
        for done, number in enumerate(numbers):
            progress(done, len(numbers))
            image: Image = pdf.pages[number - 1].to_image(resolution=_DPI).original
            read.append(_read_page(engine, image, number))
    return _scanned(engine, read)


def read_picture(path: Path, progress: Callable[[int, int], None]) -> SourceDocument:
    """Read a photograph or a scan; raises InputError where that cannot be."""
    engine = find_engine()
    if engine is None or not engine.knows_vietnamese:
        message = _("Tệp “{name}” là ảnh, cần Tesseract (tiếng Việt) để đọc chữ trong ảnh.")
        raise InputError(message.format(name=path.name), how_to_get())
    read = []
    for done, image in enumerate(_images(path)):
        progress(done, done + 1)
        read.append(_read_page(engine, image, done + 1))
    scanned = _scanned(engine, read)
    return SourceDocument(
        path.name, SourceKind.PICTURE, tuple(page_items(scanned.pages)), scanned.notes,
        scanned=True, pictures=scanned.pictures,
    )  # fmt: skip


def _images(path: Path) -> list[Image]:
    """Return the pictures of a file, several where a scanner put its pages into one."""
    from PIL import Image, ImageSequence

    try:
        with open_input(path) as stream, Image.open(stream) as file:
            pages = ImageSequence.Iterator(file)
            return [page.copy() for page, _n in zip(pages, range(_MAX_PICTURE_PAGES), strict=False)]
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise damaged(path) from error


def _scanned(engine: Engine, read: Sequence[tuple[Page, bytes]]) -> Scanned:
    note = _("Đã đọc {n} trang ảnh bằng Tesseract {version}; xin đọc lại từng đoạn.").format(
        n=len(read), version=engine.version
    )
    pages = tuple(page for page, _picture in read)
    return Scanned(pages, tuple((page.number, picture) for page, picture in read), (note,))


def _read_page(engine: Engine, image: Image, number: int) -> tuple[Page, bytes]:
    """Return what stands on a page, and its picture set straight; positions are in points."""
    from tdkt_desktop.imports.ocr_picture import ready

    picture = ready(image)
    words = _words(engine, picture)
    tables, loose = _tables(picture, words, number)
    width, height = picture.image.size
    lines = tuple(make_lines(loose))
    page = Page(number, width * _POINTS, height * _POINTS, lines, tables, scanned=True)
    return page, picture.as_jpeg()


def _words(engine: Engine, picture: Picture) -> list[Word]:
    mode = _WITH_TABLE if picture.cells else 3
    seen = [
        one for one in engine.words(picture.as_png(), mode=mode) if one.surety >= _SMALLEST_SURETY
    ]
    size = median(one.height for one in seen) if seen else 1.0
    return [_word(one, size) for one in seen]


def _word(seen: SeenWord, size: float) -> Word:
    return Word(
        seen.text, seen.left * _POINTS, (seen.left + seen.width) * _POINTS, seen.top * _POINTS,
        (seen.top + seen.height) * _POINTS, size * _POINTS,
    )  # fmt: skip


def _tables(
    picture: Picture, words: list[Word], number: int
) -> tuple[tuple[PageTable, ...], list[Word]]:
    """Return the table that is drawn on a page, and the words that stand outside of it."""
    boxes = [
        (left * _POINTS, top * _POINTS, right * _POINTS, bottom * _POINTS)
        for left, top, right, bottom in picture.cells
    ]
    if not boxes:
        return (), words
    rows = table_cells(boxes, words)
    top, bottom = min(box[1] for box in boxes), max(box[3] for box in boxes)
    if not rows or len(rows) * len(rows[0]) < 2:
        return (), words
    loose = [word for word in words if not any(inside(word, box) for box in boxes)]
    place = SourcePlace(number, 1 + sum(word.bottom < top for word in loose))
    return (PageTable(top, bottom, SourceTable(rows, place)),), loose
