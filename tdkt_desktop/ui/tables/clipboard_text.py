"""Blocks of cells as Excel and Word put them on the clipboard: tabs, line ends, quotes."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from tdkt_desktop.vietnamese.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def read_block(text: str) -> list[list[str]]:
    """Read rows of cells; a cell with a line end or a tab in it stands in quotes.

    Empty lines at the end are no rows. Quotes that only open are letters like any other.
    """
    cleaned = clean(text.replace("\r\n", "\n").replace("\r", "\n")).strip("\n")
    if not cleaned:
        return []
    stream = io.StringIO(cleaned)
    if cleaned.count('"') % 2:
        rows = csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
    else:
        rows = csv.reader(stream, delimiter="\t")
    return [[cell.strip() for cell in row] or [""] for row in rows]


def write_block(rows: Iterable[Sequence[str]]) -> str:
    """Write rows of cells so that Excel and Word read them as cells."""
    stream = io.StringIO()
    csv.writer(stream, delimiter="\t", lineterminator="\n").writerows(rows)
    return stream.getvalue()
