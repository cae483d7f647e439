"""Bad files: each is refused with a sentence and a way out, quickly and in little memory."""

from __future__ import annotations

import io
import os
import time
import tracemalloc
import zipfile
import zlib
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from tdkt_desktop.errors import InputError
from tdkt_desktop.imports import guards
from tdkt_desktop.imports.reader import read_source
from tdkt_desktop.imports.source import SourceDocument, SourceKind

if TYPE_CHECKING:
    from collections.abc import Callable

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504
_DOCUMENT = "word/document.xml"


def _docx_bytes(*paragraphs: str) -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _pdf_bytes(text: str = "") -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=1)
    if text:
        canvas.drawString(100, 700, text)
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


_DOCX = _docx_bytes("Kế hoạch thi đua", "I. Mục đích")
_PDF = _pdf_bytes("Ke hoach")


def _with_document(data: bytes) -> bytes:
    """Return a .docx whose text part is replaced."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(_DOCX)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, data if name == _DOCUMENT else old.read(name))
    return stream.getvalue()


def _refusal(tmp_path: Path, name: str, data: bytes) -> InputError:
    path = tmp_path / name
    path.write_bytes(data)
    return _refusal_of(path)


def _refusal_of(path: Path) -> InputError:
    with pytest.raises(InputError) as caught:
        read_source(path)
    assert path.name in caught.value.message
    assert caught.value.hint
    return caught.value


def _workbook() -> bytes:
    stream = io.BytesIO()
    openpyxl.Workbook().save(stream)
    return stream.getvalue()


def _zip(**files: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, text in files.items():
            package.writestr(name, text)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "make", "says"),
    [
        ("bảng.docx", _workbook, "Excel"),
        ("web.docx", lambda: b"<!DOCTYPE html><html><body>x</body></html>", "HTML"),
        ("web.txt", lambda: b"\xef\xbb\xbf  <HTML lang='vi'>x</html>", "HTML"),
        ("cũ.doc", lambda: b"{\\rtf1\\ansi chu}", "RTF"),
        ("ảnh.gif", lambda: b"GIF89a" + bytes(64), "GIF"),
        ("nén.docx", lambda: _zip(a="1"), "ZIP"),
        ("thư.docx", lambda: _zip(mimetype="application/vnd.oasis"), "LibreOffice"),
        ("cũ.docx", lambda: _COMPOUND + "WordDocument".encode("utf-16-le"), ".doc"),
        ("cũ.xls", lambda: _COMPOUND + "Workbook".encode("utf-16-le"), "Excel"),
        ("khoá.docx", lambda: _COMPOUND + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        ("word.xml", lambda: b"<?xml version='1.0'?><pkg:package/>", "Word dạng XML"),
        ("nhiễu.txt", lambda: bytes(range(256)) * 40, "nhị phân"),
        ("nhiễu.docx", lambda: zlib.compress(bytes(range(256)) * 40)[2:] * 20, "nhị phân"),
        ("trống.docx", lambda: b"", "không có chữ"),
        ("trắng.txt", lambda: b" \r\n\t\n ", "không có chữ"),
        ("trắng.docx", lambda: _docx_bytes("", " "), "không có chữ"),
        ("trắng.pdf", _pdf_bytes, "không có chữ"),
        ("gãy.docx", lambda: _DOCX[: len(_DOCX) // 2], "hỏng"),
        ("gãy.pdf", lambda: b"%PDF-1.7\n1 0 obj <<", "hỏng"),
        ("xml.docx", lambda: _with_document(b"<w:document><w:body>"), "hỏng"),
        ("khác.docx", lambda: _with_document(b"<html/>"), "hỏng"),
    ],
)  # fmt: skip
def test_what_is_no_plan_is_named(
    tmp_path: Path, name: str, make: Callable[[], bytes], says: str
) -> None:
    assert says in _refusal(tmp_path, name, make()).message


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    assert "thư mục" in _refusal_of(tmp_path).message
    assert "Không tìm thấy" in _refusal_of(tmp_path / "không có.docx").message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ống.docx")
    assert _refusal_of(tmp_path / "ống.docx")


def test_a_file_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(_DOCX)

    def refuse(*_args: object, **_options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "Không mở được" in _refusal_of(path).message


def test_a_huge_file_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "lớn.docx"
    with path.open("wb") as file:
        file.write(_DOCX)
        file.truncate(300 * 1024 * 1024)
    start = time.perf_counter()
    assert "300 MB" in _refusal_of(path).message
    assert time.perf_counter() - start < 1


def test_a_huge_text_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "lớn.txt"
    with path.open("wb") as file:
        file.write(b"ke hoach ")
        file.truncate(guards.MAX_TEXT_BYTES + 1)
    assert "quá lớn" in _refusal_of(path).message


def _refused_in_little_memory(tmp_path: Path, name: str, data: bytes) -> InputError:
    tracemalloc.start()
    try:
        error = _refusal(tmp_path, name, data)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 200 * 1024 * 1024
    return error


def test_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    bomb = _with_document(b"<w:t>" + b" " * (60 * 1024 * 1024))
    assert "bung ra" in _refused_in_little_memory(tmp_path, "bom.docx", bomb).message


def test_a_part_that_lies_about_its_size_is_no_danger(tmp_path: Path) -> None:
    bomb = bytearray(_with_document(b"<w:t>" + b" " * (60 * 1024 * 1024)))
    real = (60 * 1024 * 1024 + 5).to_bytes(4, "little")
    lie = (1000).to_bytes(4, "little")
    _refused_in_little_memory(tmp_path, "bom.docx", bytes(bomb).replace(real, lie))


def test_too_many_entries_are_refused(tmp_path: Path) -> None:
    many = _zip(**{f"{i}.xml": "" for i in range(guards.MAX_ZIP_ENTRIES + 1)})
    assert "quá nhiều tệp" in _refusal(tmp_path, "nhiều.docx", many).message


def test_too_many_tags_are_refused(tmp_path: Path) -> None:
    tags = b"<a>" + b"<b/>" * 1_600_000 + b"</a>"
    assert (
        "bung ra" in _refused_in_little_memory(tmp_path, "thẻ.docx", _with_document(tags)).message
    )


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_and_dtds_are_refused(tmp_path: Path, doctype: str, encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?>{doctype}<x>&a;</x>'
    error = _refusal(tmp_path, "thực thể.docx", _with_document(text.encode(encoding)))
    assert "DTD" in error.message


def test_xml_nested_without_end_is_refused(tmp_path: Path) -> None:
    deep = b"<a>" * 100_000
    assert "hỏng" in _refusal(tmp_path, "sâu.docx", _with_document(deep)).message


def test_a_pdf_bomb_is_refused(tmp_path: Path) -> None:
    packed = zlib.compress(bytes(140 * 1024 * 1024))
    bomb = _PDF.replace(
        b"%%EOF",
        b"9 0 obj <</Filter/FlateDecode>> stream\n" + packed + b"\nendstream endobj\n%%EOF",
    )
    assert "bung ra" in _refused_in_little_memory(tmp_path, "bom.pdf", bomb).message


def test_a_locked_pdf_is_told(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(_PDF)))
    writer.encrypt("mat khau", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    assert "mật khẩu" in _refusal(tmp_path, "khoá.pdf", stream.getvalue()).message


def test_a_wrong_suffix_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "kế hoạch.txt"
    path.write_bytes(_DOCX)
    assert read_source(path).kind is SourceKind.DOCX


def test_words_that_begin_like_a_format_are_words(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("BM - ban hành kèm theo", encoding="utf-8")
    assert read_source(path).kind is SourceKind.TXT


def _survives(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    start = time.perf_counter()
    with suppress(InputError):
        assert isinstance(read_source(path), SourceDocument)
    assert time.perf_counter() - start < 60


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _with_body(body: str) -> bytes:
    text = f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    return _with_document(text.encode())


_PARAGRAPH = "<w:p><w:r><w:t>a</w:t></w:r></w:p>"
_WIDE_CELL = f'<w:tc><w:tcPr><w:gridSpan w:val="63"/></w:tcPr>{_PARAGRAPH}</w:tc>'
_MERGED_ROW = f"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{_PARAGRAPH}</w:tc></w:tr>"
_RUNS = "<w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r>"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", "độc lập\tb\n".encode() * 20_000),
        ("a.txt", b"\ta\n" * 20_000),
        ("a.txt", b"a\t" * 1_000_000),
        ("a.txt", b"<!---->" * 500 + b"x"),
        ("a.md", b"[" * 50_000 + b"](x" * 500),
        ("a.md", b"a <!--" * 20_000),
        ("a.docx", _with_body(f"<w:p>{_RUNS * 10_000}</w:p>")),
        ("a.docx", _with_body(f"{_PARAGRAPH}<w:tbl>{_MERGED_ROW * 10_000}</w:tbl>")),
        ("a.docx", _with_body(f"<w:tbl><w:tr>{_WIDE_CELL * 500}</w:tr>{_MERGED_ROW * 99}</w:tbl>")),
    ],
    ids=lambda value: value if isinstance(value, str) else str(len(value)),
)
def test_a_file_made_to_be_slow_is_read_all_the_same(
    tmp_path: Path, name: str, data: bytes
) -> None:
    _survives(tmp_path / name, data)


# Fuzz ----------------------------------------------------------------------------------------

_TEXT = "KẾ HOẠCH\nI. Mục đích\n\tTT\n\tNội dung\n\tHạn\n\n\t1.\n\ta\n\tb\n".encode()
_changes = st.lists(
    st.tuples(st.integers(0, 1 << 20), st.binary(min_size=0, max_size=6), st.integers(0, 6)),
    min_size=1, max_size=6,
)  # fmt: skip


def _changed(data: bytes, changes: list[tuple[int, bytes, int]]) -> bytes:
    for place, put, taken in changes:
        start = place % (len(data) + 1)
        data = data[:start] + put + data[start + taken :]
    return data


_fuzz = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@_fuzz
@given(st.sampled_from([_DOCX, _PDF, _TEXT, _COMPOUND]), _changes)
def test_changed_bytes_give_a_result_or_a_sentence(
    tmp_path: Path, data: bytes, changes: list[tuple[int, bytes, int]]
) -> None:
    _survives(tmp_path / "mờ.docx", _changed(data, changes))


@_fuzz
@given(_changes)
def test_changed_xml_gives_a_result_or_a_sentence(
    tmp_path: Path, changes: list[tuple[int, bytes, int]]
) -> None:
    with zipfile.ZipFile(io.BytesIO(_DOCX)) as package:
        text = package.read(_DOCUMENT)
    _survives(tmp_path / "mờ.docx", _with_document(_changed(text, changes)))


@_fuzz
@given(st.binary(max_size=2000), st.sampled_from(["a.txt", "a.md", "a.docx", "a.pdf"]))
def test_noise_gives_a_result_or_a_sentence(tmp_path: Path, data: bytes, name: str) -> None:
    _survives(tmp_path / name, data)


@_fuzz
@given(st.text(st.sampled_from("\t\n\f |-*#.1aàI:\\_>`[]("), max_size=300), st.booleans())
def test_any_text_is_read_or_refused(tmp_path: Path, text: str, markdown: bool) -> None:
    _survives(tmp_path / ("a.md" if markdown else "a.txt"), text.encode())
