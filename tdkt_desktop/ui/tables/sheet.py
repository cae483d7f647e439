"""A table of the tree as a sheet: every act returns a new table, so undo is a list of tables."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from tdkt_desktop.documents.blocks import Row, RowGroup, RowMarker, Table
from tdkt_desktop.documents.richtext import RichText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


_NEVER: Final = date.max


@dataclass(frozen=True, slots=True)
class LinePlace:
    """A line of the sheet: a row of a group, or the group's title when `row` is None."""

    group: int
    row: int | None


def lines(table: Table) -> tuple[LinePlace, ...]:
    """Return the lines of a sheet from the top; a group without a title has no title line."""
    places: list[LinePlace] = []
    for number, group in enumerate(table.groups):
        if group.title or len(table.groups) > 1:
            places.append(LinePlace(number, None))
        places += [LinePlace(number, row) for row in range(len(group.rows))]
    return tuple(places)


def new_row(table: Table, cells: Sequence[str] = ()) -> Row:
    """Return a row for a table, filled from the left."""
    width = len(table.cell_columns)
    texts = [RichText.from_markup(cell) for cell in cells[:width]]
    texts += [RichText()] * (width - len(texts))
    return Row(tuple(texts), RowMarker.NUMBER, uuid4().hex)


def with_cell(table: Table, place: LinePlace, column: int, text: RichText) -> Table:
    """Return the table with another text in a cell, or as the title of a group."""
    if place.row is None:
        return _with_group(table, place.group, title=text)
    group = table.groups[place.group]
    row = group.rows[place.row]
    cells = (*row.cells[:column], text, *row.cells[column + 1 :])
    return _with_row(table, place.group, place.row, replace(row, cells=cells))


def with_rows_inserted(table: Table, place: LinePlace, rows: Iterable[Row]) -> Table:
    """Return the table with rows below a line."""
    group = table.groups[place.group]
    at = 0 if place.row is None else place.row + 1
    return _with_group(table, place.group, rows=(*group.rows[:at], *rows, *group.rows[at:]))


def with_group_inserted(table: Table, after: int, title: str) -> Table:
    """Return the table with a new group below another."""
    at = after + 1
    group = RowGroup((), RichText(title))
    return replace(table, groups=(*table.groups[:at], group, *table.groups[at:]))


def without_lines(table: Table, places: Iterable[LinePlace]) -> Table:
    """Return the table without some lines; the rows of a removed title join the group above."""
    gone = set(places)
    groups: list[RowGroup] = []
    for number, group in enumerate(table.groups):
        rows = tuple(
            row for place, row in enumerate(group.rows) if LinePlace(number, place) not in gone
        )
        if LinePlace(number, None) not in gone:
            groups.append(replace(group, rows=rows))
        elif groups:
            groups[-1] = replace(groups[-1], rows=groups[-1].rows + rows)
        elif rows:
            groups.append(RowGroup(rows))
    return replace(table, groups=tuple(groups) or (RowGroup(()),))


def with_rows_moved(table: Table, places: Sequence[LinePlace], target: LinePlace) -> Table:
    """Return the table with rows moved so that they stand below a line."""
    moving = [place for place in places if place.row is not None]
    if target in moving or not moving:
        return table
    rows = [table.groups[place.group].rows[place.row or 0] for place in moving]
    anchor = None if target.row is None else table.groups[target.group].rows[target.row]
    rest = _without_rows(table, moving)
    at = 0 if anchor is None else _place_of(rest.groups[target.group], anchor) + 1
    kept = rest.groups[target.group].rows
    return _with_group(rest, target.group, rows=(*kept[:at], *rows, *kept[at:]))


def sorted_by(table: Table, key: Callable[[Row], date | None]) -> Table:
    """Return the table with the rows of each group in order of their dates; none comes last."""
    return replace(
        table,
        groups=tuple(
            replace(
                group,
                rows=tuple(
                    sorted(group.rows, key=lambda row: (key(row) is None, key(row) or _NEVER))
                ),
            )
            for group in table.groups
        ),
    )


def with_block(
    table: Table, place: LinePlace, column: int, block: Sequence[Sequence[str]]
) -> Table:
    """Return the table with a block of cells written from a cell to the right and down.

    Lines of titles are passed over; what reaches below the last row of the sheet becomes new
    rows there, what reaches beyond the last column is left out.
    """
    targets = [p for p in lines(table) if p.row is not None and _order(p) >= _order(place)]
    for values in block:
        if targets:
            table = _written(table, targets.pop(0), column, values)
        else:
            last = table.groups[-1]
            row = new_row(table, [""] * column + list(values))
            table = _with_group(table, len(table.groups) - 1, rows=(*last.rows, row))
    return table


def _written(table: Table, place: LinePlace, column: int, values: Sequence[str]) -> Table:
    for offset, value in enumerate(values):
        if column + offset < len(table.cell_columns):
            table = with_cell(table, place, column + offset, RichText(value))
    return table


def _order(place: LinePlace) -> tuple[int, int]:
    return (place.group, -1 if place.row is None else place.row)


def _with_row(table: Table, group: int, number: int, row: Row) -> Table:
    rows = table.groups[group].rows
    return _with_group(table, group, rows=(*rows[:number], row, *rows[number + 1 :]))


def _with_group(
    table: Table,
    number: int,
    rows: tuple[Row, ...] | None = None,
    title: RichText | None = None,
) -> Table:
    old = table.groups[number]
    group = RowGroup(
        old.rows if rows is None else rows, old.title if title is None else title, old.numbered
    )
    return replace(table, groups=(*table.groups[:number], group, *table.groups[number + 1 :]))


def _without_rows(table: Table, places: Sequence[LinePlace]) -> Table:
    gone = set(places)
    groups = tuple(
        replace(
            group,
            rows=tuple(r for n, r in enumerate(group.rows) if LinePlace(number, n) not in gone),
        )
        for number, group in enumerate(table.groups)
    )
    return replace(table, groups=groups)


def _place_of(group: RowGroup, row: Row) -> int:
    return next(number for number, one in enumerate(group.rows) if one is row)
