"""The page of people: the list of people or of collectives, and the card of one beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tdkt_desktop.i18n import _
from tdkt_desktop.services.group_heads import heads_of
from tdkt_desktop.services.people_views import PersonState
from tdkt_desktop.services.record_views import Subject
from tdkt_desktop.ui.page import Page
from tdkt_desktop.ui.page_keys import claims_new
from tdkt_desktop.ui.pages.people.acts import PeopleActs, called
from tdkt_desktop.ui.pages.people.card_pane import CardPane
from tdkt_desktop.ui.pages.people.card_shelf import CardShelf
from tdkt_desktop.ui.pages.people.group_acts import GroupActs
from tdkt_desktop.ui.pages.people.group_list import GroupList
from tdkt_desktop.ui.pages.people.list_files import ListFiles, readable_list
from tdkt_desktop.ui.pages.people.list_head import GROUPS, PEOPLE, PeopleHead
from tdkt_desktop.ui.pages.people.people_list import PeopleList
from tdkt_desktop.ui.pages.people.record_acts import RecordActs
from tdkt_desktop.ui.widgets.banner import Banner
from tdkt_desktop.ui.widgets.front_stack import FrontStack

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from collections.abc import Set as AbstractSet

    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent

    from tdkt_desktop.services.people_preview import Choice, PeoplePreview
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.page import Place

_COMPACT_BELOW: Final = 44
_CHARGES: Final = frozenset({"task", "task_party", "council", "council_member", "movement", "plan"})


class PeoplePage(Page):
    """Lists people and collectives; the card follows the list while it is open."""

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
        self.groups = GroupList(desk)
        self.banner = Banner(desk.theme)
        self.acts = PeopleActs(desk, self)
        self.group_acts = GroupActs(desk, self.acts, self, self._group_arrived)
        self.records = RecordActs(desk, self.acts, self)
        self.files = ListFiles(desk, self.acts, self)
        self._lists = FrontStack()
        self._lists.addWidget(self.list)
        self._lists.addWidget(self.groups)
        self.pane = CardPane(desk.preferences, self._column())
        self.cards = CardShelf(desk, self.acts, self.pane, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pane)
        self.setAcceptDrops(True)
        self._connect()
        self.refresh()

    # --- what every page does ---

    def title(self) -> str:
        return _("Nhân sự")

    def refresh(self) -> None:
        context = self._desk.context
        people, groups = context.people.rows(), context.groups.groups()
        marks = context.records.marks(self._year)
        self.list.show_people(people, marks, groups, self._year_label())
        working = sum(1 for row in people if row.state is PersonState.WORKING)
        self.groups.show_groups(groups, heads_of(groups, people), marks, working)
        self.head.show_counts(working, len(groups))
        if self.cards.is_made:
            self._show_card()

    def on_changed(self, touched: AbstractSet[str]) -> None:
        super().on_changed(touched)
        if touched & _CHARGES:
            self.cards.forget_ties()

    def show_year(self, year: int | None) -> None:
        """Show the ratings of one year and who worked here in it, or what is newest."""
        if year != self._year:
            self._year = year
            self.refresh()

    def show_place(self, place: Place) -> None:
        if place.part == "import":
            self.files.choose()
        if place.record is None:
            return
        if place.part == "group":
            self._turn(GROUPS)
            self.groups.bring_forward(place.record)
        else:
            self._turn(PEOPLE)
            self.list.bring_forward(place.record)
        self.pane.open_card()

    def entered(self) -> None:
        self._current_view().setFocus()

    def flush(self) -> None:
        self.cards.flush()

    def shut_down(self) -> None:
        self.list.keep_layout()
        self.groups.keep_layout()
        self.pane.keep_layout()

    # --- the cards ---

    @property
    def shows_groups(self) -> bool:
        """Whether the list of collectives is in front."""
        return self._lists.currentWidget() is self.groups

    def _current(self) -> int | None:
        return self.groups.current_id() if self.shows_groups else self.list.current_id()

    def _show_card(self) -> None:
        """Show the card of whoever the list is at, if a card is open."""
        if self.pane.follows:
            self.cards.show(self._current(), self.year_of_records(), group=self.shows_groups)

    def _follow(self) -> None:
        """Show another card once the list has come to rest at another row."""
        if not self.cards.shows(self._current(), group=self.shows_groups):
            self._show_card()

    def _open_card(self) -> None:
        self.pane.open_card()

    def _close_card(self) -> None:
        self.flush()
        self.pane.close_card()
        self._current_view().setFocus()

    def _edit(self) -> None:
        self.pane.open_card()
        self.cards.edit(group=self.shows_groups)

    # --- acts ---

    def _act_on_people(self, key: str) -> None:
        people = self.list.selected()
        of_people: dict[str, Callable[[], object]] = {
            "open": self._open_card,
            "edit": self._edit,
            "award": lambda: self.records.add_award(
                Subject(people[0].id), people[0].full_name, self.year_of_records()
            ),
            "remove": lambda: self.acts.throw_away(people),
            "leave": lambda: self.acts.mark_left(people),
            "return": lambda: self.acts.mark_returned(people),
            "rate": lambda: self.acts.rate(
                [Subject(row.id) for row in people], called(people), self.year_of_records()
            ),
        }
        if key in of_people:
            if people:
                of_people[key]()
        else:
            self._act(key)

    def _act_on_groups(self, key: str) -> None:
        groups = self.groups.selected()
        of_groups: dict[str, Callable[[], object]] = {
            "open": self._open_card,
            "edit": self._edit,
            "members": lambda: self._show_members(groups[0].id),
            "up": lambda: self.group_acts.step(groups[0].id, -1),
            "down": lambda: self.group_acts.step(groups[0].id, 1),
            "remove": lambda: self.group_acts.close(groups),
            "award": lambda: self.records.add_award(
                Subject.of_group(groups[0].id), groups[0].name, self.year_of_records()
            ),
            "rate": lambda: self.acts.rate(
                [Subject.of_group(group.id) for group in groups],
                groups[0].name if len(groups) == 1 else _("{n} tổ").format(n=len(groups)),
                self.year_of_records(),
            ),
        }
        if key in of_groups:
            if groups:
                of_groups[key]()
        else:
            self._act(key)

    def _act(self, key: str) -> None:
        """Do what needs nobody chosen."""
        ways: dict[str, Callable[[], object]] = {
            "new": self._add,
            "import": self.files.choose,
            "paste": self.files.paste,
            "template": self.files.template,
            "export": self._export,
            "bin": self.acts.show_bin,
        }
        self.flush()
        ways[key]()

    def _add(self) -> None:
        if self.shows_groups:
            self.group_acts.add()
        else:
            self.acts.add(self.list.filters.wanted().group_id)

    def _export(self) -> None:
        model = self.list.model
        shown = [row.id for row in model.shown]
        self.files.export(self.list.selected_ids(), shown, model.total)

    def _tell_left_out(self, preview: PeoplePreview, choices: Mapping[int, Choice]) -> None:
        """Keep saying that rows were not taken in, until they are written out or put away."""
        count = sum(1 for _row in preview.left_out(choices))
        self.banner.tell(
            _("{n} dòng của {source} chưa nhập được.").format(n=count, source=preview.source),
            _("Ghi các dòng đó ra tệp…"),
            lambda: self.files.write_left_out(preview, choices),
        )

    def _move(self, group_id: int | None) -> None:
        people = self.list.selected()
        if people:
            self.acts.move(people, group_id)

    def _arrived(self, person_id: int) -> None:
        self.refresh()
        self.list.bring_forward(person_id)
        self._edit()

    def _group_arrived(self, group_id: int) -> None:
        self.refresh()
        self.groups.bring_forward(group_id)

    def _show_members(self, group_id: int) -> None:
        self._turn(PEOPLE)
        self.list.filters.show_group(group_id)

    # --- wiring ---

    def _column(self) -> QWidget:
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(20, 10, 20, 14)
        layout.setSpacing(10)
        layout.addWidget(self.banner)
        layout.addWidget(self.head)
        layout.addWidget(self._lists, 1)
        return column

    def _connect(self) -> None:
        self.head.wanted.connect(self._act)
        self.head.turned.connect(self._turn)
        self.list.acted.connect(self._act_on_people)
        self.list.opened.connect(lambda _person: self._open_card())
        self.list.acts.group_wanted.connect(self._move)
        self.groups.acted.connect(self._act_on_groups)
        self.acts.arrived.connect(self._arrived)
        self.acts.place_wanted.connect(self.place_wanted)
        self.pane.card_wanted.connect(self._show_card)
        self.cards.closed.connect(self._close_card)
        self.cards.stored.connect(self.saved)
        self.cards.place_wanted.connect(self.place_wanted)
        self.cards.members_wanted.connect(self._show_members)
        self.files.left_out.connect(self._tell_left_out)
        for part in (self.list, self.groups):
            part.current_changed.connect(lambda _current: self._follow())
        self.pane.room_made.connect(self._follow_soon)

    def _follow_soon(self) -> None:
        """Let the window be painted first."""
        (self.groups if self.shows_groups else self.list).settle()

    def _turn(self, which: str) -> None:
        """Bring the list of people or of collectives to the front."""
        self._lists.setCurrentWidget(self.groups if which == GROUPS else self.list)
        self.head.show_list(which)
        self._show_card()

    def _current_view(self) -> QWidget:
        return self.groups.view if self.shows_groups else self.list.view

    # --- years ---

    def _year_label(self) -> str:
        """Return the chosen year as records are kept by; empty for all years."""
        if self._year is None:
            return ""
        period = self._desk.context.years.period(self._year)
        return str(period.school_year or period.year)

    def year_of_records(self) -> str:
        """Return the year that new records are proposed for: the chosen one, or today's."""
        period = self._desk.context.years.current(self._desk.today())
        return self._year_label() or str(period.school_year or period.year)

    # --- keys and sizes ---

    def event(self, event: QEvent) -> bool:
        """Take Ctrl+N before the window's own command does."""
        return claims_new(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.New):
            self._act("new")
            return
        if event.key() == Qt.Key.Key_Escape and self.pane.cards.isVisible():
            self._close_card()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.head.set_compact(compact=self.width() < self.fontMetrics().height() * _COMPACT_BELOW)

    # --- files dropped on the page ---

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if readable_list(event.mimeData().urls()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = readable_list(event.mimeData().urls())
        if path is not None:
            event.acceptProposedAction()
            self.files.read(path)
