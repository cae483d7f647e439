"""A desk for tests of the window: a recorder for messages, files and other programs."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from tdkt_desktop.errors import UserError
from tdkt_desktop.ui.desk import Desk
from tdkt_desktop.ui.file_chooser import FileChooser
from tdkt_desktop.ui.opener import Opener
from tdkt_desktop.ui.preferences import PreferencesFile
from tdkt_desktop.ui.tasks import Progress

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.ui.feedback import Feedback
    from tdkt_desktop.ui.tasks import Tasks
    from tdkt_desktop.ui.theme.theme import Theme


class ChosenFiles(FileChooser):
    """Answers with the file that a test has put here, and keeps what was proposed."""

    def __init__(self) -> None:
        self.answer: Path | None = None
        self.proposed: Path | None = None
        self.folder = ""

    def open_file(self, parent: QWidget, title: str, folder: str, filters: str) -> Path | None:
        self.folder = folder
        return self.answer

    def save_file(self, parent: QWidget, title: str, proposed: Path, filters: str) -> Path | None:
        self.proposed = proposed
        return self.answer


@dataclass
class OpenedThings(Opener):
    """Keeps what would have been opened."""

    folders: list[Path] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)
    paths: list[Path] = field(default_factory=list)
    works: bool = True

    def open_folder(self, path: Path) -> bool:
        self.folders.append(path)
        return self.works

    def open_file(self, path: Path) -> bool:
        self.files.append(path)
        return self.works

    def copy_path(self, path: Path) -> bool:
        self.paths.append(path)
        return True


class TasksAtOnce:
    """Runs jobs in place, so that a test need not wait."""

    def __init__(self) -> None:
        self.labels: list[str] = []
        self.steps: list[tuple[int, int, str]] = []

    def run(
        self,
        owner: QWidget,
        job: Callable[[Progress], Any],
        on_done: Callable[[Any], object],
        on_error: Callable[[UserError], object],
        label: str,
    ) -> None:
        self.labels.append(label)
        try:
            value = job(Progress(lambda *step: self.steps.append(step)))
        except UserError as error:
            on_error(error)
        else:
            on_done(value)


def make_desk(context: AppContext, theme: Theme, recorder: Any, folder: Path) -> Desk:
    """Return a desk that shows nothing and opens nothing."""
    return Desk(
        context,
        theme,
        cast("Feedback", recorder),
        cast("Tasks", TasksAtOnce()),
        PreferencesFile(folder / "preferences.json"),
        ChosenFiles(),
        OpenedThings(),
    )
