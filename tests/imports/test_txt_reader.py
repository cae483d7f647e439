"""Plain text: codes, tables copied out of Word, columns made with spaces, page ends."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tdkt_desktop.imports.legacy import LegacyCode, decode, from_font, legacy_code
from tdkt_desktop.imports.reader import read_source
from tdkt_desktop.imports.source import SourceBreak, SourceLine, SourceTable
from tdkt_desktop.imports.text_lines import read_lines, split_lines

if TYPE_CHECKING:
    from pathlib import Path

    from tdkt_desktop.imports.source import SourceItem

_PLAN = (
    "KẾ HOẠCH\r\nCông tác thi đua, khen thưởng năm học 2025 - 2026\r\n\r\n"
    "I. MỤC ĐÍCH\r\n- Tổ chức thực hiện tốt các phong trào thi đua của nhà trường;\r\n"
)
_LETTERS = "ăâđêôơưĂÂĐÊÔƠƯáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"


def _items(text: str) -> list[SourceItem]:
    return list(read_lines(split_lines(text)))


def _lines(text: str) -> list[SourceLine]:
    return [item for item in _items(text) if isinstance(item, SourceLine)]


def _texts(text: str) -> list[str]:
    return [line.text.plain for line in _lines(text)]


def _rows(text: str) -> list[list[list[str]]]:
    return [
        [[cell.text.plain for cell in row if not cell.covered] for row in item.rows]
        for item in _items(text)
        if isinstance(item, SourceTable)
    ]


# Codes ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_every_unicode_form_reads_alike(tmp_path: Path, encoding: str, form: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(unicodedata.normalize(form, _PLAN).encode(encoding))
    document = read_source(path)
    assert [str(item.text) for item in document.items if isinstance(item, SourceLine)] == [
        line for line in _PLAN.split("\r\n") if line
    ]
    assert document.warnings == ()


def _windows_1258(text: str) -> bytes:
    """Write text as Windows did: some letters whole, the tone behind them."""
    data = b""
    for char in text:
        try:
            data += char.encode("cp1258")
        except UnicodeEncodeError:
            base, *tones = unicodedata.normalize("NFD", char)
            shapes = [tone for tone in tones if tone in "\u0302\u0306\u031b"]
            rest = [tone for tone in tones if tone not in shapes]
            data += unicodedata.normalize("NFC", base + "".join(shapes)).encode("cp1258")
            data += "".join(rest).encode("cp1258")
    return data


def test_windows_1258_is_composed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(_windows_1258(_PLAN + _LETTERS))
    texts = [str(item.text) for item in read_source(path).items if isinstance(item, SourceLine)]
    assert texts == [line for line in (_PLAN + _LETTERS).split("\r\n") if line]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("KÕ ho¹ch thi ®ua, khen th­ëng cña Tr­êng n¨m häc", LegacyCode.TCVN3),
        ("Keá hoaïch thi ñua, khen thöôûng cuûa Tröôøng naêm hoïc", LegacyCode.VNI),
    ],
)
def test_text_of_the_old_fonts_becomes_unicode_and_is_told(
    tmp_path: Path, text: str, code: LegacyCode
) -> None:
    assert legacy_code(text) is code
    for encoding in ("latin-1", "utf-8"):
        path = tmp_path / "cũ.txt"
        path.write_bytes(text.encode(encoding))
        document = read_source(path)
        line = document.items[0]
        assert isinstance(line, SourceLine)
        assert line.text.plain == "Kế hoạch thi đua, khen thưởng của Trường năm học"
        assert code.value in document.warnings[0]


def test_right_vietnamese_is_never_taken_for_an_old_code() -> None:
    assert legacy_code(_PLAN + _LETTERS) is None
    assert legacy_code("The plan of a school in plain English words") is None


def test_each_letter_of_tcvn3_is_a_letter_of_its_own() -> None:
    latin = [chr(code) for code in range(0xA1, 0xFF)]
    shown = {decode(char, LegacyCode.TCVN3) for char in latin}
    small = set("".join(_LETTERS.split("ĂÂĐÊÔƠƯ")))
    assert small <= shown
    assert from_font("tr­êng", "ABCDEF+.VnTimeH") == "TRƯỜNG"


def test_a_few_broken_bytes_do_not_turn_utf8_into_something_else(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes((_PLAN * 5).encode() + b"\xff")
    document = read_source(path)
    assert document.warnings
    assert "KẾ HOẠCH" in str(getattr(document.items[0], "text", ""))


# Tables --------------------------------------------------------------------------------------

_CELLS = """\
\tTT
\tViệc cần làm
\tNgười
 phụ trách
\tHạn

\tI.
\tVIỆC ĐẦU NĂM

\t1.
\tĐăng ký thi đua
\t
Hiệu trưởng

\tTháng 9

\t-
\tPhát động

\tCông đoàn
\tTháng 10
hoặc 11

