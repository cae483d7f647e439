"""Numbers of headings, clauses, rows and annexes: a function of the tree, never stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.blocks import (
    Block,
    Clause,
    Heading,
    Level,
    RowMarker,
    RowNumbering,
    Table,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

POINT_LETTERS: Final = "abcdđeghiklmnopqrstuvxy"
"""The order of points in official documents (NĐ 30, PL I, II.6; L52)."""

_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_DASH, _PLUS = "-", "+"


def roman(number: int) -> str:
    """Write a positive number in Roman capitals; raises ValueError below 1."""
    if number < 1:
        raise ValueError(f"no Roman numeral for {number}")
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


def point_letter(number: int) -> str:
    """Return the letter of the n-th point, from 1: a, b, c, d, đ, e, g …, then aa, ab …"""
    if number < 1:
        raise ValueError(f"no point number {number}")
    text = ""
    while number:
        number, place = divmod(number - 1, len(POINT_LETTERS))
        text = POINT_LETTERS[place] + text
    return text


class _Counter:
    """Counts headings and clauses while the blocks go by."""

    def __init__(self) -> None:
        self._counts = dict.fromkeys(Level, 0)
        self._decimal_parent = ""

    def next(self, level: Level) -> str:
        """Count one more at `level`, forget what was counted below it, and return its number."""
        if level in (Level.DASH, Level.PLUS):
            return _DASH if level is Level.DASH else _PLUS
        self._counts[level] += 1
        for deeper in _below(level):
            self._counts[deeper] = 0
        if level is Level.ARABIC:
            self._decimal_parent = f"{self._counts[level]}."
        elif level in (Level.PART, Level.ROMAN, Level.ARTICLE):
            self._decimal_parent = ""
        return self._written(level)

    def _written(self, level: Level) -> str:
        count = self._counts[level]
        if level in (Level.PART, Level.ROMAN):
            return roman(count)
        if level is Level.LETTER:
            return point_letter(count)
        return f"{self._decimal_parent}{count}" if level is Level.DECIMAL else str(count)


def _below(level: Level) -> Iterator[Level]:
    """Yield the levels that start anew under one; sections and articles go on counting."""
    above = Level.ROMAN if level is Level.ARTICLE else max(level, Level.ROMAN)
    return (deeper for deeper in Level if deeper > above and deeper is not Level.ARTICLE)


def block_numbers(blocks: Sequence[Block]) -> tuple[str, ...]:
    """Return the bare number of each block ("II", "1", "1.1", "đ", "-"), empty where it has none.

    Sections (`I.`) go on counting through the parts of a document, articles (`Điều 1.`) through
    all of it; all deeper numbers start anew under each parent.
    """
    counter = _Counter()
    return tuple(
        counter.next(block.level) if isinstance(block, Heading | Clause) else "" for block in blocks
    )


def label(level: Level, number: str) -> str:
    """Return a number as it is printed before the text: "II.", "1.1.", "đ)", "-", "Phần I"."""
    if level is Level.PART:
        return f"Phần {number}."
    if level is Level.ARTICLE:
        return f"Điều {number}."
    if level is Level.LETTER:
        return f"{number})"
    return number if level in (Level.DASH, Level.PLUS) else f"{number}."


def block_labels(blocks: Sequence[Block]) -> tuple[str, ...]:
    """Return the printed number of each block, empty where it has none."""
    return tuple(
        label(block.level, number) if isinstance(block, Heading | Clause) else ""
        for block, number in zip(blocks, block_numbers(blocks), strict=True)
    )


def row_numbers(table: Table) -> tuple[tuple[str, ...], ...]:
    """Return for each group what stands in the number column of its rows."""
    marks = {RowMarker.DASH: _DASH, RowMarker.NONE: ""}
    numbers, count = [], 0
    for group in table.groups:
        if table.numbering is RowNumbering.PER_GROUP:
            count = 0
        written = []
        for row in group.rows:
            count += row.marker is RowMarker.NUMBER
            written.append(marks.get(row.marker, str(count)))
        numbers.append(tuple(written))
    return tuple(numbers)


def group_numbers(table: Table) -> tuple[str, ...]:
    """Return the Roman number of each group's title, empty where the group carries none."""
    return tuple(_group_numbers(table))


def _group_numbers(table: Table) -> Iterator[str]:
    count = 0
    for group in table.groups:
        numbered = group.numbered and bool(group.title)
        count += numbered
        yield roman(count) if numbered else ""


def annex_label(index: int, total: int) -> str:
    """Return "Phụ lục" for the only annex, "Phụ lục II" for the second of several (L77)."""
    return "Phụ lục" if total == 1 else f"Phụ lục {roman(index + 1)}"
