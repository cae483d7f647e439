"""Types into a plan and dies by SIGKILL as soon as the window says that it was stored by itself.

python typed_and_killed.py STORE_FOLDER PLAN_ID WORDS
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from typing_hand import type_words

from tdkt_desktop.ui.pictures import Studio


def main(folder: Path, plan_id: int, words: str) -> None:
    studio = Studio(folder)
    studio.open_plan(plan_id)
    editor = studio.assembly.plans.editor
    stored: list[object] = []
    editor.saved.connect(stored.append)
    type_words(editor.text, words)
    studio.settle(lambda: stored)
    if stored:
        os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
