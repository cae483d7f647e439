"""Templates are files that people can write, and nothing of a document is lost in them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up import any_documents, bodies, odd_texts, tables

from tdkt_desktop.documents.blocks import (
    Block,
    Clause,
    Column,
    ColumnRole,
    Heading,
    Level,
    Paragraph,
    Row,
    RowGroup,
    RowMarker,
    RowNumbering,
    Table,
)
from tdkt_desktop.documents.document import (
    DocumentKind,
    OfficialDocument,
    Orientation,
    Signature,
)
from tdkt_desktop.documents.markup import (
    dump_blocks,
    dump_template,
    parse_blocks,
    parse_template,
)
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.documents.template import (
    Issuer,
    Period,
    TemplateMeta,
    as_template,
    ground_identifiers,
)
from tdkt_desktop.errors import InputError
from tdkt_desktop.vietnamese.text import clean

META = TemplateMeta("mau-thu", "Mẫu thử")
FRONT = """+++
key = "mau-thu"
name = "Mẫu thử"
+++
"""
WHOLE = """+++
key = "mn-nam-hoc"            # tên tệp
kind = "ke-hoach"
levels = ["MN"]
name = "Kế hoạch (mầm non)"
description = "Cho cả năm học."
period = "school-year"
issuer = "council"
orientation = "landscape"
+++

[tiêu đề]
KẾ HOẠCH
Công tác thi đua, khen thưởng năm học {{nam_hoc}}

[căn cứ]
@LUAT_06_2022
- Căn cứ Quy chế làm việc của nhà trường;

[mở đầu]
Thực hiện nhiệm vụ năm học, {{ten_truong}} ban hành Kế hoạch như sau:
[nội dung]
#^ Phần chung
# MỤC ĐÍCH, YÊU CẦU
## Mục đích
### Tiêu đề nhỏ
#### Tiêu đề chữ
7. Đoạn có số
3.9. Đoạn hai cấp
đ) Đoạn chữ cái
- Gạch **đậm** và *nghiêng*
+ Cộng
Đoạn văn thường
\\- Không phải gạch
| TT @number | Nội dung @content:4 | Phân công > Chủ trì @lead | Phân công > Thực hiện @executor |
|---|---|---|---|
|! đánh số liên tục
|= Quý I
| # | Việc một \\| hai | Tổ 1\\nTổ 2 | |

