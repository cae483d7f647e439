"""Starts, second starts, crashes and the machine's preferences (E9, E10, E23, E25)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtNetwork import QLocalServer
from PySide6.QtWidgets import QApplication, QLabel
from whole_window import whole_window

from tdkt_desktop.ui import single_instance
from tdkt_desktop.ui.crash_report import CrashLog, install_hook, report_of
from tdkt_desktop.ui.preferences import Preferences, PreferencesFile
from tdkt_desktop.ui.single_instance import SingleInstance
from tests.support.sample_store import copied_store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tdkt_desktop.ui.theme.theme import Theme

ROOT = Path(__file__).parents[2]
# The budget of a quiet machine is 1.0 s; other tests run beside this one.
FIRST_PAINT_S = 3.0
SECRET = "Nguyễn Thị Bí Mật"


@pytest.fixture
def store(sample_store: Path, tmp_path: Path) -> Path:
    return copied_store(sample_store, tmp_path / "Kế hoạch thi đua")


def started(*words: str, script: str = "first_paint.py", **environment: str) -> Any:
    """Run a script of the support folder to its end."""
    command = [sys.executable, str(ROOT / "tests" / "support" / script), *words]
    settings = os.environ | {"QT_QPA_PLATFORM": "offscreen"} | environment
    return subprocess.run(command, capture_output=True, text=True, env=settings, timeout=60)


# --- E9: one window ---


@pytest.fixture
def first(qapp: QApplication, tmp_path: Path) -> Iterator[SingleInstance]:
    made = SingleInstance(tmp_path)
    made.listen()
    yield made
    made.close()


def test_a_second_start_brings_the_first_window_to_the_front(
    store: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    """The second start is a process of its own: it ends well and opens nothing."""
    instance = SingleInstance(store)
    instance.listen()
    try:
        with qtbot.waitSignal(instance.asked, timeout=20_000):
            words = (sys.executable, "-m", "tdkt_desktop", "--data", str(store))
            second = subprocess.Popen(
                words, cwd=ROOT, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}
            )
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    finally:
        instance.close()
    assert second.returncode == 0


def test_another_store_is_another_program(first: SingleInstance, tmp_path: Path) -> None:
    assert SingleInstance(tmp_path / "khác").first_answers() is None


def test_a_window_that_hangs_is_told_apart_from_none(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "_ANSWER_MS", 100)
    deaf = QLocalServer()
    assert deaf.listen(single_instance._name_for(tmp_path))
    assert SingleInstance(tmp_path).first_answers() is False
    deaf.close()
    assert SingleInstance(tmp_path).first_answers() is None


def test_a_name_left_over_by_a_crash_is_taken_again(qapp: QApplication, tmp_path: Path) -> None:
    left = QLocalServer()
    left.listen(single_instance._name_for(tmp_path))
    made = SingleInstance(tmp_path)
    made.listen()
    asked: list[bool] = []
    made.asked.connect(lambda: asked.append(True))
    assert SingleInstance(tmp_path).first_answers() is not None
    made.close()
    left.close()


# --- E10: a quick start ---


def test_the_window_is_painted_soon_and_no_writer_of_files_is_loaded(
    store: Path, tmp_path: Path
) -> None:
    runs = []
    for _turn in range(2):
        done = started(str(store), str(tmp_path), str(time.time()))
        assert done.returncode == 0, done.stderr
        runs.append(json.loads(done.stdout))
    assert runs[0]["heavy"] == []
    assert min(run["seconds"] for run in runs) < FIRST_PAINT_S


def test_a_run_that_ended_well_leaves_no_crash_behind(store: Path, tmp_path: Path) -> None:
    assert started(str(store), str(tmp_path / "máy"), str(time.time())).returncode == 0
    assert not (tmp_path / "máy" / "crash.log").exists()


# --- E23: places on the screen and preferences ---


def test_the_window_opens_where_it_was(store: Path, tmp_path: Path, theme: Theme) -> None:
    with whole_window(store, tmp_path, theme) as assembly:
        assembly.window.setGeometry(QRect(0, 90, 900, 520))
        assembly.window.show_page("settings")
        assembly.window.toggle_rail()
    with whole_window(store, tmp_path, theme) as assembly:
        assembly.window.restore_place()
        # The screen of these tests is narrower than the window.
        assert assembly.window.geometry().top() == 90
        assert assembly.window.geometry().size() == QSize(900, 520)
        assert assembly.window.current_page.KEY == "settings"
    assert PreferencesFile(tmp_path / "preferences.json").current.rail_folded


@pytest.mark.parametrize("place", [(5000, 5000), (-4000, 10), (100, -900)])
def test_a_window_of_a_screen_that_is_gone_comes_back(
    store: Path, tmp_path: Path, theme: Theme, place: tuple[int, int]
) -> None:
    with whole_window(store, tmp_path, theme) as assembly:
        assembly.window.move(*place)
    with whole_window(store, tmp_path, theme) as assembly:
        assembly.window.restore_place()
        area = QGuiApplication.primaryScreen().availableGeometry()
        assert area.intersects(assembly.window.frameGeometry().adjusted(60, 0, -60, -60))


def test_the_widths_of_columns_are_remembered(store: Path, tmp_path: Path, theme: Theme) -> None:
    with whole_window(store, tmp_path, theme) as assembly:
        assembly.window.show_page("plans")
        assembly.plans.list.view.horizontalHeader().resizeSection(0, 177)
    with whole_window(store, tmp_path, theme) as assembly:
        assembly.window.show_page("plans")
        assert assembly.plans.list.view.horizontalHeader().sectionSize(0) == 177


@pytest.mark.parametrize(
    "text",
    ["", "{", "[1, 2]", "null", "\x00\x01", '{"theme": 7, "point_size": "to", "layouts": [3]}'],
)
def test_broken_preferences_start_with_the_usual_ones(tmp_path: Path, text: str) -> None:
    path = tmp_path / "preferences.json"
    path.write_text(text, "utf-8")
    kept = PreferencesFile(path)
    assert kept.current == Preferences()
    assert kept.was_broken or (text.startswith("{") and text.endswith("}"))
    kept.change(theme="dark")
    assert PreferencesFile(path).current.theme == "dark"


@pytest.mark.parametrize("geometry", ["x", "AAAA", "không phải", "=" * 9])
def test_a_place_that_cannot_be_read_is_no_hindrance(
    store: Path, tmp_path: Path, theme: Theme, geometry: str
) -> None:
    PreferencesFile(tmp_path / "preferences.json").change(
        geometry=geometry, page="không có", theme="tím", layouts={"plan-list": geometry}
    )
    with whole_window(store, tmp_path, theme) as assembly:
        assert assembly.window.isVisible()
        assert assembly.window.page_keys()[0] == assembly.window.current_page.KEY


def test_what_a_newer_version_wrote_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    path.write_text('{"version": 9, "theme": "dark", "hologram": {"on": true}}', "utf-8")
    kept = PreferencesFile(path)
    assert kept.current.theme == "dark"
    kept.change(theme="light")
    assert json.loads(path.read_text("utf-8"))["hologram"] == {"on": True}


def test_broken_preferences_are_told_in_the_window(
    store: Path, tmp_path: Path, theme: Theme, qtbot: QtBot
) -> None:
    (tmp_path / "preferences.json").write_text("{", "utf-8")
    with whole_window(store, tmp_path, theme) as assembly:
        assembly.start_work("")
        words = [label.text() for label in assembly.window.findChildren(QLabel)]
        assert any("tuỳ chọn mặc định" in text for text in words)


# --- E25: crashes ---


@pytest.fixture
def hooked() -> Iterator[list[str]]:
    before, shown = sys.excepthook, []
    install_hook(shown.append)
    yield shown
    sys.excepthook = before


def failing() -> None:
    raise ValueError(f"{SECRET} không có trong danh sách")


def test_an_error_that_nothing_caught_is_shown_without_what_people_typed(
    hooked: list[str],
) -> None:
    try:
        failing()
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)
    assert "ValueError" in hooked[0]
    assert "failing" in hooked[0]
    assert SECRET not in hooked[0]


def test_the_report_says_versions_and_no_home_folder() -> None:
    try:
        failing()
    except ValueError as error:
        report = report_of(error, error.__traceback__)
    assert "TDKT Desktop" in report
    assert "Python" in report
    assert str(Path.home()) not in report


def test_a_crash_of_the_machine_is_there_at_the_next_start(tmp_path: Path) -> None:
    code = (
        "import sys, os; from pathlib import Path;"
        "from tdkt_desktop.ui.crash_report import CrashLog;"
        "log = CrashLog(Path(sys.argv[1])); log.open(); os.abort()"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, timeout=60)
    assert done.returncode != 0
    log = CrashLog(tmp_path)
    assert "abort" in log.take_last().lower()
    assert log.take_last() == ""


def test_the_next_start_offers_the_report_to_be_copied(
    store: Path, tmp_path: Path, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[str, str]] = []
    with whole_window(store, tmp_path, theme) as assembly:
        monkeypatch.setattr(
            assembly.window.feedback, "report", lambda text, report: told.append((text, report))
        )
        assembly.start_work("Fatal Python error: Aborted")
    assert told[0][1] == "Fatal Python error: Aborted"


def test_wrapped_calls_lose_no_reference_to_none(qapp: QApplication) -> None:
    """PySide6 6.12 on Python 3.11 loses one at every call and ends the process after some."""
    label = QLabel()
    before = sys.getrefcount(None)
    for _turn in range(1000):
        label.setText("chữ")
    assert abs(sys.getrefcount(None) - before) < 100
