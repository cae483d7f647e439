"""What a scanner makes of Vietnamese letters, and which syllables a garbled word may have been."""

from __future__ import annotations

import math
import re
import tomllib
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Final

from tdkt_desktop.resources import resource
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST: Final = 3
"""As how many signs a letter may have been seen."""
_LOST: Final = "∅"
_SHAPES: Final = "\u0302\u0306\u031b"
_HOOK: Final = "\u0309"
_ACUTE: Final = "\u0301"
_FAMILY_WEIGHT: Final = 6.0
_GENERAL_WEIGHT: Final = 4.0
_VOWELS: Final = frozenset("aeiouy")
_SLACK: Final = 5.5
"""How much worse than the best a reading may be and still be kept."""
MOST: Final = 14
_OWN_LETTERS: Final = re.compile("[ĂăĐđƠơƯưĨĩŨũẠ-ỹ]")
"""Letters that only a scanner that knows Vietnamese writes; é and á come from any."""
_CLEAN_SHARE: Final = 0.08
_BARE_SHARE: Final = 0.02


@cache
def _seen() -> dict[str, Counter[str]]:
    """Return how often each letter was seen as what."""
    path = resource("repair", "confusions.toml")
    lines: dict[str, str] = tomllib.loads(path.read_text(encoding="utf-8"))["seen"]
    return {letter: _counts(line) for letter, line in lines.items()}


def _counts(line: str) -> Counter[str]:
    pairs = (one.rpartition(":") for one in line.split())
    return Counter({seen.replace(_LOST, ""): int(count) for seen, _colon, count in pairs})


@cache
def _families() -> dict[str, Counter[str]]:
    """Return the counts of all letters of one shape, whatever their tone: ô, ố, ồ, ổ, ỗ, ộ."""
    families: dict[str, Counter[str]] = {}
    for letter, counts in _seen().items():
        families.setdefault(shape(letter), Counter()).update(counts)
    return families


@cache
def shape(letter: str) -> str:
    """Return a letter without its tone."""
    decomposed = unicodedata.normalize("NFD", letter)
    kept = decomposed[0] + "".join(mark for mark in decomposed[1:] if mark in _SHAPES)
    return unicodedata.normalize("NFC", kept)


@cache
def _garbled(letter: str, seen: str) -> float:
    """Return the chance that a scanner without Vietnamese sees a letter as this."""
    own, family = _seen().get(letter, Counter()), _families().get(shape(letter), Counter())
    general = (family[seen] + _GENERAL_WEIGHT * _guess(letter, seen)) / (
        family.total() + _GENERAL_WEIGHT
    )
    return (own[seen] + _FAMILY_WEIGHT * general) / (own.total() + _FAMILY_WEIGHT)


def _guess(letter: str, seen: str) -> float:
    """Return a chance for what was never counted."""
    marked = not letter.isascii()
    if len(seen) == 1:
        if fold(seen) == fold(letter):
            return 0.3
        if not seen.isalpha():
            return 0.02 if marked else 0.002
        return 0.01 if marked and fold(seen) in _VOWELS else 0.001
    if not seen:
        return 0.01 if marked else 0.001
    return 1e-4 if len(seen) == 2 and marked else 1e-6


@cache
def _slipped(letter: str, seen: str) -> float:
    """Return the chance that a scanner that knows Vietnamese sees a letter as this."""
    if letter == seen:
        return 0.9
    if len(seen) != 1 or fold(letter) != fold(seen):
        return 0.02 * _garbled(letter, seen)
    # Blurred, the hook above is taken for the acute.
    hooked = _tone(letter) == _HOOK and _tone(seen) == _ACUTE and shape(letter) == shape(seen)
    return 0.1 if hooked else 0.005


