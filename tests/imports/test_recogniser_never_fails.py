"""Whatever lines and tables a file holds, the recogniser makes a document of them."""

from __future__ import annotations

import time
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from words_of import source_words, tree_words, words

from tdkt_desktop.documents.blocks import Table
from tdkt_desktop.documents.codec import from_json, to_json
from tdkt_desktop.documents.numbering import block_labels
from tdkt_desktop.documents.richtext import Mark, MarkStyle, RichText
from tdkt_desktop.documents.roles import Role
from tdkt_desktop.imports.builder import build
from tdkt_desktop.imports.reading import join_items, split_item, with_role
from tdkt_desktop.imports.recogniser import recognise
from tdkt_desktop.imports.source import (
    SourceBreak,
    SourceCell,
    SourceDocument,
    SourceItem,
    SourceKind,
    SourceLine,
    SourcePlace,
    SourceTable,
)

PLACE = SourcePlace(None, 1)
PIECES = (
    "KẾ HOẠCH", "Số: /KH-", "Số:    /KH-TH", "I.", "I. MỤC", "II", "l. ", "1.", "1.1.1.", "2/",
    "a)", "đ)", "-", "- việc;", "+", "*", "**", "•", "Phần I", "Phần thứ hai:", "A.", "C. VIỆC",
    "Nơi nhận:", "- Lưu: VT.", "TM. HỘI ĐỒNG", "KT. ", "HIỆU TRƯỞNG", "Lê Văn Tám", "PHỤ LỤC",
    "Phụ lục II: BẢNG", "(Kèm theo Kế hoạch số", "Căn cứ Luật;", "Căn cứ; Căn cứ", "Kính gửi:",
    "ngày 31 tháng 2 năm 2026", "X, ngày tháng năm", "TT", "STT", "Nội dung", "Quý I", "./.", "…",
    "\n", "\t", "  ", "\u00a0", "năm học 2025 - 2026", "e\u0302\u0301", "ß", "ŉ", "12", "Trang 3",
    "____", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Trên đây là",
    "nhiệm vụ gồm:", "XANH SẠCH ĐẸP", "học sinh giỏi",
)  # fmt: skip
WORDS = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=6).map(" ".join)


@st.composite
def texts(draw: st.DrawFn) -> RichText:
    plain = draw(WORDS)
    ends = st.integers(0, max(len(plain), 1))
    marks = draw(st.lists(st.builds(Mark, ends, ends, st.sampled_from(MarkStyle)), max_size=2))
    return RichText(plain, tuple(marks))


LINES = st.builds(
    SourceLine, texts(), st.just(PLACE), role=st.none() | st.sampled_from(Role),
    label=st.sampled_from(("", "", "1.", "a)", "-", "\uf0b7", "IV.", "x", " ")), bold=st.booleans(),
    centered=st.booleans(), style_name=st.sampled_from(("", "Heading 1", "heading 9", "Normal")),
    hard_break=st.booleans(),
)  # fmt: skip
PLAIN_LINES = st.builds(SourceLine, texts(), st.just(PLACE), hard_break=st.booleans())
CELLS = st.builds(SourceCell, texts(), st.integers(1, 4), st.integers(1, 3), covered=st.booleans())


@st.composite
def source_tables(draw: st.DrawFn) -> SourceTable:
    width = draw(st.integers(0, 4))
    row = st.lists(CELLS, min_size=width, max_size=width).map(tuple)
    rows = tuple(draw(st.lists(row, max_size=5)))
    return SourceTable(rows, PLACE, draw(st.booleans()), draw(st.integers(0, 6)))


BREAKS = st.builds(SourceBreak, st.just(PLACE), st.none() | st.booleans())
SOURCES = st.one_of(
    st.lists(PLAIN_LINES | source_tables() | BREAKS, max_size=25),
    st.lists(LINES | source_tables() | BREAKS, max_size=25),
).map(lambda items: SourceDocument("x.docx", SourceKind.DOCX, tuple(items)))


@settings(max_examples=250, deadline=None)
@given(SOURCES)
def test_any_lines_and_tables_become_a_document_that_can_be_numbered_and_stored(
    source: SourceDocument,
) -> None:
    document = build(recognise(source)).document

    block_labels(document.body)
    assert from_json(to_json(document)) == document
    assert all(
        len(row.cells) == len(table.cell_columns)
        for table in document.body
        if isinstance(table, Table)
        for group in table.groups
        for row in group.rows
    )


