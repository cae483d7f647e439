"""The page of plans: making, opening, copying, throwing away, issuing and revising."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu
from window_desk import ChosenFiles, make_desk

from tdkt_desktop.documents.blocks import Clause, Level
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.services.demo import SAMPLE_SCHOOL
from tdkt_desktop.services.files import FileKind
from tdkt_desktop.services.plan_views import PlanStatus
from tdkt_desktop.ui.dialogs.bin_dialog import BinDialog
from tdkt_desktop.ui.dialogs.compare_dialog import CompareDialog
from tdkt_desktop.ui.dialogs.import_review_dialog import ImportReviewDialog
from tdkt_desktop.ui.dialogs.issue_dialog import IssueDialog
from tdkt_desktop.ui.dialogs.new_plan_dialog import NewPlanDialog
from tdkt_desktop.ui.dialogs.register_dialog import RegisterDialog
from tdkt_desktop.ui.dialogs.revise_dialog import ReviseDialog
from tdkt_desktop.ui.dialogs.roll_changes_dialog import RollChangesDialog
from tdkt_desktop.ui.dialogs.roll_dialog import RollDialog
from tdkt_desktop.ui.dialogs.versions_dialog import VersionsDialog
from tdkt_desktop.ui.pages.plans_page import PlansPage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from conftest import Recorder
    from pytestqt.qtbot import QtBot

    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.services.plan_views import PlanSummary
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.theme.theme import Theme

FILE = """TRƯỜNG TIỂU HỌC BẾN HẠC
Số: 05/KH-THBH
KẾ HOẠCH
Công tác thi đua năm 2025
I. MỤC ĐÍCH
1. Phát hiện điển hình tiên tiến.
HIỆU TRƯỞNG
Lý Thu Ngân
"""


@pytest.fixture
def desk(context: AppContext, theme: Theme, recorder: Recorder, tmp_path: Path) -> Desk:
    return make_desk(context, theme, recorder, tmp_path)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, context: AppContext) -> Iterator[PlansPage]:
    context.school.save(SAMPLE_SCHOOL)
    for year in (2025, 2026):
        draft = context.drafting.draft("th-nam-hoc", year)
        context.plans.add_draft(draft.document, draft.period, template_key=draft.template_key)
    context.issuing.issue(context.plans.plans(year=2025)[0].id, date(2025, 9, 15))
    yield from shown_page(qtbot, desk)


@pytest.fixture
def empty_page(qtbot: QtBot, desk: Desk, context: AppContext) -> Iterator[PlansPage]:
    context.school.save(SAMPLE_SCHOOL)
    yield from shown_page(qtbot, desk)


def shown_page(qtbot: QtBot, desk: Desk) -> Iterator[PlansPage]:
    made = PlansPage(desk)
    qtbot.addWidget(made)
    made.resize(1200, 640)
    made.show()
    yield made
    made.shut_down()


def answering(kind: type[QDialog], answer: Callable[[QDialog], object]) -> QTimer:
    """Answer the next dialog of a kind; other dialogs that come are left at once."""
    timer = QTimer()

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            timer.stop()
            try:
                assert isinstance(dialog, kind), dialog
                answer(dialog)
            finally:
                if dialog.isVisible():
                    dialog.reject()

    timer.timeout.connect(look)
    timer.start(10)
    return timer


def states(page: PlansPage) -> list[PlanStatus]:
    return [page.list.model.plan(row).status for row in range(page.list.model.rowCount())]


def test_an_empty_page_says_how_to_begin(empty_page: PlansPage) -> None:
    assert empty_page.list.empty.isVisible()
    assert empty_page.list.empty.button.isVisible()
    assert not empty_page.list.head.new.isVisible()


def test_a_plan_is_made_of_the_template_for_the_level(
    empty_page: PlansPage, context: AppContext, recorder: Recorder
) -> None:
    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, NewPlanDialog)
        assert dialog.key() == "th-nam-hoc"
        QTest.keyClick(dialog.search, Qt.Key.Key_Return)

    _timer = answering(NewPlanDialog, answer)
    empty_page.new_from_template()
    (plan,) = context.plans.plans()
    assert plan.status is PlanStatus.DRAFT
    assert empty_page.is_editing
    assert empty_page.current_plan == plan.id
    assert "Đã tạo kế hoạch" in recorder.notes[-1]
    assert empty_page.banner.isVisible()


def test_templates_of_other_levels_are_shown_on_demand(
    qtbot: QtBot, empty_page: PlansPage, desk: Desk
) -> None:
    dialog = NewPlanDialog(desk, empty_page)
    qtbot.addWidget(dialog)
    own = dialog.list.count()
    dialog.all_levels.setChecked(True)
    assert dialog.list.count() > own
    dialog.search.setText("mam non")
    names = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert names
    assert all("mầm non" in name.lower() for name in names)
    dialog.search.setText("không có mẫu này")
    assert not dialog.act.isEnabled()
    dialog.reject()


def test_the_preview_shows_the_pages_of_the_template(
    qtbot: QtBot, empty_page: PlansPage, desk: Desk
) -> None:
    dialog = NewPlanDialog(desk, empty_page)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.pages.view.page_count > 3, timeout=20_000)
    dialog.reject()


def test_last_years_plan_becomes_this_years(page: PlansPage, context: AppContext) -> None:
    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, RollDialog)
        assert dialog.period.period().year == 2027
        dialog.accept()

    _timer = answering(RollDialog, answer)
    _other = answering(RollChangesDialog, lambda dialog: dialog.accept())
    page.new_from_last_year()
    assert context.plans.plans()[0].year == 2027
    assert page.is_editing


def test_a_new_plan_is_shown_beside_the_one_it_comes_from(
    page: PlansPage, recorder: Recorder
) -> None:
    _timers = [
        answering(kind, lambda dialog: dialog.accept()) for kind in (RollDialog, RollChangesDialog)
    ]
    page.new_from_last_year()
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, CompareDialog)
        seen.extend((dialog.old.currentText(), dialog.new.currentText()))
        dialog.reject()

    _timers.append(answering(CompareDialog, look))
    assert recorder.last_act is not None
    recorder.last_act()
    assert "2026" in seen[0]
    assert "2027" in seen[1]


def test_enter_opens_a_plan_and_the_way_back_chooses_it(page: PlansPage) -> None:
    page.list.view.selectRow(1)
    opened = page.list.selected()[0].id
    QTest.keyClick(page.list.view, Qt.Key.Key_Return)
    assert page.is_editing
    assert page.editor.plan_id == opened
    page.show_list()
    assert not page.is_editing
    assert [plan.id for plan in page.list.selected()] == [opened]


def test_a_year_narrows_the_list_and_all_years_come_back(page: PlansPage) -> None:
    page.show_year(2025)
    assert [page.list.model.plan(0).year, page.list.model.rowCount()] == [2025, 1]
    page.show_year(2019)
    assert not page.list.empty.isVisible()
    page.list.clear_filter.click()
    assert (page.year, page.list.model.rowCount()) == (None, 2)


def test_a_filter_that_finds_nothing_can_be_taken_away(page: PlansPage) -> None:
    page.list.filter.setText("không có gì như thế")
    assert page.list.model.rowCount() == 0
    assert not page.list.empty.isVisible()
    page.list.clear_filter.click()
    assert page.list.model.rowCount() == 2


def test_a_thrown_away_plan_comes_back_by_the_note(
    page: PlansPage, context: AppContext, recorder: Recorder
) -> None:
    page.list.view.selectRow(0)
    QTest.keyClick(page.list.view, Qt.Key.Key_Delete)
    assert len(context.plans.plans(in_bin=True)) == 1
    assert page.list.model.total == 1
    assert recorder.last_act is not None
    recorder.last_act()
    assert page.list.model.total == 2


def test_an_issued_plan_is_not_thrown_away(page: PlansPage, context: AppContext) -> None:
    page.list.view.selectRow(1)
    assert page.list.selected()[0].status is PlanStatus.ISSUED
    assert not page.list.actions_of_plan["remove"].isEnabled()
    page.acts.throw_away(page.list.selected())
    assert not context.plans.plans(in_bin=True)


def test_the_bin_gives_back_and_removes_for_good(
    page: PlansPage, context: AppContext, recorder: Recorder
) -> None:
    for _count in range(2):
        context.plans.throw_away(context.plans.duplicate(context.plans.plans()[0].id))

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, BinDialog)
        dialog.view.selectRow(0)
        dialog.act.click()
        dialog.view.selectRow(0)
        recorder.answer = False
        dialog.remove.click()
        assert len(context.plans.plans(in_bin=True)) == 1
        recorder.answer = True
        dialog.remove.click()

    _timer = answering(BinDialog, answer)
    page.acts.show_bin()
    assert not context.plans.plans(in_bin=True)
    assert page.list.model.total == 3
    assert recorder.questions[0].dangerous


def test_submitting_is_taken_back_by_the_note(page: PlansPage, recorder: Recorder) -> None:
    page.list.view.selectRow(0)
    page.list.actions_of_plan["submit"].trigger()
    assert states(page)[0] is PlanStatus.WAITING
    assert recorder.last_act is not None
    recorder.last_act()
    assert states(page)[0] is PlanStatus.DRAFT


def test_actions_follow_the_state_of_the_chosen_plans(page: PlansPage) -> None:
    actions = page.list.actions_of_plan
    page.list.view.selectRow(1)
    assert actions["revise"].isEnabled()
    assert not actions["issue"].isEnabled()
    page.list.view.selectAll()
    assert not actions["word"].isEnabled()


@pytest.mark.parametrize("place", [QPoint(5, 5), QPoint(5, 5000)])
def test_the_context_menu_offers_what_the_state_allows(
    page: PlansPage, qtbot: QtBot, place: QPoint
) -> None:
    page.list.view.selectRow(1)
    page.list.view.customContextMenuRequested.emit(place)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    menu.close()
    assert "Lập bản sửa đổi…" in words
    assert "Các bản đã ban hành…" in words
    assert not {"Xoá", "Trình ký", "Ban hành…"} & set(words)


def test_issuing_asks_tells_and_locks(
    page: PlansPage, context: AppContext, recorder: Recorder
) -> None:
    plan_id = context.plans.plans()[0].id

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, IssueDialog)
        assert dialog.focusWidget() is dialog.leave
        assert not dialog.act.isDefault()
        dialog.date.setText("31/2")
        assert not dialog.act.isEnabled()
        dialog.date.setText("5/9/2026")
        assert dialog.number.text() == "01"
        dialog.number.setText("07")
        dialog.act.click()

    _timer = answering(IssueDialog, answer)
    page.acts.issue(plan_id)
    plan = context.plans.plan(plan_id).summary
    assert (plan.status, plan.number, plan.issued_on) == (PlanStatus.ISSUED, "07", date(2026, 9, 5))
    assert "07/KH-THHP" in recorder.notes[-1]


def test_issuing_says_what_the_proof_reader_has_found(page: PlansPage, context: AppContext) -> None:
    plan_id = context.plans.plans()[0].id
    document = context.plans.plan(plan_id).document
    wrong = Clause(Level.DASH, RichText("Tổng kết ngày 31/02/2027, phòng chóng ngộ độc"))
    context.plans.save_document(plan_id, replace(document, body=(*document.body, wrong)))
    told: list[str] = []

    def answer(dialog: QDialog) -> None:
        told.extend(label.text() for label in dialog.findChildren(QLabel))

    _timer = answering(IssueDialog, answer)
    page.acts.issue(plan_id)
    assert any("Soát lỗi thấy" in text for text in told)


def test_a_taken_number_is_told_and_nothing_is_issued(
    page: PlansPage, context: AppContext, recorder: Recorder
) -> None:
    plan_id = context.plans.plans()[0].id

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, IssueDialog)
        dialog.date.setText("16/9/2025")
        dialog.number.setText("01")
        dialog.accept()

    _timer = answering(IssueDialog, answer)
    page.acts.issue(plan_id)
    assert "Số 1 năm 2025" in recorder.errors[0].message
    assert context.plans.plan(plan_id).summary.status is PlanStatus.DRAFT


def test_a_revision_needs_a_reason_and_opens(page: PlansPage, context: AppContext) -> None:
    issued = context.plans.plans()[1].id

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, ReviseDialog)
        assert not dialog.act.isEnabled()
        dialog.text.setPlainText("Bổ sung chỉ tiêu")
        dialog.act.click()

    _timer = answering(ReviseDialog, answer)
    page.acts.revise(issued)
    assert page.is_editing
    assert page.current_plan not in (None, issued)


def test_versions_say_what_changed(
    qtbot: QtBot, page: PlansPage, context: AppContext, desk: Desk
) -> None:
    issued = context.plans.plans()[1].id
    draft = context.issuing.revise(issued, "Đổi ngày ban hành")
    context.issuing.issue(draft, date(2025, 12, 1))
    dialog = VersionsDialog(desk, draft, page.acts.exporter, page)
    qtbot.addWidget(dialog)
    assert dialog.list.count() == 2
    assert "Đổi ngày ban hành" in dialog.reason.text()
    shown = [dialog.changes.item(n).text() for n in range(dialog.changes.count())]
    assert any("02/KH-THHP" in line for line in shown)


def test_the_register_opens_a_copy_of_the_kept_file(
    qtbot: QtBot, page: PlansPage, desk: Desk, tmp_path: Path
) -> None:
    dialog = RegisterDialog(desk, page)
    qtbot.addWidget(dialog)
    dialog.filter.setText("khong co")
    assert not dialog.act.isEnabled()
    dialog.filter.setText("thi dua")
    dialog.act.click()
    (copy,) = desk.opener.files  # type: ignore[attr-defined]
    assert copy.suffix == ".docx"
    assert copy.read_bytes().startswith(b"PK")
    assert isinstance(desk.chooser, ChosenFiles)
    desk.chooser.answer = tmp_path / "ban sao.docx"
    dialog.save.click()
    assert (tmp_path / "ban sao.docx").read_bytes() == copy.read_bytes()


def test_word_is_one_click_from_the_list(page: PlansPage, desk: Desk, tmp_path: Path) -> None:
    assert isinstance(desk.chooser, ChosenFiles)
    desk.chooser.answer = tmp_path / "a.docx"
    page.list.view.selectRow(0)
    page.list.actions_of_plan["word"].trigger()
    assert (tmp_path / "a.docx").exists()
    desk.chooser.answer = tmp_path / "b.pdf"
    page.export_current(FileKind.PDF)
    assert (tmp_path / "b.pdf").exists()


def test_what_is_still_being_typed_is_in_the_exported_file(
    page: PlansPage, context: AppContext, desk: Desk, tmp_path: Path
) -> None:
    assert isinstance(desk.chooser, ChosenFiles)
    desk.chooser.answer = tmp_path / "a.docx"
    plan_id = context.plans.plans()[0].id
    page.open_plan(plan_id)
    QTest.keyClicks(page.editor.text, "Vua go ")
    page.export_current()
    assert "Vua go" in str(context.plans.plan(plan_id).document)


def test_a_file_dropped_on_the_page_is_looked_over_and_stored(
    page: PlansPage, context: AppContext, tmp_path: Path
) -> None:
    path = tmp_path / "Kế hoạch cũ.txt"
    path.write_text(FILE, "utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    left = Qt.MouseButton.LeftButton
    event = QDropEvent(
        QPointF(QPoint(10, 10)),
        Qt.DropAction.CopyAction,
        mime,
        left,
        Qt.KeyboardModifier.NoModifier,
    )

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, ImportReviewDialog)
        assert len(context.plans.plans()) == 2
        dialog.head.number.setText("07/KH-THBH")
        QTest.keyClicks(dialog.head.signer, " (KT)")
        dialog.act.click()

    _timer = answering(ImportReviewDialog, answer)
    page.dropEvent(event)
    plan = max(context.plans.plans(), key=lambda one: one.id)
    view = context.plans.plan(plan.id)
    assert view.document.signature.name == "Lý Thu Ngân (KT)"
    assert page.current_plan == plan.id
    assert page.banner.isVisible() == bool(view.warnings)


def test_a_plan_of_an_earlier_year_is_imported_and_rolled_at_once(
    page: PlansPage, context: AppContext, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "Kế hoạch cũ.txt"
    path.write_text(FILE, "utf-8")
    before = {plan.id for plan in context.plans.plans()}
    asked: list[str] = []

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, ImportReviewDialog)
        asked.append(dialog.roll.text())
        timers.append(answering(RollDialog, lambda roll: roll.act.click()))
        timers.append(answering(RollChangesDialog, lambda changes: changes.act.click()))
        dialog.roll.click()

    timers = [answering(ImportReviewDialog, answer)]
    page.importer.read(path)
    made = sorted((plan for plan in context.plans.plans() if plan.id not in before), key=by_year)
    assert [plan.period.year for plan in made] == [2025, desk.today().year]
    assert asked == [f"Nhập và chuyển sang {made[1].period.name}…"]
    assert page.current_plan == made[1].id


def by_year(plan: PlanSummary) -> int:
    return plan.period.year


def test_a_file_that_cannot_be_read_is_told_with_its_name(
    page: PlansPage, desk: Desk, recorder: Recorder, tmp_path: Path
) -> None:
    broken = tmp_path / "hỏng.docx"
    broken.write_bytes(b"PK\x03\x04 not really")
    assert isinstance(desk.chooser, ChosenFiles)
    desk.chooser.answer = broken
    page.import_file()
    assert "hỏng.docx" in recorder.errors[0].message
    assert desk.preferences.current.import_folder == str(tmp_path)
