"""Does the main job where there is no screen, and says where the results are.

A fresh store gets the sample school; its plan leaves as .docx and .pdf; the window is painted into
a picture.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from tdkt_desktop.services.context import AppContext
from tdkt_desktop.services.demo import fill_with_sample
from tdkt_desktop.services.files import FileKind


def main(folder: Path) -> None:
    """Make everything in `folder` and print the paths."""
    store = folder / "sample"
    shutil.rmtree(store, ignore_errors=True)
    with AppContext.open(store) as context:
        plan_id = fill_with_sample(context)[0]
        document = context.plans.plan(plan_id).document
        for kind in FileKind:
            name = f"ke-hoach-{document.year}{kind.value}"
            _say(context.files.export(document, folder / name, overwrite=True))
    from tdkt_desktop.ui.pictures import picture_of_plan

    _say(picture_of_plan(store, plan_id, folder / "cua-so.png"))
    _say(store)


def _say(path: Path) -> None:
    sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
