"""Understands text that was copied from Word, Excel, a mail or a web page."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.blocks import Block, Clause, Heading, Level, Paragraph
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.documents.roles import Role
from tdkt_desktop.imports.recogniser import recognise
from tdkt_desktop.imports.recognition.bodies import read_blocks
from tdkt_desktop.imports.recognition.pieces import make_pieces
from tdkt_desktop.imports.recognition.texts import one_line
from tdkt_desktop.imports.source import (
    SourceCell,
    SourceDocument,
    SourceItem,
    SourceKind,
    SourcePlace,
    SourceTable,
)
from tdkt_desktop.imports.text_lines import source_line
from tdkt_desktop.vietnamese.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tdkt_desktop.imports.reading import UnderstoodItem

_LABEL: Final = re.compile(r"\s*(?:\d+(?:\.\d+)*[.)]?|[IVXLC]+[.)]|[A-ZĐa-zđ][.)]|[-–+*•●▪·o])\s*$")
_HEAD_ROLES: Final = frozenset({Role.NUMBER, Role.TITLE, Role.GROUND, Role.ISSUING_BODY})
_LONGEST_JOIN: Final = 30
_DOCUMENT_HEAD: Final = re.compile(r"\s*(?:cộng h[oò][aà] xã hội chủ nghĩa|số\s*:)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Lines that follow each other: cells of a table, or one line of text."""

    rows: tuple[tuple[str, ...], ...]
    is_table: bool


def read_clipboard(text: str) -> tuple[Block, ...]:
    """Return the blocks that copied text holds; never fails, whatever is in it.

    Rows of cells become a table. Of a whole copied document only its text is taken.
    """
    source = SourceDocument("", SourceKind.TXT, tuple(_items(clean(text))))
    return tuple(_blocks(_understood(source)))


def _understood(source: SourceDocument) -> Iterable[UnderstoodItem]:
    pieces = make_pieces(source)
    if not any(_opens_document(piece.plain) for piece in pieces):
        return read_blocks([piece for piece in pieces if piece.left_out is None])
    reading = recognise(source)
    if not any(item.role in _HEAD_ROLES for item in reading.lines):
        return read_blocks([piece for piece in pieces if piece.left_out is None])
    return [item for item in reading.lines if item.left_out is None]


def _opens_document(plain: str) -> bool:
    return bool(_DOCUMENT_HEAD.match(plain))


def _blocks(items: Iterable[UnderstoodItem]) -> Iterator[Block]:
    for item in items:
        if item.table:
            yield item.table.table
        elif item.role in (Role.PREAMBLE, Role.CLOSING, Role.PARAGRAPH):
            yield Paragraph(item.text)
        elif item.level is not None and item.level is not Level.TEXT:
            yield _numbered(item, item.level)


def _numbered(item: UnderstoodItem, level: Level) -> Block:
    return Heading(level, one_line(item.text)) if item.is_heading else Clause(level, item.text)


# From copied text to source items --------------------------------------------------------------


def _items(text: str) -> Iterator[SourceItem]:
    small = 0
    for number, stretch in enumerate(_stretches(text), start=1):
        place = SourcePlace(None, number)
        if stretch.is_table:
            cells = tuple(tuple(map(_cell, row)) for row in stretch.rows)
            yield SourceTable(cells, place, head_rows=int(_is_head(stretch.rows[0])))
            continue
        line = "\t".join(stretch.rows[0])
        if not line.strip():
            continue
        small = small + 1 if line.lstrip()[0].islower() else 0
        item = source_line(line, place)
        if small > _LONGEST_JOIN:
            # So many lines in small letters are a list of something, not one wrapped paragraph.
            item = replace(item, role=Role.PARAGRAPH)
        yield item


def _cell(text: str) -> SourceCell:
    return SourceCell(RichText(text.strip()))


def _stretches(text: str) -> Iterator[_Stretch]:
    """Yield tables and lines in order."""
    rows = _rows(text)
    start = 0
    while start < len(rows):
        end = _table_end(rows, start)
        if end - start > 1:
            yield _Stretch(tuple(rows[start:end]), is_table=True)
        else:
            end = start + 1
            yield _Stretch((rows[start],), is_table=False)
        start = end


def _rows(text: str) -> list[tuple[str, ...]]:
    """Cut into lines and cells; only where tabs stand do quotes hold a cell together."""
    if "\t" not in text or text.count('"') % 2:
        return [tuple(line.split("\t")) for line in text.split("\n")]
    limit = csv.field_size_limit(len(text) + 1)
    try:
        return [tuple(row) for row in csv.reader(io.StringIO(text), delimiter="\t")]
    finally:
        csv.field_size_limit(limit)


def _table_end(rows: Sequence[tuple[str, ...]], start: int) -> int:
    """Return where rows of as many cells end; labels before a tab are no cells."""
    width = len(rows[start])
    end = start
    while end < len(rows) and len(rows[end]) == width and width > 1 and _is_row(rows[end]):
        end += 1
    listed = all(_LABEL.match(row[0]) for row in rows[start:end])
    return start if width == 2 and listed else end


def _is_row(row: tuple[str, ...]) -> bool:
    return any(cell.strip() for cell in row)


def _is_head(row: tuple[str, ...]) -> bool:
    """Tell whether a row names its columns: words in every cell, no figures."""
    return all(cell.strip() and not any(map(str.isdigit, cell)) for cell in row)
