"""Finds the likeliest reading of a garbled sentence, and how sure each word of it is."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tdkt_desktop.checks.syllables import is_syllable
from tdkt_desktop.services.repair_corpus import NUMBER
from tdkt_desktop.services.repair_model import START, UNKNOWN
from tdkt_desktop.services.repair_tokens import Kind, Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.services.repair_channel import Channel
    from tdkt_desktop.services.repair_model import LanguageModel

_BEAM: Final = 24
_LANGUAGE_WEIGHT: Final = 0.9
_SPLIT_COST: Final = 5.0
_JOIN_COST: Final = 6.0
_STRANGE: Final = 9.0
_TRUST: Final = 5.0
_HOPELESS: Final = 9.0
"""A cost of a word from which on it is also tried as two words run together."""


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that words may have been: syllables, how many words they take, and the cost."""

    words: tuple[str, ...]
    taken: int
    cost: float
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Decoded:
    """What a stretch of words was read as, the chance of it, and the next likely readings."""

    first: int
    option: Option
    chance: float
    others: tuple[Option, ...]


@dataclass(slots=True)
class _State:
    """A way of reading up to some word: its cost, the sum over all ways, and the last step."""

    cost: float
    total: float
    came: tuple[int, tuple[str, str], Option] | None


class Decoder:
    """Reads sentences by what a scanner makes of letters and what documents say."""

    def __init__(self, model: LanguageModel, channel: Channel) -> None:
        self._model, self._channel = model, channel
        self._costs: dict[tuple[tuple[str, str], str], float] = {}

    def decode(self, tokens: Sequence[Token]) -> tuple[Decoded, ...]:
        """Return what each stretch of the words was read as, in order."""
        options = [self._options(tokens, place) for place in range(len(tokens))]
        columns, steps = self._forward(tokens, options)
        chances = _chances(columns, steps)
        path: list[Decoded] = []
        place = len(tokens)
        state = min(columns[place], key=lambda one: columns[place][one].cost) if place else None
        while place and state is not None:
            came = columns[place][state].came
            if came is None:
                break
            place, state, option = came
            path.append(_decoded(place, option, chances))
        return tuple(reversed(path))

    # --- what a word may be ---

    def _options(self, tokens: Sequence[Token], place: int) -> tuple[Option, ...]:
        token = tokens[place]
        if token.kind in (Kind.FIXED, Kind.LABEL):
            return (Option((NUMBER,), 1, 0.0, kept=True),)
        if token.kind is Kind.ABBREVIATION or token.text in self._model.abbreviations:
            return self._abbreviations(token.text)
        seen = token.text.lower()
        options = [Option((one.word,), 1, one.cost) for one in self._channel.readings(seen)]
        best = min((one.cost for one in options), default=math.inf)
        if best > _HOPELESS and len(seen) > 4:
            options += self._splits(seen)
        if place + 1 < len(tokens) and self._may_join(token, tokens[place + 1], best):
            options += self._joined(seen + tokens[place + 1].text.lower())
        return (*options, *self._literal(seen, {one.words[0] for one in options}))

    def _literal(self, seen: str, known: set[str]) -> tuple[Option, ...]:
        """Return the word as it was read, where it can be one."""
        if seen in known:
            return ()
        letters = all(one.isalpha() for one in seen)
        if not (letters and is_syllable(seen)):
            return (Option((UNKNOWN,), 1, _STRANGE + len(seen), kept=True),)
        # Where a scanner knows Vietnamese, a rare word is a word all the same.
        trusted = _TRUST * (1 - self._channel.damage)
        return (Option((seen,), 1, self._channel.as_it_stands(seen) - trusted, kept=True),)

    def _abbreviations(self, text: str) -> tuple[Option, ...]:
        """Return known abbreviations of the same letters, Đ and D aside, and the word itself."""
        bare = text.replace("Đ", "D")
        same = [one for one in self._model.abbreviations if one.replace("Đ", "D") == bare]
        options = [Option((one.lower(),), 1, float(one != text)) for one in same if one != text]
        return (*options, Option((text.lower(),), 1, 0.0 if text in same else 3.0, kept=True))

    def _splits(self, seen: str) -> list[Option]:
        return [
            Option((one.word, other.word), 1, one.cost + other.cost + _SPLIT_COST)
            for cut in range(2, len(seen) - 1)
            for one in self._channel.readings(seen[:cut])[:4]
            for other in self._channel.readings(seen[cut:])[:4]
        ]

    def _may_join(self, token: Token, after: Token, best: float) -> bool:
        whole = token.kind is Kind.WORD and after.kind is Kind.WORD and not after.opens
        short = min(len(token.text), len(after.text)) <= 2 and len(token.text + after.text) < 8
        return whole and short and after.text.islower() and best > 2.0

    def _joined(self, seen: str) -> list[Option]:
        readings = self._channel.readings(seen)[:6]
        return [Option((one.word,), 2, one.cost + _JOIN_COST) for one in readings]

    # --- the likeliest way ---

    def _forward(
        self, tokens: Sequence[Token], options: Sequence[tuple[Option, ...]]
    ) -> tuple[list[dict[tuple[str, str], _State]], list[_Step]]:
        columns: list[dict[tuple[str, str], _State]] = [{} for _ in range(len(tokens) + 1)]
        columns[0][START, START] = _State(0.0, 0.0, None)
        steps: list[_Step] = []
        for place, token in enumerate(tokens):
            best = sorted(columns[place].items(), key=lambda item: item[1].cost)[:_BEAM]
            columns[place] = dict(best)
            for state, reached in best:
                before = (START, START) if token.opens else state
                for option in options[place]:
                    after, cost = self._said(before, option)
                    end = place + option.taken
                    _reach(columns[end], after, reached, cost, (place, state, option))
                    steps.append((place, state, end, after, option, cost))
        return columns, steps

    def _said(self, before: tuple[str, str], option: Option) -> tuple[tuple[str, str], float]:
        cost = option.cost
        for word in option.words:
            cost += _LANGUAGE_WEIGHT * self._cost(before, word)
            before = before[1], word
        return before, cost

    def _cost(self, before: tuple[str, str], word: str) -> float:
        found = self._costs.get((before, word))
        if found is None:
            found = self._costs[before, word] = self._model.cost(before, word)
        return found


