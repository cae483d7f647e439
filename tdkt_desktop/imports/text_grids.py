"""Finds the tables that plain text draws: with bars and rules, or with cells set below each other.

Both come from pages: a table goes on after the end of a page, where its head may stand again, and
a cell that is too long for its column goes on in the next line.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NUMBER_HEAD: Final = re.compile(r"[\s|]*(s?tt|số\s*tt|th[ứử] tự)\b", re.IGNORECASE)
_NUMBER: Final = re.compile(r"(\d{1,3}|[IVXLC]{1,6}|[a-zđ])[.)]?$")
_PAGE: Final = re.compile(r"\s*(?:\f|(?:trang\s*|[-–]\s*)?\d{1,3}(?:\s*[-–])?)\s*$", re.IGNORECASE)
_RULE: Final = re.compile(r"\s*[+|][-=+|:]*[-=][-=+|:]*\s*$")
_CHUNK: Final = re.compile(r"\S+(?:[ \xa0]\S+)*")
_GROUP: Final = re.compile(
    r"\s*(quý|tháng|học k[ỳì]|kỳ|đợt|phần|tuần|[IVXLC]+[.)/-])\s", re.IGNORECASE
)
_DASH: Final = re.compile(r"[-–+*•]\s")
_FEWEST_COLUMNS: Final = 3
_MOST_COLUMNS: Final = 20
_LONGEST: Final = 2_000

Rows = list[list[str]]


def drawn_table(lines: Sequence[str], start: int) -> tuple[Rows, int] | None:
    """Return the rows of the table drawn from `start` on and the line after it, if there is one."""
    if not 0 < lines[start].count("|") <= _MOST_COLUMNS and not _RULE.match(lines[start]):
        return _aligned(lines, start) if _NUMBER_HEAD.match(lines[start]) else None
    above = lines[start - 1] if start else ""
    return None if "|" in above or _RULE.match(above) else _boxed(lines, start)


def _extend(row: list[str], cells: Sequence[str]) -> None:
    """Go on with the cells of a row in its next line."""
    for place, cell in enumerate(cells):
        if cell and row[place]:
            row[place] += ("\n" if _DASH.match(cell) else " ") + cell
        else:
            row[place] += cell


def _without_repeats(rows: Rows) -> Rows:
    return rows[:1] + [row for row in rows[1:] if row != rows[0]]


# Bars and rules --------------------------------------------------------------------------------


def _boxed(lines: Sequence[str], start: int) -> tuple[Rows, int] | None:
    """Read a table between bars; a rule or a number opens a row."""
    body = list(_boxed_lines(lines, start))
    cells = [[] if _RULE.match(lines[n]) else _cells(lines[n]) for n in body]
    widths = {len(row) for row in cells if row}
    if len(widths) != 1 or max(widths) < _FEWEST_COLUMNS:
        return None
    rows: Rows = []
    ruled = sum(not row for row in cells) > _FEWEST_COLUMNS
    opens = True
    for row in cells:
        if not row:
            opens = True
            continue
        if not rows or row[0] or (ruled and opens and rows[-1] != rows[0]):
            rows.append(row)
        else:
            _extend(rows[-1] if rows[-1] != rows[0] or len(rows) == 1 else rows[-2], row)
        opens = False
    rows = _without_repeats(rows)
    return (rows, body[-1] + 1) if len(rows) > 1 else None


def _boxed_lines(lines: Sequence[str], start: int) -> Iterator[int]:
    for index in range(start, min(len(lines), start + _LONGEST)):
        line = lines[index]
        if "|" in line or _RULE.match(line):
            yield index
        elif line.strip() and not _PAGE.match(line):
            return


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


# Cells set below each other --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Chunk:
    start: int
    end: int
    text: str


def _chunks(line: str) -> list[_Chunk]:
    return [_Chunk(m.start(), m.end(), m[0]) for m in _CHUNK.finditer(line)]


class _Columns:
    """The stretches of a line that the columns take; they grow with what stands in them."""

    def __init__(self, head: Sequence[_Chunk]) -> None:
        self._ranges = [(chunk.start, chunk.end) for chunk in head]

    def cells(self, chunks: Sequence[_Chunk]) -> list[str] | None:
        """Return the cells of a line, None where a text reaches over more than one column."""
        cells = [""] * len(self._ranges)
        ranges = list(self._ranges)
        for chunk in chunks:
            place = self._place(chunk)
            if place is None:
                return None
            cells[place] = f"{cells[place]} {chunk.text}".strip()
            low, high = ranges[place]
            ranges[place] = (min(low, chunk.start), max(high, chunk.end))
        if any(a[1] >= b[0] for a, b in itertools.pairwise(ranges)):
            return None
        self._ranges = ranges
        return cells

    def _place(self, chunk: _Chunk) -> int | None:
        over = [n for n, (a, b) in enumerate(self._ranges) if chunk.start < b and chunk.end > a]
        if len(over) > 1:
            return None
        if over:
            return over[0]
        gaps = [max(a - chunk.end, chunk.start - b) for a, b in self._ranges]
        return gaps.index(min(gaps))


def _aligned(lines: Sequence[str], start: int) -> tuple[Rows, int] | None:
    """Read a table whose head names a column of numbers and whose cells stand below the head."""
    head = _chunks(lines[start])
    if not _FEWEST_COLUMNS <= len(head) <= _MOST_COLUMNS or "\t" in lines[start]:
        return None
    columns = _Columns(head)
    cells: list[str] | None
    rows, end, parted = [[chunk.text for chunk in head]], start + 1, False
    for index in range(start + 1, min(len(lines), start + _LONGEST)):
        line = lines[index]
        if not line.strip() or _PAGE.match(line):
            parted = parted or not line.strip()
            parted = parted and "\f" not in "".join(lines[end : index + 1])
            continue
        chunks = _chunks(line)
        group = _GROUP.match(line) and len(chunks) == 1 and _row_follows(lines, index + 1)
        cells = [line.strip(), *([""] * (len(head) - 1))] if group else columns.cells(chunks)
        if cells is None or (parted and not cells[0]) or cells == rows[0] == rows[-1]:
            break
        if group or _NUMBER.match(cells[0]) or cells == rows[0]:
            rows.append(cells)
        elif cells[0]:
            break
        else:
            _extend(rows[-2] if rows[-1] == rows[0] and len(rows) > 1 else rows[-1], cells)
        end, parted = index + 1, False
    rows = _without_repeats(rows)
    return (rows, end) if len(rows) > 1 else None


def _row_follows(lines: Sequence[str], index: int) -> bool:
    following = next((line for line in lines[index:] if line.strip()), "")
    chunks = _chunks(following)
    return len(chunks) > 1 and bool(_NUMBER.match(chunks[0].text))
