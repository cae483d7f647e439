"""Writes a document several times on each sheet of a Word file, with dashed lines to cut along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdkt_desktop.documents.word_styles import RULE_STYLE, SPACER_STYLE
from tdkt_desktop.exports.docx_body import header_xml, pieces_xml, spacer
from tdkt_desktop.exports.docx_xml import element, paragraph, twips
from tdkt_desktop.exports.pdf_build import BoxBuilder
from tdkt_desktop.exports.pdf_fonts import Substitutions, register_fonts
from tdkt_desktop.exports.sheet_copies import CUT_GAP, strips_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tdkt_desktop.exports.docx_pictures import PictureShelf
    from tdkt_desktop.exports.pieces import Flow
    from tdkt_desktop.exports.sheet_copies import Strip

_PAGE_BREAK = '<w:r><w:br w:type="page"/></w:r>'


def copies_xml(flow: Flow, shelf: PictureShelf, copies: int) -> Iterator[str]:
    """Yield the sheets; how much goes on each is measured as for the PDF."""
    register_fonts()
    strips = strips_of(flow, BoxBuilder(flow.layout, Substitutions()), copies)
    for number, strip in enumerate(strips):
        if number:
            yield paragraph(SPACER_STYLE, _PAGE_BREAK)
        for copy in range(copies):
            if copy:
                yield _cut(strip)
            if strip.header is not None:
                yield header_xml(strip.header, flow.layout)
            yield from _unspaced(pieces_xml(strip.pieces, flow.layout, shelf))


def _unspaced(parts: Iterable[str]) -> list[str]:
    """Return pieces without the low paragraph below the last table: another one follows."""
    found = list(parts)
    return found[:-1] if found and found[-1] == spacer() else found


def _cut(strip: Strip) -> str:
    """Return the dashed line below a strip: as far down as the strip has room."""
    gap = twips(CUT_GAP)
    border = element("top", val="dashed", sz=4, space=0, color="000000")
    before = max(round(strip.room - strip.used), 0) + gap
    spacing = element("spacing", before=before, after=gap)
    return paragraph(RULE_STYLE, properties=element("pBdr", border) + spacing)
