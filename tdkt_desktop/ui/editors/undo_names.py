"""Names for the steps that Qt's text remembers, so that the menu can say what is taken back."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextDocument


class UndoNames(QObject):
    """Keeps one name for each undo step of a text.

    Typing is the name of every step that nobody named; `named` gives its name to the steps that
    are added while it lasts.
    """

    changed = Signal()

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self._names: list[str] = []
        self._current = ""
        self._last_done = 0
        document.contentsChanged.connect(self._note_place)
        document.undoCommandAdded.connect(self._added)
        document.undoAvailable.connect(self.changed)
        document.redoAvailable.connect(self.changed)

    @contextmanager
    def named(self, name: str) -> Iterator[None]:
        """Give a name to what is changed in the block under `with`."""
        before, self._current = self._current, name
        try:
            yield
        finally:
            self._current = before

    @property
    def undo_name(self) -> str:
        """The name of what undo would take back; empty when there is nothing."""
        done = self._done()
        return self._at(done - 1) if done else ""

    @property
    def redo_name(self) -> str:
        """The name of what redo would do again; empty when there is nothing."""
        done = self._done()
        waiting = isValid(self._document) and self._document.availableRedoSteps()
        return self._at(done) if waiting else ""

    def _done(self) -> int:
        """Return how many steps were done; none in a text that is being taken down."""
        return self._document.availableUndoSteps() if isValid(self._document) else 0

    def _at(self, place: int) -> str:
        return self._names[place] if 0 <= place < len(self._names) else _("gõ chữ")

    def _added(self) -> None:
        """Name the steps that one act added: Qt counts the parts of an act one by one."""
        done = self._document.availableUndoSteps()
        before = min(len(self._names), self._last_done, done - 1)
        self._last_done = done
        name = self._current or _("gõ chữ")
        self._names[before:] = [name] * (done - before)
        self.changed.emit()

    def _note_place(self) -> None:
        """Follow undo and redo, so that new steps are counted from where the text stands."""
        self._last_done = self._document.availableUndoSteps()
