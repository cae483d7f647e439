"""Puts the lines of a scanned page together to paragraphs, and tells noise from words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tdkt_desktop.services.repair_tokens import is_shouting, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PAGE_NUMBER: Final = re.compile(r"\W*(?:trang\s*)?\d{1,3}(?:\s*[/|]\s*\d{1,3})?\W*", re.IGNORECASE)
_LABEL: Final = re.compile(
    r"\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]|[IVXLl1]{1,4}\.|[A-Za-zđĐ][.)]|[-–—~+*•●▪=](?=\s|\w))\s*\S"
)
_END: Final = re.compile(r"[.;:!?]\W*$")
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_IN_CELL: Final = 2
"""A source of so many parts is a cell of a table: a short one there is a number, no noise."""
_FULL: Final = 0.72
"""From which share of the usual width on a line is full, so that the next may go on."""


@dataclass(frozen=True, slots=True)
class ScanLine:
    """A line as a scanner read it: its number from 1, its page where there are pages.

    `box` is where it stands on the page's picture, as shares of width and height: left, top,
    right, bottom. `source` leads back to what was read of a file: the item, and within a table the
    row, the cell and the paragraph of the cell. `ends` says whether a paragraph ends with the line,
    where the layout of the page tells it.
    """

    number: int
    text: str
    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    source: tuple[int, ...] = ()
    ends: bool | None = None


@dataclass(frozen=True, slots=True)
class ScanParagraph:
    """Lines that belong together; `noise` where they say nothing."""

    lines: tuple[ScanLine, ...]
    noise: bool = False

    @property
    def text(self) -> str:
        """The words of all lines, on one line."""
        return " ".join(" ".join(one.text.split()) for one in self.lines)


def scan_lines(text: str) -> tuple[ScanLine, ...]:
    """Return the lines of a text; a form feed ends a page."""
    pages = text.replace("\r\n", "\n").replace("\r", "\n").split("\f")
    found: list[ScanLine] = []
    number = 1
    for place, page in enumerate(pages, start=1):
        lines = page.split("\n")
        found += [
            ScanLine(number + n, line, place if len(pages) > 1 else None)
            for n, line in enumerate(lines)
        ]
        number += len(lines) - 1
    return tuple(found)


def paragraphs_of(lines: Sequence[ScanLine]) -> Iterator[ScanParagraph]:
    """Yield the paragraphs in order, noise where it stands."""
    width = _width(lines)
    open_lines: list[ScanLine] = []
    noise: list[ScanLine] = []
    gap = False
    for line in lines:
        if not line.text.strip():
            gap = True
        elif len(line.source) < _IN_CELL and is_noise(line.text):
            noise.append(line)
            gap = True
        elif open_lines and _joins(open_lines[-1], line, width, gap=gap):
            open_lines.append(line)
            gap = False
        else:
            yield from _closed(open_lines, noise)
            open_lines, noise, gap = [line], [], False
    yield from _closed(open_lines, noise)


def is_noise(text: str) -> bool:
    """Tell whether a line is a page's number, or marks of a stamp and no words."""
    seen = "".join(text.split())
    if not seen or _PAGE_NUMBER.fullmatch(text.strip()):
        return True
    said = sum(map(len, _WORD.findall(text)))
    if any(one.isdigit() for one in seen):
        return said + sum(one.isdigit() for one in seen) < 0.5 * len(seen)
    return said < 0.6 * len(seen) or len(seen) < 3


def _closed(lines: list[ScanLine], noise: list[ScanLine]) -> Iterator[ScanParagraph]:
    if lines:
        yield ScanParagraph(tuple(lines))
    for one in noise:
        yield ScanParagraph((one,), noise=True)


def _width(lines: Sequence[ScanLine]) -> int:
    """Return how long a full line is: as nine of ten lines at most are."""
    lengths = sorted(len(line.text.strip()) for line in lines if line.text.strip())
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _joins(before: ScanLine, after: ScanLine, width: int, *, gap: bool) -> bool:
    if before.ends is not None and before.page == after.page:
        return not before.ends and not _begins(before.text, after.text)
    return _goes_on(before.text, after.text, width, gap=gap)


def _begins(before: str, after: str) -> bool:
    """Tell whether a line begins something of its own: a number, a bracket, no more capitals."""
    turned = is_shouting(tokens_of(before)) is not is_shouting(tokens_of(after))
    return bool(_LABEL.match(after)) or after.startswith("(") or turned


def _goes_on(before: str, after: str, width: int, *, gap: bool) -> bool:
    """Tell whether a line goes on where the one before it ended."""
    if _LABEL.match(after):
        return False
    full = len(before.strip()) >= _FULL * width
    small = after.lstrip()[:1].islower()
    if _END.search(before) or gap:
        return full and small and not before.rstrip().endswith(("./.", "/."))
    if is_shouting(tokens_of(before)) is not is_shouting(tokens_of(after)) and not small:
        return False
    return full or (small and len(before.strip()) >= 0.4 * width)
