"""Says what each line below the text is: recipients and signer; finds the closing paragraphs."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.documents.roles import Role
from tdkt_desktop.imports.reading import Flag, LeftOut, UnderstoodItem
from tdkt_desktop.imports.recognition import official_words as official
from tdkt_desktop.imports.recognition.heads import item_of, table_items
from tdkt_desktop.imports.recognition.texts import is_capitals, unmarked
from tdkt_desktop.imports.recognition.typed_numbers import SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tdkt_desktop.imports.recognition.pieces import Piece

_POWER: Final = ("TM", "T/M")
_MOST_SIGNERS: Final = 4


def read_end(pieces: Sequence[Piece]) -> Iterator[UnderstoodItem]:
    """Yield what stands in the block of recipients and signer."""
    reader = _EndReader()
    for piece in pieces:
        if piece.tables:
            yield from table_items(piece)
        else:
            yield reader.read(piece)


class _EndReader:
    """Goes down the lines of the two columns, in whatever order they come."""

    def __init__(self) -> None:
        self._in_recipients = False
        self._authority = ""
        self._titled = False
        self._dashed = False
        self._names = 0

    def read(self, piece: Piece) -> UnderstoodItem:
        if piece.role:
            return self._styled(piece)
        plain = piece.plain.strip()
        if official.RECIPIENTS.match(plain):
            self._in_recipients = True
            return item_of(piece, Role.RECIPIENTS_HEAD)
        sign = next((n for n in piece.numbers if n.style in SIGNS), None)
        if sign:
            self._dashed = True
            self._in_recipients = not official.FILED.match(piece.without_number(sign).plain)
            return item_of(piece, Role.RECIPIENT, _filed(piece.without_number(sign)))
        role = self._signer_role(piece, plain)
        if role is Role.SIGNER_NAME:
            self._names, self._titled, self._authority = self._names + 1, False, ""
        if role:
            return item_of(piece, role, unmarked(piece.text))
        if official.SIGNING_NOTE.fullmatch(plain):
            return UnderstoodItem(piece.sources, None, piece.text, left_out=LeftOut.SIGNING_NOTE)
        return self._other(piece, plain)

    def _styled(self, piece: Piece) -> UnderstoodItem:
        sign = next((n for n in piece.numbers if n.style in SIGNS), None)
        if piece.role is Role.RECIPIENT:
            return item_of(piece, Role.RECIPIENT, piece.without_number(sign))
        return item_of(piece, piece.role or Role.RECIPIENT)

    def _signer_role(self, piece: Piece, plain: str) -> Role | None:
        """Tell authority, title, office and name apart; a title under a title is the office."""
        if official.is_authority(plain):
            self._authority, self._in_recipients = plain, False
            return Role.SIGNING_AUTHORITY
        if is_capitals(plain) and official.is_office(plain):
            self._in_recipients = False
            second, self._titled = self._titled, True
            return Role.SIGNER_OFFICE if second else Role.SIGNER_TITLE
        if official.opens_signature(plain):
            self._in_recipients = False
            return Role.SIGNING_AUTHORITY
        if is_capitals(plain) and self._authority.startswith(_POWER) and not self._titled:
            return Role.SIGNING_AUTHORITY
        named = official.is_person(plain) and not plain.endswith((";", ".", ","))
        listed = self._in_recipients and not (self._dashed or self._titled or piece.bold)
        return Role.SIGNER_NAME if named and not listed and self._names < _MOST_SIGNERS else None

    def _other(self, piece: Piece, plain: str) -> UnderstoodItem:
        if self._in_recipients or plain.endswith((";", ".")) or official.FILED.match(plain):
            return item_of(piece, Role.RECIPIENT)
        if self._names:
            return item_of(piece, Role.RECIPIENT).flagged(Flag.DOUBTFUL)
        if is_capitals(plain):
            return item_of(piece, Role.SIGNER_TITLE, unmarked(piece.text)).flagged(Flag.DOUBTFUL)
        self._names += 1
        return item_of(piece, Role.SIGNER_NAME, unmarked(piece.text)).flagged(Flag.DOUBTFUL)


def _filed(text: RichText) -> RichText:
    """Put the colon into `Lưu VT`, which has one (L72)."""
    match = re.match(r"Lưu[.,;]?(?=\s+\w)", text.plain)
    return RichText("Lưu:") + text[match.end() :] if match else text


def with_closing(items: Sequence[UnderstoodItem]) -> list[UnderstoodItem]:
    """Turn the paragraphs that end the body into its closing where their words say so."""
    items = list(items)
    first = len(items)
    while first and items[first - 1].role is Role.PARAGRAPH:
        first -= 1
    start = next(
        (i for i in range(first, len(items)) if official.CLOSING.match(items[i].text.plain)), None
    )
    if start is None:
        return items
    return items[:start] + [replace(item, role=Role.CLOSING) for item in items[start:]]
