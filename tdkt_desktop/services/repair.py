"""Use cases about scanned text: its diacritics restored line by line, for a person to look over."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from tdkt_desktop.services.repair_channel import Channel, damage_of
from tdkt_desktop.services.repair_decode import Decoded, Decoder, Option
from tdkt_desktop.services.repair_known import KnownTexts, clause_texts
from tdkt_desktop.services.repair_lines import ScanParagraph, paragraphs_of, scan_lines
from tdkt_desktop.services.repair_model import model_with, shipped_model
from tdkt_desktop.services.repair_names import names_in
from tdkt_desktop.services.repair_tokens import Kind, in_case, is_shouting, roman_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from tdkt_desktop.services.repair_lines import ScanLine
    from tdkt_desktop.services.repair_model import LanguageModel
    from tdkt_desktop.services.repair_tokens import Token

SURE: Final = 0.85
"""From this score on a line or a word counts as sure."""
_DOUBTFUL: Final = 0.6
_KEPT_SURETY: Final = 0.5
_MOST_ALTERNATIVES: Final = 4
_LONG_ENOUGH: Final = 60
_LEADING_SIGN: Final = re.compile(r"^\s*[~—–=•●▪«](?=\s*\w)")


@dataclass(frozen=True, slots=True)
class RepairedWord:
    """A stretch of a proposal: `start`..`end` of it, how sure it is, and what else it may be.

    `kept` is what stays as it was read: numbers, dates, names and words nobody knows.
    """

    start: int
    end: int
    text: str
    surety: float
    others: tuple[str, ...] = ()
    kept: bool = False


@dataclass(frozen=True, slots=True)
class RepairedLine:
    """Lines that belong together as they were read, and as they are proposed."""

    source: ScanParagraph
    proposal: str
    score: float
    words: tuple[RepairedWord, ...] = ()
    alternatives: tuple[str, ...] = ()

    @property
    def line(self) -> int:
        """The number of the first line."""
        return self.source.lines[0].number

    @property
    def text(self) -> str:
        """What was read."""
        return self.source.text

    @property
    def dropped(self) -> bool:
        """Tell whether this is noise that is no part of the text."""
        return self.source.noise

    @property
    def kept(self) -> tuple[str, ...]:
        """Names and unknown words that stay as they were read, for a person to look at."""
        return tuple(one.text for one in self.words if one.kept and one.surety < 1.0)

    @property
    def is_sure(self) -> bool:
        """Tell whether nobody need look."""
        if self.dropped:
            return True
        doubtful = any(one.surety < _DOUBTFUL for one in self.words)
        return self.score >= SURE and not self.kept and not doubtful


class Repairer:
    """Restores the diacritics of scanned text; knows what is shipped and what a school wrote."""

    def __init__(
        self,
        own: Iterable[Sequence[str]] = (),
        model: LanguageModel | None = None,
        known: Iterable[str] = (),
    ) -> None:
        pieces = tuple(own)
        self._known = KnownTexts((*clause_texts(), *known))
        learnt = model_with(pieces) if pieces else shipped_model()
        self._model = learnt if model is None else model
        self._decoders: dict[float, Decoder] = {}

    def repair_text(
        self, text: str, report: Callable[[int, int], None] | None = None
    ) -> tuple[RepairedLine, ...]:
        """Return every paragraph of a text with its proposal, in order."""
        return self.repair(scan_lines(text), report)

    def repair(
        self, lines: Sequence[ScanLine], report: Callable[[int, int], None] | None = None
    ) -> tuple[RepairedLine, ...]:
        """Return the paragraphs that lines make; `report` may raise Cancelled."""
        paragraphs = tuple(paragraphs_of(lines))
        whole = damage_of(" ".join(one.text for one in paragraphs))
        repaired: list[RepairedLine] = []
        for done, one in enumerate(paragraphs):
            if report is not None:
                report(done, len(paragraphs))
            damage = damage_of(one.text) if len(one.text) >= _LONG_ENOUGH else whole
            repaired.append(self._repaired(one, damage))
        return tuple(repaired)

    def _repaired(self, source: ScanParagraph, damage: float) -> RepairedLine:
        if source.noise:
            return RepairedLine(source, "", 0.0)
        text = _LEADING_SIGN.sub("-", source.text)
        tokens = tokens_of(text)
        decoded = self._decoder(damage).decode(tokens)
        pieces = tuple(_pieces(text, tokens, decoded, self._model))
        proposal, words = _assembled(text, pieces)
        judged = [one.surety for one in words if not (one.kept and one.surety == 1.0)]
        score = sum(judged) / len(judged) if judged else 1.0
        others = (*self._said(proposal), *_alternatives(proposal, words))
        return RepairedLine(source, proposal, round(score, 3), words, others[:_MOST_ALTERNATIVES])

    def _said(self, proposal: str) -> tuple[str, ...]:
        """Return the known sentence that a proposal nearly is, under the sign it begins with."""
        known = self._known.like(proposal)
        sign = proposal[: len(proposal) - len(proposal.lstrip("-+ "))]
        return (sign + known,) if known and sign + known != proposal else ()

    def _decoder(self, damage: float) -> Decoder:
        """Return the decoder for a degree of damage, in few steps so that it is used again."""
        step = 0.02 if damage < 0.1 else 0.5 if damage < 0.8 else 0.995
        if step not in self._decoders:
            channel = Channel(self._model.syllables(), step)
            self._decoders[step] = Decoder(self._model, channel)
        return self._decoders[step]


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words of the line as read, `start`..`end`, and what is proposed for them."""

    start: int
    end: int
    word: RepairedWord


