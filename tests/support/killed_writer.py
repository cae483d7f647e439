"""Writes acts in a process that is killed at a random moment, again and again.

Run as `killed_writer.py FOLDER ROUNDS SEED [fresh]`. It imports the program once and forks for each
round, so that a round takes a tenth of a second. For each round it prints one JSON line: the
numbers that the writer reported. With `fresh` each round has a folder of its own and
is killed while the store is made.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path

from sqlalchemy import select

from tdkt_desktop.models.store import Store
from tdkt_desktop.models.tables import Plan, Setting

TEXT = "Tổ chức thực hiện phong trào thi đua. " * 400


def write(folder: Path, pipe: int) -> None:
    """Do acts until killed; each writes two rows that belong together, and is then told.

    A number with a minus is told before the act is taken back and done again.
    """
    with Store.open(folder) as store:
        os.write(pipe, b"open\n")
        with store.read() as session:
            count = len(session.scalars(select(Setting.id)).all())
        for number in range(count, 1_000_000):
            with store.transaction("Soạn", merge_key="" if number % 3 else "plan") as tx:
                plan = tx.session.get(Plan, 1) or Plan(id=1, year=2026)
                plan.subject, plan.document = str(number), f"{number} {TEXT}"
                tx.session.add_all([plan, Setting(key=str(number), value=number)])
            os.write(pipe, b"%d\n" % number)
            if number % 11 == 5:
                os.write(pipe, b"-%d\n" % number)
                store.undo()
                store.redo()
                os.write(pipe, b"%d\n" % number)
            if number % 17 == 0:
                store.backup_if_due()


def one_round(folder: Path, chance: random.Random, *, fresh: bool) -> list[int]:
    """Fork a writer, kill it, and return what it reported."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        write(folder, writing)
    os.close(writing)
    with os.fdopen(reading) as reports:
        told = "" if fresh else "".join(reports.readline() for _ in range(chance.randint(1, 3)))
        time.sleep(chance.uniform(0, 0.03 if fresh else 0.12))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        told += reports.read()
    return [int(line) for line in told.split("\n")[:-1] if line != "open"]


def warm_up() -> None:
    """Use the program once, so that the forked writers need not set it up each for itself."""
    with tempfile.TemporaryDirectory() as name, Store.open(Path(name)) as store:
        with store.transaction("Khởi động") as tx:
            tx.session.add_all([Plan(year=2026), Setting(key="a", value=1)])
        store.undo()


def main(folder: Path, rounds: int, seed: int, *, fresh: bool) -> None:
    """Run the rounds; after each the state of the folder is for the caller to judge."""
    chance = random.Random(seed)
    warm_up()
    for number in range(rounds):
        place = folder / str(number) if fresh else folder
        reported = one_round(place, chance, fresh=fresh)
        sys.stdout.write(json.dumps(reported) + "\n")
        sys.stdout.flush()
        sys.stdin.readline()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), fresh="fresh" in sys.argv)
