"""One writer at a time, and everybody else is told who it is."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import threading
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.models.failures import StoreInUseError
from tdkt_desktop.models.lock import STALE_AFTER, StoreLock
from tdkt_desktop.models.store import Store
from tdkt_desktop.models.tables import Setting

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.store_tools import Clock


def note(folder: Path, clock: Clock, host: str, **ago: float) -> None:
    seen = clock() - timedelta(**ago)
    values = {"user": "Mai", "host": host, "pid": 12, "since": seen.isoformat()}
    folder.mkdir(exist_ok=True)
    (folder / "tdkt.lock").write_text(json.dumps(values | {"seen": seen.isoformat()}), "utf-8")


def test_a_second_writer_is_told_who_has_the_store(store: Store) -> None:
    with pytest.raises(StoreInUseError) as caught:
        Store.open(store.folder)
    assert caught.value.owner.pid == os.getpid()
    assert platform.node() in str(caught.value)


def test_another_process_is_kept_out_too(store: Store) -> None:
    code = "import sys, pathlib; from tdkt_desktop.models.lock import StoreLock\n"
    code += "StoreLock(pathlib.Path(sys.argv[1])).acquire()"
    done = subprocess.run([sys.executable, "-c", code, store.folder], capture_output=True)
    assert b"StoreInUseError" in done.stderr


def test_a_second_instance_may_still_read(store: Store) -> None:
    with store.transaction("Đặt") as tx:
        tx.session.add(Setting(key="a", value="chữ"))
    with Store.open(store.folder, read_only=True) as reader, reader.read() as session:
        assert session.get_one(Setting, 1).value == "chữ"


def test_waiting_for_a_writer_that_ends_soon_succeeds(folder: Path) -> None:
    first = Store.open(folder)
    timer = threading.Timer(0.2, first.close)
    timer.start()
    with Store.open(folder, wait=5) as second:
        assert not second.read_only
    timer.join()


def test_the_lock_of_a_process_that_died_is_taken_over(folder: Path) -> None:
    code = "import os, sys, pathlib; from tdkt_desktop.models.lock import StoreLock\n"
    code += "StoreLock(pathlib.Path(sys.argv[1])).acquire(); os._exit(1)"
    subprocess.run([sys.executable, "-c", code, folder], check=False)
    assert StoreLock(folder).owner() is not None
    with Store.open(folder) as store:
        assert not store.read_only


def test_a_fresh_note_of_another_machine_counts_and_an_old_one_does_not(
    folder: Path, clock: Clock
) -> None:
    note(folder, clock, "PC-VAN-THU", minutes=3)
    with pytest.raises(StoreInUseError, match="Mai trên máy PC-VAN-THU"):
        Store.open(folder, clock=clock)
    for minutes in (11, -600):
        note(folder, clock, "PC-VAN-THU", minutes=minutes)
        Store.open(folder, clock=clock).close()


def test_a_holder_that_works_or_says_so_keeps_its_note_fresh(store: Store, clock: Clock) -> None:
    clock.pass_by(minutes=30)
    with store.transaction("Đặt") as tx:
        tx.session.add(Setting(key="a", value=1))
    owner = StoreLock(store.folder).owner()
    assert owner is not None
    assert clock() - owner.seen < STALE_AFTER
    clock.pass_by(minutes=30)
    store.keep_alive()
    assert StoreLock(store.folder).owner().seen == clock()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"user": 1}', "\x00\xff"])
def test_a_spoilt_note_keeps_nobody_out(folder: Path, text: str) -> None:
    folder.mkdir()
    (folder / "tdkt.lock").write_text(text, "latin-1")
    Store.open(folder).close()
