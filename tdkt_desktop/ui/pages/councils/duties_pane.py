"""What the chosen member is charged with, edited in place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from tdkt_desktop.i18n import _
from tdkt_desktop.services.council_views import DutyFacts
from tdkt_desktop.ui.editors.tool_button import tool_button
from tdkt_desktop.ui.pages.councils.duty_columns import DutyColumns
from tdkt_desktop.ui.tables.edit_grid import EditGrid
from tdkt_desktop.ui.tables.edit_grid_model import EditGridModel
from tdkt_desktop.ui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.services.council_views import SeatFacts
    from tdkt_desktop.services.duty_ties import DutyTie
    from tdkt_desktop.ui.desk import Desk

_WORDS: Final = 2
"""The column of the words, where a new duty begins; its kind is an area until one is chosen."""


class DutiesPane(QFrame):
    """Tells by `edited` the id of the seat and its duties as they shall be."""

    edited = Signal(int, object)
    refused = Signal(object)
    library_asked = Signal()
    sheet_asked = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("panel", True)
        self._seat: SeatFacts | None = None
        self.columns = DutyColumns()
        self.model: EditGridModel[DutyFacts] = EditGridModel(
            self.columns.columns(),
            lambda: DutyFacts(""),
            _("Gõ để giao thêm nhiệm vụ"),
            _WORDS,
            self,
        )
        self.grid = EditGrid(desk.theme, self.model, desk.today, _("Nhiệm vụ của thành viên"))
        self._name = ElidedLabel("", "section")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(self._head(desk))
        layout.addWidget(self.grid, 1)
        self.model.edited.connect(self._edit)
        self.model.refused.connect(self.refused)
        self.show_seat(None)

    def _head(self, desk: Desk) -> QHBoxLayout:
        theme, grid = desk.theme, self.grid
        row = QHBoxLayout()
        row.setContentsMargins(14, 5, 6, 5)
        row.setSpacing(4)
        row.addWidget(self._name, 1)
        self._sheet = tool_button(
            theme, "file-document-outline", _("Phiếu giao việc của người này"), self._ask_sheet
        )
        self._library = tool_button(
            theme,
            "bookshelf",
            _("Chọn từ thư viện nhiệm vụ"),
            self.library_asked.emit,
            words=_("Thư viện"),
        )
        self._tools = [
            self._library,
            tool_button(theme, "plus", _("Thêm nhiệm vụ"), grid.begin_new),
            tool_button(theme, "arrow-up", _("Chuyển lên (Alt+↑)"), lambda: grid.move_rows(-1)),
            tool_button(theme, "arrow-down", _("Chuyển xuống (Alt+↓)"), lambda: grid.move_rows(1)),
            tool_button(theme, "trash-can-outline", _("Xoá nhiệm vụ (Ctrl+-)"), grid.remove_rows),
        ]
        for button in (*self._tools, self._sheet):
            row.addWidget(button)
        return row

    # --- what is shown ---

    @property
    def seat(self) -> SeatFacts | None:
        """The member whose duties are shown."""
        return self._seat

    def set_ties(self, ties: Sequence[DutyTie]) -> None:
        """Say what duties can be tied to."""
        self.columns.set_ties(ties)

    def show_seat(self, seat: SeatFacts | None) -> None:
        """Show the duties of a member; one that has no words yet stays below them."""
        same = self._seat is not None and seat is not None and self._seat.id == seat.id
        begun = [duty for duty in self.model.items if not duty.text] if same else []
        self._seat = seat
        stored = seat is not None and seat.id is not None
        self.model.set_locked(locked=not stored) if self.model.has_new_row != stored else None
        self.model.show((*(seat.duties if seat else ()), *begun))
        name = seat.name if seat else ""
        self._name.setText(name or _("Nhiệm vụ"))
        self._name.setToolTip(_("Nhiệm vụ của {name}").format(name=name) if name else "")
        for button in self._tools:
            button.setEnabled(stored)
        self._sheet.setEnabled(stored and seat is not None and seat.person_id is not None)

    # --- acts ---

    def add(self, duties: Sequence[DutyFacts]) -> None:
        """Charge the member with more duties; those that are there already are left out."""
        there = {duty.text for duty in self.model.items}
        new = [duty for duty in duties if duty.text not in there]
        if new:
            self._edit((*self.model.items, *new))

    def _edit(self, duties: tuple[DutyFacts, ...]) -> None:
        """Tell of the duties that have words; one without is shown until it has some."""
        worded = tuple(duty for duty in duties if duty.text)
        before = tuple(duty for duty in self.model.items if duty.text)
        self.model.show(duties)
        if worded != before and self._seat is not None and self._seat.id is not None:
            self.edited.emit(self._seat.id, worded)

    def _ask_sheet(self) -> None:
        if self._seat is not None and self._seat.person_id is not None:
            self.sheet_asked.emit(self._seat.person_id)
