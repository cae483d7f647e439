"""The register of issued documents: numbers are given, and the file that went out is kept."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import select

from tdkt_desktop.documents.body_names import issuer_in_sentence
from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.models.register import IssuedDocument, next_number
from tdkt_desktop.services.files import FileKind

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from tdkt_desktop.documents.document import OfficialDocument
    from tdkt_desktop.models.store import Store
    from tdkt_desktop.services.files import FileService


def body_of(document: OfficialDocument) -> str:
    """Return the body whose register numbers a document (L19, L20)."""
    return issuer_in_sentence(document.letterhead.parent_body, document.letterhead.issuing_body)


def written_number(number: int) -> str:
    """Write a document number; below ten it has a leading zero (L20)."""
    return f"{number:02d}"


def take_number(session: Session, body: str, year: int, wanted: int | None = None) -> int:
    """Return the number that a body gives in a year: the next one, or the one that is wanted.

    Raises InputError where that is taken already.
    """
    if wanted is None:
        return next_number(session, body, year)
    query = select(IssuedDocument.id).where(
        IssuedDocument.issuing_body == body,
        IssuedDocument.year == year,
        IssuedDocument.number == wanted,
        IssuedDocument.series == "",
        IssuedDocument.suffix == "",
    )
    if wanted < 1 or session.scalar(query) is not None:
        raise InputError(
            _("Số {number} năm {year} của {body} không dùng được.").format(
                number=wanted, year=year, body=body
            ),
            _("Xin lấy số kế tiếp trong sổ: {next}.").format(
                next=written_number(next_number(session, body, year))
            ),
        )
    return wanted


class Registrar:
    """Enters documents into the register; to be called inside a transaction."""

    def __init__(self, store: Store, files: FileService) -> None:
        self._store, self._files = store, files

    def line(
        self, document: OfficialDocument, number: int, plan_id: int | None = None
    ) -> IssuedDocument:
        """Return the line of an issued document, its Word file kept among the attachments."""
        data = self._files.word(document)
        name = self._files.proposed_name(document, FileKind.WORD)
        kept = self._store.attachments.keep_bytes(data)
        day = document.issued_on or date.today()  # noqa: DTZ011 - a day of the office's calendar
        return IssuedDocument(
            issuing_body=body_of(document),
            year=day.year,
            number=number,
            symbol=document.number.symbol,
            kind=document.kind.value,
            subject=document.subject.plain,
            signer=document.signature.name,
            issued_on=day,
            recipients="; ".join(document.recipients),
            file_name=name,
            file_sha256=kept.sha256,
            plan_id=plan_id,
        )
