"""Two plans side by side: rows, counts, the marked Word file, and tasks taken over from above."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from docx import Document

from tdkt_desktop.documents.blocks import Heading
from tdkt_desktop.documents.document import DocumentNumber
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.documents.word_changes import Stretch, WordChange, word_changes
from tdkt_desktop.errors import InputError
from tdkt_desktop.services.adopting import Adopted, due_earlier, source_of
from tdkt_desktop.services.comparing import ChangeKind, Compared
from tdkt_desktop.services.period import PlanPeriod
from tdkt_desktop.services.plan_tasks import PlannedTask, planned_tasks
from tdkt_desktop.vietnamese.school_year import SchoolYear

if TYPE_CHECKING:
    from pathlib import Path

    from tdkt_desktop.services.context import AppContext

YEAR = PlanPeriod(2026, SchoolYear(2026))
DELETED, INSERTED, SAME = WordChange.DELETED, WordChange.INSERTED, WordChange.SAME


# Words ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("năm 2025", "năm 2026", [("năm ", SAME), ("2025", DELETED), ("2026", INSERTED)]),
        ("họp tổ", "họp tổ góp ý", [("họp tổ", SAME), (" góp ý", INSERTED)]),
        (
            "Thư viện mở cửa",
            "Nộp hồ sơ ở phường",
            [("Thư viện mở cửa", DELETED), ("Nộp hồ sơ ở phường", INSERTED)],
        ),
        ("như cũ", "như cũ", [("như cũ", SAME)]),
        ("", "mới", [("mới", INSERTED)]),
    ],
)
def test_words_that_went_stand_before_those_that_came(
    old: str, new: str, told: list[tuple[str, WordChange]]
) -> None:
    assert word_changes(old, new) == tuple(Stretch(text, change) for text, change in told)


def test_both_texts_can_be_read_off_the_marks() -> None:
    old = "Trước ngày 15/3/2026 các tổ nộp danh sách; tổ trưởng ký."
    new = "Trước ngày 20/4/2027 các tổ, khối nộp đủ danh sách; hiệu trưởng ký."
    found = word_changes(old, new)
    assert "".join(one.text for one in found if one.change is not INSERTED) == old
    assert "".join(one.text for one in found if one.change is not DELETED) == new


# Plans ---------------------------------------------------------------------------------------


def test_a_plan_against_itself_has_no_change(context: AppContext, plan_id: int) -> None:
    side = context.comparing.plan(plan_id)
    comparison = context.comparing.compare(side, side)
    assert not comparison.changed
    assert len(comparison.rows) > 50


def test_new_gone_moved_and_changed_rows_are_told_apart(context: AppContext, plan_id: int) -> None:
    old = context.comparing.plan(plan_id)
    body = old.document.body
    titles = [n for n, block in enumerate(body) if isinstance(block, Heading)]
    changed = replace(body[titles[0]], title=RichText("MỤC ĐÍCH VÀ YÊU CẦU"))
    moved = (changed, *body[2:6], body[1], *body[6:-1])
    new = Compared("mới", replace(old.document, body=moved, closing=(RichText("Câu kết khác."),)))
    counts = context.comparing.compare(old, new).counts
    assert counts[ChangeKind.MOVED] >= 1
    assert counts[ChangeKind.CHANGED] >= 1
    assert counts[ChangeKind.GONE] >= 1


def test_the_word_file_holds_the_table_of_changes_and_the_marked_text(
    context: AppContext, plan_id: int, tmp_path: Path
) -> None:
    old = context.comparing.plan(plan_id)
    subject = RichText(old.document.subject.plain.replace("2026", "2027"))
    new = Compared("mới", replace(old.document, subject=subject))
    comparison = context.comparing.compare(old, new)
    path = context.comparing.export(comparison, tmp_path / "so.docx")
    document = Document(str(path))
    assert len(document.tables[0].rows) == 1 + len(comparison.changed)
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs]
    assert any(run.font.strike and "2026" in run.text for run in runs)
    assert any(run.underline and "2027" in run.text for run in runs)


def test_the_origin_is_the_plan_that_it_was_rolled_from(context: AppContext, plan_id: int) -> None:
    review = context.rolling.review(plan_id, PlanPeriod(2027, SchoolYear(2027)))
    period = PlanPeriod(2027, SchoolYear(2027))
    made, _left = context.rolling.store(plan_id, period, review, with_council=False)
    assert context.comparing.origin(made) == plan_id
    assert context.comparing.origin(plan_id) is None


# Tasks from above ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("due", "days", "ours"),
    [
        ("Trước ngày 28/10/2026", 5, "Trước ngày 23/10/2026"),
        ("Từ 01/3 đến 12/3/2027", 2, "Trước ngày 10/3/2027"),
        ("Thường xuyên", 5, "Thường xuyên"),
        ("Theo thông báo của cấp trên", 5, "Theo thông báo của cấp trên"),
        ("Trước ngày 28/10/2026", 0, "Trước ngày 28/10/2026"),
    ],
)
def test_our_due_lies_some_days_before_the_one_above(due: str, days: int, ours: str) -> None:
    assert due_earlier(PlannedTask("", "", "Nộp hồ sơ", due=due), days, YEAR) == ours


def test_a_task_comes_under_the_month_of_its_due_with_its_source(
    context: AppContext, plan_id: int
) -> None:
    task = Adopted("Gửi bản đăng ký thi đua", "Hiệu trưởng", "Tổ văn phòng", due="Tháng 11/2026")
    context.adopting.adopt(plan_id, "KH 02/KH-UBND", [task])
    found = planned_tasks(context.plans.plan(plan_id).document)
    made = next(one for one in found if one.title.startswith("Gửi bản đăng ký"))
    assert made.title == "Gửi bản đăng ký thi đua (theo KH 02/KH-UBND)"
    assert "11" in made.section
    assert (made.lead, made.executor, made.due) == ("Hiệu trưởng", "Tổ văn phòng", "Tháng 11/2026")
    again = context.adopting.asked(plan_id, context.plans.plan(plan_id).document)
    assert all(one.known for one in again)
    context.store.undo()
    assert len(planned_tasks(context.plans.plan(plan_id).document)) == len(found) - 1


def test_a_plan_is_cited_by_its_number(context: AppContext, plan_id: int) -> None:
    document = context.plans.plan(plan_id).document
    assert source_of(document, "tệp.docx") == "tệp.docx"
    numbered = replace(document, number=DocumentNumber("02", "KH-UBND"))
    assert source_of(numbered, "tệp.docx") == "KH 02/KH-UBND"


def test_a_plan_without_an_annex_takes_no_task(context: AppContext, plan_id: int) -> None:
    document = replace(context.plans.plan(plan_id).document, annexes=())
    context.plans.save_document(plan_id, document)
    with pytest.raises(InputError):
        context.adopting.adopt(plan_id, "KH 02", [Adopted("Nộp hồ sơ")])