def _tone(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[-1]


@dataclass(slots=True)
class _Node:
    """A letter in the tree of syllables."""

    below: dict[str, _Node] = field(default_factory=dict)
    word: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A syllable that a word may have been, and minus the logarithm of the chance to see it so."""

    word: str
    cost: float


def damage_of(text: str) -> float:
    """Return how much a text lost its diacritics: 0.995 for all of them, 0.02 for hardly any."""
    letters = sum(one.isalpha() for one in text)
    share = len(_OWN_LETTERS.findall(text)) / max(letters, 1)
    lost = (_CLEAN_SHARE - share) / (_CLEAN_SHARE - _BARE_SHARE)
    return min(max(lost, 0.02), 0.995)


class Channel:
    """Finds the syllables that may stand behind what a scanner saw.

    `damage` is the chance that a letter went through a scanner that knows no Vietnamese: 1 for
    text that lost its diacritics, near 0 for a good reading with a few slips.
    """

    def __init__(self, syllables: Iterable[str], damage: float) -> None:
        self.damage = damage
        self._root = _Node()
        self._letters: dict[tuple[str, str], float] = {}
        self._found: dict[str, tuple[Reading, ...]] = {}
        for one in syllables:
            self._add(one)

    def _add(self, syllable: str) -> None:
        node = self._root
        for letter in syllable:
            node = node.below.setdefault(letter, _Node())
        node.word = syllable

    def cost(self, letter: str, seen: str) -> float:
        """Return minus the logarithm of the chance to see a letter as this."""
        found = self._letters.get((letter, seen))
        if found is None:
            chance = self.damage * _garbled(letter, seen)
            chance += (1 - self.damage) * _slipped(letter, seen)
            found = self._letters[letter, seen] = -math.log(max(chance, 1e-7))
        return found

    def as_it_stands(self, word: str) -> float:
        """Return the cost of a word having been read without any mistake."""
        return sum(self.cost(letter, letter) for letter in word)

    def readings(self, seen: str) -> tuple[Reading, ...]:
        """Return the syllables behind a word in lower case, the likeliest first."""
        if seen not in self._found:
            self._found[seen] = self._search(seen)
        return self._found[seen]

    def _search(self, seen: str) -> tuple[Reading, ...]:
        walk = _Walk(self, seen)
        walk.visit(self._root, (0.0, *[math.inf] * len(seen)))
        best = min((one.cost for one in walk.found), default=0.0)
        kept = (one for one in walk.found if one.cost <= best + _SLACK)
        return tuple(sorted(kept, key=lambda one: one.cost)[:MOST])


class _Walk:
    """Walks the tree of syllables along a word, dropping what has become too unlikely."""

    def __init__(self, channel: Channel, seen: str) -> None:
        self._channel, self._seen = channel, seen
        self._limit = 5.0 + 2.2 * len(seen)
        self._steps: dict[str, list[tuple[int, int, float]]] = {}
        self.found: list[Reading] = []

    def visit(self, node: _Node, costs: tuple[float, ...]) -> None:
        """Go on below a node; `costs[n]` is that of the first n signs being what led here."""
        if node.word and costs[-1] <= self._limit:
            self.found.append(Reading(node.word, costs[-1]))
            self._limit = min(self._limit, costs[-1] + _SLACK)
        for letter, below in node.below.items():
            after = self._after(letter, costs)
            if min(after) <= self._limit:
                self.visit(below, after)

    def _after(self, letter: str, costs: tuple[float, ...]) -> tuple[float, ...]:
        after = [math.inf] * len(costs)
        for start, end, cost in self._steps.get(letter) or self._make_steps(letter):
            whole = costs[start] + cost
            if whole < after[end]:
                after[end] = whole
        return tuple(after)

    def _make_steps(self, letter: str) -> list[tuple[int, int, float]]:
        """Return from where to where a letter may lead, and at what cost."""
        seen, cost = self._seen, self._channel.cost
        steps = [
            (start, end, found)
            for start in range(len(seen) + 1)
            for end in range(start, min(start + _LONGEST, len(seen)) + 1)
            if (found := cost(letter, seen[start:end])) < 11.0
        ]
        self._steps[letter] = steps
        return steps
