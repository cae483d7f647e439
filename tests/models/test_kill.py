"""A process that is killed while it writes: what it reported as stored is there, and all is whole.

One hundred and thirty rounds in two ways of keeping the journal, and thirty more in which the store
is just being made.
"""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.models.backup_facts import fault_of
from tdkt_desktop.models.backups import Shelf
from tdkt_desktop.models.sqlite_file import FILE_NAME
from tdkt_desktop.models.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

WRITER = Path(__file__).parents[1] / "support" / "killed_writer.py"

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL"),
    pytest.mark.timeout(300),
]


@contextmanager
def killed(folder: Path, rounds: int, *more: str) -> Iterator[Iterator[list[int]]]:
    """Run the writer; give what it reported before each death. It waits for us to look."""
    command = [sys.executable, WRITER, folder, str(rounds), "2026", *more]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def reports() -> Iterator[list[int]]:
        for line in process.stdout:
            yield json.loads(line)
            process.stdin.write("\n")
            process.stdin.flush()

    with process:
        yield reports()
    assert process.returncode == 0


def stored(path: Path) -> list[int]:
    """Return the numbers in the file, after looking at every page and at what belongs together."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        numbers = [row[0] for row in connection.execute("SELECT value FROM setting ORDER BY id")]
        plans = connection.execute("SELECT subject, document FROM plan").fetchall()
    for subject, document in plans:
        assert document.startswith(f"{subject} ")
        assert int(subject) == len(numbers) - 1
    return [int(number) for number in numbers]


@pytest.mark.parametrize(("place", "rounds"), [("dữ liệu", 100), ("OneDrive/dữ liệu", 30)])
def test_what_was_reported_as_stored_survives_every_kill(
    tmp_path: Path, place: str, rounds: int
) -> None:
    folder = tmp_path / place
    seen = deaths = 0
    with killed(folder, rounds) as reports:
        for reported in reports:
            numbers = stored(folder / FILE_NAME)
            assert numbers == list(range(len(numbers)))
            # An act that was being taken back and done again may be there or not.
            sure = [number for number in reported if number >= 0 and reported[-1] != -number]
            assert set(sure) <= set(numbers)
            assert len(numbers) >= seen - 1
            assert not reported or len(numbers) <= abs(reported[-1]) + 2
            seen, deaths = len(numbers), deaths + 1
    assert deaths == rounds
    assert seen > rounds
    assert all(fault_of(backup) == "" for backup in Shelf.of_store(folder).all())


def test_a_store_killed_while_it_is_made_opens_afterwards(tmp_path: Path) -> None:
    with killed(tmp_path, 30, "fresh") as reports:
        places = [tmp_path / str(number) for number, _reported in enumerate(reports)]
    assert len(places) == 30
    for place in places:
        with Store.open(place) as store, store.transaction("Dùng") as tx:
            assert tx.session is not None
        stored(place / FILE_NAME)
