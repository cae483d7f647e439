"""The page of initiatives: list, scoring and ledger, and the card of one over them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tdkt_desktop.i18n import _
from tdkt_desktop.services.files import FileKind
from tdkt_desktop.ui.page import Page
from tdkt_desktop.ui.page_keys import claims_new
from tdkt_desktop.ui.pages.initiatives.acts import InitiativeActs
from tdkt_desktop.ui.pages.initiatives.card_view import CardDesk
from tdkt_desktop.ui.pages.initiatives.head import LEDGER, SCORING, WORKS, InitiativesHead
from tdkt_desktop.ui.pages.initiatives.ledger_view import LedgerView
from tdkt_desktop.ui.pages.initiatives.papers import InitiativePaperActs
from tdkt_desktop.ui.pages.initiatives.round_acts import RoundActs
from tdkt_desktop.ui.pages.initiatives.scoring_view import ScoringView
from tdkt_desktop.ui.pages.initiatives.works_list import WorksList
from tdkt_desktop.ui.widgets.front_stack import FrontStack

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from tdkt_desktop.errors import UserError
    from tdkt_desktop.services.initiative_views import InitiativeRow, LedgerLine
    from tdkt_desktop.services.scoring_views import RoundView, ScoreOutcome
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.page import Place

_COMPACT_BELOW: Final = 50
_VIEWS: Final = (WORKS, SCORING, LEDGER)


class InitiativesPage(Page):
    """Lists initiatives and opens their cards; scoring and ledger stand beside the list."""

    KEY: ClassVar[str] = "initiatives"
    ICON: ClassVar[str] = "lightbulb-on-outline"
    SHOWS: ClassVar[frozenset[str]] = frozenset(
        {"initiative", "initiative_author", "initiative_part", "initiative_file", "person",
         "scoring_round", "round_entry", "score_sheet", "meeting", "setting"}
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._year: int | None = None
        self.head = InitiativesHead(desk.theme)
        self.list, self.scoring, self.ledger = WorksList(desk), ScoringView(desk), LedgerView(desk)
        self.acts = InitiativeActs(desk, self)
        self.round_acts = RoundActs(desk, self, self.acts)
        self.papers = InitiativePaperActs(desk, self)
        self.card = CardDesk(desk, self.acts, self.papers)
        self._views, self._stack = FrontStack(), FrontStack()
        for view in (self.list, self.scoring, self.ledger):
            self._views.addWidget(view)
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(20, 10, 20, 14)
        layout.setSpacing(10)
        layout.addWidget(self.head)
        layout.addWidget(self._views, 1)
        self._stack.addWidget(column)
        self._stack.addWidget(self.card)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self._connect()
        self.refresh()

    # --- what every page is ---

    def title(self) -> str:
        return _("Sáng kiến")

    def refresh(self) -> None:
        """Read what is in front; the rest is read when it comes to the front."""
        if self.card.initiative_id is not None:
            if not self.card.reload():
                self.show_list()
            return
        shown = self._views.currentWidget()
        if shown is self.list:
            self._show_works()
        elif shown is self.scoring:
            self._show_rounds()
        else:
            self.ledger.show_lines(self._desk.context.initiatives.ledger())

    def show_year(self, year: int | None) -> None:
        if year != self._year:
            self._year = year
            self.refresh()
            self._show_works()

    def show_place(self, place: Place) -> None:
        if place.part == "round" and place.record is not None:
            self.show_round(place.record)
        elif place.record is not None:
            self.open_card(place.record)
        elif place.part in _VIEWS:
            self.show_view(place.part)

    def flush(self) -> None:
        self.card.flush()

    def shut_down(self) -> None:
        self.card.shut_down()
        self.list.keep_layout()

    # --- what is in front ---

    def open_card(self, initiative_id: int) -> None:
        """Show one initiative."""
        self.card.flush()
        if self.card.open(initiative_id):
            self._stack.setCurrentWidget(self.card)

    def show_list(self) -> None:
        """Go back to what the card was opened from."""
        self.card.flush()
        before = self.card.initiative_id
        self.card.forget()
        self._stack.setCurrentIndex(0)
        self.refresh()
        if before is not None and self._views.currentWidget() is self.list:
            self.list.select(before)
            self.list.view.setFocus()

    def show_view(self, view: str) -> None:
        """Show the list, the scoring or the ledger."""
        if self.card.initiative_id is not None:
            self.show_list()
        self.head.show_view(view)
        self._views.setCurrentIndex(_VIEWS.index(view))
        self.refresh()

    def show_round(self, round_id: int) -> None:
        """Show a round of scoring."""
        self.show_view(SCORING)
        self.scoring.choose(round_id)

    def _show_works(self) -> None:
        works, year = self._desk.context.initiatives, self._label()
        rows = works.rows(year or None)
        self.head.show_count(len(rows), year)
        self.list.show_rows(rows, works.awards_known)

    def _show_rounds(self) -> None:
        rounds = self._desk.context.scoring.rounds(self._label() or None)
        councils = self._desk.context.councils.councils()
        self.scoring.show_rounds(rounds, {one.id: one.facts.kind for one in councils})

    # --- wiring ---

    def _connect(self) -> None:
        self.head.wanted.connect(self._of_page)
        self.head.turned.connect(self.show_view)
        self.list.acted.connect(self._of_rows)
        self.list.opened.connect(self.open_card)
        self.acts.arrived.connect(self.open_card)
        self.card.back.connect(self.show_list)
        self.card.round_wanted.connect(self.show_round)
        self.card.other_wanted.connect(self.open_card)
        self.card.saved.connect(self.saved)
        self.scoring.acted.connect(self._of_round)
        pane = self.scoring.pane
        pane.given.connect(self.round_acts.give)
        pane.remarked.connect(self.round_acts.remark)
        pane.concluded.connect(self._conclude)
        pane.refused.connect(self._refused)
        self.card.refused.connect(self._refused)
        self.round_acts.opened.connect(self.show_round)
        self.round_acts.place_wanted.connect(self.place_wanted)
        self.ledger.opened.connect(self.open_card)
        self.ledger.releasing.connect(self._release)
        self.ledger.empty.act.connect(lambda: self.show_view(WORKS))

    def _of_page(self, key: str) -> None:
        ways: dict[str, Callable[[], object]] = {
            "new": lambda: self.acts.add(self._running()),
            "criteria": self.acts.edit_criteria,
            "bin": self.acts.show_bin,
        }
        ways[key]()

    def _of_rows(self, key: str) -> None:
        if key == "new":
            self._of_page(key)
            return
        rows = self.list.selected()
        if not rows:
            return
        acts = self.acts
        ways: dict[str, Callable[[Sequence[InitiativeRow]], object]] = {
            "open": lambda found: self.open_card(found[0].id),
            "submit": acts.submit,
            "take_back": acts.take_back,
            "round": self.round_acts.put_in,
            "recognise": acts.recognise,
            "reach": acts.confirm_reach,
            "refuse": acts.refuse,
            "use": lambda found: acts.use(found, found[0].year),
            "decision": lambda found: self.papers.decision(found, FileKind.WORD),
            "remove": acts.throw_away,
        }
        ways[key](rows)

    def _of_round(self, key: str) -> None:
        if key == "open":
            self.round_acts.open(self._running())
            return
        if key == "criteria":
            self.acts.edit_criteria()
            return
        view, entry = self.scoring.current, self.scoring.entry
        if view is None:
            return
        acts, papers = self.round_acts, self.papers
        ways: dict[str, Callable[[RoundView], object]] = {
            "close": acts.close,
            "correct": acts.correct,
            "edit": acts.edit,
            "remove": acts.remove,
            "recognise": lambda one: self.acts.recognise([e.initiative for e in one.passed()]),
            "sheets-word": lambda one: papers.sheets(one, FileKind.WORD),
            "sheets-pdf": lambda one: papers.sheets(one, FileKind.PDF),
            "minutes-word": lambda one: papers.minutes(one, FileKind.WORD),
            "minutes-pdf": lambda one: papers.minutes(one, FileKind.PDF),
        }
        if key == "take" and entry is not None:
            acts.take(entry)
        elif key in ways:
            ways[key](view)

    def _conclude(self, entry_id: int, outcome: ScoreOutcome, words: str) -> None:
        if not self.round_acts.conclude(entry_id, outcome, words):
            self._show_rounds()

    def _release(self, lines: list[LedgerLine]) -> None:
        release = self._desk.context.initiatives.release
        for line in lines:
            told = _("Đã bỏ ghi: {title}.").format(title=line.title)
            act = partial(release, line.initiative_id, line.award, line.award_year)
            self.acts.undoable(act, told)

    def _refused(self, error: UserError) -> None:
        self._desk.feedback.error(error, self)

    # --- years ---

    def _label(self) -> str:
        """Return the chosen year as records are kept by; empty for all years."""
        if self._year is None:
            return ""
        period = self._desk.context.years.period(self._year)
        return str(period.school_year or period.year)

    def _running(self) -> str:
        period = self._desk.context.years.current(self._desk.today())
        return self._label() or str(period.school_year or period.year)

    # --- keys and sizes ---

    def event(self, event: QEvent) -> bool:
        """Take Ctrl+N before the window's own command does."""
        return claims_new(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.New):
            self._of_page("new")
        elif event.key() == Qt.Key.Key_Escape and self.card.initiative_id is not None:
            self.show_list()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self.fontMetrics().height() * _COMPACT_BELOW
        self.head.set_compact(compact=narrow)
