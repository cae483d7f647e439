"""Lays boxes on pages: where a paragraph or a table goes on overleaf, and what stays together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tdkt_desktop.exports.pdf_boxes import Box, RowBox, RuleBox, TableBox, TextBox, kept_height

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
        height = self._chain_height(index)
        return self._top + height <= self._room or height > self._room

    def _chain_height(self, index: int) -> float:
        """Return the height of a box to its end, if others are kept with it, and of their start."""
        height = 0.0
        box = self._boxes[index]
        while box.keep_next and not isinstance(box, TableBox) and index + 1 < len(self._boxes):
            height += box.before + box.height
            index += 1
            box = self._boxes[index]
        return height + box.before + box.start_height

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
        taken: list[RowBox] = [*head]
        height = table.head_height + table.border + table.before
        following = self._chain_height(index + 1) if table.keep_next else 0.0
        while rows:
            ends = all(row.keep_next for row in rows[:-1])
            room = self._room - self._top - height - (following if ends else 0.0)
            kept = kept_height(rows)
            if (kept if self._holds(table, kept) else rows[0].height) <= room:
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

    def _holds(self, table: TableBox, height: float) -> bool:
        """Tell whether an empty page could hold rows of so much height."""
        return table.head_height + table.border + height <= self._room


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
