"""Joins runs as a file gives them into clean text with marks."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from tdkt_desktop.documents.richtext import RichText, Run
from tdkt_desktop.vietnamese.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def join_runs(runs: Iterable[Run]) -> RichText:
    """Return the runs as one text in NFC, without spaces at the ends of its lines."""
    return _trim_lines(RichText.from_runs(_composed(runs)))


def whole_look(text: RichText) -> tuple[bool, bool]:
    """Tell whether all the letters of a text are bold, and whether all are italic."""
    runs = [run for run in text.runs() if run.text.strip()]
    if not runs:
        return False, False
    return all(run.bold for run in runs), all(run.italic for run in runs)


def without(text: RichText, *, bold: bool, italic: bool) -> RichText:
    """Return the text with marks of one or both kinds taken off."""
    return RichText.from_runs(
        Run(run.text, run.bold and not bold, run.italic and not italic) for run in text.runs()
    )


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
    start, parts = 0, RichText()
    for index, line in enumerate(text.plain.split("\n")):
        piece = text[start : start + len(line)].stripped()
        parts = piece if index == 0 else parts + "\n" + piece
        start += len(line) + 1
    return parts
