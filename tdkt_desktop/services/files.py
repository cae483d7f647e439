"""Use cases about files that leave the program: the printed page, .docx and .pdf."""

from __future__ import annotations

import io
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tdkt_desktop.errors import UsageError
from tdkt_desktop.exports.block_place import BlockPlace
from tdkt_desktop.exports.gateway import FileExists as FileExists
from tdkt_desktop.exports.gateway import FileInUse as FileInUse
from tdkt_desktop.exports.gateway import FileNotWritten as FileNotWritten
from tdkt_desktop.i18n import _
from tdkt_desktop.services.school_profile import page_settings_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from tdkt_desktop.documents.document import OfficialDocument
    from tdkt_desktop.documents.page_settings import PageSettings
    from tdkt_desktop.exports.pdf_writer import PdfReport
    from tdkt_desktop.services.school import SchoolService


class FileKind(StrEnum):
    """The files that a document can become, by their endings."""

    WORD = ".docx"
    PDF = ".pdf"


@dataclass(frozen=True, slots=True)
class PrintedPages:
    """A document as it is printed: the PDF, how many pages, and where each block begins."""

    pdf: bytes
    pages: int
    places: tuple[BlockPlace, ...] = ()
    warnings: tuple[str, ...] = ()


class FileService:
    """Makes files by the school's choice of layout; a file is written whole or not at all."""

    def __init__(self, school: SchoolService) -> None:
        self._school = school

    def print(self, document: OfficialDocument) -> PrintedPages:
        """Return the pages of a document in memory, for the screen and for the printer."""
        return print_pages(document, self._settings())

    def word(self, document: OfficialDocument) -> bytes:
        """Return a document as a Word file in memory."""
        stream = io.BytesIO()
        _write_word(document, stream, self._settings())
        return stream.getvalue()

    def export(self, document: OfficialDocument, target: Path, *, overwrite: bool = False) -> Path:
        """Write a document to a .docx or .pdf file, by its ending, and return the path.

        Raises UsageError for another ending and InputError where the file cannot be written.
        """
        from tdkt_desktop.exports.gateway import write_file

        write = _writer_for(target)
        settings = self._settings()

        def fill(stream: BinaryIO) -> None:
            write(document, stream, settings)

        return write_file(target, fill, overwrite=overwrite)

    def export_several(
        self, documents: Sequence[OfficialDocument], target: Path, *, overwrite: bool = False
    ) -> Path:
        """Write documents one after the other into one .docx or .pdf file and return the path.

        Raises UsageError for another ending and InputError where the file cannot be written.
        """
        from tdkt_desktop.exports.gateway import write_file

        kind = _kind_of(target)
        settings = self._settings()

        def fill(stream: BinaryIO) -> None:
            if kind is FileKind.WORD:
                from tdkt_desktop.exports.docx_writer import write_docxs

                write_docxs(documents, stream, settings)
            else:
                from tdkt_desktop.exports.pdf_writer import write_pdfs

                write_pdfs(documents, stream, settings)

        return write_file(target, fill, overwrite=overwrite)

    def proposed_name(self, document: OfficialDocument, kind: FileKind) -> str:
        """Return the file name that the document's number, date and subject ask for."""
        from tdkt_desktop.exports.file_names import file_name

        return file_name(document, kind.value.removeprefix("."))

    def _settings(self) -> PageSettings:
        return page_settings_of(self._school.profile())


def print_pages(document: OfficialDocument, page: PageSettings) -> PrintedPages:
    """Return the pages of a document in memory by other choices than the school's stored ones."""
    stream = io.BytesIO()
    report = _write_pdf(document, stream, page)
    return PrintedPages(stream.getvalue(), report.pages, report.places, report.warnings)


def _writer_for(
    target: Path,
) -> Callable[[OfficialDocument, BinaryIO, PageSettings], object]:
    writers = {FileKind.WORD: _write_word, FileKind.PDF: _write_pdf}
    return writers[_kind_of(target)]


def _kind_of(target: Path) -> FileKind:
    try:
        return FileKind(target.suffix.lower())
    except ValueError:
        raise UsageError(
            _("Không xuất được dạng “{suffix}”: {path}.").format(suffix=target.suffix, path=target),
            _("Xin đặt tên tệp có đuôi .docx hoặc .pdf."),
        ) from None


def _write_word(document: OfficialDocument, stream: BinaryIO, page: PageSettings) -> None:
    from tdkt_desktop.exports.docx_writer import write_docx

    write_docx(document, stream, page)


def _write_pdf(document: OfficialDocument, stream: BinaryIO, page: PageSettings) -> PdfReport:
    from tdkt_desktop.exports.pdf_writer import write_pdf

    return write_pdf(document, stream, page)
