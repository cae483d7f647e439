"""What every page of the window is: a place in the rail that shows some tables of the store."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from tdkt_desktop.services.files import FileKind


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere in the program: a page, a part of it in the page's own words, and a record."""

    page: str
    part: str = ""
    record: int | None = None


class UndoSteps(Protocol):
    """The steps of a text in front, which undo takes back before those of the store."""

    def undo(self) -> None:
        """Take back the last step."""

    def redo(self) -> None:
        """Do again what was taken back last."""

    @property
    def undo_text(self) -> str:
        """The name of what undo would take back; empty when there is nothing."""

    @property
    def redo_text(self) -> str:
        """The name of what redo would do again; empty when there is nothing."""


class Page(QWidget):
    """A page of the main window; it is made when it is first shown.

    `SHOWS` names the tables whose changes concern the page. A page asks services and shows what
    they answer; it holds no rules. `place_wanted` carries the Place the person wants to go to,
    `saved` the time of a save that nobody asked for, `undo_changed` says that the name of the step
    to be undone may be another one.
    """

    KEY: ClassVar[str]
    ICON: ClassVar[str]
    SHOWS: ClassVar[frozenset[str]] = frozenset()

    place_wanted = Signal(object)
    saved = Signal(object)
    undo_changed = Signal()

    def title(self) -> str:
        """Return the page's word in the rail."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read everything anew from the services."""

    def show_year(self, year: int | None) -> None:
        """Show one year; None is for all years, or this year where a page shows one at a time."""

    def show_place(self, place: Place) -> None:
        """Bring a place of this page to the front."""

    def on_changed(self, touched: AbstractSet[str]) -> None:
        """Refresh when a change concerns what the page shows."""
        if touched & self.SHOWS:
            self.refresh()

    def undo_steps(self) -> UndoSteps | None:
        """Return the steps of the text in front; None where undo is the store's."""
        return None

    def can_print(self) -> bool:
        """Tell whether the page has something in front that can be printed and exported."""
        return False

    def print_current(self) -> None:
        """Print what is in front."""

    def export_current(self, kind: FileKind) -> None:
        """Write the Word or PDF file of what is in front."""

    def entered(self) -> None:
        """Do what is due when the page comes to the front."""

    def flush(self) -> None:
        """Store whatever is still in a field; called before the page is left or closed."""

    def shut_down(self) -> None:
        """End what the page has running, and remember its columns; the window closes."""
