"""Articles of a decision: numbered through the whole text, with points of their own below."""

from __future__ import annotations

from tdkt_desktop.documents.block_places import block_places
from tdkt_desktop.documents.blocks import Clause, Heading, Level, Paragraph
from tdkt_desktop.documents.codec import from_json, to_json
from tdkt_desktop.documents.document import DocumentKind, OfficialDocument
from tdkt_desktop.documents.end_marks import with_end_marks
from tdkt_desktop.documents.markup import dump_blocks, parse_blocks
from tdkt_desktop.documents.numbering import block_labels
from tdkt_desktop.documents.places import Place
from tdkt_desktop.documents.plain_text import to_text
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.documents.sections import sections

T = RichText
BLOCKS = (
    Clause(Level.ARTICLE, T("Thành lập Hội đồng.")),
    Clause(Level.ARTICLE, T("Hội đồng có nhiệm vụ:")),
    Clause(Level.ARABIC, T("Tổ chức phong trào.")),
    Clause(Level.LETTER, T("Phát động.")),
    Clause(Level.ARABIC, T("Xét khen thưởng.")),
    Heading(Level.ROMAN, T("Chương sau")),
    Clause(Level.ARTICLE, T("Hiệu lực.")),
    Clause(Level.ARABIC, T("Từ ngày ký.")),
    Paragraph(T("Đoạn cuối.")),
)
DECISION = OfficialDocument(
    kind=DocumentKind.DECISION,
    title="QUYẾT ĐỊNH",
    subject=T("Về việc thành lập Hội đồng"),
    authority="Hiệu trưởng Trường Tiểu học Hoa Phượng",
    body=BLOCKS,
)


def test_articles_count_through_and_points_start_anew() -> None:
    assert block_labels(BLOCKS) == (
        "Điều 1.", "Điều 2.", "1.", "a)", "2.", "I.", "Điều 3.", "1.", "",
    )  # fmt: skip


def test_points_stand_under_their_article() -> None:
    first, second, chapter = sections(BLOCKS)
    assert first.children == ()
    assert [child.number for child in second.children] == ["1", "2"]
    assert [child.number for child in chapter.children] == ["3"]


def test_a_place_names_the_article() -> None:
    labels = [place.label for place in block_places(BLOCKS, Place("body", ""))]
    assert labels[:4] == ["Điều 1", "Điều 2", "Điều 2, 1", "Điều 2, 1, điểm a"]
    assert labels[7:] == ["Điều 3, I.1", "Điều 3, I.1, đoạn thứ 1"]


def test_articles_are_written_and_read_with_their_mark() -> None:
    assert parse_blocks(dump_blocks(BLOCKS)) == BLOCKS
    assert dump_blocks(BLOCKS).startswith("§ Thành lập Hội đồng.\n")
    odd = (Paragraph(T("§ không phải điều")), Clause(Level.ARTICLE, T("- gạch")))
    assert parse_blocks(dump_blocks(odd)) == odd


def test_a_decision_is_stored_and_told_with_who_decides() -> None:
    assert from_json(to_json(DECISION)) == DECISION
    assert "Hiệu trưởng Trường Tiểu học Hoa Phượng\n" in to_text(DECISION)


def test_an_internal_form_has_no_closing_mark() -> None:
    form = OfficialDocument(DocumentKind.FORM, "PHIẾU", T("Giao việc"), body=BLOCKS[-1:])
    assert with_end_marks(form).body == form.body
