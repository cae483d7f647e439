"""The page of the documents: the list, new ones, the editor, and what leaves the house."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pypdf
import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QDialog

from tdkt_desktop.services.files import FileKind
from tdkt_desktop.services.left_behind import LeftBehind
from tdkt_desktop.services.paper_views import PaperStatus
from tdkt_desktop.services.period import PlanPeriod
from tdkt_desktop.ui.dialogs.redraft_dialog import RedraftDialog
from tdkt_desktop.ui.page import Place
from tdkt_desktop.ui.pages.papers.issue_paper_dialog import IssuePaperDialog
from tdkt_desktop.ui.pages.papers.new_paper_dialog import NewPaperDialog
from tdkt_desktop.ui.pages.papers.page import PapersPage
from tdkt_desktop.ui.pages.papers.stale_dialog import StaleDialog
from tdkt_desktop.vietnamese.school_year import SchoolYear
from tests.support.council_year import add_year
from tests.ui.conftest import Chosen, Opened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.ui.desk import Desk
    from tests.ui.conftest import Recorder

PERIOD = PlanPeriod(2026, SchoolYear(2026))
DAY = date(2026, 11, 20)


@pytest.fixture
def ids(context: AppContext) -> dict[str, int]:
    found = add_year(context)
    for kind, about in (
        ("qd-thanh-lap-hoi-dong", found["council"]),
        ("giay-moi-hop", found["meeting"]),
        ("phieu-giao-viec", found["Lê Thị Minh Nguyệt"]),
    ):
        found[kind], _doubts = context.papers.add_draft(kind, PERIOD, str(about), DAY)
    return found


@pytest.fixture
def page(desk: Desk, ids: dict[str, int], qtbot: QtBot) -> Iterator[PapersPage]:
    made = PapersPage(desk)
    qtbot.addWidget(made)
    made.resize(1200, 640)
    made.show_year(2026)
    made.show()
    yield made
    made.shut_down()


def answer(monkeypatch: pytest.MonkeyPatch, kind: type[QDialog], fill: Callable[..., None]) -> None:
    """Let a dialog be filled and accepted as soon as it is shown."""

    def accept(dialog: QDialog) -> QDialog.DialogCode:
        fill(dialog)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(kind, "exec", accept)


def names(page: PapersPage) -> list[str]:
    return [page.list.model.item(row).name for row in range(page.list.model.rowCount())]


def choose(page: PapersPage, *ids: int) -> None:
    """Select documents in the list."""
    model, flags = page.list.model, QItemSelectionModel.SelectionFlag
    page.list.view.clearSelection()
    for row in range(model.rowCount()):
        if model.item(row).id in ids and not model.item(row).is_plan:
            page.list.view.selectionModel().select(model.index(row, 0), flags.Select | flags.Rows)


def test_the_list_names_every_document_of_the_year_and_the_plans(page: PapersPage) -> None:
    assert "Phiếu giao việc: Lê Thị Minh Nguyệt" in names(page)
    assert any(name.startswith("Quyết định về việc thành lập Hội đồng") for name in names(page))
    assert any(name.startswith("Kế hoạch") for name in names(page))
    page.show_year(2030)
    assert page.list.empty.isVisible()


def test_the_filter_reads_without_marks_and_by_kind_and_state(
    page: PapersPage, context: AppContext, ids: dict[str, int]
) -> None:
    page.list.filter.setText("phieu nguyet")
    assert names(page) == ["Phiếu giao việc: Lê Thị Minh Nguyệt"]
    page.list.filter.setText("khong co gi nhu the")
    assert page.list._none.isVisible()
    page.list.clear_filter()
    page.list.show_kind("giay-moi-hop")
    assert len(names(page)) == 1
    page.list.show_kind("")
    context.papers.issue(ids["giay-moi-hop"], DAY)
    page.refresh()
    page.list.state_box.setCurrentIndex(2)
    assert len(names(page)) == 1
    assert page.list.model.item(0).number == "01"


def test_a_kind_says_what_it_needs_and_offers_what_there_is(
    desk: Desk, ids: dict[str, int]
) -> None:
    dialog = NewPaperDialog(desk, PERIOD, "bien-ban-hop")
    assert dialog.kind() is not None
    dialog.choices.setCurrentRow(0)
    assert [choice.about for choice in dialog.chosen()] == [str(ids["meeting"])]
    assert dialog.act.isEnabled()
    empty = NewPaperDialog(desk, PlanPeriod(2040, SchoolYear(2040)), "bien-ban-hop")
    assert not empty.act.isEnabled()
    assert "chưa có dữ liệu" in empty._none.text()
    shown = {dialog.kinds.item(row).text() for row in range(dialog.kinds.count())}
    assert {kind.name for kind in desk.context.papers.kinds()} <= shown
    for one in (dialog, empty):
        one.deleteLater()


def test_several_sheets_are_drafted_at_once(
    page: PapersPage, context: AppContext, recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def take_three(dialog: NewPaperDialog) -> None:
        for row in range(3):
            dialog.choices.item(row).setSelected(True)

    answer(monkeypatch, NewPaperDialog, take_three)
    page.list.new_wanted.emit("phieu-giao-viec")
    assert len(context.papers.papers(2026, "phieu-giao-viec")) == 4
    assert recorder.notes[-1] == "Đã soạn 3 văn bản."
    context.history.undo()
    assert len(context.papers.papers(2026, "phieu-giao-viec")) == 1


def test_a_document_is_edited_and_stored_by_itself(
    page: PapersPage, context: AppContext, ids: dict[str, int], qtbot: QtBot
) -> None:
    page.show_place(Place("papers", "paper", ids["qd-thanh-lap-hoi-dong"]))
    assert page.is_editing
    text = page.editor.text
    qtbot.keyClicks(text, "Sua lai ")
    steps = page.undo_steps()
    assert steps is not None
    assert steps.undo_text
    page.show_list()
    document = context.papers.paper(ids["qd-thanh-lap-hoi-dong"]).document
    assert document.body[0].text.plain.startswith("Sua lai ")  # type: ignore[union-attr]
    assert not page.is_editing
    assert page.undo_steps() is None


def test_articles_keep_their_numbers_in_the_editor(
    page: PapersPage, context: AppContext, ids: dict[str, int]
) -> None:
    before = context.papers.paper(ids["qd-thanh-lap-hoi-dong"]).document
    page.open_paper(ids["qd-thanh-lap-hoi-dong"])
    assert page.editor.document() == before
    assert page.editor.text.mirror.labels()[0] == "Điều 1."


@pytest.mark.parametrize("kind", ["giay-moi-hop", "phieu-giao-viec"])
def test_every_other_kind_stays_as_it_was_made(
    page: PapersPage, context: AppContext, ids: dict[str, int], kind: str
) -> None:
    before = context.papers.paper(ids[kind]).document
    page.open_paper(ids[kind])
    assert page.editor.document() == before


def test_issuing_takes_the_next_number_and_locks(
    page: PapersPage,
    context: AppContext,
    ids: dict[str, int],
    recorder: Recorder,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    def fill(dialog: IssuePaperDialog) -> None:
        assert dialog.number.text() == "01"
        dialog.number.setText("7")
        dialog.date.setText("20/11/2026")

    answer(monkeypatch, IssuePaperDialog, fill)
    page.open_paper(ids["qd-thanh-lap-hoi-dong"])
    page.editor.head.wanted.emit("issue")
    qtbot.waitUntil(lambda: bool(recorder.notes), timeout=10_000)
    paper = context.papers.paper(ids["qd-thanh-lap-hoi-dong"]).summary
    assert (paper.status, paper.number) == (PaperStatus.ISSUED, "07")
    assert page.editor.is_locked
    assert page.editor.text.isReadOnly()
    assert page.editor.banner.isVisible()
    assert any(line.number == "07" for line in context.issuing.register())


def test_a_form_is_issued_without_a_number(
    desk: Desk, context: AppContext, ids: dict[str, int]
) -> None:
    dialog = IssuePaperDialog(desk, context.papers.paper(ids["phieu-giao-viec"]))
    assert dialog.act.isEnabled()
    assert dialog.chosen_number() is None
    assert dialog._number_field.isHidden()
    dialog.deleteLater()


def test_what_was_thrown_away_comes_back_but_issued_stays(
    page: PapersPage, context: AppContext, ids: dict[str, int], recorder: Recorder
) -> None:
    choose(page, ids["giay-moi-hop"], ids["phieu-giao-viec"])
    page.list.view.removing.emit([])
    assert len(context.papers.papers(2026)) == 1
    assert recorder.notes[-1] == "Đã xoá 2 văn bản."
    assert recorder.last_act is not None
    recorder.last_act()
    assert len(context.papers.papers(2026)) == 3
    context.papers.issue(ids["giay-moi-hop"], DAY)
    page.refresh()
    choose(page, ids["giay-moi-hop"])
    assert not page.list.actions_of_paper["remove"].isEnabled()
    assert not page.list.actions_of_paper["issue"].isEnabled()
    assert page.list.actions_of_paper["duplicate"].isEnabled()


def test_a_copy_has_neither_number_nor_date(
    page: PapersPage, context: AppContext, ids: dict[str, int], recorder: Recorder
) -> None:
    context.papers.issue(ids["giay-moi-hop"], DAY)
    page.acts.duplicate(ids["giay-moi-hop"])
    copies = context.papers.papers(2026, "giay-moi-hop")
    assert [(one.status, one.number, one.issued_on) for one in copies] == [
        (PaperStatus.DRAFT, "", None),
        (PaperStatus.ISSUED, "01", DAY),
    ]
    assert recorder.notes[-1] == "Đã nhân bản văn bản."


@pytest.mark.parametrize("kind", list(FileKind))
def test_a_file_is_one_click_and_noted(
    page: PapersPage,
    desk: Desk,
    ids: dict[str, int],
    recorder: Recorder,
    tmp_path: Path,
    qtbot: QtBot,
    kind: FileKind,
) -> None:
    assert isinstance(desk.chooser, Chosen)
    desk.chooser.answer = tmp_path / f"giay-moi{kind.value}"
    choose(page, ids["giay-moi-hop"])
    page.export_current(kind)
    qtbot.waitUntil(lambda: bool(recorder.notes), timeout=10_000)
    assert desk.chooser.answer.stat().st_size > 1000
    assert desk.context.papers.paper(ids["giay-moi-hop"]).summary.exported_at is not None


def test_several_become_one_pdf_or_files_in_a_folder(
    page: PapersPage,
    desk: Desk,
    ids: dict[str, int],
    recorder: Recorder,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    assert isinstance(desk.chooser, Chosen)
    assert isinstance(desk.opener, Opened)
    choose(page, ids["giay-moi-hop"], ids["qd-thanh-lap-hoi-dong"])
    desk.chooser.answer = tmp_path / "gop.pdf"
    page.list.actions_of_paper["together"].trigger()
    qtbot.waitUntil(lambda: len(recorder.notes) == 1, timeout=10_000)
    assert len(pypdf.PdfReader(tmp_path / "gop.pdf").pages) >= 3
    folder = tmp_path / "nhieu"
    folder.mkdir()
    desk.chooser.answer = folder
    page.list.actions_of_paper["folder"].trigger()
    qtbot.waitUntil(lambda: len(recorder.notes) == 2, timeout=10_000)
    assert len(list(folder.glob("*.docx"))) == 2
    assert recorder.notes[1] == "Đã xuất 2 tệp vào nhieu."
    assert recorder.last_act is not None
    recorder.last_act()
    assert desk.opener.paths[-1].parent == folder


def test_redrafting_shows_what_would_change_first(
    page: PapersPage,
    context: AppContext,
    ids: dict[str, int],
    recorder: Recorder,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page.acts.renew(ids["giay-moi-hop"])
    assert recorder.notes[-1] == "Văn bản đã khớp với dữ liệu hiện nay."
    meeting = context.councils.meeting(ids["meeting"])
    context.councils.save_meeting(ids["meeting"], replace(meeting.facts, venue="Hội trường lớn"))
    told: list[str] = []

    def look(dialog: RedraftDialog) -> None:
        told.extend(change.new for change in dialog.model.items)

    answer(monkeypatch, RedraftDialog, look)
    page.acts.renew(ids["giay-moi-hop"])
    assert len(told) == 1
    assert "Hội trường lớn" in told[0]
    assert recorder.notes[-1] == "Đã soạn lại văn bản."
    assert page.is_editing
    assert page.current_paper == ids["giay-moi-hop"]
    assert recorder.last_act is not None
    recorder.last_act()
    assert context.papers.redrafted(ids["giay-moi-hop"], DAY).changes


def test_what_the_data_left_behind_is_marked(
    page: PapersPage, context: AppContext, ids: dict[str, int], qtbot: QtBot
) -> None:
    seat = context.councils.council(ids["council"]).seats[0].id
    assert seat is not None
    context.councils.set_duties(seat, [])
    page.on_changed(frozenset({"duty"}))

    def marked() -> bool:
        items = [page.list.model.item(row) for row in range(page.list.model.rowCount())]
        return any(line.stale and line.id == ids["phieu-giao-viec"] for line in items)

    qtbot.waitUntil(marked, timeout=10_000)
    page.list.state_box.setCurrentIndex(3)
    assert names(page) == ["Phiếu giao việc: Lê Thị Minh Nguyệt"]
    page.open_paper(ids["phieu-giao-viec"])
    assert page.editor.banner.isVisible()


def test_stale_documents_are_drafted_anew_together(
    desk: Desk, context: AppContext, ids: dict[str, int]
) -> None:
    context.papers.issue(ids["giay-moi-hop"], DAY)
    dialog = StaleDialog(desk, LeftBehind(context.papers.papers(2026)))
    assert dialog.act.text() == "Soạn lại 3 văn bản"
    dialog._renew()
    assert len(dialog.renewed) == 3
    assert len(context.papers.papers(2026, "giay-moi-hop")) == 2
    dialog.deleteLater()


def test_a_plan_in_the_list_opens_on_its_own_page(page: PapersPage, ids: dict[str, int]) -> None:
    wanted: list[Place] = []
    page.place_wanted.connect(wanted.append)
    page.list.select(ids["plan"], plan=True)
    assert page.list.actions_of_paper["word"].isEnabled()
    assert not page.list.actions_of_paper["remove"].isEnabled()
    page.list.view.opened.emit(0)
    assert wanted == [Place("plans", record=ids["plan"])]


def test_a_document_that_is_not_there_is_told(page: PapersPage, recorder: Recorder) -> None:
    page.show_place(Place("papers", "paper", 4321))
    assert "4321" in recorder.errors[-1].message
    assert not page.is_editing


def test_it_fits_the_smallest_window(page: PapersPage, ids: dict[str, int], qtbot: QtBot) -> None:
    page.resize(852, 400)
    assert page.width() == 852
    assert page.list.kind_box.isVisible()
    assert not page.list.kinds.isVisible()
    page.open_paper(ids["giay-moi-hop"])
    qtbot.wait(20)
    assert page.width() == 852
    assert page.editor.head.issue.isVisible()
    qtbot.keyClick(page.editor.text, Qt.Key.Key_Escape)


def test_delete_on_an_issued_document_says_why_not(
    page: PapersPage, context: AppContext, ids: dict[str, int], recorder: Recorder
) -> None:
    context.papers.issue(ids["giay-moi-hop"], DAY)
    page.refresh()
    choose(page, ids["giay-moi-hop"])
    page.list.view.removing.emit([])
    assert len(context.papers.papers(2026)) == 3
    assert recorder.notes[-1].startswith("Chỉ xoá được bản nháp")
