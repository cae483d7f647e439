"""Copied text becomes blocks: levels, tables, paragraphs; whatever it is, nothing fails."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st
from sample_plan import sample_plan

from tdkt_desktop.documents.blocks import Clause, ColumnRole, Heading, Level, Paragraph, Table
from tdkt_desktop.documents.plain_text import to_text
from tdkt_desktop.imports.clipboard_text import read_clipboard


def test_numbers_before_a_tab_are_levels_as_word_copies_them() -> None:
    blocks = read_clipboard("I.\tMỤC ĐÍCH\n1.\tPhát động thi đua.\n-\tTuần đầu.\na)\tViệc nhỏ.")
    levels = [block.level for block in blocks if isinstance(block, Heading | Clause)]
    assert levels == [Level.ROMAN, Level.ARABIC, Level.DASH, Level.LETTER]


def test_rows_of_cells_are_a_table_with_its_roles() -> None:
    text = "STT\tNội dung\tThời gian\n1\tHọp Hội đồng\t5/9/2026\n2\tPhát động\t10/9/2026\n"
    [table] = read_clipboard(text)
    assert isinstance(table, Table)
    roles = [column.role for column in table.columns]
    assert roles == [ColumnRole.NUMBER, ColumnRole.CONTENT, ColumnRole.DUE]
    rows = [[cell.plain for cell in row.cells] for row in table.groups[0].rows]
    assert rows == [["Họp Hội đồng", "5/9/2026"], ["Phát động", "10/9/2026"]]


def test_a_cell_of_several_lines_stays_one_cell() -> None:
    [table] = read_clipboard('Việc\tNgười\n"Họp\nHội đồng"\tThư ký\n')
    assert isinstance(table, Table)
    assert table.groups[0].rows[0].cells[0].plain == "Họp\nHội đồng"


def test_text_before_and_after_a_table_stays_around_it() -> None:
    blocks = read_clipboard("Danh sách như sau\nViệc\tNgười\nHọp\tLan\nHết danh sách.")
    assert [type(block) for block in blocks] == [Paragraph, Table, Paragraph]


def test_of_a_whole_copied_document_only_the_text_is_taken() -> None:
    plan = sample_plan()
    blocks = read_clipboard(to_text(plan))
    words = " ".join(str(block) for block in blocks)
    assert "CỘNG HÒA XÃ HỘI" not in words
    titles = [b.title.plain for b in blocks if isinstance(b, Heading) and b.level is Level.ROMAN]
    assert titles[0] == "MỤC ĐÍCH, YÊU CẦU"


def test_many_lines_in_small_letters_are_taken_in_bounded_time() -> None:
    started = time.perf_counter()
    blocks = read_clipboard("dòng chữ thường của một danh sách dài\n" * 5000)
    assert time.perf_counter() - started < 5
    assert len(blocks) > 4900


@given(st.text(max_size=300))
def test_no_text_makes_it_fail(text: str) -> None:
    for block in read_clipboard(text):
        assert isinstance(block, Heading | Clause | Paragraph | Table)


@given(st.lists(st.text('ab\t\n"1.-) I', max_size=30), max_size=8))
def test_no_mixture_of_tabs_quotes_and_numbers_makes_it_fail(lines: list[str]) -> None:
    assert isinstance(read_clipboard("\n".join(lines)), tuple)
