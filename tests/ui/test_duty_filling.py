"""The council's duties come into a plan's text after a look, as one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QDialog

from tdkt_desktop.ui.dialogs.redraft_dialog import RedraftDialog
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

    def accept(dialog: RedraftDialog) -> QDialog.DialogCode:
        shown.extend(change.new for change in dialog.model.items)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(RedraftDialog, "exec", accept)
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


def test_leaving_the_look_changes_nothing(
    editor: PlanEditorPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = editor.document()
    monkeypatch.setattr(RedraftDialog, "exec", lambda _dialog: QDialog.DialogCode.Rejected)
    editor.commands["duties"].trigger()
    assert editor.document() == before


def test_a_year_without_duties_says_what_to_do(
    editor: PlanEditorPage, context: AppContext, ids: dict[str, int], recorder: Recorder
) -> None:
    context.councils.throw_away(ids["council"])
    editor.commands["duties"].trigger()
    assert "Hội đồng" in recorder.errors[-1].message
