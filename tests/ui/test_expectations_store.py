"""The store behind the window: kills, damage, undo by name (E1, E4, E6); windows that flash."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from whole_window import show_everything, whole_window

from tdkt_desktop.services.context import AppContext
from tests.support.sample_store import copied_store, newest_draft

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.ui.theme.theme import Theme

ROOT = Path(__file__).parents[2]
FILE = "tdkt.sqlite3"
WORDS = "Chữ vừa gõ trước khi mất điện "


@pytest.fixture
def store(sample_store: Path, tmp_path: Path) -> Path:
    folder = copied_store(sample_store, tmp_path / "Kế hoạch thi đua")
    with AppContext.open(folder) as context:
        context.backups.create_if_due()
    return folder


def ran(script: str, *words: str) -> Any:
    command = [sys.executable, str(ROOT / "tests" / "support" / script), *words]
    settings = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(command, capture_output=True, text=True, env=settings, timeout=90)


# --- E1 ---


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_what_the_window_says_is_stored_survives_a_kill(store: Path) -> None:
    with AppContext.open(store, read_only=True) as context:
        draft = newest_draft(context)
    done = ran("typed_and_killed.py", str(store), str(draft), WORDS)
    assert done.returncode == -9, done.stderr
    with closing(sqlite3.connect(store / FILE)) as connection:
        assert connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
    with AppContext.open(store) as context:
        assert WORDS.strip() in str(context.plans.plan(draft).document)


# --- E4 ---


def test_undo_names_what_it_would_take_back(store: Path, tmp_path: Path, theme: Theme) -> None:
    with whole_window(store, tmp_path, theme) as assembly:
        assembly.window.show_page("plans")
        assembly.context.plans.throw_away(newest_draft(assembly.context))
        QApplication.processEvents()
        undo = assembly.window.commands["undo"]
        assert undo.text().replace("&", "") == "Hoàn tác: Xoá kế hoạch"
        before = len(assembly.context.plans.plans())
        told: list[str] = []
        assembly.window.feedback.note = lambda text, *_more: told.append(text)
        undo.trigger()
        assert told == ["Đã hoàn tác: Xoá kế hoạch."]
        assert len(assembly.context.plans.plans()) == before + 1
        QApplication.processEvents()
        redo = assembly.window.commands["redo"]
        assert redo.text().replace("&", "") == "Làm lại: Xoá kế hoạch"


# --- E6 ---


@pytest.fixture
def damaged(store: Path) -> Path:
    path = store / FILE
    data = bytearray(path.read_bytes())
    data[4096 : 2 * 4096] = bytes(4096)
    path.write_bytes(data)
    return store


def told_at_start(folder: Path, machine: Path, answer: int) -> dict[str, Any]:
    done = ran("damaged_start.py", str(folder), str(machine), str(answer))
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_a_damaged_store_is_told_and_left_as_it_is(damaged: Path, tmp_path: Path) -> None:
    before = hashlib.sha256((damaged / FILE).read_bytes()).hexdigest()
    told = told_at_start(damaged, tmp_path, -1)
    assert str(damaged) in told["text"]
    assert any(button.startswith("Khôi phục bản") for button in told["buttons"])
    assert told["status"] != 0
    assert told["plans"] is None
    assert hashlib.sha256((damaged / FILE).read_bytes()).hexdigest() == before


def test_the_newest_good_back_up_is_one_click_away(damaged: Path, tmp_path: Path) -> None:
    told = told_at_start(damaged, tmp_path, 0)
    assert told["buttons"][0].startswith("Khôi phục bản")
    assert told["status"] == 0
    assert told["plans"] == 3


# --- nothing is shown for a moment as a window of its own ---


class Flashes(QObject):
    """Keeps the names of parts that were shown before they had a place in the window."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget):
            alone = watched.isWindow() and watched.windowType() is Qt.WindowType.Window
            if alone and not isinstance(watched, QMainWindow):
                self.seen.add(type(watched).__name__)
        return False


@pytest.fixture
def flashes(qapp: QApplication) -> Iterator[Flashes]:
    made = Flashes()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


def test_no_part_is_shown_before_it_has_its_place(
    store: Path, tmp_path: Path, theme: Theme, flashes: Flashes
) -> None:
    with whole_window(store, tmp_path, theme) as assembly:
        show_everything(assembly, newest_draft(assembly.context))
        for key in assembly.window.page_keys():
            assembly.window.show_page(key)
            QApplication.processEvents()
    assert flashes.seen == set()
