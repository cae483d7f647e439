"""The wizard of the first start: it proposes, stores what was said, and insists on nothing."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from typing_hand import commit, compose, press

from tdkt_desktop.services.context import AppContext
from tdkt_desktop.services.demo import SAMPLE_SCHOOL
from tdkt_desktop.services.school_profile import Issuer, Planning, SchoolLevel, SchoolProfile
from tdkt_desktop.ui.dialogs.data_step import DataStep
from tdkt_desktop.ui.dialogs.first_start import FirstStart
from tdkt_desktop.ui.dialogs.first_start_steps import LevelStep, SchoolStep, SignerStep, YearStep

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Chosen, Recorder
    from pytestqt.qtbot import QtBot

    from tdkt_desktop.ui.desk import Desk

LEVEL, SCHOOL, SIGNER, YEAR, DATA = range(5)


@pytest.fixture
def wizard(qtbot: QtBot, desk: Desk) -> Iterator[FirstStart]:
    made = FirstStart(desk)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.page.stop()


def school_step(wizard: FirstStart) -> SchoolStep:
    step = wizard.steps[SCHOOL]
    assert isinstance(step, SchoolStep)
    return step


def write(qtbot: QtBot, line: QLineEdit, words: str) -> None:
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    line.selectAll()
    press(line, Qt.Key.Key_Backspace)
    commit(line, words)


def stored(desk: Desk) -> SchoolProfile:
    return desk.context.school.profile()


def test_a_name_and_a_ward_make_the_whole_head(
    qtbot: QtBot, wizard: FirstStart, desk: Desk
) -> None:
    wizard.go_on()
    step = school_step(wizard)
    write(qtbot, step.name, "Trường Tiểu học Hoa Phượng")
    assert (step.abbreviation.text(), step.short_name.text()) == ("THHP", "Trường TH Hoa Phượng")
    assert step.parents.box().text() == "UBND phường "
    write(qtbot, step.parents.box(), "UBND phường An Thịnh")
    assert step.place.text() == "An Thịnh"
    wizard.go_on()
    profile = stored(desk)
    assert profile.official_name == "Trường Tiểu học Hoa Phượng"
    assert profile.parent_name == "Uỷ ban nhân dân phường An Thịnh"
    assert profile.recipients[-1] == "Lưu: VT, HĐTĐKT"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_capitals_become_a_written_name_when_the_field_is_left(
    qtbot: QtBot, wizard: FirstStart, desk: Desk, form: str
) -> None:
    wizard.go_on()
    step = school_step(wizard)
    write(qtbot, step.name, unicodedata.normalize(form, "TRƯỜNG THCS ĐỒI THÔNG"))  # type: ignore[arg-type]
    write(qtbot, step.parents.box(), "UBND XÃ YÊN BÌNH")
    step.place.setFocus()
    assert step.name.text() == "Trường THCS Đồi Thông"
    assert step.parents.lines() == ("UBND xã Yên Bình",)
    wizard.go_on()
    assert stored(desk).abbreviation == "THCSĐT"
    assert stored(desk).level is SchoolLevel.LOWER_SECONDARY


def test_what_somebody_wrote_is_no_longer_proposed(
    qtbot: QtBot, wizard: FirstStart, desk: Desk
) -> None:
    wizard.go_on()
    step = school_step(wizard)
    write(qtbot, step.name, "Trường Tiểu học Hoa Phượng")
    write(qtbot, step.abbreviation, "HP")
    write(qtbot, step.name, "Trường Tiểu học Hoa Mai")
    assert step.abbreviation.text() == "HP"
    write(qtbot, step.abbreviation, "")
    step.place.setFocus()
    assert step.abbreviation.text() == "THHM"


def test_a_level_that_does_not_fit_the_name_is_pointed_out(
    qtbot: QtBot, wizard: FirstStart
) -> None:
    level = wizard.steps[LEVEL]
    assert isinstance(level, LevelStep)
    level.choice.button(SchoolLevel.UPPER_SECONDARY).click()
    wizard.go_on()
    step = school_step(wizard)
    assert step.parents.box().text().startswith("Sở Giáo dục")
    write(qtbot, step.name, "Trường Mầm non Sen Hồng")
    shown = step.name.accessibleDescription()
    assert "Trung học phổ thông" in shown
    assert "Mầm non" in shown


def test_enter_goes_on_and_ends_after_the_last_step(
    qtbot: QtBot, wizard: FirstStart, desk: Desk
) -> None:
    wizard.go_on()
    step = school_step(wizard)
    write(qtbot, step.name, "Trường Tiểu học Hoa Phượng")
    press(step.name, Qt.Key.Key_Return)
    assert wizard.current == SIGNER
    for _step in range(2):
        wizard.go_on()
    assert wizard.current == DATA
    with qtbot.waitSignal(wizard.accepted):
        wizard.forward.click()
    assert stored(desk).is_named


def test_closing_loses_nothing(qtbot: QtBot, wizard: FirstStart, desk: Desk) -> None:
    wizard.go_on()
    write(qtbot, school_step(wizard).name, "Trường Tiểu học Hoa Phượng")
    wizard.close()
    assert stored(desk).official_name == "Trường Tiểu học Hoa Phượng"


def test_later_stores_nothing_when_nothing_was_said(wizard: FirstStart, desk: Desk) -> None:
    wizard.later.click()
    assert stored(desk) == SchoolProfile()
    assert desk.context.history.undo_label == ""


def test_a_parent_that_was_only_begun_is_not_stored(
    qtbot: QtBot, wizard: FirstStart, desk: Desk
) -> None:
    wizard.go_on()
    step = school_step(wizard)
    write(qtbot, step.name, "Trường Tiểu học Hoa Phượng")
    step.parents.box().setFocus()
    wizard.reject()
    assert stored(desk).parent_body == ()


def test_letters_under_composition_stay(qtbot: QtBot, wizard: FirstStart) -> None:
    wizard.go_on()
    step = school_step(wizard)
    write(qtbot, step.name, "Trường Tiểu học Hoa ")
    compose(step.name, "P", "Ph", "Phư", "Phượ")
    commit(step.name, "Phượng")
    assert step.name.text() == "Trường Tiểu học Hoa Phượng"


def test_a_second_start_shows_what_the_first_one_stored(qtbot: QtBot, desk: Desk) -> None:
    desk.context.school.save(replace(SAMPLE_SCHOOL, abbreviation="HP", issuer=Issuer.COUNCIL))
    wizard = FirstStart(desk)
    qtbot.addWidget(wizard)
    step = school_step(wizard)
    assert step.name.text() == SAMPLE_SCHOOL.official_name
    assert step.abbreviation.text() == "HP"
    assert step.parents.lines() == SAMPLE_SCHOOL.parent_body
    assert step.issuer.button(Issuer.COUNCIL).isChecked()
    wizard.reject()
    assert stored(desk).abbreviation == "HP"


def test_signer_and_year_are_stored(qtbot: QtBot, wizard: FirstStart, desk: Desk) -> None:
    wizard.go_to(SIGNER)
    signer = wizard.steps[SIGNER]
    assert isinstance(signer, SignerStep)
    write(qtbot, signer.principal, "ThS. LÊ THỊ MƠ")
    wizard.go_on()
    year = wizard.steps[YEAR]
    assert isinstance(year, YearStep)
    year.choice.button(Planning.WORKING_YEAR).click()
    wizard.reject()
    assert stored(desk).planning is Planning.WORKING_YEAR


def test_the_letterhead_is_printed_as_it_is_typed(qtbot: QtBot, wizard: FirstStart) -> None:
    qtbot.waitUntil(lambda: wizard.page.is_idle and wizard.page.view.page_count == 1, timeout=20000)
    with qtbot.waitSignal(wizard.page.printed, timeout=20000) as printed:
        wizard.draft.say("official_name", "Trường Tiểu học Hoa Phượng")
    assert printed.args is not None
    assert printed.args[0].pages == 1


def test_the_sample_school_has_a_store_of_its_own(
    qtbot: QtBot, wizard: FirstStart, desk: Desk
) -> None:
    with qtbot.waitSignal(wizard.store_chosen, timeout=30000) as chosen:
        wizard.sample.click()
    assert chosen.args is not None
    folder: Path = chosen.args[0]
    assert folder != desk.context.store.folder
    with AppContext.open(folder) as sample:
        assert sample.school.profile().official_name == SAMPLE_SCHOOL.official_name
        assert sample.plans.plans()
    assert not stored(desk).is_named


def test_data_move_to_the_chosen_folder_with_what_was_said(
    qtbot: QtBot, wizard: FirstStart, desk: Desk, recorder: Recorder, tmp_path: Path
) -> None:
    chooser: Chosen = desk.chooser  # type: ignore[assignment] # the stand-in of the fixture
    chooser.answer = tmp_path / "Thi đua"
    wizard.draft.say("official_name", "Trường Tiểu học Hoa Phượng")
    wizard.go_to(DATA)
    data = wizard.steps[DATA]
    assert isinstance(data, DataStep)
    with qtbot.waitSignal(wizard.store_chosen, timeout=30000):
        data.move_button.click()
    assert len(recorder.questions) == 1
    with AppContext.open(chooser.answer) as moved:
        assert moved.school.profile().official_name == "Trường Tiểu học Hoa Phượng"


def test_backups_at_start_can_be_turned_off(wizard: FirstStart, desk: Desk) -> None:
    data = wizard.steps[DATA]
    assert isinstance(data, DataStep)
    data.at_start.click()
    assert desk.preferences.current.backup_at_start is False


def test_every_control_has_a_name(wizard: FirstStart) -> None:
    for widget in wizard.findChildren(QLineEdit) + wizard.findChildren(QAbstractButton):
        named = widget.accessibleName() or (
            widget.text() if isinstance(widget, QAbstractButton) else ""
        )
        assert named or not widget.isVisibleTo(wizard), widget


@pytest.mark.parametrize("size", [(1160, 660), (900, 470), (640, 430)])
def test_nothing_scrolls_sideways(wizard: FirstStart, size: tuple[int, int]) -> None:
    wizard.resize(*size)
    for number, step in enumerate(wizard.steps):
        wizard.go_to(number)
        inside = step.widget()
        assert inside.minimumSizeHint().width() <= step.viewport().width() + 1
