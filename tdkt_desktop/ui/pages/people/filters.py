"""The filters above the list of people: words, collective, state, and the finer ones in a menu."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QToolButton, QWidget

from tdkt_desktop.i18n import _
from tdkt_desktop.services.people_views import PersonState
from tdkt_desktop.ui.pages.people.filter_menu import FinerFilters
from tdkt_desktop.ui.widgets.form import guard_wheel
from tdkt_desktop.ui.widgets.icon_button import put_beside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.rules.ratings import RatingWord
    from tdkt_desktop.services.people_lists import PeopleFilter
    from tdkt_desktop.services.people_views import GroupView, PersonRow
    from tdkt_desktop.ui.theme.theme import Theme

_ICON: Final = QSize(18, 18)
_UNGROUPED: Final = -1


class PeopleFilters(QWidget):
    """What is asked for is told by `changed` and read from `wanted` and `rating`."""

    changed = Signal()

    def __init__(self, theme: Theme, ratings: Sequence[RatingWord]) -> None:
        super().__init__()
        self._theme = theme
        self._year = ""
        self.words = QLineEdit()
        self.group = QComboBox()
        self.state = QComboBox()
        self.finer = FinerFilters(ratings, self)
        self.more = QToolButton()
        self.clear = QPushButton(_("Bỏ lọc"))
        self.columns = QToolButton()
        self._arrange()
        self._connect()
        self._recolour()

    def wanted(self) -> PeopleFilter:
        """Return what the list has to keep."""
        group, state = self.group.currentData(), self._state()
        wanted = replace(
            self.finer.wanted(),
            text=self.words.text(),
            group_id=group if group != _UNGROUPED else None,
            ungrouped=group == _UNGROUPED,
        )
        if self._year and state is PersonState.WORKING:
            return replace(wanted, year=self._year)
        return replace(wanted, state=state)

    def _state(self) -> PersonState | None:
        # Qt gives back a plain string for what was put in.
        chosen = self.state.currentData()
        return PersonState(chosen) if chosen else None

    def rating(self) -> str:
        """Return the rating that the list has to keep, empty where any will do."""
        return self.finer.rating()

    def is_set(self) -> bool:
        """Tell whether anything but those who work here now was asked for."""
        return bool(
            self.words.text()
            or self.group.currentData() is not None
            or self._state() is not PersonState.WORKING
            or self.finer.count()
        )

    def reset(self) -> None:
        """Ask for everybody who works here again."""
        for widget in (self.words, self.group, self.state):
            widget.blockSignals(True)
        self.words.clear()
        self.group.setCurrentIndex(0)
        self.state.setCurrentIndex(0)
        for widget in (self.words, self.group, self.state):
            widget.blockSignals(False)
        self.finer.reset()

    def show_everybody(self) -> None:
        """Ask for all people, those who left too, so that anybody can be brought to the front."""
        self.reset()
        self.state.setCurrentIndex(self.state.findData(None))

    def show_group(self, group_id: int) -> None:
        """Ask for the people of one collective."""
        place = self.group.findData(group_id)
        if place >= 0:
            self.reset()
            self.group.setCurrentIndex(place)

    def show_choices(
        self, people: Sequence[PersonRow], groups: Sequence[GroupView], year: str
    ) -> None:
        """Offer the collectives and states there are, each with its count."""
        self._year = year
        working = [row for row in people if row.state is PersonState.WORKING]
        loose = sum(1 for row in working if not row.group_name)
        offered: list[tuple[str, Any]] = [(_("Mọi tổ"), None)]
        offered += [(f"{group.name} ({group.size})", group.id) for group in groups]
        if loose:
            offered.append((_("Chưa xếp tổ ({n})").format(n=loose), _UNGROUPED))
        _offer(self.group, offered)
        here = _("Công tác trong năm {year}").format(year=year)
        states = (
            (here if year else _counted(_("Đang công tác"), len(working)), PersonState.WORKING),
            (_counted(_("Đã nghỉ, chuyển đi"), len(people) - len(working)), PersonState.AWAY),
            (_counted(_("Mọi người"), len(people)), None),
        )
        _offer(self.state, states)

    def set_compact(self, *, compact: bool) -> None:
        """Show the buttons by their icons alone where there is little room."""
        for button in (self.more, self.columns):
            put_beside(button, words=not compact)

    # --- making ---

    def _arrange(self) -> None:
        self.words.setPlaceholderText(_("Lọc tên, chức vụ…"))
        self.words.setAccessibleName(_("Lọc nhân sự theo tên, chức vụ"))
        self.words.setClearButtonEnabled(True)
        unit = self.fontMetrics().averageCharWidth()
        self.words.setMinimumWidth(unit * 14)
        self.words.setMaximumWidth(unit * 34)
        for combo, name in ((self.group, _("Lọc theo tổ")), (self.state, _("Lọc theo công tác"))):
            combo.setAccessibleName(name)
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            guard_wheel(combo)
        self.group.setMinimumContentsLength(9)
        self.state.setMinimumContentsLength(14)
        for button, text in ((self.more, _("Lọc thêm")), (self.columns, _("Cột"))):
            button.setProperty("kind", "quiet")
            button.setText(text)
            button.setToolTip(text)
            button.setAccessibleName(text)
            button.setIconSize(_ICON)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(self.finer.menu)
        self.clear.setProperty("kind", "link")
        self.clear.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.words, 3)
        row.addWidget(self.group, 2)
        row.addWidget(self.state, 2)
        row.addWidget(self.more)
        row.addWidget(self.clear)
        row.addStretch(1)
        row.addWidget(self.columns)

    def _connect(self) -> None:
        self.words.textChanged.connect(lambda _text: self._tell())
        self.group.currentIndexChanged.connect(lambda _index: self._tell())
        self.state.currentIndexChanged.connect(lambda _index: self._tell())
        self.finer.changed.connect(self._tell)
        self.clear.clicked.connect(self.reset)
        self._theme.changed.connect(self._recolour)

    def _tell(self) -> None:
        count = self.finer.count()
        self.more.setText(_("Lọc thêm ({n})").format(n=count) if count else _("Lọc thêm"))
        self.more.setProperty("kind", "quiet")
        self.clear.setVisible(self.is_set())
        self.changed.emit()

    def _recolour(self) -> None:
        self.more.setIcon(self._theme.icon("filter-variant"))
        self.columns.setIcon(self._theme.icon("table-large"))


def _counted(words: str, count: int) -> str:
    return f"{words} ({count})"


def _offer(combo: QComboBox, choices: Sequence[tuple[str, Any]]) -> None:
    """Fill a combo box anew, with the same choice in it as before if it is still there."""
    chosen = combo.currentData() if combo.count() else choices[0][1]
    combo.blockSignals(True)
    combo.clear()
    for text, value in choices:
        combo.addItem(text, value)
    values = [value for _text, value in choices]
    combo.setCurrentIndex(values.index(chosen) if chosen in values else 0)
    combo.blockSignals(False)
