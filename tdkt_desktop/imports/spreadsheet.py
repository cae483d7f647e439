"""Reads a table from a file or from the clipboard, whatever it is written in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.imports.csv_reader import read_csv, read_pasted
from tdkt_desktop.imports.sheet import Spreadsheet
from tdkt_desktop.imports.spreadsheet_guard import (
    SpreadsheetKind,
    nothing_in_table,
    sniff_spreadsheet,
)

if TYPE_CHECKING:
    from pathlib import Path


def read_spreadsheet(path: Path) -> Spreadsheet:
    """Return the sheets of an .xlsx or .csv; raises InputError that says what is wrong with it."""
    if sniff_spreadsheet(path) is SpreadsheetKind.XLSX:
        from tdkt_desktop.imports.xlsx_reader import read_xlsx

        sheets, notes = read_xlsx(path)
    else:
        sheets, notes = read_csv(path)
    filled = tuple(sheet for sheet in sheets if sheet.rows)
    if not filled:
        raise nothing_in_table(path)
    return Spreadsheet(path.name, filled, notes)


def read_block(text: str) -> Spreadsheet:
    """Return a copied block of cells as a spreadsheet of one sheet; InputError where it is none."""
    try:
        sheet = read_pasted(text)
    except ValueError as error:
        raise InputError(
            _("Đoạn dán vào không đọc được thành bảng."),
            _("Xin chép lại vùng ô trong Excel, kể cả dòng tiêu đề, rồi dán lại."),
        ) from error
    if not sheet.rows:
        raise InputError(
            _("Đoạn dán vào không có dữ liệu."),
            _("Xin chép vùng ô trong Excel, kể cả dòng tiêu đề, rồi dán lại."),
        )
    return Spreadsheet("", (sheet,))
