"""`spelling`: syllables that cannot be Vietnamese, common confusions, mixed tone marks."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from tdkt_desktop.checks.facts import ToneStyle
from tdkt_desktop.checks.finding import Severity
from tdkt_desktop.checks.sheet import Sheet, found, matches
from tdkt_desktop.checks.syllables import is_syllable
from tdkt_desktop.checks.tables import table
from tdkt_desktop.checks.typing_slips import likely_word
from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.checks.finding import Finding
    from tdkt_desktop.documents.table_places import Node

_CODE: Final = "spelling"
_WORD: Final = re.compile(r"[^\W\d_]+")
_QUOTED: Final = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")
_GLUE: Final = frozenset("@._/\\&’'-0123456789")
_SENTENCE: Final = re.compile(r"(?:^|[.!?:;…]\s+|\n)[“(]?$")
_FIRST_STYLE: Final = re.compile(r"(?<![qQ])(?:[òóỏõọ][ae]|[ùúủũụ]y)\b", re.IGNORECASE)
_LAST_STYLE: Final = re.compile(r"(?<![qQ])(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])\b", re.IGNORECASE)
_STYLES: Final = {ToneStyle.FIRST: _FIRST_STYLE, ToneStyle.LAST: _LAST_STYLE}


def check(sheet: Sheet) -> Iterator[Finding]:
    """Yield words that are misspelt."""
    for node in sheet.worded:
        yield from _impossible(node)
    yield from _confused(sheet)
    yield from _tone_marks(sheet)


# Syllables -----------------------------------------------------------------------------------


def _impossible(node: Node) -> Iterator[Finding]:
    text = node.text.plain
    if all(map(_is_surely_right, set(_WORD.findall(text)))):
        return
    quoted: list[tuple[int, int]] | None = None
    for match in _WORD.finditer(text):
        word = match[0]
        if _is_surely_right(word):
            continue
        if len(word) == 1 or not _is_plain_word(text, match):
            continue
        lowered = word.lower()
        if is_syllable(lowered) or _is_foreign(lowered):
            continue
        if quoted is None:
            quoted = [one.span() for one in _QUOTED.finditer(text)]
        if any(start <= match.start() < end for start, end in quoted):
            continue
        severity = Severity.WARNING if word.isascii() else Severity.ERROR
        message = _("“{word}” không phải là âm tiết tiếng Việt.").format(word=word)
        yield found(_CODE, severity, node, match.span(), message, likely_word(lowered))


@cache
def _is_surely_right(word: str) -> bool:
    return word.islower() and (is_syllable(word) or _is_foreign(word))


def _is_plain_word(text: str, match: re.Match[str]) -> bool:
    """Tell whether a word is no name, abbreviation, address or part of a longer token."""
    word, start, end = match[0], match.start(), match.end()
    if start and text[start - 1] in _GLUE and text[start - 1] != "-":
        return False
    after = text[end : end + 2]
    if after[:1] in {"@", "_", "/", "\\", "&", "’", "'"} or after[:1].isdigit():
        return False
    if after[:1] == "." and after[1:].isalpha() and after[1:].islower():
        return False
    if word.islower():
        return True
    if word.isupper():
        # In a title in capitals only what carries marks is surely no abbreviation.
        return text.isupper() and any(letter not in "ĐđƠƯ" for letter in word if ord(letter) > 127)
    return word[1:].islower() and _SENTENCE.search(text[:start]) is not None


@cache
def _foreign() -> frozenset[str]:
    return frozenset(table("syllables")["foreign"])


def _is_foreign(word: str) -> bool:
    return word in _foreign()


# Confusions ----------------------------------------------------------------------------------


@cache
def _phrases() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Return the wrong phrases, the right ones, and what finds the wrong ones."""
    pairs: dict[str, str] = table("confusions")["phrases"]
    return tuple(
        (wrong, right, re.compile("\\b" + "\\s+".join(wrong.split()) + "\\b", re.IGNORECASE))
        for wrong, right in pairs.items()
    )


def _confused(sheet: Sheet) -> Iterator[Finding]:
    texts = [(node, node.text.plain.lower()) for node in sheet.worded]
    whole = " ".join(" ".join(text for _node, text in texts).split())
    for wrong, right, pattern in _phrases():
        if wrong not in whole:
            continue
        for node, match in matches(pattern, sheet.worded):
            written = _in_case(right, match[0])
            message = _("Cụm từ này hay bị gõ nhầm; đúng là “{right}”.").format(right=right)
            yield found(_CODE, Severity.ERROR, node, match.span(), message, written, certain=True)


def _in_case(right: str, written: str) -> str:
    if written.isupper():
        return right.upper()
    return right[0].upper() + right[1:] if written[0].isupper() else right


# Tone marks ----------------------------------------------------------------------------------


def _tone_marks(sheet: Sheet) -> Iterator[Finding]:
    """Say once that tone marks are set in two ways; names keep their own."""
    seen = {
        style: [
            (node, match)
            for node, match in matches(pattern, sheet.worded)
            if not _begins_upper(node.text.plain, match.start())
        ]
        for style, pattern in _STYLES.items()
    }
    first, last = len(seen[ToneStyle.FIRST]), len(seen[ToneStyle.LAST])
    wanted = sheet.facts.tone_style
    if wanted is None:
        if not (first and last):
            return
        wanted = ToneStyle.FIRST if first >= last else ToneStyle.LAST
    other = ToneStyle.LAST if wanted is ToneStyle.FIRST else ToneStyle.FIRST
    if seen[other]:
        node, match = seen[other][0]
        word = next(
            one.span() for one in _WORD.finditer(node.text.plain) if one.end() >= match.end()
        )
        message = _("Dấu thanh đặt theo hai lối (hòa và hoà); {count} chỗ khác số còn lại.")
        message = message.format(count=len(seen[other]))
        yield found(_CODE, Severity.NOTE, node, word, message)


def _begins_upper(text: str, position: int) -> bool:
    """Tell whether the word at a position begins with a capital: "Ủy ban" is a name."""
    start = position
    while start and text[start - 1].isalpha():
        start -= 1
    return text[start].isupper()
