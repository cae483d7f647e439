"""The official document: everything that is printed, and nothing about how."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from tdkt_desktop.documents.blocks import Block
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.vietnamese.school_year import SchoolYear


class DocumentKind(StrEnum):
    """The kinds of administrative document that the program makes (NĐ 30, Điều 7).

    `FORM` is none of the decree's: an internal sheet, such as a task sheet, that carries the
    letterhead and no number. `BALLOT` is one that is printed twice on a sheet, to be cut apart.
    """

    PLAN = "ke-hoach"
    DECISION = "quyet-dinh"
    SUBMISSION = "to-trinh"
    MINUTES = "bien-ban"
    REPORT = "bao-cao"
    NOTICE = "thong-bao"
    INVITATION = "giay-moi"
    FORM = "phieu"
    BALLOT = "phieu-bau"


FORMS: Final = (DocumentKind.FORM, DocumentKind.BALLOT)
"""The kinds that are sheets for use in the school: no number, no end mark."""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Whose document it is: the bodies above the line, and the issuer under them (L16-L19).

    Each entry is one printed line, so a long name is broken where a person would break it.
    """

    parent_body: tuple[str, ...] = ()
    issuing_body: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """`Số: 05/KH-THHP`: `value` is "05", or empty before issue; `symbol` is "KH-THHP" (L20-L22)."""

    value: str = ""
    symbol: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs and by which power (L58-L66).

    `authority` holds the lines above the title (`TM. HỘI ĐỒNG`, `KT. CHỦ TỊCH`), `title` the
    title of the signer, `office` the office in the school that stands above the name when a
    council uses the school's seal (L61).
    """

    authority: tuple[str, ...] = ()
    title: str = ""
    office: str = ""
    name: str = ""


class Orientation(StrEnum):
    """How a page of an annex lies."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex: starts on a new page and has page numbers of its own (L77-L83).

    The line `(Kèm theo Kế hoạch số … ngày … của …)` under its title follows from the document;
    `reference` is that line only where a file ties the annex to something else.
    """

    title: RichText
    blocks: tuple[Block, ...]
    orientation: Orientation = Orientation.PORTRAIT
    reference: str = ""


@dataclass(frozen=True, slots=True)
class OfficialDocument:
    """A document as it is issued.

    Grounds and recipients carry no end marks and no dashes, headings no numbers, and the last
    sentence no `./.`: all of these follow from the tree. A `number` without value and a missing
    `issued_on` print as blanks to be filled in by hand; `year` then stands in the date line.
    `authority` says who decides, above the grounds of a decision (L91).
    """

    kind: DocumentKind
    title: str
    subject: RichText
    letterhead: Letterhead = field(default_factory=Letterhead)
    number: DocumentNumber = field(default_factory=DocumentNumber)
    place: str = ""
    issued_on: date | None = None
    year: int | None = None
    school_year: SchoolYear | None = None
    authority: str = ""
    addressees: tuple[str, ...] = ()
    grounds: tuple[RichText, ...] = ()
    preamble: tuple[RichText, ...] = ()
    body: tuple[Block, ...] = ()
    closing: tuple[RichText, ...] = ()
    signature: Signature = field(default_factory=Signature)
    co_signature: Signature | None = None
    recipients: tuple[str, ...] = ()
    annexes: tuple[Annex, ...] = ()
