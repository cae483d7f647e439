"""Tables in a PDF, told by the lines that are drawn around their cells."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeAlias

from tdkt_desktop.documents.richtext import RichText, Run
from tdkt_desktop.imports.pdf_text import make_lines
from tdkt_desktop.imports.rich_builder import join_runs
from tdkt_desktop.imports.source import SourceCell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tdkt_desktop.imports.pdf_text import Line, Word

Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right, bottom."""
_TOLERANCE: Final = 3.0
_MAX_PLACES: Final = 20_000


def inside(word: Word, box: Box) -> bool:
    """Tell whether the centre of a word lies in a box."""
    return box[0] <= (word.x0 + word.x1) / 2 <= box[2] and box[1] <= word.middle <= box[3]


def table_cells(boxes: Sequence[Box], words: Sequence[Word]) -> tuple[tuple[SourceCell, ...], ...]:
    """Put the cells of a table on a full grid, with the words that stand in them."""
    columns = _edges(edge for box in boxes for edge in (box[0], box[2]))
    rows = _edges(edge for box in boxes for edge in (box[1], box[3]))
    width, height = len(columns) - 1, len(rows) - 1
    if width < 1 or height < 1 or width * height > _MAX_PLACES:
        return ()
    grid = [[SourceCell(RichText()) for _column in range(width)] for _row in range(height)]
    for box in boxes:
        left, right = _place(columns, box[0]), max(_place(columns, box[2]), 1)
        top, bottom = _place(rows, box[1]), max(_place(rows, box[3]), 1)
        for row in range(top, bottom):
            for column in range(left, right):
                grid[row][column] = SourceCell(RichText(), covered=True)
        text = cell_text([word for word in words if inside(word, box)], box)
        if top < height and left < width:
            grid[top][left] = SourceCell(text, max(right - left, 1), max(bottom - top, 1))
    return tuple(tuple(row) for row in grid)


def cell_text(words: Sequence[Word], box: Box) -> RichText:
    """Return the text of a cell; a line end is kept where the next word would have fitted."""
    return join_runs(_cell_runs(make_lines(words), box[2] - box[0]))


def _cell_runs(lines: Sequence[Line], width: float) -> Iterator[Run]:
    margin = 2 * min((line.size for line in lines), default=0) * 0.45
    for line, following in pairwise(lines):
        yield from line.runs()
        first = following.words[0]
        space = 0.3 * line.size
        fits = (line.x1 - line.x0) + space + (first.x1 - first.x0) < width - margin - _TOLERANCE
        same_row = following.top < line.bottom - 0.5 * line.size
        bold, italic = line.words[-1].bold and first.bold, line.words[-1].italic and first.italic
        yield Run("\n" if fits and not same_row else " ", bold, italic)
    if lines:
        yield from lines[-1].runs()


def _edges(values: Iterable[float]) -> list[float]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > _TOLERANCE:
            edges.append(value)
    return edges


def _place(edges: Sequence[float], value: float) -> int:
    return min(bisect_left(edges, value - _TOLERANCE), len(edges) - 1)
