"""Walks a table: head, group titles and cells, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tdkt_desktop.documents.numbering import group_numbers, row_numbers
from tdkt_desktop.documents.places import Place, join
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.documents.roles import Role
from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.documents.blocks import Column, Row, Table


@dataclass(frozen=True, slots=True)
class Node:
    """A text of a document with its place, its part, and the number printed before it."""

    place: Place
    role: Role
    text: RichText
    number: str = ""


def column_name(column: Column) -> str:
    """Return the title of a column, under a merged head "Trên - Dưới"."""
    return " - ".join(part for part in (column.over, column.title) if part)


def table_nodes(table: Table, base: Place) -> Iterator[Node]:
    """Yield the texts of a table row by row, the two lines of a merged head first."""
    yield from _head(table, base)
    rows = row_numbers(table)
    for index, number in enumerate(group_numbers(table)):
        group = table.groups[index]
        here = _inside(base, group_name(table, index), "groups", index)
        if group.title:
            yield Node(_inside(here, "", "title"), Role.TABLE_GROUP, group.title, number)
        for place, row in enumerate(group.rows):
            line = rows[index][place]
            words = _row_name(line, place)
            yield from _cells(table, row, line, _inside(here, words, "rows", place))


def group_name(table: Table, index: int) -> str:
    """Return what a person calls a group; empty for the only group if it has no title."""
    group, number = table.groups[index], group_numbers(table)[index]
    if number:
        return _("nhóm {number}").format(number=number)
    if group.title:
        return _("nhóm “{title}”").format(title=group.title.plain)
    return _("nhóm thứ {count}").format(count=index + 1) if len(table.groups) > 1 else ""


def _row_name(number: str, place: int) -> str:
    if number.isdigit():
        return _("dòng {number}").format(number=number)
    return _("dòng thứ {count}").format(count=place + 1)


def _head(table: Table, base: Place) -> Iterator[Node]:
    """Yield the head as its lines are read: merged and whole cells first, then what is under."""
    before = ""
    for index, column in enumerate(table.columns):
        words = _("tên cột {name}").format(name=column_name(column))
        if column.over and column.over != before:
            place = _inside(base, words, "columns", index, "over")
            yield Node(place, Role.TABLE_HEAD, RichText(column.over))
        elif not column.over:
            place = _inside(base, words, "columns", index, "title")
            yield Node(place, Role.TABLE_HEAD, RichText(column.title))
        before = column.over
    for index, column in enumerate(table.columns):
        if column.over:
            words = _("tên cột {name}").format(name=column_name(column))
            place = _inside(base, words, "columns", index, "title")
            yield Node(place, Role.TABLE_HEAD, RichText(column.title))


def _cells(table: Table, row: Row, number: str, base: Place) -> Iterator[Node]:
    for index, (column, cell) in enumerate(zip(table.cell_columns, row.cells, strict=True)):
        words = column_name(column) or _("cột {count}").format(count=index + 1)
        place = _inside(base, words, "cells", index)
        yield Node(place, Role.TABLE_CELL, cell, "" if index else number)


def _inside(base: Place, words: str, *parts: str | int) -> Place:
    label = ", ".join(part for part in (base.label, words) if part)
    return Place(join(base.path, *parts), label)
