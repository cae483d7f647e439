"""Finds words in a text, with or without diacritics, and says where they stand."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for; without `marks` "thi dua" finds "Thi đua"."""

    words: str
    marks: bool = False
    case: bool = False


def spans(query: Query, text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each place where the words stand, from left to right."""
    wanted = "".join(_shape(query, letter) for letter in unicodedata.normalize("NFC", query.words))
    if not wanted:
        return
    shapes = [_shape(query, letter) for letter in text]
    shaped = "".join(shapes)
    origins = [place for place, shape in enumerate(shapes) for _letter in shape]
    at = shaped.find(wanted)
    while at >= 0:
        yield origins[at], origins[at + len(wanted) - 1] + 1
        at = shaped.find(wanted, at + len(wanted))


def _shape(query: Query, letter: str) -> str:
    """Return what of a letter is compared."""
    if query.marks:
        return letter if query.case else letter.lower()
    bare = fold(letter)
    return bare.upper() if query.case and letter.isupper() else bare


def qt_length(text: str) -> int:
    """Return how many places Qt counts for a text; letters beyond the first plane take two."""
    return len(text) + sum(letter > "\uffff" for letter in text)
