"""Walks a document into printable pieces, which all writers print and none changes."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from tdkt_desktop.documents.blocks import Clause, Heading, Level, Table
from tdkt_desktop.documents.body_names import issuer_in_sentence
from tdkt_desktop.documents.charts import picture_of
from tdkt_desktop.documents.document import FORMS
from tdkt_desktop.documents.end_marks import with_end_marks, with_list_marks
from tdkt_desktop.documents.numbering import annex_label, block_labels
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.documents.roles import Role, role_of
from tdkt_desktop.exports.header_flow import (
    date_phrase,
    header_flow,
    number_phrase,
)
from tdkt_desktop.exports.line_fitting import balanced_room, line_widths
from tdkt_desktop.exports.metrics import text_width
from tdkt_desktop.exports.office_pages import low_paragraphs
from tdkt_desktop.exports.pieces import AnnexFlow, DrawingPiece, Flow, Line, RuleLine, TableSheet
from tdkt_desktop.exports.printable import printable, printable_rich, with_whole_years
from tdkt_desktop.exports.rule_lines import part_length, ruled
from tdkt_desktop.exports.signature_flow import signature_flow
from tdkt_desktop.exports.table_flow import table_flow
from tdkt_desktop.vietnamese.text import NBSP

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tdkt_desktop.documents.blocks import Block
    from tdkt_desktop.documents.document import Annex, OfficialDocument
    from tdkt_desktop.documents.page_settings import Layout, Sheet
    from tdkt_desktop.exports.pieces import Piece


def flow_of(document: OfficialDocument, layout: Layout) -> Flow:
    """Return everything that is printed of a document, in reading order."""
    document = with_end_marks(document)
    pieces = [
        *_title(document, layout),
        *_authority(document, layout),
        *_addressees(document, layout),
        *_lines(layout, Role.GROUND, document.grounds),
        *_lines(layout, Role.PREAMBLE, document.preamble),
        *_lines(layout, Role.RESOLUTION, [_resolution(document, layout)]),
        *block_flow(document.body, layout, layout.portrait),
        *_lines(layout, Role.CLOSING, document.closing),
    ]
    pieces = _kept_with_signature(_spaced(pieces, layout), layout)
    annexes = tuple(_annexes(document, layout))
    low = low_paragraphs(pieces, [piece for annex in annexes for piece in annex.pieces])
    return Flow(
        kind=document.kind,
        author=_author(document),
        name=f"{printable(document.title)} {printable(document.subject.plain)}".strip(),
        layout=layout,
        header=replace(header_flow(document, layout), low_below=low > 0, low_above=low > 1),
        pieces=tuple(pieces),
        signature=signature_flow(document, layout),
        annexes=annexes,
    )


def _author(document: OfficialDocument) -> str:
    head = document.letterhead
    return printable(issuer_in_sentence(head.parent_body, head.issuing_body))


def block_flow(blocks: Sequence[Block], layout: Layout, sheet: Sheet) -> Iterator[Piece]:
    """Yield the printed form of blocks of the body or of an annex."""
    for block, label in zip(blocks, block_labels(blocks), strict=True):
        if isinstance(block, Table):
            yield from _table_with_picture(block, layout, sheet)
            continue
        text = block.title if isinstance(block, Heading) else block.text
        line = _line(layout, role_of(block), text)
        if isinstance(block, Heading) and block.level is Level.PART:
            yield replace(line, label=label.rstrip("."), label_above=True)
        else:
            article = isinstance(block, Clause) and block.level is Level.ARTICLE
            yield replace(line, label=label, label_bold=article)


def _table_with_picture(table: Table, layout: Layout, sheet: Sheet) -> Iterator[Piece]:
    """Yield a table, and below it the picture that is drawn from its numbers."""
    printed = table_flow(table, layout, sheet)
    drawing = picture_of(table, sheet.text_width, _drawn_width)
    if drawing is None:
        yield printed
        return
    gap = layout.profile.table.before
    yield replace(printed, keep_next=True)
    yield DrawingPiece(drawing, before=gap)


def _drawn_width(text: str, size: float, bold: bool) -> float:
    return text_width(text, size, bold=bold)


def _line(layout: Layout, role: Role, text: RichText) -> Line:
    return Line(role, layout.style(role), printable_rich(text).stripped())


def _lines(layout: Layout, role: Role, texts: Sequence[RichText]) -> list[Line]:
    return [_line(layout, role, text) for text in texts if text]


def _title(document: OfficialDocument, layout: Layout) -> Iterator[Piece]:
    yield _line(layout, Role.TITLE, RichText(document.title))
    if document.subject:
        subject = balanced(_line(layout, Role.SUBJECT, document.subject), layout.portrait)
        widest = _widest(subject, layout.portrait)
        length = part_length(layout, widest, layout.profile.lines.subject)
        yield from ruled(subject, layout, length, layout.portrait.text_width, keep_next=True)


def _authority(document: OfficialDocument, layout: Layout) -> Iterator[Line]:
    """Yield who decides, of a decision (L91)."""
    if document.authority.strip():
        # Written in capitals, so that whoever reads the file without its styles sees them too.
        line = _line(layout, Role.AUTHORITY, RichText(printable(document.authority).upper()))
        yield balanced(line, layout.portrait)


def _resolution(document: OfficialDocument, layout: Layout) -> RichText:
    return RichText(layout.profile.kind(document.kind).resolution)


def balanced(line: Line, sheet: Sheet) -> Line:
    """Narrow a centred paragraph so that its lines are of like length, years kept whole (L36)."""
    text = with_whole_years(line.text)
    side = (sheet.text_width - balanced_room(text, line.style, sheet.text_width)) / 2
    return replace(line, text=text, left=side, right=side)


def _widest(line: Line, sheet: Sheet) -> float:
    return max(line_widths(line.text, line.style, sheet.text_width - line.left - line.right))


def _addressees(document: OfficialDocument, layout: Layout) -> Iterator[Line]:
    """One addressee stands on the line of `Kính gửi:`, several below it, dashes under the colon.

    NĐ 30, PL I, II.9 (L39).
    """
    names = tuple(entry for entry in document.addressees if entry.strip())
    if not names:
        return
    head = layout.profile.words.addressees_head
    style = layout.style(Role.ADDRESSEE)
    if len(names) == 1:
        yield replace(_line(layout, Role.ADDRESSEE, RichText(names[0])), label=head)
        return
    left = layout.indent + layout.portrait.text_width / 10
    yield Line(Role.ADDRESSEE, replace(style, keep_next=True), RichText(), head, left=left)
    left += text_width(head.rstrip(":"), style.size)
    for name in with_list_marks(names):
        yield replace(_line(layout, Role.ADDRESSEE, RichText(name)), label="-", left=left)


def _spaced(pieces: list[Piece], layout: Layout) -> list[Piece]:
    """Set what stands above a table off from it."""
    gap = layout.profile.table.before
    for index, (piece, following) in enumerate(pairwise(pieces)):
        if not isinstance(following, TableSheet):
            continue
        if isinstance(piece, Line):
            pieces[index] = replace(piece, style=replace(piece.style, after=gap))
        elif isinstance(piece, RuleLine):
            pieces[index] = replace(piece, after=gap)
    return pieces


def _kept_with_signature(pieces: list[Piece], layout: Layout) -> list[Piece]:
    """Keep the last lines of the content on the page of the signature (L67)."""
    wanted = layout.profile.signature.kept_lines
    room = layout.portrait.text_width
    for index in reversed(range(len(pieces))):
        piece = pieces[index]
        if isinstance(piece, TableSheet):
            pieces[index] = replace(piece, keep_next=True)
            break
        if isinstance(piece, RuleLine | DrawingPiece):
            break
        pieces[index] = replace(piece, style=replace(piece.style, keep_next=True))
        wanted -= len(line_widths(piece.printed, piece.style, room, piece.style.indent))
        if wanted <= 0:
            break
    return pieces


def _annexes(document: OfficialDocument, layout: Layout) -> Iterator[AnnexFlow]:
    total = len(document.annexes)
    for index, annex in enumerate(document.annexes):
        sheet = layout.sheet(annex.orientation)
        label = annex_label(index, total)
        head = _annex_head(document, layout, annex, label, sheet)
        pieces = _spaced([*head, *block_flow(annex.blocks, layout, sheet)], layout)
        yield AnnexFlow(sheet, label, printable(annex.title.plain), tuple(pieces))


def _annex_head(
    document: OfficialDocument, layout: Layout, annex: Annex, label: str, sheet: Sheet
) -> Iterator[Piece]:
    yield _line(layout, Role.ANNEX_LABEL, RichText(label))
    if annex.title:
        yield balanced(_line(layout, Role.ANNEX_TITLE, annex.title), sheet)
    reference = RichText(printable(annex.reference) or annex_reference(document, layout))
    line = balanced(_line(layout, Role.ANNEX_REFERENCE, reference), sheet)
    length = layout.profile.lines.annex
    yield from ruled(line, layout, length, sheet.text_width, keep_next=True)


def annex_reference(document: OfficialDocument, layout: Layout) -> str:
    """Return `(Kèm theo Kế hoạch số … ngày … của …)`, blanks as in the header (L79)."""
    rules = layout.profile.header
    number = number_phrase(document.number, rules)
    words = [f"Kèm theo {printable(document.title).capitalize()}"]
    if document.kind not in FORMS:
        words += [" số", number if number.startswith(NBSP) else f" {number}"]
    words.append(f" {date_phrase(document)}")
    issuer = _author(document)
    if issuer:
        words.append(f" của {issuer}")
    return f"({''.join(words)})"
