"""End marks are printed, never stored."""

from __future__ import annotations

import pytest
from hypothesis import given
from made_up import documents

from tdkt_desktop.documents.blocks import Column, ColumnRole, Paragraph, Row, RowGroup, Table
from tdkt_desktop.documents.document import Annex, DocumentKind, OfficialDocument
from tdkt_desktop.documents.end_marks import (
    with_closing_mark,
    with_end_marks,
    with_list_marks,
    without_end_mark,
    without_end_marks,
)
from tdkt_desktop.documents.richtext import Mark, MarkStyle, RichText


def rich(*texts: str) -> tuple[RichText, ...]:
    return tuple(RichText(text) for text in texts)


def plan(**parts: object) -> OfficialDocument:
    return OfficialDocument(DocumentKind.PLAN, "KẾ HOẠCH", RichText("Thi đua"), **parts)  # type: ignore[arg-type]


TABLE = Table(
    (Column("TT", ColumnRole.NUMBER), Column("Việc"), Column("Hạn", ColumnRole.DUE)),
    (RowGroup((Row(rich("Họp xét", "")),)),),
)


def test_grounds_end_with_semicolons_and_the_last_with_a_full_stop() -> None:
    assert with_list_marks(rich("Căn cứ A", "Căn cứ B;", "Theo C,")) == rich(
        "Căn cứ A;", "Căn cứ B;", "Theo C."
    )


def test_recipients_end_like_grounds() -> None:
    assert with_list_marks(("Như trên", "Lưu: VT")) == ("Như trên;", "Lưu: VT.")


@pytest.mark.parametrize(
    "written", ["Đã xong./.", "Đã xong ./.", "Đã xong../.", "Đã xong. /.", "Đã xong./", "Đã xong ;"]
)
def test_the_ways_people_close_a_text_are_all_taken_off(written: str) -> None:
    assert without_end_mark(written) == "Đã xong"


def test_a_date_at_the_end_keeps_its_slash_and_digits() -> None:
    assert without_end_mark("đến hết ngày 20/11") == "đến hết ngày 20/11"


def test_an_ellipsis_belongs_to_the_words() -> None:
    assert without_end_mark("báo, đài, mạng...;") == "báo, đài, mạng..."
    assert with_closing_mark(RichText("báo, đài...")).plain == "báo, đài.../."
    assert without_end_mark("báo, đài.../.") == "báo, đài..."
    assert with_list_marks(("báo, đài...",)) == ("báo, đài...",)


def test_the_mark_is_not_bold_when_the_last_word_is() -> None:
    bold = RichText("thực hiện", (Mark(0, 9, MarkStyle.BOLD),))
    closed = with_closing_mark(bold)
    assert closed == RichText("thực hiện./.", (Mark(0, 9, MarkStyle.BOLD),))
    assert without_end_mark(closed) == bold


def test_the_closing_mark_stands_once_on_the_last_text() -> None:
    body = (Paragraph(RichText("Nội dung.")),)
    printed = with_end_marks(plan(body=body, closing=rich("Trên đây là Kế hoạch.")))
    assert printed.closing == rich("Trên đây là Kế hoạch./.")
    assert printed.body == body
    assert with_end_marks(plan(body=body)).body == (Paragraph(RichText("Nội dung./.")),)
    assert with_end_marks(plan(preamble=rich("Chỉ mở đầu"))).preamble == rich("Chỉ mở đầu./.")


def test_a_body_that_ends_with_a_table_closes_in_its_last_filled_cell() -> None:
    printed = with_end_marks(plan(body=(Paragraph(RichText("Lịch:")), TABLE)))
    table = printed.body[-1]
    assert isinstance(table, Table)
    assert table.groups[0].rows[0].cells == rich("Họp xét./.", "")


def test_an_annex_closes_after_a_sentence_but_not_after_a_table() -> None:
    sentence = Annex(RichText("GHI CHÚ"), (Paragraph(RichText("Hết")),))
    table = Annex(RichText("TIẾN ĐỘ"), (TABLE,))
    printed = with_end_marks(plan(closing=rich("Hết"), annexes=(sentence, table)))
    assert printed.annexes[0].blocks == (Paragraph(RichText("Hết./.")),)
    assert printed.annexes[1] == table


@given(documents())
def test_marks_put_on_and_taken_off_leave_the_document_as_it_was(
    document: OfficialDocument,
) -> None:
    printed = with_end_marks(document)
    assert printed != document
    assert without_end_marks(printed) == document
    assert with_end_marks(printed) == printed
