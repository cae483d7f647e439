"""Which words of a text came, went or stayed on its way to another text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN: Final = re.compile(r"\w+|\s+|[^\w\s]")
_LEAST_ALIKE: Final = 0.3


class WordChange(StrEnum):
    """What happened to a stretch of words."""

    SAME = "same"
    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words next to each other that had the same fate."""

    text: str
    change: WordChange = WordChange.SAME


def word_changes(old: str, new: str) -> tuple[Stretch, ...]:
    """Return the words of both texts in one order, what went before what came in its place.

    Texts that share hardly a word are told as one that went and one that came.
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if old and new and matcher.ratio() < _LEAST_ALIKE:
        return Stretch(old, WordChange.DELETED), Stretch(new, WordChange.INSERTED)
    return tuple(_merged(_stretches(matcher, before, after)))


def _stretches(
    matcher: SequenceMatcher[str], before: list[str], after: list[str]
) -> Iterator[Stretch]:
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            yield Stretch("".join(before[i1:i2]))
            continue
        if i2 > i1:
            yield Stretch("".join(before[i1:i2]), WordChange.DELETED)
        if j2 > j1:
            yield Stretch("".join(after[j1:j2]), WordChange.INSERTED)


def _merged(stretches: Iterator[Stretch]) -> Iterator[Stretch]:
    """Yield changes that only a space parts as one, so that they read as a phrase."""
    done = _bridged(list(stretches))
    for change, group in groupby(done, key=lambda one: one.change):
        yield Stretch("".join(one.text for one in group), change)


def _bridged(stretches: list[Stretch]) -> list[Stretch]:
    """Put a space between two changes into both of them, what went first."""
    out: list[Stretch] = []
    gone, come = "", ""
    for place, one in enumerate(stretches):
        between = one.change is WordChange.SAME and one.text.isspace()
        inside = between and (gone or come) and place + 1 < len(stretches)
        if one.change is WordChange.DELETED or (inside and gone):
            gone += one.text
        if one.change is WordChange.INSERTED or (inside and come):
            come += one.text
        if one.change is not WordChange.SAME or inside:
            continue
        out += _told(gone, come)
        gone, come = "", ""
        out.append(one)
    return [*out, *_told(gone, come)]


def _told(gone: str, come: str) -> list[Stretch]:
    told = []
    if gone:
        told.append(Stretch(gone, WordChange.DELETED))
    if come:
        told.append(Stretch(come, WordChange.INSERTED))
    return told
