"""Reads the sheets of an .xlsx row by row, without ever holding the whole file as objects."""

from __future__ import annotations

import re
import warnings
import zipfile
import zlib
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final
from xml.etree.ElementTree import ParseError

from lxml import etree
from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from tdkt_desktop.i18n import _
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
_OVERLAP: Final = 400
_UNCOUNTED: Final = re.compile(rb"<f(?:\s[^<>]*)?(?:/>|>[^<]*</f>)(?:<v\s*/>|<v></v>)?</c>")
_AREA: Final = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"([A-Z0-9:$]{3,40})\"")
# What openpyxl lets through when a part is missing, cut off or not what it should be.
_BROKEN: Final = (
    zipfile.BadZipFile, zlib.error, ParseError, etree.XMLSyntaxError, InvalidFileException,
    KeyError, ValueError, TypeError, AttributeError, IndexError, EOFError, OSError, OverflowError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Look:
    """What the bytes of a sheet say that its rows do not."""

    areas: list[Area] = field(default_factory=list)
    uncounted: bool = False


def read_xlsx(path: Path) -> tuple[tuple[Sheet, ...], tuple[str, ...]]:
    """Return the sheets, and what a person should know of how they were read.

    Raises InputError where the file is broken or too big.
    """
    try:
        # openpyxl warns of drawings and styles that it passes over; they are no part of a table.
        with warnings.catch_warnings(), path.open("rb") as file:
            warnings.simplefilter("ignore")
            book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
            try:
                looks = _all_looks(path)
                sheets = tuple(
                    _sheet(path, sheet, looks.get(sheet.title, _Look()).areas) for sheet in book
                )
            finally:
                book.close()
    except _BROKEN as error:
        raise damaged_table(path) from error
    return sheets, tuple(_uncounted(sheets, looks))


def _uncounted(sheets: tuple[Sheet, ...], looks: dict[str, _Look]) -> Iterator[str]:
    """Yield a note for each sheet with formulas that no program has worked out yet."""
    for sheet in sheets:
        if sheet.rows and looks.get(sheet.name, _Look()).uncounted:
            yield _(
                "Trang “{sheet}” có công thức chưa được tính nên ô đó coi là trống; "
                "xin mở bằng Excel, lưu lại rồi nhập lại."
            ).format(sheet=sheet.name)


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


def _all_looks(path: Path) -> dict[str, _Look]:
    """Return what reading row by row leaves out, by the name of the sheet."""
    with zipfile.ZipFile(path) as package:
        if "xl/workbook.xml" not in package.namelist():
            return {}
        targets = _relations(package)
        root = _xml(package.read("xl/workbook.xml"))
        parts = {one.get("name", ""): targets.get(one.get(_R_ID, "")) for one in root.iter(_SHEET)}
        return {
            name: _look(package, part) for name, part in parts.items() if part in package.namelist()
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


def _look(package: zipfile.ZipFile, part: str) -> _Look:
    """Search the bytes of a sheet, piece by piece, for merged areas and formulas without values."""
    areas: list[Area] = []
    uncounted = False
    tail = b""
    with package.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            window = tail + chunk
            uncounted = uncounted or _UNCOUNTED.search(window) is not None
            found = list(_AREA.finditer(window))
            areas += [_area(match[1].decode()) for match in found]
            tail = window[max(found[-1].end() if found else 0, len(window) - _OVERLAP) :]
    return _Look(areas[:MAX_AREAS], uncounted)


def _area(reference: str) -> Area:
    left, top, right, bottom = (int(edge or 1) for edge in range_boundaries(reference))
    return Area(top, left - 1, bottom, min(right, MAX_COLUMNS) - 1)
