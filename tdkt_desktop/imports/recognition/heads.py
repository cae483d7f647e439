"""Says what each line above the text is: letterhead, title, subject, grounds, preamble."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.roles import Role
from tdkt_desktop.imports.reading import Flag, UnderstoodItem
from tdkt_desktop.imports.recognition import official_words as official
from tdkt_desktop.imports.recognition.tables import read_table
from tdkt_desktop.imports.recognition.texts import split_at, unmarked, words
from tdkt_desktop.imports.recognition.typed_numbers import SIGNS
from tdkt_desktop.imports.recognition.zones import title_of
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tdkt_desktop.documents.richtext import RichText
    from tdkt_desktop.imports.recognition.pieces import Piece

_ANY_YEAR: Final = re.compile(r"\b(19|20)\d{2}\b")
_LONGEST_GROUND_HEAD: Final = 12
_ONCE: Final = {Role.NUMBER, Role.PLACE_DATE, Role.TITLE}


def item_of(piece: Piece, role: Role, text: RichText | None = None) -> UnderstoodItem:
    """Make an item that plays `role` out of a piece."""
    item = UnderstoodItem(piece.sources, role, piece.text if text is None else text)
    return item.flagged(Flag.JOINED) if piece.joined else item


def table_items(piece: Piece) -> Iterator[UnderstoodItem]:
    """Yield the item of a table; nothing if the table is empty."""
    table = read_table(piece.tables)
    if table:
        item = UnderstoodItem(piece.sources, table=table)
        yield item.flagged(Flag.JOINED) if piece.joined else item


def read_head(pieces: Sequence[Piece]) -> Iterator[UnderstoodItem]:
    """Yield what stands in the letterhead, the title, the subject and the addressees."""
    bodies = [p for p in pieces if not (p.tables or p.role)]
    names = [p for p in bodies if _part(p, titled=False) is None and _before_title(p, pieces)]
    start = _issuer_start(names)
    parents = names[:start]
    titled = addressed = False
    once: set[Role] = set()
    for piece in pieces:
        if piece.tables:
            yield from table_items(piece)
            continue
        role = piece.role or _part(piece, titled=titled)
        if role in once and not piece.role:
            role = None
        once |= {role} & _ONCE if role else set()
        if role is Role.TITLE:
            titled = True
            yield from _title(piece)
            continue
        addressed = addressed or role is Role.ADDRESSEE
        if role is None:
            role = _other(piece, parents, titled=titled, addressed=addressed)
        yield item_of(piece, role, unmarked(piece.text))


def _before_title(piece: Piece, pieces: Sequence[Piece]) -> bool:
    title = next((i for i, p in enumerate(pieces) if title_of(p)), len(pieces))
    return piece in pieces[:title]


def _part(piece: Piece, *, titled: bool) -> Role | None:
    """Return the role of a line that says by its own words what it is."""
    plain = piece.plain
    if official.ADDRESSEE.match(plain):
        return Role.ADDRESSEE
    if title_of(piece):
        return Role.TITLE
    if not titled and (official.NUMBER_LINE.match(plain) or official.NO_NUMBER.fullmatch(plain)):
        return Role.NUMBER
    if not titled and official.PLACE_DATE.fullmatch(plain):
        return Role.PLACE_DATE
    return None


def _other(piece: Piece, parents: Sequence[Piece], *, titled: bool, addressed: bool) -> Role:
    if addressed:
        return Role.ADDRESSEE
    if titled:
        return Role.SUBJECT
    return Role.PARENT_BODY if piece in parents else Role.ISSUING_BODY


def _issuer_start(bodies: Sequence[Piece]) -> int:
    """Return which line begins the name of the issuer: the last one that begins with a body.

    The lines above it are the body that the issuer belongs to.
    """
    starts = [i for i, p in enumerate(bodies) if fold(p.plain).startswith(official.BODY_WORDS)]
    bold = [i for i, piece in enumerate(bodies) if piece.bold]
    if bold and len(bold) < len(bodies):
        return bold[0]
    return starts[-1] if starts else 0


def _title(piece: Piece) -> Iterator[UnderstoodItem]:
    """Yield the title, and the subject where it stands on the same line."""
    kind = title_of(piece)
    length = len(kind) if kind and not piece.role else len(piece.plain)
    bare = piece.text[:length].stripped()
    yield item_of(piece, Role.TITLE, unmarked(bare))
    rest = piece.text[length:].stripped()
    if rest and rest.plain.strip(" .:-–"):
        yield item_of(piece, Role.SUBJECT, unmarked(rest))


# Grounds and preamble ------------------------------------------------------------------------


def read_opening(pieces: Sequence[Piece]) -> Iterator[UnderstoodItem]:
    """Yield the grounds that open the text, and the paragraphs that lead to its content."""
    grounds = True
    for piece in pieces:
        if piece.tables:
            yield from table_items(piece)
            continue
        if piece.role:
            yield item_of(piece, piece.role)
            continue
        text = _without_sign(piece)
        grounds = grounds and _is_ground(text.plain)
        if not grounds:
            yield item_of(piece, Role.PREAMBLE, text)
            continue
        parts = split_at(text, *(m.start() + 1 for m in official.NEXT_GROUND.finditer(text.plain)))
        for part in parts:
            item = item_of(piece, Role.GROUND, part)
            yield item.flagged(Flag.SPLIT) if len(parts) > 1 else item


def _without_sign(piece: Piece) -> RichText:
    """Return the text without a dash; a number too goes where it counts grounds."""
    number = next(iter(piece.numbers), None)
    rest = piece.without_number(number)
    counts = number is not None and (number.style in SIGNS or _is_ground(rest.plain))
    return rest if counts else piece.text


def _is_ground(plain: str) -> bool:
    """Tell whether a paragraph is a ground and not the sentence that announces the content."""
    if not official.GROUND.match(plain):
        return False
    announces = plain.rstrip().endswith((":", "sau", "sau."))
    return not (announces and words(plain) > _LONGEST_GROUND_HEAD)
