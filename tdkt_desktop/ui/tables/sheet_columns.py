"""Changes of a table's columns; the cells follow theirs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tdkt_desktop.documents.blocks import Column, ColumnRole, Table
from tdkt_desktop.documents.richtext import RichText

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """A column as it shall be, and which one of the table it was; None for a new one."""

    column: Column
    source: int | None = None


def choices_of(table: Table) -> tuple[ColumnChoice, ...]:
    """Return the columns of a table as they are."""
    return tuple(ColumnChoice(column, place) for place, column in enumerate(table.columns))


def with_columns(table: Table, choices: Sequence[ColumnChoice]) -> Table:
    """Return the table with other columns.

    A second column of numbers becomes an ordinary one; a column that carries cells again after it
    was one of numbers begins empty.
    """
    kept = list(_one_number_column(choices))
    cells = [place for place, one in enumerate(table.columns) if one.role is not ColumnRole.NUMBER]
    origin = {place: number for number, place in enumerate(cells)}
    wanted = [
        origin.get(one.source) if one.source is not None else None
        for one in kept
        if one.column.role is not ColumnRole.NUMBER
    ]

    def moved(row_cells: tuple[RichText, ...]) -> tuple[RichText, ...]:
        return tuple(RichText() if place is None else row_cells[place] for place in wanted)

    groups = tuple(
        replace(group, rows=tuple(replace(row, cells=moved(row.cells)) for row in group.rows))
        for group in table.groups
    )
    return replace(table, columns=tuple(one.column for one in kept), groups=groups)


def _one_number_column(choices: Sequence[ColumnChoice]) -> list[ColumnChoice]:
    kept: list[ColumnChoice] = []
    for one in choices:
        again = one.column.role is ColumnRole.NUMBER and any(
            before.column.role is ColumnRole.NUMBER for before in kept
        )
        role = ColumnRole.OTHER if again else one.column.role
        kept.append(replace(one, column=replace(one.column, role=role)))
    return kept
