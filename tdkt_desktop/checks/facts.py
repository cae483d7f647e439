"""What the proof-reader is told about the school, the law and the file: plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from tdkt_desktop.vietnamese.school_year import SchoolYear


class ToneStyle(StrEnum):
    """Where the tone mark of an open oa, oe, uy stands: hòa or hoà; the values are stable."""

    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class KnownLaw:
    """A legal document of the catalogue; `name` is how it is cited, `successor` what replaced it.

    `effective_to` is the last day in force; an unknown date is None.
    """

    name: str
    kind: str = ""
    number: str = ""
    issued: date | None = None
    issuer: str = ""
    effective_from: date | None = None
    effective_to: date | None = None
    successor: str = ""


class LawBook(Protocol):
    """Knows the catalogue of legal documents."""

    def cited(self, text: str) -> tuple[KnownLaw, ...]:
        """Return the documents that a text cites by number or, for laws, by name."""


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number typed in a file, the number that belongs there, and the text that follows."""

    found: str
    given: str
    title: str


@dataclass(frozen=True, slots=True)
class PageMeasures:
    """A section of a file: its paper and margins by side ("top" …), millimetres or None."""

    width: float | None
    height: float | None
    margins: tuple[tuple[str, float | None], ...]


@dataclass(frozen=True, slots=True)
class LineMeasures:
    """A line of a file: its letters as most of them look, and how it is set.

    `align` is Word's word ("left", "center", "both"), `first_mm` the indent of the first line,
    `spacing` the line spacing in lines (None for a fixed height), `gap_pt` the room before and
    after, `cell` the table, the row and the column that it stands in.
    """

    text: str
    size: float = 14.0
    bold: bool = False
    italic: bool = False
    align: str = "left"
    first_mm: float = 0.0
    spacing: float | None = 1.0
    gap_pt: float = 0.0
    cell: tuple[int, int, int] | None = None


@dataclass(frozen=True, slots=True)
class Measures:
    """What was measured in a .docx from outside: the pages, the font of most letters, the lines.

    `size` is points; an empty font or a missing size is unknown. `numbers_in` says where the page
    numbers stand ("header", "footer" or nowhere), `numbers_align` how, and `first_hidden` that
    the first page shows none.
    """

    pages: tuple[PageMeasures, ...] = ()
    font: str = ""
    size: float | None = None
    lines: tuple[LineMeasures, ...] = ()
    numbers_in: str = ""
    numbers_align: str = ""
    first_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that a check may know beside the document.

    `year` and `school_year` go before those of the document. `signed` says that the document is
    to be signed now, so that nothing may be open. `from_file` says that it came from a file, so
    that its own number and date should stand in it.
    """

    year: int | None = None
    school_year: SchoolYear | None = None
    own_names: tuple[str, ...] = ()
    abbreviation: str = ""
    people: tuple[str, ...] = ()
    law: LawBook | None = None
    numbers: tuple[FoundNumber, ...] = ()
    measures: Measures | None = None
    tone_style: ToneStyle | None = None
    signed: bool = False
    from_file: bool = False
