"""The page of settings: every choice is stored at once, and what is refused is explained."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit
from typing_hand import commit, press

from tdkt_desktop.services.context import AppContext
from tdkt_desktop.services.demo import SAMPLE_SCHOOL, fill_with_sample
from tdkt_desktop.services.school_profile import Issuer, Planning, SchoolLevel, Signer
from tdkt_desktop.ui.pages.settings.about import AboutSection
from tdkt_desktop.ui.pages.settings.data import DataSection
from tdkt_desktop.ui.pages.settings.language import LanguageSection
from tdkt_desktop.ui.pages.settings.look import LookSection
from tdkt_desktop.ui.pages.settings.page import SECTIONS, SettingsPage
from tdkt_desktop.ui.pages.settings.paper import PaperSection
from tdkt_desktop.ui.pages.settings.register import RegisterSection
from tdkt_desktop.ui.pages.settings.school import SchoolSection
from tdkt_desktop.ui.pages.settings.section import Section
from tdkt_desktop.ui.pages.settings.signing import SigningSection
from tdkt_desktop.ui.theme.theme import DEFAULT_POINT_SIZE, ThemeChoice

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Chosen, Opened, Recorder
    from pytestqt.qtbot import QtBot

    from tdkt_desktop.ui.desk import Desk

Kind = TypeVar("Kind", bound=Section)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> Iterator[SettingsPage]:
    desk.context.school.save(SAMPLE_SCHOOL)
    made = SettingsPage(desk)
    qtbot.addWidget(made)
    made.resize(1200, 660)
    made.show()
    made.entered()
    yield made
    made.shut_down()


def shown(page: SettingsPage, kind: type[Kind]) -> Kind:
    section = page.show_section(kind.KEY)
    assert isinstance(section, kind)
    return section


def line_of(section: Section, key: str) -> QLineEdit:
    section.show_entry(key)
    line = section._places[key]
    assert isinstance(line, QLineEdit)
    return line


def write(qtbot: QtBot, line: QLineEdit, words: str) -> None:
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    line.selectAll()
    press(line, Qt.Key.Key_Backspace)
    commit(line, words)


def settle(line: QLineEdit) -> None:
    press(line, Qt.Key.Key_Return)
    line.clearFocus()


# --- the page ---


def test_the_page_opens_on_the_school_and_makes_no_other_section(page: SettingsPage) -> None:
    assert isinstance(page.current, SchoolSection)
    assert len(page.findChildren(Section)) == 1


def test_opening_a_section_never_opens_a_window_of_its_own(
    qtbot: QtBot, page: SettingsPage
) -> None:
    qtbot.waitUntil(page.isActiveWindow)
    for kind in SECTIONS:
        page.show_section(kind.KEY)
        assert page.isActiveWindow(), kind.KEY


def test_every_section_opens_and_fits_a_narrow_page(page: SettingsPage) -> None:
    page.resize(740, 400)
    for kind in SECTIONS:
        section = page.show_section(kind.KEY)
        assert page.current is section
        assert section.minimumSizeHint().width() <= 540, kind.KEY


def test_the_search_finds_settings_without_diacritics_and_goes_there(
    qtbot: QtBot, page: SettingsPage
) -> None:
    page.search.setText("le trai")
    assert page.list.listed() == ["paper", "paper/margin_left"]
    press(page.search, Qt.Key.Key_Return)
    paper = page.current
    assert isinstance(paper, PaperSection)
    qtbot.waitUntil(paper.margins["left"].hasFocus)
    page.search.clear()
    assert len(page.list.listed()) == len(SECTIONS)


def test_a_search_for_nothing_that_there_is_lists_nothing(page: SettingsPage) -> None:
    page.search.setText("quả bí ngô")
    assert page.list.listed() == []
    press(page.search, Qt.Key.Key_Return)
    assert isinstance(page.current, SchoolSection)


def test_every_control_has_a_name(page: SettingsPage) -> None:
    for kind in SECTIONS:
        section = page.show_section(kind.KEY)
        for widget in (
            *section.findChildren(QLineEdit),
            *section.findChildren(QComboBox),
            *section.findChildren(QAbstractButton),
        ):
            text = widget.text() if isinstance(widget, QAbstractButton) else ""
            inner = widget.parent()
            assert (
                widget.accessibleName()
                or text
                or isinstance(inner, QComboBox)
                or (not widget.isVisibleTo(section))
                or widget.objectName().startswith("qt_")
            ), (kind.KEY, widget)


# --- school, signing, paper ---


def test_a_line_is_stored_when_it_is_left(qtbot: QtBot, page: SettingsPage, desk: Desk) -> None:
    section = shown(page, SchoolSection)
    write(qtbot, line_of(section, "abbreviation"), "HP1")
    assert desk.context.school.profile().abbreviation == "THHP"
    settle(line_of(section, "abbreviation"))
    assert desk.context.school.profile().abbreviation == "HP1"


def test_what_is_still_in_a_field_is_stored_when_the_page_is_left(
    qtbot: QtBot, page: SettingsPage, desk: Desk
) -> None:
    section = shown(page, SchoolSection)
    write(qtbot, line_of(section, "place"), "Hoà An")
    page.flush()
    assert desk.context.school.profile().place == "Hoà An"


def test_a_new_name_fills_only_what_is_empty(qtbot: QtBot, page: SettingsPage, desk: Desk) -> None:
    section = shown(page, SchoolSection)
    for key, words in (("abbreviation", ""), ("official_name", "TRƯỜNG TIỂU HỌC HOA MAI")):
        write(qtbot, line_of(section, key), words)
        settle(line_of(section, key))
    profile = desk.context.school.profile()
    assert profile.official_name == "Trường Tiểu học Hoa Mai"
    assert profile.abbreviation == "THHM"
    assert profile.short_name == SAMPLE_SCHOOL.short_name


def test_choices_of_the_school_are_stored(page: SettingsPage, desk: Desk) -> None:
    section = shown(page, SchoolSection)
    section.level.setCurrentIndex(list(SchoolLevel).index(SchoolLevel.NURSERY))
    section.level.activated.emit(section.level.currentIndex())
    section.planning.chosen.emit(Planning.WORKING_YEAR.value)
    profile = desk.context.school.profile()
    assert profile.level is SchoolLevel.NURSERY
    assert profile.planning is Planning.WORKING_YEAR


def test_what_was_changed_elsewhere_is_not_written_over(
    qtbot: QtBot, page: SettingsPage, desk: Desk
) -> None:
    section = shown(page, SchoolSection)
    desk.context.school.save(replace(SAMPLE_SCHOOL, principal="Phạm Văn Đức", place="Hoà An"))
    write(qtbot, line_of(section, "abbreviation"), "HP1")
    page.flush()
    profile = desk.context.school.profile()
    assert (profile.abbreviation, profile.principal) == ("HP1", "Phạm Văn Đức")
    assert profile.place == "Hoà An"


def test_undo_elsewhere_shows_in_the_fields(qtbot: QtBot, page: SettingsPage, desk: Desk) -> None:
    section = shown(page, SchoolSection)
    line = line_of(section, "place")
    write(qtbot, line, "Hoà An")
    settle(line)
    page.on_changed(frozenset(desk.context.history.undo().touched))
    assert line.text() == SAMPLE_SCHOOL.place


def test_issuer_signer_and_recipients_are_stored_and_printed(
    qtbot: QtBot, page: SettingsPage, desk: Desk
) -> None:
    section = shown(page, SigningSection)
    qtbot.waitUntil(lambda: section.page.is_idle, timeout=20000)
    with qtbot.waitSignal(section.page.printed, timeout=20000):
        section.issuer.chosen.emit(Issuer.COUNCIL.value)
    section.signer.chosen.emit(Signer.DEPUTY.value)
    section.seal.click()
    profile = desk.context.school.profile()
    assert (profile.issuer, profile.signer) == (Issuer.COUNCIL, Signer.DEPUTY)
    assert profile.council_uses_seal is False


@pytest.mark.parametrize("written", ["45", "19,9", "hai mươi", "", "1e9", "nan"])
def test_a_margin_that_the_law_refuses_is_explained_and_not_stored(
    qtbot: QtBot, page: SettingsPage, desk: Desk, written: str
) -> None:
    section = shown(page, PaperSection)
    line = section.margins["left"]
    write(qtbot, line, written)
    settle(line)
    assert desk.context.school.profile().margin_left == 30
    assert line.property("invalid") is True
    assert line.accessibleDescription()
    assert line.text() == written


def test_a_margin_within_the_law_is_stored_with_a_comma(
    qtbot: QtBot, page: SettingsPage, desk: Desk
) -> None:
    section = shown(page, PaperSection)
    line = section.margins["right"]
    write(qtbot, line, "17,5")
    settle(line)
    assert desk.context.school.profile().margin_right == 17.5
    assert line.text() == "17,5"
    section.defaults.click()
    assert desk.context.school.profile().margin_right == 15
    assert line.text() == "15"


def test_a_refused_value_stays_while_others_are_stored(
    qtbot: QtBot, page: SettingsPage, desk: Desk
) -> None:
    section = shown(page, PaperSection)
    write(qtbot, section.margins["left"], "99")
    write(qtbot, section.margins["top"], "25")
    settle(section.margins["top"])
    assert section.margins["left"].text() == "99"
    assert desk.context.school.profile().margin_top == 25
    section.defaults.click()
    assert section.margins["left"].text() == "30"


# --- look and language ---


def test_theme_and_size_change_at_once_and_are_remembered(page: SettingsPage, desk: Desk) -> None:
    section = shown(page, LookSection)
    section.theme.chosen.emit(ThemeChoice.DARK.value)
    section.size_choice.chosen.emit("14")
    assert desk.theme.tokens.name == "dark"
    assert desk.theme.point_size == 14
    assert (desk.preferences.current.theme, desk.preferences.current.point_size) == ("dark", 14)
    desk.theme.apply(ThemeChoice.LIGHT, DEFAULT_POINT_SIZE)


def test_arrows_move_between_segments(qtbot: QtBot, page: SettingsPage, desk: Desk) -> None:
    section = shown(page, LookSection)
    button = next(one for one in section.theme.findChildren(QAbstractButton) if one.isChecked())
    press(button, Qt.Key.Key_Right)
    assert section.theme.value() == ThemeChoice.DARK.value
    desk.theme.apply(ThemeChoice.LIGHT, DEFAULT_POINT_SIZE)


def test_rail_language_and_export_are_told_and_remembered(
    qtbot: QtBot, page: SettingsPage, desk: Desk
) -> None:
    look = shown(page, LookSection)
    with qtbot.waitSignal(page.rail_changed):
        look.rail.activated.emit(1)
    look.after_export.activated.emit(2)
    language = shown(page, LanguageSection)
    with qtbot.waitSignal(page.language_changed):
        language.choice.chosen.emit("en")
    current = desk.preferences.current
    assert current.rail_folded is True
    assert (current.after_export, current.language) == ("copy-path", "en")


# --- data ---


def ready(qtbot: QtBot, section: DataSection) -> None:
    qtbot.waitUntil(lambda: section.backups.is_idle, timeout=20000)


def test_a_backup_made_now_is_listed_as_whole(
    qtbot: QtBot, page: SettingsPage, recorder: Recorder
) -> None:
    section = shown(page, DataSection)
    with qtbot.waitSignal(page.backed_up, timeout=20000):
        section.now.click()
    ready(qtbot, section)
    one = section.backups.chosen()
    assert one is not None
    assert one.fault == ""
    assert recorder.notes == ["Đã sao lưu."]


def test_a_spoilt_backup_is_shown_and_cannot_be_restored(
    qtbot: QtBot, page: SettingsPage, desk: Desk
) -> None:
    path = desk.context.backups.create().path
    data = bytearray(path.read_bytes())
    data[4096:8192] = b"\xff" * 4096
    path.write_bytes(data)
    section = shown(page, DataSection)
    ready(qtbot, section)
    one = section.backups.chosen()
    assert one is not None
    assert one.fault
    assert not section.backups.restore_button.isEnabled()


def test_restoring_asks_first_and_brings_the_old_school_back(
    qtbot: QtBot, page: SettingsPage, desk: Desk, recorder: Recorder
) -> None:
    desk.context.backups.create()
    desk.context.school.save(type(SAMPLE_SCHOOL)(official_name="Trường khác"))
    section = shown(page, DataSection)
    ready(qtbot, section)
    recorder.answer = False
    section.backups.restore_button.click()
    assert desk.context.school.profile().official_name == "Trường khác"
    recorder.answer = True
    with qtbot.waitSignal(page.restored, timeout=20000):
        section.backups.restore_button.click()
    assert recorder.questions[-1].dangerous
    assert desk.context.school.profile() == SAMPLE_SCHOOL


def test_a_copy_goes_to_the_chosen_folder_which_is_remembered(
    qtbot: QtBot, page: SettingsPage, desk: Desk, tmp_path: Path
) -> None:
    chooser: Chosen = desk.chooser  # type: ignore[assignment] # the stand-in of the fixture
    chooser.answer = tmp_path / "USB"
    chooser.answer.mkdir()
    section = shown(page, DataSection)
    with qtbot.waitSignal(page.backed_up, timeout=20000):
        section.copy_now.click()
    assert list(chooser.answer.glob("tdkt-*.sqlite3"))
    assert desk.preferences.current.backup_copy_folder == str(chooser.answer)
    with qtbot.waitSignal(page.backed_up, timeout=20000):
        section.copy_now.click()
    assert len(chooser.titles) == 1


def test_moving_copies_the_data_and_tells_the_program(
    qtbot: QtBot, page: SettingsPage, desk: Desk, tmp_path: Path
) -> None:
    chooser: Chosen = desk.chooser  # type: ignore[assignment] # the stand-in of the fixture
    chooser.answer = tmp_path / "Nơi mới"
    section = shown(page, DataSection)
    with qtbot.waitSignal(page.store_chosen, timeout=30000):
        section.move_button.click()
    with AppContext.open(chooser.answer) as moved:
        assert moved.school.profile() == SAMPLE_SCHOOL
    assert desk.context.school.profile() == SAMPLE_SCHOOL


def test_a_folder_inside_the_store_is_refused(
    qtbot: QtBot, page: SettingsPage, desk: Desk, recorder: Recorder
) -> None:
    chooser: Chosen = desk.chooser  # type: ignore[assignment] # the stand-in of the fixture
    chooser.answer = desk.context.store.folder / "backups"
    section = shown(page, DataSection)
    section.move_button.click()
    qtbot.waitUntil(lambda: bool(recorder.errors), timeout=20000)


def test_the_folders_of_data_and_log_open(page: SettingsPage, desk: Desk) -> None:
    opener: Opened = desk.opener  # type: ignore[assignment] # the stand-in of the fixture
    shown(page, DataSection).open_folder.click()
    shown(page, AboutSection).log.click()
    assert opener.paths[0] == desk.context.store.path
    assert opener.paths[1].name == "tdkt.log"


# --- register ---


def test_the_register_shows_each_series_with_its_last_number(qtbot: QtBot, desk: Desk) -> None:
    fill_with_sample(desk.context)
    page = SettingsPage(desk)
    qtbot.addWidget(page)
    section = shown(page, RegisterSection)
    series = section.model.item(0)
    assert (series.year, series.count, series.last) == (2025, 1, "01/KH-THHP")
    page.shut_down()


def test_an_empty_register_says_what_will_be_there(page: SettingsPage) -> None:
    section = shown(page, RegisterSection)
    assert not section.open.isEnabled()
    assert "Chưa có văn bản" in section.note.text()
