"""How acts on records are run: tried, told, and offered to be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.history import Change
    from tdkt_desktop.ui.desk import Desk

Result = TypeVar("Result")


class Acts(QObject):
    """What a page lets a person do; dialogs and errors belong to `owner`."""

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk, self._owner = desk, owner

    def undoable(self, act: Callable[[], Change], told: str) -> bool:
        """Do something, say so, and offer to take it back; False where it could not be done."""
        change = self.tried(act)
        if change is None:
            return False
        history = self._desk.context.history
        self._desk.feedback.note(
            told, _("Hoàn tác"), lambda: self.tried(lambda: history.take_back(change))
        )
        return True

    def tried(self, act: Callable[[], Result]) -> Result | None:
        """Do something and return what it gives; an error is shown, and None returned."""
        try:
            return act()
        except UserError as error:
            self.failed(error)
            return None

    def failed(self, error: UserError) -> None:
        """Show what went wrong."""
        self._desk.feedback.error(error, self._owner)

    @staticmethod
    def accepted(dialog: QDialog) -> bool:
        """Show a dialog and let it go afterwards."""
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return accepted
