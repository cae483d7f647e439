"""Measures each line of a .docx - letters, alignment, indent, spacing - and its page numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tdkt_desktop.imports.docx_package import W
from tdkt_desktop.imports.docx_xml import TWIPS_PER_MM, child, number, switch, val

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from tdkt_desktop.imports.docx_package import DocxPackage

_MAX_CHAIN: Final = 20
_HALF_POINTS: Final = 2
_TWIPS_PER_POINT: Final = 20
_SINGLE: Final = 240
_DEFAULT_SIZE: Final = 10.0
_SETTINGS_OF_LINE: Final = ("auto", "", None)


@dataclass(frozen=True, slots=True)
class MeasuredLine:
    """A paragraph: its letters as most of them look, and how it is set.

    `first_mm` is the indent of the first line, `spacing` the line spacing in lines (None where it
    is a fixed height), `cell` the table, the row and the column where it stands in one.
    """

    text: str
    size: float
    bold: bool
    italic: bool
    align: str = ""
    first_mm: float = 0.0
    spacing: float | None = 1.0
    gap_pt: float = 0.0
    cell: tuple[int, int, int] | None = None


@dataclass(frozen=True, slots=True)
class MeasuredNumbering:
    """Where page numbers stand: "header", "footer" or nowhere, and how they are set.

    `first_hidden` says that the first page shows none.
    """

    where: str = ""
    align: str = ""
    first_hidden: bool = False


class MeasuredStyles:
    """What styles say about letters and paragraphs, each before those that it is based on."""

    def __init__(self, root: _Element | None) -> None:
        found = root.iter(f"{W}style") if root is not None else ()
        self._styles = {style.get(f"{W}styleId", ""): style for style in found}
        self._default = next((s for s in self._styles.values() if _is_default(s)), None)
        self._everywhere = child(root, "docDefaults")

    @property
    def defaults(self) -> tuple[_Element | None, ...]:
        """What is said about letters of no style."""
        return self._defaults("rPr")

    def levels(self, style_id: str, part: str = "rPr") -> list[_Element | None]:
        """Return the properties of a style and of those it is based on."""
        levels: list[_Element | None] = []
        style = self._styles.get(style_id)
        while style is not None and len(levels) < _MAX_CHAIN:
            levels.append(child(style, part))
            style = self._styles.get(val(style, "basedOn") or "")
        return levels

    def paragraph(self, paragraph: _Element) -> list[_Element | None]:
        """Return what is said about a paragraph, from the nearest to the farthest."""
        own = child(paragraph, "pPr")
        style = val(own, "pStyle") or ""
        return [own, *self.levels(style, "pPr"), *self._defaults("pPr")]

    def letters(self, paragraph: _Element, run: _Element) -> list[_Element | None]:
        """Return what is said about the letters of a run, from the nearest to the farthest."""
        own = child(run, "rPr")
        character = val(own, "rStyle") or ""
        style = val(child(paragraph, "pPr"), "pStyle") or ""
        return [own, *self.levels(character), *self.levels(style), *self.defaults]

    def _defaults(self, part: str) -> tuple[_Element | None, ...]:
        everywhere = child(child(self._everywhere, f"{part}Default"), part)
        return child(self._default, part), everywhere


def measure_lines(body: _Element | None, styles: MeasuredStyles) -> tuple[MeasuredLine, ...]:
    """Return the paragraphs of a body with words in them, those in tables too."""
    return tuple(_lines(body, styles)) if body is not None else ()


def measure_numbering(
    package: DocxPackage, root: _Element, styles: MeasuredStyles
) -> MeasuredNumbering:
    """Return where the first section's page numbers stand."""
    section = next(root.iter(f"{W}sectPr"), None)
    first_hidden = bool(switch(section, "titlePg"))
    for where in ("header", "footer"):
        for part in package.all_related(where):
            for paragraph in part.iter(f"{W}p"):
                if _has_page_number(paragraph):
                    align = _align(styles.paragraph(paragraph))
                    return MeasuredNumbering(where, align, first_hidden)
    return MeasuredNumbering(first_hidden=first_hidden)


