"""Tables come in from .xlsx, .csv and the clipboard, and what is no table is refused in words."""

from __future__ import annotations

import contextlib
import io
import zipfile
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from tdkt_desktop.errors import InputError
from tdkt_desktop.exports.csv_writer import CsvCode, write_csv
from tdkt_desktop.imports.sheet import CellError
from tdkt_desktop.imports.spreadsheet import read_block, read_spreadsheet
from tests.support.staff_lists import write_book

if TYPE_CHECKING:
    from pathlib import Path


# Excel keeps no zone with a moment.
SOME_MORNING = datetime(1980, 5, 1, 7, 30)  # noqa: DTZ001


def test_cells_keep_their_kinds(tmp_path: Path) -> None:
    path = write_book(
        tmp_path / "a.xlsx",
        [["  Tổ\xa01 ", 3, 2.5, True, SOME_MORNING, date(2001, 9, 1), None, 4.0]],
    )
    (sheet,) = read_spreadsheet(path).sheets
    assert sheet.rows[0].cells == (
        "Tổ\xa01", 3, 2.5, True, date(1980, 5, 1), date(2001, 9, 1), None, 4,
    )  # fmt: skip


def test_a_merged_area_has_its_value_everywhere(tmp_path: Path) -> None:
    rows = [["Danh sách"], ["Tổ 1", "A"], [None, "B"], [None, "C"]]
    path = write_book(tmp_path / "a.xlsx", rows, ("A1:C1", "A2:A4"))
    (sheet,) = read_spreadsheet(path).sheets
    assert sheet.rows[0].cells == ("Danh sách",) * 3
    assert sheet.rows[0].alone
    assert [row.cell(0) for row in sheet.rows[1:]] == ["Tổ 1"] * 3


def test_ten_thousand_empty_rows_are_no_rows(tmp_path: Path) -> None:
    path = write_book(tmp_path / "a.xlsx", [["đầu"], *([[None, None]] * 10_000), ["cuối"]])
    (sheet,) = read_spreadsheet(path).sheets
    assert [(row.number, row.cell(0)) for row in sheet.rows] == [(1, "đầu"), (10_002, "cuối")]


def test_a_formula_that_failed_is_an_error_cell(tmp_path: Path) -> None:
    (sheet,) = read_spreadsheet(write_book(tmp_path / "a.xlsx", [["#REF!", "x"]])).sheets
    assert sheet.rows[0].cell(0) == CellError("#REF!")


def test_a_formula_that_nobody_worked_out_is_told_of(tmp_path: Path) -> None:
    read = read_spreadsheet(write_book(tmp_path / "a.xlsx", [["Lê An", "=A1&A1"]]))
    assert read.sheets[0].rows[0].cells == ("Lê An",)
    assert "công thức" in read.notes[0]
    assert read_spreadsheet(write_book(tmp_path / "b.xlsx", [["Lê An", "b"]])).notes == ()


def test_a_sheet_that_lies_about_its_extent_is_read_whole(tmp_path: Path) -> None:
    path = write_book(tmp_path / "a.xlsx", [["a", "b"], ["c", "d"]])
    _replace(path, "xl/worksheets/sheet1.xml", b'<dimension ref="A1:B2"', b'<dimension ref="A1"')
    (sheet,) = read_spreadsheet(path).sheets
    assert [row.cells for row in sheet.rows] == [("a", "b"), ("c", "d")]


def test_hidden_sheets_are_known_as_such(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["thấy"])
    hidden = book.create_sheet("ẩn")
    hidden.append(["giấu"])
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    sheets = read_spreadsheet(tmp_path / "a.xlsx").sheets
    assert [(sheet.name, sheet.hidden) for sheet in sheets] == [("Sheet", False), ("ẩn", True)]


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "cp1258"])
def test_csv_is_read_in_the_codes_that_schools_have(tmp_path: Path, code: str) -> None:
    path = tmp_path / "a.csv"
    text = "Họ và tên,Tổ\r\nĐỗ Thị Hoà,Một\r\nLê Văn Đường,Hai\r\n"
    if code == "cp1258":
        stream = io.BytesIO()
        rows = [line.split(",") for line in text.split("\r\n")[:-1]]
        write_csv(rows[0], rows[1:], stream, CsvCode.WINDOWS_1258)
        path.write_bytes(stream.getvalue())
    else:
        path.write_bytes(text.encode(code))
    (sheet,) = read_spreadsheet(path).sheets
    assert [row.cells for row in sheet.rows] == [
        ("Họ và tên", "Tổ"), ("Đỗ Thị Hoà", "Một"), ("Lê Văn Đường", "Hai"),
    ]  # fmt: skip


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_separator_is_found(tmp_path: Path, sign: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f'Tên{sign}Nơi{sign}Số\n"An, Bình; Chi"{sign}Huế{sign}1\n', "utf-8")
    (sheet,) = read_spreadsheet(path).sheets
    assert sheet.rows[1].cells == ("An, Bình; Chi", "Huế", "1")


