"""What every page of the window is: a place in the rail that shows some tables of the store."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet


class Page(QWidget):
    """A page of the main window.

    `SHOWS` names the tables whose changes concern the page. A page asks services and shows what
    they answer; it holds no rules.
    """

    KEY: ClassVar[str]
    ICON: ClassVar[str]
    SHOWS: ClassVar[frozenset[str]] = frozenset()

    def title(self) -> str:
        """Return the page's word in the rail."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read everything anew from the services."""

    def on_changed(self, touched: AbstractSet[str]) -> None:
        """Refresh when a change concerns what the page shows."""
        if touched & self.SHOWS:
            self.refresh()

    def entered(self) -> None:
        """Do what is due when the page comes to the front."""

    def flush(self) -> None:
        """Store whatever is still in a field; called before the page is left or closed."""
