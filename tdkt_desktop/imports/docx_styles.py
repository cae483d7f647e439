"""The look that Word styles give to paragraphs and runs, inheritance followed."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Final, TypeVar

from tdkt_desktop.imports.docx_package import W
from tdkt_desktop.imports.docx_xml import child, number, switch, val

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAX_CHAIN: Final = 30


@dataclass(frozen=True, slots=True)
class RunLook:
    """What is said about letters; None where nothing is said."""

    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None
    hidden: bool | None = None
    size_pt: float | None = None
    font: str | None = None


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """What is said about a paragraph; None where nothing is said. Lengths in twips."""

    align: str | None = None
    left: int | None = None
    first: int | None = None
    num_id: str | None = None
    num_level: int | None = None
    page_break_before: bool | None = None


_Look = TypeVar("_Look", RunLook, ParagraphLook)


def over(upper: _Look, lower: _Look) -> _Look:
    """Return the look in which `upper` decides wherever it says something."""
    said = {
        field.name: value if (value := getattr(upper, field.name)) is not None
        else getattr(lower, field.name)
        for field in fields(upper)
    }  # fmt: skip
    return type(upper)(**said)


def run_look(properties: _Element | None) -> RunLook:
    """Read `w:rPr`."""
    if properties is None:
        return RunLook()
    half_points = number(val(properties, "sz"))
    return RunLook(
        bold=switch(properties, "b"),
        italic=switch(properties, "i"),
        caps=switch(properties, "caps"),
        hidden=switch(properties, "vanish"),
        size_pt=half_points / 2 if half_points else None,
        font=val(properties, "rFonts", "ascii") or val(properties, "rFonts", "hAnsi"),
    )


def paragraph_look(properties: _Element | None) -> ParagraphLook:
    """Read `w:pPr`."""
    if properties is None:
        return ParagraphLook()
    numbering = child(properties, "numPr")
    return ParagraphLook(
        align=val(properties, "jc"),
        left=_first_number(properties, "left", "start"),
        first=_first_line(properties),
        num_id=val(numbering, "numId"),
        num_level=number(val(numbering, "ilvl")),
        page_break_before=switch(properties, "pageBreakBefore"),
    )


def _first_number(properties: _Element, *attributes: str) -> int | None:
    values = (number(val(properties, "ind", attribute)) for attribute in attributes)
    return next((value for value in values if value is not None), None)


def _first_line(properties: _Element) -> int | None:
    hanging = _first_number(properties, "hanging")
    return -hanging if hanging else _first_number(properties, "firstLine")


class StyleSheet:
    """The styles of a document by their ids."""

    def __init__(self, root: _Element | None) -> None:
        self._styles: dict[str, _Element] = {}
        self.default_paragraph = ""
        self._defaults = RunLook()
        self._run_looks: dict[str, RunLook] = {}
        self._paragraph_looks: dict[str, ParagraphLook] = {}
        if root is not None:
            self._load(root)

    def name(self, style_id: str) -> str:
        """Return the name of a style as Word shows it, the id where it has none."""
        return val(self._styles.get(style_id), "name") or style_id

    def defaults(self) -> RunLook:
        """Return what the document says about letters of no style."""
        return self._defaults

    def run(self, style_id: str) -> RunLook:
        """Return what a style and those it is based on say about letters."""
        if style_id not in self._run_looks:
            look = RunLook()
            for style in self._chain(style_id):
                look = over(look, run_look(child(style, "rPr")))
            self._run_looks[style_id] = look
        return self._run_looks[style_id]

    def paragraph(self, style_id: str) -> ParagraphLook:
        """Return what a style and those it is based on say about paragraphs."""
        if style_id not in self._paragraph_looks:
            look = ParagraphLook()
            for style in self._chain(style_id):
                look = over(look, paragraph_look(child(style, "pPr")))
            self._paragraph_looks[style_id] = look
        return self._paragraph_looks[style_id]

    def numbered_style(self, style_id: str) -> str:
        """Return the style in the chain that brings the numbering along, "" if none does."""
        for style in self._chain(style_id):
            if child(child(style, "pPr"), "numPr") is not None:
                return style.get(f"{W}styleId", "")
        return ""

    def borders(self, style_id: str) -> _Element | None:
        """Return the borders that a table style draws."""
        for style in self._chain(style_id):
            found = child(child(style, "tblPr"), "tblBorders")
            if found is not None:
                return found
        return None

    def _load(self, root: _Element) -> None:
        self._defaults = run_look(child(child(child(root, "docDefaults"), "rPrDefault"), "rPr"))
        for style in root.iter(f"{W}style"):
            style_id = style.get(f"{W}styleId", "")
            self._styles.setdefault(style_id, style)
            if style.get(f"{W}default") in ("1", "true") and style.get(f"{W}type") == "paragraph":
                self.default_paragraph = style_id

    def _chain(self, style_id: str) -> list[_Element]:
        """Return a style and those it is based on; a circle ends where it closes."""
        chain: list[_Element] = []
        style = self._styles.get(style_id)
        while style is not None and style not in chain and len(chain) < _MAX_CHAIN:
            chain.append(style)
            style = self._styles.get(val(style, "basedOn") or "")
        return chain
