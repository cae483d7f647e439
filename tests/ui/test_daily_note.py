"""The daily note comes once a day, only if wanted, and only when there is something to say."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtGui import QIcon

from tdkt_desktop.ui.daily_note import DailyNote, Tray
from tdkt_desktop.ui.desk import Desk
from tests.support.year_of_work import add_plan

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from tdkt_desktop.services.context import AppContext

TODAY = date(2026, 11, 21)


@dataclass
class KeptNotes:
    """Keeps what would be shown in the corner."""

    told: list[str] = field(default_factory=list)

    def tell(self, _title: str, text: str) -> None:
        self.told.append(text)

    def hide(self) -> None:
        self.told.append("hidden")


@pytest.fixture
def corner() -> KeptNotes:
    return KeptNotes()


@pytest.fixture
def note(
    desk: Desk, corner: KeptNotes, monkeypatch: pytest.MonkeyPatch, qapp: QObject
) -> DailyNote:
    monkeypatch.setattr(Desk, "today", lambda _self: TODAY)
    return DailyNote(desk, QIcon(), qapp, cast("Tray", corner))


def late(context: AppContext) -> None:
    add_plan(context, [("Tổng hợp đăng ký", "Hiệu trưởng", "", "", "15/9/2026")])


def test_nobody_is_told_who_did_not_ask(
    note: DailyNote, corner: KeptNotes, context: AppContext
) -> None:
    late(context)
    note.tell_if_due()
    assert corner.told == []


def test_it_is_told_once_a_day(
    note: DailyNote, corner: KeptNotes, context: AppContext, desk: Desk
) -> None:
    late(context)
    desk.preferences.change(daily_note=True)
    note.tell_if_due()
    note.tell_if_due()
    assert corner.told == ["1 nhiệm vụ trễ hạn"]
    desk.preferences.change(daily_note_shown="2026-11-20")
    note.tell_if_due()
    assert len(corner.told) == 2


def test_nothing_is_told_of_a_day_without_work(
    note: DailyNote, corner: KeptNotes, desk: Desk
) -> None:
    desk.preferences.change(daily_note=True)
    note.tell_if_due()
    note.close()
    assert corner.told == ["hidden"]
