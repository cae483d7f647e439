"""PDF files: our own, LibreOffice's, and small ones drawn here line by line."""

from __future__ import annotations

import io
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tdkt_desktop.documents.page_settings import PageSettings
from tdkt_desktop.documents.walk import words
from tdkt_desktop.errors import Cancelled, InputError
from tdkt_desktop.exports.docx_writer import write_docx
from tdkt_desktop.exports.pdf_writer import write_pdf
from tdkt_desktop.imports.reader import read_source
from tdkt_desktop.imports.source import SourceBreak, SourceLine, SourceTable
from tdkt_desktop.resources import resource
from tests.support.sample_plan import sample_plan

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tdkt_desktop.imports.source import SourceDocument

    Draw = Callable[[Canvas], None]

_LEFT, _RIGHT, _TOP = 85.0, 538.0, 780.0
_LONG = "Tổ chức các phong trào thi đua thiết thực, phù hợp với điều kiện của nhà trường và"


@pytest.fixture(scope="module", autouse=True)
def _fonts() -> None:
    for look in ("Regular", "Bold", "Italic"):
        name = f"LiberationSerif-{look}"
        pdfmetrics.registerFont(TTFont(name, str(resource("fonts", f"{name}.ttf"))))


@pytest.fixture
def drawn(tmp_path: Path) -> Callable[[Draw], SourceDocument]:
    """Draw a PDF and read it."""

    def read(draw: Draw) -> SourceDocument:
        canvas = Canvas(str(tmp_path / "vẽ.pdf"), pagesize=A4, invariant=1)
        draw(canvas)
        canvas.save()
        return read_source(tmp_path / "vẽ.pdf")

    return read


def _write(canvas: Canvas, text: str, down: float, x: float = _LEFT, look: str = "Regular") -> None:
    canvas.setFont(f"LiberationSerif-{look}", 13)
    canvas.drawString(x, _TOP - down, text)


def _centre(canvas: Canvas, text: str, down: float, x: float, look: str = "Regular") -> None:
    canvas.setFont(f"LiberationSerif-{look}", 13)
    canvas.drawCentredString(x, _TOP - down, text)


def _lines(document: SourceDocument) -> list[SourceLine]:
    return [item for item in document.items if isinstance(item, SourceLine)]


def _texts(document: SourceDocument) -> list[str]:
    return [line.text.plain for line in _lines(document)]


