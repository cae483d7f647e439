"""The review of an import at the keyboard: levels, doubts, joining, splitting, fields above."""

from __future__ import annotations

import time
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit
from window_desk import make_desk

from tdkt_desktop.documents.document import DocumentKind
from tdkt_desktop.documents.roles import Role
from tdkt_desktop.services.import_review import ImportReview
from tdkt_desktop.services.reading import ReadingService
from tdkt_desktop.ui.dialogs.import_review_dialog import ImportReviewDialog
from tdkt_desktop.ui.tables.review_model import CONTENT, ROLE, SOURCE, role_choices

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Recorder
    from pytestqt.qtbot import QtBot

    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.ui.theme.theme import Theme

HEAD = """TRƯỜNG TIỂU HỌC BẾN HẠC
Số: 05/KH-THBH
Bến Hạc, ngày 16 tháng 01 năm 2025
KẾ HOẠCH
Công tác thi đua năm 2025
"""
BODY = """I. MỤC ĐÍCH
1. Phát hiện điển hình tiên tiến.
2. Bảo đảm chính xác, công khai.
III. NHIỆM VỤ
1. Tổ chức Hội thi viết chữ đẹp.
"""
END = """HIỆU TRƯỞNG
Lý Thu Ngân
Nơi nhận:
- Các tổ;
- Lưu: VT.
"""


@pytest.fixture
def dialog(
    qtbot: QtBot, context: AppContext, theme: Theme, recorder: Recorder, tmp_path: Path
) -> ImportReviewDialog:
    path = tmp_path / "Kế hoạch cũ.txt"
    path.write_text(HEAD + BODY + END, "utf-8")
    review = ImportReview(*ReadingService().read(path))
    made = ImportReviewDialog(make_desk(context, theme, recorder, tmp_path), review)
    qtbot.addWidget(made)
    made.show()
    return made


def row_with(dialog: ImportReviewDialog, words: str) -> int:
    rows = range(dialog.model.rowCount())
    return next(row for row in rows if words in dialog.model.row(row).text)


def go_to(dialog: ImportReviewDialog, words: str) -> int:
    row = row_with(dialog, words)
    dialog.view.go_to(row)
    return row


def test_it_opens_at_the_first_place_to_look_at(dialog: ImportReviewDialog) -> None:
    assert dialog.model.row(dialog.view.row).text == "NHIỆM VỤ"
    assert dialog.only_doubtful.text().endswith("1")
    assert dialog.act.text() == f"Nhập {dialog.model.rowCount()} đoạn"


