"""Qt's objects end in the interface's thread, whichever thread makes the garbage."""

from __future__ import annotations

import gc
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QTimer

from tdkt_desktop.ui.garbage import GarbageTimer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


@pytest.fixture
def garbage(qapp: QApplication) -> Iterator[GarbageTimer]:
    made = GarbageTimer(qapp)
    yield made
    made.stop()
    made.deleteLater()


class Cycle:
    """A timer that only its own cycle holds; keeps where it ended."""

    def __init__(self, ended: list[str]) -> None:
        self.itself, self.ended = self, ended
        self.timer = QTimer()

    def __del__(self) -> None:
        self.ended.append(threading.current_thread().name)


def make_objects(count: int) -> None:
    kept: list[list[object]] = []
    for _turn in range(count):
        kept.append([kept])


def test_a_working_thread_never_ends_what_belongs_to_the_window(garbage: GarbageTimer) -> None:
    ended: list[str] = []
    Cycle(ended)
    worker = threading.Thread(target=make_objects, args=(200_000,), name="worker")
    worker.start()
    worker.join()
    assert ended == []
    garbage.look()
    assert ended == [threading.current_thread().name]


def test_quiet_times_cost_nothing(garbage: GarbageTimer, monkeypatch: pytest.MonkeyPatch) -> None:
    collected: list[int] = []
    gc.collect()
    monkeypatch.setattr(gc, "collect", collected.append)
    garbage.look()
    assert collected == []


def test_python_collects_again_when_the_program_ends(qapp: QApplication) -> None:
    parent = QObject()
    made = GarbageTimer(parent)
    assert not gc.isenabled()
    made.stop()
    assert gc.isenabled()
