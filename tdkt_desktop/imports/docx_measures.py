"""Measures the pages of a .docx: paper, margins, and the font and size that most letters have."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tdkt_desktop.imports.docx_package import DocxPackage, W
from tdkt_desktop.imports.docx_xml import TWIPS_PER_MM, child, number, val

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.etree import _Element

_SIDES: Final = ("top", "bottom", "left", "right")
_HALF_POINTS: Final = 2
_DEFAULT_SIZE: Final = 10.0
_MAX_CHAIN: Final = 20


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


def measure_docx(path: Path) -> MeasuredFile:
    """Measure a .docx; raises InputError where it cannot be read."""
    with DocxPackage(path) as package:
        root = package.main()
        styles = _Styles(package.related("styles"))
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
    return MeasuredFile(pages, font, sizes.most_common(1)[0][0] if sizes else None)


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


def _runs(paragraph: _Element, styles: _Styles) -> Iterator[tuple[int, str, float]]:
    """Yield how many letters stand in which font and size."""
    style = val(child(paragraph, "pPr"), "pStyle") or ""
    for run in paragraph.iter(f"{W}r"):
        letters = sum(len(text.text or "") for text in run.iter(f"{W}t"))
        if letters:
            own = child(run, "rPr")
            character = val(own, "rStyle") or ""
            levels = [own, *styles.levels(character), *styles.levels(style), *styles.defaults]
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


class _Styles:
    """What styles say about letters, each before those that it is based on."""

    def __init__(self, root: _Element | None) -> None:
        found = root.iter(f"{W}style") if root is not None else ()
        self._styles = {style.get(f"{W}styleId", ""): style for style in found}
        default = next((s for s in self._styles.values() if _is_default(s)), None)
        everywhere = child(child(child(root, "docDefaults"), "rPrDefault"), "rPr")
        self.defaults = (child(default, "rPr"), everywhere)

    def levels(self, style_id: str) -> list[_Element | None]:
        """Return the letters' properties of a style and of those it is based on."""
        levels: list[_Element | None] = []
        style = self._styles.get(style_id)
        while style is not None and len(levels) < _MAX_CHAIN:
            levels.append(child(style, "rPr"))
            style = self._styles.get(val(style, "basedOn") or "")
        return levels


def _is_default(style: _Element) -> bool:
    return style.get(f"{W}default") == "1" and style.get(f"{W}type") == "paragraph"