def test_tab_changes_the_level_and_the_numbers_at_once(dialog: ImportReviewDialog) -> None:
    row = go_to(dialog, "Bảo đảm chính xác")
    QTest.keyClick(dialog.view, Qt.Key.Key_Tab)
    assert dialog.model.row(row).label == "1.1."
    QTest.keyClick(dialog.view, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.model.row(row).label == "2."
    assert dialog.view.row == row


def test_enter_goes_on_and_never_stores(dialog: ImportReviewDialog) -> None:
    row = go_to(dialog, "MỤC ĐÍCH")
    QTest.keyClick(dialog.view, Qt.Key.Key_Return)
    assert dialog.view.row == row + 1
    QTest.keyClick(dialog.head.signer, Qt.Key.Key_Return)
    assert dialog.isVisible()
    QTest.keyClick(dialog.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.isVisible()


def test_f8_goes_to_what_is_to_be_looked_at(dialog: ImportReviewDialog) -> None:
    wanted = row_with(dialog, "NHIỆM VỤ")
    dialog.view.go_to(0)
    QTest.keyClick(dialog.view, Qt.Key.Key_F8)
    assert dialog.view.row == wanted


def test_only_what_is_doubtful_is_shown_on_demand(dialog: ImportReviewDialog) -> None:
    whole = dialog.model.rowCount()
    dialog.only_doubtful.click()
    assert [dialog.model.row(n).needs_look for n in range(dialog.model.rowCount())] == [True]
    dialog.only_doubtful.click()
    assert dialog.model.rowCount() == whole
    assert dialog.model.row(dialog.view.row).text == "NHIỆM VỤ"


def test_the_list_of_parts_changes_a_row(dialog: ImportReviewDialog) -> None:
    row = go_to(dialog, "MỤC ĐÍCH")
    dialog.view.choose_role()
    combo = dialog.view.findChild(QComboBox)
    assert combo is not None
    assert combo.currentText() == "Mục I."
    place = combo.findText("Mục 1.")
    combo.setCurrentIndex(place)
    combo.activated.emit(place)
    assert dialog.model.row(row).role is Role.HEADING_ARABIC


def test_every_offered_part_can_be_taken(dialog: ImportReviewDialog) -> None:
    row = row_with(dialog, "Bảo đảm chính xác")
    for _words, role in role_choices(dialog.model.row(row)):
        dialog.model.set_role(row, role)
        assert dialog.model.row(row).role is role
        dialog.result_reading()


def test_a_cursor_in_the_text_splits_and_the_key_joins(dialog: ImportReviewDialog) -> None:
    row = go_to(dialog, "Bảo đảm chính xác")
    QTest.keyClick(dialog.view, Qt.Key.Key_F2)
    editor = dialog.view.findChild(QPlainTextEdit)
    assert editor is not None
    cursor = editor.textCursor()
    cursor.setPosition(len("Bảo đảm"))
    editor.setTextCursor(cursor)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert dialog.model.row(row).text == "Bảo đảm"
    assert dialog.model.row(row + 1).text == "chính xác, công khai."
    dialog.view.go_to(row + 1)
    QTest.keyClick(dialog.view, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert dialog.model.row(row).text == "Bảo đảm chính xác, công khai."


def test_leaving_a_cut_by_escape_changes_nothing(dialog: ImportReviewDialog) -> None:
    row = go_to(dialog, "Bảo đảm chính xác")
    rows = dialog.model.rowCount()
    dialog.view.choose_cut()
    editor = dialog.view.findChild(QPlainTextEdit)
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert dialog.model.rowCount() == rows
    assert dialog.model.row(row).text == "Bảo đảm chính xác, công khai."
    assert dialog.isVisible()


def test_delete_leaves_out_takes_in_and_undo_follows(
    dialog: ImportReviewDialog, qtbot: QtBot
) -> None:
    row = go_to(dialog, "Phát hiện điển hình")
    count = dialog.model.rowCount()
    QTest.keyClick(dialog.view, Qt.Key.Key_Delete)
    assert dialog.model.row(row).left_out
    assert dialog.model.row(row + 1).label == "1."
    qtbot.waitUntil(lambda: dialog.act.text() == f"Nhập {count - 1} đoạn")
    QTest.keyClick(dialog.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.model.row(row).left_out
    assert dialog.model.row(row + 1).label == "2."


def test_the_fields_above_follow_the_rows_until_they_are_written_in(
    dialog: ImportReviewDialog, qtbot: QtBot
) -> None:
    head = dialog.head
    assert head.number.text() == "05/KH-THBH"
    assert head.date.day() == date(2025, 1, 16)
    assert head.recipients.text() == "2 nơi nhận"
    go_to(dialog, "Lý Thu Ngân")
    QTest.keyClick(dialog.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: head.signer.text() == "")
    QTest.keyClicks(head.signer, "Phan Van Quy")
    dialog.model.undo(0)
    qtbot.wait(200)
    assert head.signer.text() == "Phan Van Quy"
    assert dialog.result_reading().document.signature.name == "Phan Van Quy"


def test_a_wrong_date_is_told_and_holds_the_import(dialog: ImportReviewDialog) -> None:
    dialog.head.date.setText("31/02")
    assert not dialog.act.isEnabled()
    dialog.head.date.setText("28/2")
    assert dialog.act.isEnabled()
    assert dialog.head.fields().issued_on == date(2025, 2, 28)


def test_a_number_may_be_a_symbol_alone(dialog: ImportReviewDialog) -> None:
    dialog.head.number.setText("KH-THBH")
    assert (dialog.head.fields().number, dialog.head.fields().symbol) == ("", "KH-THBH")
    dialog.head.number.setText("12")
    assert (dialog.head.fields().number, dialog.head.fields().symbol) == ("12", "")
    assert dialog.head.fields().kind is DocumentKind.PLAN


def test_every_row_is_named_for_the_ear(dialog: ImportReviewDialog) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    for row in range(dialog.model.rowCount()):
        for column in (SOURCE, ROLE, CONTENT):
            assert dialog.model.index(row, column).data(role)


def test_a_key_in_a_long_file_is_felt_at_once(
    qtbot: QtBot, context: AppContext, theme: Theme, recorder: Recorder, tmp_path: Path
) -> None:
    path = tmp_path / "dài.txt"
    lines = "".join(f"{n}. Nhiệm vụ thứ {n} của nhà trường trong năm.\n" for n in range(1, 900))
    path.write_text(HEAD + "I. NHIỆM VỤ\n" + lines + END, "utf-8")
    review = ImportReview(*ReadingService().read(path))
    dialog = ImportReviewDialog(make_desk(context, theme, recorder, tmp_path), review)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.model.rowCount() > 900
    row = go_to(dialog, "Nhiệm vụ thứ 450 ")
    begin = time.perf_counter()
    QTest.keyClick(dialog.view, Qt.Key.Key_Tab)
    spent = time.perf_counter() - begin
    assert dialog.model.row(row).label == "449.1."
    # The aim is 50 ms on a quiet machine; a busy one may take several times that.
    assert spent < 0.6, spent
