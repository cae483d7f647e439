"""Where the program keeps what belongs to this machine: preferences, logs, crash reports."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

APPLICATION: Final = "tdkt-desktop"
PREFERENCES_FILE: Final = "preferences.json"


@dataclass(frozen=True, slots=True)
class MachinePlaces:
    """The folders of one user on one machine; tests give their own."""

    settings: Path
    logs: Path

    @classmethod
    def usual(cls) -> Self:
        """Return the folders that the system has for such things."""
        from platformdirs import user_config_path, user_log_path

        return cls(
            user_config_path(APPLICATION, appauthor=False, roaming=True),
            user_log_path(APPLICATION, appauthor=False),
        )

    @property
    def preferences(self) -> Path:
        """The file of preferences."""
        return self.settings / PREFERENCES_FILE
