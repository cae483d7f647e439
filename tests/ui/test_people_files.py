"""Staff lists in and out of the page of people: the look beforehand, answers, files, bad input."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, cast

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication

from tdkt_desktop.services.people_files import CsvCode
from tdkt_desktop.services.people_preview import RowOutcome
from tdkt_desktop.ui.dialogs.people_export_dialog import ExportDialog
from tdkt_desktop.ui.dialogs.people_import_dialog import PeopleImportDialog
from tdkt_desktop.ui.tables.people_preview_model import TAKE_COLUMN
from tests.support.school_people import SmallSchool, add_small_school, people_page
from tests.support.staff_lists import staff, write_book
from tests.support.window_desk import ChosenFiles, make_desk
from tests.ui.test_people_page import answer, names

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.ui.pages.people.page import PeoplePage
    from tdkt_desktop.ui.theme.theme import Theme
    from tests.ui.conftest import Recorder

HEAD = "Ho ten\tNgay sinh\tTo\tChuc vu\tMon day"


@pytest.fixture
def school(context: AppContext) -> SmallSchool:
    return add_small_school(context)


@pytest.fixture
def page(
    context: AppContext, theme: Theme, recorder: Recorder, tmp_path: Path, school: SmallSchool
) -> Iterator[PeoplePage]:
    with people_page(make_desk(context, theme, recorder, tmp_path)) as made:
        yield made


def chooser(page: PeoplePage) -> ChosenFiles:
    return cast("ChosenFiles", page._desk.chooser)


def paste(page: PeoplePage, qtbot: QtBot, *lines: str) -> None:
    QGuiApplication.clipboard().setText("\n".join((HEAD, *lines)))
    page.list.view.setFocus()
    page.list.acted.emit("paste")


def rows(dialog: PeopleImportDialog) -> list[tuple[str, RowOutcome]]:
    return [(row.name, row.outcome) for row in dialog.preview.rows]


# --- in ---


def test_a_pasted_block_is_looked_at_and_comes_in_as_one_step(
    page: PeoplePage, context: AppContext, recorder: Recorder, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    def look(dialog: PeopleImportDialog) -> None:
        assert rows(dialog) == [
            ("Phan Thị Chi", RowOutcome.UPDATE),
            ("Lê Thị Én", RowOutcome.NEW),
            ("Trần Quốc Bảo", RowOutcome.UNCHANGED),
        ]
        assert dialog.act.text() == "Nhập 2 người"
        facts = [words for words, _look in dialog._facts()]
        assert "Cột không hiểu nên bỏ qua: “Mon day”." in facts
        assert "Sẽ tạo tổ mới: Tổ 9." in facts

    answer(monkeypatch, PeopleImportDialog, look)
    paste(
        page, qtbot, "Phan Thị Chi\t2/12/1998\tTổ 1\tTổ phó\tToán",
        "Lê Thị Én\t1/2/1990\tTổ 9\tGiáo viên\t", "Trần Quốc Bảo\t27/4/1978\t\t\t",
    )  # fmt: skip
    assert recorder.notes[-1] == "Đã thêm 1 người, cập nhật 1 người."
    assert "Lê Thị Én" in names(page)
    assert recorder.last_act is not None
    recorder.last_act()
    assert "Lê Thị Én" not in names(page)
    assert [group.name for group in context.groups.groups()][-1] == "Tổ Văn phòng"


def test_the_paste_key_reaches_the_list_but_not_a_field(
    page: PeoplePage, recorder: Recorder, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText("chỉ là chữ")
    page.activateWindow()
    qtbot.waitActive(page)
    page.list.filters.words.setFocus()
    qtbot.keyClick(page.list.filters.words, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.list.filters.words.text() == "chỉ là chữ"
    page.list.filters.words.clear()
    page.list.view.setFocus()
    qtbot.keyClick(page.list.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    # Lets go of Ctrl, which Qt would take for pressed in the tests to come.
    qtbot.keyClick(page.list.view, Qt.Key.Key_Home)
    (error,) = recorder.errors
    assert error.hint


def test_a_doubtful_row_is_asked_about_and_goes_where_the_answer_says(
    page: PeoplePage, context: AppContext, school: SmallSchool, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    def decide(dialog: PeopleImportDialog) -> None:
        assert rows(dialog) == [("Nguyễn Ánh Dương", RowOutcome.DOUBTFUL)]
        assert not dialog.act.isEnabled()
        assert dialog.failed.isVisibleTo(dialog)
        asked = [button.text() for button in dialog.detail.answers.buttons()]
        assert asked == [
            "Nguyễn Ánh Dương, Giáo viên, Tổ 1", "Người mới, chưa có trong danh sách", "Bỏ qua",
        ]  # fmt: skip
        dialog.detail.answers.button(0).click()
        assert dialog.act.text() == "Nhập 1 người"

    answer(monkeypatch, PeopleImportDialog, decide)
    paste(page, qtbot, "Nguyễn Ánh Dương\t14/1/1993\tTổ 1\tGiáo viên\t")
    assert str(context.people.person(school["Dương"]).data.birth_date) == "1993-01-14"
    assert len(names(page)) == 5


def test_rows_can_be_left_out_by_space_and_by_click(
    page: PeoplePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def choose(dialog: PeopleImportDialog) -> None:
        dialog.view.selectRow(0)
        dialog._toggle(dialog._chosen())
        assert dialog.act.text() == "Nhập 1 người"
        second = dialog.model.index(1, TAKE_COLUMN)
        dialog.view.clicked.emit(second)
        assert not dialog.act.isEnabled()
        dialog.view.clicked.emit(second)
        states = [
            Qt.CheckState(dialog.model.index(row, TAKE_COLUMN).data(Qt.ItemDataRole.CheckStateRole))
            for row in range(2)
        ]
        assert states == [Qt.CheckState.Unchecked, Qt.CheckState.Checked]

    answer(monkeypatch, PeopleImportDialog, choose)
    paste(page, qtbot, "Lê Thị Én\t1/2/1990\t\t\t", "Đinh Văn Phú\t3/4/1991\t\t\t")
    assert "Đinh Văn Phú" in names(page)
    assert "Lê Thị Én" not in names(page)


def test_rows_that_failed_stay_in_a_banner_until_they_are_written_out(
    page: PeoplePage, recorder: Recorder, tmp_path: Path, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    def look(dialog: PeopleImportDialog) -> None:
        dialog.kinds.chosen.emit(RowOutcome.FAILED.value)
        assert dialog.model.rowCount() == 1
        assert "30/02/1990" in dialog.model.index(0, 4).data()

    answer(monkeypatch, PeopleImportDialog, look)
    paste(page, qtbot, "Lê Thị Én\t30/02/1990\tTổ 1\t\t", "Đinh Văn Phú\t3/4/1991\tTổ 1\t\t")
    assert page.banner.isVisible()
    assert "1 dòng của" in page.banner._text.text()
    chooser(page).answer = tmp_path / "loi"
    page.banner.button.click()
    sheet = load_workbook(tmp_path / "loi.xlsx").active
    assert sheet is not None
    written = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert written[0][-1] == "Lý do không nhập được"
    assert written[1][0] == "Lê Thị Én"
    assert "không có ngày" in str(written[1][-1])


def test_a_dropped_file_is_read_and_another_kind_is_not_taken(
    page: PeoplePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, PeopleImportDialog, lambda _dialog: None)
    path = write_book(tmp_path / "danh sách.xlsx", staff(12))
    page.dropEvent(dropped(path))
    assert page.list.model.total == 18
    enter = entering(tmp_path / "tranh.png")
    page.dragEnterEvent(enter)
    assert not enter.isAccepted()


def dropped(path: Path) -> QDropEvent:
    return QDropEvent(
        QPointF(1, 1), Qt.DropAction.CopyAction, carried(path), Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip


def entering(path: Path) -> QDragEnterEvent:
    event = QDragEnterEvent(
        QPoint(1, 1), Qt.DropAction.CopyAction, carried(path), Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    event.ignore()
    return event


CARRIED: list[QMimeData] = []


def carried(path: Path) -> QMimeData:
    """Return what a drag carries; Qt's events do not keep it alive."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    CARRIED[:] = [data]
    return data


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("bang.xlsx", b"<html><table><tr><td>Ho ten</td></tr></table></html>"),
        ("rong.xlsx", b""),
        ("cu.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
    ],
)
def test_a_file_that_is_no_sheet_is_said_to_be_none_and_nothing_changes(
    page: PeoplePage, recorder: Recorder, tmp_path: Path, name: str, content: bytes
) -> None:
    chooser(page).answer = tmp_path / name
    (tmp_path / name).write_bytes(content)
    page.head.import_file.click()
    (error,) = recorder.errors
    assert name in error.message
    assert error.hint
    assert page.list.model.total == 6


