"""Words on a page of a PDF put together to lines and columns in reading order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Any, Final

from tdkt_desktop.documents.richtext import Run
from tdkt_desktop.imports.legacy import from_font, is_legacy_font
from tdkt_desktop.imports.symbols import symbol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_BOLD: Final = re.compile(r"bold|black|heavy|demi|(?<=[a-z])BD\b", re.IGNORECASE)
_ITALIC: Final = re.compile(r"italic|oblique|(?<=[a-z])I\b", re.IGNORECASE)
_LABEL: Final = re.compile(r"(?:\d+(?:\.\d+)*[.)]|[IVXLC]+\.|[A-ZĐa-zđ][.)]|[-–+*•●▪\uf0b7])$")
_PRIVATE_USE: Final = re.compile("[\uf020-\uf0ff]")
_WIDE_GAP: Final = 1.8
"""A gap wider than so many letters' heights parts two columns."""
_BEFORE_BLANK: Final = ("số:", "ngày", "tháng", "năm")
_AFTER_BLANK: Final = ("tháng", "năm")
_WORD_GAP: Final = 0.12
_SAME_LINE: Final = 0.45
_COLUMN_STARTS: Final = 0.38
"""A line that begins further right, as a share of the text's width, stands in a right column."""
_OFF_CENTRE: Final = 0.06
_COLUMN_REST: Final = 8.0
"""How many lines may stay empty above a signer's name."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands, in points from the top left corner."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool = False
    italic: bool = False

    @property
    def middle(self) -> float:
        """The height of its centre."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Line:
    """Words side by side without a wide gap."""

    words: tuple[Word, ...]

    @property
    def x0(self) -> float:
        """Its left end."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Its right end."""
        return max(word.x1 for word in self.words)

    @property
    def top(self) -> float:
        """Its upper edge."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return max(word.bottom for word in self.words)

    @property
    def size(self) -> float:
        """The size of most of its letters."""
        return median(word.size for word in self.words)

    @property
    def text(self) -> str:
        """Its words without marks."""
        return "".join(run.text for run in self.runs())

    def runs(self) -> Iterator[Run]:
        """Yield the words with their looks and the spaces between them."""
        before: Word | None = None
        for word in self.words:
            if before is not None and word.x0 - before.x1 > _WORD_GAP * word.size:
                same = before.bold and word.bold, before.italic and word.italic
                yield Run(" ", *same)
            yield Run(word.text, word.bold, word.italic)
            before = word


def make_word(found: dict[str, Any], *, legacy_fonts: bool) -> Word:
    """Make a word out of what pdfplumber found."""
    font, text = str(found.get("fontname", "")), str(found["text"])
    if legacy_fonts and is_legacy_font(font):
        text = from_font(text, font)
    text = _PRIVATE_USE.sub(lambda sign: symbol(sign[0], font.rpartition("+")[2]), text)
    return Word(
        text, found["x0"], found["x1"], found["top"], found["bottom"],
        size=float(found.get("size") or found["bottom"] - found["top"]) or 1.0,
        bold=bool(_BOLD.search(font)), italic=bool(_ITALIC.search(font)),
    )  # fmt: skip


def make_lines(words: Iterable[Word]) -> list[Line]:
    """Put words on lines, parted where the gap is wide, from top to bottom and left to right."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.middle, word.x0)):
        if rows and abs(word.middle - _row_middle(rows[-1])) <= _SAME_LINE * word.size:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [line for row in rows for line in _parted(sorted(row, key=lambda word: word.x0))]


def _row_middle(row: Sequence[Word]) -> float:
    return sum(word.middle for word in row[-8:]) / len(row[-8:])


def _parted(row: list[Word]) -> Iterator[Line]:
    start = 0
    for index, (word, following) in enumerate(pairwise(row), start=1):
        wide = following.x0 - word.x1 > _WIDE_GAP * max(word.size, following.size)
        if wide and _is_blank_between(word.text, following.text):
            continue
        if wide and not _LABEL.match("".join(w.text for w in row[start:index])):
            yield Line(tuple(row[start:index]))
            start = index
    yield Line(tuple(row[start:]))


def _is_blank_between(word: str, following: str) -> bool:
    """Tell whether a gap is room for a number or a day still to be written."""
    before, after = word.casefold(), following.casefold()
    return before in _BEFORE_BLANK and (after in _AFTER_BLANK or after.startswith(("/", "20")))


def in_columns(lines: Sequence[Line], left: float, right: float) -> Iterator[tuple[Line, bool]]:
    """Yield lines in reading order, and whether each stands in one of two columns.

    Where a letterhead or a signature stands beside other text, the left column comes first.
    """
    done = 0
    while done < len(lines):
        start = next(
            (i for i in range(done, len(lines)) if _is_right(lines[i], left, right)), len(lines)
        )
        start = _with_neighbours(lines, start, done)
        for line in lines[done:start]:
            yield line, False
        end, gutter = _columns_end(lines, start, left, right)
        block = lines[start:end]
        yield from ((line, True) for line in block if line.x0 < gutter)
        yield from ((line, True) for line in block if line.x0 >= gutter)
        done = end


def _is_right(line: Line, left: float, right: float) -> bool:
    width = max(right - left, 1.0)
    centre = (line.x0 + line.x1) / 2 - (left + right) / 2
    return line.x0 > left + _COLUMN_STARTS * width and centre > _OFF_CENTRE * width


def _with_neighbours(lines: Sequence[Line], start: int, done: int) -> int:
    """Take in what stands to the left at the height of the first line on the right."""
    while start < len(lines) and start > done and lines[start - 1].bottom > lines[start].top:
        start -= 1
    return start


def _columns_end(lines: Sequence[Line], start: int, left: float, right: float) -> tuple[int, float]:
    """Return where the two columns end, and the edge between them."""
    end, gutter, last = start, right, 0.0
    for index in range(start, len(lines)):
        line = lines[index]
        if _is_right(line, left, right):
            gutter = min(gutter, line.x0)
            end, last = index + 1, line.bottom
        elif line.x1 > gutter or (last and line.top - last > _COLUMN_REST * line.size):
            break
        elif _touches(lines[start:index], line):
            end = index + 1
    return end, gutter


def _touches(above: Sequence[Line], line: Line) -> bool:
    """Tell whether a line goes on with a column: close below another that begins near it."""
    return not above or any(line.top - other.bottom < 1.2 * line.size for other in above)
