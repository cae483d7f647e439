"""How quick the window is: start, pages, keys, long work beside it, and how much memory it takes.

Figures: `pytest tests/benchmarks/test_ui_speed.py -s -p no:randomly`. Each test prints what it
measured beside the budget of a quiet machine; it fails only far above, since other work may run.
The store is one of twenty years: 200 plans of twelve pages, a thousand numbers in the register.
"""

from __future__ import annotations

import gc
import itertools
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from sample_plan import sample_plan
from typing_hand import type_words
from whole_window import whole_window

from tdkt_desktop.documents.codec import to_json
from tdkt_desktop.models.store import Store
from tdkt_desktop.models.tables import IssuedDocument, Plan
from tdkt_desktop.services.context import AppContext
from tdkt_desktop.services.demo import SAMPLE_SCHOOL
from tdkt_desktop.services.period import PlanPeriod
from tdkt_desktop.ui.theme.theme import DEFAULT_POINT_SIZE, Theme, ThemeChoice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from tdkt_desktop.ui.assembly import Assembly

SUPPORT = Path(__file__).parents[1] / "support"
PLANS, NUMBERS = 200, 1000
START_S, PAGE_S, KEY_S, GAP_S, MEMORY_MB = 1.0, 0.100, 0.016, 0.050, 220.0
# A test fails this many times above its budget: less would blame the program for its neighbours.
ROOM = 3.0


