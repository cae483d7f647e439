"""Writes a document as PDF, on the same pages as the Word file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.page_settings import Sheet, layout_for
from tdkt_desktop.documents.roles import Role
from tdkt_desktop.exports.block_place import MAIN, BlockPlace
from tdkt_desktop.exports.flow import flow_of
from tdkt_desktop.exports.pdf_boxes import (
    ASCENT,
    TWIPS_PER_MM,
    Box,
    DrawingBox,
    TableBox,
    from_mm,
    from_points,
)
from tdkt_desktop.exports.pdf_build import SPACER, BoxBuilder
from tdkt_desktop.exports.pdf_canvas import POINTS_PER_TWIP, Pen
from tdkt_desktop.exports.pdf_fonts import REGULAR, Substitutions, font_name, register_fonts
from tdkt_desktop.exports.pdf_pages import Paginator
from tdkt_desktop.exports.sheet_copies import CUT_GAP, strips_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import BinaryIO

    from reportlab.pdfgen.canvas import Canvas

    from tdkt_desktop.documents.document import OfficialDocument
    from tdkt_desktop.documents.page_settings import Layout, PageSettings
    from tdkt_desktop.exports.pdf_pages import Placed
    from tdkt_desktop.exports.pieces import Flow
    from tdkt_desktop.exports.sheet_copies import Strip

_LANGUAGE: Final = "vi-VN"
_VERSION: Final = (1, 7)


@dataclass(frozen=True, slots=True)
class PdfReport:
    """What was written: how many pages, where each block begins, and what needs a second look."""

    pages: int
    places: tuple[BlockPlace, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Part:
    """The main document or an annex: pages of its own, numbered from 1."""

    annex: int
    sheet: Sheet
    boxes: list[Box]
    blocks: dict[int, int]


class _Printer:
    """Draws parts one after the other on a canvas."""

    def __init__(self, canvas: Canvas, layout: Layout, pages: int = 0) -> None:
        self.canvas = canvas
        self.layout = layout
        self.pages = pages
        self.places: list[BlockPlace] = []

    def print(self, part: _Part) -> None:
        """Lay a part on pages of its own and draw them."""
        margins = part.sheet.margins
        height, top = from_mm(part.sheet.height), from_mm(margins.top)
        room = height - top - from_mm(margins.bottom)
        for number, page in enumerate(Paginator(part.boxes, room).run(), 1):
            self.pages += 1
            self._page(part, number, page, height, top)
            self._note(part, page, top)

    def _page(
        self, part: _Part, number: int, page: list[Placed], height: float, top: float
    ) -> None:
        sheet = part.sheet
        self.canvas.setPageSize((from_mm(sheet.width) * POINTS_PER_TWIP, height * POINTS_PER_TWIP))
        if number > 1:
            self._number(part, number, height)
        pen = Pen(self.canvas, height)
        for placed in page:
            pen.box(placed.box, from_mm(sheet.margins.left), top + placed.top)
        pen.finish()
        self.canvas.showPage()

    def print_copies(self, strip: Strip, copies: int) -> None:
        """Draw a strip several times on one sheet, with dashed lines to cut along."""
        sheet = self.layout.portrait
        self.pages += 1
        height, left = from_mm(sheet.height), from_mm(sheet.margins.left)
        self.canvas.setPageSize((from_mm(sheet.width) * POINTS_PER_TWIP, height * POINTS_PER_TWIP))
        pen = Pen(self.canvas, height)
        step = strip.room + 2 * from_mm(CUT_GAP)
        tops = [from_mm(sheet.margins.top) + step * copy for copy in range(copies)]
        for top in tops:
            for placed in strip.placed:
                pen.box(placed.box, left, top + placed.top)
        pen.finish()
        for top in tops[1:]:
            pen.cut(top - from_mm(CUT_GAP), left, left + from_mm(sheet.text_width))
        self.canvas.showPage()

    def _number(self, part: _Part, number: int, height: float) -> None:
        """Draw the number of a page in the middle of the text area, in the top margin (L08)."""
        style = self.layout.style(Role.PAGE_NUMBER)
        sheet = part.sheet
        middle = from_mm(sheet.margins.left) + from_mm(sheet.text_width) / 2
        base = from_mm(self.layout.profile.number_from_edge) + ASCENT * from_points(style.size)
        self.canvas.setFont(font_name(style.bold, style.italic), style.size)
        self.canvas.drawCentredString(
            middle * POINTS_PER_TWIP, (height - base) * POINTS_PER_TWIP, str(number)
        )

    def _note(self, part: _Part, page: list[Placed], top: float) -> None:
        known = {(place.annex, place.block) for place in self.places}
        for placed in page:
            key = (part.annex, part.blocks.get(placed.source, MAIN))
            if placed.source in part.blocks and key not in known:
                self.places.append(BlockPlace(*key, self.pages, (top + placed.top) / TWIPS_PER_MM))


def write_pdf(document: OfficialDocument, stream: BinaryIO, page: PageSettings) -> PdfReport:
    """Write a document as PDF; raises InputError for settings that the decree does not allow.

    The same document and settings give the same bytes.
    """
    return write_pdfs((document,), stream, page)


def write_pdfs(
    documents: Sequence[OfficialDocument], stream: BinaryIO, page: PageSettings
) -> PdfReport:
    """Write documents one after the other as one PDF, each with pages of its own.

    The report tells the places of the first one only; the properties of the file are its own too.
    """
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    substitutions = Substitutions()
    canvas = Canvas(
        stream, invariant=1, lang=_LANGUAGE, pdfVersion=_VERSION, initialFontName=REGULAR
    )
    printers: list[_Printer] = []
    for document in documents:
        layout = layout_for(page, document.issued_on)
        flow = flow_of(document, layout)
        if not printers:
            _describe(canvas, document, flow)
        printer = _Printer(canvas, layout, printers[-1].pages if printers else 0)
        builder = BoxBuilder(layout, substitutions)
        copies = layout.profile.kind(document.kind).copies
        if copies > 1:
            for strip in strips_of(flow, builder, copies):
                printer.print_copies(strip, copies)
        else:
            for part in _parts(document, flow, builder):
                printer.print(part)
        printers.append(printer)
    canvas.save()
    places = tuple(printers[0].places) if printers else ()
    pages = printers[-1].pages if printers else 0
    return PdfReport(pages, places, substitutions.warnings())


def _describe(canvas: Canvas, document: OfficialDocument, flow: Flow) -> None:
    canvas.setTitle(flow.name)
    canvas.setAuthor(flow.author)
    canvas.setSubject(document.subject.plain)
    canvas.setCreator("TĐKT Desktop")


def _parts(document: OfficialDocument, flow: Flow, builder: BoxBuilder) -> list[_Part]:
    pieces = builder.boxes(flow.pieces, from_mm(flow.layout.portrait.text_width))
    signature = builder.signature(flow.signature)
    if isinstance(pieces[-1], TableBox):
        signature = replace(signature, before=SPACER)
    header = replace(builder.header(flow.header), before=SPACER * flow.header.low_above)
    gap = SPACER * flow.header.low_below
    pieces[0] = replace(pieces[0], before=pieces[0].before + gap)
    boxes = [header, *pieces, signature]
    last = len(boxes) - 1 - sum(map(bool, document.closing))
    blocks = _sources(boxes, last, len(document.body))
    parts = [_Part(MAIN, flow.layout.portrait, boxes, blocks)]
    for index, (annex, printed) in enumerate(zip(document.annexes, flow.annexes, strict=True)):
        inner = builder.boxes(printed.pieces, from_mm(printed.sheet.text_width))
        blocks = _sources(inner, len(inner), len(annex.blocks))
        parts.append(_Part(index, printed.sheet, inner, blocks))
    return parts


def _sources(boxes: Sequence[Box], end: int, blocks: int) -> dict[int, int]:
    """Return which block each box comes from; the blocks end before `end`.

    A picture is part of the table above it and no block of its own.
    """
    own = [index for index in range(end) if not isinstance(boxes[index], DrawingBox)]
    return {index: block for block, index in enumerate(own[len(own) - blocks :])}
