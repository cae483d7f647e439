"""Compares the pages of the Word file, as LibreOffice prints them, with those of our PDF."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pypdf import PdfReader

from tdkt_desktop.exports.docx_writer import write_docx
from tdkt_desktop.exports.pdf_writer import write_pdf

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tdkt_desktop.documents.document import OfficialDocument
    from tdkt_desktop.documents.page_settings import PageSettings

SOFFICE = shutil.which("soffice")
_BATCH = 40


@dataclass(frozen=True, slots=True)
class PageParity:
    """The pages of one document on both ways to paper; `missed` are numbered from 1."""

    name: str
    pages: int
    missed: tuple[int, ...]

    @property
    def same(self) -> int:
        """How many pages carry the same text."""
        return self.pages - len(self.missed)


def page_texts(source: str | Path | io.BytesIO) -> list[str]:
    """Return the letters of each page, without white space and in the order of the alphabet.

    Where lines break does not count, nor in what order a file keeps the words of a picture.
    """
    return [_letters(page.extract_text()) for page in PdfReader(source).pages]


def _letters(text: str) -> str:
    return "".join(sorted(re.sub(r"\s+", "", text)))


def office_pdf(files: list[Path], folder: Path) -> None:
    """Let LibreOffice print Word files as PDF beside one another."""
    profile = (folder / "profile").resolve().as_uri()
    office = [str(SOFFICE), f"-env:UserInstallation={profile}", "--headless"]
    for start in range(0, len(files), _BATCH):
        batch = [str(file) for file in files[start : start + _BATCH]]
        subprocess.run(
            [*office, "--convert-to", "pdf", "--outdir", str(folder), *batch],
            check=True,
            capture_output=True,
            timeout=60 + 10 * len(batch),
        )


def compare(
    documents: Mapping[str, tuple[OfficialDocument, PageSettings]], folder: Path
) -> list[PageParity]:
    """Print each document both ways and compare page by page."""
    files = []
    for name, (document, page) in documents.items():
        files.append(folder / f"{name}.docx")
        with files[-1].open("wb") as stream:
            write_docx(document, stream, page)
    office_pdf(files, folder)
    return [
        _compared(name, document, page, folder / f"{name}.pdf")
        for name, (document, page) in documents.items()
    ]


def _compared(
    name: str, document: OfficialDocument, page: PageSettings, office: Path
) -> PageParity:
    stream = io.BytesIO()
    write_pdf(document, stream, page)
    ours, theirs = page_texts(stream), page_texts(office)
    pages = max(len(ours), len(theirs))
    missed = [
        number + 1
        for number in range(pages)
        if ours[number : number + 1] != theirs[number : number + 1]
    ]
    return PageParity(name, pages, tuple(missed))


def summary(results: list[PageParity]) -> str:
    """Say the share of equal pages and name the documents that differ."""
    same, pages = sum(r.same for r in results), sum(r.pages for r in results)
    lines = [f"{same} of {pages} pages carry the same text ({100 * same / pages:.1f} %)"]
    lines += [f"  {r.name}: pages {r.missed} of {r.pages}" for r in results if r.missed]
    return "\n".join(lines)
