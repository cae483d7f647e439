"""The value of a number as headings and annexes write it."""

from __future__ import annotations

import re
from typing import Final

from tdkt_desktop.documents.numbering import POINT_LETTERS

_ROMAN: Final = {"I": 1, "V": 5, "X": 10, "L": 50}


def value(written: str) -> int:
    """Return what "12", "IV" or "đ" counts; 0 for what is no number."""
    if written.isdigit():
        return int(written)
    if re.fullmatch(r"[IVXL]+", written):
        values = [_ROMAN[letter] for letter in written]
        following = [*values[1:], 0]
        return sum(-a if a < b else a for a, b in zip(values, following, strict=True))
    return POINT_LETTERS.find(written.lower()) + 1
