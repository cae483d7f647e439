"""The cells of a table that say when something is due, and the words of their rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdkt_desktop.documents.blocks import ColumnRole, Table
from tdkt_desktop.documents.places import at, join
from tdkt_desktop.documents.roles import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.checks.sheet import Sheet
    from tdkt_desktop.documents.table_places import Node


def tables(sheet: Sheet) -> Iterator[tuple[str, Table]]:
    """Yield every table with its path."""
    holders = [("body", sheet.document.body)]
    holders += [
        (join("annexes", index, "blocks"), annex.blocks)
        for index, annex in enumerate(sheet.document.annexes)
    ]
    for path, blocks in holders:
        for index, block in enumerate(blocks):
            if isinstance(block, Table):
                yield join(path, index), block


def columns_of(table: Table, role: ColumnRole) -> tuple[int, ...]:
    """Return the places among the cells of a row of the columns of a role."""
    return tuple(n for n, column in enumerate(table.cell_columns) if column.role is role)


def due_nodes(sheet: Sheet) -> Iterator[Node]:
    """Yield the texts of the cells that hold dues."""
    for path, table in tables(sheet):
        for column in columns_of(table, ColumnRole.DUE):
            for group, rows in enumerate(table.groups):
                for row in range(len(rows.rows)):
                    place = join(path, "groups", group, "rows", row, "cells", column)
                    if place in sheet.by_path:
                        yield sheet.by_path[place]


def row_text(sheet: Sheet, node: Node) -> str:
    """Return the due of the row in which a cell stands, empty elsewhere."""
    path, marker, _rest = node.place.path.partition("/groups/")
    if node.role is not Role.TABLE_CELL or not marker:
        return ""
    table = at(sheet.document, path)
    row = at(sheet.document, node.place.path.rpartition("/cells/")[0])
    return " ".join(row.cells[n].plain for n in columns_of(table, ColumnRole.DUE))