@pytest.mark.parametrize("text", ["=1+1", "'=1+1", "''-2", "'a", "+84", "@b"])
def test_text_that_looks_like_a_formula_comes_back_from_csv(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.csv"
    with path.open("wb") as stream:
        write_csv(["Chữ", "Số"], [[text, 1]], stream)
    (sheet,) = read_spreadsheet(path).sheets
    assert sheet.rows[1].cells == (text, "1")
    assert not path.read_text("utf-8-sig").splitlines()[1].startswith(("=", "+", "-", "@"))


def test_a_copied_block_has_quoted_line_breaks_and_an_empty_end() -> None:
    (sheet,) = read_block('Họ tên\tGhi chú\r\nAn\t"dòng một\ndòng hai"\r\n\r\n').sheets
    assert [row.cells for row in sheet.rows] == [
        ("Họ tên", "Ghi chú"), ("An", "dòng một\ndòng hai"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", "  \n\t\n", "\x00"])
def test_an_empty_block_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        read_block(text)


HTML = b"<html><body><table><tr><td>x</td></tr></table></body></html>"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (HTML, "trang web"),
        (b"\xef\xbb\xbf  <!DOCTYPE html><p>", "trang web"),
        (b"", "không có dữ liệu"),
        (b"PK\x03\x04 hong", "hỏng"),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        (COMPOUND + "Workbook".encode("utf-16-le"), "kiểu cũ"),
        (b"%PDF-1.7", "PDF"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (bytes(range(256)) * 20, "nhị phân"),
    ],
)
def test_what_is_no_table_is_refused_by_what_it_is(tmp_path: Path, data: bytes, words: str) -> None:
    path = tmp_path / "danh sách.xlsx"
    path.write_bytes(data)
    with pytest.raises(InputError, match=words) as caught:
        read_spreadsheet(path)
    assert caught.value.hint
    assert "danh sách" in caught.value.message


def test_a_file_that_is_not_there_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Không tìm thấy"):
        read_spreadsheet(tmp_path / "không có.xlsx")
    with pytest.raises(InputError, match="thư mục"):
        read_spreadsheet(tmp_path)


def test_packages_that_are_not_workbooks_are_named(tmp_path: Path) -> None:
    for name, words in (("word/document.xml", "Word"), ("mimetype", "LibreOffice"), ("a", "ZIP")):
        path = tmp_path / "a.xlsx"
        with zipfile.ZipFile(path, "w") as package:
            package.writestr(name, "x")
        with pytest.raises(InputError, match=words):
            read_spreadsheet(path)


def test_a_file_made_to_swell_or_to_expand_entities_is_refused(tmp_path: Path) -> None:
    path = write_book(tmp_path / "a.xlsx", [["a"]])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/media/x.bin", b"\0" * 40_000_000)
    with pytest.raises(InputError, match="bung ra quá lớn"):
        read_spreadsheet(path)
    path = write_book(tmp_path / "b.xlsx", [["a"]])
    _replace(path, "xl/workbook.xml", b"<workbook", b'<!DOCTYPE a [<!ENTITY b "c">]><workbook')
    with pytest.raises(InputError, match="DTD"):
        read_spreadsheet(path)


def test_more_rows_than_a_school_has_people_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("x\n" * 20_001, "utf-8")
    with pytest.raises(InputError, match="quá lớn"):
        read_spreadsheet(path)


@settings(max_examples=60)
@given(data=st.data())
def test_a_damaged_workbook_is_read_or_refused_but_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("hỏng") / "a.xlsx"
    write_book(path, [["Họ và tên", "Ngày sinh"], ["Đỗ Thị Hoà", date(1980, 1, 1)]], ("A1:A2",))
    name = data.draw(st.sampled_from(sorted(zipfile.ZipFile(path).namelist())))
    whole = zipfile.ZipFile(path).read(name)
    start = data.draw(st.integers(0, len(whole)))
    length = data.draw(st.integers(0, 40))
    noise = data.draw(st.binary(max_size=12))
    _write_part(path, name, whole[:start] + noise + whole[start + length :])
    with contextlib.suppress(InputError):
        assert read_spreadsheet(path).sheets


@settings(max_examples=40)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.mktemp("bất kỳ") / "a.csv"
    path.write_bytes(data)
    with contextlib.suppress(InputError):
        assert read_spreadsheet(path).sheets


def test_a_cut_off_workbook_is_damaged(tmp_path: Path) -> None:
    path = write_book(tmp_path / "a.xlsx", [["a"] * 20] * 200)
    path.write_bytes(path.read_bytes()[:-400])
    with pytest.raises(InputError, match="hỏng"):
        read_spreadsheet(path)


def _replace(path: Path, name: str, old: bytes, new: bytes) -> None:
    whole = zipfile.ZipFile(path).read(name)
    assert old in whole
    _write_part(path, name, whole.replace(old, new, 1))


def _write_part(path: Path, changed: str, data: bytes) -> None:
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts[changed] = data
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
