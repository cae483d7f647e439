"""Joins runs as a file gives them into clean text with marks."""

from __future__ import annotations

import re
import unicodedata
from itertools import compress
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.richtext import MarkStyle, RichText, Run
from tdkt_desktop.vietnamese.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_AROUND_BREAK: Final = re.compile(r"[ \t\xa0]*\n[ \t\xa0\n]*")


def join_runs(runs: Iterable[Run]) -> RichText:
    """Return the runs as one text in NFC, without spaces at the ends of its lines."""
    return _trim_lines(RichText.from_runs(_composed(runs)))


def whole_look(text: RichText) -> tuple[bool, bool]:
    """Tell whether all the letters of a text are bold, and whether all are italic."""
    return _covers(text, MarkStyle.BOLD), _covers(text, MarkStyle.ITALIC)


def without(text: RichText, *, bold: bool, italic: bool) -> RichText:
    """Return the text with marks of one or both kinds taken off."""
    dropped = {MarkStyle.BOLD: bold, MarkStyle.ITALIC: italic}
    return RichText(text.plain, tuple(mark for mark in text.marks if not dropped[mark.style]))


def _covers(text: RichText, style: MarkStyle) -> bool:
    """Tell whether the marks of a style leave nothing but blanks between them."""
    edges = [0]
    for mark in text.marks:
        if mark.style is style:
            edges += [mark.start, mark.end]
    edges.append(len(text.plain))
    gaps = zip(edges[::2], edges[1::2], strict=True)
    return bool(text) and not any(text.plain[start:end].strip() for start, end in gaps)


def _composed(runs: Iterable[Run]) -> Iterator[Run]:
    """Clean each run; a combining mark that opens one belongs to the letter before it."""
    held: Run | None = None
    for run in runs:
        text = run.text
        if held is not None:
            marks = 0
            while marks < len(text) and unicodedata.combining(text[marks]):
                marks += 1
            held = Run(held.text + text[:marks], held.bold, held.italic)
            text = text[marks:]
            if not text:
                continue
            yield Run(clean(held.text), held.bold, held.italic)
        held = Run(text, run.bold, run.italic)
    if held is not None:
        yield Run(clean(held.text), held.bold, held.italic)


def _trim_lines(text: RichText) -> RichText:
    """Take away spaces at the ends of the text and around the breaks within it."""
    text = text.stripped()
    if "\n" not in text.plain:
        return text
    kept = bytearray(b"\1" * len(text.plain))
    for found in _AROUND_BREAK.finditer(text.plain):
        kept[found.start() : found.end()] = bytes(sign == "\n" for sign in found[0])
    return RichText.from_runs(_compressed(text, kept))


def _compressed(text: RichText, kept: bytearray) -> Iterator[Run]:
    start = 0
    for run in text.runs():
        end = start + len(run.text)
        yield Run("".join(compress(run.text, kept[start:end])), run.bold, run.italic)
        start = end
