"""Cuts a scanned line into words: what may be restored, and what is kept as it was read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_CHUNK: Final = re.compile(r"\S+")
_EDGE: Final = ".,;:(){}[]“”\"'«»‘’`´!?…–—~*•_=<>^"
_LEADING: Final = re.compile(rf"^[{re.escape(_EDGE)}\-+]*")
_TRAILING: Final = re.compile(rf"[{re.escape(_EDGE)}\-/]*$")
_HYPHENS: Final = re.compile(r"(?<=[^\W\d_])[-–](?=[^\W\d_])|(?<=[^\W_])[,.;](?=[^\W\d_])")
_DIGITS: Final = re.compile(r"[\d/.,:%\-–]+")
_CLASS: Final = re.compile(r"\d+[A-ZĐ]\d*")
_ROMAN: Final = re.compile(r"[IVXLHl1]+")
_LABEL: Final = re.compile(r"[A-Za-zđĐ][.)]")
_BREAK: Final = re.compile(r"[.;:!?()]")
_NAMED: Final = re.compile(r"(?:https?|www\.|\S+@\S+\.)", re.IGNORECASE)
_CODE: Final = re.compile(r"\d*/[^\W\d_]|[^\W_]-[^\W\d_]+/")
_NUMBER_WORD: Final = re.compile(r"[$Ss][6ốóôo5éd0]?:\d+")
_LONGEST: Final = 30
"""From more signs than that on it is no garbled word: a line without blanks, an address, a code."""


class Kind(Enum):
    """How a word is treated."""

    WORD = "word"
    """Letters, some of them perhaps seen as digits or signs: restored."""
    ABBREVIATION = "abbreviation"
    """Capitals standing for words: only a known one is restored."""
    FIXED = "fixed"
    """A number, a date, a document's number, an address: kept as read."""
    LABEL = "label"
    """The number or the sign before a paragraph: kept as read, says nothing of the words."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a line: `start`..`end` of the text, and whether a sentence may begin with it."""

    text: str
    start: int
    end: int
    kind: Kind
    opens: bool = False


def tokens_of(line: str) -> tuple[Token, ...]:
    """Return the words of a line in order."""
    found: list[Token] = []
    opens = True
    for chunk in _CHUNK.finditer(line):
        opens = opens or chunk[0].startswith("(")
        for start, end in _cores(chunk[0], chunk.start()):
            kind = _kind(line, start, end, first=not found)
            found.append(Token(line[start:end], start, end, kind, opens))
            opens = False
        tail = _TRAILING.search(chunk[0])
        opens = opens or bool(tail and _BREAK.search(tail[0]))
    return tuple(found)


def _cores(chunk: str, offset: int) -> Iterator[tuple[int, int]]:
    """Yield the words of a chunk without the punctuation around them."""
    lead, trail = _LEADING.match(chunk), _TRAILING.search(chunk)
    start = lead.end() if lead else 0
    end = trail.start() if trail else len(chunk)
    if start >= end:
        return
    core = chunk[start:end]
    if _is_fixed(core):
        yield offset + start, offset + end
        return
    place = start
    for part in _HYPHENS.split(core):
        begin = chunk.index(part, place)
        place = begin + len(part)
        if part:
            yield offset + begin, offset + place


def _kind(line: str, start: int, end: int, *, first: bool) -> Kind:
    text = line[start:end]
    if first and (_LABEL.match(line[start : end + 1]) or _is_roman(line, text, end)):
        return Kind.LABEL
    if _is_fixed(text):
        return Kind.FIXED
    if len(text) > 1 and text.isalpha() and text.isupper() and not _has_vowel(text):
        return Kind.ABBREVIATION
    return Kind.WORD


def _is_roman(line: str, text: str, end: int) -> bool:
    return bool(_ROMAN.fullmatch(text)) and line[end : end + 1] in (".", ")", "")


def _is_fixed(core: str) -> bool:
    if len(core) > _LONGEST:
        return True
    if _DIGITS.fullmatch(core) or _CLASS.fullmatch(core) or _NUMBER_WORD.fullmatch(core):
        return True
    if _NAMED.match(core) or _CODE.search(core):
        return True
    digits = sum(one.isdigit() for one in core)
    return digits > 2 or (digits > 1 and digits >= len(core) - digits)


def roman_of(seen: str) -> str:
    """Return a Roman number with the strokes that a scanner took for other letters."""
    if seen == "l":
        return "1"
    if seen.isdigit() or not _ROMAN.fullmatch(seen):
        return seen
    return re.sub("[lL1]", "I", seen.replace("H", "II"))


def _has_vowel(text: str) -> bool:
    return any(one in "aeiouy" for one in fold(text))


def in_case(word: str, seen: str, *, shouting: bool) -> str:
    """Write a restored word with the capitals that were seen; `shouting` in a line of capitals."""
    letters = [one for one in seen if one.isalpha()]
    if shouting and (not letters or not seen.islower()):
        return word.upper()
    if len(letters) > 1 and all(one.isupper() for one in letters) and len(seen) == len(letters):
        return word.upper() if len(word) > 2 or shouting else word[:1].upper() + word[1:]
    # A small l is often seen as a capital I.
    mistaken = seen[0] == "I" and word[0] == "l"
    if seen[0].isupper() and not mistaken:
        return word[:1].upper() + word[1:]
    return word


def is_shouting(tokens: Sequence[Token]) -> bool:
    """Tell whether a line is set in capitals: most letters of its words are."""
    letters = [one for token in tokens if token.kind is Kind.WORD for one in token.text]
    letters = [one for one in letters if one.isalpha()]
    upper = sum(one.isupper() for one in letters)
    return len(letters) > 3 and upper > 0.6 * len(letters)
