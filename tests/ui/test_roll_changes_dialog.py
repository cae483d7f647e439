"""The list of a roll's changes at the keyboard: ticks, filters, all and none, the other way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from window_desk import make_desk

from tdkt_desktop.services.demo import SAMPLE_SCHOOL
from tdkt_desktop.services.period import PlanPeriod
from tdkt_desktop.ui.dialogs.roll_changes_dialog import RollChangesDialog
from tdkt_desktop.ui.dialogs.roll_model import AFTER, TICK
from tdkt_desktop.vietnamese.school_year import SchoolYear

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Recorder
    from pytestqt.qtbot import QtBot

    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.services.rolling_review import RollReview
    from tdkt_desktop.ui.theme.theme import Theme


@pytest.fixture
def review(context: AppContext) -> RollReview:
    context.school.save(SAMPLE_SCHOOL)
    draft = context.drafting.draft("th-nam-hoc", 2026)
    plan_id = context.plans.add_draft(draft.document, draft.period)
    return context.rolling.review(plan_id, PlanPeriod(2027, SchoolYear(2027)))


@pytest.fixture
def dialog(
    qtbot: QtBot,
    context: AppContext,
    theme: Theme,
    recorder: Recorder,
    tmp_path: Path,
    review: RollReview,
) -> RollChangesDialog:
    desk = make_desk(context, theme, recorder, tmp_path)
    made = RollChangesDialog(desk, review, council="Lấy cả Hội đồng")
    qtbot.addWidget(made)
    made.show()
    return made


def test_everything_is_ticked_and_counted(dialog: RollChangesDialog, review: RollReview) -> None:
    whole = len(review.rows)
    assert f"{whole} trong {whole}" in dialog.count.text()
    assert dialog.with_council
    ticks = {dialog.model.index(n, TICK).data(Qt.ItemDataRole.CheckStateRole) for n in range(whole)}
    assert ticks == {Qt.CheckState.Checked}


def test_space_refuses_and_accepts(dialog: RollChangesDialog, review: RollReview) -> None:
    dialog.view.go_to(2)
    QTest.keyClick(dialog.view, Qt.Key.Key_Space)
    assert not dialog.model.change(2).accepted
    QTest.keyClick(dialog.view, Qt.Key.Key_Space)
    assert len(review.accepted()) == len(review.rows)


def test_all_and_none_are_for_what_is_shown(dialog: RollChangesDialog, review: RollReview) -> None:
    kind, count = review.kinds()[0]
    dialog.kind.setCurrentIndex(dialog.kind.findData(kind.value))
    assert dialog.model.rowCount() == count
    dialog.model.choose_shown(accepted=False)
    assert len(review.accepted()) == len(review.rows) - count
    dialog.kind.setCurrentIndex(0)
    dialog.model.choose_shown(accepted=True)
    assert len(review.accepted()) == len(review.rows)


def test_f8_goes_to_what_a_person_must_decide(dialog: RollChangesDialog) -> None:
    QTest.keyClick(dialog.view, Qt.Key.Key_F8)
    assert dialog.model.change(dialog.view.row).change.asked
    assert dialog.model.change(dialog.view.row).change.reason in str(
        dialog.model.index(dialog.view.row, AFTER).data()
    )


def test_tab_takes_the_other_way(dialog: RollChangesDialog) -> None:
    row = next(n for n in range(dialog.model.rowCount()) if dialog.model.change(n).has_choice)
    dialog.view.go_to(row)
    before = dialog.model.index(row, AFTER).data()
    QTest.keyClick(dialog.view, Qt.Key.Key_Tab)
    assert dialog.model.index(row, AFTER).data() != before
