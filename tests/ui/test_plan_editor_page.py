"""The editor's page as a clerk uses it: typed into, left, found again; nothing is lost."""

from __future__ import annotations

import itertools
import threading
import time
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QTextCursor
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QToolButton
from sample_plan import sample_plan
from typing_hand import commit, compose, retype, type_words

from tdkt_desktop.documents.blocks import Heading, Level
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.errors import StoreError
from tdkt_desktop.services.period import PlanPeriod
from tdkt_desktop.ui.editors import autosave
from tdkt_desktop.ui.editors.editor_actions import LEVELS
from tdkt_desktop.ui.editors.paragraph_style import FACTS
from tdkt_desktop.ui.editors.part_list import ANNEX, GROUNDS, HEADER, SIGNATURE, TEXT
from tdkt_desktop.ui.pages.plan_editor_page import PlanEditorPage
from tdkt_desktop.ui.preferences import PreferencesFile
from tdkt_desktop.vietnamese.school_year import SchoolYear

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Recorder
    from pytestqt.qtbot import QtBot

    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.ui.theme.theme import Theme

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def plan_id(context: AppContext) -> int:
    return context.plans.add_draft(sample_plan(), PlanPeriod(2026, SchoolYear(2026)))


@pytest.fixture
def page(
    qtbot: QtBot,
    theme: Theme,
    context: AppContext,
    recorder: Recorder,
    plan_id: int,
    tmp_path: Path,
) -> Iterator[PlanEditorPage]:
    preferences = PreferencesFile(tmp_path / "preferences.json")
    made = PlanEditorPage(context, theme, recorder.as_feedback(), preferences)
    qtbot.addWidget(made, before_close_func=lambda _page: made.shut_down())
    made.resize(1214, 690)
    made.open_plan(plan_id)
    made.show()
    qtbot.waitExposed(made)
    made.text.setFocus()
    yield made
    made.shut_down()


def stored_text(context: AppContext, plan_id: int) -> str:
    return str(context.plans.plan(plan_id).document)


def cursor_at_end(page: PlanEditorPage, number: int) -> None:
    cursor = QTextCursor(page.text.document().findBlockByNumber(number))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    page.text.setTextCursor(cursor)


# --- nothing is lost ---


def test_opening_a_plan_changes_nothing_in_it(
    page: PlanEditorPage, context: AppContext, plan_id: int
) -> None:
    assert page.document() == sample_plan()
    page.flush()
    assert context.plans.plan(plan_id).document == sample_plan()
    assert not page.autosave.is_waiting


def test_what_is_typed_is_stored_within_two_seconds_of_a_pause(
    page: PlanEditorPage, context: AppContext, plan_id: int, qtbot: QtBot
) -> None:
    cursor_at_end(page, 3)
    started = time.monotonic()
    with qtbot.waitSignal(page.saved, timeout=4000):
        type_words(page.text, " Bổ sung đúng lúc")
    assert time.monotonic() - started < 2.0
    assert "Bổ sung đúng lúc" in stored_text(context, plan_id)


