"""The field for a date: what people type, and what cannot be."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tdkt_desktop.ui.widgets.date_edit import DateEdit, understood_date

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tdkt_desktop.ui.theme.theme import Theme

TODAY = date(2026, 5, 14)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("5/6", date(2026, 6, 5)),
        ("05.06.26", date(2026, 6, 5)),
        ("5-6-2027", date(2027, 6, 5)),
        ("ngày 05 tháng 6 năm 2026", date(2026, 6, 5)),
        ("2026-06-05", date(2026, 6, 5)),
        (" 29/2/2028 ", date(2028, 2, 29)),
        ("31/02", None),
        ("29/2", None),
        ("ngày mai", None),
        ("", None),
    ],
)
def test_a_date_is_understood_as_people_write_it(text: str, day: date | None) -> None:
    assert understood_date(text, TODAY) == day


@pytest.fixture
def field(qtbot: QtBot, theme: Theme) -> DateEdit:
    made = DateEdit(TODAY)
    other = QLineEdit()
    for widget in (made, other):
        qtbot.addWidget(widget)
    made.show()
    made.setFocus()
    return made


def test_what_was_understood_is_written_out_when_the_field_is_left(field: DateEdit) -> None:
    QTest.keyClicks(field, "5/6")
    assert field.text() == "5/6"
    field.clearFocus()
    assert field.text() == "05/06/2026"
    assert not field.fault()


def test_a_day_that_no_calendar_has_stays_and_is_told(field: DateEdit) -> None:
    QTest.keyClicks(field, "31/02")
    field.clearFocus()
    assert field.text() == "31/02"
    assert field.day() is None
    assert "31/02" in field.fault()
    assert field.property("invalid") is True


def test_an_empty_field_is_no_fault(field: DateEdit) -> None:
    assert field.day() is None
    assert not field.is_wrong()


def test_up_and_down_move_by_a_day_over_the_end_of_a_month(field: DateEdit) -> None:
    field.set_day(date(2026, 5, 31))
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.day() == date(2026, 6, 1)
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.day() == date(2026, 5, 31)


def test_a_change_is_told_once(field: DateEdit, qtbot: QtBot) -> None:
    heard: list[object] = []
    field.date_changed.connect(heard.append)
    field.set_day(date(2026, 6, 5))
    field.setText("05/06/2026")
    assert heard == [date(2026, 6, 5)]
