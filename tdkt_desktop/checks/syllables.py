"""What can be a Vietnamese syllable: an onset, a rhyme and a tone that go together."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Final

from tdkt_desktop.checks.tables import table

_TONES: Final = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
_SHARP: Final = {"\u0301", "\u0323"}
_SOFT: Final = "ieêy"
_LONGEST_ONSET: Final = 3


@cache
def is_syllable(word: str) -> bool:
    """Tell whether a word in lower case can be a Vietnamese syllable."""
    split = _without_tone(word)
    if split is None:
        return False
    bare, tone = split
    return any(
        _fits(bare[:cut], bare[cut:], tone) for cut in range(min(_LONGEST_ONSET, len(bare)) + 1)
    )


@cache
def _lists() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    data = table("syllables")
    return frozenset(data["onsets"]), frozenset(data["rhymes"]), frozenset(data["stopped"])


def _without_tone(word: str) -> tuple[str, str] | None:
    """Return the letters without their tone mark, and the mark; None for two marks."""
    decomposed = unicodedata.normalize("NFD", word)
    tones = [letter for letter in decomposed if letter in _TONES]
    if len(tones) > 1:
        return None
    bare = "".join(letter for letter in decomposed if letter not in _TONES)
    return unicodedata.normalize("NFC", bare), tones[0] if tones else ""


def _fits(onset: str, rhyme: str, tone: str) -> bool:
    onsets, rhymes, stopped = _lists()
    if onset not in onsets or not _joins(onset, rhyme):
        return False
    # The u of "qu" belongs to the rhyme too: "quyết" is qu + uyêt, "quên" is qu + ên.
    if onset == "qu" and rhyme not in rhymes | stopped:
        rhyme = f"u{rhyme}"
    if rhyme in stopped:
        return tone in _SHARP
    return rhyme in rhymes


def _joins(onset: str, rhyme: str) -> bool:
    """Tell whether an onset is spelled so before a rhyme: k before i, e; c before the rest."""
    if not rhyme:
        return False
    soft = rhyme[0] in _SOFT
    if onset in ("k", "gh", "ngh"):
        return soft
    if onset in ("c", "g", "ng"):
        return not soft or (onset == "g" and rhyme[0] == "i")
    return True
