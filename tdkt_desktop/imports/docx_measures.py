"""Measures a .docx: paper, margins, font and size of most letters, and the look of each line."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tdkt_desktop.imports.docx_line_measures import (
    MeasuredLine,
    MeasuredNumbering,
    MeasuredStyles,
    measure_lines,
    measure_numbering,
)
from tdkt_desktop.imports.docx_package import DocxPackage, W
from tdkt_desktop.imports.docx_xml import TWIPS_PER_MM, child, number, val

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.etree import _Element

_SIDES: Final = ("top", "bottom", "left", "right")
_HALF_POINTS: Final = 2
_DEFAULT_SIZE: Final = 10.0


@dataclass(frozen=True, slots=True)
class MeasuredPage:
    """A section's paper and margins in millimetres; None where the file does not say."""

    width: float | None
    height: float | None
    margins: tuple[tuple[str, float | None], ...]


@dataclass(frozen=True, slots=True)
class MeasuredFile:
    """What was measured; `font` is empty where a theme or another program chooses it.

    `size` is points, of the running text outside of tables.
    """

    pages: tuple[MeasuredPage, ...]
    font: str
    size: float | None
    lines: tuple[MeasuredLine, ...] = ()
    numbering: MeasuredNumbering | None = None


def measure_docx(path: Path) -> MeasuredFile:
    """Measure a .docx; raises InputError where it cannot be read."""
    with DocxPackage(path) as package:
        root = package.main()
        styles = MeasuredStyles(package.related("styles"))
        numbering = measure_numbering(package, root, styles)
    body = child(root, "body")
    fonts: Counter[str] = Counter()
    sizes: Counter[float] = Counter()
    for paragraph in body if body is not None else ():
        if paragraph.tag == f"{W}p":
            for letters, font, size in _runs(paragraph, styles):
                fonts[font] += letters
                sizes[size] += letters
    pages = tuple(_page(section) for section in root.iter(f"{W}sectPr"))
    font = fonts.most_common(1)[0][0] if fonts else ""
    most = sizes.most_common(1)[0][0] if sizes else None
    return MeasuredFile(pages, font, most, measure_lines(body, styles), numbering)


def _page(section: _Element) -> MeasuredPage:
    size, margins = child(section, "pgSz"), child(section, "pgMar")
    return MeasuredPage(
        _millimetres(size, "w"),
        _millimetres(size, "h"),
        tuple((side, _millimetres(margins, side)) for side in _SIDES),
    )


def _millimetres(element: _Element | None, name: str) -> float | None:
    twips = number(element.get(f"{W}{name}")) if element is not None else None
    return None if twips is None else round(abs(twips) / TWIPS_PER_MM, 1)


def _runs(paragraph: _Element, styles: MeasuredStyles) -> Iterator[tuple[int, str, float]]:
    """Yield how many letters stand in which font and size."""
    for run in paragraph.iter(f"{W}r"):
        letters = sum(len(text.text or "") for text in run.iter(f"{W}t"))
        if letters:
            levels = styles.letters(paragraph, run)
            yield letters, _font(levels), _size(levels)


def _font(levels: list[_Element | None]) -> str:
    for level in levels:
        fonts = child(level, "rFonts")
        if fonts is not None and fonts.get(f"{W}asciiTheme"):
            return ""
        if fonts is not None and fonts.get(f"{W}ascii"):
            return str(fonts.get(f"{W}ascii"))
    return ""


def _size(levels: list[_Element | None]) -> float:
    for level in levels:
        half_points = number(val(level, "sz"))
        if half_points:
            return half_points / _HALF_POINTS
    return _DEFAULT_SIZE
