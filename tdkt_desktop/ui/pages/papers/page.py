"""The page of the documents: the list, and the editor over it once one is opened."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QVBoxLayout

from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import _
from tdkt_desktop.services.files import FileKind
from tdkt_desktop.services.left_behind import LeftBehind, left_behind
from tdkt_desktop.ui.page import Page, Place
from tdkt_desktop.ui.pages.papers.paper_acts import PaperActs
from tdkt_desktop.ui.pages.papers.paper_lines import PLANS, lines_of
from tdkt_desktop.ui.pages.papers.paper_list import PaperList
from tdkt_desktop.ui.pages.papers.stale_watch import StaleWatch
from tdkt_desktop.ui.widgets.front_stack import FrontStack

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

    from tdkt_desktop.services.period import PlanPeriod
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.page import UndoSteps
    from tdkt_desktop.ui.pages.papers.paper_editor import PaperEditor
    from tdkt_desktop.ui.pages.papers.paper_lines import PaperLine


class PapersPage(Page):
    """Lists the documents of a year, or of all years, and opens them."""

    KEY: ClassVar[str] = "papers"
    ICON: ClassVar[str] = "folder-text-outline"
    SHOWS: ClassVar[frozenset[str]] = frozenset({"paper", "plan", "template"})
    _SOURCES: ClassVar[frozenset[str]] = frozenset(
        {"council", "council_member", "duty", "meeting", "person", "task", "movement", "school"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.year: int | None = None
        self._stale = LeftBehind()
        self._editor: PaperEditor | None = None
        self.list = PaperList(desk)
        self.acts = PaperActs(desk, self, self.flush)
        self.watch = StaleWatch(partial(left_behind, desk.context), self)
        self._stack = FrontStack()
        self._stack.addWidget(self.list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.list.offer(desk.context.papers.kinds())
        self._connect()
        self.refresh()

    # --- what the window asks ---

    def title(self) -> str:
        return _("Văn bản")

    @property
    def period(self) -> PlanPeriod:
        """The year that new documents are of."""
        years = self._desk.context.years
        if self.year is not None:
            return years.period(self.year)
        return years.current(self._desk.today())

    def refresh(self) -> None:
        self.list.show_lines(lines_of(self._desk.context, self.year, self._stale))
        self.watch.look(self.period.year)

    def show_year(self, year: int | None) -> None:
        if year != self.year:
            self.year = year
            self.refresh()

    def show_place(self, place: Place) -> None:
        if place.record is not None:
            self.open_paper(place.record)

    def undo_steps(self) -> UndoSteps | None:
        return self._editor.undo_focus if self.is_editing and self._editor else None

    def on_changed(self, touched: AbstractSet[str]) -> None:
        # A page that is not in front reads everything anew when it is entered.
        if not self.isVisible():
            return
        # While the editor is in front, every save would read the whole list for nobody.
        if not self.is_editing:
            super().on_changed(touched)
        if touched & self._SOURCES:
            self.watch.look(self.period.year)

    def entered(self) -> None:
        if self.is_editing:
            self.watch.look(self.period.year)
        else:
            self.refresh()
            self.list.view.setFocus()

    def flush(self) -> None:
        if self._editor is not None:
            self._editor.flush()

    def shut_down(self) -> None:
        self.list.keep_layout()
        self.watch.stop()
        if self._editor is not None:
            self._editor.shut_down()

    # --- the document in front ---

    @property
    def is_editing(self) -> bool:
        """Tell whether the editor is in front."""
        return self._editor is not None and self._stack.currentWidget() is self._editor

    @property
    def current_paper(self) -> int | None:
        """The document in the editor, or the one that is chosen in the list."""
        if self.is_editing and self._editor is not None:
            return self._editor.paper_id
        chosen = [line for line in self.list.selected() if not line.is_plan]
        return chosen[0].id if len(chosen) == 1 else None

    @property
    def editor(self) -> PaperEditor:
        """The editor; it is made when the first document is opened."""
        if self._editor is None:
            from tdkt_desktop.ui.pages.papers.paper_editor import PaperEditor

            self._editor = PaperEditor(self._desk)
            self._editor.wanted.connect(self._wanted_in_editor)
            self._editor.saved.connect(self.saved)
            self._editor.undo_changed.connect(self.undo_changed)
            self._stack.addWidget(self._editor)
        return self._editor

    def open_paper(self, paper_id: int) -> None:
        """Open a document in the editor."""
        self.flush()
        try:
            view = self._desk.context.papers.paper(paper_id)
        except UserError as error:
            self._desk.feedback.error(error, self)
            return
        self.editor.open_paper(view, stale=self._is_stale(paper_id))
        self._stack.setCurrentWidget(self.editor)
        self.editor.setFocus()
        self.undo_changed.emit()

    def show_list(self) -> None:
        """Go back to the list, where the document that was open is the chosen one."""
        before = self.current_paper
        self.flush()
        self._stack.setCurrentWidget(self.list)
        self.refresh()
        if before is not None:
            self.list.select(before)
        self.list.view.setFocus()
        self.undo_changed.emit()

    def can_print(self) -> bool:
        return self.current_paper is not None

    def export_current(self, kind: FileKind) -> None:
        if self.current_paper is not None:
            self.acts.export(self.current_paper, kind)

    def print_current(self) -> None:
        if self.current_paper is not None:
            self.acts.print(self.current_paper)

    def new_paper(self) -> None:
        """Ask which document is wanted, and draft it."""
        self.acts.new(self.period)

    # --- wiring ---

    def _connect(self) -> None:
        self.list.acted.connect(self._act)
        self.list.wanted.connect(self._wanted)
        self.list.new_wanted.connect(
            lambda kind: self.acts.new(self.period, "" if kind == PLANS else kind)
        )
        self.acts.changed.connect(self._changed)
        self.acts.opening.connect(self.open_paper)
        self.watch.found.connect(self._show_stale)

    def _wanted(self, key: str) -> None:
        ways = {"register": self.acts.show_register, "bin": self.acts.show_bin}
        ways[key]()

    def _act(self, key: str, lines: list[PaperLine]) -> None:
        first = lines[0]
        if first.is_plan and len(lines) == 1:
            self._act_on_plan(key, first.id)
            return
        acts, ids = self.acts, [line.id for line in lines]
        ways: dict[str, Callable[[], object]] = {
            "open": lambda: self.open_paper(first.id),
            "word": lambda: acts.export(first.id, FileKind.WORD),
            "pdf": lambda: acts.export(first.id, FileKind.PDF),
            "print": lambda: acts.print(first.id),
            "issue": lambda: acts.issue(first.id),
            "renew": lambda: acts.renew(first.id),
            "duplicate": lambda: acts.duplicate(first.id),
            "together": lambda: acts.together(ids),
            "folder": lambda: acts.into_folder(ids),
            "remove": lambda: acts.throw_away(ids),
        }
        ways[key]()

    def _act_on_plan(self, key: str, plan_id: int) -> None:
        """Do with a plan what needs no editor here; its own page has the rest."""
        if key in ("word", "pdf", "print"):
            document = self._desk.context.plans.plan(plan_id).document
            if key == "print":
                self.acts.printing.print(document)
            else:
                kind = FileKind.WORD if key == "word" else FileKind.PDF
                self.acts.exporter.export(document, kind)
        else:
            self.place_wanted.emit(Place("plans", record=plan_id))

    def _wanted_in_editor(self, key: str) -> None:
        paper_id = self.editor.paper_id
        if key == "back" or paper_id is None:
            self.show_list()
            return
        acts = self.acts
        ways: dict[str, Callable[[], object]] = {
            "renew": lambda: acts.renew(paper_id),
            "print": lambda: acts.print(paper_id),
            "word": lambda: acts.export(paper_id, FileKind.WORD),
            "pdf": lambda: acts.export(paper_id, FileKind.PDF),
            "issue": lambda: acts.issue(paper_id),
            "duplicate": lambda: acts.duplicate(paper_id),
        }
        ways[key]()

    def _changed(self) -> None:
        """Show what an act has changed, in the list and in the open editor."""
        self.refresh()
        if not self.is_editing or self._editor is None or self._editor.paper_id is None:
            return
        paper_id = self._editor.paper_id
        there = {paper.id for paper in self._desk.context.papers.papers()}
        if paper_id in there:
            self.open_paper(paper_id)
        else:
            self._editor.forget()
            self.show_list()

    def _is_stale(self, paper_id: int | None) -> bool:
        return paper_id in {paper.id for paper in self._stale.papers}

    def _show_stale(self, stale: LeftBehind) -> None:
        if stale == self._stale:
            return
        self._stale = stale
        if self.is_editing and self._editor is not None:
            self._editor.tell_stale(stale=self._is_stale(self._editor.paper_id))
        else:
            self.list.show_lines(lines_of(self._desk.context, self.year, stale))
