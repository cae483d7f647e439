"""The columns of a list as a person left them, remembered from one start to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tdkt_desktop.ui.preferences import PreferencesFile
    from tdkt_desktop.ui.tables.list_view import ListView


class KeptColumns:
    """Shows the columns as they were kept, or has them fitted where nothing fit was kept."""

    def __init__(
        self,
        preferences: PreferencesFile,
        view: ListView,
        name: str,
        fit: Callable[[], object],
    ) -> None:
        self._preferences, self._view = preferences, view
        self._name, self._fit = name, fit
        self._restored = False

    def restore(self) -> None:
        """Do so once, when there is something in the list to fit columns to."""
        if self._restored:
            return
        self._restored = True
        state = self._preferences.current.layouts.get(self._name, "")
        if not state or not self._view.restore_layout(state):
            self._fit()

    def keep(self) -> None:
        """Remember the columns; those that were never filled say nothing."""
        if self._restored:
            self._preferences.keep_layout(self._name, self._view.layout_state())
