"""The page of people: the list of people or of collectives, and the card of one beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from tdkt_desktop.i18n import _
from tdkt_desktop.services.record_views import Subject
from tdkt_desktop.ui.page import Page
from tdkt_desktop.ui.pages.people.acts import PeopleActs, called
from tdkt_desktop.ui.pages.people.list_head import PeopleHead
from tdkt_desktop.ui.pages.people.people_list import PeopleList

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.page import Place

_COMPACT_BELOW = 54


class PeoplePage(Page):
    """Lists people and collectives; the card follows the list."""

    KEY: ClassVar[str] = "people"
    ICON: ClassVar[str] = "account-multiple-outline"
    SHOWS: ClassVar[frozenset[str]] = frozenset(
        {"person", "staff_group", "rating", "award_record", "initiative", "initiative_author",
         "leave", "discipline"}
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._year: int | None = None
        self.head = PeopleHead(desk.theme)
        self.list = PeopleList(desk)
        self.acts = PeopleActs(desk, self)
        self._lists = QStackedWidget()
        self._lists.addWidget(self.list)
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(20, 10, 20, 14)
        layout.setSpacing(10)
        layout.addWidget(self.head)
        layout.addWidget(self._lists, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(column)
        self._connect()
        self.refresh()

    def title(self) -> str:
        return _("Nhân sự")

    def refresh(self) -> None:
        context = self._desk.context
        people, groups = context.people.rows(), context.groups.groups()
        marks = context.records.marks(self._year)
        self.list.show_people(people, marks, groups, self._year_label())
        self.head.show_counts(sum(1 for row in people if not row.left_on), len(groups))

    def show_year(self, year: int | None) -> None:
        """Show the ratings of one year and who worked here in it, or what is newest."""
        if year != self._year:
            self._year = year
            self.refresh()

    def show_place(self, place: Place) -> None:
        if place.part == "person" and place.record is not None:
            self.list.bring_forward(place.record)

    def shut_down(self) -> None:
        self.list.keep_layout()

    # --- wiring ---

    def _connect(self) -> None:
        self.head.wanted.connect(self._act)
        self.list.acted.connect(self._act)
        self.list.acts.group_wanted.connect(self._move)
        self.acts.arrived.connect(self._arrived)
        self.acts.place_wanted.connect(self.place_wanted)

    def _act(self, key: str) -> None:
        people = self.list.selected()
        of_page: dict[str, Callable[[], object]] = {
            "new": lambda: self.acts.add(self.list.filters.wanted().group_id),
            "bin": self.acts.show_bin,
        }
        of_people: dict[str, Callable[[], object]] = {
            "remove": lambda: self.acts.throw_away(people),
            "leave": lambda: self.acts.mark_left(people),
            "return": lambda: self.acts.mark_returned(people),
            "rate": lambda: self.acts.rate(
                [Subject(row.id) for row in people], called(people), self._rated_year()
            ),
        }
        if key in of_page:
            of_page[key]()
        elif people and key in of_people:
            of_people[key]()

    def _move(self, group_id: int | None) -> None:
        people = self.list.selected()
        if people:
            self.acts.move(people, group_id)

    def _arrived(self, person_id: int) -> None:
        self.refresh()
        self.list.bring_forward(person_id)

    # --- years ---

    def _year_label(self) -> str:
        """Return the chosen year as records are kept by; empty for all years."""
        if self._year is None:
            return ""
        period = self._desk.context.years.period(self._year)
        return str(period.school_year or period.year)

    def _rated_year(self) -> str:
        period = self._desk.context.years.current(self._desk.today())
        return self._year_label() or str(period.school_year or period.year)

    # --- keys and sizes ---

    def event(self, event: QEvent) -> bool:
        """Take Ctrl+N before the window's own command does."""
        asks = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.New)
        if asks and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.New):
            self._act("new")
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.head.set_compact(compact=self.width() < self.fontMetrics().height() * _COMPACT_BELOW)
