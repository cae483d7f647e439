"""Reads Word documents."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.richtext import RichText, Run
from tdkt_desktop.documents.roles import Role
from tdkt_desktop.documents.word_styles import ROLES_BY_STYLE, STYLE_NAMES
from tdkt_desktop.i18n import _
from tdkt_desktop.imports.docx_numbering import Numbering
from tdkt_desktop.imports.docx_package import DocxPackage, W
from tdkt_desktop.imports.docx_styles import ParagraphLook, StyleSheet, over, paragraph_look
from tdkt_desktop.imports.docx_tables import (
    head_rows,
    is_bordered,
    is_monstrous,
    lay_out,
    table_rows,
)
from tdkt_desktop.imports.docx_text import Base, Inline, Loss, TextReader, note_texts
from tdkt_desktop.imports.docx_xml import TWIPS_PER_MM, child, local, number, switch, val
from tdkt_desktop.imports.legacy import is_unicode
from tdkt_desktop.imports.recognition.official_words import NATIONAL_NAME, opens_signature
from tdkt_desktop.imports.rich_builder import join_runs, whole_look, without
from tdkt_desktop.imports.source import (
    SourceBreak,
    SourceDocument,
    SourceItem,
    SourceKind,
    SourceLine,
    SourcePlace,
    SourceTable,
)

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.etree import _Element

    from tdkt_desktop.imports.docx_tables import WordCell

_WRAPPERS: Final = ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")
_CONTENTS_STYLE: Final = re.compile(r"(toc|contents)\s*\d*( heading)?$", re.IGNORECASE)
_LAYOUT_ROWS, _LAYOUT_COLUMNS = 4, 3
_MAX_NESTING: Final = 20
_ROLES_BY_NAME: Final = {name: role for role, name in STYLE_NAMES.items()}


def read_docx(path: Path) -> SourceDocument:
    """Read a .docx; tracked changes are taken as accepted, headers and comments left out."""
    with DocxPackage(path) as package:
        reader = _Reader(package)
        items = tuple(reader.read())
        return SourceDocument(path.name, SourceKind.DOCX, items, _warnings(reader.losses))


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """The looks that a paragraph starts from."""

    style: str
    role: Role | None
    look: ParagraphLook
    base: Base


class _Reader:
    """Walks through the body of one document."""

    def __init__(self, package: DocxPackage) -> None:
        self._body = child(package.main(), "body")
        self._styles = StyleSheet(package.related("styles"))
        self._numbering = Numbering(package.related("numbering"))
        notes = note_texts("footnote", package.related("footnotes"))
        notes |= note_texts("endnote", package.related("endnotes"))
        self._text = TextReader(self._styles, notes, legacy_fonts=not self._is_unicode())
        self._line = 0
        self._kept: Inline | None = None

    @property
    def losses(self) -> Counter[Loss]:
        """What could not be kept."""
        return self._text.losses

    def read(self) -> Iterator[SourceItem]:
        """Yield what the body holds, in order."""
        if self._body is None:
            return
        sections = [_is_landscape(section) for section in self._body.iter(f"{W}sectPr")]
        if sections and sections[0]:
            yield SourceBreak(SourcePlace(None, 1), landscape=True)
        section = 0
        for block in _blocks(self._body):
            yield from self._block(block, 0)
            ended = child(child(block, "pPr"), "sectPr")
            if ended is not None and section + 1 < len(sections):
                yield from self._section_break(block, sections[section], sections[section + 1])
                section += 1

    def _is_unicode(self) -> bool:
        """Tell whether the text is Unicode, whatever old fonts it names."""
        texts = self._body.iter(f"{W}t") if self._body is not None else ()
        return any(is_unicode(text.text or "") for text in texts)

    def _section_break(
        self, block: _Element, before: bool | None, after: bool | None
    ) -> Iterator[SourceItem]:
        """Yield a break unless the new section goes on with the same page."""
        following = block.getnext()
        sections = () if following is None else following.itersiblings(f"{W}sectPr")
        kind = next((val(section, "type") for section in sections), None)
        if kind != "continuous" or before != after:
            yield SourceBreak(SourcePlace(None, self._line), landscape=after)

    def _block(self, block: _Element, depth: int) -> Iterator[SourceItem]:
        if local(block) == "tbl":
            yield from self._table(block, depth)
        else:
            yield from self._paragraph(block, depth)

    # Paragraphs

    def _paragraph(self, element: _Element, depth: int) -> Iterator[SourceItem]:
        self._line += 1
        place = SourcePlace(None, self._line)
        paragraph = self._described(element)
        if _CONTENTS_STYLE.match(self._styles.name(paragraph.style)):
            self.losses[Loss.CONTENTS] += 1
            return
        inline = self._inline(element, paragraph)
        if inline is None:
            return
        if paragraph.look.page_break_before:
            yield SourceBreak(place)
        label = self._label(paragraph)
        for index, runs in enumerate(inline.pieces):
            if index:
                yield SourceBreak(place)
            if line := self._source_line(paragraph, label, runs, inline, place):
                label = ""
                yield line
        if depth < _MAX_NESTING:
            for box in inline.boxes:
                for block in _blocks(box):
                    yield from self._block(block, depth + 1)

    def _inline(self, element: _Element, paragraph: _Paragraph) -> Inline | None:
        """Return what a paragraph holds; None where its end is deleted and the next goes on."""
        inline = self._kept or Inline()
        self._kept = None
        self._text.read(element, paragraph.base, inline)
        mark = child(child(element, "pPr"), "rPr")
        deleted = child(mark, "del") is not None or child(mark, "moveFrom") is not None
        following = element.getnext()
        if deleted and following is not None and local(following) == "p":
            self._kept = inline
            return None
        if inline.notes:
            notes = "; ".join(inline.notes)
            inline.pieces[-1].append(Run(" " + _("[Chú thích: {text}]").format(text=notes)))
        return inline

    def _described(self, element: _Element) -> _Paragraph:
        properties = child(element, "pPr")
        style = val(properties, "pStyle") or self._styles.default_paragraph
        role = self._role(style)
        look = over(paragraph_look(properties), self._styles.paragraph(style))
        if look.num_id and look.num_level is None:
            level = self._numbering.level_of_style(look.num_id, self._styles.numbered_style(style))
            look = replace(look, num_level=level)
        base = Base(self._styles.run(style), self._styles.defaults(), own_style=role is not None)
        return _Paragraph(style, role, look, base)

    def _role(self, style_id: str) -> Role | None:
        """Return the part that a paragraph in one of our own styles plays.

        Another program may have given the styles new ids; their names it keeps.
        """
        return ROLES_BY_STYLE.get(style_id) or _ROLES_BY_NAME.get(self._styles.name(style_id))

    def _label(self, paragraph: _Paragraph) -> str:
        look = paragraph.look
        if not look.num_id or look.num_id == "0":
            return ""
        return self._numbering.next_label(look.num_id, look.num_level or 0)

    def _source_line(
        self, paragraph: _Paragraph, label: str, runs: list[Run], inline: Inline, place: SourcePlace
    ) -> SourceLine | None:
        text = join_runs(runs)
        if not text:
            return None
        bold, italic = whole_look(text)
        if paragraph.role is None:
            text = without(text, bold=bold, italic=italic)
        style = paragraph.base.paragraph
        return SourceLine(
            text, place, paragraph.role, label,
            bold=bold or bool(paragraph.role and style.bold),
            italic=italic or bool(paragraph.role and style.italic),
            centered=paragraph.look.align == "center",
            right=paragraph.look.align in ("right", "end"),
            indent_mm=self._indent(paragraph.look),
            size_pt=inline.size_pt,
            style_name=self._styles.name(paragraph.style),
        )  # fmt: skip

    def _indent(self, look: ParagraphLook) -> float:
        """Return how far in the first line begins, in mm."""
        listed = self._numbering.look(look.num_id or "", look.num_level or 0)
        shown = over(look, listed) if listed else look
        return round(((shown.left or 0) + (shown.first or 0)) / TWIPS_PER_MM, 1)

    # Tables

    def _table(self, table: _Element, depth: int) -> Iterator[SourceItem]:
        rows = table_rows(table)
        place = SourcePlace(None, self._line + 1)
        if not rows or depth >= _MAX_NESTING:
            return
        bordered = is_bordered(table, self._styles)
        all_cells = [cells for _row, cells in rows]
        if is_monstrous(all_cells) or self._is_layout(rows, bordered=bordered):
            for cells in _reading_order(all_cells):
                yield from self._layout_row(cells, depth)
            return
        grid = lay_out(all_cells, lambda cell: self._cell(cell, depth))
        heads = head_rows([row for row, _cells in rows])
        yield SourceTable(grid, place, bordered=bordered, head_rows=heads)

    def _is_layout(self, rows: list[tuple[_Element, list[WordCell]]], *, bordered: bool) -> bool:
        """Tell whether a table only puts lines side by side: a letterhead, signatures, a frame."""
        width = max(len(cells) for _row, cells in rows)
        if width <= 1 and len(rows) == 1:
            return True
        if bordered or width > _LAYOUT_COLUMNS:
            return False
        roles = {
            role
            for _row, cells in rows
            for cell in cells
            if cell.element is not None
            for paragraph in cell.element.iter(f"{W}p")
            if (role := self._role(val(child(paragraph, "pPr"), "pStyle") or "")) is not None
        }
        return not any(role.value.startswith("table-") for role in roles) and (
            bool(roles) or len(rows) <= _LAYOUT_ROWS
        )

    def _layout_row(self, cells: list[WordCell], depth: int) -> Iterator[SourceItem]:
        for cell in cells:
            for block in _blocks(cell.element) if cell.element is not None else ():
                for item in self._block(block, depth + 1):
                    yield from _one_by_one(item)

    def _cell(self, cell: _Element, depth: int) -> RichText:
        """Return the paragraphs of a cell, one below the other; a table within it is flattened."""
        paragraphs: list[RichText] = []
        for block in _blocks(cell):
            if local(block) == "tbl":
                self.losses[Loss.NESTED_TABLE] += 1
            paragraphs += [text for item in self._cell_block(block, depth) if (text := item)]
        text = RichText()
        for index, paragraph in enumerate(paragraphs):
            text = text + "\n" + paragraph if index else paragraph
        return text

    def _cell_block(self, block: _Element, depth: int) -> Iterator[RichText]:
        if local(block) == "tbl":
            for item in self._table(block, depth + 1):
                yield from _flattened(item)
            return
        self._line += 1
        paragraph = self._described(block)
        inline = self._inline(block, paragraph)
        if inline is None:
            return
        label = self._label(paragraph)
        text = join_runs(run for piece in inline.pieces for run in piece)
        yield (RichText(f"{label} ") + text).stripped() if label else text
        for box in inline.boxes if depth < _MAX_NESTING else ():
            for inner in _blocks(box):
                yield from self._cell_block(inner, depth + 1)


def _blocks(container: _Element) -> Iterator[_Element]:
    """Yield paragraphs and tables, also those in content controls and accepted changes."""
    stack = list(reversed(container))
    while stack:
        element = stack.pop()
        name = local(element)
        if name in ("p", "tbl") and isinstance(element.tag, str) and element.tag.startswith(W):
            yield element
        elif name in _WRAPPERS and not switch(child(element, "sdtPr"), "showingPlcHdr"):
            stack.extend(reversed(element))


def _reading_order(rows: list[list[WordCell]]) -> list[list[WordCell]]:
    """Return the cells column by column where a table sets a letterhead or signers side by side."""
    width = len(rows[0])
    even = len(rows) > 1 and all(len(cells) == width for cells in rows) and width > 1
    texts = (
        "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
        for cells in rows
        for cell in cells
        if cell.element is not None
        for paragraph in cell.element.iter(f"{W}p")
    )
    sided = any(NATIONAL_NAME.search(text) or opens_signature(text.strip()) for text in texts)
    return [list(column) for column in zip(*rows, strict=True)] if even and sided else rows


def _one_by_one(item: SourceItem) -> Iterator[SourceItem]:
    """Part a line of a letterhead where a person broke it; one in our own style is one name."""
    if not isinstance(item, SourceLine) or item.role or "\n" not in item.text.plain:
        yield item
        return
    start = 0
    for index, line in enumerate(item.text.plain.split("\n")):
        text = item.text[start : start + len(line)].stripped()
        start += len(line) + 1
        if text:
            yield replace(item, text=text, label="" if index else item.label)


def _flattened(item: SourceItem) -> Iterator[RichText]:
    """Yield the rows of a table within a cell as lines, cells parted by a bar."""
    if isinstance(item, SourceLine):
        yield item.text
    for row in item.rows if isinstance(item, SourceTable) else ():
        texts = [cell.text for cell in row if cell.text]
        line = RichText()
        for index, text in enumerate(texts):
            line = line + " | " + text if index else text
        yield line


def _is_landscape(section: _Element) -> bool | None:
    size = child(section, "pgSz")
    if size is None:
        return None
    width, height = number(size.get(f"{W}w")), number(size.get(f"{W}h"))
    if width and height:
        return width > height
    return size.get(f"{W}orient") == "landscape"


def _warnings(losses: Counter[Loss]) -> tuple[str, ...]:
    """Put what was lost into sentences."""
    sentences = {
        Loss.HIDDEN: _("Tệp có chữ ẩn; phần chữ ẩn không được nhập."),
        Loss.PICTURE: _("Tệp có hình ảnh; hình ảnh không được nhập."),
        Loss.NOTE: _("Chú thích cuối trang được đưa vào cuối đoạn, trong ngoặc vuông."),
        Loss.NESTED_TABLE: _(
            "Có bảng nằm trong ô của bảng khác; bảng trong được chuyển thành chữ."
        ),
        Loss.CONTENTS: _("Mục lục của tệp không được nhập."),
        Loss.EMBEDDED: _("Tệp có tài liệu nhúng; tài liệu nhúng không được nhập."),
        Loss.LEGACY_FONT: _(
            "Tệp có chữ gõ bằng phông cũ (.VnTime, VNI), đã chuyển sang Unicode; xin đọc lại."
        ),
    }
    return tuple(sentence for loss, sentence in sentences.items() if losses[loss])
