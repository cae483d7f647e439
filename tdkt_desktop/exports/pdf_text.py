"""Breaks marked text into lines, as a word processor does: first come first served.

Lengths are twips (1/1440 inch), the unit in which word processors lay out; widths follow from
the advance widths of the faces, without kerning (L119).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from tdkt_desktop.exports.metrics import SINGLE_LINE, face
from tdkt_desktop.vietnamese.text import NBSP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.documents.richtext import RichText

TWIPS_PER_POINT: Final = 20
_STEPS_PER_TWIP: Final = 6
_ITALIC_PART: Final = 12
"""A line that ends in italics keeps this part of its height free, as LibreOffice does."""
_STOP: Final = re.compile(r" *\n| +|(?<=[-–—‐|…!?])(?=[\w(])|(?<=\w)(?=—)")
"""Where a line may end: at blanks, and after the dashes at which word processors break."""

FaceKey = tuple[bool, bool]


@dataclass(frozen=True, slots=True)
class Look:
    """The size in points and the face of a paragraph; marks in its text add to the face."""

    size: float
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a line in one face, and how wide it is."""

    text: str
    face: FaceKey
    width: float


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line: its stretches, its width without stretching, and whether it ends its paragraph."""

    segments: tuple[Segment, ...]
    width: float
    ends: bool

    @property
    def blanks(self) -> int:
        """How many blanks can be stretched to fill the line."""
        return sum(segment.text.count(" ") + segment.text.count(NBSP) for segment in self.segments)


class _Widths(dict[str, float]):
    """Advance widths of one face in one size, in twips, looked up once for each letter.

    They are rounded to the sixth of a twip in which LibreOffice measures.
    """

    def __init__(self, key: FaceKey, size: float) -> None:
        self._face = face(*key)
        self._scale = size * TWIPS_PER_POINT * _STEPS_PER_TWIP

    def __missing__(self, char: str) -> float:
        width = round(self._face.char_width(char) * self._scale) / _STEPS_PER_TWIP
        self[char] = width
        return width


@cache
def _widths(key: FaceKey, size: float) -> _Widths:
    return _Widths(key, size)


class _Measured:
    """A text whose every prefix has been measured."""

    def __init__(self, text: RichText, look: Look) -> None:
        self.plain = text.plain
        self._overhang = int(SINGLE_LINE * look.size * TWIPS_PER_POINT / _ITALIC_PART)
        self.ends = [0]
        self.faces: list[FaceKey] = []
        self.reach = [0.0]
        for run in text.runs():
            key = (look.bold or run.bold, look.italic or run.italic)
            get = _widths(key, look.size).__getitem__
            steps = accumulate(map(get, run.text), initial=self.reach[-1])
            next(steps)
            self.reach.extend(steps)
            self.ends.append(self.ends[-1] + len(run.text))
            self.faces.append(key)

    def width(self, start: int, end: int) -> float:
        """Return the room that a line asks for."""
        run = bisect_left(self.ends, end) - 1
        overhang = self._overhang if end > start and self.faces[run][1] else 0
        return self.reach[end] - self.reach[start] + overhang

    def line(self, start: int, end: int, ends: bool) -> TextLine:
        """Cut a line out."""
        segments = tuple(self._segments(start, end))
        return TextLine(segments, self.reach[end] - self.reach[start], ends)

    def _segments(self, start: int, end: int) -> Iterator[Segment]:
        run = bisect_right(self.ends, start) - 1
        while start < end:
            stop = min(end, self.ends[run + 1])
            width = self.reach[stop] - self.reach[start]
            yield Segment(self.plain[start:stop], self.faces[run], width)
            start, run = stop, run + 1


def break_lines(text: RichText, look: Look, first: float, room: float) -> tuple[TextLine, ...]:
    """Break a text into lines of at most `room`, the first of at most `first`; never none."""
    measured = _Measured(text, look)
    lines = tuple(
        measured.line(start, end, ends) for start, end, ends in _spans(measured, first, room)
    )
    return lines or (TextLine((), 0.0, ends=True),)


def _spans(measured: _Measured, first: float, room: float) -> Iterator[tuple[int, int, bool]]:
    """Yield start and end of each line, and whether a paragraph or a forced break ends there."""
    reach, start, fits, width = measured.reach, 0, 0, first
    after = 0
    for end, following, forced in _stops(measured.plain):
        while end > start and measured.width(start, end) > width:
            if fits > start:
                yield start, fits, False
                start = after
            else:
                cut = max(start + 1, bisect_right(reach, reach[start] + width, start, end) - 1)
                yield start, cut, False
                start = cut
            width = room
        fits, after = end, following
        if forced:
            yield start, max(start, end), True
            start = fits = following
            width = room


def _stops(plain: str) -> Iterator[tuple[int, int, bool]]:
    """Yield for each place to break: where the line ends, where the next begins, if it must."""
    for match in _STOP.finditer(plain):
        yield match.start(), match.end(), match[0].endswith("\n")
    if plain:
        yield len(plain.rstrip(" ")), len(plain), True
