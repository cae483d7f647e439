"""Documents printed several times on each sheet, to be cut apart: ballots (L93).

The sheet is divided by dashed lines into strips of like height. What does not fit into one strip
goes on in the strips of the next sheet, so that each pile of strips, cut apart, holds the same
copies. Nothing tells one copy from another.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.documents.roles import Role
from tdkt_desktop.exports.pdf_boxes import TableBox, from_mm
from tdkt_desktop.exports.pdf_pages import Paginator, Placed
from tdkt_desktop.exports.pieces import HeaderFlow, Line, Piece, TableSheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tdkt_desktop.exports.pdf_boxes import Box
    from tdkt_desktop.exports.pdf_build import BoxBuilder
    from tdkt_desktop.exports.pieces import Flow

CUT_GAP: Final = 8.0
"""Millimetres between a strip and the dashed line."""
_SPARE: Final = 5.0
"""Millimetres of a strip left empty, since word processors measure a little otherwise."""
_CONTINUED: Final = "(tiếp theo)"


@dataclass(frozen=True, slots=True)
class Strip:
    """What is printed on one strip of a sheet: for Word as pieces, for PDF as laid boxes.

    `header` is None where the document goes on. `used` and `room` are twips.
    """

    header: HeaderFlow | None
    pieces: tuple[Piece, ...]
    placed: tuple[Placed, ...]
    used: float
    room: float


class _Strips(Paginator):
    """Lays boxes on strips; those after the first leave room for a title of their own."""

    def __init__(self, boxes: Sequence[Box], room: float, title: float) -> None:
        super().__init__(boxes, room)
        self._later = room - title

    def _new_page(self) -> None:
        super()._new_page()
        self._room = self._later


def strips_of(flow: Flow, builder: BoxBuilder, copies: int) -> tuple[Strip, ...]:
    """Divide a document into the strips of as many sheets as it needs."""
    sheet = flow.layout.portrait
    height = from_mm(sheet.height - sheet.margins.top - sheet.margins.bottom)
    room = (height - 2 * (copies - 1) * from_mm(CUT_GAP)) // copies
    header = replace(flow.header, low_below=False, low_above=False)
    continued = _continued(flow)
    width = from_mm(sheet.text_width)
    (title,) = builder.boxes([continued], width)
    boxes = [builder.header(header), *builder.boxes(flow.pieces, width)]
    # There is no signature below, which the last piece would be kept with.
    boxes[-1] = replace(boxes[-1], keep_next=False)
    fill = room - from_mm(_SPARE)
    pages = _Strips(boxes, fill, title.before + title.height).run()
    begun: dict[int, int] = {}
    return tuple(
        _strip(page, header if number == 0 else None, flow, continued, title, begun, room)
        for number, page in enumerate(pages)
    )


def _continued(flow: Flow) -> Line:
    """Return the title of a strip on which the document goes on."""
    first = next(piece for piece in flow.pieces if isinstance(piece, Line))
    style = replace(flow.layout.style(Role.TITLE), before=0.0, after=flow.layout.gap)
    return Line(Role.TITLE, style, first.text + RichText(f" {_CONTINUED}"))


def _strip(
    page: list[Placed],
    header: HeaderFlow | None,
    flow: Flow,
    continued: Line,
    title: Box,
    begun: dict[int, int],
    room: float,
) -> Strip:
    pieces = tuple(_pieces(page, flow, begun))
    placed = list(page)
    if header is None:
        down = title.before + title.height
        placed = [replace(one, top=one.top + down) for one in placed]
        placed.insert(0, replace(page[0], box=title, top=title.before))
        pieces = (continued, *pieces)
    used = max(one.top + one.box.height for one in placed)
    return Strip(header, pieces, tuple(placed), used, room)


def _pieces(page: list[Placed], flow: Flow, begun: dict[int, int]) -> Iterator[Piece]:
    """Yield the pieces of a strip; of a table only the rows that stand on it."""
    for placed in page:
        if placed.source == 0:
            continue
        piece = flow.pieces[placed.source - 1]
        start = begun.get(placed.source, 0)
        if isinstance(piece, TableSheet) and isinstance(placed.box, TableBox):
            taken = len(placed.box.rows) - piece.head_rows
            begun[placed.source] = start + taken
            head, rows = piece.rows[: piece.head_rows], piece.rows[piece.head_rows :]
            yield replace(piece, rows=(*head, *rows[start : start + taken]))
        elif not start:
            begun[placed.source] = 1
            yield piece
