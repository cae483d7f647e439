"""Joins what the end of a page or of a line cut: paragraphs, titles, tables."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tdkt_desktop.imports.recognition import official_words as official
from tdkt_desktop.imports.recognition.grids import is_head
from tdkt_desktop.imports.recognition.texts import (
    ends_sentence,
    is_capitals,
    is_open,
    mostly_capitals,
    one_line,
    starts_small,
    words,
)
from tdkt_desktop.imports.recognition.typed_numbers import NumberStyle
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tdkt_desktop.documents.richtext import RichText
    from tdkt_desktop.imports.recognition.pieces import Piece

_SIGN_END: Final = re.compile(r"/[\w&]+-$")
_FULL_LINE: Final = 6
_LONGEST_PARAGRAPH: Final = 8_000
_LONGEST_TITLE: Final = 40
_INDENT: Final = 5.0
"""How far in, in millimetres, the first line of a paragraph stands at least."""


def joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Join paragraphs and tables that go on; what belongs to the pages does not part them."""
    shouts = mostly_capitals([piece.plain for piece in pieces if not piece.tables])
    open_piece: Piece | None = None
    between: list[Piece] = []
    for piece in pieces:
        if piece.left_out:
            between.append(piece)
        elif open_piece and _goes_on(open_piece, piece, shouts=shouts):
            open_piece = _join(open_piece, piece)
        else:
            if open_piece:
                yield open_piece
            yield from between
            between = []
            open_piece = piece
    if open_piece:
        yield open_piece
    yield from between


def _goes_on(first: Piece, second: Piece, *, shouts: bool) -> bool:
    if first.tables or second.tables:
        return _table_goes_on(first, second)
    if first.role or second.role or second.label or len(first.plain) > _LONGEST_PARAGRAPH:
        return False
    if _is_broken_line(first, second):
        return True
    if _stands_alone(first):
        return False
    if _begins_something(second):
        return _is_torn_dash(first, second)
    return _title_goes_on(first, second, shouts=shouts) or _sentence_goes_on(first, second)


def _sentence_goes_on(first: Piece, second: Piece) -> bool:
    """Tell whether running text goes on: the file says so, or its end and beginning do."""
    before, after = first.plain, second.plain
    if before.endswith(";") and official.GROUND.match(before) and not starts_small(after):
        return False
    if not first.hard_break and second.indent_mm - _INDENT < min(first.indent_mm, _INDENT):
        return not second.after_break or not ends_sentence(before) or starts_small(after)
    if ends_sentence(before) or is_capitals(before):
        return False
    cut = not first.hard_break or second.after_break
    if starts_small(after):
        return cut or words(before) >= _FULL_LINE
    return cut and (is_open(before) or before.endswith((",", " và")))


def _is_broken_line(first: Piece, second: Piece) -> bool:
    """Tell whether one of the lines around the text stands on two: its own blank parted it."""
    if official.NO_NUMBER.fullmatch(first.plain):
        return second.plain.startswith("/")
    opened = official.ANNEX_REFERENCE.match(first.plain) and is_open(first.plain)
    return bool(opened) and not second.numbers and second.plain.rstrip(" .").endswith(")")


def _is_torn_dash(first: Piece, second: Piece) -> bool:
    """Tell whether a dash at the beginning of a line only stands between two words.

    It does where a quotation is still open, or where the line stands further left on its page
    than the paragraph before, which has not ended.
    """
    number = next(iter(second.numbers), None)
    if number is None or number.style is not NumberStyle.DASH or ends_sentence(first.plain):
        return False
    quoted = first.plain.count("“") > first.plain.count("”") and "”" in second.plain
    return quoted or (first.paged and first.indent_mm - second.indent_mm > _INDENT)


def _stands_alone(piece: Piece) -> bool:
    """Tell whether a line says by its words that nothing more belongs to it."""
    plain = piece.plain
    return bool(
        official.NUMBER_LINE.match(plain)
        or official.PLACE_DATE.fullmatch(plain)
        or official.RECIPIENTS.fullmatch(plain)
        or official.is_authority(plain)
    )


def _title_goes_on(first: Piece, second: Piece, *, shouts: bool) -> bool:
    """Tell whether a numbered title stands on two lines: `Phần I` over its title, or capitals."""
    number = next(iter(first.numbers), None)
    if number is None or not number.values or words(second.plain) > _LONGEST_TITLE:
        return False
    rest = first.without_number(number).plain
    if not rest:
        return number.style is NumberStyle.PART and not first.label
    capitals = is_capitals(rest) and is_capitals(second.plain)
    return capitals and not shouts and not ends_sentence(rest)


def _begins_something(piece: Piece) -> bool:
    """Tell whether a paragraph opens with a number or a word that never goes on with another."""
    plain = piece.plain
    return bool(
        piece.numbers
        or official.RECIPIENTS.match(plain)
        or official.NUMBER_LINE.match(plain)
        or official.is_authority(plain)
        or official.ANNEX_REFERENCE.match(plain)
        or fold(plain).strip() in official.KIND_TITLES
    )


def _table_goes_on(first: Piece, second: Piece) -> bool:
    """Tell whether a table goes on over the page: as many columns, no other head."""
    if not (first.tables and second.tables):
        return False
    one, other = first.tables[0].rows[:1], second.tables[0].rows[:1]
    if [len(row) for row in one] != [len(row) for row in other]:
        return False
    texts = [[fold(cell.text.plain) for row in rows for cell in row] for rows in (one, other)]
    return texts[0] == texts[1] or not any(map(is_head, other))


def _join(first: Piece, second: Piece) -> Piece:
    sources = (*first.sources, *(s for s in second.sources if s not in first.sources))
    return replace(
        first,
        text=first.text if first.tables else _joined_text(first.text, second.text),
        sources=sources,
        joined=True,
        hard_break=second.hard_break,
        tables=first.tables + second.tables,
    )


def _joined_text(first: RichText, second: RichText) -> RichText:
    """Join two texts with a space; a sign such as `KH-HĐTĐKT` broken at its hyphen needs none."""
    gap = "" if _SIGN_END.search(first.plain) and second.plain[:1].isupper() else " "
    return first.stripped() + gap + one_line(second).stripped()