_Step = tuple[int, tuple[str, str], int, tuple[str, str], Option, float]


def _reach(
    column: dict[tuple[str, str], _State],
    after: tuple[str, str],
    reached: _State,
    cost: float,
    came: tuple[int, tuple[str, str], Option],
) -> None:
    """Note another way to a state, and keep the better last step."""
    whole, total = reached.cost + cost, reached.total + cost
    found = column.get(after)
    if found is None:
        column[after] = _State(whole, total, came)
        return
    found.total = _added(found.total, total)
    if whole < found.cost:
        found.cost, found.came = whole, came


def _added(one: float, other: float) -> float:
    """Return the cost of either of two ways: minus the logarithm of the sum of their chances."""
    low, high = min(one, other), max(one, other)
    return low if high - low > 40 else low - math.log1p(math.exp(low - high))


def _chances(
    columns: list[dict[tuple[str, str], _State]], steps: list[_Step]
) -> dict[int, dict[Option, float]]:
    """Return for each place the chance of every option, over all ways through."""
    last = len(columns) - 1
    rest: dict[tuple[int, tuple[str, str]], float] = {(last, one): 0.0 for one in columns[last]}
    for place, state, end, after, _option, cost in reversed(steps):
        if (end, after) in rest:
            way = rest[end, after] + cost
            found = rest.get((place, state))
            rest[place, state] = way if found is None else _added(found, way)
    whole = rest.get((0, (START, START)), 0.0)
    chances: dict[int, dict[Option, float]] = {}
    for place, state, end, after, option, cost in steps:
        if (end, after) in rest and state in columns[place]:
            way = columns[place][state].total + cost + rest[end, after]
            here = chances.setdefault(place, {})
            here[option] = here.get(option, 0.0) + math.exp(min(whole - way, 0.0))
    return chances


def _decoded(place: int, option: Option, chances: dict[int, dict[Option, float]]) -> Decoded:
    here = chances.get(place, {})
    others = sorted((one for one in here if one != option), key=lambda one: -here[one])
    likely = tuple(one for one in others[:3] if here[one] > 0.02)
    return Decoded(place, option, min(here.get(option, 1.0), 1.0), likely)
