"""The page of the councils of a year."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import _
from tdkt_desktop.services.council_views import CouncilKind, MeetingFacts
from tdkt_desktop.services.councils import by_rank
from tdkt_desktop.services.duty_ties import duty_ties
from tdkt_desktop.services.left_behind import left_behind
from tdkt_desktop.services.paper_views import About
from tdkt_desktop.ui.page import Page, Place
from tdkt_desktop.ui.pages.councils.council_acts import CouncilActs
from tdkt_desktop.ui.pages.councils.council_head import CouncilHead
from tdkt_desktop.ui.pages.councils.duties_pane import DutiesPane
from tdkt_desktop.ui.pages.councils.duty_board import DutyBoard
from tdkt_desktop.ui.pages.councils.meetings_pane import MeetingsPane
from tdkt_desktop.ui.pages.councils.members_pane import MembersPane
from tdkt_desktop.ui.pages.papers.stale_watch import StaleWatch
from tdkt_desktop.ui.widgets.banner import Banner
from tdkt_desktop.ui.widgets.empty_state import EmptyState
from tdkt_desktop.ui.widgets.front_stack import FrontStack
from tdkt_desktop.ui.widgets.segments import Segment, Segments

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

    from PySide6.QtGui import QResizeEvent

    from tdkt_desktop.services.council_views import CouncilView, DutyFacts, SeatFacts
    from tdkt_desktop.services.duty_ties import DutyTie
    from tdkt_desktop.services.left_behind import LeftBehind
    from tdkt_desktop.services.period import PlanPeriod
    from tdkt_desktop.ui.desk import Desk

Result = TypeVar("Result")
_VIEWS = ("members", "board", "meetings")
_CHOICES = frozenset({"person", "staff_group", "movement", "task"})
_NARROW = 60
"""Below this many text heights the duties stand under the members."""


class CouncilsPage(Page):
    """Shows one council at a time; everything typed is stored by itself."""

    KEY: ClassVar[str] = "councils"
    ICON: ClassVar[str] = "gavel"
    SHOWS: ClassVar[frozenset[str]] = frozenset(
        {"council", "council_member", "duty", "meeting", "person", "staff_group", "movement"}
    )
    _STALE: ClassVar[frozenset[str]] = frozenset({"paper", "task", "task_party", "school", "plan"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.year: int | None = None
        self.council: CouncilView | None = None
        self._choices: tuple[int, tuple[DutyTie, ...]] | None = None
        self._refreshed = False
        self.head = CouncilHead(desk.theme)
        self.banner = Banner(desk.theme)
        self.members = MembersPane(desk)
        self.duties = DutiesPane(desk)
        self.board = DutyBoard(desk)
        self.meetings = MeetingsPane(desk, self._store_meeting)
        self.acts = CouncilActs(desk, self)
        self.watch = StaleWatch(partial(left_behind, desk.context), self)
        self.views = Segments(
            _("Xem"),
            (
                Segment("members", _("Thành viên, nhiệm vụ"), "account-multiple-outline"),
                Segment("board", _("Bảng phân công"), "table-large"),
                Segment("meetings", _("Cuộc họp"), "calendar-month-outline"),
            ),
            desk.theme,
        )
        self.empty = EmptyState("", _("Lập hội đồng"))
        self._lay_out()
        self._connect()
        self._offer_papers()
        self.refresh()

    # --- making ---

    def _lay_out(self) -> None:
        self._split = QSplitter(Qt.Orientation.Horizontal)
        for pane in (self.members, self.duties):
            self._split.addWidget(pane)
        self._split.setStretchFactor(0, 6)
        self._split.setStretchFactor(1, 5)
        self._split.setHandleWidth(12)
        self._split.setProperty("gap", True)
        self._split.setChildrenCollapsible(False)
        self._stack = FrontStack()
        for part in (self._split, self.board, self.meetings):
            self._stack.addWidget(part)
        self.views.set_value("members")
        self._whole = FrontStack()
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.views)
        column.addWidget(self._stack, 1)
        self._whole.addWidget(shown)
        self._whole.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 10, 20, 14)
        layout.setSpacing(10)
        layout.addWidget(self.head)
        layout.addWidget(self.banner)
        layout.addWidget(self._whole, 1)

    def _connect(self) -> None:
        acts = self.acts
        self.head.chosen.connect(self.show_council)
        self.head.wanted.connect(self._wanted)
        self.views.chosen.connect(self.show_view)
        self.members.edited.connect(self._store_seats)
        self.members.chosen.connect(self.duties.show_seat)
        self.members.by_rank_asked.connect(self._put_by_rank)
        self.duties.edited.connect(self._store_duties)
        self.duties.library_asked.connect(self._choose_from_library)
        for pane in (self.members, self.duties):
            pane.refused.connect(self._tell_refusal)
            pane.sheet_asked.connect(lambda person: acts.paper_of(About.PERSON, "", person))
        self.board.member_asked.connect(self.show_member)
        self.board.usual_asked.connect(self._give_usual)
        self.board.notice_asked.connect(lambda: self._wanted("paper:tb-phan-cong-nhiem-vu"))
        self.meetings.added.connect(self._add_meeting)
        self.meetings.removing.connect(self._remove_meetings)
        self.meetings.paper_asked.connect(
            lambda kind, meeting: acts.paper_of(About.MEETING, kind, meeting)
        )
        self.empty.act.connect(lambda: self._wanted("new"))
        self.watch.found.connect(self._show_stale)
        acts.changed.connect(self.refresh)
        acts.made.connect(self._arrived)

    def _offer_papers(self) -> None:
        kinds = self._desk.context.papers.kinds()
        self.head.offer([kind for kind in kinds if kind.about is About.COUNCIL])
        self.meetings.offer([kind for kind in kinds if kind.about is About.MEETING])

    # --- what the window asks ---

    def title(self) -> str:
        return _("Hội đồng")

    @property
    def period(self) -> PlanPeriod:
        """The year that is shown, in the school's way of counting."""
        years = self._desk.context.years
        if self.year is not None:
            return years.period(self.year)
        return years.current(self._desk.today())

    def refresh(self) -> None:
        self._refreshed = True
        context, period = self._desk.context, self.period
        councils = context.councils.councils(period.year)
        wanted = self.council.id if self.council else None
        usual = next(
            (one for kind in CouncilKind for one in councils if one.facts.kind is kind), None
        )
        self.council = next((one for one in councils if one.id == wanted), usual)
        self.head.show_councils(councils, self.council, period.name)
        self._whole.setCurrentIndex(0 if self.council else 1)
        if self.council is None:
            self._show_nothing(period)
            return
        ties = self._read_choices(period.year)
        self.members.show_council(self.council, context.councils.warnings(self.council.id))
        self.board.show_council(self.council, ties)
        self.meetings.show_meetings(self.council, context.councils.meetings(self.council.id))
        self.watch.look(period.year)

    def _read_choices(self, year: int) -> tuple[DutyTie, ...]:
        """Return what duties can be tied to; people and ties are read when they have changed."""
        if self._choices is None or self._choices[0] != year:
            context = self._desk.context
            self._choices = (year, duty_ties(context, year, self._desk.today()))
            self.members.set_people(context.people.rows())
            self.duties.set_ties(self._choices[1])
        return self._choices[1]

    def _show_nothing(self, period: PlanPeriod) -> None:
        self.banner.hide()
        told = _("Chưa có hội đồng nào của {year}. Có thể lấy lại hội đồng của năm trước.")
        self.empty.show_text(told.format(year=period.name))

    def show_year(self, year: int | None) -> None:
        if year != self.year:
            self.flush()
            self.year, self.council = year, None
            self.members.forget()
            self.refresh()

    def show_place(self, place: Place) -> None:
        record = place.record
        if record is None:
            return
        if place.part == "meeting":
            meeting = self._tried(lambda: self._desk.context.councils.meeting(record))
            if meeting is not None:
                self.show_council(meeting.council_id)
                self.show_view("meetings")
                self.meetings.select(record)
        elif place.part == "member":
            self.show_member(record)
        else:
            self.show_council(record)

    def on_changed(self, touched: AbstractSet[str]) -> None:
        if touched & _CHOICES:
            self._choices = None
        # A page that is not in front reads everything anew when it is entered.
        if not self.isVisible():
            return
        super().on_changed(touched)
        if touched & self._STALE and self.council is not None:
            self.watch.look(self.council.year)

    def entered(self) -> None:
        self.refresh()
        if self.council is not None and self.views.value() == "members":
            self.members.grid.setFocus()

    def flush(self) -> None:
        self.meetings.form.flush()

    def shut_down(self) -> None:
        self.flush()
        self.watch.stop()

    # --- what is looked at ---

    def show_council(self, council_id: int) -> None:
        """Show a council, and its year where that is another one."""
        self.flush()
        council = self._tried(lambda: self._desk.context.councils.council(council_id))
        if council is None:
            return
        if self.council is None or council.id != self.council.id:
            self.members.forget()
        if council.year != self.period.year:
            self.year = council.year
        self.council = council
        self.refresh()

    def show_view(self, view: str) -> None:
        """Bring the members, the table of duties or the meetings to the front."""
        self.flush()
        self.views.set_value(view)
        self._stack.setCurrentIndex(_VIEWS.index(view))
        front = {"members": self.members.grid, "board": self.board.grid}
        front.get(view, self.meetings.list).setFocus()

    def show_member(self, seat_id: int) -> None:
        """Go to a member, in whichever council of the store he or she sits."""
        councils = self._desk.context.councils.councils()
        home = [one.id for one in councils if any(seat.id == seat_id for seat in one.seats)]
        if home:
            if self.council is None or self.council.id != home[0]:
                self.show_council(home[0])
            self.show_view("members")
            self.members.select(seat_id)

    # --- changes ---

    def _store_seats(self, seats: tuple[SeatFacts, ...]) -> None:
        if self.council is not None:
            council_id, councils = self.council.id, self._desk.context.councils
            gone = {one.id for one in self.council.seats} - {one.id for one in seats}
            names = [one.name for one in self.council.seats if one.id in gone]
            self._kept(lambda: councils.set_seats(council_id, seats))
            if names:
                self._note_removed(", ".join(names))

    def _note_removed(self, names: str) -> None:
        told = _("Đã bỏ {names} khỏi danh sách.").format(names=names)
        self._desk.feedback.note(told, _("Hoàn tác"), self._undo)

    def _undo(self) -> None:
        self._kept(self._desk.context.history.undo)

    def _store_duties(self, seat_id: int, duties: tuple[DutyFacts, ...]) -> None:
        councils = self._desk.context.councils
        self._kept(lambda: councils.set_duties(seat_id, duties))

    def _put_by_rank(self) -> None:
        if self.council is not None:
            self._store_seats(by_rank(self.council.seats))

    def _give_usual(self) -> None:
        if self.council is not None:
            council_id, councils = self.council.id, self._desk.context.councils
            before = sum(not seat.duties for seat in self.council.members)
            self._kept(lambda: councils.give_usual_duties(council_id))
            after = sum(not seat.duties for seat in self.council.members)
            told = _("Đã giao nhiệm vụ thường lệ cho {n} người.").format(n=before - after)
            self._desk.feedback.note(told, _("Hoàn tác"), self._undo)

    def _choose_from_library(self) -> None:
        seat = self.duties.seat
        if seat is not None and self.council is not None:
            self.duties.add(self.acts.from_library(seat, self.council.facts.kind))

    def _store_meeting(self, meeting_id: int, facts: MeetingFacts) -> None:
        councils = self._desk.context.councils
        self._kept(lambda: councils.save_meeting(meeting_id, facts))

    def _add_meeting(self) -> None:
        if self.council is not None:
            council_id, councils = self.council.id, self._desk.context.councils
            self.flush()
            facts = MeetingFacts(_("Cuộc họp mới"), self._desk.today())
            made = self._kept(lambda: councils.add_meeting(council_id, facts))
            if made is not None:
                self.meetings.select(made, naming=True)

    def _remove_meetings(self, ids: list[int]) -> None:
        self.flush()
        councils = self._desk.context.councils

        def remove() -> None:
            with self._desk.context.store.transaction(_("Xoá cuộc họp")):
                for meeting_id in ids:
                    councils.throw_meeting_away(meeting_id)

        self._kept(remove)
        told = _("Đã xoá {n} cuộc họp.").format(n=len(ids))
        self._desk.feedback.note(told, _("Hoàn tác"), self._undo)

    # --- acts ---

    def _wanted(self, key: str) -> None:
        self.flush()
        acts, council, period = self.acts, self.council, self.period
        if key.startswith("paper:") and council is not None:
            acts.paper_of(About.COUNCIL, key.removeprefix("paper:"), council.id)
        elif key == "new":
            acts.new(period)
        elif key == "bin":
            acts.show_bin()
        elif key == "sheets":
            acts.sheets(period)
        elif key == "edit" and council is not None:
            acts.edit(council)
        elif key == "remove" and council is not None:
            acts.throw_away(council)

    def _arrived(self, council_id: int) -> None:
        self.members.forget()
        self.show_council(council_id)
        self.show_view("members")

    # --- what is out of date ---

    def _show_stale(self, stale: LeftBehind) -> None:
        if not stale or self.council is None:
            self.banner.hide()
            return
        told = _("{n} văn bản của năm không còn khớp với hội đồng, phân công hoặc công việc.")
        self.banner.tell(
            told.format(n=len(stale)), _("Xem và soạn lại"), lambda: self.acts.show_stale(stale)
        )

    # --- inside ---

    def _kept(self, act: Callable[[], Result]) -> Result | None:
        """Do something to the store and show how it stands afterwards."""
        self._refreshed = False
        result = self._tried(act)
        # In the window the announced change has had the page read anew already.
        if not self._refreshed:
            self.refresh()
        return result

    def _tried(self, act: Callable[[], Result]) -> Result | None:
        try:
            return act()
        except UserError as error:
            self._desk.feedback.error(error, self)
            return None

    def _tell_refusal(self, error: UserError) -> None:
        self._desk.feedback.note(f"{error.message} {error.hint}".strip())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self.fontMetrics().height() * _NARROW
        sides = Qt.Orientation
        self._split.setOrientation(sides.Vertical if narrow else sides.Horizontal)
