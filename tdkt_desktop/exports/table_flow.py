"""Tables as they are printed: head, group rows, numbered rows, widths of columns."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.layout_profile import Align
from tdkt_desktop.documents.numbering import group_numbers, row_numbers
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.documents.roles import Role
from tdkt_desktop.exports.column_widths import column_widths
from tdkt_desktop.exports.line_fitting import line_widths
from tdkt_desktop.exports.metrics import (
    MM_PER_POINT,
    SINGLE_LINE,
)
from tdkt_desktop.exports.pieces import Cell, RowKind, TableRow, TableSheet
from tdkt_desktop.exports.printable import printable, printable_rich

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.documents.blocks import Column, Row, RowGroup, Table
    from tdkt_desktop.documents.layout_profile import TableRules
    from tdkt_desktop.documents.page_settings import Layout, RoleStyle, Sheet

_TALL: Final = 0.75
"""The share of a page above which a row may be split."""
_LETTERS_WORTH_MEASURING: Final = 300


def table_flow(table: Table, layout: Layout, sheet: Sheet) -> TableSheet:
    """Return the printed form of a table on a page."""
    rules = layout.profile.table
    aligns = [rules.columns[column.role].align for column in table.columns]
    head = _head(table.columns)
    rows = (*head, *_rows(table, aligns))
    size = rules.size(len(table.columns), sheet.orientation)
    widths = column_widths(table.columns, rows, rules, size, sheet.text_width)
    most = _TALL * (sheet.height - sheet.margins.top - sheet.margins.bottom)
    style = replace(layout.style(Role.TABLE_CELL), size=size)
    if len(head) > 1:
        title = replace(layout.style(Role.TABLE_HEAD), size=size)
        rows = (head[0], _raised(head[1], head[0], widths, title, rules), *rows[2:])
    return TableSheet(
        widths=widths,
        size=size,
        rows=tuple(_marked(row, widths, style, most, rules.padding) for row in rows),
        head_rows=len(head),
    )


def _head(columns: tuple[Column, ...]) -> tuple[TableRow, ...]:
    """Return the one row of titles, or two where neighbouring columns share a title above."""
    if not any(column.over for column in columns):
        return (TableRow(RowKind.HEAD, tuple(_title(column.title) for column in columns)),)
    upper: list[Cell] = []
    for over, members in groupby(columns, key=lambda column: column.over):
        group = list(members)
        if over:
            upper.append(_title(over, columns=len(group)))
        else:
            upper += [_title(column.title, rows=2) for column in group]
    lower = [_title(c.title) if c.over else _title("", covered=True) for c in columns]
    return TableRow(RowKind.HEAD, tuple(upper)), TableRow(RowKind.HEAD, tuple(lower))


def _title(text: str, columns: int = 1, rows: int = 1, *, covered: bool = False) -> Cell:
    words = RichText(printable(text).strip())
    return Cell(words, Role.TABLE_HEAD, Align.CENTER, columns, rows, covered)


def _rows(table: Table, aligns: list[Align]) -> Iterator[TableRow]:
    place = table.number_column
    numbers = zip(group_numbers(table), row_numbers(table), table.groups, strict=True)
    for roman, labels, group in numbers:
        if group.title:
            yield _group_row(group, roman, place, len(table.columns))
        for label, row in zip(labels, group.rows, strict=True):
            yield _row(row, label, place, aligns)


def _group_row(group: RowGroup, roman: str, place: int | None, width: int) -> TableRow:
    """Put the Roman number into the number column if that comes first, else before the title."""
    title = printable_rich(group.title).stripped()
    if place == 0 and width > 1:
        number = Cell(RichText(roman), Role.TABLE_GROUP, Align.CENTER)
        return TableRow(RowKind.GROUP, (number, Cell(title, Role.TABLE_GROUP, columns=width - 1)))
    label = RichText(f"{roman}. " if roman else "")
    return TableRow(RowKind.GROUP, (Cell(label + title, Role.TABLE_GROUP, columns=width),))


def _row(row: Row, label: str, place: int | None, aligns: list[Align]) -> TableRow:
    texts = [printable_rich(cell).stripped() for cell in row.cells]
    if place is not None:
        texts.insert(place, RichText(label))
    cells = (Cell(text, Role.TABLE_CELL, align) for text, align in zip(texts, aligns, strict=True))
    return TableRow(RowKind.ROW, tuple(cells))


def _raised(
    lower: TableRow,
    upper: TableRow,
    widths: tuple[float, ...],
    style: RoleStyle,
    rules: TableRules,
) -> TableRow:
    """Give the second row of titles the height that titles over both rows ask of it.

    LibreOffice forgets them where the head repeats on the next page.
    """
    around = 2 * rules.cell_gap + rules.border
    heights = {1: 0.0, 2: 0.0}
    place = 0
    for cell in upper.cells:
        room = sum(widths[place : place + cell.columns]) - 2 * rules.padding
        lines = len(line_widths(cell.text, style, room))
        height = (lines * style.size * SINGLE_LINE + around) * MM_PER_POINT
        heights[cell.rows] = max(heights[cell.rows], height)
        place += cell.columns
    return replace(lower, height=max(heights[2] - heights[1], 0.0))


def _marked(
    row: TableRow, widths: tuple[float, ...], style: RoleStyle, most: float, padding: float
) -> TableRow:
    """Let a row be split that is taller than `most`; other rows stay whole (L86, L87)."""
    letters = sum(len(cell.text.plain) for cell in row.cells)
    if letters < _LETTERS_WORTH_MEASURING:
        return row
    line = style.size * SINGLE_LINE * MM_PER_POINT
    place = tallest = 0
    for cell in row.cells:
        room = sum(widths[place : place + cell.columns]) - 2 * padding
        tallest = max(tallest, len(line_widths(cell.text, style, room)))
        place += cell.columns
    return replace(row, may_split=tallest * line > most)
