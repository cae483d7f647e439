"""Keeps LibreOffice from parting a heading from its text.

While it opens a Word file, LibreOffice deals the paragraphs out to pages by count, before it knows
how high they are. Where a page so begun happens to be where the page really begins, it forgets
that the paragraph before was to stay with the next. A low paragraph below the header, and one
above it, move the count on; we put there as few as it takes for no page to be begun after a
paragraph that is kept, and if two do not do, as serve the first pages. Word does not need them,
and the PDF leaves the same gap.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tdkt_desktop.exports.pieces import Line, TableSheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.exports.pieces import Piece

_HEADER_ROWS: Final = 2
_MOST_LOW: Final = 2
_PAGES: Final = 8
_NODES_OF_SHORT: Final = 100
_SHARE_OF_SHORT, _SHARE_OF_LONG = 25, 20
_NODES_PER_CELL, _NODES_OFF_PER_TABLE = 3, 23


def low_paragraphs(pieces: Sequence[Piece], annexes: Sequence[Piece]) -> int:
    """Return how many low paragraphs belong around the header of the main document."""
    share = _SHARE_OF_LONG if _nodes([*pieces, *annexes]) > _NODES_OF_SHORT else _SHARE_OF_SHORT
    kept = [False] * _HEADER_ROWS
    for piece in pieces:
        rows = len(piece.rows) if isinstance(piece, TableSheet) else 1
        kept += [False] * (rows - 1) + [_is_kept(piece)]
    # Each page takes one more than the first.
    starts = [share + page * (share + 1) for page in range(_PAGES)]
    return min(range(_MOST_LOW + 1), key=lambda low: _parted(kept, low, starts))


def _is_kept(piece: Piece) -> bool:
    return piece.style.keep_next if isinstance(piece, Line) else piece.keep_next


def _parted(kept: list[bool], low: int, starts: list[int]) -> tuple[bool, ...]:
    """Tell of each page whether it would begin right after a paragraph that is kept."""
    places = (start - low - 1 for start in starts)
    return tuple(0 <= place < len(kept) and kept[place] for place in places)


def _nodes(pieces: Sequence[Piece]) -> int:
    """Estimate how long LibreOffice takes the document to be."""
    tables = [piece for piece in pieces if isinstance(piece, TableSheet)]
    cells = sum(len(row.cells) for table in tables for row in table.rows)
    lines = len(pieces) - len(tables)
    return lines + _NODES_PER_CELL * cells - _NODES_OFF_PER_TABLE * len(tables)
