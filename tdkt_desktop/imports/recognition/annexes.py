"""Reads an annex: its label, its title, the words that tie it to the document, its content."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.document import Orientation
from tdkt_desktop.documents.roles import Role
from tdkt_desktop.imports.recognition import official_words as official
from tdkt_desktop.imports.recognition.bodies import read_blocks
from tdkt_desktop.imports.recognition.heads import item_of, table_items
from tdkt_desktop.imports.recognition.texts import ends_sentence, is_capitals, unmarked, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tdkt_desktop.imports.reading import UnderstoodItem
    from tdkt_desktop.imports.recognition.pieces import Piece

_TITLE_LINES: Final = 4
_LONGEST_TITLE: Final = 45


def read_annex(pieces: Sequence[Piece], index: int) -> Iterator[UnderstoodItem]:
    """Yield what stands in the annex with the number `index`, counted from 0."""
    lies = Orientation.LANDSCAPE if pieces[0].landscape else Orientation.PORTRAIT
    head = _head_end(pieces)
    items = [*_head(pieces[:head]), *read_blocks(pieces[head:])]
    for item in items:
        yield replace(item, annex=index, orientation=lies)


def _head_end(pieces: Sequence[Piece]) -> int:
    """Return where the content begins: after label, title and reference."""
    styled = [i for i, piece in enumerate(pieces) if piece.role in _HEAD_ROLES]
    if styled:
        return styled[-1] + 1
    start = 1 if _label(pieces[0]) else 0
    reference = next(
        (
            i
            for i in range(start, min(len(pieces), start + _TITLE_LINES))
            if _is_reference(pieces[i])
        ),
        None,
    )
    if reference is not None:
        return reference + 1
    end = start
    while end < len(pieces) and end - start < _TITLE_LINES and _is_title(pieces, end, start):
        end += 1
    return end + 1 if end < len(pieces) and _is_reference(pieces[end]) else end


_HEAD_ROLES: Final = {Role.ANNEX_LABEL, Role.ANNEX_TITLE, Role.ANNEX_REFERENCE}


def _is_reference(piece: Piece) -> bool:
    return not piece.tables and bool(official.ANNEX_REFERENCE.match(piece.plain))


def _is_title(pieces: Sequence[Piece], index: int, start: int) -> bool:
    """Tell whether a line above the content is (a line of) the title."""
    piece = pieces[index]
    if piece.tables or piece.numbers or piece.role or words(piece.plain) > _LONGEST_TITLE:
        return False
    if ends_sentence(piece.plain):
        return False
    if is_capitals(piece.plain) or piece.centered or piece.bold:
        return True
    over_table = index + 1 < len(pieces) and bool(pieces[index + 1].tables)
    return index == start and (over_table or bool(_label(pieces[0])))


def _label(piece: Piece) -> str:
    """Return the label of an annex, empty if the line carries none."""
    if piece.tables or piece.role not in (None, Role.ANNEX_LABEL):
        return ""
    match = official.ANNEX.fullmatch(piece.plain)
    return piece.plain[: match.start("rest")] if match else ""


def _head(pieces: Sequence[Piece]) -> Iterator[UnderstoodItem]:
    for index, piece in enumerate(pieces):
        if piece.tables:
            yield from table_items(piece)
            continue
        if piece.role:
            yield _styled(piece)
            continue
        label = _label(piece) if index == 0 else ""
        if label:
            yield from _labelled(piece, label)
        elif _is_reference(piece):
            yield item_of(piece, Role.ANNEX_REFERENCE, unmarked(piece.text))
        else:
            yield item_of(piece, Role.ANNEX_TITLE, unmarked(piece.text))


def _styled(piece: Piece) -> UnderstoodItem:
    item = item_of(piece, piece.role or Role.ANNEX_TITLE)
    return replace(item, found_number=_number(piece)) if piece.role is Role.ANNEX_LABEL else item


def _labelled(piece: Piece, label: str) -> Iterator[UnderstoodItem]:
    item = item_of(piece, Role.ANNEX_LABEL, unmarked(piece.text[: len(label)].stripped()))
    yield replace(item, found_number=_number(piece))
    rest = piece.text[len(label) :].stripped()
    if not rest:
        return
    cut = rest.plain.lower().find("(kèm theo")
    if cut > 0:
        yield item_of(piece, Role.ANNEX_TITLE, unmarked(rest[:cut].stripped()))
        yield item_of(piece, Role.ANNEX_REFERENCE, unmarked(rest[cut:].stripped()))
    else:
        yield item_of(piece, Role.ANNEX_TITLE, unmarked(rest))


def _number(piece: Piece) -> str:
    match = official.ANNEX.match(piece.plain)
    return (match["number"] or "") if match else ""
