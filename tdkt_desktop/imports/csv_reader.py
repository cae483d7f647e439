"""Reads tables written as text: .csv in UTF-8 or Windows-1258, and blocks copied from Excel."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Final

from tdkt_desktop.imports.guards import open_input
from tdkt_desktop.imports.sheet import ERRORS, CellError, CellValue, Sheet, SheetRow, make_row
from tdkt_desktop.imports.spreadsheet_guard import MAX_TEXT_BYTES, damaged_table, too_big
from tdkt_desktop.imports.text_decoding import decode_text
from tdkt_desktop.vietnamese.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_COLUMNS: Final = 100
MAX_ROWS: Final = 20_000
_SEPARATORS: Final = (",", ";", "\t", "|")
_SAMPLE_LINES: Final = 60
# Programs that fear formulas write an apostrophe before these; it is no part of the text.
_FEARED: Final = re.compile(r"\A'(?='*[=+\-@])")


def read_csv(path: Path) -> tuple[tuple[Sheet, ...], tuple[str, ...]]:
    """Return the table of a text file as one sheet, and what had to be guessed."""
    with open_input(path) as file:
        data = file.read(MAX_TEXT_BYTES + 1)
    text, notes = decode_text(data, path)
    try:
        rows = tuple(_rows(text, separator_of(text)))
    except csv.Error as error:
        raise damaged_table(path) from error
    if len(rows) > MAX_ROWS:
        raise too_big(path)
    return (Sheet(path.stem, rows),), notes


def read_pasted(text: str) -> Sheet:
    """Return a copied block as a sheet: cells between tabs, as Excel puts them on the clipboard.

    Raises ValueError for a block that is no table or that is too long.
    """
    separator = "\t" if "\t" in text else separator_of(text)
    try:
        rows = tuple(_rows(text, separator))
    except csv.Error as error:
        raise ValueError(str(error)) from error
    if len(rows) > MAX_ROWS:
        raise ValueError(f"more than {MAX_ROWS} rows")
    return Sheet("", rows)


def separator_of(text: str) -> str:
    """Return what separates the cells: the sign that cuts the most lines into equally many."""
    lines = [line for line in text.splitlines()[:_SAMPLE_LINES] if line.strip()]
    return max(_SEPARATORS, key=lambda sign: _evenness(lines, sign))


def _evenness(lines: list[str], sign: str) -> tuple[int, int]:
    """Return how many lines have the commonest count of a sign outside quotes, and that count."""
    counts = [_outside_quotes(line).count(sign) for line in lines]
    usual = max(set(counts), key=lambda count: (bool(count), counts.count(count)), default=0)
    return (counts.count(usual) if usual else 0, usual)


def _outside_quotes(line: str) -> str:
    return "".join(line.split('"')[::2])


def _rows(text: str, separator: str) -> Iterator[SheetRow]:
    lines = io.StringIO(clean(text).replace("\x00", ""), newline="")
    for number, cells in enumerate(csv.reader(lines, delimiter=separator), 1):
        row = make_row(number, [_value(cell) for cell in cells[:MAX_COLUMNS]])
        if row is not None:
            yield row


def _value(cell: str) -> CellValue:
    text = _FEARED.sub("", cell.strip())
    return CellError(text) if text in ERRORS else text or None
