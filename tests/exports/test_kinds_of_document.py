"""Decisions, minutes and internal forms are laid out as the decree asks of their kind."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pytest
from docx import Document
from pypdf import PdfReader

from tdkt_desktop.documents.blocks import Clause, Level
from tdkt_desktop.documents.document import (
    DocumentKind,
    DocumentNumber,
    Letterhead,
    OfficialDocument,
    Signature,
)
from tdkt_desktop.documents.layout_profile import load_profile
from tdkt_desktop.documents.page_settings import PageSettings
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.documents.roles import Role
from tdkt_desktop.documents.word_styles import STYLE_NAMES
from tdkt_desktop.exports.docx_writer import write_docx, write_docxs
from tdkt_desktop.exports.pdf_writer import write_pdf, write_pdfs

T = RichText
DECISION = OfficialDocument(
    kind=DocumentKind.DECISION,
    title="QUYẾT ĐỊNH",
    subject=T("Về việc thành lập Hội đồng"),
    letterhead=Letterhead(("UBND phường An Thịnh",), ("Trường Tiểu học Hoa Phượng",)),
    number=DocumentNumber("5", "QĐ-THHP"),
    place="An Thịnh",
    issued_on=date(2026, 9, 8),
    authority="Hiệu trưởng Trường Tiểu học Hoa Phượng",
    grounds=(T("Căn cứ Luật Thi đua, khen thưởng"), T("Theo đề nghị của Tổ trưởng")),
    body=(
        Clause(Level.ARTICLE, T("Thành lập Hội đồng.")),
        Clause(Level.ARTICLE, T("Hội đồng có nhiệm vụ:")),
        Clause(Level.ARABIC, T("Xét khen thưởng.")),
        Clause(Level.ARTICLE, T("Quyết định có hiệu lực từ ngày ký")),
    ),
    signature=Signature((), "HIỆU TRƯỞNG", "", "Lê Thị Minh Nguyệt"),
    recipients=("Như Điều 3", "Lưu: VT"),
)
MINUTES = replace(
    DECISION,
    kind=DocumentKind.MINUTES,
    title="BIÊN BẢN",
    authority="",
    grounds=(),
    number=DocumentNumber("7", "BB-THHP"),
    co_signature=Signature((), "THƯ KÝ", "", "Phạm Thu Hà"),
)
FORM = replace(DECISION, kind=DocumentKind.FORM, title="PHIẾU GIAO VIỆC", authority="", grounds=())


def word(*documents: OfficialDocument) -> Document:
    stream = io.BytesIO()
    if len(documents) == 1:
        write_docx(documents[0], stream, PageSettings())
    else:
        write_docxs(documents, stream, PageSettings())
    stream.seek(0)
    return Document(stream)


def paper(*documents: OfficialDocument) -> PdfReader:
    stream = io.BytesIO()
    if len(documents) == 1:
        write_pdf(documents[0], stream, PageSettings())
    else:
        write_pdfs(documents, stream, PageSettings())
    stream.seek(0)
    return PdfReader(stream)


def words(reader: PdfReader, page: int = 0) -> str:
    return " ".join(reader.pages[page].extract_text().split())


def test_a_decision_has_who_decides_above_its_grounds_and_articles_below() -> None:
    document = word(DECISION)
    names = [p.style.name for p in document.paragraphs if p.style is not None]
    order = [
        STYLE_NAMES[role]
        for role in (Role.AUTHORITY, Role.GROUND, Role.RESOLUTION, Role.CLAUSE_ARTICLE)
    ]
    assert [name for name in dict.fromkeys(names) if name in order] == order
    article = next(p for p in document.paragraphs if p.text.startswith("Điều 1."))
    assert [(run.text, bool(run.bold)) for run in article.runs] == [
        ("Điều 1.", True),
        (" Thành lập Hội đồng.", False),
    ]
    shown = words(paper(DECISION))
    before, _decides, after = shown.partition("QUYẾT ĐỊNH:")
    assert before.index("HIỆU TRƯỞNG TRƯỜNG TIỂU HỌC HOA PHƯỢNG") < before.index("Căn cứ")
    assert "Điều 2. Hội đồng có nhiệm vụ: 1. Xét khen thưởng. Điều 3." in after
    assert "từ ngày ký./." in after


def test_only_a_decision_resolves() -> None:
    profile = load_profile()
    assert [kind for kind in DocumentKind if profile.kind(kind).resolution] == [
        DocumentKind.DECISION
    ]


@pytest.mark.parametrize(
    ("document", "number", "dated"),
    [(DECISION, True, True), (MINUTES, True, False), (FORM, False, True)],
)
def test_number_and_date_stand_where_the_kind_has_them(
    document: OfficialDocument, *, number: bool, dated: bool
) -> None:
    header = word(document).tables[0]
    below = [cell.text.strip() for cell in header.rows[1].cells]
    assert below[0].startswith("Số: ") == number
    assert bool(below[0]) == number
    assert below[1].startswith("An Thịnh, ngày 08 tháng 9") == dated
    shown = words(paper(document))
    assert ("Số: " in shown) == number
    assert ("An Thịnh, ngày" in shown) == dated


def test_minutes_are_signed_twice_with_the_recipients_on_the_left() -> None:
    left, right = word(MINUTES).tables[-1].rows[0].cells
    lines = [line for line in left.text.split("\n") if line.strip()]
    assert lines[:3] == ["THƯ KÝ", "Phạm Thu Hà", "Nơi nhận:"]
    assert "Lê Thị Minh Nguyệt" in right.text


def test_several_documents_go_into_one_file_each_with_its_own_pages() -> None:
    documents = (DECISION, MINUTES, FORM)
    reader = paper(*documents)
    assert len(reader.pages) == 3
    assert [("PHIẾU GIAO VIỆC" in words(reader, page)) for page in range(3)] == [False, False, True]
    sections = word(*documents).sections
    assert len(sections) == 3
    assert all(section.different_first_page_header_footer for section in sections)
    alone = [words(paper(document)) for document in documents]
    assert [words(reader, page) for page in range(3)] == alone
