"""What can be done with councils beyond their grids: made, removed, put on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.council_views import CouncilFacts
from tdkt_desktop.ui.acts import Acts
from tdkt_desktop.ui.page import Place
from tdkt_desktop.ui.tables.columns_model import TextColumn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tdkt_desktop.services.council_views import (
        CouncilKind,
        CouncilView,
        DutyFacts,
        SeatFacts,
    )
    from tdkt_desktop.services.left_behind import LeftBehind
    from tdkt_desktop.services.paper_views import About
    from tdkt_desktop.services.period import PlanPeriod
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.pages.councils.page import CouncilsPage


class CouncilActs(Acts):
    """`changed` comes after an act on the store, `made` with the id of a new council."""

    changed = Signal()
    made = Signal(int)

    def __init__(self, desk: Desk, page: CouncilsPage) -> None:
        super().__init__(desk, page)
        self._page = page

    # --- the council itself ---

    def new(self, period: PlanPeriod) -> None:
        """Ask what the new council is and whom it takes over, and make it."""
        from tdkt_desktop.ui.pages.councils.council_dialog import CouncilDialog

        councils = self._desk.context.councils
        earlier = [one for one in councils.councils() if one.year < period.year]
        facts = CouncilFacts(starts_on=period.first_day, ends_on=period.last_day)
        dialog = CouncilDialog(facts, self._desk.today(), self._page, earlier=earlier)
        if not self.accepted(dialog):
            return
        said, source = dialog.facts(), dialog.cloned()
        doubts: tuple[str, ...] = ()
        try:
            if source is None:
                made = councils.add(said, period)
            else:
                made, doubts = councils.clone(source, period, said)
        except UserError as error:
            self._desk.feedback.error(error, self._page)
            return
        self.made.emit(made)
        self._desk.feedback.note(_("Đã lập {name}.").format(name=said.name))
        if doubts:
            self._show_doubts(doubts)

    def edit(self, council: CouncilView) -> None:
        """Ask for the decision and the time of a council."""
        from tdkt_desktop.ui.pages.councils.council_dialog import CouncilDialog

        dialog = CouncilDialog(council.facts, self._desk.today(), self._page)
        if self.accepted(dialog):
            self._do(lambda: self._desk.context.councils.save(council.id, dialog.facts()))

    def throw_away(self, council: CouncilView) -> None:
        """Put a council into the bin; the note offers it back."""
        councils = self._desk.context.councils
        self._do(lambda: councils.throw_away(council.id))
        self._desk.feedback.note(
            _("Đã xoá {name}.").format(name=council.facts.name),
            _("Hoàn tác"),
            lambda: self._bring_back(council.id),
        )

    def _bring_back(self, council_id: int) -> None:
        self._do(lambda: self._desk.context.councils.bring_back(council_id))
        self.made.emit(council_id)

    def show_bin(self) -> None:
        """Show the councils that were thrown away."""
        from tdkt_desktop.ui.dialogs.record_bin import BinAccess, RecordBin, one_by_one

        councils = self._desk.context.councils
        access = BinAccess(
            lambda: councils.councils(in_bin=True),
            one_by_one(councils.bring_back),
            one_by_one(councils.remove_for_good),
            _("Thùng rác không có hội đồng nào."),
        )
        columns: tuple[TextColumn[CouncilView], ...] = (
            TextColumn(N_("Hội đồng"), lambda one: one.facts.name),
            TextColumn(N_("Năm"), lambda one: one.school_year or str(one.year), quiet=True),
            TextColumn(N_("Thành viên"), lambda one: str(len(one.members)), right=True),
        )
        self.accepted(RecordBin(self._desk, access, columns, self._page))
        self.changed.emit()

    # --- duties ---

    def from_library(self, seat: SeatFacts, kind: CouncilKind) -> tuple[DutyFacts, ...]:
        """Let a person choose usual duties for a member."""
        from tdkt_desktop.ui.pages.councils.library_dialog import LibraryDialog

        level = self._desk.context.school.profile().level.value
        dialog = LibraryDialog(seat, kind, level, self._page)
        return dialog.chosen() if self.accepted(dialog) else ()

    # --- on paper ---

    def paper_of(self, about: About, kind: str, record: int) -> None:
        """Go to the document of a council, a meeting or a person; it is drafted if need be."""
        papers = self._desk.context.papers
        chosen = kind or next((one.key for one in papers.kinds() if one.about is about), "")
        try:
            made, doubts, new = papers.draft_for(
                chosen, self._page.period, str(record), self._desk.today()
            )
        except UserError as error:
            self._desk.feedback.error(error, self._page)
            return
        self._page.place_wanted.emit(Place("papers", "paper", made))
        if new:
            told = _("Đã soạn bản nháp.")
            rest = _("Còn {n} chỗ cần xem.").format(n=len(doubts)) if doubts else ""
            self._desk.feedback.note(f"{told} {rest}".strip())

    def sheets(self, period: PlanPeriod) -> None:
        """Write the task sheets of all people into one file."""
        from tdkt_desktop.ui.pages.papers.sheet_export import SheetExport

        SheetExport(self._desk, self._page).ask(period)

    def show_stale(self, stale: LeftBehind) -> None:
        """Show the documents that the data has left behind."""
        from tdkt_desktop.ui.pages.papers.stale_dialog import StaleDialog

        dialog = StaleDialog(self._desk, stale, self._page)
        self.accepted(dialog)
        if dialog.renewed:
            told = _("Đã soạn lại {n} văn bản.").format(n=len(dialog.renewed))
            self._desk.feedback.note(told)
        self.changed.emit()
        if dialog.opened is not None:
            self._page.place_wanted.emit(dialog.opened)

    # --- inside ---

    def _show_doubts(self, doubts: Sequence[str]) -> None:
        from tdkt_desktop.ui.dialogs.doubts_dialog import DoubtsDialog

        title = _("Những chỗ cần xem ở hội đồng mới")
        self.accepted(DoubtsDialog(doubts, self._page, title=title))

    def _do(self, act: Callable[[], object]) -> None:
        try:
            act()
        except UserError as error:
            self._desk.feedback.error(error, self._page)
        self.changed.emit()
