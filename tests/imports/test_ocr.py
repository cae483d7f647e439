"""Scanned pages and photographs are read by tesseract where it is installed."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pdfplumber
import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tdkt_desktop.errors import Cancelled, InputError
from tdkt_desktop.imports.ocr_engine import find_engine
from tdkt_desktop.imports.ocr_picture import ready
from tdkt_desktop.imports.reader import read_source
from tdkt_desktop.imports.source import SourceDocument, SourceKind, SourceLine, SourceTable
from tdkt_desktop.resources import resource

if TYPE_CHECKING:
    from pathlib import Path

ENGINE = find_engine()
needs_tesseract = pytest.mark.skipif(
    ENGINE is None or not ENGINE.knows_vietnamese, reason="tesseract with vie is not installed"
)
LINES = (
    "KẾ HOẠCH",
    "I. MỤC ĐÍCH",
    "Nhà trường phát động phong trào thi đua trong toàn thể giáo viên",
    "và học sinh, kết thúc trước ngày 15/3/2027.",
)
ROWS = (("TT", "Nội dung công việc", "Thời gian"), ("1", "Đăng ký thi đua", "Tháng 9/2026"))


def page(*, angle: float = 0.0, table: bool = False) -> Image.Image:
    """A page of A4 at 200 dots an inch, as a scanner sees it."""
    image = Image.new("L", (1654, 2339), 250)
    pen = ImageDraw.Draw(image)
    font = ImageFont.truetype(str(resource("fonts", "LiberationSerif-Regular.ttf")), 40)
    for place, line in enumerate(LINES):
        pen.text((220, 260 + 80 * place), line, fill=20, font=font)
    if table:
        for row, cells in enumerate(ROWS):
            for column, (left, right) in enumerate(((220, 330), (330, 900), (900, 1350))):
                top = 700 + 90 * row
                pen.rectangle((left, top, right, top + 90), outline=20, width=3)
                pen.text((left + 14, top + 20), cells[column], fill=20, font=font)
    turned = image.rotate(angle, Image.Resampling.BICUBIC, fillcolor=250)
    return turned.filter(ImageFilter.GaussianBlur(0.6))


def saved(path: Path, image: Image.Image) -> Path:
    image.save(path)
    return path


def scanned_pdf(path: Path, *images: Image.Image) -> Path:
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    for image in images:
        canvas.drawImage(ImageReader(image), 0, 0, *A4)
        canvas.showPage()
    canvas.save()
    path.write_bytes(stream.getvalue())
    return path


def texts(document: SourceDocument) -> list[str]:
    return [item.text.plain for item in document.items if isinstance(item, SourceLine)]


# Without tesseract ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["ảnh.png", "ảnh.jpg", "ảnh.tif"])
def test_without_tesseract_a_sentence_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr("tdkt_desktop.imports.ocr_engine._program", lambda: None)
    with pytest.raises(InputError) as caught:
        read_source(saved(tmp_path / name, page()))
    assert name in caught.value.message
    assert "tesseract" in caught.value.hint.lower()


def test_a_tesseract_that_does_not_run_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "tesseract"
    program.write_text("no program", encoding="utf-8")
    monkeypatch.setattr("tdkt_desktop.imports.ocr_engine._program", lambda: program)
    assert find_engine() is None


# The picture ---------------------------------------------------------------------------------


@pytest.mark.parametrize("angle", [-2.5, 0.0, 1.7])
def test_a_crooked_page_is_set_straight(angle: float) -> None:
    straight = ready(page(angle=angle)).image
    again = ready(straight).image
    assert straight.size == again.size
    assert _tilt(straight) < 4


def _tilt(image: Image.Image) -> int:
    """How many pixels the first long line of letters climbs from its left to its right half."""
    row = image.crop((0, 600, image.width, 760)).point(lambda grey: 255 if grey < 120 else 0)
    half = row.width // 2
    left, right = (
        row.crop((0, 0, half, 160)).getbbox(),
        row.crop((half, 0, row.width, 160)).getbbox(),
    )
    return abs(left[3] - right[3]) if left and right else 0


def test_a_shadow_over_the_page_is_taken_away() -> None:
    image = page()
    shadow = Image.linear_gradient("L").resize(image.size).point(lambda grey: grey // 2)
    dim = Image.composite(Image.new("L", image.size, 40), image, shadow)
    even = ready(dim).image
    corner = even.crop((even.width - 300, even.height - 300, even.width - 100, even.height - 100))
    assert min(corner.tobytes()) > 200


def test_the_cells_of_a_drawn_table_are_found() -> None:
    assert len(ready(page(table=True, angle=0.8)).cells) == 6
    assert not ready(page()).cells


# With tesseract ------------------------------------------------------------------------------


@needs_tesseract
@pytest.mark.parametrize("name", ["ảnh.png", "ảnh.jpg"])
def test_a_photograph_is_read(tmp_path: Path, name: str) -> None:
    document = read_source(saved(tmp_path / name, page(angle=1.2)))
    assert document.kind is SourceKind.PICTURE
    assert document.scanned
    assert "phong trào thi đua" in " ".join(texts(document))
    assert "15/3/2027" in " ".join(texts(document))
    assert ENGINE is not None
    assert ENGINE.version in document.warnings[0]


@needs_tesseract
def test_a_scanned_pdf_is_read_with_its_table_and_the_places_on_its_picture(
    tmp_path: Path,
) -> None:
    document = read_source(scanned_pdf(tmp_path / "quét.pdf", page(table=True, angle=-1.0)))
    (table,) = (item for item in document.items if isinstance(item, SourceTable))
    cells = [[cell.text.plain for cell in row] for row in table.rows]
    assert [row[1:] for row in cells] == [list(row[1:]) for row in ROWS]
    (number, picture) = document.pictures[0]
    assert number == 1
    assert Image.open(BytesIO(picture)).width > 1000
    boxes = [item.box for item in document.items if isinstance(item, SourceLine)]
    assert all(box and 0 <= box[0] < box[2] <= 1 and 0 <= box[1] < box[3] <= 1 for box in boxes)


@needs_tesseract
def test_only_the_scanned_pages_of_a_mixed_file_are_read_off_pictures(tmp_path: Path) -> None:
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    canvas.drawString(100, 700, "Trang co chu san trong tep nay")
    canvas.showPage()
    canvas.drawImage(ImageReader(page()), 0, 0, *A4)
    canvas.save()
    path = tmp_path / "lẫn.pdf"
    path.write_bytes(stream.getvalue())
    document = read_source(path)
    assert [number for number, _picture in document.pictures] == [2]
    said = " ".join(texts(document))
    assert "Trang co chu san" in said
    assert "phong trào" in said


@needs_tesseract
def test_reading_pages_can_be_stopped(tmp_path: Path) -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_source(saved(tmp_path / "ảnh.png", page()), progress=stop)


def test_a_broken_picture_is_told(tmp_path: Path) -> None:
    path = tmp_path / "gãy.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    with pytest.raises(InputError):
        read_source(path)


def test_a_page_of_a_pdf_can_be_drawn_without_other_programs(tmp_path: Path) -> None:
    with pdfplumber.open(scanned_pdf(tmp_path / "quét.pdf", page())) as pdf:
        assert pdf.pages[0].to_image(resolution=72).original.width > 500
