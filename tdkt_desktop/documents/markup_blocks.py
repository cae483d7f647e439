"""Blocks in the plan text format: headings, clauses, paragraphs and tables, one line each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.blocks import Block, Clause, Heading, Level, Paragraph, Table
from tdkt_desktop.documents.markup_table import is_head, read_table, write_table
from tdkt_desktop.documents.markup_text import (
    MarkupFault,
    guarded,
    read_rich,
    unguarded,
    write_rich,
)
from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HEADINGS: Final = {
    "#^": Level.PART,
    "#": Level.ROMAN,
    "##": Level.ARABIC,
    "###": Level.DECIMAL,
    "####": Level.LETTER,
}
_HEADING_MARKS: Final = {level: mark for mark, level in _HEADINGS.items()}
_CLAUSE_MARKS: Final = {
    Level.ARTICLE: "§",
    Level.ARABIC: "1.",
    Level.DECIMAL: "1.1.",
    Level.LETTER: "a)",
    Level.DASH: "-",
    Level.PLUS: "+",
}
_MARK = re.compile(
    r"(?:(?P<heading>#\^|#+)|(?P<number>\d+(?:\.\d+)*\.)|(?P<letter>[a-zđ]{1,2}\))"
    r"|(?P<dash>[-–—])|(?P<plus>\+)|(?P<article>§))(?:[ \t]+|$)"
)


def write_blocks(blocks: Sequence[Block]) -> Iterator[str]:
    """Write blocks line by line."""
    for block in blocks:
        if isinstance(block, Table):
            yield from write_table(block)
        elif isinstance(block, Heading):
            yield f"{_HEADING_MARKS[block.level]} {write_rich(block.title)}"
        elif isinstance(block, Clause):
            yield f"{_CLAUSE_MARKS[block.level]} {write_rich(block.text)}"
        else:
            yield guarded(write_rich(block.text))


def read_blocks(lines: Sequence[tuple[int, str]]) -> Iterator[Block]:
    """Read numbered lines, none of them blank; raises MarkupFault."""
    index = 0
    while index < len(lines):
        number, line = lines[index]
        if line.startswith("|"):
            end = _table_end(lines, index)
            yield read_table(lines[index:end])
            index = end
        else:
            yield _text_block(number, line)
            index += 1


def _table_end(lines: Sequence[tuple[int, str]], start: int) -> int:
    """Return where a table ends: at a line of text, or at the head of the next table."""
    for index in range(start + 1, len(lines)):
        line = lines[index][1]
        if not line.startswith("|") or is_head(line):
            return index
    return len(lines)


def _text_block(number: int, line: str) -> Block:
    mark = _MARK.match(line)
    if mark is None:
        if line.startswith("#"):
            raise MarkupFault(number, _("sau dấu # phải có một khoảng trắng rồi đến tên mục"))
        return Paragraph(read_rich(unguarded(line)))
    text = read_rich(line[mark.end() :])
    if mark["heading"]:
        return Heading(_heading_level(number, mark["heading"]), text)
    return Clause(_clause_level(number, mark), text)


def _heading_level(number: int, mark: str) -> Level:
    if mark not in _HEADINGS:
        raise MarkupFault(number, _("đề mục chỉ có đến bốn dấu #"))
    return _HEADINGS[mark]


def _clause_level(number: int, mark: re.Match[str]) -> Level:
    if mark["number"]:
        depth = mark["number"].count(".")
        if depth > 2:
            reason = _("số thứ tự chỉ có đến hai cấp, như 1.1.; cấp sau dùng a)")
            raise MarkupFault(number, reason)
        return Level.ARABIC if depth == 1 else Level.DECIMAL
    if mark["letter"] or mark["article"]:
        return Level.LETTER if mark["letter"] else Level.ARTICLE
    return Level.DASH if mark["dash"] else Level.PLUS
