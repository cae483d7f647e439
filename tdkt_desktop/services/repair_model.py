"""A small model of what Vietnamese documents of a school say: syllables in threes."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Final

from tdkt_desktop.checks.syllables import is_syllable
from tdkt_desktop.services.repair_corpus import NUMBER, shipped_sentences, word_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

START: Final = "^"
UNKNOWN: Final = "?"
"""Stands for a word that the model has never met."""
_DISCOUNT: Final = 0.7
_UNKNOWN_CHANCE: Final = 2e-6


@dataclass(slots=True)
class LanguageModel:
    """How likely a syllable follows two others, learnt from sentences; absolute discounting."""

    ones: Counter[str] = field(default_factory=Counter)
    twos: Counter[tuple[str, str]] = field(default_factory=Counter)
    threes: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    abbreviations: set[str] = field(default_factory=set)
    _after: dict[tuple[str, ...], tuple[int, int]] = field(default_factory=dict)
    _total: int = 0

    def learn(self, sentences: Iterable[Sequence[str]], *, whole: bool = True) -> None:
        """Count sentences; a phrase out of its sentence (`whole` False) says nothing of starts."""
        for pieces in sentences:
            words = [one.lower() for one in pieces]
            self.abbreviations |= {one for one in pieces if is_abbreviation(one)}
            padded = [START, START, *words] if whole else words
            self.ones.update(words)
            self.twos.update(itertools.pairwise(padded))
            self.threes.update(zip(padded, padded[1:], padded[2:], strict=False))

    def finish(self) -> LanguageModel:
        """Add up what was counted, once all sentences are learnt."""
        self._total = self.ones.total()
        self._after = {}
        for counts in (self.twos, self.threes):
            for words, count in counts.items():
                seen, kinds = self._after.get(words[:-1], (0, 0))
                self._after[words[:-1]] = (seen + count, kinds + 1)
        return self

    def copy(self) -> LanguageModel:
        """Return a model that may learn more without changing this one."""
        return LanguageModel(
            Counter(self.ones), Counter(self.twos), Counter(self.threes), set(self.abbreviations)
        )

    def cost(self, before: tuple[str, str], word: str) -> float:
        """Return minus the logarithm of the chance of a word after two others."""
        return -math.log(self._chance(before, word))

    def knows(self, first: str, second: str) -> bool:
        """Tell whether two words have been met side by side."""
        return (first.lower(), second.lower()) in self.twos

    def _chance(self, before: tuple[str, str], word: str) -> float:
        chance = self.ones[word] / (self._total + 1)
        chance = 0.98 * chance + _UNKNOWN_CHANCE
        chance = self._with((before[1],), self.twos[before[1], word], chance)
        return self._with(before, self.threes[(*before, word)], chance)

    def _with(self, before: tuple[str, ...], count: int, lower: float) -> float:
        seen, kinds = self._after.get(before, (0, 0))
        if not seen:
            return lower
        return (max(count - _DISCOUNT, 0) + _DISCOUNT * kinds * lower) / seen

    def syllables(self) -> frozenset[str]:
        """Return the words that a reading may propose."""
        known = (one for one in self.ones if one != NUMBER and is_syllable(one))
        return frozenset(known)


def is_abbreviation(word: str) -> bool:
    """Tell whether a word is letters standing for words, such as UBND."""
    return len(word) > 1 and word.isupper() and not is_syllable(word.lower())


@cache
def shipped_model(*, without: str = "") -> LanguageModel:
    """Return the model of what is shipped, but for one file; made when the first scan is read."""
    model = LanguageModel()
    model.learn(shipped_sentences(without=without))
    model.learn(word_list(), whole=False)
    return model.finish()


def model_with(texts: Iterable[Sequence[str]]) -> LanguageModel:
    """Return the shipped model grown by a school's own sentences."""
    model = shipped_model().copy()
    model.learn(texts)
    return model.finish()
