"""Makes the picture of a page ready to be read: even light, straight lines, rules apart."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from pdfplumber.table import edges_to_intersections, intersections_to_cells, merge_edges
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

from tdkt_desktop.imports.pdf_tables import Box

if TYPE_CHECKING:
    from collections.abc import Iterator


_WIDTH: Final = 2480
"""The width of an A4 page at 300 dots an inch, at which tesseract reads best."""
_SMALLEST: Final = 1600
_LARGEST: Final = 3600
_SKEW_WIDTH: Final = 620
_SKEW_STEPS: Final = tuple(step / 2 for step in range(-8, 9))
_FINE_STEPS: Final = tuple(step / 10 for step in range(-4, 5))
_LEAST_SKEW: Final = 0.1
_DARK: Final = 150
_ACROSS: Final = re.compile(b"\x00{150,}")
_DOWN: Final = re.compile(b"\x00{64,}")
_THICKEST: Final = 14
_SNAP: Final = 12
_JOIN: Final = 40
_FAINT: Final = 120
_ROW: Final = 30
"""How far the upright rules must reach beyond the last level one to be those of another row."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page ready to be read: grey, straight, and the boxes of the cells that are drawn on it."""

    image: Image.Image
    cells: tuple[Box, ...]

    def as_png(self) -> bytes:
        """Return the page as a file, the rules painted out so that they are not read as letters."""
        clean = self.image.copy()
        pen = ImageDraw.Draw(clean)
        for left, top, right, bottom in _rules(self.image) if self.cells else ():
            pen.rectangle((left - 2, top - 2, right + 2, bottom + 2), fill=255)
        return _file(clean, "PNG")

    def as_jpeg(self) -> bytes:
        """Return the page small enough to be shown beside its text."""
        small = self.image.copy()
        small.thumbnail((_WIDTH // 2, 4 * _WIDTH))
        return _file(small, "JPEG")


def ready(image: Image.Image) -> Picture:
    """Return a page evenly lit, set straight and of a size that reads well."""
    grey = _sized(ImageOps.exif_transpose(image).convert("L"))
    even = _straight(_evenly_lit(grey))
    return Picture(even, tuple(_cells(even)))


def _file(image: Image.Image, kind: str) -> bytes:
    stream = BytesIO()
    image.save(stream, kind)
    return stream.getvalue()


def _sized(image: Image.Image) -> Image.Image:
    across = min(image.size)
    if _SMALLEST <= across <= _LARGEST:
        return image
    scale = min(_WIDTH / across, 3.0)
    size = (round(image.width * scale), round(image.height * scale))
    return image.resize(size, Image.Resampling.LANCZOS)


def _evenly_lit(image: Image.Image) -> Image.Image:
    """Take away shadows: what matters is how much darker a letter is than the paper around it."""
    small = image.resize((max(image.width // 16, 1), max(image.height // 16, 1)))
    paper = small.filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.GaussianBlur(4))
    paper = paper.resize(image.size, Image.Resampling.BILINEAR)
    flat = ImageChops.invert(ImageChops.subtract(paper, image))
    return ImageOps.autocontrast(flat, cutoff=(0.05, 20))


def _straight(image: Image.Image) -> Image.Image:
    """Turn a page so that its lines lie level."""
    small = image.copy()
    small.thumbnail((_SKEW_WIDTH, 4 * _SKEW_WIDTH))
    dark = ImageChops.invert(small)
    coarse = max(_SKEW_STEPS, key=lambda angle: _levelness(dark, angle))
    angle = max((coarse + step for step in _FINE_STEPS), key=lambda one: _levelness(dark, one))
    if abs(angle) < _LEAST_SKEW:
        return image
    return image.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)


def _levelness(dark: Image.Image, angle: float) -> float:
    """Return how sharply lines and the gaps between them differ when the page is turned so."""
    turned = dark.rotate(angle, Image.Resampling.BILINEAR, fillcolor=0)
    rows = turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()
    return sum((one - other) ** 2 for one, other in itertools.pairwise(rows))


# Tables --------------------------------------------------------------------------------------


def _cells(image: Image.Image) -> list[Box]:
    """Return the boxes that the rules of a page enclose."""
    edges = [_edge(box) for box in _rules(image)]
    merged = merge_edges(
        edges, snap_x_tolerance=_SNAP, snap_y_tolerance=_SNAP, join_x_tolerance=_JOIN,
        join_y_tolerance=_JOIN,
    )  # fmt: skip
    closed = [*_reaching(merged), *_missing_ends(merged)]
    crossings = edges_to_intersections(closed, x_tolerance=_SNAP, y_tolerance=_SNAP)
    found: list[Box] = intersections_to_cells(crossings)
    return found if len(found) > 1 else []


def _reaching(edges: list[dict[str, Any]]) -> Iterator[dict[str, object]]:
    """Yield the rules, faint ends of level ones drawn on to the table's outer upright ones."""
    upright = [edge["x0"] for edge in edges if edge["orientation"] == "v"]
    for edge in edges:
        if edge["orientation"] == "v" or not upright:
            yield edge
            continue
        left, right = min(upright), max(upright)
        start = left if 0 < edge["x0"] - left < _FAINT else edge["x0"]
        end = right if 0 < right - edge["x1"] < _FAINT else edge["x1"]
        yield _edge((start, edge["top"], end, edge["top"]))


def _missing_ends(edges: list[dict[str, Any]]) -> Iterator[dict[str, object]]:
    """Yield the level rule that a table cut by the page lacks at its end."""
    level = [edge for edge in edges if edge["orientation"] == "h"]
    if not level:
        return
    left, right = min(edge["x0"] for edge in level), max(edge["x1"] for edge in level)
    for end, sign in (("bottom", 1), ("top", -1)):
        last = max(sign * edge[end] for edge in level)
        beyond = [
            edge[end]
            for edge in edges
            if edge["orientation"] == "v"
            and sign * edge[end] > last + _ROW
            and left - _SNAP <= edge["x0"] <= right + _SNAP
        ]
        if len(beyond) > 1:
            height = sorted(beyond)[len(beyond) // 2]
            yield _edge((left, height, right, height))


def _edge(box: Box) -> dict[str, object]:
    left, top, right, bottom = box
    level = right - left > bottom - top
    if level:
        top = bottom = (top + bottom) / 2
    else:
        left = right = (left + right) / 2
    return {
        "x0": left, "x1": right, "top": top, "bottom": bottom, "width": right - left,
        "height": bottom - top, "orientation": "h" if level else "v",
    }  # fmt: skip


def _rules(image: Image.Image) -> list[Box]:
    """Return the thin dark lines of a page, level and upright."""
    dark = image.point(lambda grey: 0 if grey < _DARK else 255)
    level = [(left, row, right, row) for row, left, right in _runs(dark, _ACROSS)]
    turned = dark.transpose(Image.Transpose.TRANSPOSE)
    upright = [(row, left, row, right) for row, left, right in _runs(turned, _DOWN)]
    return [*level, *upright]


def _runs(image: Image.Image, pattern: re.Pattern[bytes]) -> Iterator[tuple[int, int, int]]:
    """Yield row, start and end of each long dark stretch; a dark area is no line."""
    # A line that is not quite level is cut into pieces; thickened by a pixel it holds together.
    data, width = image.filter(ImageFilter.MinFilter(3)).tobytes(), image.width
    thick: dict[int, int] = {}
    for row in range(image.height):
        before, thick = thick, {}
        for run in pattern.finditer(data, row * width, (row + 1) * width):
            start = run.start() - row * width
            deep = thick[start // 64] = before.get(start // 64, 0) + 1
            if deep <= _THICKEST:
                yield row, start, run.end() - row * width
