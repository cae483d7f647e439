"""Plans in the shapes in which schools, wards and unions write them."""

from __future__ import annotations

import time
from datetime import date
from typing import TYPE_CHECKING

import docx
import pytest

from tdkt_desktop.documents.blocks import Block, Clause, Heading, Table
from tdkt_desktop.documents.document import DocumentNumber, Letterhead, Signature
from tdkt_desktop.documents.numbering import block_labels
from tdkt_desktop.imports.plan_import import import_plan
from tdkt_desktop.imports.reader import read_source
from tdkt_desktop.imports.reading import LeftOut
from tdkt_desktop.imports.recogniser import recognise

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tdkt_desktop.documents.document import OfficialDocument

HEAD = """UBND XÃ ĐẦM SEN
TRƯỜNG TIỂU HỌC KIM NGÂN
Số: 03/KH-THKN
Đầm Sen, ngày 09 tháng 01 năm 2026
KẾ HOẠCH
Thi đua năm 2026
Trường Tiểu học Kim Ngân lập kế hoạch như sau:
I. MỤC ĐÍCH
1. Dạy tốt.
2. Học tốt.
"""


def read(tmp_path: Path, text: str, name: str = "ke-hoach.txt") -> OfficialDocument:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return import_plan(path).document


def lines(blocks: Sequence[Block]) -> list[str]:
    made = []
    for block, label in zip(blocks, block_labels(blocks), strict=True):
        if isinstance(block, Table):
            made.append("table")
        elif isinstance(block, Heading):
            made.append(f"# {label} {block.title.plain}")
        else:
            made.append(f"{label} {block.text.plain}".strip())
    return made


def test_two_signers_above_the_recipients_are_both_signatures(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        HEAD
        + """Đề nghị các tổ nghiêm túc thực hiện kế hoạch này./.
TM. BCH CÔNG ĐOÀN
CHỦ TỊCH
(Đã ký)
Võ Thị Lam Kiều
HIỆU TRƯỞNG
(Ký, đóng dấu)
Huỳnh Tấn Đạo
Nơi nhận:
- Chi bộ;
- Lưu: VT.
""",
    )

    assert document.co_signature == Signature(
        ("TM. BCH CÔNG ĐOÀN",), "CHỦ TỊCH", "", "Võ Thị Lam Kiều"
    )
    assert document.signature == Signature((), "HIỆU TRƯỞNG", "", "Huỳnh Tấn Đạo")
    assert lines(document.body)[-1] == "2. Học tốt."
    assert len(document.closing) == 1


def test_three_signers_keep_their_titles_and_names(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        HEAD
        + """NGƯỜI LẬP
Danh Thị Sóc Kha
CÔNG ĐOÀN
Lý Minh Đời
HIỆU TRƯỞNG
Kim Thị Ngọc Vàng
""",
    )

    assert document.co_signature == Signature(
        ("NGƯỜI LẬP",), "CÔNG ĐOÀN", "", "Danh Thị Sóc Kha, Lý Minh Đời"
    )
    assert document.signature == Signature((), "HIỆU TRƯỞNG", "", "Kim Thị Ngọc Vàng")


def test_a_signer_in_capitals_or_with_an_apostrophe_is_a_name(tmp_path: Path) -> None:
    for name in ("NGUYỄN THỊ TUYẾT SƯƠNG", "H’Loan Niê Kđăm"):
        document = read(tmp_path, f"{HEAD}TRƯỞNG CỤM\n{name}\n")

        assert document.signature == Signature((), "TRƯỞNG CỤM", "", name)
        assert document.annexes == ()


def test_a_block_of_approval_stands_beside_the_signer(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        HEAD
        + "DUYỆT CỦA BAN GIÁM HIỆU\nHIỆU TRƯỞNG\nPhí Thị Ngà\nNGƯỜI LẬP KẾ HOẠCH\nĐồng Văn Sự\n",
    )

    assert document.co_signature == Signature(
        ("DUYỆT CỦA BAN GIÁM HIỆU",), "HIỆU TRƯỞNG", "", "Phí Thị Ngà"
    )
    assert document.signature == Signature((), "NGƯỜI LẬP KẾ HOẠCH", "", "Đồng Văn Sự")


def test_the_mark_of_a_draft_is_no_part_of_the_letterhead(tmp_path: Path) -> None:
    path = tmp_path / "du-thao.txt"
    path.write_text("DỰ THẢO LẦN 2\n" + HEAD, "utf-8")

    left_out = [item.left_out for item in recognise(read_source(path)).lines]
    assert LeftOut.DRAFT_MARK in left_out
    assert import_plan(path).document.letterhead == Letterhead(
        ("UBND XÃ ĐẦM SEN",), ("TRƯỜNG TIỂU HỌC KIM NGÂN",)
    )


