"""Writes printable pieces as the paragraphs and tables of a Word document."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.word_styles import RULE_STYLE, SPACER_STYLE, STYLE_IDS
from tdkt_desktop.exports.docx_pictures import picture_xml
from tdkt_desktop.exports.docx_tables import data_table, plain_table
from tdkt_desktop.exports.docx_xml import element, paragraph, points, rich_runs, run, twips
from tdkt_desktop.exports.pieces import DrawingPiece, Line, RuleLine, TableSheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tdkt_desktop.documents.page_settings import Layout
    from tdkt_desktop.documents.richtext import RichText
    from tdkt_desktop.exports.docx_pictures import PictureShelf
    from tdkt_desktop.exports.pieces import HeaderFlow, Piece, SignatureFlow

_EIGHTHS_PER_POINT: Final = 8


def pieces_xml(
    pieces: Sequence[Piece], layout: Layout, shelf: PictureShelf, section: str = ""
) -> Iterator[str]:
    """Yield paragraphs and tables; `section` is the end of a section, put into the last one.

    Pictures are put on the shelf. A table is never the last thing, and two tables never touch:
    Word would join them.
    """
    last = len(pieces) - 1
    for index, piece in enumerate(pieces):
        if isinstance(piece, TableSheet):
            yield data_table(piece, layout)
            if index == last or isinstance(pieces[index + 1], TableSheet):
                yield spacer(section if index == last else "")
        elif isinstance(piece, RuleLine):
            yield rule_xml(piece, layout, section if index == last else "")
        elif isinstance(piece, DrawingPiece):
            yield picture_xml(piece, shelf, section if index == last else "")
        else:
            yield line_xml(piece, layout, section if index == last else "")


def spacer(section: str = "") -> str:
    """Return the lowest paragraph there can be."""
    return paragraph(SPACER_STYLE, properties=section)


def header_xml(header: HeaderFlow, layout: Layout) -> str:
    """Return the block above the title: two rows, so that number and date share a line (L26)."""
    gap = header.row_gap
    below = (
        _lowered(line, gap, layout) if line else spacer()
        for line in (header.number, header.place_date)
    )
    rows = (
        (_stack(header.left, layout), _stack(header.right, layout)),
        tuple(below),
    )
    return plain_table((header.left_width, header.right_width), rows, hang=header.hang)


def _lowered(line: Line, gap: float, layout: Layout) -> str:
    return line_xml(replace(line, style=replace(line.style, before=gap)), layout)


def signature_xml(signature: SignatureFlow, layout: Layout) -> str:
    """Return the block below the text: one row that is never split (L67)."""
    row = (_stack(signature.left, layout), _stack(signature.right, layout))
    return plain_table((signature.left_width, signature.right_width), (row,))


def _stack(lines: Sequence[Line | RuleLine], layout: Layout) -> str:
    """Return the paragraphs of a cell, which has at least one."""
    shown = (
        rule_xml(line, layout) if isinstance(line, RuleLine) else line_xml(line, layout)
        for line in lines
    )
    return "".join(shown) or spacer()


def rule_xml(rule: RuleLine, layout: Layout, section: str = "") -> str:
    """Return an empty paragraph with a border above it, as long as its indents leave (L31)."""
    size = round(layout.profile.lines.thickness * _EIGHTHS_PER_POINT)
    side = twips((rule.room - rule.length) / 2)
    border = element("top", val="single", sz=size, space=0, color="000000")
    properties = [
        "<w:keepNext/>" if rule.keep_next else "",
        element("pBdr", border),
        element("spacing", after=points(rule.after)) if rule.after else "",
        element("ind", left=side, right=side),
        section,
    ]
    return paragraph(RULE_STYLE, properties="".join(properties))


def line_xml(line: Line, layout: Layout, section: str = "") -> str:
    """Return a paragraph; what its style says already is not said again."""
    properties = _own_properties(line, layout) + section
    style = STYLE_IDS[line.role]
    if line.label_above:
        label = run(line.label + line.separator, '<w:caps w:val="0"/>')
        return paragraph(style, label, rich_runs(line.text, line.style), properties=properties)
    runs = rich_runs(_labelled(line), line.style)
    return paragraph(style, runs, properties=properties)


def _labelled(line: Line) -> RichText:
    return line.opening + line.text if line.label else line.text


def _own_properties(line: Line, layout: Layout) -> str:
    usual, own = layout.style(line.role), line.style
    parts = []
    if own.keep_next and not usual.keep_next:
        parts.append("<w:keepNext/>")
    gaps = {}
    if own.before != usual.before:
        gaps["before"] = points(own.before)
    if own.after != usual.after:
        gaps["after"] = points(own.after)
    if gaps:
        parts.append(element("spacing", **gaps))
    if line.left or line.right:
        parts.append(element("ind", left=twips(line.left), right=twips(line.right)))
    return "".join(parts)
