"""What can be done with chosen documents, as the actions of the foot and of the context menu."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from tdkt_desktop.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.ui.pages.papers.paper_lines import PaperLine
    from tdkt_desktop.ui.theme.theme import Theme


@dataclass(frozen=True, slots=True)
class PaperAction:
    """An act: for one document or several, for plans too, for drafts or issued ones only."""

    key: str
    text: str
    icon: str
    one: bool = True
    several: bool = False
    plans: bool = False
    drafts: bool = True
    issued: bool = True


ACTIONS: Final = (
    PaperAction("open", N_("Mở"), "pencil-outline", plans=True),
    PaperAction("word", N_("Word"), "file-word-outline", plans=True),
    PaperAction("pdf", N_("PDF"), "file-pdf-box", plans=True),
    PaperAction("print", N_("In…"), "printer-outline", plans=True),
    PaperAction("issue", N_("Ban hành…"), "file-sign", issued=False),
    PaperAction("renew", N_("Soạn lại từ dữ liệu…"), "refresh"),
    PaperAction("duplicate", N_("Nhân bản"), "content-copy"),
    PaperAction("together", N_("Gộp vào một tệp PDF…"), "file-pdf-box", one=False, several=True),
    PaperAction(
        "folder", N_("Xuất Word vào một thư mục…"), "folder-open-outline", one=False, several=True
    ),
    PaperAction("remove", N_("Xoá"), "trash-can-outline", several=True, issued=False),
)
_GROUPS: Final = (
    ("open",),
    ("word", "pdf", "print", "together", "folder"),
    ("issue", "renew"),
    ("duplicate", "remove"),
)


class PaperActions(QObject):
    """The actions of one widget; `act` hears the key of the one that was chosen."""

    def __init__(self, theme: Theme, owner: QWidget, act: Callable[[str], object]) -> None:
        super().__init__(owner)
        self._theme, self._owner = theme, owner
        self._actions: dict[str, QAction] = {}
        for one in ACTIONS:
            action = QAction(_(one.text), owner)
            action.triggered.connect(lambda _checked=False, key=one.key: act(key))
            self._actions[one.key] = action
        theme.changed.connect(self._recolour)
        self._recolour()

    def __getitem__(self, key: str) -> QAction:
        """Return an action by its name."""
        return self._actions[key]

    def choose(self, lines: Sequence[PaperLine]) -> None:
        """Enable what can be done with the chosen rows."""
        for one in ACTIONS:
            number = one.several if len(lines) > 1 else one.one
            fits = all(
                (one.plans or not line.is_plan) and (one.issued if line.issued else one.drafts)
                for line in lines
            )
            self._actions[one.key].setEnabled(bool(lines) and number and fits)

    def menu(self) -> QMenu:
        """Return the context menu: what cannot be done now is left out."""
        menu = QMenu(self._owner)
        for group in _GROUPS:
            shown = [self._actions[key] for key in group if self._actions[key].isEnabled()]
            menu.addActions(shown)
            if shown:
                menu.addSeparator()
        return menu

    def _recolour(self) -> None:
        for one in ACTIONS:
            self._actions[one.key].setIcon(self._theme.icon(one.icon))
