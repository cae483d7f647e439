"""Finds the names of commemorative days in text."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from tdkt_desktop.vietnamese.anniversaries import CommemorativeDay, commemorative_days
from tdkt_desktop.vietnamese.text import fold

_SHORTEST: Final = 8
_COMMON: Final = {"hai ba trung", "khai giang", "giai phong", "trung thu"}
"""Names that streets, schools and other events bear as well."""
_AFTER_NAME: Final = re.compile(
    r"\s*(?:[,;.:()“”\"\n\d–-]|$|viet nam\b|va\b|ngay\b|gan\b|voi\b|bang\b|trong\b|tai\b|nam\b)"
)
_BETWEEN: Final = re.compile(r"[\s,(–:-]*(?:viet nam[\s,(]*)?(?:\(?ngay\s)?$")
_REACH: Final = 110


@cache
def _names() -> tuple[tuple[str, CommemorativeDay], ...]:
    """Return the folded names of the days, longest first."""
    pairs: dict[str, CommemorativeDay] = {}
    for one in commemorative_days():
        for name in (one.name, *one.aliases):
            folded = re.sub(r"\W+", " ", fold(name).removeprefix("ngay ")).strip()
            if len(folded) >= _SHORTEST and not folded[-1].isdigit() and folded not in _COMMON:
                pairs.setdefault(folded, one)
    return tuple(sorted(pairs.items(), key=lambda pair: -len(pair[0])))


@cache
def _pattern() -> re.Pattern[str]:
    """Return a pattern of all names, any punctuation between their words."""
    choices = ("[\\W_]+".join(name.split()) for name, _day in _names())
    return re.compile(rf"\b(?:{'|'.join(choices)})\b")


def named_days(text: str) -> tuple[tuple[int, int, CommemorativeDay], ...]:
    """Return the days named in a text, with the range of each name."""
    folded = fold(text)
    if len(folded) != len(text):
        return ()
    known = dict(_names())
    return tuple(
        (match.start(), match.end(), known[" ".join(re.findall(r"\w+", match[0]))])
        for match in _pattern().finditer(folded)
        # "thành lập Đảng bộ xã" is no day of the Party, "… trên không" no day of Điện Biên Phủ.
        if _AFTER_NAME.match(folded, match.end())
    )


def known_day_before(text: str, position: int) -> CommemorativeDay | None:
    """Return the day whose name stands right before a position of a text."""
    start = max(0, position - _REACH)
    piece = text[start:position]
    for _begin, end, day in reversed(named_days(piece)):
        if _BETWEEN.fullmatch(fold(piece[end:])):
            return day
    return None
