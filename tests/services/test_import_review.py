"""Looking over a read file: numbers as they will be, changes, and no word lost."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.documents.blocks import Heading
from tdkt_desktop.documents.document import DocumentKind
from tdkt_desktop.documents.roles import Role
from tdkt_desktop.services.import_review import HeadFields, ImportReview, head_of, with_head
from tdkt_desktop.services.period import PlanPeriod
from tdkt_desktop.services.reading import ReadingService
from tdkt_desktop.services.review_levels import leveled
from tdkt_desktop.services.review_rows import ReviewMark

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """TRƯỜNG TIỂU HỌC BẾN HẠC
Số: 05/KH-THBH
Bến Hạc, ngày 16 tháng 01 năm 2025
KẾ HOẠCH
Công tác thi đua năm 2025
Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;
I. MỤC ĐÍCH
1. Phát hiện điển hình tiên tiến.
2. Bảo đảm chính xác, công khai.
III. NHIỆM VỤ
1. Tổ chức Hội thi viết chữ đẹp.
a) Phát động trong tháng 10.
b) Tổng kết trong tháng 11.
HIỆU TRƯỞNG
Lý Thu Ngân
Nơi nhận:
- Các tổ;
- Lưu: VT.
"""


@pytest.fixture
def review(tmp_path: Path) -> ImportReview:
    path = tmp_path / "Kế hoạch cũ.txt"
    path.write_text(TEXT, "utf-8")
    return ImportReview(*ReadingService().read(path))


def place(review: ImportReview, words: str) -> int:
    return next(row.index for row in review.rows if words in row.text)


def labels(review: ImportReview) -> list[str]:
    return [row.label for row in review.rows if row.label]


def test_rows_show_source_part_and_the_number_that_will_be(review: ImportReview) -> None:
    row = review.rows[place(review, "NHIỆM VỤ")]
    assert row.source == "III. NHIỆM VỤ"
    assert (row.role, row.label) == (Role.HEADING_ROMAN, "II.")
    assert row.mark is ReviewMark.WARNING
    assert "III" in row.note
    assert "II" in row.note.split("đánh lại")[1]
    assert row.index in review.doubtful()


def test_numbers_follow_every_change(review: ImportReview) -> None:
    before = labels(review)
    review.set_role(place(review, "Phát hiện điển hình"), None)
    assert review.rows[place(review, "Bảo đảm chính xác")].label == "1."
    review.undo()
    assert labels(review) == before
    review.redo()
    assert review.rows[place(review, "Bảo đảm chính xác")].label == "1."


def test_a_level_goes_down_and_comes_up_again(review: ImportReview) -> None:
    index = place(review, "Tổng kết trong tháng 11")
    review.shift_level(index, 1)
    assert review.rows[index].label == "-"
    review.shift_level(index, -1)
    assert review.rows[index].label == "b)"


def test_tab_alone_reaches_every_level_from_the_highest() -> None:
    role, seen = Role.HEADING_PART, [Role.HEADING_PART]
    while (below := leveled(role, 1)) is not None and below is not role:
        role = below
        seen.append(role)
    assert seen[-2:] == [Role.CLAUSE_DASH, Role.CLAUSE_PLUS]
    assert leveled(Role.GROUND, 1) is None


def test_a_paragraph_is_split_and_joined_again(review: ImportReview) -> None:
    index = place(review, "Phát hiện điển hình")
    text = review.rows[index].text
    review.split(index, len("Phát hiện"))
    assert [review.rows[index].text, review.rows[index + 1].text] == [
        "Phát hiện",
        "điển hình tiên tiến.",
    ]
    assert review.join_with_previous(index + 1) == index
    assert review.rows[index].text == text


def test_joining_passes_over_what_is_left_out(review: ImportReview) -> None:
    first = place(review, "Phát hiện điển hình")
    review.split(place(review, "Bảo đảm chính xác"), 8)
    between = first + 1
    review.set_role(between, None)
    assert review.join_with_previous(between + 1) == first
    assert review.rows[first].text.endswith("chính xác, công khai.")
    assert review.rows[first + 1].left_out


def test_nothing_happens_where_there_is_nothing_to_join(review: ImportReview) -> None:
    before = review.rows
    assert review.join_with_previous(0) == 0
    assert review.rows == before
    assert not review.can_undo()


def test_every_word_of_the_file_stands_in_the_rows(review: ImportReview) -> None:
    facts = review.facts()
    assert (facts.name, facts.kept, facts.tables) == ("Kế hoạch cũ.txt", 1.0, 0)
    review.set_role(place(review, "Phát hiện điển hình"), None)
    assert review.facts().kept == 1.0


def test_what_a_person_writes_above_goes_into_the_plan(review: ImportReview) -> None:
    made = review.made()
    head = head_of(made.document)
    assert head == HeadFields(DocumentKind.PLAN, "05", "KH-THBH", date(2025, 1, 16), "Lý Thu Ngân")
    mine = HeadFields(DocumentKind.NOTICE, "07", "TB-THBH", None, "Phan Văn Quý")
    document = with_head(made, mine, PlanPeriod(2024)).document
    assert head_of(document) == mine
    assert (document.title, document.year) == ("THÔNG BÁO", 2024)


def test_the_plan_is_made_of_what_the_rows_say(review: ImportReview) -> None:
    review.set_role(place(review, "Phát hiện điển hình"), Role.HEADING_ROMAN)
    body = review.made().document.body
    titles = [block.title.plain for block in body if isinstance(block, Heading)]
    assert any("Phát hiện điển hình" in title for title in titles)
    count = sum(not row.left_out for row in review.rows)
    assert review.kept_count() == count
