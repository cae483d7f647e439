"""Plans, documents and files are proof-read; findings are dismissed, restored and repaired."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
import pytest
from docx.shared import Mm, Pt

from tdkt_desktop.documents.plain_text import to_text
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.errors import InputError
from tdkt_desktop.services.period import PlanPeriod
from tdkt_desktop.services.proofreading import Dismissal, ToneStyle, help_text, plan_key, repair
from tests.support.proof import plan

if TYPE_CHECKING:
    from pathlib import Path

    from tdkt_desktop.services.context import AppContext

TEMPLATES = (
    "mn-nam-hoc", "th-nam-hoc", "thcs-nam-hoc", "thpt-nam-hoc", "nam-cong-tac", "phong-trao",
    "dot-thi-dua-20-11",
)  # fmt: skip
WRONG = "Chào mừng Ngày Nhà giáo Việt Nam 22/11."


@pytest.mark.parametrize("key", TEMPLATES)
def test_a_written_template_has_nothing_but_its_open_places(context: AppContext, key: str) -> None:
    draft = context.drafting.draft(key, 2026)
    found = context.proofreader.check_document(draft.document, draft.period)
    assert {one.code for one in found} <= {"blank"}


def test_the_grounds_of_a_plan_for_later_years_are_looked_up_anew(context: AppContext) -> None:
    draft = context.drafting.draft("th-nam-hoc", 2028)
    found = context.proofreader.check_document(draft.document, draft.period)
    assert {one.code for one in found} == {"blank", "legal-basis"}
    assert all(one.place.path.startswith("grounds/") for one in found)


def test_a_stored_plan_is_read_with_what_the_school_knows(
    context: AppContext, plan_id: int
) -> None:
    codes = {one.code for one in context.proofreader.check_plan(plan_id)}
    assert codes == {"blank"}
    with pytest.raises(InputError):
        context.proofreader.check_plan(plan_id + 1)


def test_a_ground_that_has_ended_is_found_in_the_catalogue(context: AppContext) -> None:
    text = "Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ"
    document = plan("Việc.", grounds=(RichText(text),))
    found = context.proofreader.check_document(document)
    assert [one.code for one in found if one.code == "legal-basis"] == ["legal-basis"]


def test_a_finding_is_dismissed_for_one_document_and_comes_back(context: AppContext) -> None:
    document, service = plan(WRONG), context.proofreader
    (finding,) = service.check_document(document)
    service.dismiss(finding, plan_key(3))
    assert service.check_document(document, key=plan_key(3)) == ()
    assert service.check_document(document, key=plan_key(4)) == (finding,)
    assert service.dismissed(plan_key(3)) == (Dismissal(finding.mark, plan_key(3)),)
    service.restore(Dismissal(finding.mark, plan_key(3)))
    assert service.check_document(document, key=plan_key(3)) == (finding,)


def test_a_dismissal_for_good_holds_everywhere_and_is_undone(context: AppContext) -> None:
    document, service = plan(WRONG), context.proofreader
    (finding,) = service.check_document(document)
    service.dismiss(finding)
    assert service.check_document(document, key=plan_key(4)) == ()
    context.history.undo()
    assert service.check_document(document) == (finding,)


def test_a_certain_repair_leaves_nothing_to_find(context: AppContext) -> None:
    document = plan(WRONG)
    (finding,) = context.proofreader.check_document(document)
    repaired = repair(document, finding)
    assert "20/11" in to_text(repaired)
    assert context.proofreader.check_document(repaired) == ()
    assert repair(repaired, finding) == repaired


def test_a_file_is_read_without_being_stored(context: AppContext, tmp_path: Path) -> None:
    path = tmp_path / "kế hoạch.txt"
    path.write_text(
        "KẾ HOẠCH\nCông tác thi đua năm 2026\n\nI. MỤC ĐÍCH\n- Học tốt.\nII. NỘI DUNG\n"
        "- Các nhanh tố mới.\nII. TỔ CHỨC THỰC HIỆN\n- Họp ngày 31/4/2026.\n",
        encoding="utf-8",
    )
    codes = {one.code for one in context.proofreader.check_file(path)}
    assert {"numbering", "spelling", "impossible-date"} <= codes
    assert context.plans.plans() == ()


def test_an_imported_plan_tells_its_wrong_numbers_in_the_editor_too(
    context: AppContext, tmp_path: Path
) -> None:
    path = tmp_path / "kế hoạch.txt"
    path.write_text(
        "KẾ HOẠCH\nCông tác thi đua năm 2026\n\nI. MỤC ĐÍCH\n- Học tốt.\nII. NỘI DUNG\n"
        "- Dạy tốt.\nII. TỔ CHỨC THỰC HIỆN\n- Họp hằng tháng.\n",
        encoding="utf-8",
    )
    reading = context.reading.read_plan(path)
    plan_id = context.plans.add_reading(reading, PlanPeriod(2026))
    view = context.plans.plan(plan_id)
    found = context.proofreader.check_document(
        view.document, view.summary.period, plan_key(plan_id)
    )
    (told,) = [one for one in found if one.code == "numbering"]
    assert (told.severity.value, told.suggestion) == ("note", "III")
    assert "numbering" not in {
        one.code for one in context.proofreader.check_document(view.document, view.summary.period)
    }


def test_the_page_of_a_word_file_is_measured(context: AppContext, tmp_path: Path) -> None:
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin = section.bottom_margin = Mm(20)
    for text in ("KẾ HOẠCH", "Công tác thi đua năm 2026", "I. NỘI DUNG", "- Dạy tốt, học tốt."):
        run = document.add_paragraph().add_run(text)
        run.font.name, run.font.size = "Arial", Pt(14)
    path = tmp_path / "ngoài.docx"
    document.save(str(path))
    found = context.proofreader.check_file(path)
    told = {(str(one.place), one.suggestion) for one in found if one.code == "layout"}
    assert told >= {("Lề trái", "30 - 35 mm"), ("Phông chữ", "Times New Roman")}
    assert {("Tên loại văn bản", "đậm"), ("Tên loại văn bản", "canh giữa")} <= told


def test_the_program_s_own_word_file_is_measured_as_right(
    context: AppContext, plan_id: int, tmp_path: Path
) -> None:
    path = context.files.export(context.plans.plan(plan_id).document, tmp_path / "mình.docx")
    assert not [one for one in context.proofreader.check_file(path) if one.code == "layout"]


def test_help_is_at_hand_for_a_code() -> None:
    assert help_text("year-mismatch").startswith("# Sai năm")


def test_the_school_s_way_with_tone_marks_is_kept(context: AppContext) -> None:
    document = plan("Văn hoá đọc.")
    assert context.proofreader.check_document(document) == ()
    context.proofreader.choose_tone_style(ToneStyle.FIRST)
    (finding,) = context.proofreader.check_document(document)
    assert finding.quote == "hoá"
    context.proofreader.choose_tone_style(None)
    assert context.proofreader.check_document(document) == ()
