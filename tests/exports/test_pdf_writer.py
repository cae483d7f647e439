"""A document on paper: the pages of a PDF, read back by other people's readers."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pdfplumber
import pytest
from hypothesis import given, settings
from pypdf import PdfReader

from tdkt_desktop.documents.blocks import Clause, Column, ColumnRole, Level, Row, RowGroup, Table
from tdkt_desktop.documents.document import Annex, DocumentKind, Letterhead, Orientation, Signature
from tdkt_desktop.documents.layout_profile import Margins
from tdkt_desktop.documents.page_settings import PageSettings, layout_for
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.exports.block_place import MAIN
from tdkt_desktop.exports.flow import flow_of
from tdkt_desktop.exports.metrics import text_width
from tdkt_desktop.exports.pdf_writer import PdfReport, write_pdf
from tdkt_desktop.exports.pieces import Line, TableSheet
from tests.support.made_up import documents
from tests.support.sample_plan import progress_table, sample_plan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.documents.document import OfficialDocument

MM = 25.4 / 72
PRESETS = ("A13", "A12")
MARGINS = (None, Margins(25, 20, 35, 20))
CHOICES = [PageSettings(portrait=m, landscape=m, preset=p) for p in PRESETS for m in MARGINS]
NAME = "Hoàng Thị Mẫu"


def _printed(document: OfficialDocument, page: PageSettings | None = None) -> io.BytesIO:
    stream = io.BytesIO()
    write_pdf(document, stream, page or PageSettings())
    return stream


def _report(document: OfficialDocument) -> PdfReport:
    return write_pdf(document, io.BytesIO(), PageSettings())


def _pages(document: OfficialDocument, page: PageSettings | None = None) -> list[str]:
    """Return the text of each page without its number and without white space."""
    texts = (sheet.extract_text() for sheet in PdfReader(_printed(document, page)).pages)
    return [_solid(re.sub(r"\A\d+\n", "", text)) for text in texts]


def _solid(text: str) -> str:
    return "".join(text.split())


def _expected(document: OfficialDocument) -> Iterator[str]:
    """Yield all printed texts in reading order, without white space."""
    flow = flow_of(document, layout_for(PageSettings()))
    for pieces in (flow.pieces, *(annex.pieces for annex in flow.annexes)):
        for piece in pieces:
            if isinstance(piece, Line):
                yield _solid(piece.printed.plain)
            elif isinstance(piece, TableSheet):
                for row in piece.rows[piece.head_rows :]:
                    yield from (_solid(cell.text.plain) for cell in row.cells)


def _lines_of(page: Any) -> list[dict[str, Any]]:
    """Return the lines of text of a page: words on one base line."""
    return page.extract_text_lines(return_chars=True)


@given(document=documents())
@settings(max_examples=25, deadline=None)
def test_all_text_of_the_tree_stands_on_paper_in_reading_order(document: OfficialDocument) -> None:
    text, place = "".join(_pages(document)), 0
    for expected in _expected(document):
        for word in (expected[:12], expected[-12:]):
            found = text.find(word, max(place - len(expected), 0))
            assert found >= 0, expected
            place = max(place, found)


@given(document=documents())
@settings(max_examples=15, deadline=None)
def test_the_report_says_where_each_block_begins(document: OfficialDocument) -> None:
    stream = io.BytesIO()
    report = write_pdf(document, stream, PageSettings())
    flow = flow_of(document, layout_for(PageSettings()))
    pages = ["".join(p.extract_text().split()) for p in PdfReader(stream).pages]
    assert report.pages == len(pages)
    parts = [(MAIN, document.body, flow.pieces), *_annex_parts(document, flow)]
    assert len(report.places) == sum(len(blocks) for _, blocks, _ in parts)
    for place in report.places:
        blocks, pieces = next((b, p) for key, b, p in parts if key == place.annex)
        after = sum(map(bool, document.closing)) if place.annex == MAIN else 0
        piece = pieces[len(pieces) - after - len(blocks) + place.block]
        if isinstance(piece, Line):
            assert _solid(piece.printed.plain)[:12] in pages[place.page - 1]
        assert 20 <= place.top <= 277


def _annex_parts(document: OfficialDocument, flow: Any) -> list[Any]:
    pairs = enumerate(zip(document.annexes, flow.annexes, strict=True))
    return [(index, annex.blocks, printed.pieces) for index, (annex, printed) in pairs]


def test_the_same_document_gives_the_same_bytes() -> None:
    assert _printed(sample_plan()).getvalue() == _printed(sample_plan()).getvalue()


def test_letters_written_in_pieces_are_printed_whole() -> None:
    plan = sample_plan()
    apart = replace(plan, closing=(RichText("Tru\u031bo\u031b\u0300ng ho\u0323c"),))
    assert "Trườnghọc./." in "".join(_pages(apart))


def test_only_the_bundled_faces_are_used_and_all_are_embedded() -> None:
    names = set()
    for page in PdfReader(_printed(sample_plan())).pages:
        for font in page["/Resources"]["/Font"].values():
            font = font.get_object()
            names.add(font["/BaseFont"].split("+")[-1])
            assert "/FontFile2" in font["/FontDescriptor"].get_object()
            assert "/ToUnicode" in font
    assert all(name.startswith("LiberationSerif") for name in names)


def test_the_file_says_what_it_is() -> None:
    reader = PdfReader(_printed(sample_plan()))
    assert reader.metadata is not None
    assert reader.metadata.title == flow_of(sample_plan(), layout_for(PageSettings())).name
    assert "Đồi Thông" in str(reader.metadata.author)
    assert reader.root_object["/Lang"] == "vi-VN"
    assert reader.pdf_header == "%PDF-1.7"


@pytest.mark.parametrize("page", CHOICES, ids=str)
def test_sheets_and_margins_are_kept(page: PageSettings) -> None:
    layout = layout_for(page)
    with pdfplumber.open(_printed(sample_plan(), page)) as pdf:
        for sheet in pdf.pages:
            wide = sheet.width > sheet.height
            margins = (layout.landscape if wide else layout.portrait).margins
            size = sorted((float(sheet.width) * MM, float(sheet.height) * MM))
            assert size == pytest.approx([210, 297], abs=0.3)
            chars = [c for c in sheet.chars if c["top"] * MM > margins.top - 1]
            hang = layout.profile.header.hang_max
            left = margins.left - (hang if sheet.page_number == 1 else 0)
            assert min(c["x0"] for c in chars) * MM >= left - 0.1
            right = float(sheet.width) * MM - margins.right
            assert max(c["x1"] for c in chars if c["text"].strip()) * MM <= right + 0.4
            bottom = float(sheet.height) * MM - margins.bottom
            assert max(c["bottom"] for c in chars) * MM <= bottom + 0.3


@pytest.mark.parametrize("page", CHOICES, ids=str)
def test_the_national_name_stays_on_one_line(page: PageSettings) -> None:
    with pdfplumber.open(_printed(sample_plan(), page)) as pdf:
        words = layout_for(page).profile.words
        assert any(words.national_name in line["text"] for line in _lines_of(pdf.pages[0]))
        assert any(words.motto in line["text"] for line in _lines_of(pdf.pages[0]))


@pytest.mark.parametrize("page", CHOICES, ids=str)
def test_the_three_drawn_lines_have_their_lengths(page: PageSettings) -> None:
    layout = layout_for(page)
    sizes = layout.profile.presets[layout.preset]
    issuer = text_width("THI ĐUA - KHEN THƯỞNG", sizes["body-name"], bold=True)
    motto = text_width(layout.profile.words.motto, sizes["motto"], bold=True)
    with pdfplumber.open(_printed(sample_plan(), page)) as pdf:
        first = pdf.pages[0]
        drawn = sorted(first.lines, key=lambda line: line["top"])
        lines = _lines_of(first)
    lengths = sorted((line["x1"] - line["x0"]) * MM for line in drawn[:2])
    assert lengths[1] == pytest.approx(motto, abs=0.5)
    assert 1 / 3 <= lengths[0] / issuer <= 0.5
    subject = [line for line in lines if line["top"] < drawn[2]["top"]][-1]
    share = (drawn[2]["x1"] - drawn[2]["x0"]) / (subject["x1"] - subject["x0"])
    assert 1 / 3 <= share <= 0.5
    middle = (subject["x0"] + subject["x1"]) / 2
    assert (drawn[2]["x0"] + drawn[2]["x1"]) / 2 == pytest.approx(middle, abs=2)


def test_number_and_date_share_a_line() -> None:
    with pdfplumber.open(_printed(sample_plan())) as pdf:
        chars = pdf.pages[0].chars
    text = "".join(c["text"] for c in chars)
    number, day = chars[text.index("Số:")], chars[text.index("Vạn Lộc, ngày")]
    assert number["matrix"][5] == pytest.approx(day["matrix"][5], abs=1)


def test_body_text_has_its_size_its_leading_and_its_indent() -> None:
    plan = replace(sample_plan(), body=(Clause(Level.DASH, RichText("thi đua " * 60)),))
    with pdfplumber.open(_printed(plan)) as pdf:
        lines = [x for x in _lines_of(pdf.pages[0]) if x["text"].count("thi đua") > 3]
    assert {round(c["size"], 1) for line in lines for c in line["chars"]} == {14.0}
    steps = [b["top"] - a["top"] for a, b in pairwise(lines)]
    assert steps == pytest.approx([18.5] * len(steps), abs=0.11)  # 1.149 x 14 x 1.15
    assert lines[0]["x0"] * MM == pytest.approx(42.7, abs=0.2)
    assert lines[1]["x0"] * MM == pytest.approx(30.0, abs=0.2)
    assert all(line["x1"] * MM == pytest.approx(195, abs=0.3) for line in lines[:-1])


def test_pages_are_numbered_from_the_second_on_and_anew_in_each_annex() -> None:
    plan = sample_plan()
    plan = replace(plan, annexes=(*plan.annexes, Annex(RichText("Một trang"), plan.body[:3])))
    with pdfplumber.open(_printed(plan)) as pdf:
        shown = []
        for sheet in pdf.pages:
            above = [c for c in sheet.chars if c["bottom"] * MM < 20]
            shown.append("".join(c["text"] for c in above))
            wide = sheet.width > sheet.height
            middle = 30 + ((297 if wide else 210) - 45) / 2
            for char in above[:1]:
                centre = (above[0]["x0"] + above[-1]["x1"]) / 2 * MM
                assert centre == pytest.approx(middle, abs=0.3)
                assert char["top"] * MM == pytest.approx(10.0, abs=1.0)
    starts = [index for index, number in enumerate(shown) if not number]
    assert starts[0] == 0
    assert len(starts) == 1 + len(plan.annexes)
    for start, end in zip(starts, [*starts[1:], len(shown)], strict=True):
        assert shown[start:end] == ["", *(str(n) for n in range(2, end - start + 1))]


def test_minutes_carry_no_date_beside_their_number() -> None:
    first = _pages(replace(sample_plan(), kind=DocumentKind.MINUTES))[0]
    assert "VạnLộc,ngày" not in first


@pytest.mark.parametrize("page", CHOICES[:1] + CHOICES[-1:], ids=str)
def test_a_signature_never_stands_alone_on_a_page(page: PageSettings) -> None:
    signature = Signature((), "HIỆU TRƯỞNG", "", NAME)
    base = replace(sample_plan(), annexes=(), closing=(), signature=signature)
    for count in range(1, 81):
        body = tuple(Clause(Level.DASH, RichText(f"việc số {n}")) for n in range(count))
        last = _pages(replace(base, body=body), page)[-1]
        assert _solid(NAME) in last
        assert last.count("việcsố") >= min(count, 2), count


def test_a_signature_after_a_table_keeps_a_row_with_it() -> None:
    columns = (Column("TT", ColumnRole.NUMBER), Column("Việc", ColumnRole.CONTENT))
    base = replace(sample_plan(), annexes=(), closing=())
    base = replace(base, signature=Signature((), "HIỆU TRƯỞNG", "", NAME))
    for count in range(15, 60):
        rows = tuple(Row((RichText(f"dòng số {n}"),)) for n in range(count))
        last = _pages(replace(base, body=(Table(columns, (RowGroup(rows),)),)))[-1]
        assert _solid(NAME) in last
        assert "dòngsố" in last, count


def test_heads_of_tables_repeat_and_rows_stay_whole() -> None:
    table = progress_table()
    plan = replace(sample_plan(), annexes=(Annex(RichText("Bảng"), (table,)),), body=())
    stream = _printed(plan)
    titles = [_solid(column.title) for column in table.columns]
    pages = ["".join(page.extract_text().split()) for page in PdfReader(stream).pages]
    annex = pages[next(i for i, text in enumerate(pages) if "Phụlục" in text and "BẢNG" in text) :]
    assert len(annex) > 1
    for text in annex:
        assert all(title in text for title in titles)
    cells = [_solid(str(cell)) for g in table.groups for row in g.rows for cell in row.cells]
    joined = "\n".join(annex)
    assert all(cell in joined for cell in cells)


def test_a_row_taller_than_a_page_goes_on_overleaf() -> None:
    columns = (Column("TT", ColumnRole.NUMBER), Column("Việc", ColumnRole.CONTENT))
    long = " ".join(f"chữ{n}" for n in range(2500))
    rows = (Row((RichText("trước"),)), Row((RichText(long),)), Row((RichText("sau cùng"),)))
    annex = Annex(RichText("Bảng"), (Table(columns, (RowGroup(rows),)),))
    text = "".join(
        page.replace("TTViệc", "") for page in _pages(replace(sample_plan(), annexes=(annex,)))
    )
    assert _solid(long) in text
    assert "saucùng" in text


def test_a_group_title_is_never_the_last_row_of_a_page() -> None:
    columns = (Column("Việc", ColumnRole.CONTENT), Column("Ai", ColumnRole.LEAD))
    for count in range(20, 34):
        first = tuple(Row((RichText("v"), RichText(str(n)))) for n in range(count))
        groups = (RowGroup(first), RowGroup(first[:8], RichText("Nhóm sau")))
        annex = Annex(RichText("Bảng"), (Table(columns, groups),))
        texts = _pages(replace(sample_plan(), body=(), annexes=(annex,)))
        (page,) = [text for text in texts if "Nhómsau" in text]
        assert not page.endswith("Nhómsau")


def test_a_very_long_name_of_a_school_stays_in_its_column() -> None:
    name = "Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở Suối Đá Bạc"
    plan = replace(sample_plan(), letterhead=Letterhead(("UBND xã Suối Đá Bạc",), (name,)))
    with pdfplumber.open(_printed(plan)) as pdf:
        header = [c for c in pdf.pages[0].chars if c["top"] * MM < 45]
        left = [c["x1"] for c in header if c["x0"] * MM < 90 and c["text"].strip()]
        right = [c["x0"] for c in header if c["x0"] * MM >= 95 and c["text"].strip()]
    assert max(left) < min(right)


def test_portrait_and_landscape_go_together() -> None:
    plan = sample_plan()
    annexes = tuple(
        Annex(RichText(str(side)), plan.body[:2], side)
        for side in (Orientation.LANDSCAPE, Orientation.PORTRAIT, Orientation.LANDSCAPE)
    )
    reader = PdfReader(_printed(replace(plan, body=plan.body[:3], annexes=annexes)))
    wide = [page.mediabox.width > page.mediabox.height for page in reader.pages]
    assert wide[-3:] == [True, False, True]


def test_letters_that_no_face_has_are_shown_and_reported() -> None:
    plan = replace(sample_plan(), closing=(RichText("Đồng ý ☐ 😀"),))
    report = _report(plan)
    assert "Đồngý□□./." in "".join(_pages(plan))
    assert len(report.warnings) == 2


def test_a_document_without_anything_still_prints() -> None:
    empty = replace(
        sample_plan(),
        subject=RichText(),
        letterhead=Letterhead(),
        grounds=(),
        preamble=(),
        body=(),
        closing=(),
        signature=Signature(),
        recipients=(),
        annexes=(Annex(RichText(), ()),),
    )
    report = _report(empty)
    assert report.pages == 2
    assert report.places == ()
