"""Lays boxes on pages: where a paragraph or a table goes on overleaf, and what stays together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tdkt_desktop.exports.pdf_boxes import Box, RowBox, RuleBox, TableBox, TextBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.exports.pdf_boxes import CellBox


@dataclass(frozen=True, slots=True)
class Placed:
    """A box, or the part of one, on its page; `top` is measured from the top margin."""

    source: int
    box: Box
    top: float


class Paginator:
    """Fills pages of a given height with boxes, in order."""

    def __init__(self, boxes: Sequence[Box], room: float) -> None:
        self._boxes = boxes
        self._room = room
        self._top = 0.0
        self.pages: list[list[Placed]] = [[]]

    def run(self) -> list[list[Placed]]:
        """Lay all boxes and return the pages."""
        for index, box in enumerate(self._boxes):
            if self._top and not self._chain_fits(index):
                self._new_page()
            if isinstance(box, TextBox):
                self._lay_text(index, box)
            elif isinstance(box, TableBox):
                self._lay_table(index, box)
            else:
                self._put(index, box)
        return self.pages

    def _chain_fits(self, index: int) -> bool:
        """Tell whether a box and those it is kept with can start here.

        A chain that no page could hold is not kept.
        """
        height, chained = 0.0, False
        while self._boxes[index].keep_next and index + 1 < len(self._boxes):
            height += self._boxes[index].before + self._boxes[index].height
            index, chained = index + 1, True
        box = self._boxes[index]
        height += box.before + box.start_height
        return self._top + height <= self._room or (chained and height > self._room)

    def _new_page(self) -> None:
        self.pages.append([])
        self._top = 0.0

    def _put(self, index: int, box: Box) -> None:
        """Lay a box at the current place; a gap above it is lost at the head of a page."""
        if self._top or len(self.pages) == 1:
            self._top += box.before
        self.pages[-1].append(Placed(index, box, self._top))
        self._top += box.height

    def _lay_text(self, index: int, box: TextBox) -> None:
        while True:
            before = box.before if self._top else 0.0
            count = box.lines_for(self._room - self._top - before)
            if not count and not self._top:
                count = self._most_lines(box)
            if count == len(box.lines):
                self._put(index, box)
                return
            if count:
                head, box = box.cut(count)
                self._put(index, head)
            self._new_page()

    def _most_lines(self, box: TextBox) -> int:
        """Return how many lines fill an empty page, for a paragraph that no page holds."""
        return min(len(box.lines), max(1, int(self._room // box.advance)))

    def _lay_table(self, index: int, table: TableBox) -> None:
        head, rows = list(table.rows[: table.head_rows]), list(table.rows[table.head_rows :])
        top_rows = head
        taken: list[RowBox] = [*top_rows]
        height = table.head_height + table.border + table.before
        while rows:
            room = self._room - self._top - height
            if rows[0].height <= room:
                height += rows[0].height
                taken.append(rows.pop(0))
                continue
            if len(taken) > len(head) or self._top:
                if len(taken) > len(head):
                    self._put(index, replace(table, rows=tuple(taken)))
                self._new_page()
            else:
                part, rest = cut_row(rows.pop(0), room, table.border)
                self._put(index, replace(table, rows=(*taken, part)))
                self._new_page()
                rows.insert(0, rest)
            taken, height = [*head], table.head_height + table.border
        self._put(index, replace(table, rows=tuple(taken)))


def cut_row(row: RowBox, room: float, border: float) -> tuple[RowBox, RowBox]:
    """Divide a row that no page can hold: as many lines of each cell as go into the room."""
    pairs = [_cut_cell(cell, room - border) for cell in row.cells]
    upper, lower = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    return _row_of(upper, border), _row_of(lower, border)


def _row_of(cells: list[CellBox], border: float) -> RowBox:
    return RowBox(tuple(cells), max(cell.height for cell in cells) + border)


def _cut_cell(cell: CellBox, room: float) -> tuple[CellBox, CellBox]:
    upper: list[TextBox | RuleBox] = []
    for place, box in enumerate(cell.content):
        if isinstance(box, RuleBox) or box.before + box.height <= room:
            upper.append(box)
            room -= box.before + box.height
            continue
        count = min(len(box.lines) - 1, max(1, int((room - box.before) // box.advance)))
        head, tail = box.cut(count)
        lower = (tail, *cell.content[place + 1 :])
        return replace(cell, content=(*upper, head)), replace(cell, content=lower)
    return replace(cell, content=tuple(upper)), replace(cell, content=())
