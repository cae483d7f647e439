"""Small questions about a text: its case, its end, its words."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.richtext import Mark, MarkStyle, RichText, Run
from tdkt_desktop.vietnamese.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_GAPS = re.compile(r"[ \t]+")
_ENOUGH: Final = 60
_LONG_RUN = re.compile(rf"(\W)\1{{{_ENOUGH},}}")
_AROUND_BREAK = re.compile(r" *\n[ \n]*")
_CLOSERS: Final = "\"'”’»)]"
_OPENERS: Final = "\"'“‘«(["
_END_MARKS: Final = ".;:!?…"
_FEW_LINES: Final = 3


def tidy(text: RichText) -> RichText:
    """Return the text in NFC with single spaces, none at the ends or around a line break."""
    runs = _clean_runs(text) if text.marks else [Run(clean(text.plain))]
    joined = RichText.from_runs(runs)
    return squeeze(joined).stripped()


def shortened(text: RichText) -> RichText:
    """Cut runs of the same sign or blank, such as dotted lines, to a length that is enough."""
    pieces: list[Run] = []
    at = 0
    for match in _LONG_RUN.finditer(text.plain):
        pieces.extend(text[at : match.start() + _ENOUGH].runs())
        at = match.end()
    return RichText.from_runs([*pieces, *text[at:].runs()]) if pieces else text


def squeeze(text: RichText) -> RichText:
    """Make every run of spaces one, and every run of line breaks one."""
    for pattern, kept in ((_GAPS, " "), (_AROUND_BREAK, "\n")):
        if any(match[0] != kept for match in pattern.finditer(text.plain)):
            text = _substitute(text, pattern, kept)
    return text


def unmarked(text: RichText) -> RichText:
    """Return a title without the bold or italic that all of it has: its place says how it looks."""
    return RichText(
        text.plain,
        tuple(mark for mark in text.marks if not _covers(mark, text.plain)),
    )


def one_line(text: RichText) -> RichText:
    """Return the text with spaces for line breaks."""
    return text.replace_plain(text.plain.replace("\n", " "))


def split_at(text: RichText, *places: int) -> list[RichText]:
    """Cut a text at the given places; empty pieces are dropped."""
    edges = [0, *places, len(text.plain)]
    pieces = (text[start:end].stripped() for start, end in itertools.pairwise(edges))
    return [piece for piece in pieces if piece]


def is_capitals(text: str) -> bool:
    """Tell whether a text is written in capitals: two letters at least, and none small."""
    letters = [char for char in text if char.isalpha()]
    return len(letters) > 1 and not any(char.islower() for char in letters)


def mostly_capitals(lines: Sequence[str]) -> bool:
    """Tell whether a text is typed all in capitals, so that they say nothing."""
    return 2 * sum(map(is_capitals, lines)) > len(lines) > _FEW_LINES


def starts_small(text: str) -> bool:
    """Tell whether the first word begins with a small letter, so goes on with a sentence."""
    bare = text.lstrip(_OPENERS + " ")
    return bool(bare) and bare[0].islower()


def ends_sentence(text: str) -> bool:
    """Tell whether an end mark closes the text, also one inside a quotation."""
    bare = text.rstrip().rstrip(_CLOSERS).rstrip()
    return bool(bare) and bare[-1] in _END_MARKS


def is_open(text: str) -> bool:
    """Tell whether a quotation or a bracket was opened and not closed."""
    return text.count("“") > text.count("”") or text.count("(") > text.count(")")


def words(text: str) -> int:
    """Count the words."""
    return len(text.split())


def _covers(mark: Mark, plain: str) -> bool:
    outside = plain[: mark.start] + plain[mark.end :]
    return mark.style in MarkStyle and not outside.strip(" .:;")


def _clean_runs(text: RichText) -> Iterator[Run]:
    for run in text.runs():
        yield Run(clean(run.text), run.bold, run.italic)


def _substitute(text: RichText, pattern: re.Pattern[str], kept: str) -> RichText:
    pieces: list[Run] = []
    at = 0
    for match in pattern.finditer(text.plain):
        pieces.extend(
            text[at : match.start() + 1].replace_plain(text.plain[at : match.start()] + kept).runs()
        )
        at = match.end()
    pieces.extend(text[at:].runs())
    return RichText.from_runs(pieces)
