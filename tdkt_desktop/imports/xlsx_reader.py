"""Reads the sheets of an .xlsx row by row, without ever holding the whole file as objects."""

from __future__ import annotations

import re
import warnings
import zipfile
import zlib
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final
from xml.etree.ElementTree import ParseError

from lxml import etree
from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from tdkt_desktop.imports.sheet import (
    ERRORS,
    Area,
    CellError,
    CellValue,
    Sheet,
    SheetRow,
    make_row,
    spread,
)
from tdkt_desktop.imports.spreadsheet_guard import damaged_table, too_big
from tdkt_desktop.vietnamese.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_COLUMNS: Final = 100
MAX_ROWS: Final = 20_000
MAX_AREAS: Final = 20_000
_CHUNK: Final = 1024 * 1024
_SHEET: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}sheet"
_R_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_AREA: Final = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"([A-Z0-9:$]{3,40})\"")
# What openpyxl lets through when a part is missing, cut off or not what it should be.
_BROKEN: Final = (
    zipfile.BadZipFile, zlib.error, ParseError, etree.XMLSyntaxError, InvalidFileException,
    KeyError, ValueError, TypeError, AttributeError, IndexError, EOFError, OSError, OverflowError,
)  # fmt: skip


def read_xlsx(path: Path) -> tuple[Sheet, ...]:
    """Return the sheets that have rows; raises InputError where the file is broken or too big."""
    try:
        # openpyxl warns of drawings and styles that it passes over; they are no part of a table.
        with warnings.catch_warnings(), path.open("rb") as file:
            warnings.simplefilter("ignore")
            book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
            try:
                areas = _all_areas(path)
                return tuple(_sheet(path, sheet, areas.get(sheet.title, [])) for sheet in book)
            finally:
                book.close()
    except _BROKEN as error:
        raise damaged_table(path) from error


def _sheet(path: Path, sheet: Any, areas: list[Area]) -> Sheet:
    if not hasattr(sheet, "iter_rows"):
        return Sheet(sheet.title, (), hidden=True)
    # Some programs write a wrong extent into the sheet; the rows themselves know better.
    sheet.reset_dimensions()
    rows = list(_rows(path, sheet))
    return Sheet(sheet.title, spread(rows, areas), hidden=sheet.sheet_state != "visible")


def _rows(path: Path, sheet: Any) -> Iterator[SheetRow]:
    found = 0
    for number, cells in enumerate(sheet.iter_rows(max_col=MAX_COLUMNS, values_only=True), 1):
        if all(cell is None for cell in cells):
            continue
        row = make_row(number, [_value(cell) for cell in cells])
        if row is None:
            continue
        found += 1
        if found > MAX_ROWS:
            raise too_big(path)
        yield row


def _value(cell: object) -> CellValue:
    """Return a cell as one of our kinds: moments lose their time, blanks are nothing."""
    if cell is None or isinstance(cell, bool | int):
        return cell
    if isinstance(cell, str):
        text = clean(cell).strip()
        return CellError(text) if text in ERRORS else text or None
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, float):
        return int(cell) if cell.is_integer() else cell
    if isinstance(cell, time | timedelta):
        return str(cell)
    return clean(str(cell)).strip() or None


def _all_areas(path: Path) -> dict[str, list[Area]]:
    """Return the merged areas by the name of their sheet; reading row by row leaves them out."""
    with zipfile.ZipFile(path) as package:
        if "xl/workbook.xml" not in package.namelist():
            return {}
        targets = _relations(package)
        root = _xml(package.read("xl/workbook.xml"))
        parts = {one.get("name", ""): targets.get(one.get(_R_ID, "")) for one in root.iter(_SHEET)}
        return {
            name: list(_areas(package, part))
            for name, part in parts.items()
            if part in package.namelist()
        }


def _relations(package: zipfile.ZipFile) -> dict[str, str]:
    root = _xml(package.read("xl/_rels/workbook.xml.rels"))
    targets = {one.get("Id", ""): one.get("Target", "") for one in root}
    return {
        key: target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        for key, target in targets.items()
    }


def _xml(data: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(data, parser)


def _areas(package: zipfile.ZipFile, part: str) -> Iterator[Area]:
    """Find the merged areas in the bytes of a sheet, piece by piece."""
    found = 0
    tail = b""
    with package.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            window = tail + chunk
            end = 0
            for match in _AREA.finditer(window):
                end = match.end()
                found += 1
                if found <= MAX_AREAS:
                    yield _area(match[1].decode())
            tail = window[max(end, len(window) - 200) :]


def _area(reference: str) -> Area:
    left, top, right, bottom = (int(edge or 1) for edge in range_boundaries(reference))
    return Area(top, left - 1, bottom, min(right, MAX_COLUMNS) - 1)
