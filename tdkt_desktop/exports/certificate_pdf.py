"""Writes certificates: on printed blanks by offsets in mm, or whole with a plain border."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.exports.metrics import text_width
from tdkt_desktop.exports.pdf_fonts import Substitutions, font_name, register_fonts
from tdkt_desktop.resources import resource

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import BinaryIO

Certificate = Mapping[str, str]
"""The texts of one certificate by the keys of the layout's fields."""

_MM: Final = 72 / 25.4
_POINTS_APART: Final = 1.25
_SMALLEST: Final = 9.0
_RED: Final = (0.78, 0.05, 0.09)
_BLACK: Final = (0.0, 0.0, 0.0)
_GREY: Final = (0.55, 0.55, 0.55)
_PALE: Final = (0.85, 0.85, 0.85)
_GRID: Final = 10
_BOLD_EVERY: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateField:
    """A line of a certificate: its middle and foot in mm from the left and upper edge."""

    key: str
    x: float
    y: float
    width: float
    size: float
    lines: int = 1
    bold: bool = False
    italic: bool = False
    blank: bool = False
    colour: str = ""


@dataclass(frozen=True, slots=True)
class CertificateLayout:
    """The page of a certificate in mm, its border, and its lines."""

    width: float
    height: float
    outer: float
    inner: float
    fields: tuple[CertificateField, ...]


@dataclass(frozen=True, slots=True)
class Offset:
    """How far everything moves right and down, in mm."""

    right: float = 0.0
    down: float = 0.0


@cache
def certificate_layout() -> CertificateLayout:
    """Return the shipped layout."""
    data = tomllib.loads(resource("layouts", "giay-khen.toml").read_text("utf-8"))
    fields = tuple(CertificateField(**entry) for entry in data["fields"])
    frame = data["frame"]
    return CertificateLayout(data["width"], data["height"], frame["outer"], frame["inner"], fields)


def write_certificates(
    certificates: Sequence[Certificate], stream: BinaryIO, *, on_blank: bool, offset: Offset
) -> tuple[str, ...]:
    """Write a page for each certificate; on a blank only what is not printed on it.

    Returns what letters the faces lack.
    """
    layout = certificate_layout()
    sheet = _Sheet(stream, layout, offset if on_blank else Offset())
    for one in certificates:
        if not on_blank:
            sheet.border()
        for field in layout.fields:
            text = one.get(field.key, "")
            if text and (field.blank or not on_blank):
                sheet.text(field, text)
        sheet.turn()
    return sheet.save()


def write_test_sheet(stream: BinaryIO, names: Mapping[str, str], offset: Offset) -> None:
    """Write a sheet with a grid in mm and the place of each line, to be held against a blank."""
    layout = certificate_layout()
    sheet = _Sheet(stream, layout, offset)
    sheet.grid()
    for field in layout.fields:
        if field.blank:
            sheet.box(field, names.get(field.key, field.key))
    sheet.turn()
    sheet.save()


