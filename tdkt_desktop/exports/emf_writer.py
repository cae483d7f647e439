"""Writes a drawing as an enhanced metafile, the vector picture that Word and its likes all read.

Only the records that a chart needs are written ([MS-EMF], the record numbers stand beside). Units
are hundredths of a millimetre.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.drawing import Bar, Label, Stroke
from tdkt_desktop.documents.layout_profile import Align
from tdkt_desktop.exports.inks import INKS
from tdkt_desktop.exports.metrics import MM_PER_POINT, text_width

if TYPE_CHECKING:
    from tdkt_desktop.documents.drawing import Drawing, Shape, Tone

CONTENT_TYPE: Final = "image/x-emf"
_FONT: Final = "Times New Roman"
_UNITS: Final = 100
"""Units in a millimetre."""
_HEADER, _EOF, _POLYLINE, _WINDOW_EXTENT, _VIEWPORT_EXTENT = 1, 14, 4, 9, 11
_MAP_MODE, _BACKGROUND, _TEXT_ALIGN, _TEXT_COLOUR = 17, 18, 22, 24
_SELECT, _PEN, _BRUSH, _DELETE, _RECTANGLE, _FONT_RECORD, _TEXT = 37, 38, 39, 40, 43, 82, 84
_ANISOTROPIC, _TRANSPARENT = 8, 1
_BASE_LINE: Final = 24
_ALIGNS: Final = {Align.LEFT: 0, Align.RIGHT: 2, Align.CENTER: 6}
_NO_PEN: Final = 0x80000008
_NO_BRUSH: Final = 0x80000005
_OBJECT: Final = 1
"""The one object that is made, used and deleted at a time."""
_NORMAL, _BOLD = 400, 700
_SCREEN_PIXELS: Final = (1920, 1080)
_SCREEN_MM: Final = (508, 286)
_HEADER_SIZE: Final = 108
_SIGNATURE: Final = 0x464D4520
_VERSION: Final = 0x10000
_TEXT_HEAD: Final = 76


def write_emf(drawing: Drawing) -> bytes:
    """Return the file of a drawing."""
    width, height = _unit(drawing.width), _unit(drawing.height)
    records = [
        _record(_MAP_MODE, "<I", _ANISOTROPIC),
        _record(_WINDOW_EXTENT, "<ii", width, height),
        _record(_VIEWPORT_EXTENT, "<ii", *_pixels(width, height)),
        _record(_BACKGROUND, "<I", _TRANSPARENT),
    ]
    for shape in drawing.shapes:
        records += _shape(shape)
    records.append(_record(_EOF, "<III", 0, 16, 20))
    body = b"".join(records)
    return _header(width, height, len(body), len(records) + 1) + body


def _unit(length: float) -> int:
    return round(length * _UNITS)


def _pixels(width: int, height: int) -> tuple[int, int]:
    """Return a size on the reference screen."""
    across, down = _SCREEN_PIXELS
    screen_width, screen_height = _SCREEN_MM
    return (
        round(width / _UNITS * across / screen_width),
        round(height / _UNITS * down / screen_height),
    )


def _record(kind: int, layout: str, *values: int) -> bytes:
    data = struct.pack(layout, *values)
    return struct.pack("<II", kind, len(data) + 8) + data


def _header(width: int, height: int, size: int, records: int) -> bytes:
    bounds = (0, 0, *_pixels(width, height))
    micrometres = tuple(side * 1000 for side in _SCREEN_MM)
    return struct.pack(
        "<II4i4iIIIIHHIIIiiiiIIIII",
        _HEADER,
        _HEADER_SIZE,
        *bounds,
        *(0, 0, width, height),
        _SIGNATURE,
        _VERSION,
        _HEADER_SIZE + size,
        records,
        _OBJECT + 1,
        *(0, 0, 0, 0),
        *_SCREEN_PIXELS,
        *_SCREEN_MM,
        *(0, 0, 0),
        *micrometres,
    )


def _shape(shape: Shape) -> list[bytes]:
    if isinstance(shape, Bar):
        return _bar(shape)
    return _stroke(shape) if isinstance(shape, Stroke) else _label(shape)


def _bar(bar: Bar) -> list[bytes]:
    edges = (bar.left, bar.top, bar.left + bar.width, bar.top + bar.height)
    return [
        _record(_SELECT, "<I", _NO_PEN),
        *_using(
            _record(_BRUSH, "<IIII", _OBJECT, 0, _colour(bar.tone), 0),
            _record(_RECTANGLE, "<4i", *map(_unit, edges)),
        ),
    ]


def _stroke(stroke: Stroke) -> list[bytes]:
    width = _unit(stroke.thickness * MM_PER_POINT)
    places = [_unit(length) for point in stroke.points for length in point]
    across, down = places[::2], places[1::2]
    count = len(stroke.points)
    bounds = (min(across), min(down), max(across), max(down))
    return [
        _record(_SELECT, "<I", _NO_BRUSH),
        *_using(
            _record(_PEN, "<IIiiI", _OBJECT, 0, width, 0, _colour(stroke.tone)),
            _record(_POLYLINE, f"<4iI{len(places)}i", *bounds, count, *places),
        ),
    ]


def _label(label: Label) -> list[bytes]:
    return [
        _record(_TEXT_COLOUR, "<I", _colour(label.tone)),
        _record(_TEXT_ALIGN, "<I", _BASE_LINE | _ALIGNS[label.align]),
        *_using(_font(label), _text(label)),
    ]


def _using(made: bytes, drawn: bytes) -> list[bytes]:
    """Make an object, draw with it, and delete it."""
    return [
        made,
        _record(_SELECT, "<I", _OBJECT),
        drawn,
        _record(_DELETE, "<I", _OBJECT),
    ]


def _font(label: Label) -> bytes:
    height = -_unit(label.size * MM_PER_POINT)
    weight = _BOLD if label.bold else _NORMAL
    data = struct.pack("<I5i8B", _OBJECT, height, 0, 0, 0, weight, *bytes(8))
    name = _FONT.encode("utf-16-le").ljust(64, b"\0")
    # The full name, style and script, and the panose digits that the record ends with, stay empty.
    rest = bytes(328 - 4 - 28 - 64 + 4)
    return struct.pack("<II", _FONT_RECORD, 8 + len(data) + len(name) + len(rest)) + (
        data + name + rest
    )


def _text(label: Label) -> bytes:
    """Return a line of text with the advance of each letter, so that it is as wide as in print."""
    text = label.text
    widths = [_advance(letter, label) for letter in text]
    letters = text.encode("utf-16-le")
    letters += bytes(-len(letters) % 4)
    head = struct.pack(
        "<4iIffiiIII4iI",
        *(0, 0, -1, -1),
        2,
        *(1.0, 1.0),
        _unit(label.left),
        _unit(label.base),
        len(text),
        _TEXT_HEAD,
        0,
        *(0, 0, -1, -1),
        _TEXT_HEAD + len(letters),
    )
    data = head + letters + struct.pack(f"<{len(widths)}I", *widths)
    return struct.pack("<II", _TEXT, 8 + len(data)) + data


def _advance(letter: str, label: Label) -> int:
    return _unit(text_width(letter, label.size, bold=label.bold))


def _colour(tone: Tone) -> int:
    red, green, blue = INKS[tone]
    return red | green << 8 | blue << 16
