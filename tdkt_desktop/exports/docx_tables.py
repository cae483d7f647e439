"""Writes tables of a Word document: those of data, and those that only place two columns."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.roles import Role
from tdkt_desktop.documents.word_styles import STYLE_IDS
from tdkt_desktop.exports.docx_styles import jc
from tdkt_desktop.exports.docx_xml import (
    element,
    paragraph,
    points,
    rich_runs,
    size_properties,
    twips,
)
from tdkt_desktop.exports.pieces import RowKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.documents.page_settings import Layout, RoleStyle
    from tdkt_desktop.exports.pieces import Cell, TableRow, TableSheet

_EIGHTHS_PER_POINT: Final = 8
_SIDES: Final = ("top", "left", "bottom", "right", "insideH", "insideV")


def grid(widths: Sequence[float]) -> tuple[int, ...]:
    """Return widths of columns in twips whose sum is the width of the table, rounded once."""
    edges = [0, *(twips(edge) for edge in accumulate(widths))]
    return tuple(right - left for left, right in pairwise(edges))


def plain_table(widths: Sequence[float], rows: Sequence[Sequence[str]], hang: float = 0.0) -> str:
    """Return a table without borders and padding; each cell holds finished paragraphs (L27)."""
    columns = grid(widths)
    properties = _table_properties(columns, "", (0, 0), hang)
    shown = (
        element(
            "tr",
            "<w:trPr><w:cantSplit/></w:trPr>",
            *(
                element("tc", element("tcPr", _width("tcW", width)), content)
                for width, content in zip(columns, row, strict=True)
            ),
        )
        for row in rows
    )
    return element("tbl", properties, _grid(columns), *shown)


def data_table(sheet: TableSheet, layout: Layout) -> str:
    """Return a table of data: its head repeats, its rows stay whole (L85-L88)."""
    rules = layout.profile.table
    columns = grid(sheet.widths)
    border = round(rules.border * _EIGHTHS_PER_POINT)
    borders = element(
        "tblBorders",
        *(element(side, val="single", sz=border, space=0, color="000000") for side in _SIDES),
    )
    padding = (points(rules.cell_gap), twips(rules.padding))
    writer = _CellWriter(layout, sheet.size, columns)
    last = len(sheet.rows) - 1
    rows = (
        writer.row(row, keep_next=sheet.keep_next and index == last)
        for index, row in enumerate(sheet.rows)
    )
    return element("tbl", _table_properties(columns, borders, padding), _grid(columns), *rows)


def _table_properties(
    columns: Sequence[int], borders: str, padding: tuple[int, int], hang: float = 0.0
) -> str:
    high, wide = padding
    margins = (("top", high), ("left", wide), ("bottom", high), ("right", wide))
    return element(
        "tblPr",
        _width("tblW", sum(columns)),
        _width("tblInd", -twips(hang)),
        borders,
        element("tblLayout", type="fixed"),
        element("tblCellMar", *(_width(side, width) for side, width in margins)),
    )


def _width(tag: str, width: int) -> str:
    return f'<w:{tag} w:w="{width}" w:type="dxa"/>'


def _grid(columns: Sequence[int]) -> str:
    return element("tblGrid", *(f'<w:gridCol w:w="{width}"/>' for width in columns))


class _CellWriter:
    """Writes the rows of one table; what all cells of a kind share is written once."""

    def __init__(self, layout: Layout, size: float, columns: Sequence[int]) -> None:
        self._columns = columns
        roles = (Role.TABLE_HEAD, Role.TABLE_GROUP, Role.TABLE_CELL)
        self._styles: dict[Role, RoleStyle] = {role: layout.style(role) for role in roles}
        self._size = {
            role: "" if style.size == size else size_properties(size)
            for role, style in self._styles.items()
        }

    def row(self, row: TableRow, *, keep_next: bool) -> str:
        """Return a row."""
        whole = "" if row.may_split else "<w:cantSplit/>"
        head = "<w:tblHeader/>" if row.kind is RowKind.HEAD else ""
        cells = []
        place = 0
        for cell in row.cells:
            width = sum(self._columns[place : place + cell.columns])
            cells.append(self._cell(cell, width, keep_next=keep_next))
            place += cell.columns
        height = element("trHeight", val=twips(row.height)) if row.height else ""
        properties = element("trPr", whole, height, head) if whole or height or head else ""
        return element("tr", properties, *cells)

    def _cell(self, cell: Cell, width: int, *, keep_next: bool) -> str:
        span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
        merge = '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
        merge = "<w:vMerge/>" if cell.covered else merge
        middle = '<w:vAlign w:val="center"/>' if cell.role is Role.TABLE_HEAD else ""
        properties = f"<w:tcPr>{_width('tcW', width)}{span}{merge}{middle}</w:tcPr>"
        return f"<w:tc>{properties}{self._text(cell, keep_next=keep_next)}</w:tc>"

    def _text(self, cell: Cell, *, keep_next: bool) -> str:
        style, size = self._styles[cell.role], self._size[cell.role]
        keep = "<w:keepNext/>" if keep_next else ""
        align = jc(cell.align) if cell.align is not style.align else ""
        mark = f"<w:rPr>{size}</w:rPr>" if size and not cell.text.plain else ""
        runs = rich_runs(cell.text, style, size)
        return paragraph(STYLE_IDS[cell.role], runs, properties=keep + align + mark)
