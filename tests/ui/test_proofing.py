"""The proof-reader beside the text: what it marks, where it goes, what it repairs and leaves."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from sample_plan import sample_plan
from typing_hand import type_words

from tdkt_desktop.documents.blocks import Clause, Heading, Level, Paragraph, Table
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.services.period import PlanPeriod
from tdkt_desktop.services.proofreading import NAMES, Severity
from tdkt_desktop.ui.editors import proofing
from tdkt_desktop.ui.editors.finding_help import FindingHelp
from tdkt_desktop.ui.editors.part_list import ANNEX, GROUNDS, HEADER, TEXT
from tdkt_desktop.ui.pages.plan_editor_page import PlanEditorPage
from tdkt_desktop.ui.preferences import PreferencesFile
from tdkt_desktop.ui.theme.theme import DEFAULT_POINT_SIZE, ThemeChoice

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Recorder
    from pytestqt.qtbot import QtBot

    from tdkt_desktop.documents.document import OfficialDocument
    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.services.proofreading import Finding
    from tdkt_desktop.ui.theme.theme import Theme

SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
SLIP = "Tiếp tục thực hiện **phong trào** “Dạy tốt - Học tốt”, làm hay ; nhân rộng cách làm hay."
DAY = "Tổ chức Hội thi “Viết chữ đẹp” cấp trường trước thứ Sáu, ngày 30/4/2026 theo Phụ lục."


def faulty_plan() -> OfficialDocument:
    """A plan with a slip in the text, the head, the grounds, a table and around the table."""
    plan = sample_plan()
    annex, text = plan.annexes[0], RichText.from_markup
    table = next(block for block in annex.blocks if isinstance(block, Table))
    row = table.groups[0].rows[0]
    cells = (text("Họp Hội đồng , bình xét"), *row.cells[1:])
    group = replace(table.groups[0], rows=(replace(row, cells=cells),))
    body = (
        Heading(Level.ROMAN, text("NHIỆM VỤ TRỌNG TÂM")),
        Clause(Level.ARABIC, text("Mỗi tổ chọn một việc làm cụ thể.")),
        Clause(Level.ARABIC, text(SLIP)),
        Clause(Level.ARABIC, text(DAY)),
    )
    below = Paragraph(text("Các tổ báo cáo hằng tháng ; gửi về Thường trực."))
    return replace(
        plan,
        year=2026,
        school_year=None,
        subject=text("Công tác thi đua , khen thưởng năm 2026"),
        grounds=(*plan.grounds[:2], text("Căn cứ tình hình thực tế , khả năng của trường")),
        body=body,
        annexes=(replace(annex, blocks=(replace(table, groups=(group,)), below)),),
    )


@pytest.fixture
def plan_id(context: AppContext) -> int:
    return context.plans.add_draft(faulty_plan(), PlanPeriod(2026))


@pytest.fixture
def page(
    qtbot: QtBot,
    theme: Theme,
    context: AppContext,
    recorder: Recorder,
    plan_id: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[PlanEditorPage]:
    monkeypatch.setattr(proofing, "PAUSE_MS", 30)
    preferences = PreferencesFile(tmp_path / "preferences.json")
    made = PlanEditorPage(context, theme, recorder.as_feedback(), preferences)
    qtbot.addWidget(made, before_close_func=lambda _page: made.shut_down())
    made.resize(1214, 690)
    made.open_plan(plan_id)
    made.show()
    qtbot.waitExposed(made)
    made.text.setFocus()
    settle(qtbot, made)
    yield made
    made.shut_down()


def settle(qtbot: QtBot, page: PlanEditorPage) -> None:
    qtbot.waitUntil(lambda: page.proof.is_idle, timeout=10_000)


def places(page: PlanEditorPage) -> list[str]:
    return [one.place.path for one in page.proof.findings]


def go_to(page: PlanEditorPage, start: str, code: str = "spacing") -> Finding:
    """Press F8 until the finding at a place is the current one."""
    for _press in page.proof.findings:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F8)
        current = page.proof.panel.list.current
        if current is not None and current.code == code and current.place.path.startswith(start):
            return current
    raise AssertionError(places(page))


def press_repair(page: PlanEditorPage) -> None:
    QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Return, ALT)


def button(page: PlanEditorPage, words: str) -> QPushButton:
    shown = page.proof.panel.list.findChildren(QPushButton)
    return next(one for one in shown if one.text().startswith(words) and one.isVisible())


def underlines(page: PlanEditorPage) -> dict[str, QTextCharFormat.UnderlineStyle]:
    none = QTextCharFormat.UnderlineStyle.NoUnderline
    return {
        one.cursor.selectedText(): one.format.underlineStyle()
        for one in page.text.extraSelections()
        if one.format.underlineStyle() is not none
    }


def test_the_bar_counts_by_severity_and_the_gravest_come_first(page: PlanEditorPage) -> None:
    severities = [one.severity for one in page.proof.findings]
    assert severities == sorted(severities, key=list(Severity).index)
    assert page.proof.panel.counts == "1 lỗi · 5 gợi ý"


def test_the_list_opens_and_shuts_by_its_bar_and_stays_so(
    page: PlanEditorPage, tmp_path: Path
) -> None:
    panel = page.proof.panel
    assert not panel.list.isVisible()
    QTest.mouseClick(panel, Qt.MouseButton.LeftButton, pos=panel.head.geometry().center())
    assert panel.list.isVisible()
    kept = PreferencesFile(tmp_path / "preferences.json").current.layouts
    assert kept["plan-editor-findings"] == "open"
    QTest.mouseClick(panel, Qt.MouseButton.LeftButton, pos=panel.head.geometry().center())
    assert not panel.list.isVisible()
    assert panel.height() == panel.head.height()


def test_words_in_the_text_are_underlined_by_how_sure_it_is(page: PlanEditorPage) -> None:
    style = QTextCharFormat.UnderlineStyle
    assert underlines(page) == {"thứ Sáu": style.WaveUnderline, " ;": style.DotLine}


def test_marks_take_the_colours_of_the_dark_theme(page: PlanEditorPage, theme: Theme) -> None:
    theme.apply(ThemeChoice.DARK, DEFAULT_POINT_SIZE)
    marks = page.text.extraSelections()
    colours = {one.format.underlineColor().name().upper() for one in marks}
    assert theme.tokens.late in colours


def test_marks_go_along_with_what_is_typed_before_them(page: PlanEditorPage) -> None:
    page.text.go_to(4)
    type_words(page.text, "Xin ")
    assert "thứ Sáu" in underlines(page)


@pytest.mark.parametrize(
    ("start", "part"),
    [
        ("body/2", (TEXT, -1)),
        ("subject", (HEADER, -1)),
        ("grounds/2", (GROUNDS, -1)),
        ("annexes/0/blocks/0", (ANNEX, 0)),
        ("annexes/0/blocks/1", (ANNEX, 0)),
    ],
)
def test_f8_goes_to_the_place_and_alt_enter_repairs_it(
    qtbot: QtBot, page: PlanEditorPage, recorder: Recorder, start: str, part: tuple[str, int]
) -> None:
    before = page.document()
    finding = go_to(page, start)
    assert page.parts.part == part
    press_repair(page)
    after = page.document()
    settle(qtbot, page)
    assert after != before
    assert finding.place.path not in places(page)
    assert recorder.last_act is not None
    recorder.last_act()
    assert page.document() == before
    settle(qtbot, page)
    assert finding.place.path in places(page)


def test_a_repair_of_the_text_is_one_named_step_and_keeps_bold_letters(
    page: PlanEditorPage,
) -> None:
    go_to(page, "body/2")
    press_repair(page)
    words = page.document().body[2]
    assert isinstance(words, Clause)
    assert words.text == RichText.from_markup(SLIP.replace(" ;", ";"))
    assert page.undo_focus.undo_text == "sửa theo soát lỗi"
    page.undo_focus.undo()
    assert page.document() == faulty_plan_as_edited(page)


def faulty_plan_as_edited(page: PlanEditorPage) -> OfficialDocument:
    return page.document().__class__(
        **{
            name: getattr(faulty_plan() if name == "body" else page.document(), name)
            for name in page.document().__slots__
        }
    )


def test_a_repair_of_a_cell_is_a_named_step_of_its_sheet(page: PlanEditorPage) -> None:
    go_to(page, "annexes/0/blocks/0")
    press_repair(page)
    sheet = page.parts.annexes[0].sheet
    assert sheet.table.groups[0].rows[0].cells[0].plain == "Họp Hội đồng, bình xét"
    assert sheet.sheet.undo_stack.undoText() == "sửa theo soát lỗi"


def test_the_note_never_takes_back_what_was_typed_after_the_repair(
    page: PlanEditorPage, recorder: Recorder
) -> None:
    go_to(page, "body/2")
    press_repair(page)
    type_words(page.text, "x")
    typed = page.document()
    assert recorder.last_act is not None
    recorder.last_act()
    assert page.document() == typed


def test_words_that_were_changed_meanwhile_are_left_as_they_are(
    page: PlanEditorPage, recorder: Recorder
) -> None:
    go_to(page, "body/2")
    QTest.keyClick(page.text, Qt.Key.Key_Backspace)
    typed = page.document()
    page.proof.repair()
    assert page.document() == typed
    assert "viết khác" in recorder.notes[-1]


def test_nothing_is_repaired_where_no_repair_is_certain(page: PlanEditorPage) -> None:
    go_to(page, "body/3", "weekday")
    before = page.document()
    press_repair(page)
    assert page.document() == before


def test_shift_f8_goes_back_and_both_ways_go_round(page: PlanEditorPage) -> None:
    rows = []
    for _press in range(len(page.proof.findings) + 1):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F8)
        rows.append(page.proof.panel.list.row)
    assert rows == [*range(len(page.proof.findings)), 0]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F8, SHIFT)
    assert page.proof.panel.list.row == len(page.proof.findings) - 1


def test_arrows_only_look_and_enter_goes(page: PlanEditorPage) -> None:
    page.proof.panel.open(on=True)
    listed = page.proof.panel.list
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_Down)
    assert page.parts.part == (TEXT, -1)
    assert QApplication.focusWidget() is listed
    assert page.proof.panel.list.current.place.path == "subject"
    QTest.keyClick(listed, Qt.Key.Key_Return)
    assert page.parts.part == (HEADER, -1)


def test_a_click_on_a_finding_goes_to_it(page: PlanEditorPage) -> None:
    page.proof.panel.open(on=True)
    listed = page.proof.panel.list
    at = listed.visualRect(listed.findings.index(0)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert page.text.hasFocus()
    assert page.text.textCursor().blockNumber() == places_in_text(page)["thứ Sáu"]


def places_in_text(page: PlanEditorPage) -> dict[str, int]:
    marks = page.text.extraSelections()
    return {one.cursor.selectedText(): one.cursor.blockNumber() for one in marks}


def test_the_current_finding_has_the_buttons(page: PlanEditorPage) -> None:
    go_to(page, "body/2")
    button(page, "Sửa thành").click()
    clause = page.document().body[2]
    assert isinstance(clause, Clause)
    assert " ;" not in clause.text.plain


@pytest.mark.parametrize("for_good", [False, True])
def test_a_dismissed_finding_stays_away_until_it_is_taken_back(
    qtbot: QtBot,
    page: PlanEditorPage,
    recorder: Recorder,
    context: AppContext,
    for_good: bool,
) -> None:
    gone = go_to(page, "body/3", "weekday")
    menus = (one.menu() for one in page.proof.panel.list.findChildren(QToolButton))
    menu = next(one for one in menus if one is not None)
    menu.actions()[for_good].trigger()
    assert gone not in page.proof.findings
    settle(qtbot, page)
    assert gone not in page.proof.findings
    elsewhere = context.proofreader.check_document(page.document(), PlanPeriod(2026), "plan:0")
    assert (gone in elsewhere) is not for_good
    assert recorder.last_act is not None
    recorder.last_act()
    settle(qtbot, page)
    assert gone in page.proof.findings


def test_delete_in_the_list_leaves_out(page: PlanEditorPage) -> None:
    page.proof.panel.open(on=True)
    listed = page.proof.panel.list
    listed.setFocus()
    listed.go_to(0)
    gone = listed.current
    QTest.keyClick(listed, Qt.Key.Key_Delete)
    assert gone not in page.proof.findings


def test_an_issued_plan_shows_its_findings_and_lets_nothing_be_done(
    qtbot: QtBot, page: PlanEditorPage, context: AppContext, plan_id: int
) -> None:
    page.flush()
    context.issuing.issue(plan_id, date(2026, 1, 5))
    page.reload()
    settle(qtbot, page)
    QTest.keyClick(page.text, Qt.Key.Key_F8)
    before, count = page.document(), len(page.proof.findings)
    assert count
    shown = [one for one in page.proof.panel.list.findChildren(QPushButton) if one.isVisible()]
    assert [one.text() for one in shown] == ["Vì sao?"]
    listed = page.proof.panel.list
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_Delete)
    press_repair(page)
    assert (page.document(), len(page.proof.findings)) == (before, count)


def test_the_outline_marks_the_branches_with_findings(
    page: PlanEditorPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, context: AppContext
) -> None:
    tree = page.outline.tree
    top = tree.model().index(0, 0)
    icon = Qt.ItemDataRole.DecorationRole
    assert not top.data(icon).isNull()
    monkeypatch.setattr(context.proofreader, "check_document", lambda *_all: ())
    page.proof.note_change()
    settle(qtbot, page)
    assert tree.model().index(0, 0).data(icon).isNull()


def test_typing_begins_a_new_look_and_only_the_last_counts(
    qtbot: QtBot, page: PlanEditorPage
) -> None:
    page.text.go_to(places_in_text(page)[" ;"])
    type_words(page.text, "Nộp hồ sơ trước ngày 31/4/2026. ")
    settle(qtbot, page)
    assert "impossible-date" in {one.code for one in page.proof.findings}


def test_a_slow_look_never_holds_up_a_key(
    qtbot: QtBot, page: PlanEditorPage, monkeypatch: pytest.MonkeyPatch, context: AppContext
) -> None:
    looks: list[OfficialDocument] = []
    check = context.proofreader.check_document

    def slow(document: OfficialDocument, *rest: object) -> object:
        time.sleep(0.3)
        looks.append(document)
        return check(document, *rest)

    monkeypatch.setattr(context.proofreader, "check_document", slow)
    type_words(page.text, "a")
    qtbot.wait(80)
    began = time.perf_counter()
    for _key in range(5):
        type_words(page.text, "b")
        qtbot.wait(1)
    assert time.perf_counter() - began < 0.25
    settle(qtbot, page)
    assert looks[-1] == page.document()


def test_a_plan_without_findings_is_quiet(
    qtbot: QtBot,
    page: PlanEditorPage,
    recorder: Recorder,
    monkeypatch: pytest.MonkeyPatch,
    context: AppContext,
) -> None:
    monkeypatch.setattr(context.proofreader, "check_document", lambda *_all: ())
    page.proof.panel.open(on=True)
    page.proof.note_change()
    settle(qtbot, page)
    assert page.proof.panel.counts == "chưa thấy gì"
    assert not page.proof.panel.list.isVisible()
    assert underlines(page) == {}
    QTest.keyClick(page.text, Qt.Key.Key_F8)
    assert recorder.notes == ["Chưa thấy chỗ nào cần sửa."]


@pytest.mark.parametrize("code", ["weekday", "spacing"])
def test_every_finding_can_say_why(qtbot: QtBot, theme: Theme, code: str) -> None:
    help_page = FindingHelp(code, None)
    qtbot.addWidget(help_page)
    assert NAMES[code] in help_page.windowTitle()
    assert len(help_page.page.toPlainText()) > 100
