"""What the pages and the commands are shown of documents other than plans."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from tdkt_desktop.documents.document import DocumentKind, OfficialDocument
from tdkt_desktop.i18n import N_
from tdkt_desktop.models.paper import PaperStatus as PaperStatus

if TYPE_CHECKING:
    from tdkt_desktop.models.paper import Paper


class About(StrEnum):
    """What a document is made for besides the year; the values are keys of the stored `about`."""

    COUNCIL = "council"
    MEETING = "meeting"
    PERSON = "person"
    MONTH = "month"
    YEAR = "year"
    INITIATIVE = "initiative"
    SCORES = "scores"
    ROUND = "round"
    RECOGNISED = "initiatives"
    GROUP = "group"
    VOTE = "vote"
    DOSSIER = "dossier"
    ENTRY = "entry"


ABOUT_NAMES: Final = {
    About.COUNCIL: N_("hội đồng"),
    About.MEETING: N_("cuộc họp"),
    About.PERSON: N_("người"),
    About.MONTH: N_("tháng"),
    About.YEAR: N_("năm"),
    About.INITIATIVE: N_("sáng kiến"),
    About.SCORES: N_("phiếu của một người chấm"),
    About.ROUND: N_("đợt chấm"),
    About.RECOGNISED: N_("các sáng kiến"),
    About.GROUP: N_("tổ"),
    About.VOTE: N_("lượt bỏ phiếu"),
    About.DOSSIER: N_("hồ sơ đề nghị"),
    About.ENTRY: N_("trường hợp trong hồ sơ"),
}
TYPE_ABBREVIATIONS: Final = {
    DocumentKind.DECISION: "QĐ",
    DocumentKind.SUBMISSION: "TTr",
    DocumentKind.MINUTES: "BB",
    DocumentKind.REPORT: "BC",
    DocumentKind.NOTICE: "TB",
    DocumentKind.INVITATION: "GM",
    DocumentKind.PLAN: "KH",
}
"""Abbreviations of types in symbols (L22); a form has none."""


@dataclass(frozen=True, slots=True)
class PaperKind:
    """A kind of document: the key of its template, and what it is made for."""

    key: str
    name: str
    description: str
    kind: DocumentKind
    about: About


@dataclass(frozen=True, slots=True)
class PaperSummary:
    """A stored document as lists show it."""

    id: int
    kind: str
    year: int
    school_year: str | None
    about: dict[str, Any]
    title: str
    subject: str
    status: PaperStatus
    number: str
    symbol: str
    issued_on: date | None
    exported_at: datetime | None
    register_id: int | None
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class PaperView:
    """A stored document with its tree."""

    summary: PaperSummary
    document: OfficialDocument


def summary_of(row: Paper) -> PaperSummary:
    """Return what lists show of a row."""
    return PaperSummary(
        id=row.id,
        kind=row.kind,
        year=row.year,
        school_year=row.school_year,
        about=dict(row.about),
        title=row.title,
        subject=row.subject,
        status=row.status,
        number=row.number,
        symbol=row.symbol,
        issued_on=row.issued_on,
        exported_at=row.exported_at,
        register_id=row.register_id,
        updated_at=row.updated_at,
    )
