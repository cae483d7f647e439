"""Dossiers: the year's at the left, one in full at the right, from the vote to the decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from tdkt_desktop.i18n import _
from tdkt_desktop.services.dossier_papers import CHECK_SHEET, COMMENDATION, PAYMENT
from tdkt_desktop.ui.page import Place
from tdkt_desktop.ui.pages.awards.dossier.acts import DossierActs
from tdkt_desktop.ui.pages.awards.dossier.news import DossierNews, read_news
from tdkt_desktop.ui.pages.awards.dossier.pane import FINDINGS, NOMINEES, PAPERS, DossierPane
from tdkt_desktop.ui.pages.awards.dossier.words import deadline_words, state_look
from tdkt_desktop.ui.pages.awards.part import AwardsPart
from tdkt_desktop.ui.widgets.empty_state import EmptyState
from tdkt_desktop.ui.widgets.icon_button import IconButton
from tdkt_desktop.ui.widgets.line_list import LineItem, LineList

if TYPE_CHECKING:
    from collections.abc import Callable

    from tdkt_desktop.services.dossier_checks import DossierFinding
    from tdkt_desktop.services.dossier_views import DossierView
    from tdkt_desktop.ui.desk import Desk

_LIST, _PANE = 280, 900


class DossierPart(AwardsPart):
    """What goes up and what comes back."""

    KEY: ClassVar[str] = "dossier"
    SHOWS: ClassVar[frozenset[str]] = frozenset(
        {"dossier", "dossier_entry", "dossier_slot", "paper", "nomination", "vote_round"}
        | {"award_record", "rating", "initiative", "person", "staff_group", "law_rule_edit"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.news: DossierNews | None = None
        self.dossier_id: int | None = None
        self._views: tuple[DossierView, ...] = ()
        self.begin = IconButton(desk.theme, _("Lập hồ sơ…"), "plus")
        self.list = LineList(desk.theme, _("Các hồ sơ"), keeps_choice=True)
        self.pane = DossierPane(desk)
        self.empty = EmptyState(
            _(
                "Năm này chưa có hồ sơ đề nghị nào. Hồ sơ lập từ những trường hợp Hội đồng đã"
                " thông qua ở bước Họp xét."
            ),
            _("Lập hồ sơ…"),
        )
        self.acts = DossierActs(desk, self)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def head_widgets(self) -> tuple[QWidget, ...]:
        return (self.begin,)

    def refresh(self) -> None:
        self._views = self.desk.context.dossiers.dossiers(self.year) if self.year else ()
        ids = [view.id for view in self._views]
        if self.dossier_id not in ids:
            self.dossier_id = ids[-1] if ids else None
        self.list.show_lines([self._line(view) for view in self._views])
        self.list.mark(self.dossier_id)
        self._stack.setCurrentIndex(0 if ids else 1)
        self._read()

    def show_record(self, record: int) -> None:
        self.dossier_id = record
        self.refresh()

    # --- what is shown ---

    @property
    def view(self) -> DossierView | None:
        """The dossier in front."""
        return self.news.view if self.news else None

    def _line(self, view: DossierView) -> LineItem:
        left, ink = deadline_words(view, self.desk.today())
        return LineItem(
            view.form.name, state_look(view), "", left=left, tone=ink or "text2", target=view.id
        )

    def _read(self) -> None:
        wanted = self.dossier_id
        if wanted is None:
            self.news = None
            return
        context, today = self.desk.context, self.desk.today()
        self.desk.tasks.run(
            self,
            lambda _progress: read_news(context, wanted, today),
            self._show_news,
            lambda error: self.desk.feedback.error(error, self),
            _("Đang mở hồ sơ…"),
        )

    def _show_news(self, news: DossierNews) -> None:
        if news.view.id != self.dossier_id:
            return
        self.news = news
        self.pane.show_news(news)
        if self.pane.tab == FINDINGS:
            self._check()

    def _check(self) -> None:
        view = self.view
        if view is None:
            return
        checks, today = self.desk.context.dossier_checks, self.desk.today()
        self.desk.tasks.run(
            self,
            lambda _progress: (view.id, checks.check(view, today)),
            self._show_findings,
            lambda error: self.desk.feedback.error(error, self),
            _("Đang kiểm tra hồ sơ…"),
        )

    def _show_findings(self, found: tuple[int, tuple[DossierFinding, ...]]) -> None:
        if found[0] == self.dossier_id:
            self.pane.show_findings(found[1])

    # --- acts ---

    def _begin(self) -> None:
        made = self.acts.make(self.year)
        if made is not None:
            self.dossier_id = made
            self.refresh()

    def _choose(self, dossier_id: object) -> None:
        if isinstance(dossier_id, int):
            self.dossier_id = dossier_id
            self.list.mark(dossier_id)
            self._read()

    def _turned(self, tab: str) -> None:
        if tab == FINDINGS:
            self._check()

    def _act(self, key: str) -> None:
        view = self.view
        if view is None:
            return
        acts = self.acts
        on_dossier = {
            "complete": acts.complete,
            "send": acts.send,
            "decide": acts.decide,
            "resume": acts.go_on,
            "reopen": acts.go_on,
            "return": acts.give_back,
            "refuse": acts.refuse,
            "export": acts.export,
            "edit": acts.edit,
            "remove": acts.remove,
            "write-all": acts.write_all,
            "add-missing": acts.add_missing,
        }
        if key in on_dossier:
            on_dossier[key](view)
        else:
            self._act_on_lists(key, view)

    def _act_on_lists(self, key: str, view: DossierView) -> None:
        pane, acts = self.pane, self.acts
        slots = pane.slots.chosen()
        papers = {
            "check-sheet": CHECK_SHEET,
            "payment": PAYMENT,
            "commendation": COMMENDATION,
        }
        on_slots: dict[str, Callable[[], None]] = {
            "open": lambda: acts.open_slot(view, slots[0]),
            "attach": lambda: acts.attach(view, slots),
            "detach": lambda: acts.detach(view, slots),
            "waive": lambda: acts.waive(view, slots, waived=True),
            "need": lambda: acts.waive(view, slots, waived=False),
        }
        others: dict[str, Callable[[], None]] = {
            "take-out": lambda: acts.take_out(pane.entries.chosen()),
            "prize": lambda: acts.set_prize(pane.prizes.chosen()),
            "certificates": lambda: acts.print_certificates(view, pane.prizes.chosen()),
            "check": self._check,
            "person": self._open_person,
            "go": lambda: self._go(pane.chosen_finding()),
        }
        if key in papers and self.period is not None:
            acts.draft(view, papers[key], self.period)
        elif key in others:
            others[key]()
        elif key in on_slots and slots:
            on_slots[key]()

    def _open_person(self) -> None:
        for entry in self.pane.entries.chosen()[:1]:
            subject = entry.subject
            if subject.person_id is not None:
                self.place_wanted.emit(Place("people", "person", subject.person_id))
            else:
                self.place_wanted.emit(Place("people", "group", subject.group_id))

    def _go(self, finding: DossierFinding | None) -> None:
        """Go to the place of a finding: its paper, its slot, its nominee."""
        if finding is None:
            return
        if finding.paper_id is not None:
            self.place_wanted.emit(Place("papers", "paper", finding.paper_id))
        elif finding.slot:
            self.pane.turn_to(PAPERS)
            self._select_slot(finding)
        elif finding.entry_id is not None:
            self.pane.turn_to(NOMINEES)
            self._select_entry(finding.entry_id)
        elif self.view is not None:
            self.acts.edit(self.view)

    def _select_slot(self, finding: DossierFinding) -> None:
        model = self.pane.slots.rows_model
        for row in range(model.rowCount()):
            slot = model.item(row)
            if (slot.key, slot.entry_id) == (finding.slot, finding.entry_id):
                self.pane.slots.selectRow(row)

    def _select_entry(self, entry_id: int) -> None:
        model = self.pane.entries.rows_model
        for row in range(model.rowCount()):
            if model.item(row).id == entry_id:
                self.pane.entries.selectRow(row)

    # --- making ---

    def _lay_out(self) -> None:
        panel = QFrame()
        panel.setProperty("panel", True)
        inner = QVBoxLayout(panel)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self.list)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(panel)
        splitter.addWidget(self.pane)
        splitter.setSizes([_LIST, _PANE])
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        self._stack.addWidget(splitter)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _connect(self) -> None:
        self.begin.clicked.connect(self._begin)
        self.empty.act.connect(self._begin)
        self.list.chosen.connect(self._choose)
        self.pane.acted.connect(self._act)
        self.pane.turned.connect(self._turned)
        self.acts.place_wanted.connect(self.place_wanted)
