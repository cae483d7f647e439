"""Cuts a document into its zones: letterhead and title, opening, body, signature, annexes."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.roles import Role
from tdkt_desktop.imports.recognition import official_words as official
from tdkt_desktop.imports.recognition.pieces import Piece
from tdkt_desktop.imports.recognition.texts import (
    ends_sentence,
    is_capitals,
    mostly_capitals,
    unmarked,
    words,
)
from tdkt_desktop.imports.recognition.typed_numbers import SIGNS, NumberStyle
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Zones:
    """The pieces of a document by what they are for, each in reading order."""

    head: list[Piece] = field(default_factory=list)
    opening: list[Piece] = field(default_factory=list)
    body: list[Piece] = field(default_factory=list)
    end: list[Piece] = field(default_factory=list)
    annexes: list[list[Piece]] = field(default_factory=list)


_HEAD_ROLES: Final = {
    Role.NATIONAL_NAME, Role.MOTTO, Role.PARENT_BODY, Role.ISSUING_BODY, Role.NUMBER,
    Role.PLACE_DATE, Role.TITLE, Role.SUBJECT, Role.ADDRESSEE,
}  # fmt: skip
_OPENING_ROLES: Final = {Role.GROUND, Role.PREAMBLE}
END_ROLES: Final = {
    Role.SIGNING_AUTHORITY, Role.SIGNER_TITLE, Role.SIGNER_OFFICE, Role.SIGNER_NAME,
    Role.RECIPIENTS_HEAD, Role.RECIPIENT,
}  # fmt: skip
_ANNEX_ROLES: Final = {Role.ANNEX_LABEL, Role.ANNEX_TITLE, Role.ANNEX_REFERENCE}
_HEAD_LINES: Final = 16
_LONGEST_LABEL: Final = 30
_SIGNATURE_LINES: Final = 8
_LONGEST_TITLE: Final = 15
_ANNEX_HEAD: Final = 5


def cut_zones(pieces: Sequence[Piece]) -> Zones:
    """Cut the pieces of a document, none of them left out, into zones."""
    end = _end_start(pieces)
    annexes = _annex_starts(pieces, end)
    main = annexes[0] if annexes else len(pieces)
    end = main if end is None else min(end, main)
    head = _head_end(pieces[:end])
    body = _body_start(pieces[:end], head)
    edges = [*annexes, len(pieces)]
    parts = [list(pieces[a:b]) for a, b in itertools.pairwise(edges)]
    return Zones(
        list(pieces[:head]), list(pieces[head:body]), list(pieces[body:end]),
        list(pieces[end:main]), parts,
    )  # fmt: skip


# Letterhead and opening ----------------------------------------------------------------------


def _head_end(pieces: Sequence[Piece]) -> int:
    """Return where the text begins: after title and subject, or after the letterhead."""
    styled = [i for i, piece in enumerate(pieces) if piece.role in _HEAD_ROLES]
    if styled:
        return styled[-1] + 1
    title = next((i for i, p in enumerate(pieces[:_HEAD_LINES]) if title_of(p)), None)
    if title is not None:
        return _subject_end(pieces, title)
    last = 0
    for index, piece in enumerate(pieces[:_HEAD_LINES]):
        if _in_letterhead(piece):
            last = index + 1
        elif piece.tables or words(piece.plain) > _LONGEST_LABEL or piece.numbers:
            break
    return last


def _in_letterhead(piece: Piece) -> bool:
    plain = piece.plain
    return not piece.tables and bool(
        official.NUMBER_LINE.match(plain)
        or (official.PLACE_DATE.fullmatch(plain) and "," in plain)
        or official.ADDRESSEE.match(plain)
    )


def title_of(piece: Piece) -> str:
    """Return the kind of document that a line names as its title, empty if it is no title."""
    if piece.tables or piece.role not in (None, Role.TITLE) or piece.numbers:
        return ""
    folded = fold(piece.plain.strip()).rstrip(" .:")
    kind = next((k for k in official.KIND_TITLES if folded == k or folded.startswith(k + " ")), "")
    whole = folded == kind or folded == kind.replace(" ", "")
    if not kind or not (whole or is_capitals(piece.plain[: len(kind)])):
        return ""
    return kind if whole or words(piece.plain) <= _LONGEST_LABEL else ""


def _subject_end(pieces: Sequence[Piece], title: int) -> int:
    """Return where the subject under the title ends."""
    end = title + 1
    whole = fold(pieces[title].plain.strip(" .:")) in official.KIND_TITLES
    while end < len(pieces) and _is_subject(pieces[end], first=end == title + 1 and whole):
        end += 1
    while end < len(pieces) and official.ADDRESSEE.match(pieces[end].plain):
        end += 1
        while end < len(pieces) and _is_listed(pieces[end]):
            end += 1
    return end


def _is_listed(piece: Piece) -> bool:
    dashed = any(number.style in SIGNS for number in piece.numbers)
    return dashed and words(piece.plain) <= _LONGEST_LABEL


def _is_subject(piece: Piece, *, first: bool) -> bool:
    plain = piece.plain
    if piece.tables or piece.numbers or official.ADDRESSEE.match(plain):
        return False
    if (
        official.GROUND.match(plain)
        or words(plain) > _LONGEST_LABEL
        or plain.endswith((".", ";", ":"))
    ):
        return False
    if first:
        return not ends_sentence(plain)
    looks = piece.centered or piece.bold or is_capitals(plain)
    goes_on = plain.startswith("(") or fold(plain).startswith(
        ("nam ", "giai doan", "hoc ky", "cua ")
    )
    return (looks or goes_on) and words(plain) <= _LONGEST_LABEL


def _body_start(pieces: Sequence[Piece], head: int) -> int:
    """Return where the numbered text begins: the first heading."""
    roles = [piece.role for piece in pieces]
    styled = [i for i, role in enumerate(roles) if role in _OPENING_ROLES]
    if styled and styled[-1] >= head:
        return styled[-1] + 1
    if any(role in _HEAD_ROLES for role in roles):
        return head
    shouts = mostly_capitals([piece.plain for piece in pieces if not piece.tables])
    numbered = any(number.values for piece in pieces[head:] for number in piece.numbers)
    for index in range(head, len(pieces)):
        if _opens_body(pieces[index], shouts=shouts):
            return index
        if not numbered and _is_bold_title(pieces[index]):
            return index
    return head if not _announces(pieces[head:]) else _after_announcement(pieces, head)


def _opens_body(piece: Piece, *, shouts: bool) -> bool:
    if piece.tables:
        return True
    if any(number.values for number in piece.numbers):
        first = piece.numbers[0]
        text = piece.without_number(first).plain
        return not official.GROUND.match(text) or first.style is NumberStyle.ROMAN
    if piece.style_name.lower().startswith("heading"):
        return True
    opens = not shouts and is_capitals(piece.plain) and words(piece.plain) > 1
    return opens and not ends_sentence(piece.plain)


def _is_bold_title(piece: Piece) -> bool:
    """Tell whether a line is a title by its look alone, where no title carries a number."""
    bold = piece.bold or (bool(piece.text.marks) and not unmarked(piece.text).marks)
    short = words(piece.plain) <= _LONGEST_TITLE and not ends_sentence(piece.plain.rstrip(": "))
    return bold and short and not official.GROUND.match(piece.plain)


def _announces(pieces: Sequence[Piece]) -> bool:
    return any(piece.plain.endswith(":") or official.GROUND.match(piece.plain) for piece in pieces)


def _after_announcement(pieces: Sequence[Piece], head: int) -> int:
    """Return the place after the sentence that announces the content, or after the grounds."""
    for index in range(head, len(pieces)):
        plain = pieces[index].plain
        if plain.endswith(":") and words(plain) > _ANNEX_HEAD:
            return index + 1
        if not official.GROUND.match(plain.lstrip("-–+* ")):
            return index
    return len(pieces)


# The end -------------------------------------------------------------------------------------


def _end_start(pieces: Sequence[Piece]) -> int | None:
    """Return where the block of recipients and signer begins, None if there is none."""
    styled = [i for i, piece in enumerate(pieces) if piece.role in END_ROLES]
    if styled:
        return styled[0]
    marks = [i for i, p in enumerate(pieces) if not p.tables and official.RECIPIENTS.match(p.plain)]
    anchor = marks[0] if marks else _signature_start(pieces)
    if anchor is None:
        return None
    start = anchor
    while start > 0 and _is_signer_line(pieces[start - 1]):
        start -= 1
    while start < anchor and not official.opens_signature(pieces[start].plain):
        start += 1
    return start


def _is_signer_line(piece: Piece) -> bool:
    """Tell whether a line above the recipients may belong to the signatures."""
    plain = piece.plain
    if piece.tables:
        return False
    if official.is_person(plain) or official.SIGNING_NOTE.fullmatch(plain):
        return True
    numbered = any(number.values for number in piece.numbers)
    return official.is_authority(plain) or (not numbered and official.opens_signature(plain))


def _signature_start(pieces: Sequence[Piece]) -> int | None:
    """Find a signature without recipients: a title in capitals, and soon under it a name."""
    for index, piece in enumerate(pieces):
        plain = piece.plain
        if piece.tables or not is_capitals(plain):
            continue
        if not official.is_authority(plain) and (piece.numbers or not official.is_office(plain)):
            continue
        below = pieces[index + 1 : index + _SIGNATURE_LINES]
        for after in below:
            if after.tables or words(after.plain) > _SIGNATURE_LINES or after.numbers:
                break
            if official.is_name(after.plain):
                return index
    return None


# Annexes -------------------------------------------------------------------------------------


def _annex_starts(pieces: Sequence[Piece], end: int | None) -> list[int]:
    styled = [i for i, piece in enumerate(pieces) if piece.role is Role.ANNEX_LABEL]
    if styled:
        return styled
    first = 0 if end is None else end
    starts = [
        i for i in range(first, len(pieces)) if _is_annex_start(pieces, i, sure=end is not None)
    ]
    if end is None:
        return starts
    rest = _after_signature(pieces, end)
    if rest is not None and (not starts or rest < starts[0]):
        starts.insert(0, rest)
    return starts


def _is_annex_start(pieces: Sequence[Piece], index: int, *, sure: bool) -> bool:
    piece = pieces[index]
    match = None if piece.tables else official.ANNEX.fullmatch(piece.plain.strip())
    if not match or (piece.plain.rstrip().endswith((";", ".")) and match["rest"]):
        return False
    if not match["rest"].strip():
        return True
    if not sure and not is_capitals(piece.plain):
        below = pieces[index + 1 : index + _ANNEX_HEAD]
        return any(p.tables or official.ANNEX_REFERENCE.match(p.plain) for p in below)
    return bool(match["number"]) or is_capitals(piece.plain) or piece.centered or piece.bold


def _after_signature(pieces: Sequence[Piece], end: int) -> int | None:
    """Return where something stands after the signature that is no part of it."""
    seen_name = filed = False
    last_name = None
    for index in range(end, len(pieces)):
        piece = pieces[index]
        plain = piece.plain
        if piece.role in END_ROLES:
            continue
        if piece.tables or piece.role in _ANNEX_ROLES or official.ANNEX_REFERENCE.match(plain):
            return _title_above(index, last_name)
        if official.ANNEX.fullmatch(plain):
            return index
        filed = filed or bool(official.FILED.match(plain))
        if official.is_name(plain):
            seen_name, last_name = True, index
            continue
        if seen_name and filed and not _belongs_to_end(piece):
            return index
    return None


def _title_above(index: int, name: int | None) -> int:
    """Return where the title of an annex without a label begins: after the signer's name."""
    return index if name is None else max(name + 1, index - _ANNEX_HEAD)


def _belongs_to_end(piece: Piece) -> bool:
    plain = piece.plain
    return bool(
        official.RECIPIENTS.match(plain)
        or official.is_authority(plain)
        or official.is_office(plain)
        or official.SIGNING_NOTE.fullmatch(plain)
        or any(number.style in SIGNS for number in piece.numbers)
        or (plain.endswith((";", ".")) and words(plain) <= _ANNEX_HEAD + _SIGNATURE_LINES)
    )
