"""Chooses who has a part in tasks: people and groups of the school, and bodies outside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QPlainTextEdit

from tdkt_desktop.i18n import _
from tdkt_desktop.services.people_views import PersonState
from tdkt_desktop.services.task_views import ROLE_NAMES
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.pages.work.small_dialogs import names_of
from tdkt_desktop.ui.widgets.form import Field, text_label
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.task_views import Party, TaskRole, TaskView
    from tdkt_desktop.ui.desk import Desk

_KEY: Final = Qt.ItemDataRole.UserRole + 1
_FOLDED: Final = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class PartyChoice:
    """Who was chosen; nobody means that the words of the plan count."""

    persons: tuple[int, ...] = ()
    groups: tuple[int, ...] = ()
    bodies: tuple[str, ...] = ()


class PartyPicker(ActDialog):
    """People and groups with boxes, found without diacritics; bodies outside one in a line."""

    def __init__(
        self,
        desk: Desk,
        tasks: Sequence[TaskView],
        role: TaskRole,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_(ROLE_NAMES[role]), _("Giao"), parent)
        self._desk = desk
        self.body.addWidget(text_label(names_of(tasks), wrap=True))
        words = dict.fromkeys(words for task in tasks if (words := task.of(role)))
        if words:
            told = _("Trong kế hoạch ghi: {words}").format(words="; ".join(words))
            self.body.addWidget(text_label(told, "hint", wrap=True))
        self.search = _SearchLine(self)
        self.list = QListWidget()
        self.bodies = QPlainTextEdit()
        chosen = _common(tasks, role)
        self._fill(chosen)
        self._arrange(chosen)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 64)
        self.resize(self.width(), self.fontMetrics().height() * 32)
        self.search.setFocus()
        self._tell()

    def choice(self) -> PartyChoice:
        """Return who is chosen, also what the search hides at the moment."""
        keys = [key for item in self._items() if item.checkState() is Qt.CheckState.Checked
                for key in [item.data(_KEY)]]  # fmt: skip
        lines = (line.strip() for line in self.bodies.toPlainText().splitlines())
        return PartyChoice(
            tuple(number for kind, number in keys if kind == "person"),
            tuple(number for kind, number in keys if kind == "group"),
            tuple(line for line in lines if line),
        )

    def _fill(self, chosen: Sequence[Party]) -> None:
        persons = {party.person_id for party in chosen}
        groups = {party.group_id for party in chosen}
        context = self._desk.context
        found = [
            (group.id in groups, group.name, "", ("group", group.id))
            for group in context.groups.groups()
        ]
        for row in sorted(context.people.rows(), key=lambda one: one.name_key):
            if row.state is PersonState.WORKING or row.id in persons:
                hint = ", ".join(part for part in (row.position, row.group_name) if part)
                found.append((row.id in persons, row.full_name, hint, ("person", row.id)))
        # Who has the part now stands on top, where it can be taken away again.
        for checked, name, hint, key in sorted(found, key=lambda one: not one[0]):
            self._add(name, hint, key, checked=checked)

    def _add(self, name: str, hint: str, key: tuple[str, int], *, checked: bool) -> None:
        item = QListWidgetItem(f"{name}  –  {hint}" if hint else name)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked)
        item.setData(_KEY, key)
        item.setData(_FOLDED, fold(f"{name} {hint}"))
        self.list.addItem(item)

    def _arrange(self, chosen: Sequence[Party]) -> None:
        self.search.setPlaceholderText(_("Tìm người, tổ… (không cần dấu)"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(_("Tìm người, tổ"))
        self.search.textChanged.connect(self._filter)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setAccessibleName(_("Người và tổ của trường"))
        self.list.itemChanged.connect(lambda _item: self._tell())
        self.bodies.setTabChangesFocus(True)
        self.bodies.setFixedHeight(self.fontMetrics().height() * 3 + 10)
        outside = [party.name for party in chosen if party.person_id is None is party.group_id]
        self.bodies.setPlainText("\n".join(outside))
        self.bodies.textChanged.connect(self._tell)
        self._told = text_label("", "hint", wrap=True)
        self.body.addWidget(self.search)
        self.body.addWidget(self.list, 1)
        hint = _("Mỗi dòng một nơi, ví dụ: Công an phường, Ban đại diện cha mẹ học sinh.")
        self.body.addWidget(Field(_("Đơn vị ngoài trường (nếu có)"), self.bodies, hint))
        self.body.addWidget(self._told)

    def _items(self) -> Iterator[QListWidgetItem]:
        return (self.list.item(place) for place in range(self.list.count()))

    def _filter(self, text: str) -> None:
        words = fold(text).split()
        for item in self._items():
            item.setHidden(not all(word in item.data(_FOLDED) for word in words))

    def take_first(self) -> None:
        """Choose the first that the search has found, or let go of it."""
        shown = next((item for item in self._items() if not item.isHidden()), None)
        if shown is not None and self.search.text():
            on = shown.checkState() is Qt.CheckState.Checked
            shown.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)
            self.search.clear()

    def _tell(self) -> None:
        """Say who is chosen, since the search may hide them."""
        names = [item.text().partition("  –  ")[0] for item in self._items()
                 if item.checkState() is Qt.CheckState.Checked]  # fmt: skip
        names += self.choice().bodies
        nobody = _("Chưa chọn ai: tính theo chữ trong kế hoạch.")
        chosen = _("Đã chọn: {names}.").format(names=", ".join(names))
        self._told.setText(chosen if names else nobody)


class _SearchLine(QLineEdit):
    """Enter takes the first that was found; Down goes into the list."""

    def __init__(self, picker: PartyPicker) -> None:
        super().__init__(picker)
        self._picker = picker

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text():
            self._picker.take_first()
        elif event.key() == Qt.Key.Key_Down:
            self._picker.list.setFocus()
        else:
            super().keyPressEvent(event)


def _common(tasks: Sequence[TaskView], role: TaskRole) -> list[Party]:
    """Return who has the part in all the tasks."""
    sets = [[party for party in task.parties if party.role is role] for task in tasks]
    keys = [{(party.person_id, party.group_id, party.name) for party in one} for one in sets]
    shared = set.intersection(*keys)
    return [one for one in sets[0] if (one.person_id, one.group_id, one.name) in shared]
