"""Measures the printable pieces of a document: from lines and tables to boxes."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.layout_profile import Align
from tdkt_desktop.exports.pdf_boxes import (
    Box,
    CellBox,
    DrawingBox,
    RowBox,
    RuleBox,
    TableBox,
    TextBox,
    from_mm,
    from_points,
)
from tdkt_desktop.exports.pdf_text import Look, break_lines
from tdkt_desktop.exports.pieces import DrawingPiece, Line, RuleLine, TableSheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tdkt_desktop.documents.page_settings import Layout
    from tdkt_desktop.exports.pdf_fonts import Substitutions
    from tdkt_desktop.exports.pieces import (
        Cell,
        HeaderFlow,
        Piece,
        SignatureFlow,
        TableRow,
    )


SPACER: Final = from_points(1)
"""The height of the lowest paragraph of the Word file."""


class BoxBuilder:
    """Measures pieces under a layout; letters that the faces lack are replaced on the way."""

    def __init__(self, layout: Layout, substitutions: Substitutions) -> None:
        self._layout = layout
        self._substitutions = substitutions

    def boxes(self, pieces: Iterable[Piece], width: float) -> list[Box]:
        """Measure pieces in a column of `width` twips.

        The Word file needs a low paragraph between tables that touch, so a gap stands here.
        """
        measured = [self._box(piece, width) for piece in pieces]
        for index, (above, box) in enumerate(pairwise(measured), 1):
            if isinstance(above, TableBox) and isinstance(box, TableBox):
                measured[index] = replace(box, before=SPACER)
        return measured

    def _box(self, piece: Piece, width: float) -> Box:
        if isinstance(piece, Line):
            return self._text(piece, width)
        if isinstance(piece, DrawingPiece):
            return _picture(piece, width)
        return self._rule(piece) if isinstance(piece, RuleLine) else self._table(piece)

    def _text(self, line: Line, width: float) -> TextBox:
        style = line.style
        left = from_mm(line.left)
        room = width - left - from_mm(line.right)
        first = from_mm(style.indent)
        look = Look(style.size, style.bold, style.italic)
        text = self._substitutions.apply(line.printed)
        return TextBox(
            lines=break_lines(text, look, room - first, room),
            look=look,
            width=room,
            align=style.align,
            left=left,
            first=first,
            before=from_points(style.before),
            after=from_points(style.after),
            spacing=style.line,
            keep_next=style.keep_next,
        )

    def _rule(self, rule: RuleLine) -> RuleBox:
        rules = self._layout.profile.lines
        return RuleBox(
            length=from_mm(rule.length),
            width=from_mm(rule.room),
            thickness=from_points(rules.thickness),
            height=from_points(rules.height + rules.thickness + rule.after),
            keep_next=rule.keep_next,
        )

    def header(self, header: HeaderFlow) -> TableBox:
        """Measure the block above the title."""
        widths = (from_mm(header.left_width), from_mm(header.right_width))
        gap = from_points(header.row_gap)
        below = [(line,) if line else () for line in (header.number, header.place_date)]
        rows = (
            self._columns(widths, (header.left, header.right)),
            self._columns(widths, below, gap),
        )
        return TableBox(rows, left=-from_mm(header.hang))

    def signature(self, signature: SignatureFlow) -> TableBox:
        """Measure the block below the text."""
        widths = (from_mm(signature.left_width), from_mm(signature.right_width))
        return TableBox((self._columns(widths, (signature.left, signature.right)),))

    def _columns(
        self,
        widths: Sequence[float],
        columns: Sequence[Sequence[Line | RuleLine]],
        gap: float = 0.0,
    ) -> RowBox:
        """Measure a row without borders: each column a stack of pieces, a gap above all."""
        edges = accumulate(widths, initial=0.0)
        cells = tuple(
            CellBox(edge, width, self._stack(pieces, width))
            for edge, width, pieces in zip(edges, widths, columns, strict=False)
        )
        return RowBox(cells, max(cell.height for cell in cells) + gap, gap)

    def _stack(
        self, pieces: Iterable[Line | RuleLine], width: float
    ) -> tuple[TextBox | RuleBox, ...]:
        return tuple(
            self._text(piece, width) if isinstance(piece, Line) else self._rule(piece)
            for piece in pieces
        )

    def _table(self, table: TableSheet) -> TableBox:
        rules = self._layout.profile.table
        edges = [from_mm(edge) for edge in accumulate(table.widths, initial=0.0)]
        border = from_points(rules.border)
        cells = [self._table_row(row, edges, table.size) for row in table.rows]
        rows = zip(_with_heights(cells, border), self._kept(table), strict=True)
        return TableBox(
            rows=tuple(replace(row, keep_next=kept) for row, kept in rows),
            head_rows=table.head_rows,
            border=border,
            padding=from_mm(rules.padding),
            keep_next=table.keep_next,
        )

    def _kept(self, table: TableSheet) -> list[bool]:
        """Tell of each row whether it stays with the next; the first cell speaks for its row."""
        return [self._layout.style(row.cells[0].role).keep_next for row in table.rows]

    def _table_row(self, row: TableRow, edges: Sequence[float], size: float) -> tuple[CellBox, ...]:
        cells, column = [], 0
        for cell in row.cells:
            left, right = edges[column], edges[column + cell.columns]
            cells.append(self._cell(cell, left, right - left, size))
            column += cell.columns
        return tuple(cells)

    def _cell(self, cell: Cell, left: float, width: float, size: float) -> CellBox:
        rules = self._layout.profile.table
        style = self._layout.style(cell.role)
        room = width - 2 * from_mm(rules.padding)
        look = Look(size, style.bold, style.italic)
        gap = from_points(rules.cell_gap)
        text = TextBox(
            lines=break_lines(self._substitutions.apply(cell.text), look, room, room),
            look=look,
            width=room,
            align=cell.align,
            before=gap,
            after=gap,
        )
        head = cell.align is Align.CENTER and style.bold
        return CellBox(left, width, (text,), cell.rows, cell.covered, middle=head)


def _picture(piece: DrawingPiece, width: float) -> DrawingBox:
    return DrawingBox(
        piece.drawing,
        width=width,
        height=from_mm(piece.drawing.height),
        before=from_points(piece.before),
        keep_next=piece.keep_next,
    )


def _with_heights(rows: Sequence[tuple[CellBox, ...]], border: float) -> Iterable[RowBox]:
    """Make each row as high as its cells need; what reaches over two rows asks of the second."""
    owed: list[float] = []
    for cells in rows:
        own = max(
            (cell.height for cell in cells if cell.rows == 1 and not cell.covered), default=0.0
        )
        height = max(own + border, *owed) if owed else own + border
        owed = [cell.height + border - height for cell in cells if cell.rows > 1]
        yield RowBox(cells, height)
