"""Shared fixtures of the window's tests: no screen, a store of its own, and a recorder."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Sequence

import pytest

from tdkt_desktop.errors import UserError
from tdkt_desktop.services.context import AppContext
from tdkt_desktop.ui.desk import Desk
from tdkt_desktop.ui.feedback import Question
from tdkt_desktop.ui.file_chooser import FileChooser
from tdkt_desktop.ui.opener import Opener
from tdkt_desktop.ui.preferences import PreferencesFile
from tdkt_desktop.ui.tasks import Tasks
from tdkt_desktop.ui.theme.theme import DEFAULT_POINT_SIZE, Theme, ThemeChoice
from tests.support.sample_store import copied_store
from tests.support.window_desk import make_desk
from tests.support.year_of_work import add_people

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication, QWidget

    from tdkt_desktop.ui.feedback import Feedback

_THEMES: list[Theme] = []


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """The light theme; one for all tests, since it dresses the whole application."""
    if not _THEMES:
        _THEMES.append(Theme(qapp))
    _THEMES[0].apply(ThemeChoice.LIGHT, DEFAULT_POINT_SIZE)
    return _THEMES[0]


@pytest.fixture
def context(tmp_path: Path) -> Iterator[AppContext]:
    """The services over an empty store."""
    with AppContext.open(tmp_path / "store") as opened:
        yield opened


@dataclass
class Recorder:
    """Stands in for Feedback: keeps what would have been shown, answers questions by `answer`."""

    notes: list[str] = field(default_factory=list)
    errors: list[UserError] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    picks: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    answer: bool = True
    way: int | None = 0
    last_act: Callable[[], object] | None = None

    def note(self, text: str, action: str = "", act: Callable[[], object] | None = None) -> None:
        """Keep a note and what its button would do."""
        self.notes.append(text)
        self.last_act = act

    def error(self, error: UserError, parent: QWidget | None = None) -> None:
        """Keep an error."""
        self.errors.append(error)

    def ask(self, question: Question, parent: QWidget | None = None) -> bool:
        """Keep a question and answer it."""
        self.questions.append(question)
        return self.answer

    def pick(
        self, text: str, detail: str, answers: Sequence[str], parent: QWidget | None = None
    ) -> int | None:
        """Keep what was asked and take the way that is set."""
        self.picks.append((text, tuple(answers)))
        return self.way

    def as_feedback(self) -> Feedback:
        """Return this in the shape that widgets ask for."""
        return cast("Feedback", self)


@pytest.fixture
def recorder() -> Recorder:
    """A recorder in the place of the message boxes."""
    return Recorder()


@dataclass
class Chosen(FileChooser):
    """Stands in for the system's file dialogs: gives `answer`, keeps the titles."""

    answer: Path | None = None
    titles: list[str] = field(default_factory=list)

    def open_file(self, parent: QWidget, title: str, folder: str, filters: str) -> Path | None:
        """Give the answer."""
        return self._given(title)

    def save_file(self, parent: QWidget, title: str, proposed: Path, filters: str) -> Path | None:
        """Give the answer."""
        return self._given(title)

    def choose_folder(self, parent: QWidget, title: str, folder: str) -> Path | None:
        """Give the answer."""
        return self._given(title)

    def _given(self, title: str) -> Path | None:
        self.titles.append(title)
        return self.answer


@dataclass
class Opened(Opener):
    """Stands in for other programs: keeps what would have been opened."""

    paths: list[Path] = field(default_factory=list)

    def open_folder(self, path: Path) -> bool:
        """Keep the path."""
        self.paths.append(path)
        return True

    def open_file(self, path: Path) -> bool:
        """Keep the path."""
        self.paths.append(path)
        return True


@pytest.fixture
def desk(context: AppContext, theme: Theme, recorder: Recorder, tmp_path: Path) -> Iterator[Desk]:
    """What the parts of a window work with, nothing of it asking or opening anything."""
    made = Desk(
        context,
        theme,
        recorder.as_feedback(),
        Tasks(),
        PreferencesFile(tmp_path / "preferences.json"),
        Chosen(),
        Opened(),
    )
    yield made
    made.tasks.shut_down()


@pytest.fixture
def october_desk(
    context: AppContext,
    theme: Theme,
    recorder: Recorder,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Desk:
    """A desk whose jobs are done at once, with people, on the first of October."""
    monkeypatch.setattr(Desk, "today", lambda _self: date(2026, 10, 1))
    add_people(context)
    return make_desk(context, theme, recorder, tmp_path)


@pytest.fixture
def sample_desk(
    sample_store: Path, tmp_path: Path, theme: Theme, recorder: Recorder
) -> Iterator[Desk]:
    """A desk whose jobs are done at once, over the sample school."""
    with AppContext.open(copied_store(sample_store, tmp_path / "store")) as context:
        yield make_desk(context, theme, recorder, tmp_path)
