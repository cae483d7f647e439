"""Brings text into the form in which it can be printed by every writer."""

from __future__ import annotations

import re
from typing import Final

from tdkt_desktop.documents.richtext import RichText, Run
from tdkt_desktop.vietnamese.text import NBSP, clean

_YEARS: Final = re.compile(r"\b\d{4} ?[-–] ?\d{4}\b")


def printable(text: str) -> str:
    """Return text composed (NFC, L118), without what no paper and no file can hold, no tabs."""
    return clean(text).replace("\t", " ")


def printable_rich(text: RichText) -> RichText:
    """Do the same to marked text."""
    if printable(text.plain) == text.plain:
        return text
    runs = (Run(printable(run.text), run.bold, run.italic) for run in text.runs())
    return RichText.from_runs(runs)


def capitals(text: RichText) -> RichText:
    """Return marked text in capitals; a letter whose capital is two letters stays."""
    return text.replace_plain("".join(map(_capital, text.plain)))


def _capital(letter: str) -> str:
    capital = letter.upper()
    return capital if len(capital) == 1 else letter


def with_whole_years(text: RichText) -> RichText:
    """Keep `2026 - 2027` on one line (L36)."""
    return text.replace_plain(_YEARS.sub(lambda m: m[0].replace(" ", NBSP), text.plain))
