"""Numbers and signs typed before a paragraph: `Phần I`, `II.`, `1/`, `2.1.`, `a)`, `-`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.numbering import POINT_LETTERS, point_letter, roman

if TYPE_CHECKING:
    from collections.abc import Iterator


class NumberStyle(StrEnum):
    """How a number is written."""

    PART = "part"
    CAPITAL = "capital"
    ROMAN = "roman"
    ARABIC = "arabic"
    DECIMAL = "decimal"
    LETTER = "letter"
    DASH = "dash"
    PLUS = "plus"
    BULLET = "bullet"


SIGNS: Final = frozenset({NumberStyle.DASH, NumberStyle.PLUS, NumberStyle.BULLET})


@dataclass(frozen=True, slots=True)
class TypedNumber:
    """A number found before a text.

    `values` are its parts (2.1 is 2, 1), `written` the number alone, `closer` what follows it,
    `length` how many characters of the text both take.
    """

    style: NumberStyle
    values: tuple[int, ...]
    written: str
    closer: str
    length: int

    @property
    def value(self) -> int:
        """The last part, the one that counts within its parent; 0 for a sign."""
        return self.values[-1] if self.values else 0


_UPPER: Final = "A-ZĐÀ-ÖØ-ÞĂĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
_ORDINALS: Final = (
    "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười",
)  # fmt: skip
_PART = re.compile(
    rf"(phần|chương)\s+(thứ\s+(?P<word>{'|'.join(_ORDINALS)})|(?P<roman>[IVXivx]{{1,5}})|(?P<digit>\d{{1,2}})"
    rf"|(?P<letter>[A-HĐ]))(?![\w/])\s*(?P<closer>[.:\-–—)]?)\s*",
    re.IGNORECASE,
)
_ROMAN = re.compile(
    r"(?:[Mm]ục\s+|MỤC\s+)?(?P<number>[IVXLCivxlc]{1,6})\s{0,2}(?P<closer>[./):]|[-–—](?=\s|\w))\s*"
)
_BARE_ROMAN = re.compile(rf"(?P<number>[IVX]{{1,5}})(?P<closer>)\s+(?=[{_UPPER}]{{2}})")
_ROMAN_DECIMAL = re.compile(
    r"(?P<roman>[IVX]{1,5})\.(?P<number>\d{1,2}(?:\.\d{1,2})*)(?P<closer>[.)/]?)(?!\d)\s*"
)
_DECIMAL = re.compile(
    rf"(?P<number>\d{{1,2}}(?:\.\s?\d{{1,2}}){{1,4}})(?!\d)"
    rf"(?:\s?(?P<closer>[.)/])(?!\d)\s*|(?P<none>)\s+(?=[“\"‘'(]?[{_UPPER}]))"
)
_ARABIC = re.compile(
    rf"(?P<number>\d{{1,3}})(?:\s?(?P<closer>[.)])(?!\d)\s*|\s?(?P<slash>/)(?!\s?\d)\s*"
    rf"|\s?(?P<dash>[-–—])\s+(?=[“\"‘']?[{_UPPER}]))"
)
_BRACKETED = re.compile(r"\((?P<number>\d{1,2}|[a-zđ])(?P<closer>\))\s*")
_LETTER = re.compile(
    rf"(?P<number>[a-zđ])\s?(?:(?P<closer>\))\s*|(?P<loose>[./])\s*(?=[“\"‘']?[{_UPPER}]))"
)
_CAPITAL = re.compile(r"(?P<number>[A-Z])\s?(?P<closer>[.)/]|[-–—](?=\s))\s*")
_DASH = re.compile(r"[-–—−‐‑‒―]\s*(?=[^\s\-–—])")
_PLUS = re.compile(r"\+\s*(?=\S)")
_BULLET = re.compile(
    "(?:[•·▪●○◦■□►▶➢➤✓✔√★☆♦❖¨§∙⁃‣\uf000-\uf0ff]\\s*|\\*+\\s*(?=[^\\s*])|o\\s+(?=[" + _UPPER + "]))"
)
_CAPITALS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MOST_SECTIONS: Final = 39
_ROMANS: Final = {roman(value): value for value in range(1, _MOST_SECTIONS + 1)}
_POINTS: Final = {point_letter(n): n for n in range(1, len(POINT_LETTERS) + 1)}


def roman_value(text: str) -> int | None:
    """Read a Roman number in any case, also with a small L typed for I; None if it is none."""
    value = _ROMANS.get(text.replace("l", "I").upper())
    return value or _ROMANS.get(text.upper())


def typed_numbers(text: str) -> tuple[TypedNumber, ...]:
    """Return every way to read the beginning of `text` as a number, the likeliest first."""
    if (
        not text
        or text.startswith(("V/v", "v/v"))
        or (not (text[0].isalnum() or text[0] in "([-–—−‐‑‒―+*") and not _BULLET.match(text))
    ):
        return ()
    return tuple(_readings(text))


def label_number(label: str) -> TypedNumber | None:
    """Read a number that the file keeps apart from the text; any sign counts as a bullet."""
    label = label.strip()
    if not label:
        return None
    found = typed_numbers(f"{label} X") or typed_numbers(f"{label}. X")
    if found:
        return found[0]
    return TypedNumber(NumberStyle.BULLET, (), label, "", 0)


def _readings(text: str) -> Iterator[TypedNumber]:
    yield from _part(text)
    yield from _signs(text)
    yield from _romans(text)
    yield from _arabics(text)
    yield from _letters(text)


def _part(text: str) -> Iterator[TypedNumber]:
    match = _PART.match(text)
    if not match or not _stands_apart(match):
        return
    value = _part_value(match)
    if value:
        written = match[2].strip()
        yield TypedNumber(NumberStyle.PART, (value,), written, match["closer"], match.end())


def _stands_apart(match: re.Match[str]) -> bool:
    """Tell whether `Phần I` opens a part and is not the beginning of a sentence about it."""
    rest = match.string[match.end() :]
    return bool(match["closer"]) or not rest or "\n" in match[0] or rest[:2].isupper()


def _part_value(match: re.Match[str]) -> int | None:
    if match["word"]:
        return _ORDINALS.index(match["word"].lower()) + 1
    if match["roman"]:
        return roman_value(match["roman"])
    if match["digit"]:
        return int(match["digit"])
    return _CAPITALS.find(match["letter"].upper()) + 1 or None


def _signs(text: str) -> Iterator[TypedNumber]:
    for style, pattern in (
        (NumberStyle.DASH, _DASH),
        (NumberStyle.PLUS, _PLUS),
        (NumberStyle.BULLET, _BULLET),
    ):
        match = pattern.match(text)
        if match:
            yield TypedNumber(style, (), match[0].strip(), "", match.end())
            return


def _romans(text: str) -> Iterator[TypedNumber]:
    match = _ROMAN_DECIMAL.match(text)
    if match and roman_value(match["roman"]):
        values = tuple(int(part) for part in match["number"].split("."))
        style = NumberStyle.DECIMAL if len(values) > 1 else NumberStyle.ARABIC
        written = f"{match['roman']}.{match['number']}"
        yield TypedNumber(style, values, written, match["closer"], match.end())
        return
    match = _ROMAN.match(text) or _BARE_ROMAN.match(text)
    if not match:
        return
    value = roman_value(match["number"])
    if value:
        yield _typed(NumberStyle.ROMAN, (value,), match)


def _arabics(text: str) -> Iterator[TypedNumber]:
    match = _DECIMAL.match(text)
    if match:
        number = match["number"].replace(" ", "")
        values = tuple(int(part) for part in number.split("."))
        yield TypedNumber(NumberStyle.DECIMAL, values, number, match["closer"] or "", match.end())
        return
    match = _ARABIC.match(text)
    if match:
        closer = match["closer"] or match["slash"] or match["dash"] or ""
        value = int(match["number"])
        yield TypedNumber(NumberStyle.ARABIC, (value,), match["number"], closer, match.end())
        return
    match = _BRACKETED.match(text)
    if match and match["number"].isdigit():
        value = int(match["number"])
        yield TypedNumber(NumberStyle.ARABIC, (value,), match["number"], "()", match.end())


def _letters(text: str) -> Iterator[TypedNumber]:
    match = _LETTER.match(text) or _BRACKETED.match(text)
    if match and match["number"] in _POINTS:
        yield _typed(NumberStyle.LETTER, (_POINTS[match["number"]],), match)
    match = _CAPITAL.match(text)
    if match:
        value = _CAPITALS.find(match["number"]) + 1
        if value:
            yield _typed(NumberStyle.CAPITAL, (value,), match)


def _typed(style: NumberStyle, values: tuple[int, ...], match: re.Match[str]) -> TypedNumber:
    return TypedNumber(style, values, match["number"], match["closer"] or ".", match.end())
