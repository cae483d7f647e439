"""Two plans side by side at the keyboard, and the tasks taken over from the one above."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from window_desk import make_desk

from tdkt_desktop.services.comparing import ChangeKind, Compared
from tdkt_desktop.services.demo import SAMPLE_SCHOOL
from tdkt_desktop.services.plan_tasks import planned_tasks
from tdkt_desktop.ui.dialogs.compare_adopt_dialog import AdoptDialog
from tdkt_desktop.ui.dialogs.compare_adopt_model import CONTENT, DUE
from tdkt_desktop.ui.dialogs.compare_dialog import CompareDialog
from tdkt_desktop.ui.dialogs.compare_model import CHANGED_ONLY

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Recorder
    from pytestqt.qtbot import QtBot

    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.theme.theme import Theme


@pytest.fixture
def desk(context: AppContext, theme: Theme, recorder: Recorder, tmp_path: Path) -> Desk:
    context.school.save(SAMPLE_SCHOOL)
    for year in (2025, 2026):
        draft = context.drafting.draft("th-nam-hoc", year)
        context.plans.add_draft(draft.document, draft.period)
    return make_desk(context, theme, recorder, tmp_path)


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk) -> CompareDialog:
    made = CompareDialog(desk, desk.context.plans.plans()[0].id, adopt=lambda _above: None)
    qtbot.addWidget(made)
    made.show()
    return made


def test_last_years_plan_stands_at_the_left(dialog: CompareDialog) -> None:
    assert "2025 - 2026" in dialog.old.currentText()
    assert "2026 - 2027" in dialog.new.currentText()
    assert "đã sửa" in dialog.count.text()
    assert dialog.adopt.isEnabled()


def test_f8_goes_from_change_to_change(dialog: CompareDialog) -> None:
    first = dialog.view.row
    assert dialog.model.at(first).kind is not ChangeKind.SAME
    QTest.keyClick(dialog.view, Qt.Key.Key_F8)
    assert dialog.view.row > first
    QTest.keyClick(dialog.view, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.view.row == first


def test_only_what_differs_can_be_shown(dialog: CompareDialog) -> None:
    whole = dialog.model.rowCount()
    dialog.show_only.setCurrentIndex(dialog.show_only.findData(CHANGED_ONLY))
    assert 0 < dialog.model.rowCount() < whole
    kinds = {dialog.model.at(row).kind for row in range(dialog.model.rowCount())}
    assert ChangeKind.SAME not in kinds


def test_the_rows_are_painted_with_their_marks(dialog: CompareDialog) -> None:
    dialog.resize(900, 600)
    dialog.view.fit()
    assert not dialog.grab().isNull()


def test_ticked_tasks_are_taken_with_an_earlier_due(qtbot: QtBot, desk: Desk) -> None:
    context = desk.context
    plan = context.plans.plans()[0]
    above = context.drafting.draft("nam-cong-tac", 2026).document
    asked = context.adopting.asked(plan.id, above)
    dialog = AdoptDialog(desk, asked, "KH 02/KH-UBND", plan.period)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.act.isEnabled()
    dialog.earlier.setValue(3)
    QTest.keyClick(dialog.view, Qt.Key.Key_Space)
    assert dialog.act.text() == "Lấy 1 nhiệm vụ"
    dialog.lead.setText("Hiệu trưởng")
    dialog.lead.textEdited.emit("Hiệu trưởng")
    dialog.model.setData(dialog.model.index(0, DUE), "Trước ngày 10/01/2027")
    (task,) = dialog.adopted()
    assert task.title == str(dialog.model.index(0, CONTENT).data())
    assert (task.lead, task.due) == ("Hiệu trưởng", "Trước ngày 10/01/2027")


def test_a_known_task_cannot_be_taken_again(qtbot: QtBot, desk: Desk) -> None:
    plan = desk.context.plans.plans()[0]
    own = Compared("ours", desk.context.plans.plan(plan.id).document)
    asked = desk.context.adopting.asked(plan.id, own.document)
    assert len(asked) == len(planned_tasks(own.document))
    dialog = AdoptDialog(desk, asked, "KH 02", plan.period)
    qtbot.addWidget(dialog)
    dialog.model.tick(range(dialog.model.rowCount()), on=True)
    assert not dialog.adopted()