@settings(max_examples=150, deadline=None)
@given(SOURCES, st.data())
def test_a_reading_can_be_changed_in_any_way_and_still_be_built(
    source: SourceDocument, data: st.DataObject
) -> None:
    reading = recognise(source)
    for _ in range(data.draw(st.integers(1, 4))):
        if not reading.lines:
            return
        index = data.draw(st.integers(0, len(reading.lines) - 1))
        change = data.draw(st.sampled_from(("role", "join", "split")))
        if change == "role":
            reading = with_role(reading, index, data.draw(st.none() | st.sampled_from(Role)))
        elif change == "join":
            reading = join_items(reading, index)
        else:
            reading = split_item(reading, index, data.draw(st.integers(0, 20)))

    build(reading)


MARKED_WORDS = st.integers(10**7, 10**9).map(
    lambda number: "w" + "".join("bcdghklmnp"[int(digit)] for digit in str(number))
)
TRACEABLE = st.tuples(
    st.lists(st.sampled_from(PIECES), max_size=4).map(" ".join), MARKED_WORDS,
    st.sampled_from(("", ";", ".", ":")),
).map(lambda parts: RichText(f"{parts[0]} {parts[1]}{parts[2]}"))  # fmt: skip
TRACEABLE_LINES = st.builds(
    SourceLine, TRACEABLE, st.just(PLACE), hard_break=st.booleans(), centered=st.booleans()
)


@st.composite
def traceable_tables(draw: st.DrawFn) -> SourceTable:
    width = draw(st.integers(1, 4))
    row = st.lists(st.builds(SourceCell, TRACEABLE), min_size=width, max_size=width).map(tuple)
    return SourceTable(tuple(draw(st.lists(row, max_size=4))), PLACE, draw(st.booleans()))


@settings(max_examples=300, deadline=None)
@given(st.lists(TRACEABLE_LINES | traceable_tables() | BREAKS, max_size=14))
def test_no_word_of_a_file_is_lost(items: list[SourceItem]) -> None:
    source = SourceDocument("x.txt", SourceKind.TXT, tuple(items))

    reading = recognise(source)

    counts = Counter(word for word in source_words(source) if word.startswith("w"))
    once = {word for word, count in counts.items() if count == 1}
    left_out = words(" ".join(i.text.plain for i in reading.lines if i.left_out))
    assert once <= {*tree_words(build(reading).document), *left_out}


@pytest.mark.parametrize(
    "piece", ["Nơi nhận: ", " ", "TM. ", "1.", "căn cứ; Căn cứ ", "số: ", "“", "kèm theo ", "a\n"]
)
def test_a_line_of_endless_repetition_is_read_quickly(piece: str) -> None:
    lines = [
        SourceLine(RichText(text), PLACE) for text in ("KẾ HOẠCH", f"x{piece * 20_000}x", "Hết")
    ]

    start = time.perf_counter()
    build(recognise(SourceDocument("x.txt", SourceKind.TXT, tuple(lines))))

    assert time.perf_counter() - start < 3


def test_many_lines_that_go_on_are_read_quickly() -> None:
    line = SourceLine(RichText("một dòng chữ thường không có dấu kết thúc"), PLACE)
    source = SourceDocument("x.txt", SourceKind.TXT, (line,) * 3_000)

    start = time.perf_counter()
    build(recognise(source))

    assert time.perf_counter() - start < 3


def test_sixty_pages_are_understood_in_well_under_a_second() -> None:
    text = "Nâng cao chất lượng các phong trào thi đua trong toàn trường, gắn với nhiệm vụ. " * 4
    lines = [
        SourceLine(RichText(label + text), PLACE)
        for n in range(1, 61)
        for label in (f"{n}. ", "a) ", "- ", "- ", "+ ", "b) ", "- ", "")
    ]
    row = (SourceCell(RichText("1")), SourceCell(RichText(text)), SourceCell(RichText("Các tổ")))
    table = SourceTable((row,) * 300, PLACE)
    source = SourceDocument("x.txt", SourceKind.TXT, (*lines, table))

    start = time.perf_counter()
    reading = recognise(source)
    build(reading)

    assert time.perf_counter() - start < 1.5
    assert len(reading.lines) > 300
