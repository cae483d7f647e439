"""A picture of a table is a vector in both files, below its table, with words for it."""

from __future__ import annotations

import struct
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pdfplumber
import pytest
from docx import Document

from tdkt_desktop.documents.blocks import (
    Column,
    ColumnRole,
    Paragraph,
    Picture,
    PictureKind,
    Row,
    RowGroup,
    Table,
)
from tdkt_desktop.documents.codec import from_json, to_json
from tdkt_desktop.documents.page_settings import PageSettings
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.exports.docx_writer import write_docx
from tdkt_desktop.exports.pdf_writer import write_pdf
from tests.support.sample_plan import sample_plan

if TYPE_CHECKING:
    from tdkt_desktop.documents.document import OfficialDocument

NUMBERS = (("Đã hoàn thành", "24"), ("Quá hạn", "6"))


def pictured() -> OfficialDocument:
    columns = (Column("Nội dung", ColumnRole.CONTENT), Column("Số việc"))
    rows = tuple(Row((RichText(name), RichText(count))) for name, count in NUMBERS)
    picture = Picture(PictureKind.BARS, title="Công việc trong kỳ")
    table = Table(columns, (RowGroup(rows),), picture=picture)
    return replace(sample_plan(), body=(table, Paragraph(RichText("Nhận xét chung."))))


def records(data: bytes) -> list[int]:
    kinds, place = [], 0
    while place < len(data):
        kind, size = struct.unpack_from("<II", data, place)
        assert size >= 8
        assert size % 4 == 0
        kinds.append(kind)
        place += size
    assert place == len(data)
    return kinds


def test_the_word_file_carries_a_whole_metafile_with_words_for_it() -> None:
    stream = BytesIO()
    write_docx(pictured(), stream, PageSettings())
    with ZipFile(stream) as archive:
        data = archive.read("word/media/picture1.emf")
        text = archive.read("word/document.xml").decode()
    kinds = records(data)
    assert (kinds[0], kinds[-1]) == (1, 14)
    assert struct.unpack_from("<I", data, 52)[0] == len(kinds)
    assert struct.unpack_from("<I", data, 48)[0] == len(data)
    assert 'descr="Công việc trong kỳ. Số việc: Đã hoàn thành: 24; Quá hạn: 6"' in text
    assert len(Document(stream).inline_shapes) == 1


def test_the_pdf_draws_bars_and_real_text_below_the_table() -> None:
    stream = BytesIO()
    write_pdf(pictured(), stream, PageSettings())
    with pdfplumber.open(stream) as pdf:
        page = pdf.pages[0]
        words = page.extract_text()
        blue = [r for r in page.rects if r["non_stroking_color"] not in (None, (0, 0, 0), (0,))]
    assert words.count("Đã hoàn thành") == 2
    assert words.index("Công việc trong kỳ") < words.index("Nhận xét chung.")
    widths = sorted(rect["width"] for rect in blue)
    assert widths[1] / widths[0] == pytest.approx(4, rel=1e-3)


def test_blocks_after_a_picture_are_found_at_their_place() -> None:
    report = write_pdf(pictured(), BytesIO(), PageSettings())
    places = {place.block: place.top for place in report.places if place.annex == -1}
    assert set(places) == {0, 1}
    assert places[1] - places[0] > 30


def test_a_picture_survives_the_store() -> None:
    assert from_json(to_json(pictured())) == pictured()