def test_error_cells_and_ten_thousand_empty_rows_do_no_harm(
    page: PeoplePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["DANH SÁCH"])
    sheet.merge_cells("A1:D1")
    sheet.append(["Họ và tên", "Ngày sinh", "Tổ", "Chức vụ"])
    sheet.append(["Lê Thị Én", "#REF!", "Tổ 1", "Giáo viên"])
    sheet["B3"].data_type = "e"
    sheet.append(["Đinh Văn Phú", "3/4/1991", "Tổ 1", "Giáo viên"])
    for number in range(5, 10_005):
        sheet.cell(number, 4).value = None
        sheet.cell(number, 4).number_format = "@"
    path = tmp_path / "nhiều dòng trống.xlsx"
    book.save(path)
    assert zipfile.is_zipfile(path)

    def look(dialog: PeopleImportDialog) -> None:
        assert rows(dialog) == [
            ("Lê Thị Én", RowOutcome.FAILED), ("Đinh Văn Phú", RowOutcome.NEW),
        ]  # fmt: skip
        assert "#REF!" in dialog.model.index(0, 4).data()

    answer(monkeypatch, PeopleImportDialog, look)
    page.files.read(path)
    assert "Đinh Văn Phú" in names(page)


# --- out ---


def test_the_list_as_it_is_shown_goes_out_in_its_order(
    page: PeoplePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def choose(dialog: ExportDialog) -> None:
        assert dialog.who.button(0).text().startswith("Người đang hiện")

    answer(monkeypatch, ExportDialog, choose)
    chooser(page).answer = tmp_path / "ra.xlsx"
    page.list.view.horizontalHeader().sectionClicked.emit(1)
    page.head.wanted.emit("export")
    sheet = load_workbook(tmp_path / "ra.xlsx").active
    assert sheet is not None
    heads = [cell.value for cell in sheet[1]]
    column = heads.index("Họ và tên") + 1
    out = [sheet.cell(row, column).value for row in range(2, sheet.max_row + 1)]
    assert out == names(page)
    assert "Số định danh cá nhân" not in heads


def test_a_csv_for_old_programs_is_in_their_code(
    page: PeoplePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def choose(dialog: ExportDialog) -> None:
        dialog.kind.choose((".csv", CsvCode.WINDOWS_1258))
        dialog.who.buttons()[-1].setChecked(True)

    answer(monkeypatch, ExportDialog, choose)
    chooser(page).answer = tmp_path / "ra"
    page.head.wanted.emit("export")
    text = (tmp_path / "ra.csv").read_bytes().decode("cp1258")
    assert len(text.splitlines()) == 7


def test_the_template_can_be_filled_in_and_comes_back_in(
    page: PeoplePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mẫu.xlsx"
    chooser(page).answer = path
    page.head.wanted.emit("template")
    book = load_workbook(path)
    sheet = book.worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    sheet.cell(2, heads.index("Họ và tên") + 1).value = "Lê Thị Én"
    book.save(path)
    answer(monkeypatch, PeopleImportDialog, lambda _dialog: None)
    page.head.import_file.click()
    assert "Lê Thị Én" in names(page)


def test_an_existing_file_is_not_written_over_unasked(
    page: PeoplePage, recorder: Recorder, tmp_path: Path
) -> None:
    path = tmp_path / "mẫu.xlsx"
    path.write_text("của người khác", "utf-8")
    chooser(page).answer = path
    recorder.way = 0
    page.head.wanted.emit("template")
    assert path.read_text("utf-8") == "của người khác"
    assert recorder.picks[-1][1][1] == "Ghi đè tệp cũ"
    assert len(list(tmp_path.glob("mẫu*.xlsx"))) == 2