def test_leaving_stores_at_once_and_commits_the_input_method_first(
    page: PlanEditorPage,
    context: AppContext,
    plan_id: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Offscreen there is no input method, so its commit is played by hand where it is asked."""
    cursor_at_end(page, 3)
    type_words(page.text, " thi ")
    compose(page.text, "đ", "đu", "đua")
    monkeypatch.setattr(autosave, "commit_ime", lambda: commit(page.text, "đua"))
    page.close()
    assert " thi đua" in stored_text(context, plan_id)


def test_typing_survives_autosave_and_preview_under_composition(
    page: PlanEditorPage, qtbot: QtBot
) -> None:
    cursor_at_end(page, 3)
    before = page.text.paragraphs()[3].text.plain
    type_words(page.text, " Hội")
    compose(page.text, "ngh", "nghị")
    with qtbot.waitSignal(page.saved, timeout=4000):
        pass
    qtbot.wait(400)
    assert page.text.textCursor().block().layout().preeditAreaText() == "nghị"
    commit(page.text, " nghị")
    assert page.text.paragraphs()[3].text.plain == f"{before} Hội nghị"


def test_unikey_survives_with_every_timer_going_off_between_keys(
    page: PlanEditorPage, qtbot: QtBot
) -> None:
    cursor_at_end(page, 3)
    before = page.text.paragraphs()[3].text.plain
    type_words(page.text, " ")
    for raw, back, words in (("tieen", 3, "ên"), ("tieens", 4, "ến"), ("bo65", 3, "ộ")):
        page._refresh_outline()
        page._refresh_preview()
        page.autosave.flush()
        retype(page.text, raw, back, words)
    assert page.text.paragraphs()[3].text.plain == f"{before} tiêntiếnbộ"


def test_a_store_that_refuses_is_told_and_nothing_typed_goes_away(
    page: PlanEditorPage,
    context: AppContext,
    plan_id: int,
    recorder: Recorder,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    def refuse(*_values: object) -> None:
        raise StoreError("Đĩa đầy.", "Xin dọn bớt.")

    cursor_at_end(page, 3)
    monkeypatch.setattr(context.plans, "save_document", refuse)
    type_words(page.text, " chưa mất")
    qtbot.waitUntil(lambda: bool(recorder.errors), timeout=4000)
    monkeypatch.undo()
    page.flush()
    assert " chưa mất" in stored_text(context, plan_id)


def test_a_save_that_failed_beside_is_made_up_for_when_the_page_is_left(
    page: PlanEditorPage,
    context: AppContext,
    plan_id: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The end of the failed save has not even been told when the page is left."""

    def refuse(*_values: object) -> None:
        raise StoreError("Đĩa đầy.", "Xin dọn bớt.")

    cursor_at_end(page, 3)
    type_words(page.text, " phút cuối")
    with monkeypatch.context() as failing:
        failing.setattr(context.plans, "save_document", refuse)
        page.autosave._save_beside()
        page.autosave._job.result()
    page.flush()
    assert " phút cuối" in stored_text(context, plan_id)


# --- outline ---


def test_the_outline_follows_what_is_typed_and_a_click_goes_there(
    page: PlanEditorPage, qtbot: QtBot
) -> None:
    tree = page.outline.tree
    words = [entry.words for entry in tree.entries()]
    assert words[:3] == ["I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "2. Yêu cầu"]
    cursor_at_end(page, tree.entries()[1].first)
    type_words(page.text, " chung")
    qtbot.waitUntil(lambda: tree.entries()[1].words == "1. Mục đích chung", timeout=2000)
    index = tree.model().index(1, 0)
    tree.clicked.emit(index)
    assert page.text.textCursor().block().text() == "NỘI DUNG THI ĐUA"
    qtbot.waitUntil(lambda: tree.currentIndex() == index, timeout=2000)


def test_a_section_moved_in_the_outline_takes_everything_with_it(page: PlanEditorPage) -> None:
    body = page.document().body
    entries = page.outline.tree.entries()
    second = next(entry for entry in entries if entry.words.startswith("III."))
    page.outline.tree.move_asked.emit(second.first, second.last, entries[0].first)
    moved = page.document().body
    titles = [b.title.plain for b in moved if isinstance(b, Heading) and b.level is Level.ROMAN]
    assert titles[:2] == ["CÔNG TÁC KHEN THƯỞNG", "MỤC ĐÍCH, YÊU CẦU"]
    assert sorted(map(str, moved)) == sorted(map(str, body))
    page.undo_focus.undo()
    assert page.document().body == body


# --- keys and tools ---


def test_ctrl_and_a_figure_sets_the_level_and_the_switch_shows_it(
    page: PlanEditorPage, qtbot: QtBot
) -> None:
    cursor_at_end(page, 3)
    for figure, (level, _words, _name) in enumerate(LEVELS, start=1):
        qtbot.keyClick(page.text, Qt.Key(Qt.Key.Key_0 + figure), CTRL)
        assert FACTS[page.text.paragraph_style].level is level
    pressed = [b for b in page.tools.findChildren(QToolButton) if b.isChecked() and b.text() == "¶"]
    assert len(pressed) == 1


def test_ctrl_b_marks_the_selection_and_undo_has_its_name(
    page: PlanEditorPage, qtbot: QtBot
) -> None:
    cursor = QTextCursor(page.text.document().findBlockByNumber(3))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)
    page.text.setTextCursor(cursor)
    qtbot.keyClick(page.text, Qt.Key.Key_B, CTRL)
    assert page.text.paragraphs()[3].text.to_markup().startswith("**")
    assert page.undo_focus.undo_text == "in đậm"
    qtbot.keyClick(page.text, Qt.Key.Key_Z, CTRL)
    assert page.document() == sample_plan()
    assert page.undo_focus.redo_text == "in đậm"


def test_every_control_has_a_name_for_screen_readers(page: PlanEditorPage) -> None:
    page.open_clauses()
    for key in (TEXT, HEADER, GROUNDS, ANNEX):
        page.show_part(key, 0 if key == ANNEX else -1)
    kinds = (QToolButton, QLineEdit, QPlainTextEdit, QComboBox)
    nameless = []
    for widget in [w for kind in kinds for w in page.findChildren(kind)]:
        if widget.objectName().startswith("qt_"):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface and not interface.text(QAccessible.Text.Name):
            nameless.append((type(widget).__name__, widget.parent()))
    assert nameless == []


def test_narrow_windows_show_two_panes_then_one(page: PlanEditorPage) -> None:
    def seen() -> tuple[bool, bool, bool]:
        return (page.outline.isVisible(), page.parts.isVisible(), page.pages.isVisible())

    assert seen() == (True, True, True)
    page.resize(980, 600)
    assert seen() == (False, True, True)
    page.resize(852, 440)
    assert seen() == (False, True, False)
    page.commands["pages"].trigger()
    assert seen() == (False, False, True)
    page.resize(1214, 690)
    assert seen() == (True, True, True)
    assert page.minimumSizeHint().width() <= 852


# --- find and replace ---


def test_finding_without_marks_counts_text_and_annex_and_goes_round(
    page: PlanEditorPage, qtbot: QtBot
) -> None:
    page.text.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClick(page.text, Qt.Key.Key_F, CTRL)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    type_words(field, "khen thuong")
    qtbot.waitUntil(lambda: "/" in page.find_bar.count_text, timeout=2000)
    first, total = map(int, page.find_bar.count_text.split("/"))
    assert first == 1
    assert page.text.textCursor().selectedText().lower() == "khen thưởng"
    qtbot.keyClick(field, Qt.Key.Key_Return, SHIFT)
    assert page.find_bar.count_text == f"{total} / {total}"
    assert page.parts.part == (ANNEX, 0)
    page.commands["find-next"].trigger()
    assert page.parts.part[0] == TEXT
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert page.find_bar.isHidden()
    assert page.text.extraSelections() == []


def test_replacing_all_is_one_step_of_the_text(page: PlanEditorPage, qtbot: QtBot) -> None:
    before = page.document()
    qtbot.keyClick(page.text, Qt.Key.Key_H, CTRL)
    page.find_bar._words.setText("minh chung")
    page.find_bar._new.setText("bằng chứng 😀")
    page.find_bar.replace_all()
    text = " ".join(item.text.plain for item in page.text.paragraphs())
    assert "inh chứng" not in text
    assert text.count("bằng chứng 😀") >= 6
    assert page.undo_focus.undo_text == "thay thế"
    page.text.undo()
    assert page.document() == before


def test_replacing_one_keeps_the_marks_of_the_words(page: PlanEditorPage, qtbot: QtBot) -> None:
    page.find_bar.open("ít nhất 03 ngày", replacing=True)
    page.find_bar._new.setText("trước 05 ngày")
    page.find_bar._search_and_show()
    page.find_bar.replace()
    marked = [item.text.to_markup() for item in page.text.paragraphs()]
    assert any("**trước 05 ngày**" in text for text in marked)


# --- what can be inserted ---


def test_a_clause_is_found_without_marks_and_put_at_the_cursor(
    page: PlanEditorPage, qtbot: QtBot
) -> None:
    cursor_at_end(page, 3)
    before = len(page.document().body)
    page.commands["clauses"].trigger()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    type_words(field, "tuyen truyen")
    qtbot.wait(200)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert len(page.document().body) > before
    assert "{{" not in str(page.document())
    assert page.undo_focus.undo_text == "chèn điều khoản"


def test_days_of_the_plans_period_are_offered_and_round_ones_marked(
    page: PlanEditorPage,
) -> None:
    page.open_anniversaries()
    days = [one.date for one in page.anniversaries._found]
    assert days[0] >= SchoolYear(2026).first_day
    assert days[-1] <= SchoolYear(2026).last_day
    page.anniversaries._words.setText("nha giao viet nam")
    cursor_at_end(page, 3)
    page.anniversaries.insert_current()
    assert "kỷ niệm 44 năm Ngày Nhà giáo Việt Nam" in page.text.paragraphs()[3].text.plain


# --- other parts ---


def test_the_head_is_edited_in_its_form_and_an_impossible_day_is_told(
    page: PlanEditorPage, qtbot: QtBot
) -> None:
    page.show_part(HEADER)
    form = page.parts.currentWidget()
    day = form._day
    day.setFocus()
    day.selectAll()
    type_words(day, "31/02/2027")
    assert day.property("invalid")
    assert page.document().issued_on == date(2026, 9, 5)
    day.selectAll()
    type_words(day, "6/10/2026")
    assert not day.property("invalid")
    assert page.document().issued_on == date(2026, 10, 6)
    form._subject.setPlainText("Thi đua ngắn ngày")
    assert page.document().subject == RichText("Thi đua ngắn ngày")


def test_an_expired_ground_is_told_and_one_of_the_catalogue_can_be_added(
    page: PlanEditorPage, qtbot: QtBot
) -> None:
    page.show_part(GROUNDS)
    form = page.parts.grounds
    form.add("Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ")
    qtbot.wait(400)
    assert any("hết hiệu lực" in doubt for doubt in form.doubts())
    form.remove_current()
    assert page.document().grounds == sample_plan().grounds
    form._search.setText("152/2025")
    form._show_results()
    form._take(form._results.item(0))
    assert "152/2025/NĐ-CP" in page.document().grounds[-1].plain
    form._list.setCurrentRow(4)
    form._move(-1)
    assert "152/2025/NĐ-CP" in page.document().grounds[3].plain


def test_an_annex_is_edited_as_a_sheet_and_stored(
    page: PlanEditorPage, context: AppContext, plan_id: int, qtbot: QtBot
) -> None:
    page.show_part(ANNEX, 0)
    sheet = page.parts.annexes[0].sheet
    sheet.setCurrentIndex(sheet.sheet.index(1, 1))
    qtbot.keyClick(sheet, Qt.Key.Key_F2)
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    type_words(field, "Việc đã sửa")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert page.undo_focus.undo_text == "sửa ô"
    page.flush()
    assert "Việc đã sửa" in stored_text(context, plan_id)
    page.undo_focus.undo()
    assert page.document() == sample_plan()


def test_an_annex_is_added_and_a_removed_one_comes_back(
    page: PlanEditorPage, recorder: Recorder
) -> None:
    page.add_annex()
    assert [a.title.plain for a in page.document().annexes][1:] == ["Phụ lục mới"]
    page.remove_annex(0)
    assert len(page.document().annexes) == 1
    assert recorder.notes
    assert recorder.last_act is not None
    recorder.last_act()
    assert page.document().annexes[0] == sample_plan().annexes[0]


def test_an_issued_plan_can_only_be_read(
    page: PlanEditorPage, context: AppContext, plan_id: int, qtbot: QtBot
) -> None:
    context.issuing.issue(plan_id, date(2026, 9, 5))
    page.reload()
    assert page.is_locked
    before = page.document()
    type_words(page.text, "xyz")
    qtbot.keyClick(page.text, Qt.Key.Key_2, CTRL)
    qtbot.keyClick(page.text, Qt.Key.Key_Tab)
    sheet = page.parts.annexes[0].sheet
    qtbot.keyClick(sheet, Qt.Key.Key_Delete)
    assert page.document() == before
    with qtbot.waitSignal(page.revise_asked):
        page.head.primary.emit("revise")


def test_wishes_are_told_with_everything_stored_before(
    page: PlanEditorPage, context: AppContext, plan_id: int, qtbot: QtBot
) -> None:
    cursor_at_end(page, 3)
    type_words(page.text, " trước khi in")
    with qtbot.waitSignal(page.print_asked) as printed:
        page.print_plan()
    assert printed.args == [plan_id]
    assert " trước khi in" in stored_text(context, plan_id)
    with qtbot.waitSignal(page.export_asked) as exported:
        page.export_plan(".pdf")
    assert exported.args == [plan_id, ".pdf"]


# --- the printed page ---


def test_the_printed_page_follows_the_cursor(page: PlanEditorPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.pages.view.page_count > 5, timeout=15_000)
    page.text.go_to(page.text.document().blockCount() - 2)
    qtbot.waitUntil(lambda: page.pages.view.current_page >= 5, timeout=3000)
    page.show_part(ANNEX, 0)
    annex_page = page.pages._marks[0, 0][0]
    qtbot.waitUntil(lambda: page.pages.view.current_page == annex_page, timeout=3000)


def test_a_plan_opens_at_its_first_page_and_each_part_at_its_own(
    page: PlanEditorPage, qtbot: QtBot
) -> None:
    view = page.pages.view
    qtbot.waitUntil(lambda: view.page_count > 2, timeout=20_000)
    qtbot.wait(200)
    assert view.current_page == 0
    page.text.go_to(page.text.document().blockCount() - 1)
    page.outline.chosen.emit(SIGNATURE, -1)
    assert view.current_page > 0
    page.outline.chosen.emit(HEADER, -1)
    assert view.current_page == 0


def test_what_marks_letters_rests_while_a_form_is_in_front(page: PlanEditorPage) -> None:
    page.show_part(HEADER)
    assert not page.commands["bold"].isEnabled()
    page.show_part(TEXT)
    assert page.commands["bold"].isEnabled()


def test_the_window_goes_on_while_pages_are_made(page: PlanEditorPage, qtbot: QtBot) -> None:
    """A clock on the interface's thread is never held up for long by preview and autosave."""
    qtbot.waitUntil(lambda: page.pages.view.page_count > 5, timeout=15_000)
    ticks = [time.perf_counter()]
    clock = QTimer(page)
    clock.timeout.connect(lambda: ticks.append(time.perf_counter()))
    clock.start(5)
    page._maker.request(replace(page.document(), title="KẾ HOẠCH KHÁC"))
    qtbot.wait(700)
    clock.stop()
    gaps = [after - before for before, after in itertools.pairwise(ticks)]
    assert max(gaps) < 0.25
    assert len(ticks) > 20


def test_nothing_of_the_page_stays_when_it_is_closed(page: PlanEditorPage) -> None:
    page.close()
    names = {thread.name for thread in threading.enumerate()}
    assert not any(name.startswith(("tdkt-preview", "tdkt-save")) for name in names)
