"""The members of a council as a grid, with what the law says beneath."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from tdkt_desktop.i18n import _
from tdkt_desktop.services.council_views import SeatFacts
from tdkt_desktop.ui.editors.tool_button import tool_button
from tdkt_desktop.ui.pages.councils.member_columns import MemberColumns
from tdkt_desktop.ui.tables.edit_grid import EditGrid
from tdkt_desktop.ui.tables.edit_grid_model import EditGridModel
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.ui.widgets.notes_panel import Note, NotesPanel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.services.council_checks import CouncilWarning
    from tdkt_desktop.services.council_views import CouncilView
    from tdkt_desktop.services.people_views import PersonRow
    from tdkt_desktop.ui.desk import Desk


class MembersPane(QFrame):
    """Tells by `edited` the seats as they shall be, by `chosen` the seat that is looked at."""

    edited = Signal(object)
    refused = Signal(object)
    chosen = Signal(object)
    by_rank_asked = Signal()
    sheet_asked = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("panel", True)
        self._fresh = True
        self._columns = MemberColumns(desk.today)
        self.model: EditGridModel[SeatFacts] = EditGridModel(
            self._columns.columns(),
            lambda: SeatFacts(""),
            _("Gõ tên để thêm thành viên"),
            parent=self,
        )
        self.grid = EditGrid(desk.theme, self.model, desk.today, _("Thành viên Hội đồng"))
        self.notes = NotesPanel(desk.theme)
        self._count = text_label("", "hint")
        self._sheet = QAction(_("Phiếu giao việc…"), self)
        self._sheet.triggered.connect(self._ask_sheet)
        self.grid.extra_actions = lambda: [self._sheet]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(self._head(desk))
        layout.addWidget(self.grid, 1)
        layout.addWidget(self.notes)
        self.model.edited.connect(self._edit)
        self.model.refused.connect(self.refused)
        self.grid.row_changed.connect(lambda _row: self._choose())

    def _head(self, desk: Desk) -> QHBoxLayout:
        theme, grid = desk.theme, self.grid
        row = QHBoxLayout()
        row.setContentsMargins(14, 5, 6, 5)
        row.setSpacing(4)
        row.addWidget(text_label(_("Thành viên"), "section"))
        row.addWidget(self._count)
        row.addStretch(1)
        for icon, words, act in (
            ("plus", _("Thêm thành viên"), grid.begin_new),
            ("arrow-up", _("Chuyển lên (Alt+↑)"), lambda: grid.move_rows(-1)),
            ("arrow-down", _("Chuyển xuống (Alt+↓)"), lambda: grid.move_rows(1)),
            ("format-list-numbered", _("Xếp theo vai trò"), self.by_rank_asked.emit),
            ("trash-can-outline", _("Xoá thành viên (Ctrl+-)"), grid.remove_rows),
        ):
            row.addWidget(tool_button(theme, icon, words, act))
        return row

    # --- what is shown ---

    def set_people(self, people: Sequence[PersonRow]) -> None:
        """Say who may be chosen."""
        self._columns.set_people(people)

    def show_council(self, council: CouncilView, warnings: Sequence[CouncilWarning]) -> None:
        """Show the seats of a council; a row that has no name yet stays below them."""
        self._columns.set_kind(council.facts.kind)
        begun = [seat for seat in self.model.items if not seat.name]
        self.model.show((*council.seats, *begun))
        count = len(council.members)
        self._count.setText(_("{n} người").format(n=count) if count else "")
        self.notes.show_notes([Note(one.text, one.basis, one.verified) for one in warnings])
        if self._fresh and council.seats:
            self._fresh = False
            self.grid.go(0)
        self._choose()

    def forget(self) -> None:
        """Let go of what was begun; another council is coming."""
        self.model.show(())
        self._fresh = True

    def select(self, seat_id: int) -> None:
        """Go to a seat."""
        ids = [seat.id for seat in self.model.items]
        if seat_id in ids:
            self.grid.go(ids.index(seat_id))

    @property
    def current(self) -> SeatFacts | None:
        """The seat that is looked at."""
        return self.model.item(self.grid.row)

    # --- acts ---

    def _edit(self, seats: tuple[SeatFacts, ...]) -> None:
        """Tell of the seats that have a name; one without is shown until it has one."""
        named = tuple(seat for seat in seats if seat.name)
        before = tuple(seat for seat in self.model.items if seat.name)
        self.model.show(seats)
        if named != before:
            self.edited.emit(named)

    def _choose(self) -> None:
        seat = self.current
        self._sheet.setEnabled(seat is not None and seat.person_id is not None)
        self.chosen.emit(seat)

    def _ask_sheet(self) -> None:
        seat = self.current
        if seat is not None and seat.person_id is not None:
            self.sheet_asked.emit(seat.person_id)