def _pieces(
    text: str, tokens: Sequence[Token], decoded: Sequence[Decoded], model: LanguageModel
) -> Iterator[_Piece]:
    """Yield what becomes of the words; names stay as they were read."""
    shouting = is_shouting(tokens)
    names = names_in(tokens, decoded, model, shouting=shouting)
    for place, one in enumerate(decoded):
        own = tokens[one.first : one.first + one.option.taken]
        start, end = own[0].start, own[-1].end
        seen = text[start:end]
        written = _written(one.option, own[0], seen, shouting=shouting)
        kept = one.option.kept or place in names
        word = RepairedWord(0, 0, seen if place in names else written, one.chance, (), kept)
        if own[0].kind in (Kind.FIXED, Kind.LABEL):
            word = replace(word, surety=1.0)
        elif kept:
            word = replace(word, surety=min(one.chance, _KEPT_SURETY))
        if place in names or one.option.kept:
            others: tuple[str, ...] = (written,) if written != word.text else ()
        else:
            others = ()
        likely = (_written(other, own[0], seen, shouting=shouting) for other in one.others
                  if other.taken == one.option.taken)  # fmt: skip
        others = tuple(dict.fromkeys((*others, *likely)))
        yield _Piece(start, end, replace(word, others=others))


def _written(option: Option, token: Token, seen: str, *, shouting: bool) -> str:
    """Return the words of an option with the capitals that were seen."""
    if token.kind is Kind.LABEL:
        return roman_of(seen)
    if option.kept:
        return seen
    if token.kind is Kind.ABBREVIATION:
        return option.words[0].upper()
    first, *rest = option.words
    written = [in_case(first, token.text, shouting=shouting)]
    written += [one.upper() if shouting else one for one in rest]
    return " ".join(written)


def _assembled(text: str, pieces: Iterable[_Piece]) -> tuple[str, tuple[RepairedWord, ...]]:
    """Return the proposal and its words with their places in it."""
    built, done = "", 0
    words: list[RepairedWord] = []
    for one in pieces:
        built += text[done : one.start]
        words.append(replace(one.word, start=len(built), end=len(built) + len(one.word.text)))
        built += one.word.text
        done = one.end
    return built + text[done:], tuple(words)


def _alternatives(proposal: str, words: Sequence[RepairedWord]) -> tuple[str, ...]:
    """Return the line with its least sure words read otherwise."""
    doubtful = sorted((one for one in words if one.others), key=lambda one: one.surety)
    swapped = (
        proposal[: one.start] + other + proposal[one.end :]
        for one in doubtful
        for other in one.others[:2]
    )
    return tuple(dict.fromkeys(swapped))[:_MOST_ALTERNATIVES]
