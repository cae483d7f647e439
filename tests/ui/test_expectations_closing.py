"""Closing, the end of the session and long work: nothing is lost, nothing freezes (E2, E3, E11)."""

from __future__ import annotations

import itertools
import threading
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QProgressDialog, QWidget
from typing_hand import commit, compose, retype
from whole_window import whole_window

from tdkt_desktop.services.context import AppContext
from tdkt_desktop.ui.editors import autosave
from tdkt_desktop.ui.tasks import DIALOG_MS, Progress, Tasks
from tests.support.sample_store import copied_store, newest_draft

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tdkt_desktop.errors import UserError
    from tdkt_desktop.ui.assembly import Assembly
    from tdkt_desktop.ui.theme.theme import Theme

WORDS = "Chữ cuối cùng trước khi đóng"


@pytest.fixture
def store(sample_store: Path, tmp_path: Path) -> Path:
    return copied_store(sample_store, tmp_path / "kho")


@pytest.fixture
def editing(store: Path, tmp_path: Path, theme: Theme) -> Iterator[Assembly]:
    """The window with the draft in its editor, the cursor at the end of the first paragraph."""
    with AppContext.open(store, read_only=True) as context:
        draft = newest_draft(context)
    with whole_window(store, tmp_path, theme) as assembly:
        assembly.plans.open_plan(draft)
        text = assembly.plans.editor.text
        text.setFocus()
        cursor = text.textCursor()
        cursor.movePosition(cursor.MoveOperation.EndOfBlock)
        text.setTextCursor(cursor)
        yield assembly


def stored(store: Path) -> str:
    with AppContext.open(store, read_only=True) as context:
        return str(context.plans.plan(newest_draft(context)).document)


def named(place: QWidget, name: str) -> QLineEdit:
    return next(one for one in place.findChildren(QLineEdit) if one.accessibleName() == name)


# --- E2 ---


def test_closing_with_work_in_the_text_stores_it(
    editing: Assembly, store: Path, qtbot: QtBot
) -> None:
    commit(editing.plans.editor.text, WORDS)
    editing.close()
    assert WORDS in stored(store)


def test_closing_with_work_in_a_field_of_the_form_stores_it(
    editing: Assembly, store: Path, qtbot: QtBot
) -> None:
    editing.plans.editor.show_part("header")
    field = named(editing.plans.editor, "Địa danh")
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "Vinh Phu")
    editing.close()
    assert "Vinh Phu" in stored(store)


def test_closing_with_work_in_a_setting_stores_it(
    editing: Assembly, store: Path, qtbot: QtBot
) -> None:
    editing.window.show_page("settings")
    section = editing.settings.show_section("school")
    field = named(section, "Địa danh ghi trước ngày")
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "Vinh Phu")
    editing.close()
    with AppContext.open(store, read_only=True) as context:
        assert context.school.profile().place == "Vinh Phu"


def test_the_word_under_composition_is_asked_for_before_closing(
    editing: Assembly, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Offscreen there is no input method, so what it would commit is sent in its place."""
    text = editing.plans.editor.text
    compose(text, "t", "ti", "tiế", "tiếng")
    monkeypatch.setattr(autosave, "commit_ime", lambda: commit(text, "tiếng"))
    editing.close()
    assert "tiếng" in stored(store)


def test_the_end_of_the_session_stores_before_it_asks_anything(
    editing: Assembly, store: Path
) -> None:
    commit(editing.plans.editor.text, WORDS)
    QApplication.instance().commitDataRequest.emit(None)
    with AppContext.open(store, read_only=True) as context:
        assert WORDS in str(context.plans.plan(newest_draft(context)).document)


# --- E3 ---


def test_unikey_survives_in_the_search_that_lists_while_typing(
    editing: Assembly, qtbot: QtBot
) -> None:
    field = editing.window.top_bar.search
    field.setFocus()
    for raw, taken, words in (("tieengs", 7, "tiếng"), (" Vieetj", 6, "Việt")):
        retype(field, raw, taken, words)
        editing.finder.search()
        QApplication.processEvents()
    assert field.text() == "tiếng Việt"


def test_unikey_survives_in_the_filter_of_the_list(editing: Assembly) -> None:
    editing.plans.show_list()
    field = editing.plans.list.filter
    field.setFocus()
    retype(field, "thi ddua", 4, "đua")
    QApplication.processEvents()
    assert field.text() == "thi đua"
    assert editing.plans.list.model.rowCount() == editing.plans.list.model.total > 1


# --- E11 ---


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.shut_down()


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def unexpected(error: UserError) -> None:
    raise AssertionError(error)


def gaps_while(qtbot: QtBot, is_done: Callable[[], bool]) -> list[float]:
    """Let a timer of 20 ms tick until something is done, and return the time between its ticks."""
    ticks = [time.perf_counter()]
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    timer.start(20)
    qtbot.waitUntil(is_done, timeout=20_000)
    timer.stop()
    return [later - earlier for earlier, later in itertools.pairwise(ticks)]


def test_the_window_ticks_on_during_long_work_and_shows_its_progress(
    qtbot: QtBot, tasks: Tasks, owner: QWidget
) -> None:
    done: list[str] = []
    shown_after: list[float] = []
    started = time.perf_counter()

    def job(progress: Progress) -> str:
        for step in range(50):
            time.sleep(0.03)
            progress.step(step, 50, "Đang làm…")
        return "xong"

    def look() -> None:
        if QApplication.activeModalWidget() and not shown_after:
            shown_after.append(time.perf_counter() - started)

    watch = QTimer()
    watch.timeout.connect(look)
    watch.start(10)
    tasks.run(owner, job, done.append, unexpected, "Đang làm…")
    gaps = gaps_while(qtbot, lambda: bool(done))
    assert done == ["xong"]
    assert sorted(gaps)[-2] < 0.1
    assert shown_after[0] >= DIALOG_MS / 1000 - 0.05
    assert QApplication.activeModalWidget() is None


def test_stopping_ends_within_a_moment_and_leaves_no_partial_file(
    qtbot: QtBot, tasks: Tasks, owner: QWidget, tmp_path: Path
) -> None:
    target = tmp_path / "dở dang"
    ended = threading.Event()

    def job(progress: Progress) -> None:
        try:
            for step in range(1000):
                time.sleep(0.01)
                progress.step(step, 1000)
            target.write_text("xong")
        finally:
            ended.set()

    tasks.run(owner, job, lambda _none: pytest.fail("was stopped"), unexpected, "Đang xuất…")
    qtbot.waitUntil(lambda: owner.findChild(QProgressDialog) is not None, timeout=5000)
    started = time.perf_counter()
    owner.findChild(QProgressDialog).canceled.emit()
    assert ended.wait(0.2 + 0.3)
    assert time.perf_counter() - started < 0.5
    qtbot.waitUntil(lambda: QApplication.overrideCursor() is None)
    assert QApplication.activeModalWidget() is None
    assert not target.exists()


def test_closing_during_work_waits_for_it(
    editing: Assembly, store: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    running, ended = threading.Event(), threading.Event()

    def job(progress: Progress) -> None:
        running.set()
        try:
            for step in range(1000):
                time.sleep(0.005)
                progress.step(step, 1000)
        finally:
            ended.set()

    tasks = editing.window.tasks
    tasks.run(editing.window, job, lambda _none: None, unexpected, "Đang làm…")
    assert running.wait(2)
    editing.close()
    assert ended.is_set()
    assert "QThread" not in capfd.readouterr().err
