"""Reads Markdown: headings, lists, marks and pipe tables."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from tdkt_desktop.i18n import _
from tdkt_desktop.imports.plan_text_reader import is_plan_text, read_plan_text
from tdkt_desktop.imports.rich_builder import whole_look
from tdkt_desktop.imports.source import (
    SourceCell,
    SourceDocument,
    SourceItem,
    SourceKind,
    SourceLine,
    SourcePlace,
    SourceTable,
)
from tdkt_desktop.imports.text_lines import read_marks
from tdkt_desktop.imports.text_tables import bars
from tdkt_desktop.imports.txt_reader import read_text
from tdkt_desktop.vietnamese.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tdkt_desktop.documents.richtext import RichText

_HEADING: Final = re.compile(r" {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_UNDERLINE: Final = re.compile(r" {0,3}(=+|-+)\s*$")
_RULE: Final = re.compile(r" {0,3}([-*_])(\s*\1){2,}\s*$")
_ITEM: Final = re.compile(r"(\s*)([-*+•–]|\d{1,4}(?:\.\d+)*[.)]|[a-zđ]\))\s+(\S.*)$")
_QUOTE: Final = re.compile(r"^ {0,3}>\s?")
_FENCE: Final = re.compile(r" {0,3}(```|~~~)")
_ESCAPE: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_IMAGE: Final = re.compile(r"!\[[^\[\]]{0,500}\]\([^()]{0,2000}\)")
_LINK: Final = re.compile(r"\[([^\[\]]{1,500})\]\([^()]{0,2000}\)")
_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_LINE_BREAK: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)
_UNDERSCORES: Final = re.compile(r"(?<!\w)(_{1,3})(?=\S)([^_\n]+?)(?<=\S)\1(?!\w)")
# Stands for an escaped character while marks are read; nobody types these code points.
_HELD: Final = 0xE100
_SPACE_MM: Final = 2.0


def read_markdown(path: Path) -> SourceDocument:
    """Read a Markdown file, or a plan in the program's own text format."""
    text, warnings = read_text(path)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if is_plan_text(text):
        return replace(read_plan_text(text, path.name), warnings=warnings)
    if _IMAGE.search(text):
        warnings = (*warnings, _("Tệp có hình ảnh; hình ảnh không được nhập."))
    return SourceDocument(path.name, SourceKind.MARKDOWN, tuple(parse_markdown(text)), warnings)


def parse_markdown(text: str) -> Iterator[SourceItem]:
    """Yield what a Markdown text holds."""
    for item in _items(text):
        if not isinstance(item, SourceLine) or item.text:
            yield item


def _items(text: str) -> Iterator[SourceItem]:
    lines = [_QUOTE.sub("", line) for line in _without_comments(text).split("\n")]
    index = 0
    while index < len(lines):
        place = SourcePlace(None, index + 1)
        if table := bars(lines, index):
            yield _table(table.rows, place)
            index = table.end
        elif heading := _heading(lines, index):
            yield _heading_line(heading, place)
            index += heading.height
        elif _RULE.match(lines[index]) or _FENCE.match(lines[index]) or not lines[index].strip():
            index += 1
        else:
            yield _text_line(lines, index, place)
            index += 1


def _without_comments(text: str) -> str:
    """Blank out comments, line ends kept so that lines count as in the file."""
    kept, *commented = text.split("<!--")
    for piece in commented:
        comment, closing, rest = piece.partition("-->")
        kept += "\n" * comment.count("\n") + rest if closing else "<!--" + piece
    return kept


@dataclass(frozen=True, slots=True)
class _Heading:
    text: str
    level: int
    height: int = 1


def _heading(lines: Sequence[str], index: int) -> _Heading | None:
    if found := _HEADING.match(lines[index]):
        return _Heading(found[2], len(found[1]))
    following = lines[index + 1] if index + 1 < len(lines) else ""
    underline = _UNDERLINE.match(following)
    if not underline or not lines[index].strip() or _ITEM.match(lines[index]):
        return None
    return _Heading(lines[index].strip(), 1 if underline[1][0] == "=" else 2, height=2)


def _heading_line(heading: _Heading, place: SourcePlace) -> SourceLine:
    line = _line(heading.text, place)
    return replace(line, bold=True, style_name=f"heading {heading.level}")


def _text_line(lines: Sequence[str], index: int, place: SourcePlace) -> SourceLine:
    raw = lines[index]
    item = _ITEM.match(raw)
    following = lines[index + 1] if index + 1 < len(lines) else ""
    goes_on = bool(following.strip()) and not _opens_block(lines, index + 1)
    hard = not goes_on or raw.endswith(("  ", "\\"))
    body = raw.removesuffix("\\")
    if not item:
        plain = _line(body, place)
        return replace(plain, hard_break=hard or plain.bold or body.isupper())
    label = "-" if item[2] in "*•–" else item[2]
    indent = len(item[1].expandtabs(4)) * _SPACE_MM
    line = _line(item[3].removesuffix("\\"), place)
    return replace(line, label=label, indent_mm=indent, hard_break=hard)


def _opens_block(lines: Sequence[str], index: int) -> bool:
    line = lines[index]
    return bool(
        _ITEM.match(line) or _RULE.match(line) or _FENCE.match(line) or _heading(lines, index)
        or bars(lines, index)
    )  # fmt: skip


def _line(text: str, place: SourcePlace) -> SourceLine:
    rich = _inline(text)
    bold, italic = whole_look(rich)
    return SourceLine(rich, place, bold=bold, italic=italic)


def _table(rows: tuple[tuple[SourceCell, ...], ...], place: SourcePlace) -> SourceTable:
    read = (tuple(replace(cell, text=_inline(cell.text.plain)) for cell in row) for row in rows)
    return SourceTable(tuple(read), place, head_rows=1)


def _inline(text: str) -> RichText:
    """Read marks, links and escapes of a piece of text."""
    text = _ESCAPE.sub(lambda found: chr(_HELD + ord(found[1])), text.strip())
    text = _LINK.sub(r"\1", _IMAGE.sub("", _LINE_BREAK.sub("\n", text)))
    text = _UNDERSCORES.sub(_stars, _TAG.sub("", text).replace("`", ""))
    rich = read_marks(clean(text)).stripped()
    held = {_HELD + code: chr(code) for code in range(0x21, 0x7F)}
    return rich.replace_plain(rich.plain.translate(held))


def _stars(found: re.Match[str]) -> str:
    stars = "*" * len(found[1])
    return f"{stars}{found[2]}{stars}"