@pytest.mark.parametrize(
    ("number", "day"),
    [
        ("Số: 02-KH/HĐTĐKT", "Ea Nuôl, ngày 21/9/2025"),
        ("Số 02 / KH-HĐTĐKT", "Ea Nuôl, ngày 21 tháng 9 năm 2025"),
    ],
)
def test_numbers_and_dates_in_other_writings(tmp_path: Path, number: str, day: str) -> None:
    text = HEAD.replace("Số: 03/KH-THKN", number).replace("Đầm Sen, ngày 09 tháng 01 năm 2026", day)
    document = read(tmp_path, text)

    assert document.number == DocumentNumber("02", "KH-HĐTĐKT")
    assert (document.place, document.issued_on) == ("Ea Nuôl", date(2025, 9, 21))


def test_sections_named_by_the_word_muc_are_sections(tmp_path: Path) -> None:
    text = (
        HEAD.replace("I. MỤC ĐÍCH", "Mục I. Nguyên tắc") + "Mục II. Kinh phí\nCác lớp đóng góp.\n"
    )

    assert lines(read(tmp_path, text).body) == [
        "# I. Nguyên tắc",
        "1. Dạy tốt.",
        "2. Học tốt.",
        "# II. Kinh phí",
        "Các lớp đóng góp",
    ]


def test_markdown_lists_under_numbered_headings_stand_inside_them(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        """**UBND XÃ PHÚ MỸ**
**TRƯỜNG MẦM NON SƠN CA**

# KẾ HOẠCH
## Xây dựng trường hạnh phúc năm 2026

## I. Nội dung
### 1. Với trẻ
1. Được lắng nghe.

### 2. Với cô
1. Giảm sổ sách.
2. Tăng giao lưu.
""",
        "ke-hoach.md",
    )

    assert document.letterhead == Letterhead(("UBND XÃ PHÚ MỸ",), ("TRƯỜNG MẦM NON SƠN CA",))
    assert lines(document.body) == [
        "# I. Nội dung",
        "# 1. Với trẻ",
        "1.1. Được lắng nghe.",
        "# 2. Với cô",
        "2.1. Giảm sổ sách.",
        "2.2. Tăng giao lưu",
    ]


def test_a_centred_title_stays_below_the_letterhead_of_two_columns(tmp_path: Path) -> None:
    text = """UBND XÃ ĐỒNG BÔNG                         CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TRƯỜNG THCS ĐỒNG BÔNG                           Độc lập - Tự do - Hạnh phúc
Số: 09/KH-THCSĐB                         Đồng Bông, ngày 02 tháng 02 năm 2026

                                  KẾ HOẠCH
              Công tác thi đua, khen thưởng học kỳ II
                        năm học 2025 - 2026
     I. MỤC ĐÍCH
     1. Dạy tốt.
     2. Học tốt.
"""
    document = read(tmp_path, text)

    assert document.subject.plain == "Công tác thi đua, khen thưởng học kỳ II năm học 2025 - 2026"
    assert document.letterhead.issuing_body == ("TRƯỜNG THCS ĐỒNG BÔNG",)


