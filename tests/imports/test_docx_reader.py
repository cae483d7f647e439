"""Word documents, written by hand as XML so that each trick of Word stands there alone."""

from __future__ import annotations

import time
import zipfile
from typing import TYPE_CHECKING

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tdkt_desktop.documents.roles import Role
from tdkt_desktop.imports.docx_numbering import format_number
from tdkt_desktop.imports.reader import read_source
from tdkt_desktop.imports.source import SourceBreak, SourceKind, SourceLine, SourceTable

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tdkt_desktop.imports.source import SourceDocument

    Read = Callable[..., SourceDocument]

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{_W}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _part(root: str, inner: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {_SPACES}>{inner}</w:{root}>'


def _relations(*links: tuple[str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="r{i}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(links)
    )
    return f'<?xml version="1.0"?><Relationships xmlns="{_RELATIONS}">{inner}</Relationships>'


def _write(path: Path, body: str, **parts: str) -> Path:
    links = [(name, f"{name}.xml") for name in parts]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("_rels/.rels", _relations(("officeDocument", "word/document.xml")))
        package.writestr("word/_rels/document.xml.rels", _relations(*links))
        package.writestr("word/document.xml", _part("document", f"<w:body>{body}</w:body>"))
        for name, inner in parts.items():
            package.writestr(f"word/{name}.xml", _part(name, inner))
    return path


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Write a document out of its XML and read it."""

    def read_body(body: str, **parts: str) -> SourceDocument:
        return read_source(_write(tmp_path / "kế hoạch.docx", body, **parts))

    return read_body


def _p(text: str = "", properties: str = "", run: str = "") -> str:
    return (
        f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr>"
        f'<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def _listed(text: str, num: int, level: int = 0) -> str:
    return _p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def _level(place: int, text: str, kind: str = "decimal", more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def _abstract(number: int, *levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{more}{"".join(levels)}</w:abstractNum>'


def _num(number: int, abstract: int, override: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'


def _lines(document: SourceDocument) -> list[SourceLine]:
    return [item for item in document.items if isinstance(item, SourceLine)]


def _texts(document: SourceDocument) -> list[str]:
    return [line.text.plain for line in _lines(document)]


def _labels(document: SourceDocument) -> list[str]:
    return [line.label for line in _lines(document)]


def _table(document: SourceDocument) -> SourceTable:
    return next(item for item in document.items if isinstance(item, SourceTable))


# Text ----------------------------------------------------------------------------------------


def test_breaks_tabs_hyphens_and_signs_are_characters(read: Read) -> None:
    document = read(
        "<w:p><w:r><w:t>Số</w:t><w:tab/><w:t>05</w:t><w:noBreakHyphen/><w:t>KH</w:t><w:br/>"
        '<w:t>dòng hai</w:t><w:sym w:font="Wingdings" w:char="F0FC"/>'
        '<w:sym w:font="Symbol" w:char="F0B3"/><w:softHyphen/></w:r></w:p>'
    )
    assert _texts(document) == ["Số\t05-KH\ndòng hai✓≥"]
    assert document.kind is SourceKind.DOCX


def test_tracked_changes_are_taken_as_accepted(read: Read) -> None:
    document = read(
        "<w:p><w:r><w:t>giữ </w:t></w:r><w:ins><w:r><w:t>thêm</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>chuyển đi</w:t></w:r></w:moveFrom>"
        "<w:moveTo><w:r><w:t> chuyển đến</w:t></w:r></w:moveTo></w:p>"
        "<w:tbl><w:tr><w:trPr><w:del/></w:trPr>"
        "<w:tc><w:p><w:r><w:t>hàng bỏ</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    assert _texts(document) == ["giữ thêm chuyển đến"]
    assert len(document.items) == 1


def test_a_deleted_paragraph_end_joins_the_paragraphs(read: Read) -> None:
    document = read(_p("nửa đầu ", "<w:rPr><w:del/></w:rPr>") + _p("nửa sau") + _p("đoạn khác"))
    assert _texts(document) == ["nửa đầu nửa sau", "đoạn khác"]


def test_fields_give_their_result_and_not_their_code(read: Read) -> None:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    inner = f"{char('begin')}<w:r><w:instrText>PAGE</w:instrText><w:t>mã</w:t></w:r>{char('end')}"
    document = read(
        f"<w:p>{char('begin')}<w:r><w:instrText>IF</w:instrText></w:r>{inner}{char('separate')}"
        f"<w:r><w:t>kết quả</w:t></w:r>{char('end')}<w:r><w:t> và chữ</w:t></w:r>"
        '<w:fldSimple w:instr="DATE"><w:r><w:t> 05/9</w:t></w:r></w:fldSimple></w:p>'
    )
    assert _texts(document) == ["kết quả và chữ 05/9"]


def test_links_and_content_controls_are_read_but_prompts_are_not(read: Read) -> None:
    document = read(
        "<w:sdt><w:sdtContent>" + _p("trong khung") + "</w:sdtContent></w:sdt>"
        "<w:p><w:hyperlink><w:r><w:t>địa chỉ</w:t></w:r></w:hyperlink>"
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
        "<w:sdtContent><w:r><w:t>Bấm để nhập</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )
    assert _texts(document) == ["trong khung", "địa chỉ"]


def test_a_text_box_is_read_once(read: Read) -> None:
    box = f"<w:txbxContent>{_p('trong hộp')}</w:txbxContent>"
    document = read(
        "<w:p><w:r><w:t>ngoài</w:t><mc:AlternateContent>"
        f"<mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert _texts(document) == ["ngoài", "trong hộp"]


def test_footnotes_are_kept_in_brackets_and_told(read: Read) -> None:
    document = read(
        '<w:p><w:r><w:t>Câu.</w:t><w:footnoteReference w:id="2"/></w:r></w:p>',
        footnotes=f'<w:footnote w:id="2">{_p("Theo Luật.")}</w:footnote>',
    )
    assert _texts(document) == ["Câu. [Chú thích: Theo Luật.]"]
    assert any("Chú thích" in warning for warning in document.warnings)


def test_hidden_text_and_pictures_are_left_out_and_told(read: Read) -> None:
    document = read(
        _p("thấy được") + _p("ẩn", run="<w:vanish/>")
        + "<w:p><w:r><w:drawing><pic:pic/></w:drawing></w:r></w:p>"
    )  # fmt: skip
    assert _texts(document) == ["thấy được"]
    assert len(document.warnings) == 2


def test_comments_and_contents_are_not_text(read: Read) -> None:
    document = read(
        '<w:p><w:commentRangeStart w:id="1"/><w:r><w:t>chữ</w:t></w:r>'
        '<w:r><w:commentReference w:id="1"/></w:r></w:p>'
        + _p("I. Mục\t3", '<w:pStyle w:val="M"/>'),
        styles='<w:style w:type="paragraph" w:styleId="M"><w:name w:val="toc 1"/></w:style>',
        comments=f'<w:comment w:id="1">{_p("góp ý")}</w:comment>',
    )
    assert _texts(document) == ["chữ"]
    assert any("Mục lục" in warning for warning in document.warnings)


def test_text_in_pieces_comes_out_composed(read: Read) -> None:
    document = read("<w:p><w:r><w:t>ê</w:t></w:r><w:r><w:t>\u0301 Đ\u0300</w:t></w:r></w:p>")
    assert _texts(document)[0].startswith("ế")


def test_old_fonts_become_unicode(read: Read) -> None:
    document = read(
        _p("kÕ ho¹ch thi ®ua", run='<w:rFonts w:ascii=".VnTime"/>')
        + _p("tr­êng", run='<w:rFonts w:ascii=".VnTimeH"/>')
        + _p("Ñoäc laäp", run='<w:rFonts w:ascii="VNI-Times"/>')
    )
    assert _texts(document) == ["kế hoạch thi đua", "TRƯỜNG", "Độc lập"]
    assert document.warnings


def test_unicode_text_under_an_old_fonts_name_stays(read: Read) -> None:
    document = read(_p("Công tác thi đua", run='<w:rFonts w:ascii=".VnTime"/>') + _p("ông à"))
    assert _texts(document) == ["Công tác thi đua", "ông à"]
    assert document.warnings == ()


# Look ----------------------------------------------------------------------------------------

_STYLES = (
    "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='26'/></w:rPr></w:rPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:styleId="Base"><w:rPr><w:b/></w:rPr>'
    '<w:pPr><w:jc w:val="center"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Child"><w:name w:val="con"/><w:basedOn w:val="Base"/>'
    "<w:rPr><w:caps/></w:rPr></w:style>"
    '<w:style w:type="character" w:styleId="Strong"><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="TdktHeadingRoman"><w:name w:val="x"/>'
    "<w:rPr><w:b/><w:caps/></w:rPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="P7"><w:name w:val="TĐKT Đoạn văn"/></w:style>'
)


def test_bold_and_place_come_from_the_styles_that_a_style_is_based_on(read: Read) -> None:
    line = _lines(read(_p("kế hoạch", '<w:pStyle w:val="Child"/>'), styles=_STYLES))[0]
    assert line.bold
    assert line.centered
    assert line.text.plain == "KẾ HOẠCH"
    assert line.text.marks == ()
    assert line.size_pt == 13
    assert line.style_name == "con"


def test_a_bold_style_on_bold_text_is_not_bold(read: Read) -> None:
    run = '<w:rStyle w:val="Strong"/>'
    assert not _lines(read(_p("chữ", '<w:pStyle w:val="Base"/>', run), styles=_STYLES))[0].bold


def test_parts_of_a_line_keep_their_marks(read: Read) -> None:
    body = (
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Đậm</w:t></w:r><w:r><w:t> thường </w:t></w:r>"
        '<w:r><w:rPr><w:i/><w:b w:val="0"/></w:rPr><w:t>nghiêng</w:t></w:r></w:p>'
    )
    line = _lines(read(body))[0]
    assert line.text.to_markup() == "**Đậm** thường *nghiêng*"
    assert not line.bold


def test_our_own_styles_give_the_role_and_no_marks(read: Read) -> None:
    style = '<w:pStyle w:val="TdktHeadingRoman"/>'
    lines = _lines(
        read(_p("Mục đích", style) + _p("chữ", '<w:pStyle w:val="P7"/>'), styles=_STYLES)
    )
    assert [line.role for line in lines] == [Role.HEADING_ROMAN, Role.PARAGRAPH]
    assert lines[0].text.plain == "Mục đích"
    assert lines[0].text.marks == ()
    assert lines[0].bold


def test_the_indent_of_the_first_line_is_measured_in_millimetres(read: Read) -> None:
    line = _lines(read(_p("chữ", '<w:ind w:left="1134" w:hanging="567"/>')))[0]
    assert line.indent_mm == pytest.approx(10.0, abs=0.1)


# Numbering -----------------------------------------------------------------------------------


def test_numbers_of_several_levels_are_written_as_word_prints_them(read: Read) -> None:
    numbering = _abstract(
        0, _level(0, "%1.", "upperRoman"), _level(1, "%2."), _level(2, "%2.%3."),
        _level(3, "%4)", "lowerLetter"), _level(4, "\uf02d", "bullet"), _level(5, "+", "bullet"),
    ) + _num(1, 0)  # fmt: skip
    levels = [0, 1, 2, 2, 3, 3, 4, 5, 1, 2, 0, 1]
    document = read("".join(_listed("x", 1, level) for level in levels), numbering=numbering)
    assert _labels(document) == [
        "I.", "1.", "1.1.", "1.2.", "a)", "b)", "-", "+", "2.", "2.1.", "II.", "1.",
    ]  # fmt: skip


def test_two_lists_of_one_kind_go_on_unless_told_to_start_anew(read: Read) -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = _abstract(0, _level(0, "%1.")) + _num(1, 0) + _num(2, 0) + _num(3, 0, anew)
    document = read("".join(_listed("x", n) for n in (1, 1, 2, 3, 3, 1)), numbering=numbering)
    assert _labels(document) == ["1.", "2.", "3.", "1.", "2.", "3."]


def test_an_overridden_level_looks_as_the_list_says(read: Read) -> None:
    own = f'<w:lvlOverride w:ilvl="0">{_level(0, "Điều %1.")}</w:lvlOverride>'
    numbering = _abstract(0, _level(0, "%1.")) + _num(1, 0, own)
    assert _labels(read(_listed("x", 1), numbering=numbering)) == ["Điều 1."]


def test_a_level_that_never_restarts_goes_on(read: Read) -> None:
    numbering = _abstract(
        0, _level(0, "%1."), _level(1, "%2)", more='<w:lvlRestart w:val="0"/>')
    ) + _num(1, 0)
    document = read("".join(_listed("x", 1, n) for n in (0, 1, 1, 0, 1)), numbering=numbering)
    assert _labels(document) == ["1.", "1)", "2)", "2.", "3)"]


def test_legal_numbering_writes_digits_for_roman_parents(read: Read) -> None:
    numbering = _abstract(
        0, _level(0, "%1.", "upperRoman"), _level(1, "%1.%2.", more="<w:isLgl/>")
    ) + _num(1, 0)
    document = read(_listed("x", 1) + _listed("y", 1, 1), numbering=numbering)
    assert _labels(document) == ["I.", "1.1."]


def test_numbering_may_hang_on_a_style(read: Read) -> None:
    numbering = _abstract(
        0, _level(0, "%1.", "upperRoman"), _level(1, "%2.", more='<w:pStyle w:val="H2"/>')
    ) + _num(4, 0)
    styles = (
        '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/>'
        '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>'
    )
    none = '<w:pStyle w:val="H2"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    heading = '<w:pStyle w:val="H2"/>'
    document = read(
        _p("a", heading) + _p("không số", none) + _p("b", heading),
        numbering=numbering, styles=styles,
    )  # fmt: skip
    assert _labels(document) == ["1.", "", "2."]


def test_an_empty_numbered_paragraph_counts(read: Read) -> None:
    numbering = _abstract(0, _level(0, "%1.")) + _num(1, 0)
    document = read(_listed("x", 1) + _listed("", 1) + _listed("y", 1), numbering=numbering)
    assert _labels(document) == ["1.", "3."]


@given(
    st.integers(-5, 20_000), st.sampled_from(["decimal", "upperRoman", "lowerLetter", "ordinal"])
)
def test_every_count_can_be_written(count: int, style: str) -> None:
    assert format_number(count, style)


# Tables and pages ------------------------------------------------------------------------------

_BORDERS = (
    '<w:tblPr><w:tblBorders><w:left w:val="single"/><w:insideV w:val="single"/></w:tblBorders>'
    "</w:tblPr>"
)


def _row(*cells: str, head: bool = False) -> str:
    return f"<w:tr><w:trPr>{'<w:tblHeader/>' * head}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(text: str, properties: str = "") -> str:
    paragraphs = "".join(map(_p, text.split("|")))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraphs}</w:tc>"


def test_merged_cells_lie_on_a_full_grid(read: Read) -> None:
    document = read(
        f"<w:tbl>{_BORDERS}"
        + _row(
            _cell("TT", '<w:vMerge w:val="restart"/>'),
            _cell("Đơn vị", '<w:gridSpan w:val="2"/>'),
            head=True,
        )
        + _row(_cell("", "<w:vMerge/>"), _cell("Chủ trì"), _cell("Phối hợp|liên quan"), head=True)
        + _row(_cell("1"), _cell("a"))
        + "</w:tbl>"
    )  # fmt: skip
    table = _table(document)
    assert [[cell.text.plain for cell in row] for row in table.rows] == [
        ["TT", "Đơn vị", ""],
        ["", "Chủ trì", "Phối hợp\nliên quan"],
        ["1", "a", ""],
    ]
    assert (table.rows[0][0].rows, table.rows[0][1].columns) == (2, 2)
    assert table.rows[1][0].covered
    assert table.rows[0][2].covered
    assert (table.head_rows, table.bordered) == (2, True)


def test_numbers_made_by_word_stand_in_their_cells(read: Read) -> None:
    numbering = _abstract(0, _level(0, "%1.")) + _num(1, 0)
    cell = f"<w:tc>{_listed('', 1)}</w:tc>"
    document = read(
        f"<w:tbl>{_BORDERS}{_row(cell, _cell('a'))}{_row(cell, _cell('b'))}</w:tbl>",
        numbering=numbering,
    )
    assert [row[0].text.plain for row in _table(document).rows] == ["1.", "2."]


def test_a_table_within_a_cell_becomes_text_and_is_told(read: Read) -> None:
    inner = f"<w:tbl>{_BORDERS}{_row(_cell('trong'), _cell('ô'))}</w:tbl>"
    outer = f"<w:tc>{_p('ngoài')}{inner}{_p()}</w:tc>"
    document = read(f"<w:tbl>{_BORDERS}{_row(outer, _cell('b'))}</w:tbl>")
    assert _table(document).rows[0][0].text.plain == "ngoài\ntrong | ô"
    assert document.warnings


def test_a_letterhead_without_borders_is_read_as_lines(read: Read) -> None:
    document = read(
        "<w:tbl>" + _row(_cell("UBND PHƯỜNG A|TRƯỜNG TIỂU HỌC B"), _cell("CỘNG HOÀ|Độc lập"))
        + "</w:tbl>" + _p("KẾ HOẠCH")
    )  # fmt: skip
    assert _texts(document) == [
        "UBND PHƯỜNG A", "TRƯỜNG TIỂU HỌC B", "CỘNG HOÀ", "Độc lập", "KẾ HOẠCH",
    ]  # fmt: skip


def test_pages_and_sections_end_with_breaks(read: Read) -> None:
    portrait = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    landscape = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
    document = read(
        '<w:p><w:r><w:t>một</w:t><w:br w:type="page"/><w:t>hai</w:t></w:r></w:p>'
        + _p("ba", portrait) + _p("bốn") + landscape
    )  # fmt: skip
    shapes = [
        item.landscape if isinstance(item, SourceBreak) else str(getattr(item, "text", ""))
        for item in document.items
    ]
    assert shapes == ["một", None, "hai", "ba", True, "bốn"]


def test_a_strict_document_is_read_alike(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.docx", _p("chữ"))
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            strict = data.replace(_W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
            package.writestr(name, strict)
    assert _texts(read_source(path)) == ["chữ"]


def test_ten_pages_are_read_in_a_second(tmp_path: Path) -> None:
    document = docx.Document()
    for number in range(110):
        document.add_paragraph(f"Nhiệm vụ {number}: " + "nội dung thi đua khen thưởng " * 12)
    table = document.add_table(46, 6, style="Table Grid")
    for row in table.rows:
        for cell in row.cells:
            cell.text = "Phát động phong trào thi đua"
    path = tmp_path / "dài.docx"
    document.save(str(path))
    read_source(path)
    start = time.perf_counter()
    document_read = read_source(path)
    assert time.perf_counter() - start < 1.0
    assert len(_lines(document_read)) == 110
    assert len(_table(document_read).rows) == 46