class _Sheet:
    """The pages of a file, measured in mm from the upper left corner."""

    def __init__(self, stream: BinaryIO, layout: CertificateLayout, offset: Offset) -> None:
        from reportlab.pdfgen.canvas import Canvas

        register_fonts()
        self._layout, self._offset = layout, offset
        self._letters = Substitutions()
        size = (layout.width * _MM, layout.height * _MM)
        self._canvas: Any = Canvas(stream, pagesize=size, invariant=1, pageCompression=1)

    def text(self, field: CertificateField, text: str) -> None:
        """Print a line in the middle of its place, smaller or broken where it is too long."""
        size, lines = _fitted(field, self._letters.apply(RichText(text)).plain)
        self._canvas.setFont(font_name(field.bold, field.italic), size)
        self._canvas.setFillColorRGB(*(_RED if field.colour == "red" else _BLACK))
        x, y = self._point(field.x, field.y)
        for number, line in enumerate(lines):
            self._canvas.drawCentredString(x, y - number * size * _POINTS_APART, line)

    def border(self) -> None:
        """Draw the two plain lines around a certificate."""
        layout = self._layout
        for edge, thick in ((layout.outer, 2.2), (layout.inner, 0.8)):
            self._canvas.setStrokeColorRGB(*_RED)
            self._canvas.setLineWidth(thick)
            self._canvas.rect(
                edge * _MM,
                edge * _MM,
                (layout.width - 2 * edge) * _MM,
                (layout.height - 2 * edge) * _MM,
            )

    def grid(self) -> None:
        """Draw lines every 10 mm, and the millimetres at every fifth."""
        layout, canvas = self._layout, self._canvas
        canvas.setFont(font_name(), 7)
        canvas.setFillColorRGB(*_GREY)
        for x in range(0, int(layout.width) + 1, _GRID):
            self._rule(x)
            canvas.line(x * _MM, 0, x * _MM, layout.height * _MM)
            if x % _BOLD_EVERY == 0:
                canvas.drawString(x * _MM + 2, layout.height * _MM - 9, str(x))
        for y in range(0, int(layout.height) + 1, _GRID):
            self._rule(y)
            canvas.line(0, (layout.height - y) * _MM, layout.width * _MM, (layout.height - y) * _MM)
            if y % _BOLD_EVERY == 0:
                canvas.drawString(2, (layout.height - y) * _MM - 9, str(y))

    def box(self, field: CertificateField, name: str) -> None:
        """Draw the place of a line, with its name."""
        x, y = self._point(field.x, field.y)
        height = field.size * (1 + (field.lines - 1) * _POINTS_APART)
        foot = y - field.size * (field.lines - 1) * _POINTS_APART - field.size * 0.25
        self._canvas.setStrokeColorRGB(*_RED)
        self._canvas.setLineWidth(0.7)
        self._canvas.rect(x - field.width * _MM / 2, foot, field.width * _MM, height)
        self._canvas.setFont(font_name(), 10)
        self._canvas.setFillColorRGB(*_BLACK)
        self._canvas.drawCentredString(x, y, name)

    def turn(self) -> None:
        """Go on to the next page."""
        self._canvas.showPage()

    def save(self) -> tuple[str, ...]:
        """Write the file; return what letters the faces lack."""
        self._canvas.save()
        return self._letters.warnings()

    def _rule(self, place: int) -> None:
        self._canvas.setLineWidth(0.6 if place % _BOLD_EVERY == 0 else 0.25)
        self._canvas.setStrokeColorRGB(*(_GREY if place % _BOLD_EVERY == 0 else _PALE))

    def _point(self, x: float, y: float) -> tuple[float, float]:
        """Return a place of the layout as the page counts it, moved as the blank needs it."""
        right, down = self._offset.right, self._offset.down
        return (x + right) * _MM, (self._layout.height - y - down) * _MM


def _fitted(field: CertificateField, text: str) -> tuple[float, list[str]]:
    """Return the size at which a text fits its place, and its lines at that size."""
    size = field.size
    while True:
        lines = _broken(field, text, size)
        if (len(lines) <= field.lines and _fits(field, lines, size)) or size <= _SMALLEST:
            return size, lines
        size -= 0.5


def _fits(field: CertificateField, lines: list[str], size: float) -> bool:
    return all(_long(field, line, size) <= field.width for line in lines)


def _broken(field: CertificateField, text: str, size: float) -> list[str]:
    """Break a text where its place ends; a line break in it stays one."""
    found: list[str] = []
    for part in text.split("\n"):
        line = ""
        for word in part.split():
            longer = f"{line} {word}".strip()
            if line and field.lines > 1 and _long(field, longer, size) > field.width:
                found.append(line)
                line = word
            else:
                line = longer
        found.append(line)
    return found


def _long(field: CertificateField, text: str, size: float) -> float:
    return text_width(text, size, bold=field.bold, italic=field.italic)
