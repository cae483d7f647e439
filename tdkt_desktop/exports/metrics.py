"""Widths of text in the bundled faces, which have the metrics of Times New Roman."""

from __future__ import annotations

import re
import struct
from array import array
from bisect import bisect_left
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from tdkt_desktop.resources import resource

if TYPE_CHECKING:
    from pathlib import Path

    from tdkt_desktop.documents.richtext import RichText

SINGLE_LINE: Final = 1.149
"""Height of a single line of Times in units of its size."""
MM_PER_POINT: Final = 25.4 / 72
_BREAKS: Final = re.compile("([ \n])")
_WORDS: Final = 20_000
FACE_FILES: Final = {
    (False, False): "LiberationSerif-Regular.ttf",
    (True, False): "LiberationSerif-Bold.ttf",
    (False, True): "LiberationSerif-Italic.ttf",
    (True, True): "LiberationSerif-BoldItalic.ttf",
}


class Face:
    """The advance widths of a TrueType face, read from its `cmap` and `hmtx` tables."""

    def __init__(self, path: Path) -> None:
        self._data = path.read_bytes()
        self._tables = self._directory()
        self._em: int = self._unpack("head", 18, ">H")[0]
        count: int = self._unpack("hhea", 34, ">H")[0]
        start = self._tables["hmtx"]
        self._advances = self._numbers(start, 2 * count)[::2]
        self._segments = self._read_segments()
        self._widths: dict[str, float] = {}

    def _directory(self) -> dict[str, int]:
        (count,) = struct.unpack_from(">H", self._data, 4)
        records = (struct.unpack_from(">4sIII", self._data, 12 + 16 * i) for i in range(count))
        return {tag.decode("ascii"): offset for tag, _, offset, _ in records}

    def _unpack(self, table: str, offset: int, layout: str) -> tuple[int, ...]:
        return struct.unpack_from(layout, self._data, self._tables[table] + offset)

    def _numbers(self, start: int, count: int) -> array[int]:
        """Read unsigned 16-bit numbers."""
        return array("H", struct.unpack_from(f">{count}H", self._data, start))

    def _read_segments(self) -> tuple[array[int], array[int], array[int], array[int], int]:
        """Find the Unicode subtable of format 4: ends, starts, deltas, range offsets."""
        cmap = self._tables["cmap"]
        (count,) = struct.unpack_from(">H", self._data, cmap + 2)
        for i in range(count):
            _, _, offset = struct.unpack_from(">HHI", self._data, cmap + 4 + 8 * i)
            form, _, _, doubled = struct.unpack_from(">4H", self._data, cmap + offset)
            if form == 4:
                n, at = doubled // 2, cmap + offset + 14
                ends = self._numbers(at, n)
                at += doubled + 2
                parts = [self._numbers(at + k * doubled, n) for k in range(3)]
                return ends, parts[0], parts[1], parts[2], at + 2 * doubled
        raise ValueError("the face has no Unicode table of format 4")

    def glyph(self, char: str) -> int:
        """Return the number of the glyph that draws a character, 0 if the face has none."""
        code = ord(char)
        ends, starts, deltas, offsets, at = self._segments
        if code > ends[-1]:
            return 0
        i = bisect_left(ends, code)
        if code < starts[i]:
            return 0
        if not offsets[i]:
            return (code + deltas[i]) & 0xFFFF
        place = at + 2 * i + offsets[i] + 2 * (code - starts[i])
        (number,) = struct.unpack_from(">H", self._data, place)
        return (number + deltas[i]) & 0xFFFF if number else 0

    def char_width(self, char: str) -> float:
        """Return the advance width of a character in units of the size."""
        width = self._widths.get(char)
        if width is None:
            number = min(self.glyph(char), len(self._advances) - 1)
            width = self._widths[char] = self._advances[number] / self._em
        return width


@cache
def face(bold: bool = False, italic: bool = False) -> Face:
    """Return one of the four bundled faces."""
    return Face(resource("fonts", FACE_FILES[bold, italic]))


@lru_cache(maxsize=_WORDS)
def _units(word: str, bold: bool, italic: bool) -> float:
    """Return the width of a word in units of the size; a language has few syllables."""
    return sum(map(face(bold, italic).char_width, word))


def text_width(text: str, size: float, *, bold: bool = False, italic: bool = False) -> float:
    """Return the width of a line of text in millimetres; `size` is in points."""
    return _units(text, bold, italic) * size * MM_PER_POINT


def word_widths(
    text: RichText, size: float, *, bold: bool = False, italic: bool = False
) -> list[list[float]]:
    """Return the widths of the words of each line of a text, a `\\n` ending a line."""
    lines: list[list[float]] = [[0.0]]
    scale = size * MM_PER_POINT
    for run in text.runs():
        key = (bold or run.bold, italic or run.italic)
        for part in _BREAKS.split(run.text):
            if part == "\n":
                lines.append([0.0])
            elif part == " ":
                lines[-1].append(0.0)
            else:
                lines[-1][-1] += _units(part, *key) * scale
    return [[word for word in line if word] or [0.0] for line in lines]
