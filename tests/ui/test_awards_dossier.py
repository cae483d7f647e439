"""Dossiers: made of who passed, filled with papers, sent, returned, decided, all in the window."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.services.demo import SAMPLE_SCHOOL
from tdkt_desktop.services.dossier_views import (
    DossierForm,
    DossierLevel,
    DossierState,
    SlotState,
)
from tdkt_desktop.services.record_views import Subject
from tdkt_desktop.ui.page import Place
from tdkt_desktop.ui.pages.awards.check.acts import ReasonDialog
from tdkt_desktop.ui.pages.awards.dossier.certificate_dialog import CertificateDialog
from tdkt_desktop.ui.pages.awards.dossier.decision_dialog import DecisionDialog
from tdkt_desktop.ui.pages.awards.dossier.dialogs import (
    MakeDialog,
    PrizeDialog,
    SendDialog,
)
from tdkt_desktop.ui.pages.awards.dossier.pane import FINDINGS, MONEY
from tdkt_desktop.ui.pages.awards.page import AwardsPage
from tests.support.dossier_year import add_dossier_year
from tests.support.window_desk import make_desk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.pages.awards.dossier.part import DossierPart
    from tdkt_desktop.ui.theme.theme import Theme

YEAR = 2025


@pytest.fixture
def desk(context: AppContext, theme: Theme, recorder: object, tmp_path: Path) -> Desk:
    context.school.save(SAMPLE_SCHOOL)
    add_dossier_year(context)
    return make_desk(context, theme, recorder, tmp_path)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> AwardsPage:
    made = AwardsPage(desk)
    qtbot.addWidget(made)
    made.resize(1180, 680)
    made.show_year(YEAR)
    made.show()
    made.entered()
    made.show_part("dossier")
    desk.context.store.on_change(lambda change: made.on_changed(change.touched))
    return made


@pytest.fixture
def part(page: AwardsPage) -> DossierPart:
    found = page.part
    assert found is not None
    return found  # type: ignore[return-value]  # the part of this key


def accept(
    monkeypatch: pytest.MonkeyPatch, kind: type[QDialog], fill: Callable[..., object]
) -> None:
    def run(dialog: QDialog) -> int:
        fill(dialog)
        return 1

    monkeypatch.setattr(kind, "exec", run)


def state(part: DossierPart) -> DossierState:
    assert part.view is not None
    return part.desk.context.dossiers.dossier(part.view.id).state


def press(part: DossierPart, key: str) -> None:
    button = {**part.pane.buttons, **part.pane.on_list}[key]
    assert button.isVisibleTo(part), key
    button.click()


def fill_all(part: DossierPart) -> None:
    press(part, "write-all")
    model = part.pane.slots.rows_model
    for row in range(model.rowCount()):
        slot = model.item(row)
        if slot.missing:
            view = part.view
            assert view is not None
            part.desk.context.dossier_slots.waive(view.id, [slot.slot_key], note="Không")


def test_a_dossier_goes_from_draft_to_recorded_decision(
    part: DossierPart, recorder: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(part, "complete")
    assert "còn thiếu 7 giấy tờ" in recorder.errors[0].message  # type: ignore[attr-defined]
    fill_all(part)
    press(part, "complete")
    assert state(part) is DossierState.COMPLETE
    accept(monkeypatch, SendDialog, lambda one: one.day.set_day(date(2026, 6, 3)))
    press(part, "send")
    accept(monkeypatch, ReasonDialog, lambda one: one.text.setPlainText("Thiếu chữ ký"))
    press(part, "return")
    assert part.pane.reason.text() == "Lý do: Thiếu chữ ký"
    press(part, "resume")
    press(part, "send")

    def decided(dialog: DecisionDialog) -> None:
        dialog.number.setText("123/QĐ-UBND")
        dialog.day.set_day(date(2026, 6, 20))

    accept(monkeypatch, DecisionDialog, decided)
    press(part, "decide")
    assert state(part) is DossierState.DECIDED
    people = {row.full_name: row.id for row in part.desk.context.people.rows()}
    history = part.desk.context.records.history(Subject.of_person(people["Lý Thu An"]))
    assert {one.data.number for one in history.awards} == {"123/QĐ-UBND"}
    recorder.last_act()  # type: ignore[attr-defined]
    assert state(part) is DossierState.SENT


def test_a_new_dossier_takes_the_awards_that_are_ticked(
    part: DossierPart, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(part, "remove")
    assert part._stack.currentIndex() == 1
    offered: list[int] = []

    def fill(dialog: MakeDialog) -> None:
        offered.append(dialog.awards.count())
        dialog.name.setText("Hồ sơ Lao động tiên tiến")
        for row in range(1, dialog.awards.count()):
            dialog.awards.item(row).setCheckState(dialog.awards.item(row).checkState().Unchecked)

    accept(monkeypatch, MakeDialog, fill)
    part.empty.act.emit()
    (view,) = part.desk.context.dossiers.dossiers("2025-2026")
    assert offered == [3]
    assert (view.form.name, view.awards) == ("Hồ sơ Lao động tiên tiến", ("LDTT",))
    assert view.form.receiver == SAMPLE_SCHOOL.parent_name


def test_opening_a_paper_writes_it_and_goes_there(part: DossierPart, qtbot: QtBot) -> None:
    part.pane.slots.selectRow(0)
    with qtbot.waitSignal(part.place_wanted) as told:
        press(part, "open")
    place: Place = told.args[0]
    assert (place.page, place.part) == ("papers", "paper")
    assert part.pane.slots.rows_model.item(0).state is SlotState.READY


def test_a_finding_leads_to_its_place(part: DossierPart) -> None:
    part.pane.turn_to(FINDINGS)
    part.pane.findings.selectRow(1)
    wanted = part.pane.findings.rows_model.item(1)
    press(part, "go")
    assert part.pane.tab == "papers"
    (slot,) = part.pane.slots.chosen()
    assert (slot.key, slot.entry_id) == (wanted.slot, wanted.entry_id)


def test_the_school_may_pay_another_sum(part: DossierPart, monkeypatch: pytest.MonkeyPatch) -> None:
    part.pane.turn_to(MONEY)
    part.pane.prizes.selectRow(0)
    accept(monkeypatch, PrizeDialog, lambda one: one.amount_field.setText("1.000.000"))
    press(part, "prize")
    assert part.pane.prizes.rows_model.item(0).amount == 1_000_000
    assert part.pane.told.text().startswith("Tổng cộng 5.220.000 đồng")


def test_the_dossier_is_written_into_the_chosen_folder(
    part: DossierPart, tmp_path: Path, recorder: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(part.desk.chooser, "choose_folder", lambda *_said: tmp_path, raising=False)
    press(part, "export")
    assert recorder.notes[-1].startswith("Đã xuất hồ sơ")  # type: ignore[attr-defined]
    assert len(list(tmp_path.glob("*.zip"))) == 1


def test_certificates_go_on_blanks_with_the_offset_that_was_tried(
    part: DossierPart, tmp_path: Path, recorder: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [tmp_path / "thử.pdf", tmp_path / "giấy khen.pdf"]
    monkeypatch.setattr(
        part.desk.chooser, "save_file", lambda *_said: files[len(list(tmp_path.glob("*.pdf")))]
    )

    def fill(dialog: CertificateDialog) -> None:
        dialog.way.set_value("blank")
        dialog.right.setValue(3.5)
        dialog.test.click()

    accept(monkeypatch, CertificateDialog, fill)
    part.pane.turn_to(MONEY)
    press(part, "certificates")
    assert [path.exists() for path in files] == [True, True]
    assert part.desk.context.certificates.offset().right == 3.5


def test_a_decision_is_read_from_a_list(
    part: DossierPart, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_all(part)
    press(part, "complete")
    accept(monkeypatch, SendDialog, lambda one: one.day.set_day(date(2026, 6, 3)))
    press(part, "send")
    listed = tmp_path / "quyết định.csv"
    listed.write_text(
        "Họ và tên,Danh hiệu,Số quyết định,Ngày quyết định\n"
        "Lý Thu An,LĐTT,88/QĐ-UBND,20/06/2026\nNgười Lạ,LĐTT,88/QĐ-UBND,20/06/2026\n",
        "utf-8",
    )
    monkeypatch.setattr(part.desk.chooser, "open_file", lambda *_said: listed)
    told: list[str] = []

    def fill(dialog: DecisionDialog) -> None:
        dialog.from_file.click()
        told.append(dialog.told.text())

    accept(monkeypatch, DecisionDialog, fill)
    press(part, "decide")
    assert told == ["Danh sách có 1 / 3 trường hợp của hồ sơ. Không có trong hồ sơ: Người Lạ."]
    assert part.view is not None
    view = part.desk.context.dossiers.dossier(part.view.id)
    assert [one.result.value for one in view.entries if one.result] == [
        "granted", "refused", "refused",
    ]  # fmt: skip
    assert view.decision is not None
    assert (view.decision.number, view.decision.decided_on) == ("88/QĐ-UBND", date(2026, 6, 20))


def test_a_place_leads_to_one_dossier_among_several(page: AwardsPage, part: DossierPart) -> None:
    dossiers = part.desk.context.dossiers
    first = part.dossier_id
    assert first is not None
    entries = dossiers.dossier(first).entries
    dossiers.take_out([entries[-1].id])
    free = [one for one in dossiers.proposable("2025-2026") if one.dossier_id is None]
    form = DossierForm(name="Hồ sơ tập thể", level=DossierLevel.SCHOOL)
    second = dossiers.make("2025-2026", form, free, date(2026, 6, 1))
    page.show_place(Place("awards", "dossier", second))
    assert part.pane.name.text() == "Hồ sơ tập thể"
    page.show_place(Place("awards", "dossier", first))
    assert part.pane.name.text() == dossiers.dossier(first).form.name
