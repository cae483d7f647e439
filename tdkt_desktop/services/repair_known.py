"""Sentences that plans say, found again by a garbled line: without diacritics, most words alike."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.clause_library import shipped_clauses
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

_ALIKE: Final = 0.8
_FEWEST: Final = 6
"""Shorter lines are like too many sentences."""
_TRIED: Final = 5
_WORD: Final = re.compile(r"[^\W_]+")
_SIGN: Final = re.compile(r"^\s*[-+*•]\s*|\*+")


class KnownTexts:
    """Finds the sentence that a line was most likely meant to be, where there is one."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = tuple(dict.fromkeys(text for text in map(_bare, texts) if text))
        self._words = [_folded(text) for text in self._texts]
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for place, words in enumerate(self._words):
            for word in set(words):
                self._places[word].append(place)

    def like(self, text: str) -> str:
        """Return the sentence that a text is nearly word for word, empty where none is."""
        words = _folded(_bare(text))
        if len(words) < _FEWEST:
            return ""
        shared = Counter(place for word in set(words) for place in self._places.get(word, ()))
        best, found = _ALIKE, ""
        for place, _count in shared.most_common(_TRIED):
            ratio = SequenceMatcher(None, words, self._words[place], autojunk=False).ratio()
            if ratio > best:
                best, found = ratio, self._texts[place]
        return found


def clause_texts() -> Iterable[str]:
    """Yield the sentences of the clause library that need nothing filled in."""
    for clause in shipped_clauses():
        yield from (line for line in clause.text.split("\n") if "{" not in line)


def _bare(text: str) -> str:
    return _SIGN.sub("", text).strip()


def _folded(text: str) -> list[str]:
    return _WORD.findall(fold(text))
