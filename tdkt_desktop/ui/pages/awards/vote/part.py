"""The council's meeting: who is put forward at the left, a round of voting at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.council_views import CouncilKind
from tdkt_desktop.ui.page import Place
from tdkt_desktop.ui.pages.awards.part import AwardsPart
from tdkt_desktop.ui.pages.awards.vote.acts import VoteActs
from tdkt_desktop.ui.pages.awards.vote.news import RoundNews, read_round
from tdkt_desktop.ui.pages.awards.vote.nominee_panel import NomineePanel
from tdkt_desktop.ui.pages.awards.vote.round_pane import RoundPane
from tdkt_desktop.ui.pages.awards.vote.rounds_panel import RoundsPanel
from tdkt_desktop.ui.widgets.empty_state import EmptyState
from tdkt_desktop.ui.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from tdkt_desktop.services.council_views import MeetingView
    from tdkt_desktop.services.nomination_views import NominationView
    from tdkt_desktop.services.vote_views import RoundView
    from tdkt_desktop.ui.desk import Desk

_LEFT, _RIGHT = 400, 780
_NARROW_LETTERS: Final = 118
_ROUND_PAPERS: Final = (
    ("phieu-bau", N_("Phiếu bầu")),
    ("bien-ban-kiem-phieu", N_("Biên bản kiểm phiếu")),
)
_MEETING_PAPERS: Final = (
    ("giay-moi-hop", N_("Giấy mời họp")),
    ("bien-ban-hop-xet", N_("Biên bản họp xét")),
    ("tb-cong-khai-ket-qua", N_("Thông báo công khai kết quả")),
)


class VotePart(AwardsPart):
    """In a narrow window only one side is shown, with a way to the other."""

    KEY: ClassVar[str] = "vote"
    SHOWS: ClassVar[frozenset[str]] = frozenset(
        {"nomination", "vote_round", "meeting", "council", "council_member", "relative", "person"}
        | {"staff_group", "setting"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.meeting_id: int | None = None
        self.round_id: int | None = None
        self.news: RoundNews | None = None
        self._rounds: tuple[RoundView, ...] = ()
        self._front = False
        self.acts = VoteActs(desk, self)
        self.nominees = NomineePanel(desk.theme)
        self.rounds = RoundsPanel(desk.theme)
        self.round = RoundPane(desk, self.acts)
        self.empty = EmptyState("", _("Mở vòng bầu"))
        self.paper = IconButton(desk.theme, _("Văn bản"), "file-document-outline")
        self._menu = QMenu(self)
        self.paper.setMenu(self._menu)
        self._left, self._right = QWidget(), QStackedWidget()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._connect()

    def head_widgets(self) -> tuple[QWidget, ...]:
        return (self.paper,)

    def refresh(self) -> None:
        if not self.year:
            return
        if self.acts.is_counting:
            self._show_round()
            return
        nominations = self.desk.context.nominations.nominations(self.year)
        if nominations != self.nominees.nominations:
            self.nominees.show_nominations(nominations)
        self._show_meetings()
        self._show_rounds()

    def show_record(self, record: int) -> None:
        """Bring a nomination to the front, with the round that it was decided in."""
        found = [one for one in self.nominees.shown() if one.id == record]
        self.nominees.select(record)
        round_id = found[0].round_id if found else None
        if round_id is not None:
            self._choose_round(round_id)

    def flush(self) -> None:
        self.round.flush()

    # --- what is shown ---

    def _meetings(self) -> list[MeetingView]:
        """Return the meetings of the year's councils, the newest first."""
        if self.period is None:
            return []
        councils = self.desk.context.councils
        kind = CouncilKind.EMULATION
        found = [
            meeting
            for council in councils.councils(self.period.year, kind)
            for meeting in councils.meetings(council.id)
        ]
        found.sort(key=lambda one: (one.facts.held_on is None, one.facts.held_on, one.id))
        return found[::-1]

    def _show_meetings(self) -> None:
        meetings = self._meetings()
        ids = [one.id for one in meetings]
        if self.meeting_id not in ids:
            voted = {one.meeting_id for one in self.desk.context.votes.rounds(year=self.year)}
            self.meeting_id = next((one for one in ids if one in voted), next(iter(ids), None))
            self.round_id = None
        self.rounds.show_meetings(meetings, self.meeting_id)

    def _show_rounds(self) -> None:
        votes = self.desk.context.votes
        self._rounds = votes.rounds(self.meeting_id) if self.meeting_id is not None else ()
        ids = [one.id for one in self._rounds]
        if self.round_id not in ids:
            self.round_id = ids[-1] if ids else None
        self._show_round()

    def _show_round(self) -> None:
        self.acts.round_id = self.round_id
        self.news = self._read()
        if self.news is not None:
            self.round.show_round(self.news)
        self._right.setCurrentWidget(self.round if self.news is not None else self.empty)
        self._offer_round()
        self._fill_papers()
        self._share_room()

    def _read(self) -> RoundNews | None:
        if self.round_id is None:
            return None
        try:
            return read_round(self.desk.context, self.round_id, self.desk.today())
        except UserError as error:
            self.desk.feedback.error(error, self)
            return None

    def _offer_round(self) -> None:
        standing = len(self.nominees.for_round())
        self.rounds.show_rounds(self._rounds, self.round_id, standing)
        self.empty.button.setEnabled(self.rounds.begin.isEnabled())
        self.empty.button.setVisible(self.meeting_id is not None)
        self.empty.show_text(self._empty_words(standing))

    def _empty_words(self, standing: int) -> str:
        if self.meeting_id is None:
            return _(
                "Năm này chưa có cuộc họp của Hội đồng Thi đua - Khen thưởng. Bấm Hội đồng ở khung"
                " Cuộc họp để lập Hội đồng và cuộc họp."
            )
        if not standing:
            return _("Chưa có đề nghị nào chờ xét. Thêm đề nghị rồi mở vòng bầu.")
        return _("Cuộc họp chưa có vòng bầu. Vòng bầu xét các đề nghị đang hiện ở danh sách.")

    def _fill_papers(self) -> None:
        self._menu.clear()
        about_round = [] if self.news is None else list(_ROUND_PAPERS)
        for kind, words in (*_MEETING_PAPERS[:1], *about_round, *_MEETING_PAPERS[1:]):
            action = self._menu.addAction(_(words), partial(self._draft, kind))
            action.setEnabled(self.meeting_id is not None)
        self.paper.setEnabled(self.meeting_id is not None)

    # --- acts ---

    def _choose_meeting(self, meeting_id: int) -> None:
        self.round.flush()
        self.meeting_id, self.round_id = meeting_id, None
        self._show_rounds()

    def _choose_round(self, round_id: int) -> None:
        self.round.flush()
        meeting = self.desk.context.votes.round(round_id).meeting_id
        self.meeting_id, self.round_id = meeting, round_id
        self._front = True
        self._show_meetings()
        self._show_rounds()

    def _open_round(self) -> None:
        wanted = self.nominees.for_round()
        if self.meeting_id is not None and wanted:
            made = self.acts.open_round(self.meeting_id, wanted)
            if made is not None:
                self._choose_round(made)

    def _add_to_round(self, nomination_ids: list[int]) -> None:
        if self.news is not None and not self.news.is_closed:
            there = [one.nomination_id for one in self.news.view.nominees]
            more = [one for one in nomination_ids if one not in there]
            self.acts.set_nominees([*there, *more])

    def _draft(self, kind: str) -> None:
        """Draft a document and go to it."""
        self.round.flush()
        about = self.round_id if kind in dict(_ROUND_PAPERS) else self.meeting_id
        if self.period is None or about is None:
            return
        papers = self.desk.context.papers
        try:
            made, _doubts, _new = papers.draft_for(kind, self.period, str(about), self.desk.today())
        except UserError as error:
            self.desk.feedback.error(error, self)
            return
        self.place_wanted.emit(Place("papers", "paper", made))

    def _open_record(self, one: NominationView | None) -> None:
        subject = one.candidate.subject if one is not None and one.candidate else None
        if subject is not None and subject.person_id is not None:
            self.place_wanted.emit(Place("people", "person", subject.person_id))
        elif subject is not None:
            self.place_wanted.emit(Place("people", "group", subject.group_id))

    def _open_check(self, one: NominationView | None) -> None:
        if one is not None and one.candidate is not None:
            self.place_wanted.emit(Place("awards", "check", one.candidate.subject.person_id))

    def _open_council(self) -> None:
        part = "meeting" if self.meeting_id is not None else ""
        self.place_wanted.emit(Place("councils", part, self.meeting_id))

    def _back(self) -> None:
        self._front = False
        self._share_room()

    # --- arrangement ---

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.nominees, 1)
        column.addWidget(self.rounds)
        self._right.addWidget(self.round)
        self._right.addWidget(self.empty)
        self._splitter.addWidget(self._left)
        self._splitter.addWidget(self._right)
        self._splitter.setSizes([_LEFT, _RIGHT])
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(12)
        self._splitter.setProperty("gap", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)

    def _share_room(self) -> None:
        """Show both sides, or in a narrow window the one that is worked in."""
        narrow = self.width() < self._both_sides()
        only_round = narrow and self._front and self.news is not None
        self._left.setVisible(not only_round)
        self._right.setVisible(only_round or not narrow)
        self.round.to_list.setVisible(narrow)

    def _both_sides(self) -> int:
        """Return the width from which both sides can be worked in."""
        sides = (self._left.minimumSizeHint(), self.round.minimumSizeHint())
        needed = sum(side.width() for side in sides) + self._splitter.handleWidth()
        return max(needed, self.fontMetrics().averageCharWidth() * _NARROW_LETTERS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _connect(self) -> None:
        nominees, acts = self.nominees, self.acts
        acts.refused.connect(self.refresh)
        nominees.round_is_open = lambda: self.news is not None and not self.news.is_closed
        nominees.ordered.connect(acts.put_in_order)
        nominees.withdrawing.connect(acts.withdraw)
        nominees.restoring.connect(acts.propose_again)
        nominees.removing.connect(acts.remove)
        nominees.adding.connect(self._add_to_round)
        nominees.record_wanted.connect(self._open_record)
        nominees.check_wanted.connect(self._open_check)
        nominees.from_reviews.connect(lambda: acts.add_from_reviews(self.year))
        nominees.from_registrations.connect(lambda: acts.add_from_registrations(self.year))
        nominees.chosen_changed.connect(self._offer_round)
        self.rounds.meeting_chosen.connect(self._choose_meeting)
        self.rounds.round_chosen.connect(self._choose_round)
        self.rounds.opening.connect(self._open_round)
        self.rounds.council_wanted.connect(self._open_council)
        self.empty.act.connect(self._open_round)
        self.round.back.connect(self._back)
        self.round.corrected.connect(self._choose_round)
        self.round.settings_wanted.connect(
            lambda: self.place_wanted.emit(Place("settings", "vote-rules"))
        )