def test_a_letterhead_is_read_left_then_right(drawn: Callable[[Draw], SourceDocument]) -> None:
    def draw(canvas: Canvas) -> None:
        for step, (left, right) in enumerate(
            [
                ("UBND PHƯỜNG A", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
                ("TRƯỜNG TIỂU HỌC B", "Độc lập - Tự do - Hạnh phúc"),
                ("Số: 05/KH-THB", "A, ngày 05 tháng 9 năm 2025"),
            ]
        ):
            _centre(canvas, left, 20 * step, 160)
            _centre(canvas, right, 20 * step, 400)
        _centre(canvas, "KẾ HOẠCH", 80, (_LEFT + _RIGHT) / 2, "Bold")
        _write(canvas, _LONG, 110)

    document = drawn(draw)
    assert _texts(document) == [
        "UBND PHƯỜNG A", "TRƯỜNG TIỂU HỌC B", "Số: 05/KH-THB",
        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "A, ngày 05 tháng 9 năm 2025", "KẾ HOẠCH", _LONG,
    ]  # fmt: skip
    title = _lines(document)[6]
    assert (title.bold, title.centered, title.size_pt) == (True, True, 13)


def test_paragraphs_end_where_the_next_word_would_have_fitted(
    drawn: Callable[[Draw], SourceDocument],
) -> None:
    def draw(canvas: Canvas) -> None:
        _write(canvas, "- " + _LONG, 0, _LEFT + 36)
        _write(canvas, "đúng quy định.", 20)
        _write(canvas, "Đoạn khác bắt đầu ở đây.", 40, _LEFT + 36)

    assert [line.hard_break for line in _lines(drawn(draw))] == [False, True, True]


def test_bold_and_italic_come_from_the_names_of_fonts(
    drawn: Callable[[Draw], SourceDocument],
) -> None:
    def draw(canvas: Canvas) -> None:
        _write(canvas, "Chủ tịch:", 0, look="Bold")
        _write(canvas, "theo dõi tiến độ chung", 0, _LEFT + 62)
        _write(canvas, "Căn cứ Luật;", 20, look="Italic")

    lines = _lines(drawn(draw))
    assert lines[0].text.to_markup() == "**Chủ tịch:** theo dõi tiến độ chung"
    assert lines[1].italic
    assert lines[1].text.marks == ()


def test_ruled_tables_are_tables_with_merged_cells(
    drawn: Callable[[Draw], SourceDocument],
) -> None:
    def draw(canvas: Canvas) -> None:
        _write(canvas, "Trước bảng.", 0)
        canvas.grid([85, 130, 330, 538], [740, 715, 675])
        canvas.grid([85, 538], [675, 650])
        for text, x, y in [
            ("TT", 90, 720), ("Nội dung", 135, 720), ("Thời gian", 335, 720), ("1", 90, 695),
            ("Đăng ký danh hiệu thi đua của tất cả", 135, 695), ("các tổ", 135, 680),
            ("Tháng 9", 335, 695), ("Đã xong", 335, 680), ("Quý II", 90, 657),
        ]:  # fmt: skip
            canvas.setFont("LiberationSerif-Regular", 13)
            canvas.drawString(x, y, text)
        _write(canvas, "Sau bảng.", 160)

    document = drawn(draw)
    table = document.items[1]
    assert isinstance(table, SourceTable)
    assert [[cell.text.plain for cell in row if not cell.covered] for row in table.rows] == [
        ["TT", "Nội dung", "Thời gian"],
        ["1", "Đăng ký danh hiệu thi đua của tất cả các tổ", "Tháng 9\nĐã xong"],
        ["Quý II"],
    ]
    assert table.rows[2][0].columns == 3
    assert _texts(document) == ["Trước bảng.", "Sau bảng."]


def test_pages_end_with_breaks_and_their_numbers_are_dropped(
    drawn: Callable[[Draw], SourceDocument],
) -> None:
    def draw(canvas: Canvas) -> None:
        _write(canvas, _LONG, 100)
        canvas.showPage()
        canvas.setPageSize(landscape(A4))
        canvas.setFont("LiberationSerif-Regular", 13)
        canvas.drawCentredString(420, 560, "2")
        canvas.drawString(_LEFT, 400, "đúng quy định năm 2025 với 12 lớp.")

    document = drawn(draw)
    assert _texts(document) == [_LONG, "đúng quy định năm 2025 với 12 lớp."]
    assert [i.landscape for i in document.items if isinstance(i, SourceBreak)] == [True]
    assert not _lines(document)[0].hard_break
    assert [line.place.page for line in _lines(document)] == [1, 2]


def _picture(canvas: Canvas) -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    canvas.drawImage(ImageReader(Image.new("RGB", (20, 20), "grey")), 0, 0, *A4)


@pytest.fixture
def no_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tdkt_desktop.imports.ocr_engine._program", lambda: None)


@pytest.mark.usefixtures("no_tesseract")
def test_a_scan_is_told(drawn: Callable[[Draw], SourceDocument]) -> None:
    with pytest.raises(InputError) as caught:
        drawn(_picture)
    assert "bản quét" in caught.value.message
    assert "tesseract" in caught.value.hint.lower()


@pytest.mark.usefixtures("no_tesseract")
def test_a_scanned_page_among_others_is_told(drawn: Callable[[Draw], SourceDocument]) -> None:
    def draw(canvas: Canvas) -> None:
        _write(canvas, _LONG, 0)
        canvas.showPage()
        _picture(canvas)

    assert "Trang 2" in drawn(draw).warnings[0]


def test_reading_can_be_stopped_and_tells_how_far_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    with path.open("wb") as file:
        write_pdf(sample_plan(), file, PageSettings())
    told: list[tuple[int, int]] = []

    def stop_on_third(done: int, total: int) -> None:
        told.append((done, total))
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        read_source(path, progress=stop_on_third)
    assert [done for done, _total in told] == [0, 1, 2]


def _all_words(document: SourceDocument) -> str:
    texts = []
    for item in document.items:
        if isinstance(item, SourceLine):
            texts.append(item.text.plain)
        elif isinstance(item, SourceTable):
            texts += [cell.text.plain for row in item.rows for cell in row]
    return " ".join(texts).casefold()


def _missing(document: SourceDocument) -> list[str]:
    """Return the words of the sample plan that the file read does not hold."""
    found = _all_words(document)
    return [word for word in words(sample_plan()) if word.casefold() not in found]


def test_our_own_pdf_reads_whole(tmp_path: Path) -> None:
    stream = io.BytesIO()
    write_pdf(sample_plan(), stream, PageSettings())
    path = tmp_path / "a.pdf"
    path.write_bytes(stream.getvalue())
    document = read_source(path)
    assert _missing(document) == []
    assert _texts(document)[-1].endswith("Đồi Thông)")
    tables = [item for item in document.items if isinstance(item, SourceTable)]
    assert {len(table.rows[0]) for table in tables} == {6}


@pytest.mark.soffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_pdf_and_a_docx_of_libreoffice_read_whole(tmp_path: Path) -> None:
    with (tmp_path / "a.docx").open("wb") as file:
        write_docx(sample_plan(), file, PageSettings())
    profile = (tmp_path / "hồ sơ").as_uri()
    for target in ("pdf", "docx:MS Word 2007 XML"):
        subprocess.run(
            ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", target,
             "--outdir", str(tmp_path / "ra"), str(tmp_path / "a.docx")],
            check=True, capture_output=True, timeout=90,
        )  # fmt: skip
    for name in ("a.pdf", "a.docx"):
        assert _missing(read_source(tmp_path / "ra" / name)) == []
    lines = _lines(read_source(tmp_path / "ra" / "a.docx"))
    ours = _lines(read_source(tmp_path / "a.docx"))
    assert [(line.role, line.text.plain) for line in lines] == [
        (line.role, line.text.plain) for line in ours
    ]
