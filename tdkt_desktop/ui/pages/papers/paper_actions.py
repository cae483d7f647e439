"""What can be done with chosen documents, as the actions of the foot and of the context menu."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tdkt_desktop.i18n import N_
from tdkt_desktop.ui.action_set import ActionSet

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


class PaperActions(ActionSet):
    """The actions of one widget; `act` hears the key of the one that was chosen."""

    def __init__(self, theme: Theme, owner: QWidget, act: Callable[[str], object]) -> None:
        super().__init__(theme, owner, ACTIONS, _GROUPS, act)

    def choose(self, lines: Sequence[PaperLine]) -> None:
        """Enable what can be done with the chosen rows."""
        for one in ACTIONS:
            number = one.several if len(lines) > 1 else one.one
            fits = all(
                (one.plans or not line.is_plan) and (one.issued if line.issued else one.drafts)
                for line in lines
            )
            self._actions[one.key].setEnabled(bool(lines) and number and fits)
