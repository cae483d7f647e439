"""Starts the program as its door does and writes when the window was painted, then closes it.

    python first_paint.py STORE_FOLDER MACHINE_FOLDER STARTED_AT

STARTED_AT is `time.time()` of the process that started this one. One line of JSON comes out:
seconds until the first paint, and which libraries of files are loaded.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HEAVY = ("docx", "reportlab", "lxml", "openpyxl", "pdfplumber", "alembic")


def main(store: Path, machine: Path, started: float) -> int:
    from tdkt_desktop import __main__ as door

    gc.set_threshold(door._OBJECTS_BETWEEN_COLLECTIONS)
    from tdkt_desktop.ui.places import MachinePlaces
    from tdkt_desktop.ui.program import Program

    program = Program(store, places=MachinePlaces(machine, machine))
    from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

    from tdkt_desktop.ui.main_window import MainWindow

    class FirstPaint(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if event.type() is QEvent.Type.UpdateRequest and isinstance(watched, MainWindow):
                application.removeEventFilter(self)
                QTimer.singleShot(0, report)
            return False

    def report() -> None:
        loaded = [name for name in HEAVY if name in sys.modules]
        told = {"seconds": time.time() - started, "heavy": loaded}
        sys.stdout.write(json.dumps(told) + "\n")
        QTimer.singleShot(0, lambda: program.assembly and program.assembly.close())

    application = QCoreApplication.instance()
    watch = FirstPaint()
    application.installEventFilter(watch)
    return program.run()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3])))
