"""Use cases about taking back: the one stack of undo and redo of the whole store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from tdkt_desktop.models.changes import Change as Change
    from tdkt_desktop.models.store import Store


class HistoryService:
    """Takes acts back and does them again; the labels name them for a menu."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def undo_label(self) -> str:
        """The name of the act that `undo` would take back; empty where there is none."""
        return self._store.undo_label or ""

    @property
    def redo_label(self) -> str:
        """The name of the act that `redo` would do again; empty where there is none."""
        return self._store.redo_label or ""

    def undo(self) -> Change:
        """Take the newest act back; raises UserError where there is none."""
        return self._store.undo()

    def redo(self) -> Change:
        """Do the last act that was taken back again; raises UserError where there is none."""
        return self._store.redo()

    def take_back(self, change: Change) -> Change:
        """Take one act back as long as nothing was done after it; raises InputError otherwise.

        A note offers this for a while, and in that while the person may go on working.
        """
        if self.undo_label != change.label:
            raise InputError(
                _("Sau việc “{label}” đã có thay đổi khác.").format(label=change.label),
                _("Xin dùng Hoàn tác (Ctrl+Z) để lùi lần lượt từng bước."),
            )
        return self.undo()
