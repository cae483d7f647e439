"""Shared fixtures of the window's tests: no screen, a store of its own, and a recorder."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Sequence

import pytest

from tdkt_desktop.errors import UserError
from tdkt_desktop.services.context import AppContext
from tdkt_desktop.ui.feedback import Question
from tdkt_desktop.ui.theme.theme import DEFAULT_POINT_SIZE, Theme, ThemeChoice

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

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
