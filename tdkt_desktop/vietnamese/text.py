"""Cleaning, folding and ordering Vietnamese text."""

from __future__ import annotations

import re
import unicodedata

NBSP = "\N{NO-BREAK SPACE}"

_LINE_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_FIXED_SPACES = re.compile("[\u2007\u202f]")
_SPACES = re.compile("[\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]")
# Controls, soft hyphen, zero-width and direction marks, BOM, halves of surrogate pairs and the
# code points that no XML file may hold.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff"
    "\U000e0000-\U000e0fff]"
)
_GAPS = re.compile("[ \t\n]+")
# Old fonts and keyboards write the Icelandic or the African letter, which look the same.
_LOOK_ALIKES = str.maketrans("ÐƉð", "ĐĐđ")

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANKS = {letter: chr(ord("A") + rank) for rank, letter in enumerate(_ALPHABET)}
_SHAPES = "\u0302\u0306\u031b"
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_PIECES = re.compile(r"(\d+)|([^\W\d_]+)")
# All three sort before every digit and letter of a key; the order among them is what matters.
_END, _NEXT, _TONE = " ", "!", '"'
_LONGEST_NUMBER = 28


class _BareLetters(dict[int, int | None]):
    """What becomes of a letter in a search: a mark goes; filled as letters turn up."""

    def __missing__(self, code: int) -> int | None:
        kept = None if unicodedata.category(chr(code)) == "Mn" else code
        self[code] = kept
        return kept


_BARE = _BareLetters({ord("đ"): ord("d"), ord(NBSP): ord(" ")})


def clean(text: str) -> str:
    """Return `text` in NFC without invisible characters; only NBSP, tab and line feed stay."""
    if text.isascii() and text.isprintable():
        return text
    text = _LINE_BREAKS.sub("\n", text)
    text = _SPACES.sub(" ", _FIXED_SPACES.sub(NBSP, text))
    return unicodedata.normalize("NFC", _UNSEEN.sub("", text).translate(_LOOK_ALIKES))


def clean_line(text: str) -> str:
    """Return `text` cleaned, on one line, with single spaces and none at the ends; NBSP stays."""
    return _GAPS.sub(" ", clean(text)).strip(" ")


def fold(text: str) -> str:
    """Return the form for searching: lower case, no diacritics, đ as d, NBSP as a space."""
    lowered = unicodedata.normalize("NFD", clean(text).lower())
    return unicodedata.normalize("NFC", lowered.translate(_BARE))


def sort_key(text: str) -> str:
    """Return a key whose plain (binary) order is the Vietnamese dictionary's.

    Syllable by syllable: letters a ă â b c d đ e ê …, then the tones ngang, huyền, hỏi, ngã, sắc,
    nặng. Runs of digits count as numbers, so "Tổ 2" comes before "Tổ 10". Case decides last.
    """
    text = clean_line(text)
    return _weights(text) + _END + text


def spelling_key(text: str) -> str:
    """Return a key that is equal for one spelling, wherever its tone marks and capitals stand."""
    return _weights(clean_line(text))


def name_key(full_name: str) -> str:
    """Return a key ordering people by given name, then by the rest of the name."""
    full_name = clean_line(full_name)
    rest, _, given = full_name.replace(NBSP, " ").strip().rpartition(" ")
    return _END.join((_weights(given), _weights(rest), full_name))


def _weights(text: str) -> str:
    """Return the weights of all syllables and numbers of `text`; punctuation only separates."""
    return _NEXT.join(
        _number(digits) if digits else _syllable(letters)
        for digits, letters in _PIECES.findall(text.lower())
    )


def _number(digits: str) -> str:
    """Return a weight by size: how many digits, then the digits."""
    value = digits.lstrip("0")
    return chr(ord("#") + min(len(value), _LONGEST_NUMBER)) + value


def _syllable(letters: str) -> str:
    """Return the letters' ranks, then the tone; where the tone mark sits does not matter."""
    ranks: list[str] = []
    tones: list[str] = []
    for char in letters:
        decomposed = unicodedata.normalize("NFD", char)
        base, marks = decomposed[0], decomposed[1:]
        shape = "".join(mark for mark in marks if mark in _SHAPES)
        letter = unicodedata.normalize("NFC", base + shape)
        ranks.append(_RANKS.get(letter) or _RANKS.get(base, base))
        tones.extend(_TONES[mark] for mark in marks if mark in _TONES)
    return "".join(ranks) + _TONE + "".join(tones)
