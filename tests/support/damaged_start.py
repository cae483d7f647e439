"""Starts the program over a store that may be damaged and answers the one question it asks.

    python damaged_start.py STORE_FOLDER MACHINE_FOLDER NUMBER_OF_THE_BUTTON

One line of JSON comes out: what was told, the buttons, the exit status and the plans in the window.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from tdkt_desktop.ui.places import MachinePlaces
from tdkt_desktop.ui.program import Program


def main(store: Path, machine: Path, answer: int) -> None:
    program = Program(store, places=MachinePlaces(machine, machine))
    told: dict[str, object] = {"plans": None}
    timer = QTimer()

    def look() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            told["text"] = f"{box.text()} {box.informativeText()}"
            told["buttons"] = [button.text().replace("&", "") for button in box.buttons()]
            wanted = told["buttons"][answer]
            next(one for one in box.buttons() if one.text().replace("&", "") == wanted).click()
        elif program.assembly is not None:
            told["plans"] = len(program.assembly.context.plans.plans())
            timer.stop()
            program.assembly.close()

    timer.timeout.connect(look)
    timer.start(20)
    told["status"] = program.run()
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
