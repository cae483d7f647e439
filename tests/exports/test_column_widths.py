"""Columns are as wide as what stands in them."""

from __future__ import annotations

import io

import pypdf

from tdkt_desktop.documents.blocks import Column, ColumnRole, Row, RowGroup, Table
from tdkt_desktop.documents.document import Annex, DocumentKind, OfficialDocument
from tdkt_desktop.documents.page_settings import PageSettings
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.exports.pdf_writer import write_pdf


def test_a_column_of_numbers_holds_its_longest_number_beside_widths_set_by_hand() -> None:
    columns = (
        Column("TT", ColumnRole.NUMBER),
        Column("Nội dung", ColumnRole.CONTENT, width=4),
        Column("Thời gian", ColumnRole.DUE, width=1),
    )
    row = Row((RichText("Việc"), RichText("Tháng 4")))
    groups = tuple(RowGroup((row,), RichText(f"Nhóm {number}")) for number in range(8))
    annex = Annex(RichText("Tiến độ"), (Table(columns, groups),))
    document = OfficialDocument(DocumentKind.PLAN, "KẾ HOẠCH", RichText("Thử"), annexes=(annex,))
    stream = io.BytesIO()
    write_pdf(document, stream, PageSettings())
    text = pypdf.PdfReader(stream).pages[-1].extract_text()
    assert "VIII" in text
