"""Where two texts say the same in the same words, whatever their diacritics and signs.

A text is a sequence of folded syllables. Five in a row make a shingle; of the shingles a fixed
few are kept as the text's sketch, chosen so that two texts with ten syllables in a row in common
have a shingle of their sketches in common (winnowing). Sketches find the texts worth comparing,
then the whole texts are compared.
"""

from __future__ import annotations

import base64
import itertools
import re
import struct
import zlib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

SHINGLE: Final = 5
LEAST: Final = 10
"""Syllables in a row from which two texts are said to have a passage in common."""
_WINDOW: Final = LEAST - SHINGLE + 1
_MOST_PLACES: Final = 40
"""Of a phrase that stands all over a text, so many places are tried."""
_VERSION: Final = "1:"
_WORD: Final = re.compile(r"[^\W_]+")
_folded = lru_cache(maxsize=20_000)(fold)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of characters in a named part of a text."""

    part: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """What stands in both texts, and how many syllables long it is."""

    own: Stretch
    other: Stretch
    length: int


class FoldedText:
    """The syllables of a text's parts, each with its place."""

    def __init__(self, parts: Mapping[str, str]) -> None:
        self.words: list[str] = []
        self.places: list[Stretch] = []
        self._breaks: set[int] = set()
        for name, text in parts.items():
            for match in _WORD.finditer(text):
                self.words.append(_folded(match[0]))
                self.places.append(Stretch(name, match.start(), match.end()))
            self._breaks.add(len(self.words))

    def __len__(self) -> int:
        """Return the number of syllables."""
        return len(self.words)

    def shingles(self) -> Iterator[tuple[int, str]]:
        """Yield the place and the words of each shingle; none runs over the end of a part."""
        start = 0
        for end in sorted(self._breaks):
            for place in range(start, end - SHINGLE + 1):
                yield place, " ".join(self.words[place : place + SHINGLE])
            start = end

    def sketch(self) -> frozenset[int]:
        """Return the marks that stand for the text."""
        marks = [zlib.crc32(words.encode()) for _place, words in self.shingles()]
        if len(marks) <= _WINDOW:
            return frozenset(marks)
        return frozenset(
            min(marks[place : place + _WINDOW]) for place in range(len(marks) - _WINDOW + 1)
        )

    def run(self, place: int, other: FoldedText, there: int) -> int:
        """Return how many syllables from two places on are the same, up to the end of a part."""
        length = 0
        while (
            place + length < len(self.words)
            and there + length < len(other.words)
            and self.words[place + length] == other.words[there + length]
            and not (length and (place + length in self._breaks or there + length in other._breaks))
        ):
            length += 1
        return length

    def stretch(self, place: int, length: int) -> Stretch:
        """Return the characters that some syllables take."""
        first, last = self.places[place], self.places[place + length - 1]
        return Stretch(first.part, first.start, last.end)


def passages(own: FoldedText, other: FoldedText, least: int = LEAST) -> tuple[Passage, ...]:
    """Return the longest passages that stand in both texts, in the order of the first."""
    index: dict[str, list[int]] = {}
    for place, words in other.shingles():
        index.setdefault(words, []).append(place)
    found: list[Passage] = []
    after = 0
    for place, words in own.shingles():
        if place < after or words not in index:
            continue
        runs = ((own.run(place, other, there), there) for there in index[words][:_MOST_PLACES])
        length, there = max(runs, key=lambda run: (run[0], -run[1]))
        if length >= least:
            found.append(Passage(own.stretch(place, length), other.stretch(there, length), length))
            after = place + length
    return tuple(found)


def share_of(found: Sequence[Passage], own: FoldedText) -> float:
    """Return how much of a text the passages cover, from 0 to 1."""
    return sum(one.length for one in found) / len(own) if len(own) else 0.0


def dump_sketch(marks: Iterable[int]) -> str:
    """Return a sketch as text to be stored."""
    ordered = sorted(marks)
    return _VERSION + base64.b64encode(struct.pack(f"<{len(ordered)}I", *ordered)).decode()


def load_sketch(text: str) -> tuple[int, ...] | None:
    """Return the marks of a stored sketch; None for one that was made in another way."""
    if not text.startswith(_VERSION):
        return None
    packed = base64.b64decode(text[len(_VERSION) :])
    return struct.unpack(f"<{len(packed) // 4}I", packed)


def likeness(own: str, other: str) -> float:
    """Return how much two titles are alike, from 0 to 1, by their pairs of syllables."""
    first, second = _pairs(own), _pairs(other)
    return len(first & second) / len(first | second) if first and second else 0.0


def _pairs(text: str) -> set[tuple[str, str]]:
    words = [_folded(word) for word in _WORD.findall(text)]
    return set(itertools.pairwise(words))
