"""From a grid of cells to a table of the document: groups, markers, numbers as they were found."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.blocks import (
    Column,
    ColumnRole,
    Row,
    RowGroup,
    RowMarker,
    RowNumbering,
    Table,
)
from tdkt_desktop.documents.numbering import row_numbers
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.imports.reading import UnderstoodTable
from tdkt_desktop.imports.recognition.grids import GridRow, group_title, read_grid
from tdkt_desktop.imports.recognition.texts import one_line, unmarked
from tdkt_desktop.imports.recognition.typed_numbers import roman_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.imports.source import SourceTable

_ROW_NUMBER: Final = re.compile(r"\s*(?P<number>\d{1,3}|[IVXivx]{1,5}|[a-zđ])\s*[.)/]?\s*$")
_SUB_NUMBER: Final = re.compile(r"\s*(?P<number>\d{1,3}(?:\.\d{1,2})+|[a-zđ])\s*[.)/]?\s*$")


@dataclass(slots=True)
class _Group:
    number: str = ""
    title: RichText = field(default_factory=RichText)
    rows: list[Row] = field(default_factory=list)
    found: list[str] = field(default_factory=list)


def read_table(tables: Sequence[SourceTable]) -> UnderstoodTable | None:
    """Understand a table that stands on one or more pages; None if there is nothing in it."""
    grid = read_grid(tables)
    if grid is None:
        return None
    number = next((i for i, c in enumerate(grid.columns) if c.role is ColumnRole.NUMBER), None)
    groups = _groups(grid.rows, number)
    table = _table(grid.columns, groups)
    return UnderstoodTable(
        table, tuple(group.number for group in groups), tuple(tuple(g.found) for g in groups)
    )


def _groups(rows: Sequence[GridRow], number: int | None) -> list[_Group]:
    groups = [_Group()]
    roman_rows = _has_roman_rows(rows, number)
    for row in rows:
        title = group_title(row, number, roman_rows=roman_rows)
        if title is not None:
            groups.append(_Group(title[0], unmarked(one_line(title[1]))))
            continue
        _add_row(groups[-1], row, number)
    return [group for group in groups if group.rows or group.title] or [_Group()]


def _has_roman_rows(rows: Sequence[GridRow], number: int | None) -> bool:
    """Tell whether tasks themselves carry Roman numbers: then no row has an Arabic one."""
    if number is None:
        return False
    markers = [row.texts[number].plain.strip(" .)/") for row in rows]
    return not any(marker.isdigit() for marker in markers)


def _add_row(group: _Group, row: GridRow, number: int | None) -> None:
    cells = [text for place, text in enumerate(row.texts) if place != number]
    marker, found = (RowMarker.NUMBER, "") if number is None else _marker(row.texts[number].plain)
    if found is None:
        cells[:1] = [row.texts[number or 0] + " " + cells[0]] if cells else cells
        found = ""
    group.rows.append(Row(tuple(cells), marker))
    group.found.append(found)


def _marker(text: str) -> tuple[RowMarker, str | None]:
    """Return what stands before a row and its number; None for words that are no number."""
    bare = text.strip()
    if not bare:
        return RowMarker.NONE, ""
    match = _SUB_NUMBER.match(bare)
    if match:
        return RowMarker.DASH, match["number"]
    match = _ROW_NUMBER.match(bare)
    if match:
        return RowMarker.NUMBER, match["number"]
    if not any(char.isalnum() for char in bare):
        return RowMarker.DASH, ""
    return RowMarker.NONE, None


def _table(columns: tuple[Column, ...], groups: Sequence[_Group]) -> Table:
    """Count the rows in the way that agrees with more of the numbers found."""
    made = tuple(RowGroup(tuple(g.rows), g.title, bool(g.number) or not g.title) for g in groups)
    choices = [Table(columns, made, numbering) for numbering in RowNumbering]
    found = [number for group in groups for number in group.found]
    return max(choices, key=lambda table: _agreement(table, found))


def _agreement(table: Table, found: Sequence[str]) -> int:
    given = [number for group in row_numbers(table) for number in group]
    return sum(row_value(a) == row_value(b) for a, b in zip(given, found, strict=True) if b)


def row_value(number: str) -> int | str:
    """Return what a row's number counts: "01", "1" and "I" are the same."""
    if number.isdigit():
        return int(number)
    return roman_value(number) or number
