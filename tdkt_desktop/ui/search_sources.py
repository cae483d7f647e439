"""What the search field looks through: the store, the help and the commands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QKeySequence

from tdkt_desktop.i18n import _
from tdkt_desktop.services.finding import Found, FoundKind
from tdkt_desktop.ui.commands import plain
from tdkt_desktop.ui.dialogs.help_dialog import HelpDialog, help_sections
from tdkt_desktop.ui.finder import Hit
from tdkt_desktop.ui.page import Place
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.ui.main_window import MainWindow

_ICONS: Final = {
    FoundKind.PERSON: "account-multiple-outline",
    FoundKind.GROUP: "account-multiple-outline",
    FoundKind.TASK: "progress-check",
    FoundKind.MOVEMENT: "bullhorn-outline",
    FoundKind.PLAN: "file-document-edit-outline",
    FoundKind.PAPER: "folder-text-outline",
    FoundKind.AWARD: "medal-outline",
    FoundKind.INITIATIVE: "lightbulb-on-outline",
}
_PAGES: Final = {
    FoundKind.PERSON: ("people", "person"),
    FoundKind.GROUP: ("people", "group"),
    FoundKind.TASK: ("work", "task"),
    FoundKind.MOVEMENT: ("work", "movement"),
    FoundKind.PLAN: ("plans", ""),
    FoundKind.PAPER: ("papers", "paper"),
    FoundKind.AWARD: ("people", "person"),
    FoundKind.INITIATIVE: ("initiatives", "initiative"),
}
_FEWEST_LETTERS: Final = 2


class SearchSources:
    """Finds things and knows how to go there."""

    def __init__(self, context: AppContext, window: MainWindow) -> None:
        self._context, self._window = context, window

    def stored(self, words: str) -> Iterator[Hit]:
        """Find what is in the store; one letter alone would find everything."""
        if len(words.strip()) < _FEWEST_LETTERS:
            return
        for found in self._context.finding.find(words):
            go = partial(self._window.go_to, place_of(found))
            yield Hit(_ICONS[found.kind], found.name, found.where, go)

    def commands(self, words: str) -> Iterator[Hit]:
        """Find commands by their words."""
        for action in self._window.commands.matching(words):
            shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            yield Hit("keyboard-outline", plain(action.text()), shown, action.trigger)

    def help(self, words: str) -> Iterator[Hit]:
        """Find passages of the help by their heads."""
        wanted = fold(words).split()
        for key in self._window.page_keys():
            for section in help_sections(key):
                if all(word in fold(section) for word in wanted):
                    yield Hit("help-circle-outline", section, _("Hướng dẫn"), self._opening(key))

    def _opening(self, key: str) -> partial[None]:
        return partial(self._show_help, key)

    def _show_help(self, key: str) -> None:
        dialog = HelpDialog(key, self._window)
        dialog.exec()
        dialog.deleteLater()


def place_of(found: Found) -> Place:
    """Return where something found is shown."""
    page, part = _PAGES[found.kind]
    return Place(page, part, found.id)
