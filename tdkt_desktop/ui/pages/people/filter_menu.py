"""The finer filters of the list of people: a menu of groups of choices, one of each at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from tdkt_desktop.i18n import _
from tdkt_desktop.services.people_lists import PeopleFilter
from tdkt_desktop.services.people_views import SEX_NAMES
from tdkt_desktop.ui.tables.people_model import NO_RATING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.rules.ratings import RatingWord

_FIELDS: Final = ("party_member", "manager", "sex")
_RATING: Final = "rating"


class FinerFilters(QObject):
    """A menu whose choices stand checked; the first of each group asks for nothing."""

    changed = Signal()

    def __init__(self, ratings: Sequence[RatingWord], parent: QWidget) -> None:
        super().__init__(parent)
        self.menu = QMenu(parent)
        self._groups: dict[str, QActionGroup] = {}
        self._values: dict[QAction, Any] = {}
        self._add(
            "party_member", _("Đảng viên"), ((_("Đảng viên"), True), (_("Quần chúng"), False))
        )
        self._add(
            "manager", _("Quản lý, trực tiếp"), ((_("Quản lý"), True), (_("Trực tiếp"), False))
        )
        self._add("sex", _("Giới tính"), [(_(name), sex) for sex, name in SEX_NAMES.items()])
        levels = [(f"{word.code} – {word.name}", word.code) for word in ratings]
        self._add(_RATING, _("Xếp loại"), [*levels, (_("Chưa có xếp loại"), NO_RATING)])

    def wanted(self) -> PeopleFilter:
        """Return what of a filter the menu says."""
        return PeopleFilter(**{name: self._value(name) for name in _FIELDS})

    def rating(self) -> str:
        """Return the rating that is asked for, empty where any will do."""
        return self._value(_RATING) or ""

    def count(self) -> int:
        """Return how many of the groups ask for something."""
        return sum(1 for name in self._groups if self._value(name) is not None)

    def reset(self) -> None:
        """Ask for nothing."""
        for group in self._groups.values():
            group.actions()[0].setChecked(True)
        self.changed.emit()

    def choose(self, name: str, value: object) -> None:
        """Ask for one value of a group."""
        for action in self._groups[name].actions():
            if self._values[action] == value:
                action.trigger()

    def _value(self, name: str) -> Any:
        # Qt would give back a plain string for what is an enumeration here.
        checked = self._groups[name].checkedAction()
        return self._values[checked] if checked is not None else None

    def _add(self, name: str, title: str, choices: Sequence[tuple[str, object]]) -> None:
        menu = self.menu.addMenu(title)
        group = QActionGroup(self)
        for text, value in ((_("Không lọc"), None), *choices):
            action = group.addAction(text)
            action.setCheckable(True)
            self._values[action] = value
            menu.addAction(action)
        group.actions()[0].setChecked(True)
        group.triggered.connect(lambda _action: self.changed.emit())
        self._groups[name] = group
