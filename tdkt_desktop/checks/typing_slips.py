"""Guesses the word behind a slip of the keyboard: Telex left as typed, a letter too many."""

from __future__ import annotations

import unicodedata
from typing import Final

from tdkt_desktop.checks.syllables import is_syllable

_DOUBLED: Final = (
    ("dd", "đ"), ("aa", "â"), ("ee", "ê"), ("oo", "ô"), ("uow", "ươ"), ("aw", "ă"), ("ow", "ơ"),
    ("uw", "ư"),
)  # fmt: skip
_TONE_KEYS: Final = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_CARRIERS: Final = "ươêôơâăưaeoiuy"


def likely_word(word: str) -> str:
    """Return the syllable that was probably meant, empty where none is near."""
    for candidate in _candidates(word):
        if len(candidate) > 1 and is_syllable(candidate):
            return candidate
    return ""


def _candidates(word: str) -> list[str]:
    shaped = word
    for keys, letter in _DOUBLED:
        shaped = shaped.replace(keys, letter)
    toned = _toned(shaped)
    shorter = [shaped[:at] + shaped[at + 1 :] for at in range(len(shaped) - 1, -1, -1)]
    swapped = [
        shaped[:at] + shaped[at + 1] + shaped[at] + shaped[at + 2 :]
        for at in range(len(shaped) - 1)
    ]
    return [shaped, toned, *shorter, *swapped]


def _toned(word: str) -> str:
    """Read a tone key at the end, as in "tieengs"."""
    tone = _TONE_KEYS.get(word[-1:])
    stem = word[:-1]
    carrier = next((letter for letter in _CARRIERS if letter in stem), "")
    if tone is None or not carrier:
        return word
    at = stem.rindex(carrier) + 1
    return unicodedata.normalize("NFC", stem[:at] + tone + stem[at:])
