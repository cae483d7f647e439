"""A file as read, before anybody has understood it: lines, tables and breaks in reading order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.documents.roles import Role


class SourceKind(StrEnum):
    """The kinds of file that a plan can be read from; the stored values are stable."""

    DOCX = "docx"
    TXT = "txt"
    MARKDOWN = "md"
    PDF = "pdf"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class SourcePlace:
    """Where something stands, for messages: page from 1 where the file has pages, line from 1.

    In a .docx a line is a paragraph.
    """

    page: int | None
    line: int


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A paragraph, or one line of it, and the little that the file says about its look.

    `role` is known only where the file uses our own Word styles. `label` is a number that the
    file keeps apart from the text, as it would be printed ("1.1.", "a)", "-"). The look (`bold`,
    `italic`) is that of the whole line; `text` has the marks of its parts. `hard_break` is False
    where the line ends only because the page or the wrap does, so that the next may go on. `box` is
    where the line stands on the picture of its page, as shares of width and height: left, top,
    right, bottom.
    """

    text: RichText
    place: SourcePlace
    role: Role | None = None
    label: str = ""
    bold: bool = False
    italic: bool = False
    centered: bool = False
    right: bool = False
    indent_mm: float = 0.0
    size_pt: float | None = None
    style_name: str = ""
    hard_break: bool = True
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class SourceCell:
    """A cell; its paragraphs are separated by a line break.

    `columns` and `rows` say how far a merged cell reaches; the places that it swallows are kept
    as empty cells that are `covered`.
    """

    text: RichText
    columns: int = 1
    rows: int = 1
    covered: bool = False


@dataclass(frozen=True, slots=True)
class SourceTable:
    """A table as it stands on one page; every row has the same number of cells.

    `head_rows` counts the rows that the file itself declares to be repeated; 0 says nothing.
    """

    rows: tuple[tuple[SourceCell, ...], ...]
    place: SourcePlace
    bordered: bool = True
    head_rows: int = 0


@dataclass(frozen=True, slots=True)
class SourceBreak:
    """The end of a page or section; `landscape` is the way the following pages lie, if known."""

    place: SourcePlace
    landscape: bool | None = None


SourceItem: TypeAlias = SourceLine | SourceTable | SourceBreak


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A whole file: its name, its kind, what stands in it, and sentences about what was lost.

    `scanned` says that its words were read off pictures; `pictures` are those of the pages, as
    JPEG files, with the page's number.
    """

    name: str
    kind: SourceKind
    items: tuple[SourceItem, ...]
    warnings: tuple[str, ...] = ()
    scanned: bool = False
    pictures: tuple[tuple[int, bytes], ...] = ()
