"""Tables go out typed, with a head that stays, ready for the printer, and never with a formula."""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from tdkt_desktop.errors import InputError
from tdkt_desktop.exports.csv_writer import CsvCode, write_csv
from tdkt_desktop.exports.sheet_table import SheetColumn, SheetTable
from tdkt_desktop.exports.xlsx_writer import write_xlsx
from tdkt_desktop.imports.spreadsheet import read_spreadsheet
from tdkt_desktop.vietnamese.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence


def written(*tables: SheetTable) -> Any:
    stream = io.BytesIO()
    write_xlsx(tables, stream)
    stream.seek(0)
    return load_workbook(stream)


def table(rows: Sequence[Sequence[Any]], **more: Any) -> SheetTable:
    columns = tuple(SheetColumn(f"Cột {place}", 12) for place in range(len(rows[0]) if rows else 2))
    return SheetTable("Bảng", columns, rows, **more)


def test_cells_are_typed() -> None:
    sheet = written(table([["Đỗ Thị Hoà", 12, 2.5, date(2026, 9, 5), None, ""]]))["Bảng"]
    values = [cell.value for cell in sheet[2]]
    assert values[:3] == ["Đỗ Thị Hoà", 12, 2.5]
    assert values[3].date() == date(2026, 9, 5)
    assert sheet["D2"].number_format == "dd/mm/yyyy"
    assert values[4:] == [None, None]


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+84 912", "-1+2", "@SUM(A1)", "#N/A"])
def test_text_never_becomes_a_formula(text: str) -> None:
    sheet = written(table([[text, "x"]]))["Bảng"]
    assert sheet["A2"].value == text
    assert sheet["A2"].data_type == "s"


def test_the_head_stays_filters_and_repeats_on_paper() -> None:
    sheet = written(table([["a", "b"]] * 3, titles=("Danh sách", "Năm học 2026-2027")))["Bảng"]
    assert sheet["A1"].value == "Danh sách"
    assert [cell.value for cell in sheet[4]] == ["Cột 0", "Cột 1"]
    assert sheet.freeze_panes == "A5"
    assert sheet.auto_filter.ref == "A4:B7"
    assert sheet.print_title_rows == "$4:$4"
    assert (sheet.page_setup.orientation, str(sheet.page_setup.paperSize)) == ("landscape", "9")
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.column_dimensions["A"].width == 12


def test_choices_are_offered_and_other_words_stay_allowed() -> None:
    column = SheetColumn("Tổ", choices=("Tổ 1", "Tổ Văn phòng"), advice="Chọn hoặc ghi tổ mới.")
    book = written(SheetTable("Bảng", (column,), (), room=50))
    (rule,) = book["Bảng"].data_validations.dataValidation
    assert str(rule.sqref) == "A2:A51"
    assert rule.formula1 == "'Danh mục'!$A$2:$A$3"
    assert not rule.showErrorMessage
    assert rule.prompt == "Chọn hoặc ghi tổ mới."
    assert [cell.value for cell in book["Danh mục"]["A"]] == ["Tổ", "Tổ 1", "Tổ Văn phòng"]


def test_long_texts_get_rows_high_enough() -> None:
    sheet = written(table([["một hai ba bốn năm sáu bảy tám", "x"], ["a", "b"]]))["Bảng"]
    assert sheet.row_dimensions[2].height >= 45
    assert sheet.row_dimensions[3].height is None


def test_a_day_before_excel_began_is_written_in_words() -> None:
    assert written(table([[date(1899, 1, 2), 1]]))["Bảng"]["A2"].value == "02/01/1899"


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Co", "Cn"]), max_size=40)


@settings(max_examples=60)
@given(st.lists(st.tuples(TEXTS, st.integers(-(10**9), 10**9)), min_size=1, max_size=8))
def test_any_text_comes_back_from_xlsx_and_csv(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, int]]
) -> None:
    folder = tmp_path_factory.mktemp("ra vào")
    plain = [(clean(text).strip() or None, number) for text, number in rows]
    kept = [
        (text if text and not text.startswith("#") else "chữ", number) for text, number in plain
    ]
    with (folder / "a.xlsx").open("wb") as stream:
        write_xlsx([table(kept)], stream)
    with (folder / "a.csv").open("wb") as stream:
        write_csv(["Cột 0", "Cột 1"], kept, stream)
    (sheet,) = read_spreadsheet(folder / "a.xlsx").sheets
    assert [row.cells for row in sheet.rows[1:]] == kept
    (sheet,) = read_spreadsheet(folder / "a.csv").sheets
    assert [(row.cell(0), row.cell(1)) for row in sheet.rows[1:]] == [
        (text, str(number)) for text, number in kept
    ]


def test_windows_1258_has_all_of_vietnamese_and_says_what_it_lacks() -> None:
    letters = "".join(map(chr, range(0x1EA0, 0x1EFA))) + "ăâđêôơưĂÂĐÊÔƠƯàáãèéìíòóõùúýĩũ"
    stream = io.BytesIO()
    write_csv(["Chữ"], [[letters]], stream, CsvCode.WINDOWS_1258)
    assert clean(stream.getvalue().decode("cp1258")).splitlines() == ["Chữ", letters]
    with pytest.raises(InputError, match="語"):
        write_csv(["語"], [], io.BytesIO(), CsvCode.WINDOWS_1258)


def test_csv_keeps_excel_from_taking_text_for_formulas() -> None:
    stream = io.BytesIO()
    write_csv(["a"], [["=1+1"], ["+84"], [-5], [date(2026, 9, 5)]], stream)
    assert stream.getvalue().decode("utf-8-sig").split() == [
        "a",
        "'=1+1",
        "'+84",
        "-5",
        "05/09/2026",
    ]
