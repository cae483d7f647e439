"""A scan is looked over line by line at the keyboard before it goes to the review of imports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from window_desk import make_desk

from tdkt_desktop.services.repair_review import RepairReview
from tdkt_desktop.ui.dialogs.repair_dialog import RepairDialog
from tdkt_desktop.ui.dialogs.repair_model import SOURCE, TEXT
from tdkt_desktop.ui.importing import Importer

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Recorder
    from pytestqt.qtbot import QtBot

    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.ui.theme.theme import Theme

SCAN = """KE HOACH
Cong tac thi dua nam hoc 2026 - 2027

Kién toan t§ chirc b may va phan c6ng nhiém vu cho tirng thanh vién

Ngudi thuc hién: Nguyén Thi Hanh va Tran Van Minh

3

Trién khai ké hoach dén cac to chuyén mon, bao cao truéc ngay 15/3/2027.
"""


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "Bản quét.txt"
    path.write_text(SCAN, "utf-8")
    return path


@pytest.fixture
def dialog(
    qtbot: QtBot, context: AppContext, theme: Theme, recorder: Recorder, tmp_path: Path, scan: Path
) -> RepairDialog:
    source = context.reading.read_source(scan)
    review = RepairReview(context.repair.restored(source))
    made = RepairDialog(make_desk(context, theme, recorder, tmp_path), review)
    qtbot.addWidget(made)
    made.show()
    return made


def row_with(dialog: RepairDialog, words: str) -> int:
    rows = range(dialog.model.rowCount())
    return next(row for row in rows if words in dialog.model.line(row).line.text)


def text(dialog: RepairDialog, row: int) -> str:
    return str(dialog.model.index(row, TEXT).data())


def press(dialog: RepairDialog, key: Qt.Key) -> None:
    QTest.keyClick(dialog.view, key)


def test_it_opens_at_the_first_line_to_look_at(dialog: RepairDialog) -> None:
    assert dialog.model.line(dialog.view.row).needs_look
    restored = row_with(dialog, "t§ chirc")
    assert text(dialog, restored).startswith("Kiện toàn tổ chức bộ máy")
    assert "t§ chirc" in str(dialog.model.index(restored, SOURCE).data())


def test_enter_accepts_and_goes_to_the_next(dialog: RepairDialog) -> None:
    row = row_with(dialog, "Nguyén Thi Hanh")
    dialog.view.go_to(row)
    before = int(dialog.only_unsure.text().split()[-1])
    press(dialog, Qt.Key.Key_Return)
    assert not dialog.model.line(row).needs_look
    assert int(dialog.only_unsure.text().split()[-1]) == before - 1
    assert dialog.isVisible()


def test_tab_turns_through_the_readings_and_undo_takes_it_back(dialog: RepairDialog) -> None:
    row = next(n for n in range(dialog.model.rowCount()) if dialog.model.line(n).line.alternatives)
    dialog.view.go_to(row)
    first = text(dialog, row)
    press(dialog, Qt.Key.Key_Tab)
    assert text(dialog, row) == dialog.model.line(row).line.alternatives[0]
    QTest.keyClick(dialog.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert text(dialog, row) == first


def test_a_line_can_be_kept_written_and_dropped(dialog: RepairDialog) -> None:
    row = row_with(dialog, "t§ chirc")
    dialog.view.go_to(row)
    QTest.keyClick(dialog.view, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert "t§ chirc" in text(dialog, row)
    dialog.model.setData(dialog.model.index(row, TEXT), "Kiện toàn  bộ máy")
    assert text(dialog, row) == "Kiện toàn bộ máy"
    press(dialog, Qt.Key.Key_Delete)
    assert dialog.model.line(row).dropped
    said = [item.text.plain for item in dialog.restored().items if hasattr(item, "text")]
    assert "Kiện toàn bộ máy" not in said
    assert "3" not in said


def test_only_the_lines_to_look_at_can_be_shown(dialog: RepairDialog) -> None:
    whole = dialog.model.rowCount()
    dialog.only_unsure.setChecked(True)
    assert 0 < dialog.model.rowCount() < whole
    dialog.only_unsure.setChecked(False)
    assert dialog.model.rowCount() == whole


def test_a_garbled_file_goes_through_both_reviews(
    qtbot: QtBot,
    context: AppContext,
    theme: Theme,
    recorder: Recorder,
    tmp_path: Path,
    scan: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk = make_desk(context, theme, recorder, tmp_path)
    shown: list[str] = []

    def accept(dialog: object) -> int:
        shown.append(type(dialog).__name__)
        return 1

    monkeypatch.setattr("PySide6.QtWidgets.QDialog.exec", accept)
    from PySide6.QtWidgets import QWidget

    owner = QWidget()
    qtbot.addWidget(owner)
    importer = Importer(desk, owner)
    with qtbot.waitSignal(importer.imported, timeout=20_000) as caught:
        importer.read(scan)
    assert shown == ["RepairDialog", "ImportReviewDialog"]
    assert caught.args is not None
    document = context.plans.plan(caught.args[0]).document
    assert "thi đua" in document.subject.plain
