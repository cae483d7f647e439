"""The pieces that all writers print."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings

from tdkt_desktop.documents.blocks import Column, ColumnRole, Row, RowGroup, Table
from tdkt_desktop.documents.document import Letterhead, OfficialDocument, Orientation
from tdkt_desktop.documents.layout_profile import Margins
from tdkt_desktop.documents.page_settings import Layout, PageSettings, layout_for
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.documents.roles import Role
from tdkt_desktop.exports.flow import flow_of
from tdkt_desktop.exports.line_fitting import line_widths
from tdkt_desktop.exports.metrics import text_width, word_widths
from tdkt_desktop.exports.pieces import Flow, Line, RuleLine, TableSheet
from tdkt_desktop.exports.table_flow import table_flow
from tests.support.made_up import documents, tables
from tests.support.sample_plan import progress_table, sample_plan

LAYOUT = layout_for(PageSettings())


def flow(document: OfficialDocument | None = None, layout: Layout = LAYOUT) -> Flow:
    return flow_of(document or sample_plan(), layout)


def lines_of(found: Flow, role: Role) -> list[Line]:
    return [piece for piece in found.pieces if isinstance(piece, Line) and piece.role is role]


def test_a_long_subject_is_broken_into_lines_of_like_length() -> None:
    subject = (
        "Tổ chức phong trào thi đua và công tác khen thưởng của nhà trường năm học 2026 - 2027"
    )
    (line,) = lines_of(flow(replace(sample_plan(), subject=RichText(subject))), Role.SUBJECT)
    room = LAYOUT.portrait.text_width - line.left - line.right
    widths = line_widths(line.text, line.style, room)
    assert len(widths) == 2
    assert min(widths) > 0.75 * max(widths)
    assert "2026\u00a0-\u00a02027" in line.text.plain


def test_a_subject_on_one_line_is_not_narrowed() -> None:
    (line,) = lines_of(flow(replace(sample_plan(), subject=RichText("Ngắn"))), Role.SUBJECT)
    assert line.left == line.right == 0


@pytest.mark.parametrize("preset", ["A13", "A12"])
@pytest.mark.parametrize(("left", "right"), [(30, 15), (35, 20), (32.5, 17.5)])
def test_the_national_name_always_has_its_line(preset: str, left: float, right: float) -> None:
    layout = layout_for(PageSettings(Margins(20, 20, left, right), preset=preset))
    header = flow(layout=layout).header
    style = layout.style(Role.NATIONAL_NAME)
    name = text_width(layout.profile.words.national_name, style.size, bold=True)
    assert name < header.right_width
    assert header.left_width >= 58
    assert header.left_width + header.right_width - header.hang == pytest.approx(
        layout.portrait.text_width
    )
    assert left - header.hang >= 30


def test_a_school_name_is_broken_after_the_kind_of_school() -> None:
    head = Letterhead((), ("TRƯỜNG TIỂU HỌC NGUYỄN THƯỢNG UYỂN",))
    header = flow(replace(sample_plan(), letterhead=head)).header
    issuer = next(x for x in header.left if isinstance(x, Line))
    assert issuer.text.plain == "TRƯỜNG TIỂU HỌC\nNGUYỄN THƯỢNG UYỂN"


def test_a_letterhead_without_names_has_no_line() -> None:
    header = flow(replace(sample_plan(), letterhead=Letterhead())).header
    assert header.left == ()


def test_the_content_keeps_at_least_two_lines_with_the_signature() -> None:
    short = replace(sample_plan(), closing=(RichText("Hết việc"),))
    kept = [p for p in flow(short).pieces if isinstance(p, Line) and p.role is not Role.SUBJECT]
    assert [line.style.keep_next for line in kept[-3:]] == [False, True, True]


def test_what_stands_above_a_table_keeps_its_distance() -> None:
    found = flow().annexes[0].pieces
    above = [a for a, b in pairwise(found) if isinstance(b, TableSheet)]
    assert [piece.after for piece in above if isinstance(piece, RuleLine)] == [6.0]


def test_the_reference_of_an_annex_names_the_council_and_its_school() -> None:
    (line,) = [
        p for p in flow().annexes[0].pieces
        if isinstance(p, Line) and p.role is Role.ANNEX_REFERENCE
    ]  # fmt: skip
    assert line.text.plain == (
        "(Kèm theo Kế hoạch số 05/KH-HĐTĐKT ngày 05 tháng 9 năm 2026 "
        "của Hội đồng Thi đua - Khen thưởng Trường Tiểu học Đồi Thông)"
    )


@settings(max_examples=60, deadline=None)
@given(tables())
def test_columns_fill_the_page_and_rows_fill_the_columns(table: Table) -> None:
    for orientation in Orientation:
        sheet = LAYOUT.sheet(orientation)
        printed = table_flow(table, LAYOUT, sheet)
        assert sum(printed.widths) == pytest.approx(sheet.text_width)
        assert min(printed.widths) > 8
        for row in printed.rows:
            assert sum(cell.columns for cell in row.cells) == len(printed.widths)


def test_no_word_is_cut_where_there_is_room() -> None:
    sheet = LAYOUT.portrait
    printed = table_flow(progress_table(), LAYOUT, sheet)
    for row in printed.rows:
        if len(row.cells) < len(printed.widths):
            continue
        for cell, width in zip(row.cells, printed.widths, strict=True):
            bold = cell.role is not Role.TABLE_CELL
            longest = max(max(words) for words in word_widths(cell.text, printed.size, bold=bold))
            assert longest <= width - 2 * LAYOUT.profile.table.padding


def test_columns_of_short_texts_give_their_room_to_the_content() -> None:
    columns = (
        Column("TT", ColumnRole.NUMBER),
        Column("Nội dung", ColumnRole.CONTENT),
        Column("Thời gian", ColumnRole.DUE),
    )
    row = Row((RichText("Một việc dài " * 8), RichText("Tháng 9")))
    printed = table_flow(Table(columns, (RowGroup((row,)),)), LAYOUT, LAYOUT.portrait)
    number, content, due = printed.widths
    assert number == pytest.approx(11)
    assert due < 35
    assert content > 110


@pytest.mark.parametrize(("columns", "size"), [(3, 13), (5, 13), (6, 12), (7, 11), (12, 11)])
def test_many_columns_make_the_text_of_a_table_smaller(columns: int, size: float) -> None:
    assert LAYOUT.profile.table.size(columns, Orientation.PORTRAIT) == size


@settings(max_examples=30, deadline=None)
@given(documents())
def test_drawn_lines_have_the_length_that_the_law_gives(document: OfficialDocument) -> None:
    found = flow(document)
    for piece, rule in pairwise((*found.header.left, *found.header.right, *found.pieces)):
        if isinstance(piece, Line) and isinstance(rule, RuleLine):
            room = rule.room - piece.left - piece.right
            widest = max(line_widths(piece.text, piece.style, room))
            share = rule.length / widest
            expected = (1.0, 1.0) if piece.role is Role.MOTTO else (1 / 3, 1 / 2)
            if piece.role is not Role.ISSUING_BODY:
                assert expected[0] - 1e-6 <= share <= expected[1] + 1e-6


@pytest.mark.parametrize(
    ("place", "lines"),
    [("An Thịnh", 1), ("Thành phố Hồ Chí Minh", 1), ("Phước Long Điền Thượng Nghĩa Trung", 2)],
)
def test_a_long_place_breaks_before_it_squeezes_the_issuer(place: str, lines: int) -> None:
    header = flow(replace(sample_plan(), place=place, issued_on=None)).header
    assert header.place_date is not None
    assert header.place_date.text.plain.count("\n") + 1 == lines
    assert header.place_date.text.plain.startswith(f"{place},")
    assert header.left_width >= LAYOUT.profile.header.left_least
