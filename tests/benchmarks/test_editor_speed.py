"""How long the editor lets a person wait: from a key to the painted letter, and for a paste."""

from __future__ import annotations

import os
import statistics
import time
from dataclasses import replace
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget
from sample_plan import sample_plan
from typing_hand import type_words

from tdkt_desktop.documents.plain_text import to_text
from tdkt_desktop.services.context import AppContext
from tdkt_desktop.services.period import PlanPeriod
from tdkt_desktop.ui.feedback import Feedback
from tdkt_desktop.ui.pages.plan_editor_page import PlanEditorPage
from tdkt_desktop.ui.preferences import PreferencesFile
from tdkt_desktop.ui.theme.theme import DEFAULT_POINT_SIZE, Theme, ThemeChoice
from tdkt_desktop.vietnamese.school_year import SchoolYear

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tdkt_desktop.documents.document import OfficialDocument

# The budgets of a school's computer; the factor leaves room for a busy machine.
KEY_IN_12_PAGES, KEY_IN_60_PAGES = 0.016, 0.050
ROOM = 2.5
TIMES_FOR_60_PAGES = 14


@pytest.fixture
def opened(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> Iterator[Callable[[OfficialDocument], PlanEditorPage]]:
    theme = Theme(qapp)
    theme.apply(ThemeChoice.LIGHT, DEFAULT_POINT_SIZE)
    pages: list[PlanEditorPage] = []
    window = QWidget()
    qtbot.addWidget(window)
    with AppContext.open(tmp_path / "store") as context:

        def open_page(document: OfficialDocument) -> PlanEditorPage:
            number = context.plans.add_draft(document, PlanPeriod(2026, SchoolYear(2026)))
            preferences = PreferencesFile(tmp_path / "preferences.json")
            page = PlanEditorPage(context, theme, Feedback(window), preferences)
            pages.append(page)
            qtbot.addWidget(page)
            page.resize(1214, 690)
            page.open_plan(number)
            page.show()
            qtbot.waitExposed(page)
            page.text.setFocus()
            qtbot.waitUntil(lambda: page.pages.view.page_count > 0, timeout=30_000)
            return page

        yield open_page
        for page in pages:
            page.shut_down()


def key_times(page: PlanEditorPage, count: int) -> list[float]:
    """Type letters in the middle of the text and measure each until it is painted."""
    middle = page.text.document().blockCount() // 2
    cursor = QTextCursor(page.text.document().findBlockByNumber(middle))
    page.text.setTextCursor(cursor)
    times = []
    for number in range(count):
        started = time.perf_counter()
        type_words(page.text, "ếa "[number % 3])
        page.text.viewport().repaint()
        times.append(time.perf_counter() - started)
    return times


def test_a_key_in_a_plan_of_12_pages(opened: Callable[..., PlanEditorPage]) -> None:
    times = key_times(opened(sample_plan()), 60)
    assert statistics.median(times) < KEY_IN_12_PAGES * ROOM


def test_a_key_in_a_plan_of_60_pages(opened: Callable[..., PlanEditorPage]) -> None:
    plan = sample_plan()
    page = opened(replace(plan, body=plan.body * TIMES_FOR_60_PAGES))
    assert page.pages.view.page_count >= 60
    assert statistics.median(key_times(page, 40)) < KEY_IN_60_PAGES * ROOM


def test_what_follows_a_pause_in_a_plan_of_60_pages(
    opened: Callable[..., PlanEditorPage],
) -> None:
    """What the interface's thread does for outline, preview and autosave after one key."""
    plan = sample_plan()
    page = opened(replace(plan, body=plan.body * TIMES_FOR_60_PAGES))
    spent = []
    for _turn in range(5):
        type_words(page.text, "a")
        started = time.perf_counter()
        page._refresh_outline()
        page.document()
        spent.append(time.perf_counter() - started)
    assert statistics.median(spent) < 0.05 * ROOM


@pytest.mark.parametrize("kind", ["plan", "one-word", "lines"])
def test_a_paste_of_200_000_characters(opened: Callable[..., PlanEditorPage], kind: str) -> None:
    texts = {
        "plan": to_text(sample_plan()) * 10,
        "one-word": "x" * 200_000,
        "lines": "Một dòng chữ của giáo viên\n" * 7_400,
    }
    page = opened(sample_plan())
    mime = QMimeData()
    mime.setText(texts[kind][:200_000])
    started = time.perf_counter()
    page.text.insertFromMimeData(mime)
    spent = time.perf_counter() - started
    assert spent < 1.0 * ROOM
