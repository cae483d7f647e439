"""What every section of the settings is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Entry:
    """A setting as the search finds it: its name, and other words that people may look for."""

    key: str
    name: str
    words: str = ""


class Section(QWidget):
    """A section: made when it is first shown.

    `TITLE` and the names of `ENTRIES` are marked for translation; `SHOWS` names the tables whose
    changes concern it; one that `FILLS` has a list of its own that scrolls.
    """

    KEY: ClassVar[str]
    ICON: ClassVar[str]
    TITLE: ClassVar[str]
    ENTRIES: ClassVar[tuple[Entry, ...]] = ()
    SHOWS: ClassVar[frozenset[str]] = frozenset()
    FILLS: ClassVar[bool] = False

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setAccessibleName(_(self.TITLE))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self._places: dict[str, QWidget] = {}

    @property
    def context(self) -> AppContext:
        """The services."""
        return self.desk.context

    def place(self, key: str, control: QWidget) -> None:
        """Say which control a search for an entry leads to."""
        self._places[key] = control

    def show_entry(self, key: str) -> None:
        """Put the focus on what a search has found."""
        control = self._places.get(key)
        if control is not None:
            control.setFocus()

    def refresh(self) -> None:
        """Read everything anew."""

    def flush(self) -> None:
        """Store what is still in a field."""

    def stop(self) -> None:
        """End the section's threads, before the window goes."""
