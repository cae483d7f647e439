"""What all lists share: sorting by heads, copying, widths; and chips that read without colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QFont, QGuiApplication, QImage, QPainter
from PySide6.QtTest import QTest

from tdkt_desktop.ui.tables.columns_model import ColumnsModel, TextColumn
from tdkt_desktop.ui.tables.list_view import ListView
from tdkt_desktop.ui.theme.theme import DEFAULT_POINT_SIZE, Theme, ThemeChoice
from tdkt_desktop.ui.widgets.chip import Chip, ChipLabel, ChipPainter, ChipState

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@dataclass(frozen=True, slots=True)
class Thing:
    name: str
    count: int


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> ListView:
    columns = (
        TextColumn[Thing]("Tên", lambda thing: thing.name),
        TextColumn[Thing]("Số", lambda thing: str(thing.count), lambda t: t.count, right=True),
    )
    model = ColumnsModel(columns)
    model.show([Thing("Đức", 10), Thing("Ánh", 9), Thing("Dũng", 100)])
    made = ListView(theme, model, 0)
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    return made


def names(view: ListView) -> list[str]:
    model = view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def click_head(view: ListView, column: int) -> None:
    head = view.horizontalHeader()
    place = QPoint(head.sectionPosition(column) + 20, head.height() // 2)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_head_sorts_turns_around_and_lets_go(view: ListView) -> None:
    given = names(view)
    click_head(view, 0)
    assert names(view) == ["Ánh", "Dũng", "Đức"]
    click_head(view, 0)
    assert names(view) == ["Đức", "Dũng", "Ánh"]
    click_head(view, 0)
    assert names(view) == given
    click_head(view, 1)
    assert names(view) == ["Ánh", "Đức", "Dũng"]


def test_copying_gives_heads_and_rows_for_a_sheet(view: ListView) -> None:
    view.selectRow(1)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Tên\tSố\nÁnh\t9"


def test_enter_and_delete_name_their_rows(view: ListView) -> None:
    opened: list[int] = []
    removed: list[list[int]] = []
    view.opened.connect(opened.append)
    view.removing.connect(removed.append)
    view.selectRow(2)
    QTest.keyClick(view, Qt.Key.Key_Return)
    view.selectAll()
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert opened == [2]
    assert removed == [[0, 1, 2]]


def test_widths_are_kept_and_a_broken_note_of_them_is_passed_over(view: ListView) -> None:
    view.setColumnWidth(1, 123)
    state = view.layout_state()
    view.setColumnWidth(1, 80)
    assert view.restore_layout(state)
    assert view.columnWidth(1) == 123
    assert not view.restore_layout("bm90IGEgc3RhdGU=")
    assert not view.restore_layout("không phải base64")


def painted(theme: Theme, chip: Chip, *, selected: bool = False) -> QImage:
    painter = ChipPainter(theme)
    size = painter.size(chip, QFont())
    image = QImage(size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    canvas = QPainter(image)
    painter.paint(canvas, QRectF(image.rect()), chip, QFont(), selected=selected)
    canvas.end()
    return image


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_chips_differ_in_black_and_white_too(theme: Theme, choice: ThemeChoice) -> None:
    theme.apply(choice, DEFAULT_POINT_SIZE)
    seen = [
        painted(theme, Chip(state, "Như nhau")).convertToFormat(QImage.Format.Format_Grayscale8)
        for state in ChipState
    ]
    assert not [n for n, image in enumerate(seen) if image in seen[:n]]


def test_a_calm_chip_stays_visible_on_a_selected_row(theme: Theme) -> None:
    chip = Chip(ChipState.DRAFT, "Nháp")
    assert painted(theme, chip) != painted(theme, chip, selected=True)


def test_words_too_long_for_their_place_are_cut_inside_it(theme: Theme) -> None:
    painter = ChipPainter(theme)
    image = QImage(200, 40, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    canvas = QPainter(image)
    chip = Chip(ChipState.DONE, "Đã ban hành từ rất lâu rồi")
    painter.paint(canvas, QRectF(0, 0, 90, 40), chip, QFont())
    canvas.end()
    outside = [image.pixelColor(x, 20).alpha() for x in range(92, 200)]
    assert not any(outside)


def test_a_chip_beside_a_title_is_named_for_the_ear(qtbot: QtBot, theme: Theme) -> None:
    label = ChipLabel(theme)
    qtbot.addWidget(label)
    label.show_chip(Chip(ChipState.SOON, "Còn 4 ngày"))
    assert label.accessibleName() == "Còn 4 ngày"
    assert label.sizeHint().width() > 60
    label.show_chip(None)
    assert label.isHidden()


def test_a_row_is_chosen_alone_even_while_ctrl_is_held(qtbot: QtBot, theme: Theme) -> None:
    """Ctrl+Z reads a list anew while Ctrl is down; the row that was chosen must stay so."""
    model = ColumnsModel[str]((TextColumn("Tên", lambda one: one),))
    model.show(("An", "Bình"))
    view = ListView(theme, model, stretched=0)
    qtbot.addWidget(view)
    view.show()
    view.selectRow(1)
    qtbot.keyPress(view, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    view.selectRow(1)
    assert view.rows() == [1]
    qtbot.keyRelease(view, Qt.Key.Key_Control)
