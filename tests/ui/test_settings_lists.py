"""The lists of the settings: legal documents, templates, clauses; what is done can be undone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit
from typing_hand import press, type_words

from tdkt_desktop.services.demo import fill_with_sample
from tdkt_desktop.services.legal import Validity
from tdkt_desktop.ui.dialogs.clause_dialog import ClauseDialog
from tdkt_desktop.ui.dialogs.inside_dialog import InsideDialog
from tdkt_desktop.ui.dialogs.legal_dialog import LegalDialog
from tdkt_desktop.ui.dialogs.notices_dialog import NoticesDialog
from tdkt_desktop.ui.dialogs.template_dialog import TemplateDialog
from tdkt_desktop.ui.dialogs.template_source import TemplateSource
from tdkt_desktop.ui.pages.settings.clauses import ClausesSection
from tdkt_desktop.ui.pages.settings.legal import LegalSection
from tdkt_desktop.ui.pages.settings.templates import TemplatesSection
from tdkt_desktop.ui.tables.list_delegate import CHIP_ROLE
from tdkt_desktop.ui.widgets.chip import ChipState
from tdkt_desktop.ui.widgets.placeholder_list import PlaceholderList

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Chosen, Recorder
    from pytestqt.qtbot import QtBot

    from tdkt_desktop.ui.desk import Desk


@pytest.fixture
def legal(qtbot: QtBot, desk: Desk) -> LegalSection:
    section = LegalSection(desk)
    qtbot.addWidget(section)
    return section


@pytest.fixture
def templates(qtbot: QtBot, desk: Desk) -> TemplatesSection:
    section = TemplatesSection(desk)
    qtbot.addWidget(section)
    return section


@pytest.fixture
def clauses(qtbot: QtBot, desk: Desk) -> ClausesSection:
    section = ClausesSection(desk)
    qtbot.addWidget(section)
    return section


def answer_with(monkeypatch: pytest.MonkeyPatch, kind: type[QDialog], act: Callable) -> None:  # type: ignore[type-arg]
    """Fill a dialog in when it is opened, as a person would, and press its verb."""

    def exec_(dialog: QDialog) -> int:
        act(dialog)
        dialog.act.click()  # type: ignore[attr-defined]
        return dialog.result()

    monkeypatch.setattr(kind, "exec", exec_)


# --- legal documents ---


def test_validity_is_shown_as_a_chip_for_today(legal: LegalSection, desk: Desk) -> None:
    for row in range(legal.model.rowCount()):
        entry = legal.model.item(row)
        chip = legal.model.index(row, 3).data(CHIP_ROLE)
        expired = entry.document.state_on(desk.today()) is Validity.EXPIRED
        assert (chip.state is ChipState.NOT_YET) == expired
        assert chip.text == legal.model.index(row, 3).data()


def test_the_filter_needs_no_diacritics(legal: LegalSection) -> None:
    legal.filter.setText("nghi dinh 30")
    assert [legal.model.item(0).document.number] == ["30/2020/NĐ-CP"]
    legal.filter.setText("không có văn bản này")
    assert legal.model.rowCount() == 0
    assert not legal.change.isEnabled()


def test_a_hidden_document_comes_back_by_undo(
    legal: LegalSection, desk: Desk, recorder: Recorder
) -> None:
    total = legal.model.rowCount()
    legal.hide_button.click()
    assert legal.model.rowCount() == total - 1
    assert recorder.last_act is not None
    recorder.last_act()
    assert legal.model.rowCount() == total


def test_a_hidden_document_can_be_seen_and_shown_again(legal: LegalSection) -> None:
    total = legal.model.rowCount()
    legal.hide_button.click()
    legal.with_hidden.click()
    assert legal.model.rowCount() == total
    legal.view.selectRow(0)
    assert legal.hide_button.text() == "Hiện lại"
    legal.hide_button.click()
    legal.with_hidden.click()
    assert legal.model.rowCount() == total


def test_a_document_of_the_school_is_added_and_deleted(
    legal: LegalSection, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(dialog: LegalDialog) -> None:
        dialog.kind.setCurrentText("Kế hoạch")
        dialog.number.setText("31/KH-UBND")
        dialog.subject.setText("phong trào thi đua")
        dialog.since.setText("28/8/2026")

    answer_with(monkeypatch, LegalDialog, fill)
    legal.add.click()
    own = [entry for entry in desk.context.legal.entries() if entry.own]
    assert [entry.document.effective_from for entry in own] == [date(2026, 8, 28)]
    legal.filter.setText("31/KH")
    assert legal.back.text() == "Xoá"
    legal.back.click()
    assert not [entry for entry in desk.context.legal.entries() if entry.own]


def test_an_edit_can_be_taken_back_to_the_shipped_document(
    legal: LegalSection, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_with(monkeypatch, LegalDialog, lambda dialog: dialog.note.setText("Đã gọi hỏi Sở"))
    before = legal.model.item(0)
    legal.view.opened.emit(0)
    assert legal.model.item(0).school_note == "Đã gọi hỏi Sở"
    answer_with(monkeypatch, LegalDialog, lambda dialog: dialog.number.setText("99/2026"))
    legal.change.click()
    assert legal.back.isEnabled()
    legal.back.click()
    assert legal.model.item(0) == before


def test_a_date_that_no_calendar_has_keeps_the_dialog_open(qtbot: QtBot, desk: Desk) -> None:
    dialog = LegalDialog(desk, desk.context.legal.entries()[0], "Sửa văn bản")
    qtbot.addWidget(dialog)
    dialog.since.setText("31/02/2026")
    dialog.act.click()
    assert dialog.change is None
    assert "31/02" in dialog.since.accessibleDescription()


def test_a_document_without_name_is_refused_in_the_dialog(qtbot: QtBot, desk: Desk) -> None:
    dialog = LegalDialog(desk, desk.context.legal.entries()[0], "Sửa văn bản")
    qtbot.addWidget(dialog)
    for line in (dialog.number, dialog.subject):
        line.clear()
    dialog.act.click()
    assert dialog.change is None


# --- templates ---


def test_a_new_template_is_made_from_one_that_is_there_and_edited(
    templates: TemplatesSection, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_with(monkeypatch, TemplateSource, lambda dialog: dialog.name.setText("Mẫu của trường"))
    answer_with(monkeypatch, TemplateDialog, lambda dialog: dialog.parts.insert("{{ten_truong}}"))
    templates.add.click()
    own = [entry for entry in desk.context.templates.entries() if entry.own]
    assert [entry.meta.name for entry in own] == ["Mẫu của trường"]
    text = desk.context.templates.template(own[0].meta.key).document.preamble[0].plain
    assert text.startswith("{{ten_truong}}")


def test_a_new_template_can_come_from_a_plan(qtbot: QtBot, desk: Desk) -> None:
    fill_with_sample(desk.context)
    dialog = TemplateSource(desk)
    qtbot.addWidget(dialog)
    plan = desk.context.plans.plans()[0]
    dialog.source.setCurrentIndex(dialog.source.findData(plan.id))
    assert plan.subject in dialog.name.text()
    made = dialog.template()
    assert made.document.letterhead.issuing_body == ()
    assert made.document.body


def test_a_shipped_template_that_was_edited_goes_back(
    templates: TemplatesSection, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = templates.model.item(0).meta.key
    shipped = desk.context.templates.template(key)
    answer_with(monkeypatch, TemplateDialog, lambda dialog: dialog.name.setText("Tên khác"))
    templates.change.click()
    assert templates.model.item(0).edited
    templates.back.click()
    assert desk.context.templates.template(key) == shipped


def test_a_template_that_was_only_looked_at_is_not_stored(
    templates: TemplatesSection, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_with(monkeypatch, TemplateDialog, lambda _dialog: None)
    for row in range(templates.model.rowCount()):
        templates.view.selectRow(row)
        templates.change.click()
    assert not any(entry.edited for entry in desk.context.templates.entries())


def test_templates_travel_between_schools_as_files(
    templates: TemplatesSection, desk: Desk, tmp_path: Path, recorder: Recorder
) -> None:
    chooser: Chosen = desk.chooser  # type: ignore[assignment] # the stand-in of the fixture
    chooser.answer = tmp_path / "mẫu của tôi"
    templates.give_out.click()
    written = tmp_path / "mẫu của tôi.tdkt.md"
    assert written.exists()
    text = written.read_text("utf-8").replace('key = "', 'key = "x-')
    written.write_text(text, "utf-8")
    chooser.answer = written
    templates.take_in.click()
    assert not recorder.errors
    assert [entry.own for entry in desk.context.templates.entries()].count(True) == 1


def test_a_file_that_is_no_template_is_told(
    templates: TemplatesSection, desk: Desk, tmp_path: Path, recorder: Recorder
) -> None:
    chooser: Chosen = desk.chooser  # type: ignore[assignment] # the stand-in of the fixture
    chooser.answer = tmp_path / "ảnh.tdkt.md"
    chooser.answer.write_bytes(b"\x89PNG\xff\xfe")
    templates.take_in.click()
    assert len(recorder.errors) == 1


def test_a_misspelt_placeholder_is_pointed_out(qtbot: QtBot, desk: Desk) -> None:
    dialog = TemplateDialog(desk, desk.context.templates.template("th-nam-hoc"))
    qtbot.addWidget(dialog)
    assert dialog._unknown.isHidden()
    dialog.parts.insert("{{ten_turong}}")
    assert not dialog._unknown.isHidden()
    assert "ten_turong" in dialog._unknown.text()


def test_every_part_of_a_template_can_be_edited(qtbot: QtBot, desk: Desk) -> None:
    template = desk.context.templates.template("th-nam-hoc")
    dialog = TemplateDialog(desk, template)
    qtbot.addWidget(dialog)
    dialog.show()
    parts = dialog.parts.parts
    parts.show_part("header")
    subject = named_lines(dialog, "Trích yếu")
    subject.setFocus()
    subject.moveCursor(subject.textCursor().MoveOperation.End)
    dialog.parts.insert(" {{nam_hoc}}")
    parts.show_part("recipients")
    named_lines(dialog, "Nơi nhận").appendPlainText("Ban đại diện cha mẹ học sinh")
    parts.show_part("annex", 0)
    parts.annexes[0].title.setText("TIẾN ĐỘ CỦA TRƯỜNG")
    made = dialog.template().document
    assert made.subject.plain.endswith("{{nam_hoc}}")
    assert made.recipients[-1] == "Ban đại diện cha mẹ học sinh"
    assert made.annexes[0].title.plain == "TIẾN ĐỘ CỦA TRƯỜNG"
    assert made.body == template.document.body
    assert made.letterhead.issuing_body == ()


def named_lines(dialog: TemplateDialog, name: str) -> QPlainTextEdit:
    fields = dialog.findChildren(QPlainTextEdit)
    return next(one for one in fields if one.accessibleName() == name)


def test_a_template_keeps_citing_by_the_catalogue(qtbot: QtBot, desk: Desk) -> None:
    """The grounds are shown in words, and stored so that they follow the catalogue."""
    template = desk.context.templates.template("th-nam-hoc")
    dialog = TemplateDialog(desk, template)
    qtbot.addWidget(dialog)
    shown = dialog.parts.document().grounds
    assert not any(ground.plain.startswith("@") for ground in shown)
    dialog.parts.parts.grounds.add(desk.context.legal.entries()[0].ground)
    stored = dialog.template().document.grounds
    assert stored[:-1] == template.document.grounds
    assert stored[-1].plain == f"@{desk.context.legal.entries()[0].document.id}"


def test_esc_does_not_throw_an_edited_text_away_unasked(
    qtbot: QtBot, desk: Desk, recorder: Recorder
) -> None:
    entry = desk.context.clauses.entries()[0]
    template = desk.context.templates.template("th-nam-hoc")
    for dialog in (TemplateDialog(desk, template), ClauseDialog(desk, entry.clause, "Sửa")):
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.placeholders.wanted.emit("{{ten_truong}}")
        recorder.answer = False
        press(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()
        recorder.answer = True
        press(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()
    assert len(recorder.questions) == 4


def test_an_untouched_text_closes_without_a_question(
    qtbot: QtBot, desk: Desk, recorder: Recorder
) -> None:
    entry = desk.context.clauses.entries()[0]
    template = desk.context.templates.template("th-nam-hoc")
    for dialog in (TemplateDialog(desk, template), ClauseDialog(desk, entry.clause, "Sửa")):
        qtbot.addWidget(dialog)
        dialog.show()
        press(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()
    assert not recorder.questions


# --- clauses ---


def test_clauses_are_found_by_words_and_by_heading(clauses: ClausesSection) -> None:
    total = clauses.model.rowCount()
    heading = clauses.model.item(total - 1).clause.heading
    clauses.heading.setCurrentIndex(clauses.heading.findData(heading))
    clauses.heading.activated.emit(clauses.heading.currentIndex())
    found = [clauses.model.item(row) for row in range(clauses.model.rowCount())]
    assert 0 < len(found) < total
    assert {entry.clause.heading for entry in found} == {heading}


def test_a_clause_is_added_hidden_and_deleted(
    clauses: ClausesSection, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(dialog: ClauseDialog) -> None:
        dialog.heading.setCurrentText("Văn nghệ")
        type_words(dialog.editor, "Mỗi tổ góp một tiết mục.")

    answer_with(monkeypatch, ClauseDialog, fill)
    clauses.add.click()
    clauses.filter.setText("gop mot tiet muc")
    assert clauses.model.rowCount() == 1
    own = clauses.model.item(0)
    assert own.own
    assert own.clause.heading == "Văn nghệ"
    clauses.hide_button.click()
    assert clauses.model.rowCount() == 0
    clauses.with_hidden.click()
    clauses.view.selectRow(0)
    clauses.back.click()
    assert clauses.model.rowCount() == 0


def test_an_empty_clause_is_refused_in_the_dialog(qtbot: QtBot, desk: Desk) -> None:
    clause = desk.context.clauses.entries()[0].clause
    dialog = ClauseDialog(desk, clause, "Sửa điều khoản")
    qtbot.addWidget(dialog)
    dialog.editor.selectAll()
    press(dialog.editor, Qt.Key.Key_Delete)
    dialog.act.click()
    assert dialog.change is None


def test_a_clause_that_was_only_looked_at_keeps_its_text(qtbot: QtBot, desk: Desk) -> None:
    for entry in desk.context.clauses.entries()[::12]:
        dialog = ClauseDialog(desk, entry.clause, "Sửa điều khoản")
        qtbot.addWidget(dialog)
        assert dialog.clause().blocks == entry.clause.blocks


def test_levels_of_a_clause_are_stored(qtbot: QtBot, desk: Desk) -> None:
    dialog = ClauseDialog(desk, desk.context.clauses.entries()[0].clause, "Sửa điều khoản")
    qtbot.addWidget(dialog)
    for box in list(dialog.levels.values())[1:]:
        box.setChecked(False)
    next(iter(dialog.levels.values())).setChecked(True)
    assert dialog.clause().levels == ("MN",)


# --- small parts ---


def test_placeholders_are_found_explained_and_wanted(qtbot: QtBot) -> None:
    listed = PlaceholderList()
    qtbot.addWidget(listed)
    listed.findChild(QLineEdit).setText("ten truong")  # type: ignore[union-attr]
    assert "{{ten_truong}}" in listed.explanation.text()
    with qtbot.waitSignal(listed.wanted) as wanted:
        listed.insert.click()
    assert wanted.args == ["{{ten_truong}}"]
    listed.filter.setText("quả bí ngô")
    assert not listed.insert.isEnabled()


def test_a_look_inside_shows_the_plans(qtbot: QtBot, desk: Desk) -> None:
    fill_with_sample(desk.context)
    made = desk.context.backups.create()
    dialog = InsideDialog(desk, "Hôm nay", desk.context.backups.look_inside(made.name), "")
    qtbot.addWidget(dialog)
    states = [dialog.model.index(row, 2).data() for row in range(dialog.model.rowCount())]
    assert sorted(states) == ["Nháp", "Đã ban hành", "Đã ban hành"]


def test_the_notices_name_every_package_with_its_licence(qtbot: QtBot, desk: Desk) -> None:
    dialog = NoticesDialog(desk)
    qtbot.addWidget(dialog)
    rows = [dialog.model.item(row) for row in range(dialog.model.rowCount())]
    assert {"PySide6", "SQLAlchemy", "Liberation Serif"} <= {one.name for one in rows}
    assert all(one.licence for one in rows)
