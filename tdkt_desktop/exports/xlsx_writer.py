"""Writes tables as .xlsx: typed cells, a head that stays, filters, and a page that prints well.

Text stays text: what begins with "=", "+", "-" or "@" is never a formula.
"""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
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
_MARGINS: Final = {"left": 0.5, "right": 0.4, "top": 0.5, "bottom": 0.7, "footer": 0.3}
"""Inches, as the format wants them."""
_FIRST_DAY: Final = date(1900, 3, 1)
"""Excel counts a 29 February 1900, so that earlier days are written as words."""
_LIST_SHEET: Final = "Danh mục"
_LINE_HEIGHT: Final = 15.0
_HIGHEST: Final = 400.0
"""Points, as the format wants them."""
_BOLD_WIDENS: Final = 1.1
_STYLE: Final = "TDKT"
_DATE_MARK: Final = " date"
_HEAD_STYLE: Final = "TDKT head"
_TITLE_STYLE: Final = "TDKT title"
_FORMULA_SIGNS: Final = ("=", "+", "-", "@")
_THIN: Final = Side(style="thin", color="FFB7C0CA")
_BORDER: Final = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEAD_FILL: Final = PatternFill("solid", fgColor="FFE4ECF4")


def write_xlsx(tables: Sequence[SheetTable], stream: BinaryIO) -> None:
    """Write sheets to a stream."""
    book = Workbook(write_only=True)
    _add_styles(book)
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
    heads = [column.title for column in table.columns]
    _set_height(sheet, table.head_row, heads, table.columns, _BOLD_WIDENS)
    sheet.append([_head_cell(sheet, title) for title in heads])
    for number, row in enumerate(table.rows, table.head_row + 1):
        _set_height(sheet, number, row, table.columns)
        pairs = zip(row, table.columns, strict=True)
        sheet.append([_cell(sheet, value, column.align) for value, column in pairs])


def _set_height(
    sheet: Any,
    number: int,
    values: Sequence[Value],
    columns: Sequence[SheetColumn],
    widened: float = 1.0,
) -> None:
    """Make a row as high as its longest text needs; not every program does so by itself."""
    lines = max(
        _lines(value, column.width / widened) if isinstance(value, str) else 1
        for value, column in zip(values, columns, strict=True)
    )
    if lines > 1:
        sheet.row_dimensions[number].height = min(lines * _LINE_HEIGHT, _HIGHEST)


def _lines(text: str, width: float) -> int:
    """Return how many lines a text takes, broken between words."""
    if len(text) < width and "\n" not in text:
        return 1
    count = 0
    for paragraph in text.split("\n"):
        room = 0.0
        for word in paragraph.split():
            if len(word) + 1 > room:
                count, room = count + 1, width
            room -= len(word) + 1
    return max(count, 1)


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
    cell.style = f"{_STYLE} {align.value}{_DATE_MARK if isinstance(value, date) else ''}"
    if isinstance(value, str) and value:
        # Without this a text that looks like a formula or an error would be taken for one.
        cell.data_type = "s"
        if value.startswith(_FORMULA_SIGNS):
            cell.quotePrefix = True
    return cell


def _bearable(value: Value) -> Any:
    """Return a value that the format can hold: no control signs, not too long."""
    return clean(value)[:_LONGEST_TEXT] if isinstance(value, str) else value


def _head_cell(sheet: Any, title: str) -> Any:
    cell = _cell(sheet, title, Align.CENTER)
    cell.style = _HEAD_STYLE
    return cell


def _title_cell(sheet: Any, title: str) -> Any:
    cell = WriteOnlyCell(sheet, _bearable(title))
    cell.data_type = "s"
    cell.style = _TITLE_STYLE
    return cell


def _add_styles(book: Workbook) -> None:
    """Name the few looks of cells once; to describe each cell anew would take ten times as long."""
    for align in Align:
        placed = Alignment(horizontal=align.value, vertical="top", wrap_text=True)
        for mark, number_format in (("", "General"), (_DATE_MARK, _DATE)):
            book.add_named_style(
                NamedStyle(
                    f"{_STYLE} {align.value}{mark}",
                    font=Font(name=FONT, size=_SIZE),
                    border=_BORDER,
                    alignment=placed,
                    number_format=number_format,
                )
            )
    centred = Alignment(horizontal="center", vertical="center", wrap_text=True)
    bold = Font(name=FONT, size=_SIZE, bold=True)
    head = NamedStyle(_HEAD_STYLE, font=bold, border=_BORDER, alignment=centred, fill=_HEAD_FILL)
    book.add_named_style(head)
    book.add_named_style(NamedStyle(_TITLE_STYLE, font=Font(name=FONT, size=13, bold=True)))