def _has_page_number(paragraph: _Element) -> bool:
    fields = [one.get(f"{W}instr", "") for one in paragraph.iter(f"{W}fldSimple")]
    fields += [one.text or "" for one in paragraph.iter(f"{W}instrText")]
    return any(one.split()[:1] == ["PAGE"] for one in fields)


def _lines(body: _Element, styles: MeasuredStyles) -> Iterator[MeasuredLine]:
    tables = 0
    for block in body:
        if block.tag == f"{W}p":
            yield from _line(block, styles, None)
        elif block.tag == f"{W}tbl":
            for row_place, row in enumerate(block.iter(f"{W}tr")):
                for column, cell in enumerate(row.iter(f"{W}tc")):
                    for paragraph in cell.iter(f"{W}p"):
                        yield from _line(paragraph, styles, (tables, row_place, column))
            tables += 1


def _line(
    paragraph: _Element, styles: MeasuredStyles, cell: tuple[int, int, int] | None
) -> Iterator[MeasuredLine]:
    runs = [(text, styles.letters(paragraph, run)) for run in paragraph.iter(f"{W}r")
            if (text := "".join(t.text or "" for t in run.iter(f"{W}t")))]  # fmt: skip
    words = "".join(text for text, _levels in runs).strip()
    if not words:
        return
    levels = styles.paragraph(paragraph)
    yield MeasuredLine(
        words,
        _most((_size(said), len(text.strip())) for text, said in runs),
        bool(_most((_on(said, "b"), len(text.strip())) for text, said in runs)),
        bool(_most((_on(said, "i"), len(text.strip())) for text, said in runs)),
        _align(levels),
        _first(levels),
        _spacing(levels),
        sum(_side(levels, side) for side in ("before", "after")),
        cell,
    )


def _most(weighed: Iterable[tuple[float, int]]) -> float:
    """Return the value that most letters have."""
    sums: dict[float, int] = {}
    for value, letters in weighed:
        sums[value] = sums.get(value, 0) + letters
    return max(sums, key=lambda value: sums[value])


def _on(levels: Iterable[_Element | None], name: str) -> bool:
    said = (switch(level, name) for level in levels)
    return bool(next((one for one in said if one is not None), False))


def _size(levels: Iterable[_Element | None]) -> float:
    sizes = (number(val(level, "sz")) for level in levels)
    return next((one / _HALF_POINTS for one in sizes if one), _DEFAULT_SIZE)


def _align(levels: Iterable[_Element | None]) -> str:
    said = (val(level, "jc") for level in levels)
    return next((one for one in said if one), "left")


def _first(levels: Iterable[_Element | None]) -> float:
    """Return the indent of the first line, as far as it stands beyond the others."""
    for level in levels:
        hanging = number(val(level, "ind", "hanging"))
        first = number(val(level, "ind", "firstLine"))
        if hanging or first is not None:
            return round((-hanging if hanging else first or 0) / TWIPS_PER_MM, 1)
    return 0.0


def _spacing(levels: Iterable[_Element | None]) -> float | None:
    for level in levels:
        line = number(val(level, "spacing", "line"))
        if line is not None:
            rule = val(level, "spacing", "lineRule")
            return round(line / _SINGLE, 2) if rule in _SETTINGS_OF_LINE else None
    return 1.0


def _side(levels: Iterable[_Element | None], side: str) -> float:
    said = (number(val(level, "spacing", side)) for level in levels)
    return next((one / _TWIPS_PER_POINT for one in said if one is not None), 0.0)


def _is_default(style: _Element) -> bool:
    return style.get(f"{W}default") == "1" and style.get(f"{W}type") == "paragraph"
