"""What can be done with collectives: adding, ordering, closing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.people_views import GroupView
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.pages.people.acts import PeopleActs


class GroupActs:
    """Runs acts on collectives; `arrived` is called with the id of a new one."""

    def __init__(
        self, desk: Desk, acts: PeopleActs, owner: QWidget, arrived: Callable[[int], object]
    ) -> None:
        self._desk, self._acts, self._owner, self._arrived = desk, acts, owner, arrived

    def add(self) -> None:
        """Ask for a new collective and store it."""
        from tdkt_desktop.ui.dialogs.people_group_dialog import NewGroupDialog

        dialog = NewGroupDialog(self._desk, self._owner)
        if self._acts.accepted(dialog) and dialog.made is not None:
            self._acts.told(_("Đã thêm {name}.").format(name=dialog.name.text().strip()))
            self._arrived(dialog.made)

    def close(self, groups: Sequence[GroupView]) -> None:
        """Put collectives into the bin; those in them stay at the school without one."""
        for group in groups:
            told = _("Đã xoá {name}. {n} người trong tổ hiện chưa xếp tổ.")
            none = _("Đã xoá {name}.")
            words = (told if group.size else none).format(name=group.name, n=group.size)
            throw_away = partial(self._desk.context.groups.throw_away, group.id)
            self._acts.undoable(throw_away, words)

    def step(self, group_id: int, places: int) -> None:
        """Move a collective up or down in the school's order."""
        order = [group.id for group in self._desk.context.groups.groups()]
        at = order.index(group_id)
        to = at + places
        if 0 <= to < len(order):
            order[at], order[to] = order[to], order[at]
            self._acts.tried(lambda: self._desk.context.groups.put_in_order(order))
