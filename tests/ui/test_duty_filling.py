"""The council's duties come into a plan's text after a look, as one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QDialog

from tdkt_desktop.ui.editors.duty_filling import DutyDialog
from tdkt_desktop.ui.pages.plan_editor_page import PlanEditorPage
from tests.support.council_year import add_year

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.ui.desk import Desk
    from tests.ui.conftest import Recorder


@pytest.fixture
def ids(context: AppContext) -> dict[str, int]:
    return add_year(context)


@pytest.fixture
def editor(desk: Desk, ids: dict[str, int], qtbot: QtBot) -> Iterator[PlanEditorPage]:
    made = PlanEditorPage(desk.context, desk.theme, desk.feedback, desk.preferences)
    qtbot.addWidget(made)
    made.open_plan(ids["plan"])
    yield made
    made.shut_down()


def test_the_duties_come_in_after_a_look_and_one_undo_takes_them_back(
    editor: PlanEditorPage, recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = editor.document()
    shown: list[str] = []

    def accept(dialog: DutyDialog) -> QDialog.DialogCode:
        shown.extend(change.new for change in dialog.model.items)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(DutyDialog, "exec", accept)
    editor.commands["duties"].trigger()
    after = editor.document()
    texts = [paragraph.text.plain for paragraph in editor.text.paragraphs()]
    assert "Chủ tịch: Lê Thị Minh Nguyệt" in texts
    assert any("Lê Thị Minh Nguyệt" in text for text in shown)
    assert (after.grounds, after.annexes, after.closing) == (
        before.grounds,
        before.annexes,
        before.closing,
    )
    editor.undo_focus.undo()
    assert editor.document() == before
    editor.undo_focus.redo()
    assert editor.document() == after
    editor.commands["duties"].trigger()
    assert recorder.notes[-1] == "Phần phân công trong kế hoạch đã khớp với Hội đồng."


def test_the_annex_of_duties_is_a_choice_and_is_kept_up_to_date(
    editor: PlanEditorPage,
    context: AppContext,
    ids: dict[str, int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = len(editor.document().annexes)
    offered: list[bool] = []

    def accept(dialog: DutyDialog) -> QDialog.DialogCode:
        offered.append(dialog.annex.isChecked())
        dialog.annex.setChecked(True)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(DutyDialog, "exec", accept)
    editor.commands["duties"].trigger()
    assert len(editor.document().annexes) == before + 1
    seat = context.councils.council(ids["council"]).seats[0]
    assert seat.id is not None
    context.councils.set_duties(seat.id, seat.duties[:1])
    editor.commands["duties"].trigger()
    assert offered == [False, True]
    assert len(editor.document().annexes) == before + 1
    editor.flush()
    assert context.plan_duties.left_behind(2026) == ()


def test_leaving_the_look_changes_nothing(
    editor: PlanEditorPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = editor.document()
    monkeypatch.setattr(DutyDialog, "exec", lambda _dialog: QDialog.DialogCode.Rejected)
    editor.commands["duties"].trigger()
    assert editor.document() == before


def test_a_year_without_duties_says_what_to_do(
    editor: PlanEditorPage, context: AppContext, ids: dict[str, int], recorder: Recorder
) -> None:
    context.councils.throw_away(ids["council"])
    editor.commands["duties"].trigger()
    assert "Hội đồng" in recorder.errors[-1].message