| - | Việc nhỏ | | Tổ 3
|~ Việc khác
| | Không số | Tổ 4 | Tổ 5 |
| 12 | Đã gõ số | | |
[kết]
Trên đây là Kế hoạch
[nơi nhận]
- UBND phường (để b/c);
Lưu: VT, HĐTĐKT.
[ký]
thẩm quyền = TM. HỘI ĐỒNG; KT. CHỦ TỊCH
chức vụ = PHÓ CHỦ TỊCH
chức danh = PHÓ HIỆU TRƯỞNG
[phụ lục: TIẾN ĐỘ THỰC HIỆN]
| Việc @content | Hạn @due |
| Họp | Tháng 9 |
[Phụ Lục: DANH SÁCH | portrait]
Kèm theo
"""


def rich(*texts: str) -> tuple[RichText, ...]:
    return tuple(RichText(text) for text in texts)


def test_every_line_of_the_format_means_what_its_description_says() -> None:
    template = parse_template(WHOLE)
    assert template.meta == TemplateMeta(
        "mn-nam-hoc", "Kế hoạch (mầm non)", DocumentKind.PLAN, ("MN",), "Cho cả năm học.",
        Period.SCHOOL_YEAR, Issuer.COUNCIL, Orientation.LANDSCAPE,
    )  # fmt: skip
    document = template.document
    assert document.title == "KẾ HOẠCH"
    assert document.subject.plain == "Công tác thi đua, khen thưởng năm học {{nam_hoc}}"
    assert document.grounds == rich("@LUAT_06_2022", "Căn cứ Quy chế làm việc của nhà trường")
    assert ground_identifiers(document.grounds) == ("LUAT_06_2022",)
    assert document.preamble[0].plain.endswith("ban hành Kế hoạch như sau:")
    assert document.closing == rich("Trên đây là Kế hoạch")
    assert document.recipients == ("UBND phường (để b/c)", "Lưu: VT, HĐTĐKT")
    assert document.signature == Signature(
        ("TM. HỘI ĐỒNG", "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH", "PHÓ HIỆU TRƯỞNG"
    )
    assert [annex.title.plain for annex in document.annexes] == ["TIẾN ĐỘ THỰC HIỆN", "DANH SÁCH"]
    assert [annex.orientation for annex in document.annexes] == ["landscape", "portrait"]
    assert document.annexes[1].blocks == (Paragraph(RichText("Kèm theo")),)


def test_the_marks_of_lines_give_their_levels() -> None:
    *texts, _table = parse_template(WHOLE).document.body
    assert texts == [
        Heading(Level.PART, RichText("Phần chung")),
        Heading(Level.ROMAN, RichText("MỤC ĐÍCH, YÊU CẦU")),
        Heading(Level.ARABIC, RichText("Mục đích")),
        Heading(Level.DECIMAL, RichText("Tiêu đề nhỏ")),
        Heading(Level.LETTER, RichText("Tiêu đề chữ")),
        Clause(Level.ARABIC, RichText("Đoạn có số")),
        Clause(Level.DECIMAL, RichText("Đoạn hai cấp")),
        Clause(Level.LETTER, RichText("Đoạn chữ cái")),
        Clause(Level.DASH, RichText.from_markup("Gạch **đậm** và *nghiêng*")),
        Clause(Level.PLUS, RichText("Cộng")),
        Paragraph(RichText("Đoạn văn thường")),
        Paragraph(RichText("- Không phải gạch")),
    ]


def test_tables_have_roles_widths_merged_heads_groups_and_marks_of_rows() -> None:
    table = parse_template(WHOLE).document.body[-1]
    assert table == Table(
        (
            Column("TT", ColumnRole.NUMBER),
            Column("Nội dung", ColumnRole.CONTENT, width=4),
            Column("Chủ trì", ColumnRole.LEAD, "Phân công"),
            Column("Thực hiện", ColumnRole.EXECUTOR, "Phân công"),
        ),
        (
            RowGroup(
                (
                    Row(rich("Việc một | hai", "Tổ 1\nTổ 2", "")),
                    Row(rich("Việc nhỏ", "", "Tổ 3"), RowMarker.DASH),
                ),
                RichText("Quý I"),
            ),
            RowGroup(
                (
                    Row(rich("Không số", "Tổ 4", "Tổ 5"), RowMarker.NONE),
                    Row(rich("Đã gõ số", "", "")),
                ),
                RichText("Việc khác"),
                False,
            ),
        ),
        RowNumbering.CONTINUOUS,
    )


def test_names_of_sections_are_known_without_their_diacritics() -> None:
    document = parse_template(FRONT + "[Tieu de]\nKẾ HOẠCH\n[NOI DUNG]\nChữ\n").document
    assert document.body == (Paragraph(RichText("Chữ")),)


def test_two_tables_in_a_row_are_two_because_each_has_a_head() -> None:
    text = "| A @content |\n| một |\n\n| B @due |\n| hai |\n"
    first, second = parse_blocks(text)
    assert isinstance(first, Table)
    assert isinstance(second, Table)
    assert (first.columns[0].title, second.columns[0].title) == ("A", "B")


@settings(max_examples=60)
@given(any_documents())
def test_a_template_written_and_read_again_is_the_same(document: OfficialDocument) -> None:
    meta = TemplateMeta("mau-thu", 'Mẫu "thử" \\ 1', document.kind, ("TH", "THCS"))
    template = as_template(meta, document)
    assert parse_template(dump_template(template)) == template


@settings(max_examples=40)
@given(bodies(odd_texts(), odd_texts()), st.lists(tables(odd_texts()), max_size=2))
def test_blocks_written_and_read_again_are_the_same(
    body: tuple[Block, ...], more: list[Table]
) -> None:
    blocks = (*body, *more)
    assert parse_blocks(dump_blocks(blocks)) == blocks


@given(st.text().map(clean))
def test_any_clean_text_survives(text: str) -> None:
    blocks = (Paragraph(RichText(text)), Clause(Level.DASH, RichText(text)))
    assert parse_blocks(dump_blocks(blocks)) == blocks


@pytest.mark.parametrize(
    "table",
    [
        Table((Column("", ColumnRole.OTHER, "Trên @due > x"), Column("| a", width=0.1)), ()),
        Table((Column("A"),), (RowGroup(()), RowGroup((), RichText(), False))),
        Table((Column("A"), Column("B")), (RowGroup((Row(rich("---", "---")),)),)),
        Table((Column("A"), Column("TT", ColumnRole.NUMBER)), (RowGroup((Row(rich("= x")),)),)),
        Table((Column("A"),), (RowGroup((Row(rich("x @due")),), RichText("|")),)),
        Table((Column("A"),), (RowGroup((Row(rich("")), Row(rich(" ")))),)),
        Table((Column("A"), Column("B")), (RowGroup((Row(rich("x", "")), Row(rich("", "")))),)),
    ],
)
def test_odd_tables_survive(table: Table) -> None:
    assert parse_blocks(dump_blocks((table,))) == (table,)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("KẾ HOẠCH", 1, "bắt đầu bằng dòng +++"),
        ('+++\nkey = "a"\n', 3, "không có dòng +++ đóng"),
        ("+++\nkey = mau\n+++", 2, "ngoặc kép"),
        ('+++\nkey = "a"\n+++', 2, "thiếu khoá “name”"),
        ('+++\nkey = "Mẫu"\nname = "x"\n+++', 2, "chữ thường không dấu"),
        ('+++\nkey = "a"\nname = 5\n+++', 3, "ngoặc kép"),
        ('+++\nkey = "a"\nname = "x"\nlevel = "MN"\n+++', 4, "không có khoá “level”"),
        ('+++\nkey = "a"\nname = "x"\nlevels = ["ĐH"]\n+++', 4, "MN, TH, THCS"),
        ('+++\nkey = "a"\nname = "x"\nissuer = "ai"\n+++', 4, "school, council"),
        (f"{FRONT}chữ", 5, "đứng trước phần đầu tiên"),
        (f"{FRONT}[thân bài]", 5, "không có phần [thân bài]"),
        (f"{FRONT}[kết]\na\n[kết]", 7, "hai lần"),
        (f"{FRONT}[nội dung]\n##### a", 6, "bốn dấu #"),
        (f"{FRONT}[nội dung]\n#a", 6, "khoảng trắng"),
        (f"{FRONT}[nội dung]\n1.1.1. a", 6, "hai cấp"),
        (f"{FRONT}[nội dung]\n| a | b |", 6, "dòng tên cột"),
        (f"{FRONT}[nội dung]\n| a @tên |", 6, "dòng tên cột"),
        (f"{FRONT}[nội dung]\n| a @content | b @nguoi |", 6, "không có loại cột @nguoi"),
        (f"{FRONT}[nội dung]\n| a @number | b @number |", 6, "một cột số thứ tự"),
        (f"{FRONT}[nội dung]\n| a > b > c @content |", 6, "hai tầng"),
        (f"{FRONT}[nội dung]\n| a @content:1.2.3 |", 6, "phải là một số"),
        (f"{FRONT}[nội dung]\n| a @content |\n\n| x | y |", 8, "2 ô nhưng bảng có 1 cột"),
        (f"{FRONT}[nội dung]\n| a @number | b |\n| x | y |", 7, "không ghi “x”"),
        (f"{FRONT}[nội dung]\n| a @content |\n|! gì đó", 7, "đánh số liên tục"),
        (f"{FRONT}[ký]\nHIỆU TRƯỞNG", 6, "khoá = giá trị"),
        (f"{FRONT}[phụ lục: A | chéo]", 5, "portrait"),
    ],
)
def test_a_mistake_is_told_with_its_line(text: str, line: int, words: str) -> None:
    with pytest.raises(InputError) as told:
        parse_template(text, "mẫu.tdkt.md")
    assert told.value.message.startswith(f"mẫu.tdkt.md, dòng {line}: ")
    assert words in told.value.message


@given(st.text(st.sampled_from("#|[]-+@>=~!:;\\*a1.) \n{}")))
def test_no_text_makes_the_reader_fail_otherwise_than_by_telling(text: str) -> None:
    try:
        template = parse_template(f"{FRONT}[nội dung]\n{text}")
    except InputError:
        return
    assert parse_template(dump_template(template)) == template
