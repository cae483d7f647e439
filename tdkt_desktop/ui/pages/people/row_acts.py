"""What can be done with the people chosen in the list: one set of actions for menu and bar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.people_views import PersonState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.people_views import GroupView, PersonRow
    from tdkt_desktop.ui.theme.theme import Theme

_ACTS: Final = (
    ("open", N_("Mở hồ sơ"), "account-multiple-outline", "Enter"),
    ("edit", N_("Sửa"), "pencil-outline", "F2"),
    ("rate", N_("Ghi xếp loại…"), "star-outline", ""),
    ("award", N_("Thêm khen thưởng…"), "medal-outline", ""),
    ("leave", N_("Ghi nghỉ, chuyển đi…"), "arrow-right", ""),
    ("return", N_("Ghi trở lại…"), "arrow-left", ""),
    ("export", N_("Xuất danh sách…"), "export-variant", ""),
    ("remove", N_("Xoá"), "trash-can-outline", "Delete"),
)
_OF_ONE: Final = ("open", "edit", "award")


class RowActs(QObject):
    """`wanted` tells which act was asked for, `group_wanted` into which collective to move."""

    wanted = Signal(str)
    group_wanted = Signal(object)

    def __init__(self, theme: Theme, owner: QWidget) -> None:
        super().__init__(owner)
        self._theme, self._owner = theme, owner
        self._actions: dict[str, QAction] = {}
        for key, text, _icon, shown_key in _ACTS:
            # The key is shown only: the list itself listens to it, while it has the focus.
            action = QAction(f"{_(text)}\t{shown_key}" if shown_key else _(text), self)
            action.triggered.connect(lambda _checked=False, act=key: self.wanted.emit(act))
            self._actions[key] = action
        self.move = QMenu(_("Chuyển tổ"), owner)
        theme.changed.connect(self._recolour)
        self._recolour()

    def __getitem__(self, key: str) -> QAction:
        """Return the action of an act."""
        return self._actions[key]

    def show_groups(self, groups: Sequence[GroupView]) -> None:
        """Offer the collectives that people can be moved into."""
        self.move.clear()
        for group in groups:
            action = self.move.addAction(group.name)
            action.triggered.connect(
                lambda _checked=False, group_id=group.id: self.group_wanted.emit(group_id)
            )
        self.move.addSeparator()
        out = self.move.addAction(_("Không thuộc tổ nào"))
        out.triggered.connect(lambda _checked=False: self.group_wanted.emit(None))

    def choose(self, people: Sequence[PersonRow]) -> None:
        """Let do only what can be done with the people that are chosen."""
        for key, action in self._actions.items():
            action.setEnabled(bool(people) and (len(people) == 1 or key not in _OF_ONE))
        away = {row.state is PersonState.AWAY for row in people}
        self._actions["leave"].setEnabled(away == {False})
        self._actions["return"].setEnabled(away == {True})
        self.move.setEnabled(bool(people))

    def menu(self) -> QMenu:
        """Return the menu of a row."""
        menu = QMenu(self._owner)
        for key in ("open", "edit"):
            menu.addAction(self._actions[key])
        menu.addSeparator()
        menu.addMenu(self.move)
        for key in ("rate", "award", "leave", "return"):
            if self._actions[key].isEnabled() or key not in ("leave", "return"):
                menu.addAction(self._actions[key])
        menu.addSeparator()
        for key in ("export", "remove"):
            menu.addAction(self._actions[key])
        return menu

    def _recolour(self) -> None:
        for key, _text, icon, _key in _ACTS:
            self._actions[key].setIcon(self._theme.icon(icon))
