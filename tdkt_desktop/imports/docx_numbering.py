"""The numbers that Word makes by itself, counted and written as it would print them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.numbering import roman
from tdkt_desktop.imports.docx_package import W
from tdkt_desktop.imports.docx_styles import ParagraphLook, paragraph_look
from tdkt_desktop.imports.docx_xml import child, number, switch, val
from tdkt_desktop.imports.symbols import symbol

if TYPE_CHECKING:
    from lxml.etree import _Element


_LEVELS: Final = 9
_PLACE: Final = re.compile(r"%([1-9])")
_LATIN: Final = 26
_LARGEST: Final = 9_999


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list counts and looks."""

    start: int = 1
    number_format: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str = ""
    font: str = ""
    look: ParagraphLook | None = None


class Numbering:
    """The lists of a document and how far each has counted."""

    def __init__(self, root: _Element | None) -> None:
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._style_links: dict[str, str] = {}
        self._lists: dict[str, tuple[str, dict[int, _Level]]] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        if root is not None:
            self._load(root)

    def level_of_style(self, num_id: str, style_id: str) -> int:
        """Return the level of a list that is tied to a style, 0 if none is."""
        _abstract, levels = self._lists.get(num_id, ("", {}))
        return next((place for place, level in levels.items() if level.style == style_id), 0)

    def look(self, num_id: str, place: int) -> ParagraphLook | None:
        """Return how a level of a list indents its paragraphs."""
        _abstract, levels = self._lists.get(num_id, ("", {}))
        level = levels.get(place)
        return level.look if level else None

    def next_label(self, num_id: str, place: int) -> str:
        """Count one more paragraph of a list and return its number as printed, without a gap."""
        abstract, levels = self._lists.get(num_id, ("", {}))
        level = levels.get(place)
        if level is None:
            return ""
        counts = self._counts.setdefault(abstract, {})
        for reset, start in self._restarts.pop(num_id, {}).items():
            counts[reset] = start - 1
        counts[place] = counts.get(place, level.start - 1) + 1
        _forget_deeper(counts, levels, place)
        return _written(levels, counts, place)

    def _load(self, root: _Element) -> None:
        linked: dict[str, str] = {}
        for abstract in root.iter(f"{W}abstractNum"):
            abstract_id = abstract.get(f"{W}abstractNumId", "")
            self._abstract[abstract_id] = dict(map(_level, abstract.iter(f"{W}lvl")))
            if style := val(abstract, "styleLink"):
                linked[style] = abstract_id
            if style := val(abstract, "numStyleLink"):
                self._style_links[abstract_id] = style
        for listed in root.iter(f"{W}num"):
            self._load_list(listed, linked)

    def _load_list(self, listed: _Element, linked: dict[str, str]) -> None:
        num_id = listed.get(f"{W}numId", "")
        abstract_id = val(listed, "abstractNumId") or ""
        # A list tied to a list style has no levels of its own.
        abstract_id = linked.get(self._style_links.get(abstract_id, ""), abstract_id)
        levels = dict(self._abstract.get(abstract_id, {}))
        starts: dict[int, int] = {}
        for override in listed.iter(f"{W}lvlOverride"):
            place = number(override.get(f"{W}ilvl")) or 0
            if (own := child(override, "lvl")) is not None:
                levels[place] = _level(own)[1]
            if (start := number(val(override, "startOverride"))) is not None:
                starts[place] = start
                levels[place] = replace(levels.get(place, _Level()), start=start)
        self._lists[num_id] = (abstract_id, levels)
        self._restarts[num_id] = starts


def _level(element: _Element) -> tuple[int, _Level]:
    place = number(element.get(f"{W}ilvl")) or 0
    start = number(val(element, "start"))
    return place, _Level(
        start=1 if start is None else start,
        number_format=val(element, "numFmt") or "decimal",
        text=val(element, "lvlText") or "",
        restart=number(val(element, "lvlRestart")),
        legal=bool(switch(element, "isLgl")),
        style=val(element, "pStyle") or "",
        font=val(child(element, "rPr"), "rFonts", "ascii") or "",
        look=paragraph_look(child(element, "pPr")),
    )


def _forget_deeper(counts: dict[int, int], levels: dict[int, _Level], place: int) -> None:
    """Start the levels below anew, but for those told to go on or to wait for a higher level."""
    for deeper in range(place + 1, _LEVELS):
        level = levels.get(deeper)
        restart = level.restart if level and level.restart is not None else deeper
        if place < restart:
            counts.pop(deeper, None)


def _written(levels: dict[int, _Level], counts: dict[int, int], place: int) -> str:
    level = levels[place]
    if level.number_format == "bullet":
        return symbol(level.text[:1], level.font)
    if level.number_format == "none" and "%" not in level.text:
        return level.text.strip()

    def one(found: re.Match[str]) -> str:
        shown = int(found[1]) - 1
        own = levels.get(shown, _Level())
        style = "decimal" if level.legal else own.number_format
        return format_number(counts.get(shown, own.start), style)

    return _PLACE.sub(one, level.text).strip()


def format_number(count: int, style: str) -> str:
    """Write a number the way a Word number format does; unknown formats count in digits."""
    if style == "none":
        return ""
    if not 0 < count <= _LARGEST:
        return str(count)
    if style in ("upperRoman", "lowerRoman"):
        return roman(count) if style == "upperRoman" else roman(count).lower()
    if style in ("upperLetter", "lowerLetter"):
        # After z Word goes on with aa, bb, cc.
        letter = chr(ord("a") + (count - 1) % _LATIN) * ((count - 1) // _LATIN + 1)
        return letter.upper() if style == "upperLetter" else letter
    return f"{count:02d}" if style == "decimalZero" else str(count)
