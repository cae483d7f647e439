"""The pages of a .docx from outside are measured against the decree."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from tdkt_desktop.checks.facts import LineMeasures, Measures, PageMeasures
from tdkt_desktop.checks.layout_lines import line_faults
from tdkt_desktop.services.context import AppContext
from tdkt_desktop.services.demo import SAMPLE_SCHOOL
from tests.support.proof import look, plan

if TYPE_CHECKING:
    from pathlib import Path

GOOD = {"top": 20.0, "bottom": 20.0, "left": 30.0, "right": 15.0}


def measures(
    width: float = 210.0, height: float = 297.0, font: str = "Times New Roman",
    size: float = 14.0, **margins: float,
) -> Measures:  # fmt: skip
    page = PageMeasures(width, height, tuple((GOOD | margins).items()))
    return Measures((page, page), font, size)


@pytest.mark.parametrize(
    ("measured", "where", "wanted"),
    [
        (measures(width=215.9, height=279.4), "Khổ giấy", "210 x 297 mm"),
        (measures(left=20.0), "Lề trái", "30 - 35 mm"),
        (measures(right=25.4), "Lề phải", "15 - 20 mm"),
        (measures(font="Calibri"), "Phông chữ", "Times New Roman"),
        (measures(size=11.0), "Cỡ chữ", "13 - 14"),
    ],
)
def test_a_fault_of_the_page_is_told_once(measured: Measures, where: str, wanted: str) -> None:
    (finding,) = look("layout", plan(), measures=measured)
    assert (str(finding.place), finding.suggestion) == (where, wanted)


@pytest.mark.parametrize(
    "measured",
    [
        None,
        measures(),
        measures(width=297.0, height=210.0),
        measures(left=30.4, right=14.6, size=13.0),
        measures(font=""),
    ],
)
def test_a_good_page_says_nothing(measured: Measures | None) -> None:
    assert look("layout", plan(), measures=measured) == ()


# Lines ---------------------------------------------------------------------------------------

LONG = "Mỗi tổ chọn một nội dung cần cải thiện, giao người theo dõi và báo cáo vào cuối mỗi tháng."
BODY = LineMeasures(LONG, align="both", first_mm=12.7, spacing=1.1, gap_pt=6.0)
SOUND = {
    "nation": LineMeasures("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, bold=True, cell=(0, 0, 1)),
    "motto": LineMeasures("Độc lập - Tự do - Hạnh phúc", 14, bold=True, cell=(0, 0, 1)),
    "number": LineMeasures("Số: 05/KH-THĐT", 13, cell=(0, 1, 0)),
    "date": LineMeasures("Vạn Lộc, ngày 12 tháng 01 năm 2026", 14, italic=True, cell=(0, 1, 1)),
    "title": LineMeasures("KẾ HOẠCH", 14, bold=True, align="center"),
    "subject": LineMeasures("Công tác thi đua năm 2026", 14, bold=True, align="center"),
    "ground": LineMeasures("Căn cứ Luật Thi đua, khen thưởng;", 14, italic=True),
    "section": LineMeasures("I. MỤC ĐÍCH", 14, bold=True),
    **{f"body {n}": BODY for n in range(10)},
    "recipients": LineMeasures("Nơi nhận:", 12, bold=True, italic=True, cell=(1, 0, 0)),
    "recipient": LineMeasures("- Các tổ chuyên môn;", 11, cell=(1, 0, 0)),
    "signer": LineMeasures("HIỆU TRƯỞNG", 14, bold=True, align="center", cell=(1, 0, 1)),
    "annex": LineMeasures("Phụ lục", 14, bold=True, align="center"),
}


def file_with(**changes: Any) -> Measures:
    """A sound file; `nation={"bold": False}` changes a line, other names the whole."""
    lines = dict(SOUND)
    for name in [name for name in changes if name in lines or name == "body"]:
        change = changes.pop(name)
        for key in [key for key in lines if key.split()[0] == name]:
            lines[key] = replace(lines[key], **change)
    sound = {"numbers_in": "header", "numbers_align": "center", "first_hidden": True}
    return Measures(lines=tuple(lines.values()), **(sound | changes))


def keys(measured: Measures) -> list[str]:
    return [fault.key for fault in line_faults(measured)]


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"nation": {"bold": False}}, "national-name-bold"),
        ({"nation": {"size": 11.0}}, "national-name-size"),
        ({"motto": {"italic": True}}, "motto-italic"),
        ({"motto": {"text": "Độc lập – Tự do – Hạnh phúc"}}, "motto-hyphen"),
        ({"number": {"bold": True}}, "number-bold"),
        ({"date": {"italic": False}}, "place-date-italic"),
        ({"date": {"cell": (0, 2, 1)}}, "number-row"),
        ({"title": {"align": "left"}}, "title-align"),
        ({"title": {"size": 16.0}}, "title-size"),
        ({"subject": {"bold": False}}, "subject-bold"),
        ({"ground": {"italic": False}}, "ground-italic"),
        ({"section": {"bold": False}}, "section-bold"),
        ({"body": {"align": "left"}}, "body-align"),
        ({"body": {"first_mm": 0.0}}, "body-indent"),
        ({"body": {"spacing": 2.0}}, "body-spacing"),
        ({"body": {"gap_pt": 0.0}}, "body-gap"),
        ({"recipients": {"bold": False}}, "recipients-bold"),
        ({"recipient": {"size": 14.0}}, "recipient-size"),
        ({"signer": {"bold": False}}, "signer-bold"),
        ({"annex": {"align": "left"}}, "annex-align"),
        ({"numbers_in": "footer"}, "page-number-place"),
        ({"numbers_align": "right"}, "page-number-align"),
        ({"first_hidden": False}, "page-number-first"),
    ],
)
def test_a_fault_of_a_line_is_told(changes: dict[str, Any], key: str) -> None:
    assert keys(file_with(**changes)) == [key]


def test_a_long_file_without_page_numbers_is_told() -> None:
    pages = file_with(body={"text": LONG * 8}, numbers_in="", numbers_align="")
    assert keys(pages) == ["page-number"]


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"nation": {"size": 12.0}, "motto": {"size": 13.0}, "number": {"size": 12.0}},
        {"body": {"first_mm": 10.0, "spacing": 1.5, "gap_pt": 12.0}},
        {"body": {"spacing": None}},
        {"number": {"cell": None}, "date": {"cell": None}},
        {"number": {"text": "Số:          /KH-THĐT"}},
        {"date": {"text": "Vạn Lộc, ngày      tháng      năm 2026"}},
        {"subject": {"text": "Căn cứ vào đâu cũng được"}},
        {"ground": {"text": "Căn cứ kết quả năm trước, nhà trường ban hành kế hoạch:",
                    "italic": False}},
        {"numbers_in": "", "numbers_align": "", "first_hidden": False},
        {"signer": {"text": "Hiệu trưởng", "bold": False}},
        {"subject": {"text": "Bắt đầu: 14 giờ 00, ngày 18 tháng 9 năm 2026"}},
    ],
)  # fmt: skip
def test_sound_lines_say_nothing(changes: dict[str, Any]) -> None:
    assert keys(file_with(**changes)) == []


@pytest.mark.parametrize("template", ["th-nam-hoc", "nam-cong-tac", "thpt-nam-hoc"])
def test_our_own_word_files_are_sound(tmp_path: Path, template: str) -> None:
    with AppContext.open(tmp_path / "kho") as context:
        context.school.save(SAMPLE_SCHOOL)
        document = context.drafting.draft(template, 2026).document
        path = context.files.export(document, tmp_path / "kế hoạch.docx")
        found = context.proofreader.check_file(path)
    assert [one for one in found if one.code == "layout"] == []