@pytest.fixture(scope="module")
def twenty_years(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("store") / "hai mươi năm"
    text = to_json(sample_plan())
    with AppContext.open(folder) as context:
        context.school.save(SAMPLE_SCHOOL)
    with Store.open(folder) as store, store.transaction("Đổ dữ liệu", undoable=False) as tx:
        for number in range(PLANS):
            plan = Plan(year=2006 + number % 20, subject=f"Công tác thi đua {number}")
            tx.session.add(plan)
            tx.session.flush()
            plan.document = text
        for number in range(NUMBERS):
            year = 2006 + number // 50
            tx.session.add(
                IssuedDocument(
                    issuing_body="Trường",
                    year=year,
                    number=number % 50 + 1,
                    issued_on=date(year, 1, 1),
                )
            )
    return folder


@pytest.fixture
def window(twenty_years: Path, tmp_path: Path, qapp: QApplication) -> Iterator[Assembly]:
    folder = tmp_path / "kho"
    shutil.copytree(twenty_years, folder)
    theme = Theme(qapp)
    theme.apply(ThemeChoice.LIGHT, DEFAULT_POINT_SIZE)
    with whole_window(folder, tmp_path, theme) as assembly:
        yield assembly


@pytest.fixture
def editing(window: Assembly, qtbot: QtBot) -> Assembly:
    """The window with a plan of twelve pages and its printed pages in front."""
    window.plans.open_plan(PLANS)
    pages = window.plans.editor.pages.view
    qtbot.waitUntil(lambda: pages.page_count >= 12, timeout=60_000)
    qtbot.wait(500)
    return window


def tell(what: str, found: float, budget: float, unit: str = "ms") -> None:
    factor = 1000.0 if unit == "ms" else 1.0
    sys.stdout.write(f"\n{what}: {found * factor:.0f} {unit} (budget {budget * factor:.0f})")
    assert found < budget * ROOM


def test_the_first_window_is_painted(twenty_years: Path, tmp_path: Path) -> None:
    runs = []
    for _turn in range(3):
        words = (str(twenty_years), str(tmp_path), str(time.time()))
        command = [sys.executable, str(SUPPORT / "first_paint.py"), *words]
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
        runs.append(json.loads(done.stdout)["seconds"])
    tell("from process start to the first window", min(runs), START_S)


def test_a_switch_of_pages(editing: Assembly) -> None:
    editing.window.show_page("settings")
    QApplication.processEvents()
    spent = []
    for key in itertools.islice(itertools.cycle(("plans", "settings")), 10):
        started = time.perf_counter()
        editing.window.show_page(key)
        editing.window.repaint()
        spent.append(time.perf_counter() - started)
    tell("switch of pages", statistics.median(spent), PAGE_S)


def test_back_from_the_editor_to_the_list_of_200_plans(editing: Assembly) -> None:
    started = time.perf_counter()
    editing.plans.show_list()
    editing.window.repaint()
    tell("from the editor to the list of 200 plans", time.perf_counter() - started, PAGE_S)


def test_a_long_plan_is_left_right_after_a_key(window: Assembly, qtbot: QtBot) -> None:
    """What was typed is stored beside the window, however long the plan is."""
    plans = window.plans
    sample = sample_plan()
    period = PlanPeriod(2026, None)
    long = window.context.plans.add_draft(replace(sample, body=sample.body * 13), period)
    plans.open_plan(long)
    qtbot.wait(1500)
    type_words(plans.editor.text, "ế")
    started = time.perf_counter()
    plans.show_list()
    window.window.repaint()
    tell(
        "from a plan of 80 pages, just typed in, to the list", time.perf_counter() - started, PAGE_S
    )
    plans.flush()


def test_a_plan_opens(window: Assembly) -> None:
    window.plans.open_plan(PLANS)
    started = time.perf_counter()
    window.plans.open_plan(PLANS - 1)
    window.window.repaint()
    tell("another plan of 12 pages in the editor", time.perf_counter() - started, 3 * PAGE_S)


def test_a_key_reaches_the_screen(editing: Assembly) -> None:
    text = editing.plans.editor.text
    middle = text.document().findBlockByNumber(text.document().blockCount() // 2)
    text.setTextCursor(QTextCursor(middle))
    spent = []
    for letter in itertools.islice(itertools.cycle("ếa "), 90):
        started = time.perf_counter()
        type_words(text, letter)
        text.viewport().repaint()
        spent.append(time.perf_counter() - started)
        QApplication.processEvents()
    tell("key to screen in a plan of 12 pages", statistics.median(spent), KEY_S)


def longest_gap(qtbot: QtBot, act: Callable[[], object], done: Callable[[], object]) -> float:
    """Return the longest time for which the interface could not answer while something ran."""
    ticks: list[float] = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    timer.start(5)
    qtbot.wait(50)
    ticks.clear()
    act()
    ticks.append(time.perf_counter())
    qtbot.waitUntil(lambda: bool(done()), timeout=60_000)
    timer.stop()
    return max(later - earlier for earlier, later in itertools.pairwise(ticks))


def test_the_window_answers_during_the_preview(editing: Assembly, qtbot: QtBot) -> None:
    editor, made = editing.plans.editor, []
    editor._maker.made.connect(made.append)
    gap = longest_gap(qtbot, lambda: type_words(editor.text, "ế"), lambda: made)
    qtbot.wait(300)
    tell("longest gap from a key until its preview is there", gap, GAP_S)


@pytest.mark.parametrize("ending", [".docx", ".pdf"])
def test_the_window_answers_during_an_export(
    editing: Assembly, qtbot: QtBot, tmp_path: Path, ending: str
) -> None:
    target, ended = tmp_path / f"kế hoạch{ending}", []
    files, document = editing.context.files, editing.plans.editor.document()
    editing.window.feedback.note = lambda *_words: None  # type: ignore[method-assign] # no toast

    def export() -> None:
        editing.window.tasks.run(
            editing.window,
            lambda _progress: files.export(document, target),
            ended.append,
            ended.append,
            "Đang xuất…",
        )

    gap = longest_gap(qtbot, export, lambda: ended)
    assert target.exists()
    tell(f"longest gap during the export of {ending}", gap, GAP_S)


def test_the_window_answers_during_an_import(
    editing: Assembly, qtbot: QtBot, tmp_path: Path
) -> None:
    source, ended = tmp_path / "kế hoạch.docx", []
    editing.context.files.export(sample_plan(), source)
    read = editing.context.reading.read

    def bring_in() -> None:
        editing.window.tasks.run(
            editing.window,
            lambda progress: read(source, progress.step),
            ended.append,
            ended.append,
            "Đang đọc…",
        )

    gap = longest_gap(qtbot, bring_in, lambda: ended)
    assert isinstance(ended[0], tuple)
    tell("longest gap during the import of a Word file", gap, GAP_S)


def test_the_memory_with_the_printed_pages_open(twenty_years: Path, tmp_path: Path) -> None:
    """In a process of its own, which holds nothing of other tests."""
    folder = tmp_path / "kho"
    shutil.copytree(twenty_years, folder)
    code = (
        "import sys; from pathlib import Path; from tdkt_desktop.ui.pictures import Studio\n"
        "studio = Studio(Path(sys.argv[1])); studio.open_plan(int(sys.argv[2]))\n"
        "words = Path('/proc/self/status').read_text().split()\n"
        "print(int(words[words.index('VmRSS:') + 1]) / 1024)\n"
        "studio.close()"
    )
    if not Path("/proc/self/status").exists():
        pytest.skip("this system tells no memory in /proc")
    gc.collect()
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder), str(PLANS)],
        capture_output=True, text=True, check=True, timeout=90,
    )  # fmt: skip
    found = float(done.stdout)
    sys.stdout.write(f"\nmemory with the printed pages open: {found:.0f} MB (budget 220)")
    assert found < MEMORY_MB * 1.3
