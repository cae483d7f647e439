"""What the parts of one window work with, handed on as one value."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from tdkt_desktop.services.context import AppContext
from tdkt_desktop.ui.feedback import Feedback
from tdkt_desktop.ui.file_chooser import FileChooser
from tdkt_desktop.ui.opener import Opener
from tdkt_desktop.ui.preferences import PreferencesFile
from tdkt_desktop.ui.tasks import Tasks
from tdkt_desktop.ui.theme.theme import Theme


@dataclass(frozen=True, slots=True)
class Desk:
    """The services, the look, and the doors to the person, to files and to other programs."""

    context: AppContext
    theme: Theme
    feedback: Feedback
    tasks: Tasks
    preferences: PreferencesFile
    chooser: FileChooser = field(default_factory=FileChooser)
    opener: Opener = field(default_factory=Opener)

    def today(self) -> date:
        """Return the day in the office's calendar."""
        return datetime.now().astimezone().date()