\t2.
\tTổng kết
\t
\t
"""


def test_cells_on_lines_of_their_own_make_rows() -> None:
    assert _rows(_CELLS) == [
        [
            ["TT", "Việc cần làm", "Người\nphụ trách", "Hạn"],
            ["I.", "VIỆC ĐẦU NĂM"],
            ["1.", "Đăng ký thi đua", "Hiệu trưởng", "Tháng 9"],
            ["-", "Phát động", "Công đoàn", "Tháng 10\nhoặc 11"],
            ["2.", "Tổng kết", "", ""],
        ]
    ]


def test_a_short_row_is_merged_over_the_rest() -> None:
    table = next(item for item in _items(_CELLS) if isinstance(item, SourceTable))
    assert [len(row) for row in table.rows] == [4] * 5
    assert table.rows[1][1].columns == 3
    assert table.rows[1][2].covered


def test_the_text_after_such_a_table_is_not_its_cell() -> None:
    after = "\n\tNơi nhận:\n- Như trên;\n\tHIỆU TRƯỞNG\n"
    assert len(_rows(_CELLS + after)[0]) == 5
    assert _texts(_CELLS + after) == ["Nơi nhận:", "- Như trên;", "HIỆU TRƯỞNG"]


def test_tabs_between_cells_make_rows_and_heads_part_tables() -> None:
    head = "TT\tNội dung\tThực hiện\tHạn\n"
    text = (
        f"{head}Quý I\t\t\t\n1.\tĐăng ký\tTổ 1\tTháng 1\nQuý II\n2.\tPhát động\nđợt hai\tTổ 2\t\n"
        f"\n{head}3.\tTổng kết\tTổ 3\tTháng 5\n(dự kiến)\nHết bảng.\n"
    )
    first, second = _rows(text)
    assert first[1:] == [
        ["Quý I", "", "", ""],
        ["1.", "Đăng ký", "Tổ 1", "Tháng 1"],
        ["Quý II"],
        ["2.", "Phát động\nđợt hai", "Tổ 2", ""],
    ]
    assert second[1:] == [["3.", "Tổng kết", "Tổ 3", "Tháng 5\n(dự kiến)"]]
    assert _texts(text) == ["Hết bảng."]


def test_bars_between_cells_make_rows_too() -> None:
    assert _rows("| TT | Việc |\n|---|:-:|\n| 1 | Đăng ký<br>thi đua |\n\nHết") == [
        [["TT", "Việc"], ["1", "Đăng ký\nthi đua"]]
    ]


def test_tabs_before_and_within_paragraphs_make_no_table() -> None:
    text = "\t1.\tMục đích\n\tMột đoạn thụt đầu dòng.\n\tĐoạn nữa.\n"
    assert _rows(text) == []
    assert _texts(text) == ["1. Mục đích", "Một đoạn thụt đầu dòng.", "Đoạn nữa."]


@given(
    st.integers(2, 7).flatmap(
        lambda columns: st.lists(
            st.lists(
                st.text(st.sampled_from("ab ăđ,;"), min_size=1, max_size=12).map(
                    lambda text: f"x{text.strip()}"
                ),
                min_size=columns, max_size=columns,
            ),
            min_size=2, max_size=8,
        )
    ),
    st.booleans(),
)  # fmt: skip
def test_any_table_comes_back_from_both_ways_of_writing_it(
    rows: list[list[str]], by_line: bool
) -> None:
    numbered = [["TT", *rows[0]], *([f"{n}.", *row] for n, row in enumerate(rows[1:], 1))]
    if by_line:
        text = "\n".join("".join(f"\t{cell}\n" for cell in row) for row in numbered)
    else:
        text = "\n".join("\t".join(row) for row in numbered)
    assert _rows(f"Mở đầu.\n\n{text}\n\nKết thúc bằng một câu.") == [numbered]


# Lines ---------------------------------------------------------------------------------------


def test_two_columns_made_with_spaces_are_read_left_then_right() -> None:
    text = (
        "UBND PHƯỜNG A                  CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "TRƯỜNG TIỂU HỌC B                  Độc lập - Tự do - Hạnh phúc\n"
        "Số: 05/KH-THB                  A, ngày 05 tháng 9 năm 2025\n\nKẾ HOẠCH\n"
    )
    assert _texts(text) == [
        "UBND PHƯỜNG A", "TRƯỜNG TIỂU HỌC B", "Số: 05/KH-THB",
        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "A, ngày 05 tháng 9 năm 2025", "KẾ HOẠCH",
    ]  # fmt: skip


def test_page_numbers_and_form_feeds_are_breaks() -> None:
    text = "Đoạn một.\n\n2\n\nĐoạn hai.\n\fĐoạn ba.\n\n3\n\nNăm nay có\n12\nlớp."
    kinds = [
        "|" if isinstance(i, SourceBreak) else str(getattr(i, "text", "")) for i in _items(text)
    ]
    assert kinds == [
        "Đoạn một.",
        "|",
        "Đoạn hai.",
        "|",
        "Đoạn ba.",
        "|",
        "Năm nay có",
        "12",
        "lớp.",
    ]
    assert [line.place.page for line in _lines(text)][:3] == [1, 1, 2]


def test_a_sentence_cut_by_a_page_may_go_on() -> None:
    cut = "Nâng cao chất lượng công tác khen thưởng, bảo đảm công khai, kịp thời, đúng"
    lines = _lines(f"{cut}\n\nđối tượng và đúng quy định.\n\nb) Điểm khác.")
    assert [line.hard_break for line in lines] == [False, True, True]


def test_wrapped_text_knows_its_paragraph_ends() -> None:
    paragraph = (
        "- Tổ chức các phong trào thi đua thiết thực, phù hợp với điều kiện của\nnhà trường.\n"
    )
    lines = _lines(paragraph * 6)
    assert [line.hard_break for line in lines] == [False, True] * 6


def test_paired_stars_are_marks_and_others_stars() -> None:
    line = _lines("+ *Thi đua*: **đúng hạn** (*) 2*3*4")[0]
    assert line.text.to_markup() == "+ *Thi đua*: **đúng hạn** (\\*) 2\\*3\\*4"
