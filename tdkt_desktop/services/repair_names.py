"""Tells names of people and places in a scanned line: what may not be guessed."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from tdkt_desktop.services.repair_tokens import Kind
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tdkt_desktop.services.repair_decode import Decoded
    from tdkt_desktop.services.repair_model import LanguageModel
    from tdkt_desktop.services.repair_tokens import Token

_FAMILIES: Final = frozenset(
    ("nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang", "bui", "do",
     "ho", "ngo", "duong", "ly", "dinh", "trinh", "mai", "cao", "luong", "ta", "chu", "to", "lam",
     "quach", "kieu", "nghiem", "luu", "thai", "tong", "doan", "vuong")
)  # fmt: skip


def names_in(
    tokens: Sequence[Token], decoded: Sequence[Decoded], model: LanguageModel, *, shouting: bool
) -> frozenset[int]:
    """Return the places in `decoded` that are part of a name that nobody has met."""
    if shouting:
        return frozenset()
    return frozenset(
        place
        for run in _runs(tokens, decoded)
        if _is_name(run, tokens, decoded, model)
        for place in run
    )


def _runs(tokens: Sequence[Token], decoded: Sequence[Decoded]) -> Iterator[list[int]]:
    """Yield stretches of two words or more that all begin with a capital."""
    run: list[int] = []
    for place, one in enumerate(decoded):
        token = tokens[one.first]
        if token.opens and run:
            yield from _long(run)
            run = []
        if token.kind is Kind.WORD and token.text[0].isupper() and not token.text[1:].isupper():
            run.append(place)
        else:
            yield from _long(run)
            run = []
    yield from _long(run)


def _long(run: list[int]) -> Iterator[list[int]]:
    if len(run) > 1:
        yield run


def _is_name(
    run: list[int], tokens: Sequence[Token], decoded: Sequence[Decoded], model: LanguageModel
) -> bool:
    """Tell whether a stretch is a name: a family name first, or neighbours never met."""
    words = [decoded[place].option.words[-1] for place in run]
    unknown = sum(not model.knows(one, other) for one, other in pairwise(words))
    family = fold(tokens[decoded[run[0]].first].text) in _FAMILIES
    return unknown > 0 if family else unknown == len(words) - 1
