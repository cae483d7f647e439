"""Names of bodies: where a long one is broken, and how one in capitals reads in a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_TYPES: Final = (
    "Trường Phổ thông dân tộc bán trú",
    "Trường Phổ thông dân tộc nội trú",
    "Trường Tiểu học và Trung học cơ sở",
    "Trường Trung học cơ sở và Trung học phổ thông",
    "Trường Trung học phổ thông chuyên",
    "Trường Trung học phổ thông",
    "Trường Trung học cơ sở",
    "Trường Tiểu học",
    "Trường Mầm non",
    "Trường Mẫu giáo",
    "Trường TH&THCS",
    "Trường THCS&THPT",
    "Trường THPT",
    "Trường THCS",
    "Trường TH",
    "Trường MN",
    "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên",
    "Trung tâm Giáo dục thường xuyên",
    "Hội đồng Thi đua - Khen thưởng",
    "Hội đồng Thi đua, khen thưởng",
    "Hội đồng Sáng kiến",
    "Hội đồng",
    "Ủy ban nhân dân",
    "UBND",
    "Sở Giáo dục và Đào tạo",
    "Sở GD&ĐT",
    "Sở GDĐT",
    "Công đoàn cơ sở",
    "Trường",
)
"""Kinds of body as they are written in a sentence, longer ones before those they begin with."""
_PHRASES: Final = (
    "Trung học phổ thông",
    "Trung học cơ sở",
    "Tiểu học",
    "Mầm non",
    "Mẫu giáo",
    "Giáo dục và Đào tạo",
)
_ABBREVIATIONS: Final = {"THCS", "THPT", "TH&THCS", "THCS&THPT", "UBND", "GD&ĐT", "GDĐT", "TP"}
_LOWER: Final = {
    "và",
    "của",
    "tỉnh",
    "thành",
    "phố",
    "xã",
    "phường",
    "huyện",
    "quận",
    "thị",
    "trấn",
}
_COMPOUNDS: Final = frozenset(
    [
        "trung học",
        "phổ thông",
        "tiểu học",
        "mầm non",
        "mẫu giáo",
        "cơ sở",
        "dân tộc",
        "nội trú",
        "bán trú",
        "giáo dục",
        "đào tạo",
        "nghề nghiệp",
        "thường xuyên",
        "trung tâm",
        "nhân dân",
        "ủy ban",
        "uỷ ban",
        "thành phố",
        "thị xã",
        "hội đồng",
        "thi đua",
        "khen thưởng",
        "sáng kiến",
        "công đoàn",
    ]
)
_HEADS: Final = {kind.casefold() for kind in _TYPES} | {"ban", "tổ"}
_SPOILED: Final = 500
_COUNCIL: Final = ("hội đồng", "ban ", "tổ ")


def _type_of(name: str) -> str:
    """Return the kind of body that a name begins with, empty if none is known."""
    folded = name.casefold()
    return next(
        (t for t in _TYPES if folded == t.casefold() or folded.startswith(t.casefold() + " ")), ""
    )


def break_name(name: str, fits: Callable[[str], bool]) -> tuple[str, ...]:
    """Break a name into the fewest lines that fit, after the kind of body if it can be (L17).

    `TRƯỜNG TIỂU HỌC` stands above the proper name, `HỘI ĐỒNG` above `THI ĐUA - KHEN THƯỞNG`;
    words of two syllables stay whole, and lines are of like length.
    """
    words = name.split()
    prices = [_price(words, place) for place in range(len(words))]
    best: list[tuple[int, int, tuple[str, ...]]] = [(0, 0, ())]
    for end in range(1, len(words) + 1):
        ways = []
        for start in range(end):
            line = " ".join(words[start:end])
            if end - start == 1 or fits(line):
                count, price, lines = best[start]
                ways.append((count + 1, price + prices[start] + len(line) ** 2, (*lines, line)))
        best.append(min(ways))
    return best[-1][2]


def _price(words: Sequence[str], place: int) -> int:
    """Return how much a break before a word spoils a name."""
    before, word = " ".join(words[:place]).casefold(), words[place].casefold()
    if not before or before in _HEADS:
        return 0
    if word == "-" or f"{words[place - 1].casefold()} {word}" in _COMPOUNDS:
        return 2 * _SPOILED
    return _SPOILED


def name_in_sentence(lines: Sequence[str]) -> str:
    """Return a name printed in capitals as it is written in a sentence (PL II).

    A name that is not all in capitals is taken as it stands.
    """
    name = " ".join(" ".join(lines).split())
    if name != name.upper():
        return name
    kind = _type_of(name)
    proper = " ".join(_word(word) for word in name[len(kind) :].split())
    for phrase in _PHRASES:
        proper = re.sub(rf"\b{phrase}\b", phrase, proper, flags=re.IGNORECASE)
    return f"{kind} {proper}".strip()


def _word(word: str) -> str:
    """Write a word of a proper name; abbreviations and Roman numerals stay in capitals."""
    if word.casefold() in _LOWER:
        return word.lower()
    keeps = word in _ABBREVIATIONS or re.fullmatch(r"[IVX]+", word)
    return word if keeps else word.capitalize()


def is_council(lines: Sequence[str]) -> bool:
    """Tell whether a name is that of a council, a board or a group within a school."""
    return " ".join(lines).casefold().startswith(_COUNCIL)


def issuer_in_sentence(parent: Sequence[str], issuer: Sequence[str]) -> str:
    """Return the issuer as a sentence names it: a council together with its school."""
    name = name_in_sentence(issuer)
    school = name_in_sentence(parent)
    if is_council(issuer) and school.casefold().startswith("trường"):
        return f"{name} {school}"
    return name
