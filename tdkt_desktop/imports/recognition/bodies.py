"""Reads the running text of a document or of an annex: headings, clauses, paragraphs, tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdkt_desktop.imports.reading import Flag, UnderstoodItem
from tdkt_desktop.imports.recognition.block_roles import block_roles
from tdkt_desktop.imports.recognition.heads import table_items
from tdkt_desktop.imports.recognition.levels import find_levels
from tdkt_desktop.imports.recognition.texts import unmarked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tdkt_desktop.documents.roles import Role
    from tdkt_desktop.imports.recognition.levels import Place
    from tdkt_desktop.imports.recognition.pieces import Piece


def read_blocks(pieces: Sequence[Piece]) -> Iterator[UnderstoodItem]:
    """Yield the blocks of a text, with levels, numbers as found, and tables understood."""
    places = find_levels(pieces)
    for piece, place, role in zip(pieces, places, block_roles(pieces, places), strict=True):
        if piece.tables:
            yield from table_items(piece)
        elif role:
            yield _text(piece, place, role)


def _text(piece: Piece, place: Place, role: Role) -> UnderstoodItem:
    text = piece.without_number(place.number)
    number = place.number
    item = UnderstoodItem(
        piece.sources, role, text, found_number=number.written if number else "", flags=place.flags
    )
    if item.is_heading and not piece.role:
        item = UnderstoodItem(
            piece.sources, role, unmarked(text), item.found_number, flags=item.flags
        )
    return item.flagged(Flag.JOINED) if piece.joined else item
