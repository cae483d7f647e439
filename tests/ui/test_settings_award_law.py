"""The settings of the law: every rule can be found, changed, switched off and brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QPlainTextEdit

from tdkt_desktop.services.vote_views import Conflict, Handling
from tdkt_desktop.ui.dialogs.law_dialog import LawAddDialog, LawDialog
from tdkt_desktop.ui.dialogs.threshold_dialog import ThresholdDialog
from tdkt_desktop.ui.page import Place
from tdkt_desktop.ui.pages.settings.award_law import AwardLawSection
from tdkt_desktop.ui.pages.settings.page import SettingsPage
from tdkt_desktop.ui.pages.settings.vote_rules import VoteRulesSection
from tests.support.vote_year import HELD_ON

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tdkt_desktop.ui.desk import Desk
    from tests.ui.conftest import Recorder

_STATE = 2


@pytest.fixture
def law(qtbot: QtBot, desk: Desk) -> AwardLawSection:
    section = AwardLawSection(desk)
    qtbot.addWidget(section)
    return section


@pytest.fixture
def votes(qtbot: QtBot, desk: Desk) -> VoteRulesSection:
    section = VoteRulesSection(desk)
    qtbot.addWidget(section)
    return section


def answer_with(monkeypatch: pytest.MonkeyPatch, kind: type[QDialog], act: Callable) -> None:  # type: ignore[type-arg]
    """Fill a dialog in when it is opened, as a person would, and press its verb."""

    def exec_(dialog: QDialog) -> int:
        act(dialog)
        dialog.act.click()  # type: ignore[attr-defined]
        return dialog.result()

    monkeypatch.setattr(kind, "exec", exec_)


def write(dialog: LawDialog | LawAddDialog, name: str, text: str) -> None:
    field = dialog.form.widgets[name]
    if isinstance(field, QLineEdit):
        field.setText(text)
    elif isinstance(field, QPlainTextEdit):
        field.setPlainText(text)
    elif isinstance(field, QCheckBox):
        field.setChecked(text == "có")


# --- the law ---


def test_rules_are_found_by_words_award_section_and_state(law: AwardLawSection) -> None:
    total = law.model.rowCount()
    assert total == len(law.context.law_book.entries())
    law.filter.setText("nghi dinh 152")
    assert 0 < law.model.rowCount() < total
    law.filter.clear()
    law.award.setCurrentIndex(law.award.findData("CSTDCS"))
    law.section.setCurrentIndex(law.section.findData("condition"))
    law.refresh()
    assert {law.model.item(row).award for row in range(law.model.rowCount())} == {"CSTDCS"}
    law.award.setCurrentIndex(0)
    law.section.setCurrentIndex(0)
    law.only_school.setCurrentIndex(law.only_school.findData("unverified"))
    law.refresh()
    assert law.model.rowCount()
    for row in range(law.model.rowCount()):
        assert not law.model.item(row).verified
    law.only_school.setCurrentIndex(law.only_school.findData("school"))
    law.refresh()
    assert law.model.rowCount() == 0


def test_an_edit_is_kept_with_a_note_and_the_shipped_one_comes_back(
    law: AwardLawSection, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = [one.key for one in law.context.law_book.entries("condition")]
    key = next(one for one in keys if one.startswith("condition:LDTT/2024/") and "moi" in one)

    def act(dialog: LawDialog) -> None:
        write(dialog, "months", "9")
        dialog.note.setText("Theo công văn của Phòng")

    answer_with(monkeypatch, LawDialog, act)
    law._choose(key)
    law.change.click()
    entry = law.context.law_book.entry(key)
    assert (entry.values["months"], entry.note) == (9, "Theo công văn của Phòng")
    assert entry.changed == ("months",)
    law._choose(key)
    assert law.model.index(law.view.rows()[0], _STATE).data() == "Trường đã sửa"
    assert "Theo công văn của Phòng" in law.detail.text()
    law.back.click()
    entry = law.context.law_book.entry(key)
    assert entry.values == entry.shipped


def test_what_the_law_cannot_hold_is_told_in_the_dialog(
    law: AwardLawSection, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def exec_(dialog: LawDialog) -> int:
        write(dialog, "effective_from", "")
        dialog.act.click()
        told.append(dialog.error.text())
        write(dialog, "effective_from", "không rõ")
        dialog.act.click()
        told.append(dialog.error.text())
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(LawDialog, "exec", exec_)
    law._choose("version:CSTDCS/2024")
    law.edit()
    assert "Áp dụng từ ngày" in told[0]
    assert "không rõ" in told[1]
    assert not law.context.law_book.entry("version:CSTDCS/2024").changed


def test_a_rule_switched_off_is_marked_left_out_and_undone(
    law: AwardLawSection, recorder: Recorder
) -> None:
    key = "exclusion:X_UNDER_REVIEW"
    law._choose(key)
    law.switch.click()
    assert law.context.law_book.entry(key).off
    law._choose(key)
    assert law.model.index(law.view.rows()[0], _STATE).data() == "Trường đã tắt"
    assert law.switch.text() == "Bật lại"
    law.with_hidden.setChecked(False)
    assert key not in [law.model.item(row).key for row in range(law.model.rowCount())]
    assert recorder.last_act is not None
    recorder.last_act()
    assert not law.context.law_book.entry(key).off


def test_the_school_adds_a_cap_of_its_own_and_removes_it(
    law: AwardLawSection, monkeypatch: pytest.MonkeyPatch
) -> None:
    def act(dialog: LawAddDialog) -> None:
        write(dialog, "award", "Chiến sĩ thi đua cơ sở")
        write(dialog, "text", "Không quá 20% số Lao động tiên tiến của trường")
        write(dialog, "share", "20%")
        write(dialog, "of", "Lao động tiên tiến")

    answer_with(monkeypatch, LawAddDialog, act)
    law.add.click()
    entry = law.chosen()
    assert entry is not None
    assert entry.own
    assert entry.verified
    (cap,) = [one for one in law.context.law_book.book().caps if one.award == "CSTDCS"][-1:]
    assert (str(cap.share), cap.of) == ("0.2", "LDTT")
    assert law.back.text() == "Xoá"
    law.back.click()
    assert all(not one.own for one in law.context.law_book.entries())


def test_a_condition_is_added_to_a_version_with_the_fields_of_its_kind(
    law: AwardLawSection, monkeypatch: pytest.MonkeyPatch
) -> None:
    law.award.setCurrentIndex(law.award.findData("LDTT"))

    def act(dialog: LawAddDialog) -> None:
        dialog.section.setCurrentIndex(dialog.section.findData("condition"))
        dialog.show_section()
        dialog.kind.setCurrentIndex(dialog.kind.findData("service_years"))
        dialog.kind.activated.emit(0)
        assert str(dialog.parent_entry.currentData()).startswith("LDTT/")
        write(dialog, "text", "Công tác từ 2 năm")
        write(dialog, "years", "2")

    answer_with(monkeypatch, LawAddDialog, act)
    law.add.click()
    entry = law.chosen()
    assert entry is not None
    assert (entry.award, entry.section, entry.values["years"]) == ("LDTT", "condition", 2)


# --- the rules of votes ---


def test_the_school_s_quorum_is_kept_and_nonsense_is_told(votes: VoteRulesSection) -> None:
    rules = votes.context.vote_rules
    votes.share.setText("3/4")
    votes.share.editingFinished.emit()
    assert rules.rules().quorum.share.text == "75%"
    votes.share.setText("ba phần tư")
    votes.share.editingFinished.emit()
    assert "ba phần tư" in votes._quorum.note
    assert rules.rules().quorum.share.text == "75%"


def test_each_conflict_is_handled_as_the_school_says(votes: VoteRulesSection) -> None:
    combo = votes.handling[Conflict.GROUP]
    combo.setCurrentIndex(combo.findData(Handling.ABSTAINS))
    combo.activated.emit(0)
    assert votes.context.vote_rules.rules().handling(Conflict.GROUP) is Handling.ABSTAINS
    votes.back.click()
    assert votes.context.vote_rules.rules().handling(Conflict.GROUP) is Handling.VOTES


def test_a_threshold_of_the_school_goes_before_the_shipped_ones(
    votes: VoteRulesSection, monkeypatch: pytest.MonkeyPatch
) -> None:
    def act(dialog: ThresholdDialog) -> None:
        dialog.act.click()
        assert dialog.error.text()
        dialog.share.setText("75%")
        for row in range(dialog.awards.count()):
            item = dialog.awards.item(row)
            if item.text() == "Chiến sĩ thi đua cơ sở":
                item.setCheckState(ThresholdDialog.CHECKED)

    answer_with(monkeypatch, ThresholdDialog, act)
    votes.add.click()
    rule = votes.context.vote_rules.threshold("CSTDCS", HELD_ON)
    assert (rule.share.text, rule.basis.own, rule.basis.verified) == ("75%", True, True)
    votes.context.vote_rules.switch_off("chien-si-thi-dua-co-so")
    votes.refresh()
    assert len(votes.lines) == len(votes.context.vote_rules.rules().thresholds) + 1


def test_a_place_leads_to_the_section(qtbot: QtBot, desk: Desk) -> None:
    page = SettingsPage(desk)
    qtbot.addWidget(page)
    page.show_place(Place("settings", "vote-rules"))
    assert isinstance(page.current, VoteRulesSection)
    page.shut_down()