def test_bold_titles_without_numbers_open_the_body(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("KẾ HOẠCH\nLàm sân chơi năm 2026").runs[0].bold = True
    word.add_paragraph("Căn cứ tình hình của trường.")
    for title in ("Mục đích", "Kinh phí"):
        word.add_paragraph().add_run(title).bold = True
        word.add_paragraph("Trẻ có thêm chỗ chơi an toàn, gần gũi.")
    word.save(tmp_path / "dam.docx")
    document = import_plan(tmp_path / "dam.docx").document

    assert document.subject.plain == "Làm sân chơi năm 2026"
    assert lines(document.body) == [
        "# I. Mục đích",
        "Trẻ có thêm chỗ chơi an toàn, gần gũi.",
        "# II. Kinh phí",
        "Trẻ có thêm chỗ chơi an toàn, gần gũi",
    ]


def test_dashes_typed_after_line_breaks_are_clauses_of_their_own(tmp_path: Path) -> None:
    word = docx.Document()
    for text in ("KẾ HOẠCH", "Thi đua năm 2026", "I. NỘI DUNG", "- Dạy tốt;\n- Học tốt."):
        word.add_paragraph(text)
    word.save(tmp_path / "ngat.docx")
    body = import_plan(tmp_path / "ngat.docx").document.body

    assert lines(body) == ["# I. NỘI DUNG", "- Dạy tốt;", "- Học tốt"]
    assert all(isinstance(block, Clause) for block in body[1:])


def test_signers_set_in_the_rows_of_a_table_are_read_column_by_column(tmp_path: Path) -> None:
    word = docx.Document()
    for text in ("KẾ HOẠCH", "Thi đua năm 2026", "I. NỘI DUNG", "1. Dạy tốt.", "2. Học tốt."):
        word.add_paragraph(text)
    table = word.add_table(2, 2)
    for place, text in enumerate(
        [
            "TỔNG PHỤ TRÁCH ĐỘI",
            "KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG",
            "Triệu Mùi Ghển",
            "Hoàng Sĩ Phàn",
        ]
    ):
        table.cell(*divmod(place, 2)).text = text
    word.save(tmp_path / "ky.docx")
    document = import_plan(tmp_path / "ky.docx").document

    assert document.co_signature == Signature((), "TỔNG PHỤ TRÁCH ĐỘI", "", "Triệu Mùi Ghển")
    assert document.signature == Signature(
        ("KT. HIỆU TRƯỞNG",), "PHÓ HIỆU TRƯỞNG", "", "Hoàng Sĩ Phàn"
    )


def test_who_and_when_of_a_merged_cell_hold_for_every_row(tmp_path: Path) -> None:
    word = docx.Document()
    for text in ("KẾ HOẠCH", "Thi đua năm 2026", "I. TIẾN ĐỘ", "Theo bảng sau:"):
        word.add_paragraph(text)
    table = word.add_table(3, 3)
    table.style = "Table Grid"
    rows = [["Thời gian", "Nội dung", "Thực hiện"], ["Tháng 3", "Ra quân", "Các tổ"]]
    for index, row in enumerate([*rows, ["", "Treo băng rôn", "Các thôn"]]):
        for place, text in enumerate(row):
            table.cell(index, place).text = text
    table.cell(1, 0).merge(table.cell(2, 0)).text = "Tháng 3"
    word.save(tmp_path / "gop.docx")
    made = next(b for b in import_plan(tmp_path / "gop.docx").document.body if isinstance(b, Table))

    assert [[cell.plain for cell in row.cells] for row in made.groups[0].rows] == [
        ["Tháng 3", "Ra quân", "Các tổ"],
        ["Tháng 3", "Treo băng rôn", "Các thôn"],
    ]


def test_titles_side_by_side_above_two_names_are_shared_out(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        HEAD + "TỔNG PHỤ TRÁCH\nKT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG\nTriệu Mùi Ghển\nHoàng Sĩ Phàn\n",
    )

    assert document.co_signature == Signature((), "TỔNG PHỤ TRÁCH", "", "Triệu Mùi Ghển")
    assert document.signature == Signature(
        ("KT. HIỆU TRƯỞNG",), "PHÓ HIỆU TRƯỞNG", "", "Hoàng Sĩ Phàn"
    )


def test_a_letterhead_broken_by_a_narrow_column_is_whole_again(tmp_path: Path) -> None:
    text = HEAD.replace(
        "Đầm Sen, ngày 09 tháng 01 năm 2026",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA\nVIỆT NAM\nĐộc lập - Tự do -\nHạnh phúc\n"
        "Đầm Sen, ngày 09 tháng 01 năm\n2026",
    )
    document = read(tmp_path, text)

    assert document.letterhead == Letterhead(("UBND XÃ ĐẦM SEN",), ("TRƯỜNG TIỂU HỌC KIM NGÂN",))
    assert document.issued_on == date(2026, 1, 9)


def test_a_body_written_short_in_the_line_under_an_annex_is_the_same_body(tmp_path: Path) -> None:
    text = HEAD.replace("UBND XÃ ĐẦM SEN\nTRƯỜNG TIỂU HỌC KIM NGÂN", "ỦY BAN NHÂN DÂN\nXÃ ĐẦM SEN")
    annex = """Nơi nhận:
- Các lớp;
- Lưu VT.
CHỦ TỊCH
Võ Thị Lam Kiều
PHỤ LỤC
LỊCH HỌP
(Ban hành kèm theo Kế hoạch số 03/KH-THKN ngày 09/01/2026 của UBND xã Đầm Sen)
1. Họp tháng 3.
2. Họp tháng 9.
"""
    document = read(tmp_path, text + annex)

    assert [annex.reference for annex in document.annexes] == [""]
    assert document.recipients == ("Các lớp", "Lưu: VT")
    other = read(tmp_path, text + annex.replace("09/01/2026", "09/02/2026"))
    assert other.annexes[0].reference.startswith("(Ban hành")


BOXED = """+----+---------------------+-----------+------------+
| TT | Nội dung            | Thực hiện | Thời gian  |
+----+---------------------+-----------+------------+
| 1  | Phát động           | Liên đội  | 02/3/2026  |
| 2  | Nộp sáng kiến về    | Các tổ    | 10/4/2026  |
\f                          2
| TT | Nội dung            | Thực hiện | Thời gian  |
|    | thư ký hội đồng     |           |            |
| 3  | Họp xét             | Hội đồng  | 20/5/2026  |
+----+---------------------+-----------+------------+
"""
ALIGNED = """ TT         Nội dung           Thực hiện       Thời gian
 1    Phát động                Liên đội        02/3/2026
 2    Nộp sáng kiến về         Các tổ          10/4/2026
\f                          2

 TT         Nội dung           Thực hiện       Thời gian
      thư ký hội đồng
 3    Họp xét                  Hội đồng        20/5/2026

"""


@pytest.mark.parametrize("drawn", [BOXED, ALIGNED])
def test_a_table_drawn_with_signs_or_spaces_and_cut_by_a_page_is_whole(
    tmp_path: Path, drawn: str
) -> None:
    text = f"{HEAD}II. TIẾN ĐỘ\n{drawn}III. TỔ CHỨC\n1. Các tổ thực hiện.\n2. Báo cáo.\n"
    body = read(tmp_path, text).body
    table = next(block for block in body if isinstance(block, Table))

    assert [column.role.value for column in table.columns] == [
        "number",
        "content",
        "executor",
        "due",
    ]
    assert [[cell.plain for cell in row.cells] for row in table.groups[0].rows] == [
        ["Phát động", "Liên đội", "02/3/2026"],
        ["Nộp sáng kiến về thư ký hội đồng", "Các tổ", "10/4/2026"],
        ["Họp xét", "Hội đồng", "20/5/2026"],
    ]
    assert lines(body)[-3:] == ["# III. TỔ CHỨC", "1. Các tổ thực hiện.", "2. Báo cáo"]


def test_groups_stand_between_the_rows_of_a_table_set_with_spaces(tmp_path: Path) -> None:
    drawn = ALIGNED.replace(" 1    ", " I. HỌC KỲ I\n 1    ").replace(
        " 3    ", " II. HỌC KỲ II\n 3    "
    )
    body = read(tmp_path, f"{HEAD}II. TIẾN ĐỘ\n{drawn}").body
    table = next(block for block in body if isinstance(block, Table))

    assert [(g.title.plain, len(g.rows)) for g in table.groups] == [
        ("HỌC KỲ I", 2),
        ("HỌC KỲ II", 1),
    ]


@pytest.mark.parametrize("line", ["TT   a   b", "TT   a   b\n", "a | b | c | d\ne | f", "+--+--+"])
def test_thousands_of_lines_that_only_look_like_tables_are_quick(tmp_path: Path, line: str) -> None:
    path = tmp_path / "dai.txt"
    path.write_text("\n".join([line] * 10_000), "utf-8")
    begun = time.perf_counter()
    read_source(path)

    assert time.perf_counter() - begun < 10


def test_a_subject_after_the_words_ve_viec_is_no_section(tmp_path: Path) -> None:
    document = read(tmp_path, HEAD.replace("Thi đua năm 2026", "V/v tổ chức thi đua năm 2026"))

    assert document.subject.plain == "V/v tổ chức thi đua năm 2026"
    assert lines(document.body)[0] == "# I. MỤC ĐÍCH"


def test_the_head_of_a_party_paper_is_no_name_of_its_issuer(tmp_path: Path) -> None:
    head = HEAD.replace(
        "UBND XÃ ĐẦM SEN\nTRƯỜNG TIỂU HỌC KIM NGÂN",
        "ĐẢNG ỦY XÃ ĐẦM SEN\nCHI BỘ TRƯỜNG TIỂU HỌC\n*\nĐẢNG CỘNG SẢN VIỆT NAM",
    )
    document = read(tmp_path, head + "T/M CHI BỘ\nBÍ THƯ\nNgô Bá Tường\n")

    assert document.letterhead == Letterhead(("ĐẢNG ỦY XÃ ĐẦM SEN",), ("CHI BỘ TRƯỜNG TIỂU HỌC",))
    assert document.signature == Signature(("T/M CHI BỘ",), "BÍ THƯ", "", "Ngô Bá Tường")


def test_an_acting_head_has_a_title(tmp_path: Path) -> None:
    document = read(tmp_path, HEAD + "Q. GIÁM ĐỐC\nCù Huy Bảng\n")

    assert document.signature == Signature((), "Q. GIÁM ĐỐC", "", "Cù Huy Bảng")
