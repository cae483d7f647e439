"""Writes what changed between two texts as a .docx: a table of changes, then the marked text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Mm, Pt, RGBColor

from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import BinaryIO

    from docx.document import Document as WordDocument
    from docx.table import _Row
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

_FONT: Final = "Times New Roman"
_SIZE: Final = Pt(12)
_INSERTED: Final = RGBColor(0x0B, 0x5C, 0xAD)
_DELETED: Final = RGBColor(0xB0, 0x1E, 0x1E)
_MOVED: Final = RGBColor(0x2E, 0x7D, 0x32)
_HEAD_GROUND: Final = "E7E6E6"


class PieceKind(StrEnum):
    """What happened to a stretch of words."""

    SAME = "same"
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words and what happened to it."""

    text: str
    kind: PieceKind = PieceKind.SAME


@dataclass(frozen=True, slots=True)
class ChangeReport:
    """What is written: a title, sentences, a table with its heads and widths, marked paragraphs."""

    title: str
    notes: tuple[str, ...]
    heads: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]
    marked: tuple[tuple[Piece, ...], ...] = ()


def write_change_report(report: ChangeReport, stream: BinaryIO) -> None:
    """Write a report as a Word file."""
    document = Document()
    _set_up(document)
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.add_run(report.title).bold = True
    for note in report.notes:
        document.add_paragraph(note)
    if report.rows:
        _add_table(document, report)
    if report.marked:
        _add_marked(document, report.marked)
    document.save(stream)


def _set_up(document: WordDocument) -> None:
    style = document.styles["Normal"]
    style.font.name, style.font.size = _FONT, _SIZE
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    style.paragraph_format.space_after = Pt(6)
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin, section.right_margin = Mm(25), Mm(15)
    section.top_margin = section.bottom_margin = Mm(20)


def _add_table(document: WordDocument, report: ChangeReport) -> None:
    heads = len(report.heads)
    table = document.add_table(rows=len(report.rows) + 1, cols=heads, style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, report.widths, strict=True):
        column.width = Mm(width)
    for place, (row, texts) in enumerate(
        zip(table.rows, (report.heads, *report.rows), strict=True)
    ):
        _fill_row(row, texts, report.widths, bold=not place)
        if not place:
            _repeat(row)
    document.add_paragraph()


def _fill_row(row: _Row, texts: Sequence[str], widths: Sequence[int], *, bold: bool) -> None:
    for cell, text, width in zip(row.cells, texts, widths, strict=True):
        cell.width = Mm(width)
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(2)
        paragraph.add_run(text).bold = bold


def _repeat(row: _Row) -> None:
    """Let the head stand on each page, on a grey ground."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no way of its own
    properties.append(OxmlElement("w:tblHeader"))
    for cell in row.cells:
        shading = OxmlElement("w:shd")
        shading.set(qn("w:val"), "clear")
        shading.set(qn("w:fill"), _HEAD_GROUND)
        cell._tc.get_or_add_tcPr().append(shading)  # noqa: SLF001 - as above


def _add_marked(document: WordDocument, marked: Sequence[Sequence[Piece]]) -> None:
    legend = document.add_paragraph()
    _mark(legend.add_run(_("Chữ thêm")), PieceKind.INSERTED)
    legend.add_run(" · ")
    _mark(legend.add_run(_("chữ bỏ")), PieceKind.DELETED)
    legend.add_run(" · ")
    _mark(legend.add_run(_("chữ chuyển chỗ")), PieceKind.MOVED)
    for pieces in marked:
        _add_pieces(document.add_paragraph(), pieces)


def _add_pieces(paragraph: Paragraph, pieces: Sequence[Piece]) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    for piece in pieces:
        _mark(paragraph.add_run(piece.text), piece.kind)


def _mark(run: Run, kind: PieceKind) -> None:
    """Dress a stretch so that it can be told without colours too."""
    if kind is PieceKind.INSERTED:
        run.underline = True
        run.font.color.rgb = _INSERTED
    elif kind is PieceKind.DELETED:
        run.font.strike = True
        run.font.color.rgb = _DELETED
    elif kind is PieceKind.MOVED:
        run.italic = True
        run.font.color.rgb = _MOVED
