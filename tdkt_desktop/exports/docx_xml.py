"""Writes the XML of a Word file as text: elements, paragraphs, runs.

Text is faster to build than a tree of nodes, and the order of children that the schema asks for
is the order in which the functions here write them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tdkt_desktop.documents.page_settings import RoleStyle
    from tdkt_desktop.documents.richtext import RichText, Run

TWIPS_PER_MM: Final = 1440 / 25.4
TWIPS_PER_POINT: Final = 20
NAMESPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SPECIAL = re.compile('[&<>"]')
_ESCAPES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


def twips(mm: float) -> int:
    """Return a length in twentieths of a point."""
    return round(mm * TWIPS_PER_MM)


def points(value: float) -> int:
    """Return a gap in points as twentieths of a point."""
    return round(value * TWIPS_PER_POINT)


def half_points(size: float) -> int:
    """Return a size as Word counts it."""
    return round(size * 2)


def escape(text: str) -> str:
    """Return text as it stands between tags or in an attribute."""
    return _SPECIAL.sub(lambda match: _ESCAPES[match[0]], text)


def val(tag: str, value: object) -> str:
    """Return an element whose only attribute is its value."""
    return f'<w:{tag} w:val="{value}"/>'


def element(tag: str, *children: str, **attributes: object) -> str:
    """Return an element of Word's namespace with its attributes and children."""
    shown = "".join(f' w:{name}="{value}"' for name, value in attributes.items())
    inner = "".join(children)
    return f"<w:{tag}{shown}>{inner}</w:{tag}>" if inner else f"<w:{tag}{shown}/>"


def paragraph(style: str, *runs: str, properties: str = "") -> str:
    """Return a paragraph; `properties` are those that follow the style in `pPr`."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{"".join(runs)}</w:p>'


def run(text: str, properties: str = "") -> str:
    """Return a run of text; a `\\n` in it is a line break."""
    shown = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    inner = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(part)}</w:t>' if part else ""
        for part in text.split("\n")
    )
    return f"<w:r>{shown}{inner}</w:r>"


def size_properties(size: float) -> str:
    """Return the run properties of a size, for both kinds of script."""
    return f'<w:sz w:val="{half_points(size)}"/><w:szCs w:val="{half_points(size)}"/>'


def rich_runs(text: RichText, style: RoleStyle, size: str = "") -> str:
    """Return the runs of marked text; only what differs from the style is written."""
    if not text.marks:
        return run(text.plain, size) if text.plain else ""
    return "".join(run(piece.text, _marks(piece, style) + size) for piece in text.runs())


def _marks(piece: Run, style: RoleStyle) -> str:
    bold = "<w:b/><w:bCs/>" if piece.bold and not style.bold else ""
    italic = "<w:i/><w:iCs/>" if piece.italic and not style.italic else ""
    return bold + italic
