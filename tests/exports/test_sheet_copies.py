"""Ballots: two copies on a sheet, alike to the letter, cut along a dashed line, none signed."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import parity
import pytest
from docx import Document
from pypdf import PdfReader

from tdkt_desktop.compose.award_facts import BallotFacts, BallotLine
from tdkt_desktop.compose.vote_papers import ballot_content
from tdkt_desktop.documents.document import DocumentKind, Letterhead, OfficialDocument
from tdkt_desktop.documents.page_settings import PageSettings
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.exports.docx_writer import write_docx
from tdkt_desktop.exports.pdf_writer import write_pdf

if TYPE_CHECKING:
    from pathlib import Path

COUNTS = (1, 4, 9, 45)
LONG = "Nguyễn Hoàng Phương Thảo Nguyên Hạnh Dung"


def ballot(count: int, names: str = "Người được xét") -> OfficialDocument:
    """Return a ballot with as many nominees, the last third of them for another award."""
    lines = tuple(
        BallotLine(
            f"{names} {number:02d}",
            "Giáo viên, Tổng phụ trách Đội, Tổ Bộ môn",
            "Lao động tiên tiến" if number * 3 > count else "Chiến sĩ thi đua cơ sở",
        )
        for number in range(1, count + 1)
    )
    content = ballot_content(BallotFacts(lines, "Họp xét", None, 1))
    return OfficialDocument(
        kind=DocumentKind.BALLOT,
        title="PHIẾU BẦU",
        subject=RichText("Xét danh hiệu thi đua năm học 2025 - 2026"),
        letterhead=Letterhead(("Trường Tiểu học Hoa Phượng",), ("Hội đồng Thi đua - Khen thưởng",)),
        body=tuple(content.blocks["bang_bau"]),
    )


def pdf_of(document: OfficialDocument) -> PdfReader:
    stream = io.BytesIO()
    write_pdf(document, stream, PageSettings())
    return PdfReader(stream)


def halves_of(text: str) -> tuple[str, str]:
    """Return the two copies on a sheet: what stands first, and what stands again."""
    middle = len(text) // 2
    return text[:middle].strip(), text[middle:].strip()


@pytest.mark.parametrize("count", COUNTS)
def test_both_copies_of_every_sheet_are_alike(count: int) -> None:
    for page in pdf_of(ballot(count)).pages:
        first, second = halves_of(page.extract_text())
        assert first == second
        assert first.startswith(("TRƯỜNG", "PHIẾU BẦU"))


@pytest.mark.parametrize("count", COUNTS)
def test_every_nominee_stands_twice_on_one_sheet_under_his_award(count: int) -> None:
    pages = [page.extract_text() for page in pdf_of(ballot(count)).pages]
    for number in range(1, count + 1):
        name = f"Người được xét {number:02d}"
        (sheet,) = [text for text in pages if name in text]
        assert sheet.count(name) == 2
        award = "Lao động tiên tiến" if number * 3 > count else "Chiến sĩ thi đua cơ sở"
        assert award in sheet[: sheet.index(name)]


def test_a_ballot_carries_no_number_no_date_and_no_place_to_sign() -> None:
    text = "".join(page.extract_text() for page in pdf_of(ballot(45)).pages)
    assert "Số:" not in text
    assert "ngày" not in text
    assert not re.search(r"TM\.|CHỦ TỊCH|HIỆU TRƯỞNG|Nơi nhận", text)


@pytest.mark.parametrize("count", COUNTS)
def test_word_holds_the_same_copies(count: int) -> None:
    stream = io.BytesIO()
    write_docx(ballot(count), stream, PageSettings())
    tables = [
        [[cell.text for cell in row.cells] for row in table.rows]
        for table in Document(stream).tables
    ]
    cells = [cell for table in tables for row in table for cell in row]
    for number in range(1, count + 1):
        assert cells.count(f"Người được xét {number:02d}") == 2
    xml = Document(stream).element.xml
    sheets = len(pdf_of(ballot(count)).pages)
    assert xml.count('w:val="dashed"') == sheets
    assert xml.count('w:type="page"') == sheets - 1


@pytest.mark.soffice
@pytest.mark.skipif(parity.SOFFICE is None, reason="LibreOffice is not on this machine")
def test_word_needs_as_many_sheets_as_the_pdf(tmp_path: Path) -> None:
    documents = {
        f"{count}-{len(names)}": (ballot(count, names), PageSettings())
        for count in COUNTS
        for names in ("Người được xét", LONG)
    }
    compared = parity.compare(documents, tmp_path)
    assert [(one.name, one.missed) for one in compared if one.missed] == []
