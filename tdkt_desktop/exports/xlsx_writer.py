"""Writes tables as .xlsx: typed cells, a head that stays, filters, and a page that prints well.

Text stays text: what begins with "=", "+", "-" or "@" is never a formula.
"""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties

from tdkt_desktop.exports.sheet_table import Align
from tdkt_desktop.vietnamese.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import BinaryIO

    from tdkt_desktop.exports.sheet_table import SheetColumn, SheetTable, Value

FONT: Final = "Times New Roman"
_SIZE: Final = 11
_DATE: Final = "dd/mm/yyyy"
_A4: Final = "9"
_LONGEST_TEXT: Final = 32_767
_MARGINS: Final = {"left": 0.5, "right": 0.4, "top": 0.5, "bottom": 0.6}
"""Inches, as the format wants them."""
_FIRST_DAY: Final = date(1900, 3, 1)
"""Excel counts a 29 February 1900, so that earlier days are written as words."""
_LIST_SHEET: Final = "Danh mục"
_FORMULA_SIGNS: Final = ("=", "+", "-", "@")
_THIN: Final = Side(style="thin", color="FFB7C0CA")
_BORDER: Final = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEAD_FILL: Final = PatternFill("solid", fgColor="FFE4ECF4")


def write_xlsx(tables: Sequence[SheetTable], stream: BinaryIO) -> None:
    """Write sheets to a stream."""
    book = Workbook(write_only=True)
    choices = _Choices()
    for table in tables:
        _write_table(book, table, choices)
    choices.write(book)
    # openpyxl wants to move about in what it writes to; a file that is being made may not let it.
    buffer = io.BytesIO()
    book.save(buffer)
    stream.write(buffer.getvalue())


class _Choices:
    """The lists that cells choose from, each a column of one sheet at the end."""

    def __init__(self) -> None:
        self._lists: dict[tuple[str, ...], tuple[int, str]] = {}

    def reference(self, column: SheetColumn) -> str:
        """Return the address of a column's list."""
        place = self._lists.setdefault(column.choices, (len(self._lists) + 1, column.title))[0]
        letter = get_column_letter(place)
        return f"'{_LIST_SHEET}'!${letter}$2:${letter}${len(column.choices) + 1}"

    def write(self, book: Workbook) -> None:
        """Write the lists, if any were asked for."""
        if not self._lists:
            return
        sheet: Any = book.create_sheet(_LIST_SHEET)
        for place in range(len(self._lists)):
            sheet.column_dimensions[get_column_letter(place + 1)].width = 26
        longest = max(map(len, self._lists))
        sheet.append([_head_cell(sheet, title) for _place, title in self._lists.values()])
        for number in range(longest):
            row = [one[number] if number < len(one) else None for one in self._lists]
            sheet.append([_cell(sheet, value, Align.LEFT) for value in row])


def _write_table(book: Workbook, table: SheetTable, choices: _Choices) -> None:
    sheet: Any = book.create_sheet(table.name)
    _set_up_page(sheet, table)
    for place, column in enumerate(table.columns, 1):
        sheet.column_dimensions[get_column_letter(place)].width = column.width
    _offer_choices(sheet, table, choices)
    for title in table.titles:
        sheet.append([_title_cell(sheet, title)])
    if table.titles:
        sheet.append([])
    sheet.append([_head_cell(sheet, column.title) for column in table.columns])
    for row in table.rows:
        pairs = zip(row, table.columns, strict=True)
        sheet.append([_cell(sheet, value, column.align) for value, column in pairs])


def _set_up_page(sheet: Any, table: SheetTable) -> None:
    """Lay the sheet on A4 across, as wide as the page, the head on every page."""
    head, last = table.head_row, table.head_row + len(table.rows)
    letter = get_column_letter(len(table.columns))
    sheet.freeze_panes = f"A{head + 1}"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.print_title_rows = f"{head}:{head}"
    sheet.oddFooter.center.text = "&P/&N"
    for side, inches in _MARGINS.items():
        setattr(sheet.page_margins, side, inches)
    if table.filters:
        sheet.auto_filter.ref = f"A{head}:{letter}{last}"


def _offer_choices(sheet: Any, table: SheetTable, choices: _Choices) -> None:
    """Let cells choose from lists and say what they want; other words stay allowed."""
    first = table.head_row + 1
    last = first + max(len(table.rows) + table.room, 1) - 1
    for place, column in enumerate(table.columns, 1):
        if not column.choices and not column.advice:
            continue
        rule = DataValidation(type="list" if column.choices else None, allow_blank=True)
        if column.choices:
            rule.formula1 = choices.reference(column)
        rule.showErrorMessage = False
        rule.showInputMessage = bool(column.advice)
        rule.promptTitle = column.title[:32]
        rule.prompt = column.advice[:255] or None
        letter = get_column_letter(place)
        rule.add(f"{letter}{first}:{letter}{last}")
        sheet.data_validations.append(rule)


def _cell(sheet: Any, value: Value, align: Align) -> Any:
    if isinstance(value, date) and value < _FIRST_DAY:
        value = f"{value:%d/%m/%Y}"
    cell = WriteOnlyCell(sheet, None if value == "" else _bearable(value))
    cell.font = Font(name=FONT, size=_SIZE)
    cell.border = _BORDER
    cell.alignment = Alignment(horizontal=align.value, vertical="top", wrap_text=True)
    if isinstance(value, date):
        cell.number_format = _DATE
    if isinstance(value, str) and value:
        # Without this a text that looks like a formula or an error would be taken for one.
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(_FORMULA_SIGNS)
        cell.number_format = "@" if value.isdecimal() else "General"
    return cell


def _bearable(value: Value) -> Any:
    """Return a value that the format can hold: no control signs, not too long."""
    return clean(value)[:_LONGEST_TEXT] if isinstance(value, str) else value


def _head_cell(sheet: Any, title: str) -> Any:
    cell = _cell(sheet, title, Align.CENTER)
    cell.font = Font(name=FONT, size=_SIZE, bold=True)
    cell.fill = _HEAD_FILL
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    return cell


def _title_cell(sheet: Any, title: str) -> Any:
    cell = WriteOnlyCell(sheet, _bearable(title))
    cell.data_type = "s"
    cell.font = Font(name=FONT, size=13, bold=True)
    return cell
